"""Let something happen at one moment while a bundle is written or read, in this very process."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path

from tests.faults.plants import Put

NUMBERS = (errno.EIO, errno.ENODEV, errno.ENOTCONN, errno.EROFS, errno.ENOSPC)
"""What systems say of a medium that was pulled, is broken, was locked, or is full."""
_CALLS = ("open", "fsync", "fdatasync", "replace", "posix_fadvise")


class Moments:
    """Counts the pieces and the calls of a delivery; before the one `at`, the deed is done."""

    def __init__(self, put: Put, deed: Callable[[], None], at: int) -> None:
        self.count = 0
        self._deed, self._at = deed, at
        self._is_inside = False
        for name in _CALLS:
            if hasattr(os, name):
                self._watch(put, name)

    def step(self, _done: int, _total: int, _text: str = "") -> None:
        """A `Progress`."""
        self._tick()

    def _tick(self) -> None:
        if self._is_inside:  # the deed itself opens and syncs
            return
        self.count += 1
        if self.count == self._at:
            self._is_inside = True
            try:
                self._deed()
            finally:
                self._is_inside = False

    def _watch(self, put: Put, name: str) -> None:
        call = getattr(os, name)

        def watched(*positional: object, **named: object) -> object:
            self._tick()
            return call(*positional, **named)

        put(os, name, watched)


def refusing(number: int) -> Callable[[], None]:
    """A deed: the system reports that error."""

    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    return refuse


class _Frail(io.RawIOBase):
    """A file that can be read up to some byte; there it ends, or the system reports an error."""

    def __init__(self, data: bytes, upto: int, number: int | None) -> None:
        self._file = io.BytesIO(data)
        self._upto, self._number = upto, number

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def readinto(self, buffer: bytearray, /) -> int:  # type: ignore[override]  # of all it may be
        left = min(len(buffer), 8192, self._upto - self._file.tell())
        if left <= 0 and self._number is not None:
            raise OSError(self._number, os.strerror(self._number))
        piece = self._file.read(max(0, left))
        buffer[: len(piece)] = piece
        return len(piece)


def frail(put: Put, bundle: Path, upto: int, number: int | None) -> None:
    """From now on `bundle` can be read up to that byte; without a number it merely ends there."""
    call, data = Path.open, bundle.read_bytes()

    def opened(self: Path, *positional: str, **named: str) -> object:
        if self == bundle:
            raw: io.RawIOBase = _Frail(data, upto, number)
            return io.BufferedReader(raw)
        return call(self, *positional, **named)  # type: ignore[call-overload]  # as it came

    put(Path, "open", opened)
