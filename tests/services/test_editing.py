"""Undo puts back what was, redo does it again, and neither touches another's work."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import PROFILE, answer_slot
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, IndicatorId, OptionId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from kepatuhan_desktop.errors import AssessmentSealed, AssessmentUnknown, InputInvalid
from tests.builders import workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, A2, FULL, HALF, NONE

Value = str | Chosen | Excluded | None
State = dict[tuple[str, IndicatorId], Value]


class Model:
    """What undo and redo mean, in a list of states and a place in it."""

    def __init__(self) -> None:
        self.states: list[State] = [{}]
        self.at = 0

    @property
    def now(self) -> State:
        """What holds."""
        return {place: value for place, value in self.states[self.at].items() if value is not None}

    def put(self, kind: str, indicator: IndicatorId, value: Value) -> None:
        """A new deed; what had been undone cannot be redone any more."""
        if self.states[self.at].get((kind, indicator)) == value:
            return
        del self.states[self.at + 1 :]
        self.states.append({**self.states[self.at], (kind, indicator): value})
        self.at += 1

    def undo(self) -> None:
        """One back."""
        self.at = max(0, self.at - 1)

    def redo(self) -> None:
        """One forward."""
        self.at = min(len(self.states) - 1, self.at + 1)


class Doing(msgspec.Struct, frozen=True):
    """One step: what is done, where, and with what."""

    verb: str
    indicator: IndicatorId
    number: int


_DOINGS = st.lists(
    st.builds(
        Doing,
        st.sampled_from(["choose", "exclude", "note", "clear", "undo", "undo", "redo"]),
        st.sampled_from([A1, A2]),
        st.integers(0, 2),
    ),
    max_size=20,
)
_OPTIONS: tuple[OptionId, ...] = (NONE, HALF, FULL)


def do(services: Services, model: Model, one: AssessmentId, step: Doing) -> None:
    """The same step in both worlds."""
    where, number = step.indicator, step.number
    if step.verb == "choose":
        services.answering.choose(one, where, _OPTIONS[number])
        model.put("answer", where, Chosen(_OPTIONS[number]))
    elif step.verb == "exclude":
        services.answering.exclude(one, where, f"alasan {number}")
        model.put("answer", where, Excluded(f"alasan {number}"))
    elif step.verb == "clear":
        services.answering.clear(one, where)
        model.put("answer", where, None)
    elif step.verb == "note":
        services.answering.note(one, where, "x" * number)
        model.put("note", where, "x" * number or None)
    elif step.verb == "undo":
        services.editing.undo(one)
        model.undo()
    else:
        services.editing.redo(one)
        model.redo()


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DOINGS)
def test_undo_and_redo_are_those_of_a_simple_model(services: Services, steps: list[Doing]) -> None:
    one, model = workspaces.started(services), Model()
    for step in steps:
        do(services, model, one, step)
        state = services.assessments.get(one)
        held: State = {("answer", name): value for name, value in state.answers.items()}
        held |= {("note", name): text for name, text in state.notes.items()}
        assert held == model.now
        assert services.editing.can_undo(one) == (model.at > 0)
        assert services.editing.can_redo(one) == (model.at < len(model.states) - 1)
        assert state.conflicts == ()


def test_undo_takes_nothing_out_of_the_journal(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    before = services._workspace.journal.bodies()
    services.editing.undo(an_assessment)
    assert set(before) < set(services._workspace.journal.bodies())


def test_undo_without_a_deed_does_nothing(services: Services, an_assessment: AssessmentId) -> None:
    assert services.editing.undo(an_assessment) == Changes()


def test_redo_without_an_undo_does_nothing(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    assert services.editing.redo(an_assessment) == Changes()


def test_a_new_deed_ends_what_could_be_redone(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    services.editing.undo(an_assessment)
    services.answering.choose(an_assessment, A2, FULL)
    assert not services.editing.can_redo(an_assessment)


def test_each_assessment_has_deeds_of_its_own(
    services: Services, an_assessment: AssessmentId
) -> None:
    other = workspaces.started(services)
    services.answering.choose(an_assessment, A1, FULL)
    assert not services.editing.can_undo(other)


def test_only_so_many_deeds_are_remembered(
    services: Services, an_assessment: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kepatuhan_desktop.services.editing._DEPTH", 2)
    for option in (NONE, HALF, FULL):
        services.answering.choose(an_assessment, A1, option)
    for _ in range(3):
        services.editing.undo(an_assessment)
    assert services.assessments.get(an_assessment).answers == {A1: Chosen(NONE)}


def from_elsewhere(
    services: Services, one: AssessmentId, tmp_path: Path, deed: Callable[[Services], object]
) -> None:
    """Let a colleague's laptop take in everything, do something, and hand it back."""
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(services._workspace.journal.bodies())
        deed(colleague)
        services._workspace.journal.merge(colleague._workspace.journal.bodies())


