"""Two devices sealed one revision: what the commands say of it."""

from pathlib import Path

import pytest

from kepatuhan_desktop.domain.ids import AssessmentId
from tests.builders import offices, workspaces
from tests.cli.conftest import Run

PLACE = "diselesaikan lewat koreksi"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, AssessmentId]:
    """A laptop that holds its own seal and a colleague's of the same revision."""
    with offices.round_of(tmp_path) as some:
        one = workspaces.filled(some.field)
        some.arrive(offices.written(some.field, some.stick, one), some.colleague)
        workspaces.sealed(some.field, one)
        workspaces.sealed(some.colleague, one, workspaces.PDF + b"%2")
        some.arrive(offices.written(some.colleague, some.stick, one), some.field)
    return tmp_path / "f", one


def test_conflicts_that_only_a_correction_settles_say_so(
    run: Run, two: tuple[Path, AssessmentId]
) -> None:
    home, one = two
    rows = run("conflict", "list", "--home", home, "--json").data
    assert [(row["slot"], row["settled_by"]) for row in rows] == [("seal", "correction")] * 2
    lines = run("conflict", "list", one, "--home", home).out.splitlines()
    assert all(PLACE in line and "100.00 A" in line and len(line) < 200 for line in lines)
    english = run("conflict", "list", "--home", home, "--language", "en").out
    assert english.count("settled by a correction") == 2
    refused = run("conflict", "settle", one, "seal", rows[0]["entry"], "--home", home)
    assert refused.status == 51
    run("assessment", "amend", one, "--reason", "dua segel", "--home", home)
    assert run("conflict", "list", one, "--home", home).out.count(PLACE) == 2


def test_a_sealed_assessment_names_the_other_seal(run: Run, two: tuple[Path, AssessmentId]) -> None:
    home, one = two
    shown = run("assessment", "show", one, "--home", home)
    assert "Segel lain untuk revisi 1: 100.00 A" in shown.out
    english = run("assessment", "show", one, "--home", home, "--language", "en").out
    assert "Another seal of revision 1: 100.00 A" in english
    (rival,) = run("assessment", "show", one, "--home", home, "--json").data["rivals"]
    assert (rival["revision"], rival["score"]) == (1, "100.00")
