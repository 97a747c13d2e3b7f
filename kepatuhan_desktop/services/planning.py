"""Plan visits at headquarters, and carry them out in the field."""

from collections.abc import Iterable
from datetime import date

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain.assessment import InstrumentPin, Profile
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    EntryId,
    PlanId,
    ProductId,
    RecordId,
    UnitId,
)
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.visit_plan import (
    PROFILE,
    PlanStatus,
    Visit,
    VisitPlan,
    is_day,
    plan_record,
    visit_slot,
)
from kepatuhan_desktop.errors import InputInvalid, RecordUnknown
from kepatuhan_desktop.services import headquarters, plan_letters
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.signing import trust_file
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import PlanRow, Register

Place = tuple[UnitId, ProductId | None]
"""What is visited; without a product the unit as a whole."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody plans, apart from the places."""

    period: str
    instrument: InstrumentPin
    day: str
    device: DeviceId
    team: tuple[Person, ...] = ()
    note: str = ""


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as headquarters looks at it."""

    row: PlanRow
    team: tuple[Person, ...]
    status: PlanStatus


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

    def look(self) -> list[Planned]:
        """The same with who goes along, and how far each plan has come."""
        statuses = plan_letters.told(self._journal, self._identities.trust()).statuses
        found = []
        for row in self.rows():
            # What another device of headquarters planned goes out in its letters, not in ours.
            status = statuses.get(plan_record(row.id), PlanStatus.SENT)
            status = PlanStatus.DONE if row.visits else status
            found.append(Planned(row=row, team=self.team(row.id), status=status))
        return found

    def due(self) -> dict[DeviceId, int]:
        """How many plans each auditor has not heard of as they stand now, by device."""
        return plan_letters.told(self._journal, self._identities.trust()).due

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
        team: tuple[Person, ...] = (),
    ) -> tuple[PlanId, Changes]:
        """Plan one visit; raises as `plan`."""
        wish = Wish(
            period=period, instrument=instrument, day=day, device=device, team=team, note=note
        )
        (one,), changes = self.plan([(unit, product)], wish)
        return one, changes

    def plan(self, places: Iterable[Place], wish: Wish) -> tuple[tuple[PlanId, ...], Changes]:
        """Plan a visit of each place, all of them in one transaction.

        Raises `NotHeadquarters`; `RecordUnknown`, `InstrumentUnknown` for what is not here;
        `InputInvalid` for a day, a period or a device that cannot be.
        """
        plans = [self._made(place, wish) for place in places]
        ids = tuple(PlanId(self._ids.new()) for _ in plans)
        drafts = [self._draft(*pair) for pair in zip(ids, plans, strict=True)]
        return ids, self._pen.write(*drafts)

    def revise(self, one: PlanId, place: Place, wish: Wish) -> Changes:
        """Say something else instead, for the next letter.

        Raises what `plan` raises; `RecordUnknown` where it was called off; `InputInvalid` where
        it was carried out.
        """
        plan = self._made(place, wish)
        if self.get(one).visits:
            raise InputInvalid(field="plan")
        if plan == self._standing(one):
            return Changes()
        return self._put(one, plan)

    def cancel(self, one: PlanId) -> Changes:
        """Call a visit off; raises `NotHeadquarters`, `RecordUnknown`."""
        headquarters.require(self._identities)
        self.get(one)
        return self._put(one, None)

    def reinstate(self, one: PlanId) -> Changes:
        """Let a plan that was called off stand again as it was.

        Changes nothing where it stands; raises `NotHeadquarters`, and `RecordUnknown` where
        there never was one.
        """
        headquarters.require(self._identities)
        if self._standing(one) is not None:
            return Changes()
        past = {entry.id: entry for entry in self._journal.history(plan_record(one))}
        behind = [replaced for it in self._heads(one) for replaced in past[it].replaces]
        for entry in (past[it] for it in behind if it in past):
            if entry.value is not None:
                return self._put(one, codec.typed(entry.value, VisitPlan))
        raise RecordUnknown(record=plan_record(one))

    def team(self, one: PlanId) -> tuple[Person, ...]:
        """Who goes along; nobody where it is unknown."""
        plan = self._standing(one)
        return () if plan is None else plan.team

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
            team=self.team(one),
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

    def _made(self, place: Place, wish: Wish) -> VisitPlan:
        headquarters.require(self._identities)
        unit, product = place
        found = self._register.unit(unit)
        if found is None:
            raise RecordUnknown(record=f"unit:{unit}")
        if product is not None and self._register.product(product) is None:
            raise RecordUnknown(record=f"product:{product}")
        self._instruments.get(wish.instrument.digest)
        if not is_day(wish.day):
            raise InputInvalid(field="day")
        if not wish.period.strip():
            raise InputInvalid(field="period")
        return VisitPlan(
            institution=found.institution,
            unit=unit,
            product=product,
            period=wish.period.strip(),
            instrument=wish.instrument,
            day=wish.day,
            device=wish.device,
            auditor=self._auditor(wish.device),
            note=wish.note.strip(),
            team=tuple(one for one in wish.team if one.name.strip()),
        )

    def _standing(self, one: PlanId) -> VisitPlan | None:
        """The same entry that the lists show."""
        for entry in self._journal.heads_of(plan_record(one)):
            if (entry.kind, entry.slot) == (Kind.PLAN, PROFILE) and entry.value is not None:
                return codec.typed(entry.value, VisitPlan)
        return None

    def _heads(self, one: PlanId) -> tuple[EntryId, ...]:
        record: RecordId = plan_record(one)
        return tuple(it.id for it in self._journal.heads_of(record) if it.slot == PROFILE)

    def _put(self, one: PlanId, plan: VisitPlan | None) -> Changes:
        return self._pen.write(self._draft(one, plan))

    def _draft(self, one: PlanId, plan: VisitPlan | None) -> Draft:
        value = None if plan is None else codec.plain(plan)
        return Draft(
            kind=Kind.PLAN,
            record=plan_record(one),
            slot=PROFILE,
            value=value,
            replaces=self._heads(one),
        )


def _visit(one: PlanId, assessment: AssessmentId) -> Draft:
    return Draft(
        kind=Kind.VISIT,
        record=plan_record(one),
        slot=visit_slot(assessment),
        value=codec.plain(Visit(assessment=assessment)),
    )
