"""Every forged scorecard is refused, and for the right reason."""

import pytest

from kepatuhan_desktop.domain.verdict import Grade
from tests.signing import (
    builders,
    byte_forgeries,
    forging,
    form_forgeries,
    insider_forgeries,
    page_forgeries,
)
from tests.signing.forging import Forgery

KINDS = (byte_forgeries, form_forgeries, insider_forgeries, page_forgeries)


@pytest.mark.parametrize("forgery", forging.ALL, ids=lambda one: one.name)
def test_a_forgery_is_refused_for_its_reason(forgery: Forgery) -> None:
    verdict = builders.verdict(forgery.make())
    assert forgery.code in {one.code for one in verdict.statements}
    assert verdict.grade is Grade.BAD


def test_the_forgeries_are_many_and_all_different() -> None:
    assert len(forging.ALL) >= 24
    assert len({one.make() for one in forging.ALL}) == len(forging.ALL)
    assert {one.make.__module__ for one in forging.ALL} == {kind.__name__ for kind in KINDS}


def test_the_file_that_they_are_made_from_is_honest() -> None:
    assert builders.verdict(builders.honest()).grade is Grade.GOOD


def test_a_broken_signature_proves_nobody() -> None:
    verdict = builders.verdict(byte_forgeries.a_bit_of_the_signature_flipped())
    assert builders.codes(verdict)["auditor"] == (
        "unchanged.signature",
        "who.unproven",
        "trusted.not_checked",
        "when.unproven",
    )


def test_a_change_after_the_first_signature_does_not_spoil_the_second() -> None:
    verdict = builders.verdict(byte_forgeries.data_hidden_behind_the_signature())
    found = builders.codes(verdict)
    assert found["auditor"][0] == "unchanged.padding"
    assert found["unit_head"][0] == "unchanged.digest"


def test_a_change_after_both_signatures_spoils_both() -> None:
    found = builders.codes(builders.verdict(page_forgeries.the_page_drawn_anew()))
    assert {codes[0] for codes in found.values()} == {"unchanged.page"}
