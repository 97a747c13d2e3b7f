"""What was signed stays; a correction is a new revision that names it and says why."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status, answer_slot
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import Chosen, Score
from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.errors import (
    AmendmentChanged,
    AssessmentNotSealed,
    AssessmentSealed,
    AssessmentUnknown,
    InputInvalid,
)
from tests.builders import seals, workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, A2, B1, FULL, HALF, NONE
from tests.builders.workspaces import BUDI, SITI

WHY = "Foto papan pengumuman tertukar"
UNKNOWN = AssessmentId("tidak-ada")


@pytest.fixture
def signed(services: Services, a_filled_assessment: AssessmentId) -> AssessmentId:
    """An assessment of which revision 1 is sealed."""
    seals.sealed(services, a_filled_assessment)
    return a_filled_assessment


@pytest.fixture
def reopened(services: Services, signed: AssessmentId) -> AssessmentId:
    """The same, opened for a correction."""
    services.amending.amend(signed, f" {WHY} ")
    return signed


@pytest.fixture
def corrected(services: Services, reopened: AssessmentId) -> AssessmentId:
    """The same after revision 2 was sealed, with one answer less good."""
    services.answering.choose(reopened, A2, HALF)
    seals.sealed(services, reopened, b"%PDF-2")
    return reopened


def seal_of(services: Services, one: AssessmentId) -> Seal:
    """The seal that stands."""
    seal = services.assessments.get(one).seal
    assert seal is not None
    return seal


def refused(deed: Callable[[], object]) -> str:
    """The field that something is refused for."""
    with pytest.raises(InputInvalid) as error:
        deed()
    return error.value.parameters["field"]


def test_a_correction_opens_what_was_sealed(services: Services, reopened: AssessmentId) -> None:
    state = services.assessments.get(reopened)
    assert (state.is_sealed, state.is_amending, state.next_revision) == (False, True, 2)
    assert state.amendment is not None
    assert state.amendment.reason == WHY
    services.answering.choose(reopened, A1, HALF)
    assert services.assessments.get(reopened).answers[A1] == Chosen(HALF)


def test_opening_says_what_changed(services: Services, signed: AssessmentId) -> None:
    changes = services.amending.amend(signed, WHY)
    assert changes.records == {f"assessment:{signed}"}
    assert changes.slots == {"amendment"}


def test_a_correction_needs_a_reason(services: Services, signed: AssessmentId) -> None:
    assert refused(lambda: services.amending.amend(signed, " \n")) == "reason"
    assert services.assessments.get(signed).is_sealed


def test_only_what_is_sealed_is_corrected(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    with pytest.raises(AssessmentNotSealed):
        services.amending.amend(a_filled_assessment, WHY)


def test_what_is_open_is_not_opened_again(services: Services, reopened: AssessmentId) -> None:
    with pytest.raises(AssessmentNotSealed):
        services.amending.amend(reopened, WHY)


@pytest.mark.parametrize(
    "deed",
    [
        lambda it: it.amending.amend(UNKNOWN, WHY),
        lambda it: it.amending.drop(UNKNOWN),
        lambda it: it.amending.withdraw(UNKNOWN, "auditor", SITI, WHY),
        lambda it: it.history.acts(UNKNOWN),
    ],
)
def test_nothing_is_done_with_what_is_not_there(
    services: Services, deed: Callable[[Services], object]
) -> None:
    with pytest.raises(AssessmentUnknown):
        deed(services)


def test_what_was_sealed_is_there_while_it_is_corrected(
    services: Services, reopened: AssessmentId
) -> None:
    services.answering.choose(reopened, A2, NONE)
    services.answering.note(reopened, A2, "x")
    then = services.assessments.as_sealed(reopened)
    assert then is not None
    assert (then.answers[A2], then.is_sealed, then.notes) == (Chosen(FULL), True, {})
    assert services.assessments.get(reopened).answers[A2] == Chosen(NONE)


def test_the_list_says_that_it_is_open_and_shows_both_numbers(
    services: Services, reopened: AssessmentId
) -> None:
    services.answering.choose(reopened, A2, HALF)
    row = services.assessments.row(reopened)
    assert (row.status, row.revision) == (Status.AMENDING, 1)
    assert (row.sealed_score, row.sealed_category) == ("100.00", "A")
    assert row.score != row.sealed_score


def test_the_next_seal_is_the_next_revision_and_names_the_one_before(
    services: Services, signed: AssessmentId
) -> None:
    first = services.assessments.get(signed).seal_id
    before = seal_of(services, signed)
    services.amending.amend(signed, WHY)
    services.answering.choose(signed, A2, HALF)
    seals.sealed(services, signed)
    state = services.assessments.get(signed)
    seal = seal_of(services, signed)
    assert (seal.revision, seal.amends, state.is_sealed) == (2, first, True)
    assert seal.corrects is not None
    assert (seal.corrects.revision, seal.corrects.reason) == (1, WHY)
    assert seal.corrects.digest == before.details
    assert services.assessments.row(signed).revision == 2


def test_a_seal_covers_no_act(services: Services, corrected: AssessmentId) -> None:
    services.amending.withdraw(corrected, "auditor", SITI, WHY)
    state = services.assessments.get(corrected)
    assert state.covered() == seal_of(services, corrected).covers
    assert services.assessments.overview(corrected).late == ()


def test_every_revision_can_be_looked_at(services: Services, corrected: AssessmentId) -> None:
    services.amending.amend(corrected, "lagi")
    services.answering.choose(corrected, A2, NONE)
    services.answering.note(corrected, A2, "x")
    seals.sealed(services, corrected)
    answers = []
    for number in (1, 2, 3):
        then = services.assessments.as_sealed(corrected, number)
        assert then is not None
        assert then.is_sealed
        assert then.revision == number
        answers.append(then.answers[A2])
    assert answers == [Chosen(FULL), Chosen(HALF), Chosen(NONE)]
    assert services.assessments.as_sealed(corrected, 4) is None
    assert [it.seal.revision for it in services.assessments.revisions(corrected)] == [1, 2, 3]
    assert [it.is_present for it in services.assessments.revisions(corrected)] == [
        False,
        False,
        True,
    ]


def test_nothing_sealed_has_no_revision(services: Services, an_assessment: AssessmentId) -> None:
    assert services.assessments.as_sealed(an_assessment) is None
    assert services.assessments.as_sealed(an_assessment, 1) is None
    assert services.assessments.revisions(an_assessment) == ()


def test_a_corrected_revision_is_closed_again(services: Services, corrected: AssessmentId) -> None:
    with pytest.raises(AssessmentSealed):
        services.answering.choose(corrected, A1, HALF)


def test_a_result_in_correction_still_is_the_earlier_result(services: Services) -> None:
    unit = workspaces.an_office(services)
    before = workspaces.filled(services, unit=unit, period="2023")
    seals.sealed(services, before)
    later = workspaces.started(services, unit=unit, period="2024")
    services.amending.amend(before, WHY)
    services.answering.choose(before, A2, HALF)
    earlier = services.assessments.overview(later).earlier
    assert earlier is not None
    assert earlier.score == "100.00"


def test_what_was_done_before_the_seal_is_not_undone_after_it(
    services: Services, reopened: AssessmentId
) -> None:
    assert not services.editing.can_undo(reopened)
    services.answering.choose(reopened, A2, HALF)
    services.editing.undo(reopened)
    assert services.assessments.get(reopened).answers[A2] == Chosen(FULL)
    assert not services.editing.can_undo(reopened)


def test_a_correction_is_given_up(services: Services, reopened: AssessmentId) -> None:
    assert services.amending.can_drop(reopened)
    services.amending.drop(reopened)
    state = services.assessments.get(reopened)
    assert (state.is_sealed, state.amendment, state.revision) == (True, None, 1)
    assert services.assessments.row(reopened).status is Status.SEALED


def test_what_was_changed_is_not_given_up(services: Services, reopened: AssessmentId) -> None:
    services.answering.choose(reopened, A2, HALF)
    assert not services.amending.can_drop(reopened)
    with pytest.raises(AmendmentChanged) as error:
        services.amending.drop(reopened)
    assert error.value.parameters["count"] == "1"


def test_what_was_changed_and_put_back_is_given_up(
    services: Services, reopened: AssessmentId
) -> None:
    services.answering.choose(reopened, A2, HALF)
    services.answering.note(reopened, B1, "x")
    services.editing.undo(reopened)
    services.editing.undo(reopened)
    services.amending.drop(reopened)
    assert services.assessments.overview(reopened).late == ()
    assert not services.editing.can_redo(reopened)


def test_nothing_is_given_up_where_nothing_is_open(
    services: Services, signed: AssessmentId, corrected: AssessmentId
) -> None:
    assert not services.amending.can_drop(corrected)
    with pytest.raises(AssessmentNotSealed):
        services.amending.drop(corrected)


def test_a_signature_is_withdrawn_and_the_seal_stays(
    services: Services, signed: AssessmentId
) -> None:
    before = seal_of(services, signed)
    services.amending.withdraw(signed, "unit_head", BUDI, " Belum membaca ")
    state = services.assessments.get(signed)
    assert (state.seal, state.is_sealed) == (before, True)
    withdrawn = state.acts.withdrawn["unit_head"]
    assert (withdrawn.person, withdrawn.reason, withdrawn.seal) == (
        BUDI,
        "Belum membaca",
        state.seal_id,
    )
    assert services.assessments.row(signed).withdrawn == 1


def test_a_withdrawal_belongs_to_its_seal(services: Services, signed: AssessmentId) -> None:
    services.amending.withdraw(signed, "auditor", SITI, WHY)
    services.amending.amend(signed, WHY)
    assert services.assessments.get(signed).acts.withdrawn.keys() == {"auditor"}
    seals.sealed(services, signed)
    state = services.assessments.get(signed)
    assert (state.acts.withdrawn, len(state.withdrawals)) == ({}, 1)
    services.amending.withdraw(signed, "auditor", SITI, "lagi")
    assert services.assessments.get(signed).acts.withdrawn["auditor"].reason == "lagi"


def test_a_withdrawal_needs_a_signature_a_name_and_a_reason(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    auditor, head = workspaces.SIGNATURES
    refusal = msgspec.structs.replace(head, strokes=(), refused_because="Tidak setuju")
    seals.sealed(services, a_filled_assessment, signatures=(auditor, refusal))
    withdraw, one = services.amending.withdraw, a_filled_assessment
    assert refused(lambda: withdraw(one, "unit_head", BUDI, WHY)) == "role"
    assert refused(lambda: withdraw(one, "saksi", BUDI, WHY)) == "role"
    assert refused(lambda: withdraw(one, "auditor", SITI, " ")) == "reason"
    assert refused(lambda: withdraw(one, "auditor", Person(name=" "), WHY)) == "person"
    withdraw(one, "auditor", SITI, WHY)
    assert refused(lambda: withdraw(one, "auditor", SITI, WHY)) == "role"


def test_a_signature_that_was_never_given_is_not_withdrawn(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    with pytest.raises(AssessmentNotSealed):
        services.amending.withdraw(a_filled_assessment, "auditor", SITI, WHY)


@pytest.fixture
def late(services: Services, a_filled_assessment: AssessmentId, tmp_path: Path) -> AssessmentId:
    """A sealed assessment after a colleague's answers of before the seal arrived."""
    one = a_filled_assessment
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(services._workspace.journal.bodies())
        colleague.answering.choose(one, A2, HALF)
        colleague.answering.note(one, B1, "terlambat")
        seals.sealed(services, one)
        services._workspace.journal.merge(colleague._workspace.journal.bodies())
    return one


