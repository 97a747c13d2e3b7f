"""Plan visits at headquarters, and carry them out in the field."""

from datetime import date

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain.assessment import InstrumentPin, Profile
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, PlanId, ProductId, UnitId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.visit_plan import (
    PROFILE,
    Visit,
    VisitPlan,
    is_day,
    plan_record,
    visit_slot,
)
from kepatuhan_desktop.errors import InputInvalid, RecordUnknown
from kepatuhan_desktop.services import headquarters
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.signing import trust_file
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import PlanRow, Register


class Planning:
    """Plans are entries of headquarters; that one was carried out is an entry of the field."""

    def __init__(
        self,
        journal: Journal,
        register: Register,
        assessments: Assessments,
        instruments: Instruments,
        identities: Identities,
        pen: Pen,
        ids: Ids,
    ) -> None:
        self._journal = journal
        self._register = register
        self._assessments = assessments
        self._instruments = instruments
        self._identities = identities
        self._pen = pen
        self._ids = ids

    def rows(self) -> list[PlanRow]:
        """All plans that nobody called off, the earliest day first."""
        return self._register.plans()

    def open(self) -> list[PlanRow]:
        """Those for this very device that nobody carried out yet, the earliest day first."""
        return [row for row in self.rows() if row.device == self._journal.device and not row.visits]

    def add(
        self,
        *,
        unit: UnitId,
        period: str,
        instrument: InstrumentPin,
        day: str,
        device: DeviceId,
        product: ProductId | None = None,
        note: str = "",
    ) -> tuple[PlanId, Changes]:
        """Plan a visit.

        Raises `NotHeadquarters`; `RecordUnknown`, `InstrumentUnknown` for what is not here;
        `InputInvalid` for a day, a period or a device that cannot be.
        """
        headquarters.require(self._identities)
        found = self._register.unit(unit)
        if found is None:
            raise RecordUnknown(record=f"unit:{unit}")
        if product is not None and self._register.product(product) is None:
            raise RecordUnknown(record=f"product:{product}")
        self._instruments.get(instrument.digest)
        if not is_day(day):
            raise InputInvalid(field="day")
        if not period.strip():
            raise InputInvalid(field="period")
        one = PlanId(self._ids.new())
        plan = VisitPlan(
            institution=found.institution,
            unit=unit,
            product=product,
            period=period.strip(),
            instrument=instrument,
            day=day,
            device=device,
            auditor=self._auditor(device),
            note=note.strip(),
        )
        return one, self._put(one, plan)

    def cancel(self, one: PlanId) -> Changes:
        """Call a visit off; raises `NotHeadquarters`, `RecordUnknown`."""
        headquarters.require(self._identities)
        self.get(one)
        return self._put(one, None)

    def get(self, one: PlanId) -> PlanRow:
        """One plan; raises `RecordUnknown`."""
        found = next((row for row in self.rows() if row.id == one), None)
        if found is None:
            raise RecordUnknown(record=plan_record(one))
        return found

    def fitting(self, profile: Profile) -> PlanId | None:
        """The earliest open plan of this device that an assessment like this carries out."""
        for row in self.open():
            planned = (row.unit_id, row.product_id, row.period, row.digest)
            if planned == (
                *(profile.unit, profile.product or "", profile.period, profile.instrument.digest),
            ):
                return row.id
        return None

    def profile(self, one: PlanId, auditor: Person, today: date) -> Profile:
        """What an assessment that carries the plan out is about; raises `RecordUnknown`."""
        row = self.get(one)
        return Profile(
            institution=row.institution_id,
            unit=row.unit_id,
            product=ProductId(row.product_id) if row.product_id else None,
            period=row.period,
            instrument=InstrumentPin(id=row.instrument_id, version=row.version, digest=row.digest),
            auditor=auditor,
            visited_on=today.isoformat(),
        )

    def start(self, one: PlanId, profile: Profile) -> tuple[AssessmentId, Changes]:
        """Begin the assessment that carries the plan out, in one transaction.

        Raises `RecordUnknown`, and what `Assessments.start` raises.
        """
        self.get(one)
        assessment, begun = self._assessments.begin(profile)
        return assessment, self._pen.write(begun, _visit(one, assessment))

    def _auditor(self, device: DeviceId) -> str:
        """The name of whoever holds a device; raises `InputInvalid` for an unknown one."""
        for trust in self._identities.trust():
            holder = trust.holder(device)
            if holder is not None and device in trust_file.living(trust):
                return holder.name
        raise InputInvalid(field="device")

    def _put(self, one: PlanId, plan: VisitPlan | None) -> Changes:
        record = plan_record(one)
        seen = tuple(it.id for it in self._journal.heads_of(record) if it.slot == PROFILE)
        value = None if plan is None else codec.plain(plan)
        return self._pen.write(
            Draft(kind=Kind.PLAN, record=record, slot=PROFILE, value=value, replaces=seen)
        )


def _visit(one: PlanId, assessment: AssessmentId) -> Draft:
    return Draft(
        kind=Kind.VISIT,
        record=plan_record(one),
        slot=visit_slot(assessment),
        value=codec.plain(Visit(assessment=assessment)),
    )
