"""Two or three laptops that were in the field end with the same tables, whoever came first."""

import itertools
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import AssessmentId
from tests.builders import workspaces
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
    workspaces.a_sealed_assessment(second, period="2023")
    first.answering.remark(one, "setuju")
    third.answering.remark(one, "tidak setuju")


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
