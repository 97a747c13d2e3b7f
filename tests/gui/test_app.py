"""Starting and ending the program."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import __version__, paths
from kepatuhan_desktop.errors import DatabaseIsNewer, KeysMissing, WorkspaceInUse
from kepatuhan_desktop.gui import app, faults
from kepatuhan_desktop.gui.dialogs.start_failure import StartFailureDialog
from kepatuhan_desktop.gui.session import Session
from tests.builders import workspaces
from tests.builders.gui_lists import nameless


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kepatuhan_desktop", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def session(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("kepatuhan_desktop.gui.readiness.pieces", lambda _window: [])
    made = Session(qapp)
    yield made
    made.close()


def test_the_version_is_said_without_a_window() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert __version__ in done.stdout


def test_the_self_check_shows_every_page_and_ends(home: Path) -> None:
    done = run("--self-check", "--home", str(home))
    assert (done.returncode, done.stderr.replace(_OFF_SCREEN, "").strip()) == (0, "")


_OFF_SCREEN = "This plugin does not support propagateSizeHints()\n"


def test_the_self_check_tells_why_a_workspace_does_not_open(home: Path) -> None:
    home.write_text("no folder")
    assert run("--self-check", "--home", str(home)).returncode == 41


def test_a_workspace_that_opens_shows_its_window(session: Session, home: Path) -> None:
    session.open(home)
    assert session.window is not None
    assert session.window.isVisible()
    assert session.exit_status == 0


def test_a_workspace_in_use_is_explained_and_another_can_be_chosen(
    session: Session, home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.VARIABLE, raising=False)
    with workspaces.opened(home):
        session.open(home)
    assert session.window is None
    assert session.exit_status == WorkspaceInUse.exit_status
    dialog = session.failure
    assert isinstance(dialog, StartFailureDialog)
    assert str(home) in dialog.sentence_label.text()
    assert "workspace.in_use" in dialog.code_label.text()
    dialog.choose(str(tmp_path / "other"))
    qtbot.waitUntil(lambda: session.window is not None)
    assert session.exit_status == 0
    assert paths.home() == tmp_path / "other"


def test_another_workspace_replaces_the_one_that_is_open(
    session: Session, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open(home)
    first = session.window
    assert first is not None
    first.home_chosen.emit(str(tmp_path / "other"))
    qtbot.waitUntil(lambda: session.window is not None and session.window is not first)
    assert session.window is not None
    assert session.window.services.home == tmp_path / "other"
    with workspaces.opened(home):  # nobody holds it any more
        pass


@pytest.mark.parametrize(
    "error",
    [KeysMissing(path="/x", reason="lost"), DatabaseIsNewer(found=9, supported=1, path="/x")],
)
def test_each_way_of_not_opening_has_its_sentence_and_names(
    qtbot: QtBot, error: KeysMissing | DatabaseIsNewer
) -> None:
    dialog = StartFailureDialog(error, Path("/x"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert error.code in dialog.code_label.text()
    assert len(dialog.sentence_label.text()) > 40
    assert nameless(dialog) == []


def test_what_nobody_caught_is_logged_and_said(session: Session, home: Path, qtbot: QtBot) -> None:
    session.open(home)
    assert session.window is not None
    error = ZeroDivisionError("unexpected")
    sys.excepthook(type(error), error, None)
    window = session.window
    qtbot.waitUntil(lambda: "ZeroDivisionError" in window.error_bar.text())
    assert "ZeroDivisionError: unexpected" in (home / faults.LOG).read_text("utf-8")


def test_the_log_starts_afresh_when_it_is_full(home: Path) -> None:
    path = home / faults.LOG
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * 1_000_001)
    handler = faults.write_log(home)
    logging.getLogger("kepatuhan_desktop").warning("noted")
    faults.stop_log(handler)
    assert path.stat().st_size < 1000
    assert path.with_suffix(".old.log").exists()


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    assert faults.write_log(tmp_path) is None


def test_the_names_for_the_geometry_stand_in_one_place() -> None:
    assert (app.NAME, app.ORGANISATION) == ("Kepatuhan", "kepatuhan-desktop")


def test_a_fault_on_a_worker_reaches_the_window_thread(qtbot: QtBot) -> None:
    watcher = faults.Faults(None)
    assert isinstance(watcher, QObject)
    with qtbot.waitSignal(watcher.happened) as happened:
        watcher._caught(ValueError, ValueError("x"), None)
    assert isinstance((happened.args or [None])[0], ValueError)
