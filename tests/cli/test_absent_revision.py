"""`kepatuhan assessment history` about a revision whose seal has not arrived."""

from pathlib import Path

import pytest

from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import offices, seals, workspaces
from tests.builders.instruments import A2, HALF
from tests.cli.conftest import Run


@pytest.fixture
def mate(tmp_path: Path) -> tuple[Path, AssessmentId]:
    """A colleague whose visit was sealed elsewhere, and came back from headquarters."""
    with offices.round_of(tmp_path, SystemClock().now()) as some:
        one = workspaces.filled(some.field)
        some.arrive(offices.written(some.field, some.stick, one), some.colleague)
        some.colleague.answering.choose(one, A2, HALF)
        seals.sealed(some.field, one)
        for sender in (some.field, some.colleague):
            some.arrive(some.results(sender))
        some.office.returning.give_back(one, "Foto buram", {})
        some.arrive(some.letter(Purpose.RETURN, some.colleague), some.colleague)
        return some.colleague.home, one


def test_a_return_names_no_revision_that_is_not_here(
    run: Run, mate: tuple[Path, AssessmentId]
) -> None:
    home, one = mate
    said = run("assessment", "history", one, "--home", home).out
    assert "dikembalikan (revisi yang belum ada di sini)" in said
    english = run("assessment", "history", one, "--home", home, "--language", "en").out
    assert "returned (a revision that is not here yet)" in english


def test_programs_read_null_for_a_revision_that_is_not_here(
    run: Run, mate: tuple[Path, AssessmentId]
) -> None:
    home, one = mate
    acts = run("assessment", "history", one, "--home", home, "--json").data["acts"]
    assert {act["deed"]: act["revision"] for act in acts} == {"started": 1, "returned": None}


def test_the_history_speaks_one_language(run: Run, mate: tuple[Path, AssessmentId]) -> None:
    home, one = mate
    said = run("assessment", "history", one, "--home", home).out
    assert "dimulai" in said
    assert "started" not in said
