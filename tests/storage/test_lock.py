"""One process at a time holds a workspace, and a dead one holds nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kepatuhan_desktop.errors import StorageFailed, WorkspaceInUse, WorkspaceReadOnly
from kepatuhan_desktop.storage.lock import LOCK, WorkspaceLock
from kepatuhan_desktop.storage.workspace import Workspace

HOLD = """
import sys
from pathlib import Path
from kepatuhan_desktop.storage.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
workspace.close()
"""
TRY = """
import sys
from pathlib import Path
from kepatuhan_desktop.errors import WorkspaceInUse
from kepatuhan_desktop.storage.workspace import Workspace
try:
    Workspace(Path(sys.argv[1])).close()
except WorkspaceInUse as error:
    sys.exit(error.exit_status)
"""
ROOT = Path(__file__).parents[2]


@contextmanager
def held(home: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has the workspace open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_workspace_open_in_another_process_is_refused(home: Path) -> None:
    with held(home), pytest.raises(WorkspaceInUse):
        Workspace(home)


def test_another_process_is_refused_while_this_one_has_the_workspace(
    workspace: Workspace,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(workspace.home)], cwd=ROOT, check=False, timeout=60
    )
    assert done.returncode == WorkspaceInUse.exit_status


def test_a_second_window_of_this_process_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceInUse):
        Workspace(workspace.home)


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are unknown there")
def test_a_killed_process_lets_go_of_the_workspace(home: Path) -> None:
    with held(home) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        Workspace(home).close()


def test_a_closed_workspace_can_be_opened_again(closed: Path) -> None:
    Workspace(closed).close()


def test_a_failed_start_lets_go_of_the_lock(closed: Path) -> None:
    (closed / "keys.json").rename(closed / "saved")
    with pytest.raises(Exception, match="keys"):
        Workspace(closed)
    (closed / "saved").rename(closed / "keys.json")
    Workspace(closed).close()


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceReadOnly):
        WorkspaceLock(tmp_path / "nowhere")


def test_a_lock_file_full_of_something_else_has_a_sentence(home: Path) -> None:
    home.mkdir()
    (home / LOCK).write_bytes(b"not a database at all" * 100)
    with pytest.raises(StorageFailed) as failed:
        Workspace(home)
    assert failed.value.parameters["path"].endswith(LOCK)