def test_what_came_late_must_be_looked_at(services: Services, late: AssessmentId) -> None:
    some = services.assessments.late(late)
    assert len(some) == 2
    assert refused(lambda: services.amending.amend(late, WHY)) == "late"
    assert refused(lambda: services.amending.amend(late, WHY, some[:1])) == "late"
    services.amending.amend(late, WHY, some)
    overview = services.assessments.overview(late)
    assert overview.late == (answer_slot(A2), "note/b.1")
    assert overview.assessment.notes[B1] == "terlambat"
    assert isinstance(overview.result.total, Score)
    assert overview.result.total.value != "100.00"


def test_a_correction_with_late_entries_is_given_up_too(
    services: Services, late: AssessmentId
) -> None:
    services.amending.amend(late, WHY, services.assessments.late(late))
    assert services.amending.can_drop(late)
    services.answering.note(late, B1, "lain")
    assert services.assessments.overview(late).late == (answer_slot(A2),)
    assert not services.amending.can_drop(late)


def test_nothing_is_late_in_an_open_correction(services: Services, reopened: AssessmentId) -> None:
    services.answering.choose(reopened, A2, HALF)
    assert services.assessments.late(reopened) == ()
    assert services.assessments.overview(reopened).late == ()


@pytest.mark.parametrize("theirs", ["b", "a"])
def test_two_corrections_at_a_time_show_alike_everywhere(
    services: Services, signed: AssessmentId, tmp_path: Path, theirs: str
) -> None:
    conflicts = ("amendment",) if theirs == "b" else ()
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(services._workspace.journal.bodies())
        services.amending.amend(signed, "a")
        colleague.amending.amend(signed, theirs)
        for this, other in ((services, colleague), (colleague, services)):
            this._workspace.journal.merge(other._workspace.journal.bodies())
        here, there = services.assessments.get(signed), colleague.assessments.get(signed)
        assert (here.amendment, here.conflicts) == (there.amendment, conflicts)
        assert there.conflicts == conflicts
        assert here.corrects == there.corrects
        assert services.assessments.overview(signed).missing.is_nothing
        seals.sealed(services, signed)
        state = services.assessments.get(signed)
        assert (state.is_sealed, state.conflicts) == (True, ())
        seal = seal_of(services, signed)
        assert seal.corrects is not None
        assert set(seal.corrects.reason.split(" / ")) == {"a", theirs}


