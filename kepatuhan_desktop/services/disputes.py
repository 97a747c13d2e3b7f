"""Lay the versions of a conflict side by side, and let one of them hold."""

from collections.abc import Mapping, Sequence

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.acts import is_act
from kepatuhan_desktop.domain.assessment import Assessment, id_of, note_slot
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    EntryId,
    EvidenceId,
    IndicatorId,
    RecordId,
    Slot,
)
from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.scoring import Answer, Result, score
from kepatuhan_desktop.services.assessments import Assessments, Overview
from kepatuhan_desktop.services.editing import Editing
from kepatuhan_desktop.services.register_disputes import RegisterDisputes
from kepatuhan_desktop.services.rivals import Dispute, Field, Version, origins
from kepatuhan_desktop.storage.journal import Journal

__all__ = ["Dispute", "Disputes", "Field", "Version", "answer_of", "finding_of"]


class _Answered(msgspec.Struct):
    answer: Answer


class Disputes:
    """The conflicts that a person can settle; two seals of one revision are not among them."""

    def __init__(
        self,
        journal: Journal,
        assessments: Assessments,
        editing: Editing,
        register: RegisterDisputes,
    ) -> None:
        self._journal = journal
        self._assessments = assessments
        self._editing = editing
        self._register = register

    def assessments(self) -> tuple[AssessmentId, ...]:
        """The open assessments with conflicts, last changed first."""
        return tuple(one for one in self._assessments.disputed() if self._slots(one))

    def count(self) -> int:
        """How many conflicts there are in all, those of the register among them."""
        return sum(len(self._slots(one)) for one in self.assessments()) + self._register.count()

    def register(self) -> tuple[Dispute, ...]:
        """The conflicts about institutions, units and products, in this order."""
        return self._register.all()

    def of_register(self, record: RecordId) -> tuple[Dispute, ...]:
        """The conflict about one of them; raises `InputInvalid` for any other record."""
        return self._register.of(record)

    def of(self, one: AssessmentId) -> tuple[Dispute, ...]:
        """The conflicts of an assessment in the order of its questions, then the others.

        None where it is sealed. Raises `AssessmentUnknown`.
        """
        overview = self._assessments.overview(one)
        state = overview.assessment
        if state.is_sealed:
            return ()
        slots = self._slots(one)
        past = {entry.id: entry for entry in self._journal.history(state.record)} if slots else {}
        order = {name: place for place, name in enumerate(overview.instrument.indicators)}
        found = [_dispute(overview, slot, past) for slot in slots]
        return tuple(
            sorted(
                found,
                key=lambda it: (
                    order[it.indicator.id] if it.indicator else len(order),
                    it.slot,
                ),
            )
        )

    def settle(
        self, dispute: Dispute, version: EntryId, fields: Mapping[str, str] | None = None
    ) -> Changes:
        """Let one version hold, by an entry that replaces them all.

        Of the register, `fields` of it may be changed at once. Raises what `Editing.settle`
        and `RegisterDisputes.settle` raise.
        """
        if dispute.assessment is None:
            return self._register.settle(dispute, version, fields)
        return self._editing.settle(dispute.assessment, dispute.slot, version)

    def undo(self, record: RecordId) -> Changes:
        """Undo what was done last in a record, as `Editing.undo` does; raises the same."""
        if record.startswith(f"{Kind.ASSESSMENT.value}:"):
            return self._editing.undo(id_of(record))
        return self._register.undo(record)

    def _slots(self, one: AssessmentId) -> tuple[Slot, ...]:
        state = self._assessments.get(one)
        return tuple(slot for slot in state.conflicts if not is_act(slot))


def _dispute(overview: Overview, slot: Slot, past: Mapping[EntryId, Entry]) -> Dispute:
    state = overview.assessment
    heads = state.heads[slot]
    indicator = overview.instrument.indicators.get(_indicator_of(slot, heads))
    by_value: dict[bytes, list[Entry]] = {}
    for head in heads:
        by_value.setdefault(codec.canonical(head.value), []).append(head)
    versions = [
        _version(overview, slot, indicator, origins(some, past)) for some in by_value.values()
    ]
    note = ""
    if indicator is not None and slot.startswith(f"{Kind.ANSWER.value}/"):
        note = state.notes.get(indicator.id, "")
    return Dispute(
        record=state.record,
        assessment=state.id,
        slot=slot,
        indicator=indicator,
        versions=tuple(sorted(versions, key=lambda it: (it.author, it.entry))),
        shared_note=note,
    )


def _indicator_of(slot: Slot, heads: Sequence[Entry]) -> IndicatorId:
    kind, _, name = slot.partition("/")
    if kind in (Kind.ANSWER.value, Kind.NOTE.value):
        return IndicatorId(name)
    # Evidence and findings say themselves which question they belong to.
    for head in heads:
        if kind in (Kind.EVIDENCE.value, Kind.FINDING.value) and isinstance(head.value, dict):
            return IndicatorId(str(head.value.get("indicator") or ""))
    return IndicatorId("")


def _version(
    overview: Overview,
    slot: Slot,
    indicator: Indicator | None,
    some: Sequence[tuple[Entry, Entry]],
) -> Version:
    state = overview.assessment
    entry, origin = some[0]
    is_answer = entry.kind == Kind.ANSWER and indicator is not None
    others = [one.author for _, one in some[1:] if one.author != origin.author]
    return Version(
        entry=entry.id,
        kind=entry.kind,
        value=entry.value,
        author=origin.author,
        device=origin.device,
        at=origin.at,
        others=tuple(dict.fromkeys(others)),
        note=_note(state, indicator.id, origin.device) if is_answer and indicator else "",
        pieces=_pieces(state, slot, entry, indicator, {one.device for _, one in some}),
        result=_result(overview, indicator, entry) if is_answer and indicator else None,
    )


def _note(state: Assessment, indicator: IndicatorId, device: DeviceId) -> str:
    """The device's own note, where the notes are in conflict too or it alone wrote one."""
    for head in state.heads.get(note_slot(indicator), ()):
        if head.device == device and isinstance(head.value, str):
            return head.value
    return ""


def _pieces(
    state: Assessment,
    slot: Slot,
    entry: Entry,
    indicator: Indicator | None,
    devices: set[DeviceId],
) -> tuple[tuple[EvidenceId, Evidence], ...]:
    if entry.kind == Kind.EVIDENCE:
        if entry.value is None:
            return ()
        return ((EvidenceId(slot.partition("/")[2]), codec.typed(entry.value, Evidence)),)
    if indicator is None or entry.kind not in (Kind.ANSWER, Kind.NOTE):
        return ()
    return tuple(
        (name, piece)
        for name, piece in state.evidence_of(indicator.id)
        if any(head.device in devices for head in state.heads[Slot(f"evidence/{name}")])
    )


def _result(overview: Overview, indicator: Indicator, entry: Entry) -> Result:
    answers = dict(overview.assessment.answers)
    if entry.value is None:
        answers.pop(indicator.id, None)
    else:
        answers[indicator.id] = codec.typed({"answer": entry.value}, _Answered).answer
    return score(overview.instrument, answers)


def answer_of(version: Version) -> Answer | None:
    """The answer that a version gives; None where it takes one back."""
    if version.value is None:
        return None
    return codec.typed({"answer": version.value}, _Answered).answer


def finding_of(version: Version) -> Finding | None:
    """The finding that a version holds; None where it removes it."""
    return None if version.value is None else codec.typed(version.value, Finding)
