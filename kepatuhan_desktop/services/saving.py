"""Write a copy of something to a place that a person chose."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kepatuhan_desktop.errors import (
    FolderMissing,
    FolderRefused,
    TargetNotFile,
    WorkspaceReadOnly,
)
from kepatuhan_desktop.storage.files import explained, write_durably

_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST}


def save_copy(target: Path, data: bytes) -> None:
    """Write `data` to `target`, old or new but never half; the folder must exist.

    A link stays, and what it leads to is replaced. Only an ordinary file is: a device, a pipe or
    a folder would be lost.

    Raises `FolderMissing`, `FolderRefused`, `TargetNotFile`, `DiskFull`, `StorageFailed`.
    """
    given = target.expanduser().absolute()
    with explained(given):
        # Asked of the name that was given: what a pipe's link leads to has none of its own.
        with suppress(FileNotFoundError, NotADirectoryError):
            if not stat.S_ISREG(given.stat().st_mode):
                raise TargetNotFile(path=given)
        real = Path(os.path.realpath(given))
        if not real.parent.is_dir():
            raise FolderMissing(path=real.parent)
    try:
        write_durably(real, data, staging=real.parent)
    except WorkspaceReadOnly as error:
        raise FolderRefused(path=real.parent) from error


def save_copies(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write several named files into a folder, which is made where there is none.

    Raises what `save_copy` raises.
    """
    _make(folder)
    written = []
    for name, data in files:
        save_copy(folder / name, data)
        written.append(folder / name)
    return written


def prepare_folder(folder: Path) -> None:
    """Make `folder` where there is none, and try whether it takes a file.

    Raises `FolderMissing`, `FolderRefused`, `DiskFull`, `StorageFailed`.
    """
    _make(folder)
    trial = folder / f"{secrets.token_hex(12)}.part"
    try:
        with explained(folder):
            os.close(os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            trial.unlink()
    except WorkspaceReadOnly as error:
        raise FolderRefused(path=folder) from error


def _make(folder: Path) -> None:
    try:
        with explained(folder):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                if error.errno in _NO_FOLDER:
                    raise FolderMissing(path=folder) from error
                raise
    except WorkspaceReadOnly as error:
        raise FolderRefused(path=folder) from error
