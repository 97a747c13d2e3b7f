"""Begin an assessment from what a person filled in: check it, register what is new, start."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import InstrumentPin, Profile
from kepatuhan_desktop.domain.ids import AssessmentId, InstitutionId, ProductId, UnitId
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit, named
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.storage.register import PlanRow

Note = Callable[[Changes], None]
"""Hears of each write at once, so that screens know what was written before a later one failed."""

_PERIOD = re.compile(r"\d{4}(-\d{1,2})?")


class Visit(NamedTuple):
    """What the form holds."""

    institution: str
    unit: str
    product: str
    address: str
    head: Person
    period: str
    visited_on: str
    instrument: InstrumentPin | None
    auditor: Person
    team: tuple[Person, ...]

    def faults(self) -> set[str]:
        """The fields that keep it from being begun, by name."""
        found = {
            name
            for name, text in (
                ("institution", self.institution),
                ("unit", self.unit),
                ("auditor_name", self.auditor.name),
            )
            if not text
        }
        if not is_period(self.period):
            found.add("period")
        if self.instrument is None:
            found.add("instrument")
        return found


def begin(
    services: Services, visit: Visit, note: Note, planned: PlanRow | None = None
) -> AssessmentId:
    """Register what is not known yet and start; raises `KnownError` with nothing half-known.

    Where institutions share a name, that of the plan is meant.
    Beginning again after a fault finds what the first attempt registered.
    """
    assert visit.instrument is not None
    institution = _institution(services, visit, note, planned)
    unit = _unit(services, visit, institution, note)
    profile = Profile(
        institution=institution,
        unit=unit,
        product=_product(services, visit, unit, note),
        period=visit.period,
        instrument=visit.instrument,
        auditor=visit.auditor,
        team=visit.team,
        visited_on=visit.visited_on,
    )
    # Whoever starts what is planned carries it out, by whichever way they came.
    plan = services.planning.fitting(profile)
    start = services.assessments.start if plan is None else partial(services.planning.start, plan)
    one, changes = start(profile)
    note(changes)
    return one


def is_period(text: str) -> bool:
    """Whether it is a year, or a part of one."""
    return _PERIOD.fullmatch(text) is not None


def institution(services: Services, name: str, planned: PlanRow | None) -> InstitutionId | None:
    """The institution of that name: the one of the plan, or else the first that is known."""
    if planned is not None and planned.institution.casefold() == name.strip().casefold():
        return planned.institution_id
    known = named(services.organisations.institutions(), name, lambda one: one.name)
    return known[0] if known is not None else None


def _institution(
    services: Services, visit: Visit, note: Note, planned: PlanRow | None
) -> InstitutionId:
    known = institution(services, visit.institution, planned)
    if known is not None:
        return known
    one, changes = services.organisations.register_institution(Institution(name=visit.institution))
    note(changes)
    return one


def _unit(services: Services, visit: Visit, institution: InstitutionId, note: Note) -> UnitId:
    wanted = Unit(
        institution=institution,
        name=visit.unit,
        address=visit.address,
        head_name=visit.head.name,
        head_nip=visit.head.nip,
        head_position=visit.head.position,
    )
    known = named(services.organisations.units(institution), visit.unit, lambda one: one.name)
    if known is None:
        one, changes = services.organisations.register_unit(wanted)
        note(changes)
        return one
    one, unit = known
    # The name as it was registered stands, whatever capitals were typed now.
    wanted = Unit(
        institution=institution,
        name=unit.name,
        address=wanted.address,
        head_name=wanted.head_name,
        head_nip=wanted.head_nip,
        head_position=wanted.head_position,
    )
    if wanted != unit:
        note(services.organisations.revise_unit(one, wanted))
    return one


def _product(services: Services, visit: Visit, unit: UnitId, note: Note) -> ProductId | None:
    if not visit.product:
        return None
    known = named(services.organisations.products(unit), visit.product, lambda one: one.name)
    if known is not None:
        return known[0]
    one, changes = services.organisations.register_product(Product(unit=unit, name=visit.product))
    note(changes)
    return one
