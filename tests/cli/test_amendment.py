"""Correct, withdraw and look back from the command line."""

from pathlib import Path

import pytest

from kepatuhan_desktop.domain.ids import AssessmentId
from tests.builders import seals, workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A2, HALF
from tests.cli.conftest import Run


@pytest.fixture
def signed(home: Path) -> AssessmentId:
    """A workspace with one sealed assessment, closed again."""
    with workspaces.opened(home) as services:
        one = workspaces.filled(services)
        seals.sealed(services, one, b"%PDF-1")
    return one


@pytest.fixture
def corrected(home: Path, signed: AssessmentId) -> AssessmentId:
    """The same with a second revision, and the auditor's signature under it withdrawn."""
    with workspaces.opened(home, CountingIds("k")) as services:
        services.amending.amend(signed, "salah hitung")
        services.answering.choose(signed, A2, HALF)
        seals.sealed(services, signed, b"%PDF-2")
        services.amending.withdraw(signed, "auditor", workspaces.SITI, "keliru")
    return signed


def test_a_correction_is_opened(run: Run, home: Path, signed: AssessmentId) -> None:
    done = run("assessment", "amend", signed, "--reason", "salah", "--home", home, "--json")
    assert (done.status, done.data) == (0, {"assessment": signed, "revision": 2, "late": 0})
    rows = run("assessment", "list", "--home", home, "--json").data
    assert rows[0]["status"] == "amending"
    again = run("assessment", "amend", signed, "--reason", "salah", "--home", home, "--json")
    assert (again.status, again.error["code"]) == (56, "assessment.not_sealed")


def test_a_correction_needs_a_reason(run: Run, home: Path, signed: AssessmentId) -> None:
    done = run("assessment", "amend", signed, "--reason", " ", "--home", home, "--json")
    assert (done.status, done.error["code"]) == (54, "input.invalid")
    assert run("assessment", "amend", signed, "--home", home).status == 2


def test_what_came_late_must_be_named(
    run: Run, home: Path, signed: AssessmentId, tmp_path: Path
) -> None:
    with (
        workspaces.opened(home, CountingIds("k")) as services,
        workspaces.opened(tmp_path / "other", CountingIds("b")) as other,
    ):
        before = [
            body for body in services._workspace.journal.bodies() if b'"slot":"seal"' not in body
        ]
        other._workspace.journal.merge(before)
        other.answering.choose(signed, A2, HALF)
        services._workspace.journal.merge(other._workspace.journal.bodies())
    options = ("assessment", "amend", signed, "--reason", "salah", "--home", home, "--json")
    assert run(*options).error["parameters"] == {"field": "late"}
    assert run(*options, "--with-late").data["late"] == 1
    deeds = [
        act["deed"] for act in run("assessment", "history", signed, *options[-3:]).data["acts"]
    ]
    assert deeds == ["started", "sealed", "late", "amended"]


def test_a_signature_is_withdrawn_once(run: Run, home: Path, signed: AssessmentId) -> None:
    options = ("assessment", "withdraw", signed, "--role", "unit_head", "--home", home, "--json")
    done = run(*options, "--reason", "belum dibaca")
    assert done.status == 0
    assert done.data["who"] == workspaces.BUDI.name
    again = run(*options, "--reason", "belum dibaca")
    assert (again.status, again.error["parameters"]) == (54, {"field": "role"})


def test_nothing_is_withdrawn_where_nothing_is_signed(run: Run, home: Path) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.filled(services)
    options = ("--role", "auditor", "--reason", "x", "--home", home, "--json")
    assert run("assessment", "withdraw", one, *options).status == 56


def test_every_revision_is_written_as_it_was_signed(
    run: Run, home: Path, corrected: AssessmentId, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    command = ("assessment", "scorecard", corrected, "--out", out, "--home", home, "--json")
    for number, options in ((1, ("--revision", 1)), (2, ("--revision", 2)), (2, ())):
        done = run(*command, *options)
        assert (done.status, done.data["revision"], done.data["sealed"]) == (0, number, True)
        assert out.read_bytes() == f"%PDF-{number}".encode()
    absent = run(*command, "--revision", 3)
    assert (absent.status, absent.error["parameters"]) == (54, {"field": "revision"})


def test_the_history_tells_every_act(run: Run, home: Path, corrected: AssessmentId) -> None:
    acts = run("assessment", "history", corrected, "--home", home, "--json").data["acts"]
    assert [(act["deed"], act["revision"]) for act in acts] == [
        ("started", 1),
        ("sealed", 1),
        ("amended", 2),
        ("sealed", 2),
        ("withdrawn", 2),
    ]
    assert (acts[2]["reason"], acts[2]["corrects"]) == ("salah hitung", 1)
    assert next(act["score"] for act in acts if act["deed"] == "sealed") == "100.00"
    assert [signer["who"] for signer in acts[1]["signers"]] == ["Siti Aminah", "Budi Santoso"]
    assert [act["present"] for act in acts] == [False, False, False, True, False]


def test_the_history_tells_every_entry_when_asked(
    run: Run, home: Path, corrected: AssessmentId
) -> None:
    done = run("assessment", "history", corrected, "--all", "--home", home, "--json")
    change = next(
        line for line in done.data["entries"] if line["slot"] == f"answer/{A2}" and line["before"]
    )
    assert change["before"][0]["shape"] == change["after"]["shape"] == "option"
    assert change["before"][0]["words"] != change["after"]["words"]
    text = run("assessment", "history", corrected, "--all", "--home", home).out
    assert "salah hitung" in text
    assert " -> " in text


def test_an_unknown_assessment_has_no_history(run: Run, home: Path) -> None:
    with workspaces.opened(home):
        pass
    done = run("assessment", "history", "tidak-ada", "--home", home, "--json")
    assert (done.status, done.error["code"]) == (50, "assessment.unknown")
