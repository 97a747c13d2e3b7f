"""Of one authority only the newest word counts, in whatever order its files are given."""

from datetime import timedelta
from itertools import permutations

import msgspec
import pytest

from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.errors import TrustForeign, TrustOlder
from kepatuhan_desktop.services import verifying
from kepatuhan_desktop.signing import paper, trust_file
from tests.signing import builders
from tests.signing.builders import NOW, Headquarters

DAY = timedelta(days=1)


def known(*trusts: Trust) -> tuple[Trust, ...]:
    """What counts of these trust files."""
    return verifying.knowledge(builders.LATER, trusts).trusts


def trusted(verdict: Verdict) -> str:
    """Who vouches for the auditor."""
    return verdict.signers[0].trusted.code


def test_an_older_file_hides_no_revocation() -> None:
    hq, key = Headquarters(), builders.new_key()
    auditor = hq.enrol(key)
    files = [hq.trust(version=1)]
    data = builders.making(auditor, trust=files[0]).signed()
    facts = paper.facts(
        assessment="0" * 26,
        revision=1,
        record="ab" * 32,
        score="70.83",
        category="C",
        sealed_at=NOW.isoformat(),
        device=builders.fingerprint(auditor),
    )
    code = paper.write(key, facts).encode()
    hq.revoke(auditor, NOW - DAY)
    files.append(hq.trust(NOW + DAY, version=2))
    for order in permutations(files):
        knowledge = verifying.knowledge(builders.LATER, order)
        for given, name in ((data, "kartu.pdf"), (code, "KPD1")):
            assert trusted(verifying.look(given, name, knowledge)) == "trusted.revoked"


def test_a_replaced_root_is_the_same_authority() -> None:
    hq = Headquarters()
    first = hq.trust(version=1)
    hq.replace_root()
    second = hq.trust(version=2)
    hq.replace_root(NOW + DAY)
    third = hq.trust(NOW + DAY, version=3)
    for order in permutations((first, second, third)):
        assert known(*order) == (third,)


def test_authorities_apart_stay_apart_and_in_their_order() -> None:
    one, other = Headquarters("Inspektorat A"), Headquarters("Inspektorat B")
    given = (one.trust(version=1), other.trust(version=5), one.trust(NOW + DAY, version=2))
    assert known(*given) == (given[2], given[1])


def test_the_same_file_twice_is_one() -> None:
    trust = Headquarters().trust()
    assert known(trust, msgspec.structs.replace(trust)) == (trust,)


def test_two_texts_under_one_version_are_refused_in_any_order() -> None:
    hq = Headquarters()
    one = hq.trust(version=2)
    hq.enrol(builders.new_key())
    other = hq.trust(version=2)
    for order in permutations((one, other)):
        with pytest.raises(TrustOlder) as refused:
            known(*order)
        assert refused.value.parameters["found"] == refused.value.parameters["known"] == "2"


def test_two_successors_of_one_root_are_refused_in_any_order() -> None:
    hq = Headquarters()
    thief = Headquarters()
    thief.key, thief.keys, thief.roots = hq.key, list(hq.keys), list(hq.roots)
    hq.replace_root()
    thief.replace_root(NOW + DAY)
    files = (hq.trust(version=2), thief.trust(NOW + DAY, version=3))
    assert trust_file.identify(files[0]) == trust_file.identify(files[1])
    for order in permutations(files):
        with pytest.raises(TrustForeign):
            known(*order)
