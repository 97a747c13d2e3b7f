"""Two or three laptops that were in the field end with the same tables, whoever came first."""

import itertools
from pathlib import Path

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.acts import return_slot
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    InstitutionId,
    PlanId,
    RecordId,
    Slot,
    UnitId,
)
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Return
from kepatuhan_desktop.domain.visit_plan import PROFILE as PLAN
from kepatuhan_desktop.domain.visit_plan import Visit, VisitPlan, plan_record, visit_slot
from tests.builders import seals, workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, A2, A3, B1, FULL, HALF, NONE


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> list[list[bytes]]:
    """The journals of three auditors who began one assessment together and went on apart."""
    folder = tmp_path_factory.mktemp("field")
    with (
        workspaces.opened(folder / "a", CountingIds("a")) as first,
        workspaces.opened(folder / "b", CountingIds("b")) as second,
        workspaces.opened(folder / "c", CountingIds("c")) as third,
    ):
        one = workspaces.started(first)
        first.answering.choose(one, A1, HALF)
        for other in (second, third):
            other._workspace.journal.merge(first._workspace.journal.bodies())
        visit(first, second, third, one)
        return [each._workspace.journal.bodies() for each in (first, second, third)]


def visit(first: Services, second: Services, third: Services, one: AssessmentId) -> None:
    """Agree, disagree, and do things that the others know nothing of."""
    first.answering.choose(one, A2, FULL)
    second.answering.choose(one, A2, FULL)
    second.answering.choose(one, A1, NONE)
    third.answering.choose(one, A1, FULL)
    third.editing.undo(one)
    third.answering.exclude(one, A3, "tidak ada")
    second.findings.put(one, Finding(indicator=B1, statement="x", legal_reference="y"))
    workspaces.attached(third, one, A1)
    before = workspaces.filled(second, period="2023")
    seals.sealed(second, before)
    second.amending.amend(before, "foto tertukar")
    second.answering.choose(before, A2, HALF)
    seals.sealed(second, before)
    second.amending.withdraw(before, "unit_head", workspaces.BUDI, "belum membaca")
    third._workspace.journal.merge(second._workspace.journal.bodies())
    second.amending.amend(before, "lagi")
    third.amending.amend(before, "salah hitung")
    said(first, third, before)
    first.answering.remark(one, "setuju")
    third.answering.remark(one, "tidak setuju")


def said(first: Services, third: Services, one: AssessmentId) -> None:
    """What an office says of the sealed one: twice, on two devices; and it plans a visit."""
    seal = third.assessments.get(one).seal_id
    assert seal is not None
    person = Person(name="Pusat")
    back = [
        Return(seal=seal, reason=reason, comments={A1: "ulangi"}, person=person)
        for reason in ("buram", "salah unit")
    ]
    pin = third.assessments.get(one).profile.instrument
    plan = VisitPlan(
        institution=InstitutionId("i"),
        unit=UnitId("u"),
        product=None,
        period="2025",
        instrument=pin,
        day="2025-01-13",
        device=DeviceId(first.device),
        auditor="Siti",
    )
    record = third.assessments.get(one).record
    for services, value in zip((first, third), back, strict=True):
        write(services, Kind.RETURN, record, return_slot(seal), value)
    write(first, Kind.PLAN, plan_record(PlanId("p")), PLAN, plan)
    visit = Visit(assessment=one)
    write(third, Kind.VISIT, plan_record(PlanId("p")), visit_slot(one), visit)


def write(services: Services, kind: Kind, record: RecordId, slot: Slot, value: object) -> None:
    """An entry, whoever may write it."""
    draft = Draft(kind=kind, record=record, slot=slot, value=codec.plain(value))
    services._workspace.journal.append([draft], author="Pusat", at=seals.AT)


def tables(home: Path, journals: list[list[bytes]]) -> tuple[dict[str, bytes], list[bytes]]:
    """What a fourth laptop shows after taking in the journals in this order."""
    with workspaces.opened(home, CountingIds("z")) as services:
        journal = services._workspace.journal
        for bodies in journals:
            journal.merge(bodies)
        found = journal.dump()
        journal.rebuild()
        assert journal.dump() == found
        # The fourth laptop's own entries, the bundled instruments, bear its own name.
        others = [body for body in journal.bodies() if services.device.encode() not in body]
        return {name: data for name, data in found.items() if name != "heads"}, others


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_tables_are_the_same_whoever_came_first(
    field: list[list[bytes]], tmp_path: Path, order: tuple[int, ...]
) -> None:
    expected = tables(tmp_path / "x", field)
    assert tables(tmp_path / "y", [field[number] for number in order]) == expected


def test_two_journals_merged_in_both_orders_are_the_same(
    field: list[list[bytes]], tmp_path: Path
) -> None:
    one, other, _ = field
    assert tables(tmp_path / "x", [one, other]) == tables(tmp_path / "y", [other, one])


def test_disagreement_stays_visible_and_agreement_is_no_conflict(
    field: list[list[bytes]], tmp_path: Path
) -> None:
    with workspaces.opened(tmp_path / "x", CountingIds("z")) as services:
        for bodies in field:
            services._workspace.journal.merge(bodies)
        row = next(it for it in services.assessments.rows() if it.period == "2024")
        assert services.assessments.get(row.id).conflicts == ("answer/a.1", "remark")
        assert (row.status, row.conflicts, row.evidence, row.findings) == ("draft", 2, 1, 1)


def test_an_instrument_that_two_laptops_installed_is_one(
    field: list[list[bytes]], tmp_path: Path
) -> None:
    with workspaces.opened(tmp_path / "x", CountingIds("z")) as services:
        for bodies in field:
            services._workspace.journal.merge(bodies)
        assert len(services.instruments.installed()) == 2


def test_corrections_of_two_laptops_are_shown_alike(
    field: list[list[bytes]], tmp_path: Path
) -> None:
    shown = []
    for number, order in enumerate(itertools.permutations(field)):
        with workspaces.opened(tmp_path / str(number), CountingIds("z")) as services:
            for bodies in order:
                services._workspace.journal.merge(bodies)
            row = next(it for it in services.assessments.rows() if it.period == "2023")
            state = services.assessments.get(row.id)
            acts = [(act.deed, act.revision) for act in services.history.acts(row.id)]
            lines = [line.entry.id for line in services.history.all_entries(row.id)]
            shown.append((row, state.amendment, state.conflicts, acts, lines))
    assert all(one == shown[0] for one in shown)
    row, amendment, conflicts, _, _ = shown[0]
    assert (row.status, row.revision, row.withdrawn, row.returned) == ("amending", 2, 1, 2)
    assert amendment is not None
    assert conflicts == ("amendment",)
