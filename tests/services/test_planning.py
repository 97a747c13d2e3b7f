"""Headquarters plans visits; in the field a plan becomes an assessment and is gone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.domain.assessment import InstrumentPin
from kepatuhan_desktop.domain.ids import DeviceId, Digest, PlanId, ProductId, UnitId
from kepatuhan_desktop.domain.organisation import Product
from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import instruments, offices, workspaces
from tests.builders.instruments import A1, FULL
from tests.builders.offices import Round

TODAY = date(2024, 8, 13)


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters and the field."""
    with offices.round_of(tmp_path) as found:
        found.office.instruments.install(instruments.small())
        yield found


def planned(
    all_: Round,
    unit: UnitId | None = None,
    *,
    day: str = "2024-08-13",
    product: ProductId | None = None,
    device: str | None = None,
) -> PlanId:
    """A visit of the auditor."""
    one, _ = all_.office.planning.add(
        unit=unit or workspaces.an_office(all_.office),
        product=product,
        period="2024",
        instrument=workspaces.pin(instruments.small()),
        day=day,
        device=DeviceId(device or all_.field.device),
        note="Bawa formulir",
    )
    return one


def heard(all_: Round) -> None:
    """The field takes in a letter."""
    plan = all_.arrive(all_.letter(Purpose.PLAN), all_.field)
    assert (plan.merge.refused, plan.merge.faults) == ((), ())


def test_a_plan_arrives_with_all_that_it_needs(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    product, _ = all_.office.organisations.register_product(Product(unit=unit, name="KTP"))
    planned(all_, unit, day="2024-08-14")
    planned(all_, unit, product=product)
    heard(all_)
    first, second = all_.field.planning.open()
    assert (first.day, first.unit, first.product, first.institution) == (
        *("2024-08-13", "Dinas Uji", "KTP", "Kota Uji"),
    )
    assert (first.auditor, first.note, first.has_instrument) == (
        *("Siti Aminah", "Bawa formulir", True),
    )
    assert (second.day, second.product) == ("2024-08-14", "")


def test_carried_out_it_is_gone_and_headquarters_sees_by_which_assessment(all_: Round) -> None:
    one = planned(all_)
    heard(all_)
    profile = all_.field.planning.profile(one, workspaces.SITI, TODAY)
    assert profile.visited_on == "2024-08-13"
    assessment, changes = all_.field.planning.start(one, profile)
    assert changes.records == {f"plan:{one}", f"assessment:{assessment}"}
    assert all_.field.planning.open() == []
    all_.field.answering.choose(assessment, A1, FULL)
    all_.arrive(all_.results())
    assert [row.visits for row in all_.office.planning.rows()] == [1]
    heard(all_)
    assert all_.field.planning.open() == []


def test_a_plan_travels_with_its_assessment_to_the_team(all_: Round) -> None:
    one = planned(all_)
    heard(all_)
    profile = all_.field.planning.profile(one, workspaces.SITI, TODAY)
    assessment, _ = all_.field.planning.start(one, profile)
    all_.arrive(offices.written(all_.field, all_.stick, assessment), all_.colleague)
    assert [row.visits for row in all_.colleague.planning.rows()] == [1]


def test_called_off_it_is_gone_in_whatever_order_the_letters_come(all_: Round) -> None:
    one = planned(all_)
    first = all_.letter(Purpose.PLAN)
    all_.office.planning.cancel(one)
    second = all_.letter(Purpose.PLAN)
    for letter in (second, first, second):
        all_.arrive(letter, all_.field)
        assert all_.field.planning.open() == []
    assert all_.office.planning.rows() == []
    with pytest.raises(errors.RecordUnknown):
        all_.office.planning.cancel(one)


def test_plans_of_others_are_not_told(all_: Round) -> None:
    planned(all_, device=all_.colleague.device)
    heard(all_)
    assert all_.field.planning.rows() == []
    assert all_.office.planning.open() == []


def test_the_whole_register_comes_when_it_is_asked_for(all_: Round) -> None:
    unit = workspaces.an_office(all_.office, "Dinas Lain")
    all_.office.organisations.register_product(Product(unit=unit, name="SIM"))
    heard(all_)
    assert all_.field.organisations.institutions() == []
    all_.arrive(all_.letter(Purpose.PLAN, whole_register=True), all_.field)
    ((institution, _),) = all_.field.organisations.institutions()
    assert [it.name for _, it in all_.field.organisations.units(institution)] == ["Dinas Lain"]
    assert [it.name for _, it in all_.field.organisations.products(unit)] == ["SIM"]


def test_an_instrument_that_arrives_later_is_no_hindrance(all_: Round) -> None:
    # The colleague started it; her laptop has the instrument, ours hears of it afterwards.
    one = workspaces.started(all_.colleague)
    all_.colleague.answering.choose(one, A1, FULL)
    journal = all_.colleague._workspace.journal
    late = [body for body in journal.bodies() if b'"record":"instrument:small@1"' in body]
    assert late
    early = [body for body in journal.bodies() if body not in late]
    all_.field._workspace.journal.merge(early)
    row = all_.field.assessments.row(one)
    assert (row.instrument, row.indicators, row.score) == ("", 0, None)
    planned(all_)
    heard(all_)
    ours, theirs = (it.assessments.overview(one) for it in (all_.field, all_.colleague))
    assert ours.result == theirs.result
    row = all_.field.assessments.row(one)
    assert (row.answered, row.indicators) == (1, len(theirs.instrument.indicators))


def test_only_headquarters_plans(all_: Round) -> None:
    unit = workspaces.an_office(all_.field)
    with pytest.raises(errors.NotHeadquarters):
        all_.field.planning.add(
            unit=unit,
            period="2024",
            instrument=workspaces.pin(instruments.small()),
            day="2024-08-13",
            device=DeviceId(all_.field.device),
        )
    with pytest.raises(errors.NotHeadquarters):
        all_.field.planning.cancel(PlanId("x"))


@pytest.mark.parametrize(
    "changed, error",
    [
        ({"unit": UnitId("nowhere")}, "unit:nowhere"),
        ({"product": ProductId("nowhere")}, "product:nowhere"),
        ({"day": "13/8/2024"}, "day"),
        ({"day": "2024-02-30"}, "day"),
        ({"period": " "}, "period"),
        ({"device": DeviceId("0" * 32)}, "device"),
        (
            {
                "instrument": InstrumentPin(
                    id=instruments.small().id, version="9", digest=Digest("0" * 64)
                )
            },
            "instrument.unknown",
        ),
    ],
)
def test_what_cannot_be_planned_is_refused(
    all_: Round, changed: dict[str, object], error: str
) -> None:
    facts = {
        "unit": workspaces.an_office(all_.office),
        "period": "2024",
        "instrument": workspaces.pin(instruments.small()),
        "day": "2024-08-13",
        "device": DeviceId(all_.field.device),
    }
    with pytest.raises(errors.KnownError, match=error):
        all_.office.planning.add(**(facts | changed))  # type: ignore[arg-type]  # one is wrong
    assert all_.office.planning.rows() == []
