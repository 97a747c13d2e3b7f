"""Put together what headquarters has to say to one device of the field.

Every letter says all of it: the receipts for that device, what was sent back, its plans with
the units that they need, and the trust file. So it does not matter whether an earlier one was
lost, came twice, or comes later.
"""

from collections.abc import Iterable

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.assessment import record_of
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, RecordId
from kepatuhan_desktop.domain.instrument import instrument_record
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.organisation import (
    institution_record,
    product_record,
    unit_record,
)
from kepatuhan_desktop.domain.travel import Receipt, bundle_record
from kepatuhan_desktop.domain.visit_plan import PROFILE, VisitPlan
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services import extracts, headquarters, senders
from kepatuhan_desktop.services.exporting import Exporting, ExportPlan
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.signing import trust_file
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register


class Posting:
    """The letters of headquarters; written and noted by `Exporting`."""

    def __init__(
        self, store: Journal, register: Register, identities: Identities, exporting: Exporting
    ) -> None:
        self._journal = store
        self._register = register
        self._identities = identities
        self._exporting = exporting

    def plan(
        self,
        device: DeviceId,
        purpose: Purpose,
        *,
        is_plain: bool = False,
        whole_register: bool = False,
    ) -> ExportPlan:
        """A letter to `device`; encrypted to it and to headquarters unless `is_plain`.

        `whole_register` adds every unit, product and instrument. Raises what `recipients` raises.
        """
        recipients = self.recipients(device, is_plain=is_plain)
        self._identities.ensure()
        pairs = self._pairs(device, whole_register=whole_register)
        return self._exporting.plan_of(purpose, pairs, recipients, addressee=device)

    def recipients(self, device: DeviceId, *, is_plain: bool = False) -> tuple[str, ...]:
        """Who will be able to open a letter to `device`; nobody in particular where `is_plain`.

        Raises `NotHeadquarters`; `InputInvalid` for a device that is not enrolled or was revoked.
        """
        headquarters.require(self._identities)
        if is_plain:
            return ()
        try:
            return self._exporting.recipients([device])
        except InputInvalid as error:
            raise InputInvalid(field="unreachable") from error

    def devices_of(self, one: AssessmentId) -> tuple[DeviceId, ...]:
        """The enrolled devices of the field that wrote in an assessment, sorted."""
        trusts = self._identities.trust()
        offices = senders.headquarters(trusts)
        living = {it for trust in trusts for it in trust_file.living(trust)}
        wrote = {entry.device for entry in self._journal.history(record_of(one))}
        return tuple(sorted(wrote & living - offices - {self._journal.device}))

    def _pairs(self, device: DeviceId, *, whole_register: bool) -> list[tuple[Entry, bytes]]:
        store = self._journal
        own = RecordId(f"device:{store.device}")
        said = [
            *store.written_here(own),
            *_newest_trusts(store),
            *self._receipts(device),
            *self._returns(device),
        ]
        plans = self._plans(device)
        bodies = {
            *(journal.body(entry) for entry in (*said, *plans)),
            *extracts.bodies_of(
                store, self._register, self._needed(plans, whole_register=whole_register)
            ),
        }
        return journal.in_order(bodies)

    def _receipts(self, device: DeviceId) -> Iterable[Entry]:
        for entry in self._journal.written_here(bundle_record("")):
            if entry.kind == Kind.RECEIPT and codec.typed(entry.value, Receipt).device == device:
                yield entry

    def _returns(self, device: DeviceId) -> Iterable[Entry]:
        """What was said here against the seals of assessments that the device worked on."""
        said = [
            entry
            for entry in self._journal.written_here("assessment:")
            if entry.kind == Kind.RETURN
        ]
        theirs = {entry.record for entry in self._journal.written_by(device, "assessment:")}
        return [entry for entry in said if entry.record in theirs]

    def _plans(self, device: DeviceId) -> list[Entry]:
        """Every word about the plans that ever were the device's, called off ones too."""
        entries = self._journal.written_here("plan:")
        theirs = {
            entry.record
            for entry in entries
            if entry.value is not None
            and entry.slot == PROFILE
            and codec.typed(entry.value, VisitPlan).device == device
        }
        return [entry for entry in entries if entry.record in theirs]

    def _needed(self, plans: Iterable[Entry], *, whole_register: bool) -> set[RecordId]:
        """The records without which the plans cannot be carried out."""
        needed: set[RecordId] = set()
        for entry in plans:
            if entry.slot != PROFILE or entry.value is None:
                continue
            plan = codec.typed(entry.value, VisitPlan)
            pin = plan.instrument
            needed |= {institution_record(plan.institution), unit_record(plan.unit)}
            needed.add(instrument_record(pin.id, pin.version))
            if plan.product is not None:
                needed.add(product_record(plan.product))
        return needed | self._register_records() if whole_register else needed

    def _register_records(self) -> set[RecordId]:
        register = self._register
        found = {instrument_record(one, version) for one, version, _ in register.instruments()}
        for institution, _ in register.institutions():
            found.add(institution_record(institution))
            for unit, _ in register.units(institution):
                found.add(unit_record(unit))
                found |= {product_record(product) for product, _ in register.products(unit)}
        return found


def _newest_trusts(store: Journal) -> Iterable[Entry]:
    """What this device adopted last of each authority."""
    newest = {
        entry.record: entry
        for entry in store.written_here("authority:")
        if entry.kind == Kind.TRUST
    }
    return newest.values()
