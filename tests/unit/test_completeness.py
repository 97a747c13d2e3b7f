"""What is missing is said before anybody signs."""

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain import completeness
from kepatuhan_desktop.domain.assessment import Assessment, Status
from kepatuhan_desktop.domain.completeness import missing, satisfied
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import Digest, IndicatorId
from kepatuhan_desktop.domain.instrument import EvidenceRule
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from tests.builders.entries import ONE, Device
from tests.builders.instruments import A1, A2, A3, B1, B2, FULL, HALF, PHOTO, small

FINISHED = {A1: "half", A2: "full", A3: "full", B1: "full", B2: "full"}


def a_piece(indicator: IndicatorId, media_type: str = "image/jpeg") -> Evidence:
    """A file at an indicator."""
    digest = Digest("0" * 64)
    return Evidence(indicator=indicator, digest=digest, size=1, name="x", media_type=media_type)


def state(answers: dict[IndicatorId, str], *more: tuple[str, Json, Kind]) -> Assessment:
    """An assessment with these options chosen and other slots set."""
    device = Device()
    entries = [device.profile()]
    for one, option in answers.items():
        value = {"type": "chosen", "option": option}
        entries.append(device.write(assessments.answer_slot(one), value))
    entries += [device.write(slot, value, kind=kind) for slot, value, kind in more]
    found = assessments.fold(ONE, entries)
    assert found is not None
    return found


def evidence(
    name: str, indicator: IndicatorId, media_type: str = "image/jpeg"
) -> tuple[str, Json, Kind]:
    """A slot with a file."""
    return f"evidence/{name}", codec.plain(a_piece(indicator, media_type)), Kind.EVIDENCE


def test_everything_answered_is_nothing_missing() -> None:
    assert missing(small(), state(FINISHED)).is_nothing


def test_unanswered_indicators_are_named_in_the_order_of_the_instrument() -> None:
    assert missing(small(), state({A2: "full"})).unanswered == (A1, A3, B1, B2)


def test_evidence_that_the_option_asks_for_is_named() -> None:
    assert missing(small(), state({**FINISHED, A1: "full"})).evidence == ((A1, PHOTO),)


def test_evidence_at_the_indicator_meets_the_rule() -> None:
    found = state({**FINISHED, A1: "full"}, evidence("x", A1))
    assert missing(small(), found).is_nothing


def test_evidence_at_another_indicator_does_not() -> None:
    found = state({**FINISHED, A1: "full"}, evidence("x", A2))
    assert missing(small(), found).evidence == ((A1, PHOTO),)


def test_a_note_that_the_option_asks_for_is_named() -> None:
    assert missing(small(), state({**FINISHED, B1: "none"})).notes == (B1,)


def test_a_note_meets_the_demand() -> None:
    found = state({**FINISHED, B1: "none"}, ("note/b.1", "tidak ada", Kind.NOTE))
    assert missing(small(), found).is_nothing


def test_a_conflict_blocks_signing() -> None:
    found = state(FINISHED, ("answer/b.2", {"type": "chosen", "option": "none"}, Kind.ANSWER))
    assert missing(small(), found).conflicts == ("answer/b.2",)


def test_a_conflict_of_seals_blocks_nothing() -> None:
    found = state(FINISHED)
    assert "seal" not in missing(small(), found).conflicts


@pytest.mark.parametrize(
    "kind,media_type,meets",
    [
        ("photo", "image/jpeg", True),
        ("photo", "application/pdf", False),
        ("screenshot", "image/png", True),
        ("screenshot", "application/pdf", False),
        ("document", "application/pdf", True),
        ("document", "image/jpeg", True),
        ("any", "application/pdf", True),
    ],
)
def test_which_file_meets_which_rule(kind: str, media_type: str, meets: bool) -> None:
    rule = codec.typed({"kind": kind, "label": {"id": "x"}}, EvidenceRule)
    assert satisfied(rule, [a_piece(A1, media_type)]) is meets


def test_a_rule_can_ask_for_more_than_one() -> None:
    rule = EvidenceRule(kind="photo", label={"id": "x"}, minimum=2)
    assert not satisfied(rule, [a_piece(A1)])
    assert satisfied(rule, [a_piece(A1), a_piece(A1)])


def test_a_draft_lacks_something() -> None:
    assert completeness.status(small(), state({})) is Status.DRAFT


def test_what_lacks_nothing_is_ready() -> None:
    assert completeness.status(small(), state(FINISHED)) is Status.READY


def test_the_chosen_option_is_found() -> None:
    found = completeness.chosen_option(small().indicators[A1], Chosen(FULL))
    assert found is not None
    assert found.evidence == (PHOTO,)


@pytest.mark.parametrize("answer", [None, Excluded("x")])
def test_without_a_choice_there_is_no_option(answer: Excluded | None) -> None:
    assert completeness.chosen_option(small().indicators[A1], answer) is None


def test_a_document_is_not_asked_for_by_another_option() -> None:
    assert missing(small(), state({**FINISHED, A1: HALF})).evidence == ()


LOST = {a_piece(A1).digest}


def test_evidence_whose_file_is_lost_blocks_signing() -> None:
    found = missing(small(), state({**FINISHED, A1: "full"}, evidence("1", A1)), LOST)
    assert [(one.indicator, one.evidence, one.name) for one in found.lost] == [(A1, "1", "x")]
    assert not found.is_nothing


def test_evidence_that_no_rule_asks_for_blocks_signing_when_it_is_lost() -> None:
    found = missing(small(), state(FINISHED, evidence("1", B2)), LOST)
    assert [one.indicator for one in found.lost] == [B2]


def test_a_lost_file_is_one_gap_and_not_two() -> None:
    found = missing(small(), state({**FINISHED, A1: "full"}, evidence("1", A1)), LOST)
    assert found.evidence == ()


def test_lost_files_of_others_block_nothing() -> None:
    found = missing(small(), state(FINISHED, evidence("1", A1)), {Digest("1" * 64)})
    assert found.is_nothing
