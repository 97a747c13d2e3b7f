"""Put a bundle on a medium so that it is either all there or not there at all.

Room is looked for first; the bytes go under another name, are synced, read back from the medium
and compared; only then does the name appear. Whoever is told so may pull the stick.
"""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.errors import (
    BundleCopyDiffers,
    BundleNoSpace,
    StorageFailed,
    WorkspaceReadOnly,
)
from kepatuhan_desktop.exchange import medium
from kepatuhan_desktop.exchange.limits import MIB
from kepatuhan_desktop.progress import Progress, Unwatched

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR}
_ABANDONED = 3600
"""Seconds after which nobody writes to a file under a temporary name any more."""
SPARE = 2 * MIB
"""Room that must be left over: directories and the file system's own needs."""


class Delivered(msgspec.Struct, frozen=True, kw_only=True):
    """A file that lies safely on its medium."""

    path: Path
    size: int
    digest: Digest
    """SHA-256 of the file, encryption included."""


def deliver(
    target: Path,
    pieces: Iterable[bytes],
    *,
    expected: int,
    recipients: Sequence[str] = (),
    progress: Progress | None = None,
) -> Delivered:
    """Write `pieces` to `target`, encrypted where there are recipients, and read it back.

    Raises `BundleNoSpace`, `WorkspaceReadOnly`, `StorageFailed`, `BundleCopyDiffers`, or
    `Cancelled`; then no file of that name is there, and nothing else is left.
    """
    watched = progress or Unwatched()
    part = target.parent / f"{target.name}.{secrets.token_hex(4)}.part"
    with explained(target, expected):
        _clear_leftovers(target)
        require_room(target.parent, expected)
        try:
            written = medium.write(part, _told(pieces, expected, watched), recipients)
            total = 2 * max(1, written.size // MIB)
            if written != medium.read_back(
                part, lambda done: watched.step(min(total // 2 + done // MIB, total), total)
            ):
                raise BundleCopyDiffers(name=target.name)
            part.replace(target)
            _sync_folder(target.parent)
        finally:
            # On a medium that was pulled there is nothing to take away.
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return Delivered(path=target, size=written.size, digest=Digest(written.digest))


def _clear_leftovers(target: Path) -> None:
    """Take away what a program that died has left: it would use up the stick, unseen."""
    for left in target.parent.glob(f"*{target.suffix}.????????.part"):
        with suppress(OSError):
            # Somebody else may just be writing to the same folder.
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def require_room(folder: Path, expected: int) -> None:
    """Raise `BundleNoSpace` where `folder` cannot take that many bytes."""
    needed, found = expected + SPARE, shutil.disk_usage(folder).free
    if found < needed:
        raise BundleNoSpace(path=folder, needed=_megabytes(needed), found=f"{found // MIB} MB")


@contextmanager
def explained(place: Path, expected: int = 0) -> Iterator[None]:
    """Turn an operating-system error about a medium into one with a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            # There was room at first: something else has taken it since.
            raise BundleNoSpace(
                path=place.parent, needed=_megabytes(expected + SPARE), found="0 MB"
            ) from error
        if error.errno in _REFUSED:
            raise WorkspaceReadOnly(path=place.parent) from error
        reason = error.strerror or type(error).__name__
        raise StorageFailed(path=place, reason=reason) from error


def _megabytes(size: int) -> str:
    return f"{-(-size // MIB)} MB"


def _told(pieces: Iterable[bytes], expected: int, progress: Progress) -> Iterator[bytes]:
    # Writing is the first half of the way, reading back the second.
    done, total = 0, 2 * max(1, expected // MIB)
    for piece in pieces:
        progress.step(min(done // MIB, total // 2), total)
        done += len(piece)
        yield piece


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no way to sync a folder.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems of sticks refuse; the file itself is synced.
        if error.errno not in medium.UNSUPPORTED:
            raise
    finally:
        os.close(descriptor)