def test_undo_leaves_alone_what_somebody_else_changed_since(
    services: Services, an_assessment: AssessmentId, tmp_path: Path
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    from_elsewhere(
        services, an_assessment, tmp_path, lambda it: it.answering.choose(an_assessment, A1, HALF)
    )
    assert services.editing.undo(an_assessment) == Changes()
    assert services.assessments.get(an_assessment).answers == {A1: Chosen(HALF)}


def test_redo_leaves_alone_what_somebody_else_changed_since(
    services: Services, an_assessment: AssessmentId, tmp_path: Path
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    services.editing.undo(an_assessment)
    from_elsewhere(
        services, an_assessment, tmp_path, lambda it: it.answering.choose(an_assessment, A1, HALF)
    )
    assert services.editing.redo(an_assessment) == Changes()
    assert services.assessments.get(an_assessment).answers == {A1: Chosen(HALF)}


def test_undo_puts_back_what_two_people_had_agreed_on(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.answering.choose(an_assessment, A1, HALF)
    state = services.assessments.get(an_assessment)
    (mine,) = state.heads[answer_slot(A1)]
    same = Draft(kind=Kind.ANSWER, record=state.record, slot=answer_slot(A1), value=mine.value)
    services._workspace.journal.append([same], author="Budi", at=mine.at)
    services.answering.choose(an_assessment, A1, FULL)
    services.editing.undo(an_assessment)
    assert services.assessments.get(an_assessment).answers == {A1: Chosen(HALF)}


@pytest.fixture
def a_conflict(services: Services, an_assessment: AssessmentId) -> AssessmentId:
    """An assessment where two people answered `a.1` without knowing of each other."""
    services.answering.choose(an_assessment, A1, HALF)
    state = services.assessments.get(an_assessment)
    value = {"type": "chosen", "option": NONE}
    other = Draft(kind=Kind.ANSWER, record=state.record, slot=answer_slot(A1), value=value)
    services._workspace.journal.append([other], author="Budi", at=state.updated_at)
    assert services.assessments.get(an_assessment).conflicts == (answer_slot(A1),)
    return an_assessment


def test_an_answer_settles_a_conflict(services: Services, a_conflict: AssessmentId) -> None:
    services.answering.choose(a_conflict, A1, HALF)
    settled = services.assessments.get(a_conflict)
    assert (settled.conflicts, settled.answers) == ((), {A1: Chosen(HALF)})


def test_a_conflict_is_settled_for_one_of_its_entries(
    services: Services, a_conflict: AssessmentId
) -> None:
    heads = services.assessments.get(a_conflict).heads[answer_slot(A1)]
    theirs = next(entry for entry in heads if entry.author == "Budi")
    services.editing.settle(a_conflict, answer_slot(A1), theirs.id)
    settled = services.assessments.get(a_conflict)
    assert (settled.conflicts, settled.answers) == ((), {A1: Chosen(NONE)})


def test_a_conflict_is_not_settled_for_an_entry_that_is_not_in_it(
    services: Services, a_conflict: AssessmentId
) -> None:
    with pytest.raises(InputInvalid):
        services.editing.settle(a_conflict, answer_slot(A1), EntryId("0" * 64))
    assert services.assessments.get(a_conflict).conflicts == (answer_slot(A1),)


def test_undoing_a_decision_opens_the_conflict_again(
    services: Services, a_conflict: AssessmentId
) -> None:
    def values() -> list[bytes]:
        heads = services.assessments.get(a_conflict).heads[answer_slot(A1)]
        return sorted(codec.canonical(entry.value) for entry in heads)

    before = values()
    services.answering.choose(a_conflict, A1, HALF)
    services.editing.undo(a_conflict)
    state = services.assessments.get(a_conflict)
    assert (state.answers, state.conflicts) == ({}, (answer_slot(A1),))
    assert values() == before
    services.editing.redo(a_conflict)
    assert services.assessments.get(a_conflict).answers == {A1: Chosen(HALF)}
    services.editing.undo(a_conflict)
    assert values() == before


def test_undoing_a_decision_about_the_profile_keeps_the_assessment(
    services: Services, an_assessment: AssessmentId
) -> None:
    state = services.assessments.get(an_assessment)
    journal, (first,) = services._workspace.journal, state.heads[PROFILE]
    other = msgspec.structs.replace(state.profile, visited_on="2024-09-01")
    draft = Draft(kind=Kind.ASSESSMENT, record=state.record, slot=PROFILE, value=codec.plain(other))
    journal.append([draft], author="Budi", at=first.at)
    services.editing.settle(an_assessment, PROFILE, first.id)
    assert services.assessments.get(an_assessment).conflicts == ()
    services.editing.undo(an_assessment)
    journal.rebuild()
    assert services.assessments.get(an_assessment).conflicts == (PROFILE,)


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_a_sealed_assessment_refuses_undo_and_redo(
    services: Services, a_sealed_assessment: AssessmentId, verb: str
) -> None:
    with pytest.raises(AssessmentSealed):
        getattr(services.editing, verb)(a_sealed_assessment)


def test_a_sealed_assessment_offers_nothing_to_undo(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    assert services.editing.can_undo(a_filled_assessment)
    workspaces.sealed(services, a_filled_assessment)
    assert not services.editing.can_undo(a_filled_assessment)


def test_an_unknown_assessment_has_nothing_to_undo(services: Services) -> None:
    assert not services.editing.can_undo(AssessmentId("nowhere"))
    with pytest.raises(AssessmentUnknown):
        services.editing.undo(AssessmentId("nowhere"))
