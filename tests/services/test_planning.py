"""Headquarters plans visits; in the field a plan becomes an assessment and is gone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.domain.assessment import InstrumentPin
from kepatuhan_desktop.domain.ids import DeviceId, Digest, PlanId, ProductId, RecordId, UnitId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import Product
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.visit_plan import PlanStatus
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services.planning import Wish
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


# --- how far a plan has come ----------------------------------------------------------------


def a_wish(all_: Round, **changed: object) -> Wish:
    """What `planned` plans, with something changed."""
    wish = Wish(
        period="2024",
        instrument=workspaces.pin(instruments.small()),
        day="2024-08-13",
        device=DeviceId(all_.field.device),
        note="Bawa formulir",
    )
    return msgspec.structs.replace(wish, **changed)


def statuses(all_: Round) -> list[PlanStatus]:
    """How headquarters sees its plans."""
    return [one.status for one in all_.office.planning.look()]


def test_a_plan_is_sent_when_a_letter_held_it(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    one = planned(all_, unit)
    field = DeviceId(all_.field.device)
    assert (statuses(all_), all_.office.planning.due()) == ([PlanStatus.DRAFT], {field: 1})
    all_.letter(Purpose.PLAN, all_.colleague)
    assert statuses(all_) == [PlanStatus.DRAFT]
    all_.letter(Purpose.RECEIPT)
    assert (statuses(all_), all_.office.planning.due()) == ([PlanStatus.SENT], {})
    all_.office.planning.revise(one, (unit, None), a_wish(all_, note="lain"))
    assert (statuses(all_), all_.office.planning.due()) == ([PlanStatus.CHANGED], {field: 1})
    heard(all_)
    assert statuses(all_) == [PlanStatus.SENT]
    assert [row.note for row in all_.field.planning.open()] == ["lain"]


def test_an_encrypted_letter_tells_only_whom_it_is_for(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    one = planned(all_, unit)
    posting, stick = all_.office.posting, all_.stick
    all_.office.exporting.export(posting.plan(all_.field.device, Purpose.PLAN), stick)
    assert statuses(all_) == [PlanStatus.SENT]
    colleague = DeviceId(all_.colleague.device)
    all_.office.planning.revise(one, (unit, None), a_wish(all_, device=colleague))
    # The former auditor's next letter tells of it too, and does not reach the new one.
    all_.office.exporting.export(posting.plan(all_.field.device, Purpose.PLAN), stick)
    assert (statuses(all_), all_.office.planning.due()) == ([PlanStatus.DRAFT], {colleague: 1})
    all_.office.exporting.export(posting.plan(colleague, Purpose.PLAN), stick)
    assert (statuses(all_), all_.office.planning.due()) == ([PlanStatus.SENT], {})


def test_handed_to_somebody_else_both_have_to_hear_of_it(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    one = planned(all_, unit)
    heard(all_)
    wish = a_wish(all_, device=DeviceId(all_.colleague.device))
    all_.office.planning.revise(one, (unit, None), wish)
    assert all_.office.planning.due() == {all_.field.device: 1, all_.colleague.device: 1}
    heard(all_)
    assert all_.field.planning.open() == []


def test_only_who_heard_of_it_has_to_hear_that_it_is_called_off(all_: Round) -> None:
    first, second = planned(all_), planned(all_)
    all_.office.planning.cancel(first)
    heard(all_)
    assert all_.office.planning.due() == {}
    all_.office.planning.cancel(second)
    assert all_.office.planning.due() == {all_.field.device: 1}
    heard(all_)
    assert (all_.office.planning.due(), all_.field.planning.open()) == ({}, [])


def test_called_off_by_mistake_it_stands_again(all_: Round) -> None:
    one = planned(all_)
    before = all_.office.planning.get(one)
    assert not all_.office.planning.reinstate(one).records
    all_.office.planning.cancel(one)
    all_.office.planning.reinstate(one)
    assert all_.office.planning.get(one) == before
    with pytest.raises(errors.RecordUnknown):
        all_.office.planning.reinstate(PlanId("x"))


def test_several_places_are_planned_in_one_go_or_not_at_all(all_: Round) -> None:
    units = [workspaces.an_office(all_.office, name) for name in ("Dinas A", "Dinas B")]
    with pytest.raises(errors.RecordUnknown):
        all_.office.planning.plan([(units[0], None), (UnitId("x"), None)], a_wish(all_))
    assert all_.office.planning.rows() == []
    ids, changes = all_.office.planning.plan([(it, None) for it in units], a_wish(all_))
    assert changes.records == {f"plan:{one}" for one in ids}
    assert {row.unit for row in all_.office.planning.rows()} == {"Dinas A", "Dinas B"}


def test_what_says_the_same_is_not_written_again(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    one = planned(all_, unit)
    assert not all_.office.planning.revise(one, (unit, None), a_wish(all_)).records


def test_what_was_carried_out_is_not_revised(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    one = planned(all_, unit)
    heard(all_)
    profile = all_.field.planning.profile(one, workspaces.SITI, TODAY)
    all_.field.planning.start(one, profile)
    all_.arrive(all_.results())
    assert statuses(all_) == [PlanStatus.DONE]
    with pytest.raises(errors.InputInvalid):
        all_.office.planning.revise(one, (unit, None), a_wish(all_, note="lain"))


def test_who_goes_along_travels_and_stands_in_the_assessment(all_: Round) -> None:
    team = (Person(name="Rina Wati", nip="1"), Person(name=" "))
    unit = workspaces.an_office(all_.office)
    all_.office.planning.plan([(unit, None)], a_wish(all_, team=team))
    heard(all_)
    (row,) = all_.field.planning.open()
    assert all_.field.planning.team(row.id) == team[:1]
    assert all_.field.planning.profile(row.id, workspaces.SITI, TODAY).team == team[:1]
    assert all_.field.planning.team(PlanId("x")) == ()


def test_plans_of_before_have_nobody_who_goes_along(all_: Round) -> None:
    one = planned(all_)
    journal = all_.office._workspace.journal
    (head,) = journal.heads_of(RecordId(f"plan:{one}"))
    old = {name: value for name, value in head.value.items() if name != "team"}
    all_.office._pen.write(
        Draft(kind=Kind.PLAN, record=head.record, slot=head.slot, value=old, replaces=(head.id,))
    )
    assert all_.office.planning.team(one) == ()
    heard(all_)
    assert len(all_.field.planning.open()) == 1


def test_the_plans_of_another_office_are_not_ours_to_tell(all_: Round) -> None:
    one = planned(all_)
    foreign = all_.office._workspace.journal
    bodies = foreign.bodies()
    all_.colleague._workspace.journal.merge(bodies)
    (seen,) = all_.colleague.planning.look()
    assert (seen.row.id, seen.status) == (one, PlanStatus.SENT)
    assert all_.colleague.planning.due() == {}
