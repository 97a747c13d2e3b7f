"""Open a sealed assessment for a correction, give that up, or withdraw a signature.

A sealed revision stays as it was signed: a correction ends in a new one that names it.
"""

from collections.abc import Iterable

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain import history
from kepatuhan_desktop.domain.acts import AMENDMENT, withdrawal_slot
from kepatuhan_desktop.domain.assessment import Assessment, fold
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Amendment, Withdrawal
from kepatuhan_desktop.errors import AmendmentChanged, AssessmentNotSealed, InputInvalid
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.editing import Editing
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal


class Amending:
    """The corrections of sealed assessments."""

    def __init__(
        self, journal: Journal, assessments: Assessments, editing: Editing, pen: Pen
    ) -> None:
        self._journal = journal
        self._assessments = assessments
        self._editing = editing
        self._pen = pen

    def amend(self, one: AssessmentId, reason: str, looked_at: Iterable[EntryId] = ()) -> Changes:
        """Open a sealed assessment: from now on it is worked on as the next revision.

        `looked_at` names what `Assessments.late` gave: entries that came after the seal begin
        to count now, and somebody must have seen them. Raises `AssessmentNotSealed`;
        `InputInvalid` without a reason, or where such an entry was not looked at.
        """
        state = self._assessments.get(one)
        seal = state.seal
        if seal is None or state.seal_id is None or not state.is_sealed:
            raise AssessmentNotSealed(assessment=one)
        if not reason.strip():
            raise InputInvalid(field="reason")
        late = self._assessments.late(one)
        if not set(late) <= set(looked_at):
            raise InputInvalid(field="late")
        opened = Amendment(
            amends=state.seal_id, revision=state.next_revision, reason=reason.strip(), late=late
        )
        changes = self._pen.write(
            Draft(
                kind=Kind.AMENDMENT,
                record=state.record,
                slot=AMENDMENT,
                value=codec.plain(opened),
                replaces=state.seen(AMENDMENT),
            )
        )
        self._editing.forget(one)
        return changes

    def can_drop(self, one: AssessmentId) -> bool:
        """Whether a correction is open in which nothing differs from what was sealed."""
        state = self._assessments.get(one)
        return state.is_amending and not self._changed(state)

    def drop(self, one: AssessmentId) -> Changes:
        """Give up a correction before anything was sealed.

        Raises `AssessmentNotSealed` where none is open, `AmendmentChanged` where something
        differs: whoever changed it undoes it, or seals it.
        """
        state = self._assessments.get(one)
        if not state.is_amending:
            raise AssessmentNotSealed(assessment=one)
        changed = self._changed(state)
        if changed:
            raise AmendmentChanged(assessment=one, count=len(changed))
        changes = self._pen.write(
            Draft(
                kind=Kind.AMENDMENT,
                record=state.record,
                slot=AMENDMENT,
                value=None,
                replaces=state.seen(AMENDMENT),
            )
        )
        self._editing.forget(one)
        return changes

    def withdraw(self, one: AssessmentId, role: str, person: Person, reason: str) -> Changes:
        """Withdraw a signature under the present seal, which stays.

        Raises `AssessmentNotSealed`; `InputInvalid` where that role has not signed or has
        withdrawn already, and without a name or a reason.
        """
        state = self._assessments.get(one)
        seal = state.seal
        if seal is None or state.seal_id is None:
            raise AssessmentNotSealed(assessment=one)
        signed = {it.role for it in seal.signatures if not it.refused_because}
        if role not in signed or role in state.acts.withdrawn:
            raise InputInvalid(field="role")
        for field, text in (("person", person.name), ("reason", reason)):
            if not text.strip():
                raise InputInvalid(field=field)
        slot = withdrawal_slot(role)
        withdrawal = Withdrawal(seal=state.seal_id, role=role, person=person, reason=reason.strip())
        return self._pen.write(
            Draft(
                kind=Kind.WITHDRAWAL,
                record=state.record,
                slot=slot,
                value=codec.plain(withdrawal),
                replaces=state.seen(slot),
            )
        )

    def _changed(self, state: Assessment) -> tuple[EntryId, ...]:
        """What differs from how it stood when the correction was opened."""
        covers: set[EntryId] = set(state.seal.covers) if state.seal else set()
        for opened in state.acts.open_amendments:
            covers.update(opened.late)
        entries = self._journal.history(state.record)
        then = fold(state.id, (entry for entry in entries if entry.id in covers))
        return state.covered() if then is None else history.changed(state, then)
