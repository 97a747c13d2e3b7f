"""Say which plans of headquarters a letter has carried to their auditors, and which not yet."""

from collections.abc import Iterable, Iterator

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId, PlanId, RecordId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.domain.visit_plan import PROFILE, PlanStatus, VisitPlan, plan_record
from kepatuhan_desktop.services.sent_letters import SentLetters
from kepatuhan_desktop.storage.journal import Journal

_PLANS = plan_record(PlanId(""))


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What auditors have heard of the plans that were made here."""

    statuses: dict[RecordId, PlanStatus]
    """Of the plans that stand; that one was carried out is not looked at."""
    due: dict[DeviceId, int]
    """Plans that are new, changed or called off since their auditor's last letter, by device."""


def told(journal: Journal, trusts: Iterable[Trust]) -> Told:
    """Read it from what this device wrote into its letters."""
    letters = SentLetters(journal, trusts)
    by_record: dict[RecordId, list[Entry]] = {}
    for entry in journal.written_here(_PLANS):
        if entry.kind == Kind.PLAN and entry.slot == PROFILE:
            by_record.setdefault(entry.record, []).append(entry)
    statuses: dict[RecordId, PlanStatus] = {}
    due: dict[DeviceId, int] = {}
    for record, said in by_record.items():
        last = said[-1]
        for device, is_theirs in _devices(said):
            if letters.hold(last, device):
                status = PlanStatus.SENT
            elif any(letters.hold(one, device) for one in said):
                status = PlanStatus.CHANGED
            else:
                status = PlanStatus.DRAFT
            if is_theirs:
                statuses[record] = status
            # Whoever never heard of it need not hear that it is no longer theirs.
            if status is PlanStatus.CHANGED or (is_theirs and status is PlanStatus.DRAFT):
                due[device] = due.get(device, 0) + 1
    return Told(statuses=statuses, due=due)


def _devices(said: list[Entry]) -> Iterator[tuple[DeviceId, bool]]:
    """Everybody whose visit it ever was, and whether it is now."""
    plans = [codec.typed(one.value, VisitPlan) for one in said if one.value is not None]
    now = plans[-1].device if said[-1].value is not None else None
    for device in dict.fromkeys(plan.device for plan in plans):
        yield device, device == now
