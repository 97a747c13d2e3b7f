"""A file is written whole or not at all, and the order of steps survives a power cut."""

import errno
import os
import sys
from pathlib import Path

import pytest

from kepatuhan_desktop.errors import DiskFull, StorageFailed, WorkspaceReadOnly
from kepatuhan_desktop.storage.files import explain, make_folder, write_durably

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the names of files")


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    """A folder for half-written files."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    return folder


def name_of(descriptor: int) -> str:
    """What an open file is called."""
    return Path(f"/proc/self/fd/{descriptor}").readlink().name


def watch(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Record syncs and renames in their order."""
    seen: list[tuple[str, str]] = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(descriptor: int) -> None:
        seen.append(("fsync", Path(name_of(descriptor)).suffix or name_of(descriptor)))
        fsync(descriptor)

    def watched_replace(self: Path, target: Path) -> Path:
        seen.append(("rename", target.name))
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    return seen


def fail(*_: object) -> None:
    """What a full disk says."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@LINUX
def test_sync_then_rename_then_sync_of_the_folder(
    tmp_path: Path, staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "place").mkdir()
    seen = watch(monkeypatch)
    write_durably(tmp_path / "place" / "x", b"data", staging=staging)
    assert seen == [("fsync", ".part"), ("rename", "x"), ("fsync", "place")]


@LINUX
def test_a_new_folder_is_synced_into_its_parent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parent").mkdir()
    seen = watch(monkeypatch)
    make_folder(tmp_path / "parent" / "child" / "grandchild")
    assert seen == [("fsync", "parent"), ("fsync", "child")]


def test_the_data_is_there(tmp_path: Path, staging: Path) -> None:
    write_durably(tmp_path / "x", b"data" * 100_000, staging=staging)
    assert (tmp_path / "x").read_bytes() == b"data" * 100_000


def test_an_empty_file_is_written_too(tmp_path: Path, staging: Path) -> None:
    write_durably(tmp_path / "x", b"", staging=staging)
    assert (tmp_path / "x").read_bytes() == b""


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, staging: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / "x").write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(DiskFull):
        write_durably(tmp_path / "x", b"new", staging=staging)
    assert (tmp_path / "x").read_bytes() == b"old"


def test_a_failure_leaves_nothing_in_staging(
    tmp_path: Path, staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskFull):
        write_durably(tmp_path / "x", b"new", staging=staging)
    assert list(staging.iterdir()) == []


def test_short_writes_are_continued(
    tmp_path: Path, staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fdopen

    class Short:
        """Takes three bytes at a time, as a pipe or a stick may."""

        def __init__(self, descriptor: int) -> None:
            self._file = real(descriptor, "wb", buffering=0)

        def __enter__(self) -> "Short":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, data: memoryview) -> int:
            return self._file.write(data[:3])

        def fileno(self) -> int:
            return self._file.fileno()

    monkeypatch.setattr(os, "fdopen", lambda descriptor, *_, **__: Short(descriptor))
    write_durably(tmp_path / "x", b"0123456789", staging=staging)
    assert (tmp_path / "x").read_bytes() == b"0123456789"


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_a_file_is_for_its_owner_only(tmp_path: Path, staging: Path) -> None:
    write_durably(tmp_path / "x", b"", staging=staging)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_a_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    modes = [(tmp_path / one).stat().st_mode & 0o777 for one in ("a", "a/b")]
    assert modes == [0o700, 0o700]


@pytest.mark.parametrize(
    "number,kind",
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, WorkspaceReadOnly),
        (errno.EACCES, WorkspaceReadOnly),
        (errno.EPERM, WorkspaceReadOnly),
        (errno.EIO, StorageFailed),
    ],
)
def test_what_the_system_says_becomes_an_error_with_a_sentence(
    number: int, kind: type[Exception]
) -> None:
    assert isinstance(explain(OSError(number, "x"), Path("y")), kind)
