"""Headquarters sends a sealed assessment back; the next revision answers it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop import codec, errors
from kepatuhan_desktop.domain.history import Deed
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.domain.journal import Draft, Kind, in_order
from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import offices, seals, workspaces
from tests.builders.entries import Device, body_of
from tests.builders.instruments import A1, A2, HALF
from tests.builders.offices import Round

REASON = "Foto papan tidak terbaca"
COMMENTS = {A1: "Foto ulang dari dekat.", A2: "  "}


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters and the field."""
    with offices.round_of(tmp_path) as found:
        yield found


@pytest.fixture
def one(all_: Round) -> AssessmentId:
    """A sealed assessment that headquarters holds."""
    name = workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    return name


def given_back(all_: Round, one: AssessmentId) -> None:
    """The field hears that headquarters sends it back."""
    all_.office.returning.give_back(one, REASON, COMMENTS)
    plan = all_.arrive(all_.letter(Purpose.RETURN), all_.field)
    assert (plan.merge.refused, plan.merge.faults, plan.merge.conflicts) == ((), (), 0)


def test_the_field_sees_what_headquarters_says_and_the_seal_stands(
    all_: Round, one: AssessmentId
) -> None:
    given_back(all_, one)
    for services in (all_.field, all_.office):
        row = services.assessments.row(one)
        assert (row.status, row.revision, row.returned) == ("sealed", 1, 1)
        found = services.returning.returned(one)
        assert found is not None
        assert (found.reason, found.revision) == (REASON, 1)
        assert found.comments == {A1: "Foto ulang dari dekat."}
        assert [person.name for person in found.people] == ["Pusat"]
        assert services.assessments.late(one) == ()
        assert services.assessments.get(one).conflicts == ()
    act = all_.field.history.acts(one)[-1]
    assert (act.deed, act.revision, act.reason) == (Deed.RETURNED, 1, REASON)
    assert act.comments == {A1: "Foto ulang dari dekat."}
    assert all_.field.history.all_entries(one)[-1].is_act


def test_the_next_seal_answers_it(all_: Round, one: AssessmentId) -> None:
    given_back(all_, one)
    found = all_.field.returning.returned(one)
    assert found is not None
    all_.field.amending.amend(one, found.reason)
    assert all_.field.assessments.row(one).returned == 1
    assert all_.field.returning.returned(one) == found
    all_.field.answering.choose(one, A2, HALF)
    seals.sealed(all_.field, one)
    row = all_.field.assessments.row(one)
    assert (row.status, row.revision, row.returned) == ("sealed", 2, 0)
    assert all_.field.returning.returned(one) is None
    all_.arrive(all_.results())
    assert all_.office.returning.returned(one) is None
    assert [it.seal.revision for it in all_.office.assessments.revisions(one)] == [1, 2]


def test_a_return_for_a_revision_that_was_corrected_meanwhile_is_answered_already(
    all_: Round, one: AssessmentId
) -> None:
    all_.office.returning.give_back(one, REASON, COMMENTS)
    all_.field.amending.amend(one, "salah ketik")
    all_.field.answering.choose(one, A2, HALF)
    seals.sealed(all_.field, one)
    all_.arrive(all_.letter(Purpose.RETURN), all_.field)
    assert all_.field.returning.returned(one) is None
    assert all_.field.assessments.row(one).returned == 0
    act = next(it for it in all_.field.history.acts(one) if it.deed is Deed.RETURNED)
    assert act.revision == 1


def test_headquarters_may_say_it_again_or_take_it_back(all_: Round, one: AssessmentId) -> None:
    given_back(all_, one)
    all_.office.returning.give_back(one, "Nilai tidak cocok", {})
    all_.arrive(all_.letter(Purpose.RETURN), all_.field)
    found = all_.field.returning.returned(one)
    assert found is not None
    assert (found.reason, found.comments) == ("Nilai tidak cocok", {})
    all_.office.returning.take_back(one)
    all_.arrive(all_.letter(Purpose.RETURN), all_.field)
    assert all_.field.returning.returned(one) is None
    assert all_.field.assessments.row(one).returned == 0
    with pytest.raises(errors.AssessmentNotSealed):
        all_.office.returning.take_back(one)


def test_only_headquarters_sends_back(all_: Round, one: AssessmentId) -> None:
    with pytest.raises(errors.NotHeadquarters):
        all_.field.returning.give_back(one, REASON, {})
    with pytest.raises(errors.NotHeadquarters):
        all_.field.returning.take_back(one)


def test_what_cannot_be_sent_back_is_refused(all_: Round, one: AssessmentId) -> None:
    returning = all_.office.returning
    with pytest.raises(errors.InputInvalid, match="reason"):
        returning.give_back(one, "  ", COMMENTS)
    with pytest.raises(errors.InputInvalid, match="indicator"):
        returning.give_back(one, REASON, {IndicatorId("nowhere"): "x"})
    draft = workspaces.started(all_.office, period="2020")
    with pytest.raises(errors.AssessmentNotSealed):
        returning.give_back(draft, REASON, {})


def test_a_stranger_cannot_send_back(all_: Round, one: AssessmentId, tmp_path: Path) -> None:
    # What a changed program could write: its return is not taken, whoever carries it.
    all_.office.returning.give_back(one, REASON, COMMENTS)
    (entry,) = [
        it
        for it in all_.office._workspace.journal.written_here("assessment:")
        if it.kind == "return"
    ]
    all_.arrive(offices.written(all_.field, all_.stick, one), all_.colleague)
    forged = entry.value
    journal = all_.colleague._workspace.journal
    journal.append(
        [Draft(kind=Kind.RETURN, record=entry.record, slot=entry.slot, value=forged)],
        author="Rina",
        at=entry.at,
    )
    assert (
        all_.arrive(offices.written(all_.colleague, all_.stick, one), all_.field).merge.refused
        == ()
    )
    pairs = in_order(journal.bodies_of([entry.record]))
    exporting = all_.colleague.exporting
    (done,) = exporting.export(exporting.plan_of(Purpose.TEAM, pairs, ()), all_.stick)
    plan = all_.arrive(done.delivered.path, all_.field)
    assert [it.reason for it in plan.merge.refused] == ["role"]
    assert all_.field.assessments.row(one).returned == 0


def test_a_letter_carries_no_photos_back(all_: Round, one: AssessmentId) -> None:
    all_.office.returning.give_back(one, REASON, COMMENTS)
    plan = all_.office.posting.plan(all_.field.device, Purpose.RETURN, is_plain=True)
    assert [volume.blobs for volume in plan.volumes] == [()]
    assert plan.missing == ()


def test_two_offices_that_send_back_are_both_heard(all_: Round, one: AssessmentId) -> None:
    given_back(all_, one)
    state = all_.field.assessments.get(one)
    value = codec.plain(state.returns[0]) | {"reason": "Alasan lain", "comments": {A1: "Lagi."}}
    slot = f"return/{state.seal_id}"
    other = Device("e" * 32).write(slot, value, kind=Kind.RETURN, record=state.record)
    all_.field._workspace.journal.merge([body_of(other)])
    found = all_.field.returning.returned(one)
    assert found is not None
    assert sorted(found.reason.splitlines()) == ["Alasan lain", REASON]
    assert sorted(found.comments[A1].splitlines()) == ["Foto ulang dari dekat.", "Lagi."]
    assert all_.field.assessments.get(one).conflicts == ()
