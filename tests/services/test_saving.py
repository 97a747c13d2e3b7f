"""A copy is saved whole, or the old one stays."""

import errno
import os
from pathlib import Path

import pytest

from kepatuhan_desktop.errors import DiskFull, StorageFailed
from kepatuhan_desktop.services.saving import save_copy


def test_a_copy_is_saved(tmp_path: Path) -> None:
    save_copy(tmp_path / "kartu nilai.pdf", b"%PDF")
    assert (tmp_path / "kartu nilai.pdf").read_bytes() == b"%PDF"


def test_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    save_copy(tmp_path / "x.pdf", b"%PDF")
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]


def test_a_failure_leaves_the_old_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "x.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        save_copy(tmp_path / "x.pdf", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x.pdf", b"old")]


def test_a_folder_is_not_invented(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        save_copy(tmp_path / "nowhere" / "x.pdf", b"%PDF")
    assert list(tmp_path.iterdir()) == []
