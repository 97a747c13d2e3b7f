"""Answers are on the disk when the call returns, and refused where they make no sense."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import answer_slot, note_slot
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId, OptionId
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from kepatuhan_desktop.errors import AssessmentUnknown, InputInvalid
from tests.builders import workspaces
from tests.builders.instruments import A1, A2, B2, FULL, HALF


def test_a_choice_is_held(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    assert services.assessments.get(an_assessment).answers == {A1: Chosen(FULL)}


def test_a_second_choice_replaces_the_first(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    services.answering.choose(an_assessment, A1, HALF)
    state = services.assessments.get(an_assessment)
    assert (state.answers, state.conflicts) == ({A1: Chosen(HALF)}, ())


def test_a_reason_is_held_without_its_margins(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.exclude(an_assessment, A1, "  tidak ada loket \n")
    assert services.assessments.get(an_assessment).answers == {A1: Excluded("tidak ada loket")}


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_leaving_out_without_a_reason_is_refused(
    services: Services, an_assessment: AssessmentId, reason: str
) -> None:
    with pytest.raises(InputInvalid) as refused:
        services.answering.exclude(an_assessment, A1, reason)
    assert refused.value.parameters["field"] == "reason"
    assert services.assessments.get(an_assessment).answers == {}


def test_leaving_out_where_the_instrument_forbids_it_is_refused(
    services: Services, an_assessment: AssessmentId
) -> None:
    with pytest.raises(InputInvalid) as refused:
        services.answering.exclude(an_assessment, B2, "x")
    assert refused.value.parameters["field"] == "not_applicable"


def test_an_unknown_option_is_refused(services: Services, an_assessment: AssessmentId) -> None:
    with pytest.raises(InputInvalid) as refused:
        services.answering.choose(an_assessment, A1, OptionId("surprise"))
    assert refused.value.parameters["field"] == "option"


def test_an_unknown_indicator_is_refused(services: Services, an_assessment: AssessmentId) -> None:
    nowhere = IndicatorId("z.9")
    answering = services.answering
    attempts: list[Callable[[], object]] = [
        lambda: answering.choose(an_assessment, nowhere, FULL),
        lambda: answering.exclude(an_assessment, nowhere, "x"),
        lambda: answering.clear(an_assessment, nowhere),
        lambda: answering.note(an_assessment, nowhere, "x"),
    ]
    for attempt in attempts:
        with pytest.raises(InputInvalid) as refused:
            attempt()
        assert refused.value.parameters["field"] == "indicator"


def test_an_unknown_assessment_is_refused(services: Services) -> None:
    with pytest.raises(AssessmentUnknown):
        services.answering.choose(AssessmentId("nowhere"), A1, FULL)


def test_an_answer_is_taken_back(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    services.answering.clear(an_assessment, A1)
    assert services.assessments.get(an_assessment).answers == {}


def test_a_note_is_held_without_its_margins(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.note(an_assessment, A1, " di dinding kiri ")
    assert services.assessments.get(an_assessment).notes == {A1: "di dinding kiri"}


def test_an_empty_note_removes_it(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.note(an_assessment, A1, "x")
    services.answering.note(an_assessment, A1, "  ")
    assert services.assessments.get(an_assessment).notes == {}


def test_the_office_has_its_own_remarks(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.remark(an_assessment, " Akan dilengkapi. ")
    assert services.assessments.get(an_assessment).remark == "Akan dilengkapi."


def test_the_changes_name_record_and_slot(services: Services, an_assessment: AssessmentId) -> None:
    changes = services.answering.choose(an_assessment, A1, FULL)
    assert changes.records == {f"assessment:{an_assessment}"}
    assert changes.slots == {answer_slot(A1)}


def test_the_same_answer_again_writes_nothing(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    before = services.assessments.get(an_assessment)
    assert not services.answering.choose(an_assessment, A1, FULL).records
    assert services.assessments.get(an_assessment) == before


def test_an_answer_is_there_after_the_program_was_closed(tmp_path: Path) -> None:
    with workspaces.opened(tmp_path / "home") as services:
        one = workspaces.started(services)
        services.answering.choose(one, A1, FULL)
        services.answering.note(one, A2, "x")
        before = services.assessments.get(one)
    with workspaces.opened(tmp_path / "home") as services:
        assert services.assessments.get(one) == before


def test_the_author_is_who_the_settings_name(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.settings.change(auditor_name="Siti Aminah", auditor_nip="1980")
    services.answering.note(an_assessment, A1, "x")
    (entry,) = services.assessments.get(an_assessment).heads[note_slot(A1)]
    assert entry.author == "Siti Aminah (1980)"


def test_without_a_name_the_author_is_the_device(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.note(an_assessment, A1, "x")
    (entry,) = services.assessments.get(an_assessment).heads[note_slot(A1)]
    assert entry.author == f"device {services.device[:8]}"


def test_an_entry_says_when(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.note(an_assessment, A1, "x")
    (entry,) = services.assessments.get(an_assessment).heads[note_slot(A1)]
    assert entry.at == "2024-08-12T09:00:00.000+07:00"
