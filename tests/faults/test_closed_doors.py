"""A workspace that cannot be written, or that somebody else holds: said, and nothing touched."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import open_services
from kepatuhan_desktop.errors import WorkspaceInUse, WorkspaceMissing, WorkspaceReadOnly
from kepatuhan_desktop.settings import FILE
from tests.faults import scene
from tests.faults.mounts import needs_mounting, read_only
from tests.faults.program import ROOT, assert_refused, kepatuhan, sentence_of

pytestmark = pytest.mark.faults

_HOLD = """
import sys
from pathlib import Path
from kepatuhan_desktop.bootstrap import open_services
services = open_services(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
services.close()
"""


def prepared(home: Path) -> dict[str, bytes]:
    """A small workspace; returns its files."""
    services = open_services(home)
    scene.fill(services, scene.begin(services), answers=3, photos=1)
    services.close()
    return scene.files_under(home)


@needs_mounting
def test_a_read_only_file_system_is_refused_with_a_sentence(tmp_path: Path) -> None:
    before = prepared(tmp_path / "home")
    with read_only(tmp_path / "home", tmp_path / "view") as view:
        with pytest.raises(WorkspaceReadOnly) as refused:
            open_services(view)
        assert str(view) in sentence_of(refused.value)
        assert_refused(WorkspaceReadOnly, "assessment", "list", home=view)
        assert_refused(WorkspaceReadOnly, "identity", "show", home=view / "not" / "yet")
        assert_refused(WorkspaceMissing, "doctor", home=view / "not" / "yet")
    assert scene.files_under(tmp_path / "home") == before
    assert kepatuhan("doctor", home=tmp_path / "home").returncode == 0


def test_a_home_that_is_a_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("Bukan folder.")
    with pytest.raises(WorkspaceReadOnly):
        open_services(home)
    assert_refused(WorkspaceReadOnly, "identity", "show", home=home)
    assert_refused(WorkspaceMissing, "doctor", home=home)
    assert home.read_text() == "Bukan folder."
    assert_refused(WorkspaceReadOnly, "identity", "show", home=home / "below")


@contextmanager
def without_privileges() -> Iterator[None]:
    """No folder refuses the superuser, so be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
@pytest.mark.parametrize("below", ["", "home", "not/yet"])
def test_a_folder_without_permission_is_refused(tmp_path: Path, below: str) -> None:
    prepared(tmp_path / "other")  # loads what nobody may not be able to read
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with without_privileges(), pytest.raises(WorkspaceReadOnly) as refused:
        open_services(closed / below)
    sentence_of(refused.value)
    assert list(closed.iterdir()) == []


def test_a_workspace_open_elsewhere_is_refused_until_it_is_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepared(home)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(home)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WorkspaceInUse) as refused:
            open_services(home)
        assert str(home) in sentence_of(refused.value)
        assert_refused(WorkspaceInUse, "assessment", "list", home=home)
        assert_refused(WorkspaceInUse, "rebuild", home=home)
        holder.communicate("\n")
    assert kepatuhan("doctor", home=home).returncode == 0


def test_a_killed_holder_locks_nobody_out(tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepared(home)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(home)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        holder.kill()
    assert kepatuhan("doctor", home=home).returncode == 0


def test_damaged_settings_cost_preferences_and_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepared(home)
    (home / FILE).write_bytes(b'{"theme": "dark", ')
    result = kepatuhan("doctor", home=home)
    assert result.returncode == 0, result