def test_two_seals_at_a_time_are_settled_by_the_next_revision(
    services: Services, a_filled_assessment: AssessmentId, tmp_path: Path
) -> None:
    one = a_filled_assessment
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        theirs, mine = colleague._workspace.journal, services._workspace.journal
        theirs.merge(mine.bodies())
        colleague.attaching.keep(workspaces.a_photo(), "papan.jpg")
        colleague.answering.choose(one, A2, HALF)
        seals.sealed(colleague, one)
        seals.sealed(services, one)
        theirs.merge(mine.bodies())
        mine.merge(theirs.bodies())
        rivals = services.assessments.overview(one).rivals
        assert colleague.assessments.overview(one).rivals == rivals
        assert services.assessments.get(one).seal_id == colleague.assessments.get(one).seal_id
        assert services.assessments.row(one).conflicts >= 1
        assert len(rivals) == 1
        assert rivals[0].is_rival
        assert all(it.is_rival for it in services.assessments.revisions(one))
        services.amending.amend(one, WHY, services.assessments.late(one))
        services.answering.choose(one, A2, FULL)
        seals.sealed(services, one)
        state = services.assessments.get(one)
        assert (state.conflicts, state.revision) == ((), 2)
        assert services.assessments.overview(one).rivals == ()
        assert len(services.assessments.revisions(one)) == 3
        then = services.assessments.as_sealed(one, 1)
        assert then is not None
        assert then.seal_id == services.assessments.get(one).seal.amends  # type: ignore[union-attr]  # it is sealed
