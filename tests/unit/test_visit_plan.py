"""What a plan may say, and which entries a bundle held."""

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import entry_check
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, InstitutionId, PlanId, UnitId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.travel import parts_of
from kepatuhan_desktop.domain.visit_plan import (
    PROFILE,
    Visit,
    VisitPlan,
    is_day,
    plan_record,
    visit_slot,
)
from tests.builders.entries import Device, a_profile, body_of

PLAN = VisitPlan(
    institution=InstitutionId("i"),
    unit=UnitId("u"),
    product=None,
    period="2024",
    instrument=a_profile().instrument,
    day="2024-08-13",
    device=DeviceId("d" * 32),
    auditor="Siti",
)


def fault(value: Json, kind: Kind = Kind.PLAN, slot: str = PROFILE) -> str:
    """Why an entry with this value is refused."""
    record = plan_record(PlanId("p"))
    entry = Device("a" * 32).write(slot, value, kind=kind, record=record)
    return entry_check.fault(entry, len(body_of(entry)))


def test_a_plan_is_taken_and_may_be_called_off() -> None:
    assert fault(codec.plain(PLAN)) == ""
    assert fault(None) == ""
    visit = Visit(assessment=AssessmentId("one"))
    assert fault(codec.plain(visit), Kind.VISIT, visit_slot(AssessmentId("one"))) == ""


@pytest.mark.parametrize(
    "changed", [{"day": "13-08-2024"}, {"day": "20240813"}, {"period": None}, {"device": 1}]
)
def test_a_plan_that_cannot_be_is_refused(changed: dict[str, Json]) -> None:
    value = codec.plain(PLAN)
    assert isinstance(value, dict)
    assert fault(value | changed) == "value"


def test_a_plan_names_an_instrument_to_the_byte() -> None:
    pin = msgspec.structs.replace(PLAN.instrument, digest="x")
    assert fault(codec.plain(msgspec.structs.replace(PLAN, instrument=pin))) == "value"


@pytest.mark.parametrize("text", ["", "2024-02-30", "2024-W01-1", "20240813", "hari ini"])
def test_only_a_calendar_day_is_a_day(text: str) -> None:
    assert not is_day(text)
    assert is_day("2024-02-29")


def test_runs_end_where_an_entry_is_lacking() -> None:
    a, b = DeviceId("a"), DeviceId("b")
    places = [(a, 3), (a, 1), (b, 7), (a, 2), (a, 5), (a, 2)]
    assert parts_of(places) == {a: ((1, 3), (5, 5)), b: ((7, 7),)}
    assert parts_of([]) == {}
