"""Put bytes on the disk so that a power cut leaves the old file or the new one, never half."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kepatuhan_desktop.errors import DiskFull, StorageFailed, WorkspaceReadOnly

_FULL = {errno.ENOSPC, errno.EDQUOT}
# A folder that is a file, or lies in one, is as little use as one that refuses writing.
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST}


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Turn an operating-system error about `place` into one with a sentence."""
    try:
        yield
    except OSError as error:
        raise explain(error, place) from error


def explain(error: OSError, place: Path) -> DiskFull | WorkspaceReadOnly | StorageFailed:
    """The known error that stands for `error`."""
    if error.errno in _FULL:
        return DiskFull(path=place)
    if error.errno in _REFUSED:
        return WorkspaceReadOnly(path=place)
    return StorageFailed(path=place, reason=error.strerror or type(error).__name__)


def write_durably(target: Path, data: bytes | bytearray, *, staging: Path) -> None:
    """Write beside, sync, rename, sync the folder. `staging` lies on the same file system.

    Raises `DiskFull`, `WorkspaceReadOnly` or `StorageFailed`; then `target` is as it was.
    """
    with explained(target):
        make_folder(target.parent)
        temporary = staging / f"{secrets.token_hex(12)}.part"
        try:
            descriptor = os.open(
                temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            with os.fdopen(descriptor, "wb", buffering=0) as file:
                rest = memoryview(data)
                while rest:
                    rest = rest[file.write(rest) :]
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Create a private folder durably; its parent must exist or is made likewise."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename or a new name in `folder` survive a power cut."""
    if os.name == "nt":  # Windows has no way to sync a folder; NTFS logs the rename.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
