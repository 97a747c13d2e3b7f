"""A workspace opens in the only safe order, and a failed start changes nothing."""

import os
from pathlib import Path

import pytest

from kepatuhan_desktop.errors import DatabaseDamaged, WorkspaceReadOnly
from kepatuhan_desktop.storage.workspace import DATABASE, STORE, Workspace


def test_a_first_start_makes_the_folder(home: Path) -> None:
    Workspace(home / "deep" / "down").close()
    assert (home / "deep" / "down" / STORE / DATABASE).exists()


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_the_folder_is_for_its_owner_only(closed: Path) -> None:
    modes = [one.stat().st_mode & 0o777 for one in (closed, closed / STORE)]
    assert modes == [0o700, 0o700]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(WorkspaceReadOnly):
        Workspace(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_foreign_database_is_refused_and_left_alone(closed: Path) -> None:
    (closed / STORE / DATABASE).write_bytes(b"SQLite format 3\x00" + bytes(4080))
    with pytest.raises(DatabaseDamaged):
        Workspace(closed)
    assert (closed / STORE / DATABASE).read_bytes() == b"SQLite format 3\x00" + bytes(4080)


def test_a_lost_database_is_not_replaced_by_an_empty_one(closed: Path) -> None:
    (closed / STORE / DATABASE).unlink()
    with pytest.raises(DatabaseDamaged):
        Workspace(closed)
    assert not (closed / STORE / DATABASE).exists()


def test_nothing_of_the_write_ahead_log_is_left_after_closing(closed: Path) -> None:
    assert [one.name for one in (closed / STORE).iterdir()] == [DATABASE]
