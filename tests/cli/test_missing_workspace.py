"""A mistyped --home is said, and nothing is made there; what may begin a workspace still does."""

from pathlib import Path

import pytest

from kepatuhan_desktop.errors import InputInvalid, WorkspaceMissing, WorkspaceNotEmpty
from tests.builders import workspaces
from tests.cli.conftest import Run

READING = [
    ("doctor",),
    ("rebuild",),
    ("assessment", "list"),
    ("assessment", "show", "x"),
    ("assessment", "scorecard", "x", "--out", "x.pdf"),
    ("assessment", "history", "x"),
    ("assessment", "amend", "x", "--reason", "x"),
    ("assessment", "withdraw", "x", "--role", "auditor", "--reason", "x"),
    ("assessment", "return", "x", "--reason", "x"),
    ("bundle", "export", "."),
    ("bundle", "inspect", "x.paket"),
    ("bundle", "verify", "x.paket"),
    ("bundle", "outbox"),
    ("conflict", "list"),
    ("conflict", "settle", "x", "y", "z"),
    ("receipt", "list"),
    ("plan", "list"),
    ("plan", "cancel", "x"),
]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_nothing_is_read_from_a_workspace_that_is_not_there(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = run(*command, "--home", tmp_path / "salah", "--json")
    assert (done.status, done.error["code"]) == (49, "workspace.missing")
    assert str(tmp_path / "salah") in done.error["sentence"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    done = run("doctor", "--home", tmp_path, "--language", "en")
    assert done.status == WorkspaceMissing.exit_status
    assert "There is no workspace" in done.err
    assert [one.name for one in tmp_path.iterdir()] == ["foto.jpg"]


def test_who_one_is_may_begin_a_workspace(run: Run, home: Path) -> None:
    assert run("identity", "show", "--home", home).status == 0
    assert run("doctor", "--home", home).status == 0


def test_what_arrives_may_begin_a_workspace(run: Run, home: Path, tmp_path: Path) -> None:
    with workspaces.opened(tmp_path / "field") as services:
        workspaces.filled(services)
    sent = run("bundle", "export", tmp_path, "--plain", "--home", tmp_path / "field", "--json")
    (bundle,) = sent.data["bundles"]
    taken = run("bundle", "import", bundle["file"], "--home", home, "--json")
    assert taken.error["code"] == "bundle.sender"  # the workspace is there, the sender is nobody
    assert run("assessment", "list", "--home", home, "--json").data == []


def test_a_demonstration_needs_an_empty_workspace(run: Run, home: Path, tmp_path: Path) -> None:
    with workspaces.opened(home) as services:
        workspaces.an_office(services)
    done = run("demo", "--home", home, "--out", tmp_path / "out", "--json")
    assert done.status == WorkspaceNotEmpty.exit_status
    assert done.error["code"] == "workspace.not_empty"
    assert str(home) in done.error["sentence"]


def test_a_demonstration_is_told_its_workspace(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--out", tmp_path / "out", "--json")
    assert (done.status, done.error["code"]) == (InputInvalid.exit_status, "input.invalid")


def test_a_demonstration_tries_its_folder_before_it_builds_anything(
    run: Run, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_bytes(b"x")
    done = run("demo", "--home", home, "--out", tmp_path / "berkas" / "out", "--json")
    assert done.error["code"] == "writing.no_folder"
    assert not home.exists()
