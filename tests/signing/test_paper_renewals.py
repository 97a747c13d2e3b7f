"""A sheet is judged by the certificate that its device had on the day of the sheet."""

from datetime import datetime, timedelta

import msgspec

from kepatuhan_desktop.domain.trust import RevocationReason, Role, Trust
from kepatuhan_desktop.domain.verdict import SignerVerdict
from kepatuhan_desktop.signing import paper, paper_verdict
from tests.signing import builders
from tests.signing.builders import NOW, Headquarters, Key

DAY = timedelta(days=1)


def code(key: Key, at: datetime = NOW) -> str:
    """The code of a sheet of that day."""
    facts = paper.facts(
        assessment="0" * 26,
        revision=1,
        record="ab" * 32,
        score="70.83",
        category="C",
        sealed_at=at.isoformat(),
        device=builders.fingerprint(builders.self_issued(key)),
    )
    return paper.write(key, facts)


def judged(text: str, trust: Trust, now: datetime = NOW + 400 * DAY) -> SignerVerdict:
    """Its signer."""
    (signer,) = paper_verdict.examine(text, builders.knowing(trust, now=now)).signers
    return signer


def said(text: str, trust: Trust, now: datetime) -> tuple[str, str]:
    """Who signed, and who vouches for that."""
    signer = judged(text, trust, now)
    return signer.who.code, signer.trusted.code


def test_a_renewal_says_nothing_against_older_sheets() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    hq.enrol(key, at=NOW + 100 * DAY)
    trust = hq.trust(NOW + 100 * DAY)
    now = NOW + 101 * DAY
    assert said(code(key), trust, now) == ("who.enrolled", "trusted.ok")
    assert said(code(key, now), trust, now) == ("who.enrolled", "trusted.ok")


def test_a_replaced_root_says_nothing_against_older_sheets() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    hq.replace_root(NOW + 10 * DAY)
    hq.enrol(key, at=NOW + 10 * DAY)
    trust = hq.trust(NOW + 11 * DAY)
    now = NOW + 12 * DAY
    assert said(code(key), trust, now) == ("who.enrolled", "trusted.replaced_root")
    assert said(code(key, now), trust, now) == ("who.enrolled", "trusted.ok")


def test_a_device_that_was_enrolled_later_is_told_as_in_a_pdf() -> None:
    hq, key = Headquarters(), builders.new_key()
    own = builders.self_issued(key)
    data = builders.making(own).signed()
    hq.enrol(key, at=NOW + 30 * DAY)
    trust, now = hq.trust(NOW + 31 * DAY), NOW + 32 * DAY
    found, expected = judged(code(key), trust, now), builders.verdict(data, trust, now=now)
    assert (found.who, found.trusted) == (expected.signers[0].who, expected.signers[0].trusted)
    assert found.trusted.code == "trusted.registered_since"


def test_what_is_worse_than_the_day_comes_first() -> None:
    hq, key = Headquarters(), builders.new_key()
    late = hq.enrol(key, at=NOW + 30 * DAY)
    hq.revoke(late, NOW + 31 * DAY, RevocationReason.KEY_STOLEN)
    assert said(code(key), hq.trust(NOW + 32 * DAY), NOW + 33 * DAY)[1] == "trusted.revoked"
    other, key = Headquarters(), builders.new_key()
    other.enrol(key, at=NOW + 30 * DAY, roles=(Role.HEADQUARTERS,))
    assert said(code(key), other.trust(NOW + 32 * DAY), NOW + 33 * DAY)[1] == "trusted.role"


def test_a_certificate_counts_from_the_day_of_its_enrolment() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key, at=NOW.replace(hour=20))
    trust = hq.trust(NOW + DAY)
    assert said(code(key), trust, NOW + DAY) == ("who.enrolled", "trusted.ok")
    assert said(code(key, NOW - 2 * DAY), trust, NOW + DAY)[1] == "trusted.registered_since"


def test_between_two_certificates_the_device_was_not_enrolled() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    ended = NOW.replace(year=NOW.year + 5)
    hq.enrol(key, at=ended)
    trust, now = hq.trust(ended), ended + DAY
    assert said(code(key, ended - 30 * DAY), trust, now) == (
        "who.registered_since",
        "trusted.registered_since",
    )


def test_after_the_last_certificate_a_sheet_has_none() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    late = NOW.replace(year=NOW.year + 5)
    assert said(code(key, late), hq.trust(late), late + DAY) == ("who.enrolled", "trusted.expired")


def test_this_very_device_before_and_after_its_enrolment() -> None:
    hq, key = Headquarters(), builders.new_key()
    own = builders.self_issued(key)
    hq.enrol(key, at=NOW + 30 * DAY)
    trust, now = hq.trust(NOW + 31 * DAY), NOW + 32 * DAY
    known = msgspec.structs.replace(builders.knowing(trust, now=now), own=(own.certificate,))
    (signer,) = paper_verdict.examine(code(key), known).signers
    assert signer.trusted.code == "trusted.registered_since"
