"""A planned visit: which unit is to be assessed, on which day, by whose device.

Headquarters writes plans; whoever carries one out says by which assessment.
"""

from datetime import date
from enum import StrEnum

import msgspec

from kepatuhan_desktop.domain.assessment import InstrumentPin
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    InstitutionId,
    PlanId,
    ProductId,
    RecordId,
    Slot,
    UnitId,
)
from kepatuhan_desktop.domain.people import Person

PROFILE = Slot("profile")


class VisitPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Record `plan:ID`, slot `profile`, kind `plan`; null: called off."""

    institution: InstitutionId
    unit: UnitId
    product: ProductId | None
    """None: the unit as a whole."""
    period: str
    instrument: InstrumentPin
    day: str
    """Calendar day of the visit, ISO 8601."""
    device: DeviceId
    """Whose visit it is."""
    auditor: str
    """Their name, as headquarters knows them."""
    note: str = ""
    team: tuple[Person, ...] = ()
    """Who goes along; the assessment that carries it out names them."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """A plan was carried out; record `plan:ID`, slot `visit/ASSESSMENT`, kind `visit`."""

    assessment: AssessmentId


class PlanStatus(StrEnum):
    """How far a plan has come, as headquarters sees it."""

    DRAFT = "draft"
    """No letter to its auditor has held it."""
    CHANGED = "changed"
    """A letter held what was said before."""
    SENT = "sent"
    DONE = "done"
    """An assessment carried it out, as far as that is known here."""


def plan_record(one: PlanId) -> RecordId:
    """The record that holds a plan."""
    return RecordId(f"plan:{one}")


def visit_slot(assessment: AssessmentId) -> Slot:
    """Where the assessment is named that carried a plan out."""
    return Slot(f"visit/{assessment}")


def is_day(text: str) -> bool:
    """Whether it is a calendar day as plans write it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
