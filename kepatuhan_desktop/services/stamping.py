"""Take back a sealed PDF that was stamped elsewhere, and keep it beside the sealed one."""

from datetime import datetime

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.acts import stamp_slot
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.seal import Seal, Stamp
from kepatuhan_desktop.errors import (
    AssessmentNotSealed,
    EvidenceMissing,
    StampForeign,
    StampRefused,
)
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.vault import Vault

_REASONS = {
    "no_stamp": "stamp_missing",
    "changed": "stamp_changed",
    "self_issued": "stamp_self_issued",
    "unreadable": "stamp_unreadable",
}


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Which seal a file should be compared with."""

    seal_id: EntryId
    seal: Seal
    now: str


class Stamping:
    """`request` on the journal's thread, `keep` on the worker, `add` on the journal's thread."""

    def __init__(self, vault: Vault, assessments: Assessments, pen: Pen) -> None:
        self._vault = vault
        self._assessments = assessments
        self._pen = pen

    def request(self, one: AssessmentId) -> Request:
        """The present seal; raises `AssessmentNotSealed`."""
        state = self._assessments.get(one)
        if state.seal is None or state.seal_id is None:
            raise AssessmentNotSealed(assessment=one)
        return Request(seal_id=state.seal_id, seal=state.seal, now=self._pen.now())

    def keep(self, request: Request, data: bytes, name: str) -> Stamp:
        """Store a returned file, if it is the sealed one with a sound stamp. For the worker.

        Raises `StampForeign`, `StampRefused`; `EvidenceMissing` or `EvidenceDamaged` where the
        sealed file is; what `Vault.store` raises.
        """
        from kepatuhan_desktop.signing import stamped  # noqa: PLC0415 - pyHanko takes a second

        ours = self._vault.load(request.seal.scorecard)
        found = stamped.contains(ours, data, datetime.fromisoformat(request.now))
        if found.fault is stamped.Fault.OTHER_FILE:
            raise StampForeign(name=name)
        if found.fault is not None or found.stamp is None:
            reason = _REASONS[found.fault or stamped.Fault.NO_STAMP]
            raise StampRefused(name=name, reason=reason, detail=found.detail)
        stored = self._vault.store(data)
        return Stamp(
            seal=request.seal_id,
            digest=stored.digest,
            size=stored.size,
            name=found.stamp.name,
            issuer=found.stamp.issuer,
            claimed_at=found.stamp.claimed_at,
        )

    def add(self, one: AssessmentId, stamp: Stamp) -> Changes:
        """Write that the stamped file is there; an earlier one of the same seal is replaced.

        Raises `EvidenceMissing` where it does not lie in the vault.
        """
        if not self._vault.holds(stamp.digest):
            raise EvidenceMissing(name=stamp.digest[:12])
        state = self._assessments.get(one)
        slot = stamp_slot(stamp.seal)
        return self._pen.write(
            Draft(
                kind=Kind.STAMP,
                record=state.record,
                slot=slot,
                value=codec.plain(stamp),
                replaces=state.seen(slot),
            )
        )

    def stamps(self, one: AssessmentId, seal: EntryId | None = None) -> tuple[Stamp, ...]:
        """The stamped files of a seal, the present one's unless told otherwise; usually one."""
        state = self._assessments.get(one)
        wanted = state.seal_id if seal is None else seal
        if wanted is None:
            return ()
        return tuple(
            codec.typed(entry.value, Stamp)
            for entry in state.heads.get(stamp_slot(wanted), ())
            if entry.kind == Kind.STAMP and entry.value is not None
        )

    def pdf_of(self, stamp: Stamp) -> bytes:
        """The stamped PDF, for the worker; raises `EvidenceMissing`, `EvidenceDamaged`."""
        return self._vault.load(stamp.digest)
