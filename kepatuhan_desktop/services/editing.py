"""Change slots of an unsealed assessment, with undo and redo.

Undoing is an entry like any other: it puts back what the slot held before. Nothing is
ever taken out of the journal.
"""

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, Slot
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.errors import AssessmentSealed, AssessmentUnknown, InputInvalid
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal

_DEPTH = 200
"""Deeds that can be undone, per assessment."""
_KNOWN = frozenset(Kind)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A slot gets a value; None clears it."""

    kind: Kind
    slot: Slot
    value: Json


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """What one use-case did, so that it can be undone."""

    changes: tuple[Change, ...]
    before: tuple[tuple[Change, ...], ...]
    """What each of those slots held; several values where entries disagreed."""


class Editing:
    """Writes slots and remembers, for this session, how they were."""

    def __init__(self, journal: Journal, pen: Pen) -> None:
        self._journal = journal
        self._pen = pen
        self._done: dict[AssessmentId, list[Deed]] = {}
        self._undone: dict[AssessmentId, list[Deed]] = {}

    def put(self, one: AssessmentId, *changes: Change) -> Changes:
        """Write values; slots that already hold them are left alone.

        Raises `AssessmentUnknown`, `AssessmentSealed`.
        """
        state = self._open(one)
        needed = tuple(change for change in changes if not _holds(state, change))
        if not needed:
            return Changes()
        before = tuple(_before(state, change) for change in needed)
        written = self._write(state, needed)
        self._done.setdefault(one, []).append(Deed(changes=needed, before=before))
        del self._done[one][:-_DEPTH]
        self._undone.pop(one, None)
        return written

    def settle(self, one: AssessmentId, slot: Slot, entry: EntryId) -> Changes:
        """Decide a conflict for one of its entries; raises `InputInvalid` for any other entry."""
        for head in self._open(one).heads.get(slot, ()):
            if head.id == entry:
                return self.put(one, Change(kind=Kind(head.kind), slot=slot, value=head.value))
        raise InputInvalid(field="version")

    def can_undo(self, one: AssessmentId) -> bool:
        """Whether `undo` would do something; never after sealing."""
        return bool(self._done.get(one)) and not self._is_sealed(one)

    def can_redo(self, one: AssessmentId) -> bool:
        """Whether `redo` would do something; never after sealing."""
        return bool(self._undone.get(one)) and not self._is_sealed(one)

    def undo(self, one: AssessmentId) -> Changes:
        """Put back what the last deed replaced; no changes where there is none left.

        A slot that somebody else has changed since is left as it is. Where the deed had decided
        a conflict, all its versions stand there again.
        """
        return self._turn(one, self._done, self._undone, back=True)

    def redo(self, one: AssessmentId) -> Changes:
        """Do again what was undone last."""
        return self._turn(one, self._undone, self._done, back=False)

    def forget(self, one: AssessmentId) -> None:
        """Nothing from before can be undone or done again: it was sealed, or opened anew."""
        self._done.pop(one, None)
        self._undone.pop(one, None)

    def _turn(
        self,
        one: AssessmentId,
        source: dict[AssessmentId, list[Deed]],
        target: dict[AssessmentId, list[Deed]],
        *,
        back: bool,
    ) -> Changes:
        state = self._open(one)
        if not source.get(one):
            return Changes()
        deed = source[one][-1]
        done = tuple((change,) for change in deed.changes)
        wanted, expected = (deed.before, done) if back else (done, deed.before)
        ours = [
            change
            for new, old in zip(wanted, expected, strict=True)
            if _holds(state, *old)
            for change in new
        ]
        changes = self._write(state, tuple(ours)) if ours else Changes()
        source[one].pop()
        target.setdefault(one, []).append(deed)
        return changes

    def _write(self, state: Assessment, changes: tuple[Change, ...]) -> Changes:
        return self._pen.write(
            *(
                Draft(
                    kind=change.kind,
                    record=state.record,
                    slot=change.slot,
                    value=change.value,
                    replaces=state.seen(change.slot),
                )
                for change in changes
            )
        )

    def _is_sealed(self, one: AssessmentId) -> bool:
        state = self._journal.assessment(one)
        return state is not None and state.is_sealed

    def _open(self, one: AssessmentId) -> Assessment:
        state = self._journal.assessment(one)
        if state is None:
            raise AssessmentUnknown(assessment=one)
        if state.is_sealed:
            raise AssessmentSealed(assessment=one)
        return state


def _before(state: Assessment, change: Change) -> tuple[Change, ...]:
    """What puts the slot of `change` back: one value, none, or all those that disagree."""
    held = {codec.canonical(entry.value): entry for entry in state.heads.get(change.slot, ())}
    if not held:
        return (Change(kind=change.kind, slot=change.slot, value=None),)
    # An entry of a later vocabulary cannot be written here; its kind stays behind with it.
    return tuple(
        Change(
            kind=Kind(one.kind) if one.kind in _KNOWN else change.kind,
            slot=change.slot,
            value=one.value,
        )
        for _, one in sorted(held.items())
    )


def _holds(state: Assessment, *changes: Change) -> bool:
    """Whether a slot holds exactly the values of `changes`, which are all about it."""
    values = _values(state, changes[0].slot)
    wanted = {codec.canonical(change.value) for change in changes}
    return (values or {codec.canonical(None)}) == wanted


def _values(state: Assessment, slot: Slot) -> set[bytes]:
    """The different values of a slot's entries; several are a conflict."""
    return {codec.canonical(entry.value) for entry in state.heads.get(slot, ())}
