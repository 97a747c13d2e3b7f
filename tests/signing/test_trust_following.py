"""A device follows its authority forwards only, and to a new root only by the old one's word."""

import msgspec
import pytest

from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Trust
from kepatuhan_desktop.errors import TrustForeign, TrustOlder
from kepatuhan_desktop.signing import (
    authority,
    certificates,
    trust_file,
)
from kepatuhan_desktop.signing.authority_state import Opened
from tests.builders import authorities
from tests.builders.authorities import NOW, altered, later, resigned


def trust() -> Trust:
    """What the authority with two people published."""
    return trust_file.read(authorities.published()[1])


def siti() -> Enrolled:
    """Siti as she was enrolled."""
    found = trust().holder(authorities.request().device)
    assert found is not None
    return found


def test_the_next_version_is_followed() -> None:
    opened, data = authorities.published()
    following = trust_file.read(authority.publish(opened, later(days=1))[1])
    assert trust_file.follow(trust_file.read(data), following)


def test_the_same_version_again_is_no_news() -> None:
    assert not trust_file.follow(trust(), trust())


def test_a_version_never_goes_down() -> None:
    opened, data = authorities.published()
    following = trust_file.read(authority.publish(opened, later(days=1))[1])
    with pytest.raises(TrustOlder) as caught:
        trust_file.follow(following, trust_file.read(data))
    assert caught.value.parameters == {
        "authority": "Inspektorat Kota Uji",
        "found": "1",
        "known": "2",
    }


def test_another_text_under_the_same_version_is_refused() -> None:
    twin = trust_file.read(altered(authorities.with_two_people(), recipients=()))
    with pytest.raises(TrustOlder):
        trust_file.follow(trust(), twin)


def test_a_root_that_the_old_one_vouches_for_is_followed() -> None:
    said = trust_file.read(authorities.replaced()[1])
    assert trust_file.follow(trust(), said)
    assert trust_file.identify(said) == trust_file.identify(trust())
    assert trust_file.fingerprint(said) != trust_file.fingerprint(trust())


def test_after_a_new_root_a_file_of_the_old_one_is_older() -> None:
    with pytest.raises(TrustOlder):
        trust_file.follow(trust_file.read(authorities.replaced()[1]), trust())


def test_a_new_root_does_not_take_the_version_down() -> None:
    opened, data = authorities.replaced()
    low = msgspec.structs.replace(trust_file.read(data), version=1)
    with pytest.raises(TrustOlder):
        trust_file.follow(trust(), trust_file.read(resigned(opened, low)))


def test_after_a_new_root_the_old_one_publishes_nothing_more() -> None:
    opened, _ = authorities.published()
    late = msgspec.structs.replace(opened.state, version=99)
    stolen = authority.publish(Opened(late, opened.keys), NOW)[1]
    with pytest.raises(TrustForeign):
        trust_file.follow(trust_file.read(authorities.replaced()[1]), trust_file.read(stolen))


def test_a_chain_ends_at_the_root_that_issued() -> None:
    said = trust_file.read(authorities.replaced()[1])
    old, new = siti(), said.enrolled[-1]
    for one, root in ((old, said.roots[1]), (new, said.roots[0])):
        found = trust_file.chain(said, certificates.decode(one.certificate))
        assert found == (certificates.decode(root),)
    assert trust_file.chain(said, authorities.certificate()) == ()


def test_who_is_revoked_does_not_live() -> None:
    opened = authority.revoke(
        authorities.with_two_people(),
        siti().device,
        RevocationReason.MOVED,
        later(days=2),
        later(days=1),
    )
    said = trust_file.read(authority.publish(opened, later(days=2))[1])
    found = trust_file.revoked(said)[trust_file.serial(siti())]
    assert (found.since, found.reason) == (later(days=1), RevocationReason.MOVED)
    assert trust_file.living(said) == {authorities.request(authorities.BUDI, "budi").device}
