"""A wrong clock makes a moment doubtful, and never makes a file look forged."""

from datetime import datetime, timedelta

import pytest

from kepatuhan_desktop.domain.verdict import Grade, SignerVerdict
from kepatuhan_desktop.signing import pades
from tests.signing import builders
from tests.signing.builders import LATER, NOW, Headquarters

DAY = timedelta(days=1)
YEAR = 365 * DAY


def auditor(signed_at: datetime, now: datetime = LATER, **knowledge: object) -> SignerVerdict:
    """What is said about an auditor who signed when the clock said so."""
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = builders.making(source, at=signed_at).signed()
    return builders.verdict(data, hq.trust(), now=now, **knowledge).signers[0]


@pytest.mark.parametrize("minutes", [-9, 0, 9])
def test_clocks_a_few_minutes_apart_are_both_right(minutes: int) -> None:
    found = auditor(NOW, NOW + timedelta(minutes=minutes))
    assert found.when.code == "when.first_seen"


def test_a_signature_of_tomorrow_has_a_wrong_clock() -> None:
    found = auditor(LATER + DAY)
    assert (found.when.code, found.when.grade) == ("when.clock", Grade.DOUBTFUL)
    assert found.trusted.code == "trusted.ok"
    assert found.unchanged.grade is Grade.GOOD


def test_a_clock_ten_years_ahead_does_not_make_the_certificate_look_expired() -> None:
    found = auditor(LATER + 10 * YEAR)
    assert (found.when.code, found.trusted.code) == ("when.clock", "trusted.ok")


def test_a_clock_behind_the_certificate_is_wrong() -> None:
    found = auditor(NOW - 2 * YEAR)
    assert (found.when.code, found.trusted.code) == ("when.clock", "trusted.before_certificate")
    assert found.trusted.grade is Grade.DOUBTFUL


def test_our_own_clock_behind_what_is_known_is_named() -> None:
    found = auditor(NOW, NOW - 2 * YEAR, floor=NOW - DAY)
    assert (found.when.code, found.when.grade) == ("when.clock_here", Grade.DOUBTFUL)
    assert (found.trusted.code, found.unchanged.code) == ("trusted.ok", "unchanged.extended")


def test_our_own_clock_behind_without_knowing_it_accuses_nobody() -> None:
    found = auditor(NOW, NOW - 20 * DAY)
    assert found.when.code == "when.clock"
    assert Grade.BAD not in {one.grade for one in found.statements}


def test_our_own_clock_years_ahead_accuses_nobody() -> None:
    found = auditor(NOW, NOW + 9 * YEAR)
    assert Grade.BAD not in {one.grade for one in found.statements}


def test_a_countersignature_before_the_certification_has_a_wrong_clock() -> None:
    hq = Headquarters()
    made = builders.making(hq.enrol(builders.new_key()))
    assert made.head is not None
    data = pades.countersign(made.certified(), source=made.head, at=NOW - 5 * DAY)
    found = builders.codes(builders.verdict(data, hq.trust()))
    assert found["unit_head"][3] == "when.clock"


def test_what_was_seen_before_has_an_outside_witness() -> None:
    data = builders.honest()
    first = builders.verdict(data)
    seen = {one.digest: NOW + timedelta(minutes=5) for one in first.signers}
    found = builders.verdict(data, seen=seen).signers[0].when
    assert found.code == "when.ok"
    assert found.parameters["received"] == (NOW + timedelta(minutes=5)).isoformat()


def test_a_claim_later_than_the_first_sighting_has_a_wrong_clock() -> None:
    data = builders.honest()
    seen = {one.digest: NOW - DAY for one in builders.verdict(data).signers}
    assert builders.verdict(data, seen=seen).signers[0].when.code == "when.clock"
