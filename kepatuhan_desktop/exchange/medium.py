"""Put bytes on a medium, and get them back from it.

Hashing, writing and reading let go of the interpreter: each way one thread works beside the
caller's. Memory stays flat both ways.
"""

import errno
import hashlib
import mmap
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import msgspec

from kepatuhan_desktop.exchange import secrecy
from kepatuhan_desktop.exchange.limits import MIB

UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP}
"""What a file system says to something that it does not offer."""
_BATCH = MIB
"""What the other thread is given at once, at least: encryption makes pieces of 64 KiB."""
_AHEAD = 16 * MIB
"""What may wait to be written; one piece that is larger waits alone."""
_SLICE = 32 * MIB
"""After so many bytes the system is asked to begin with writing them to the medium."""
_PIECE = 8 * MIB
"""Read at once; a multiple of every sector's size."""


class Laid(msgspec.Struct, frozen=True):
    """What lies on a medium."""

    size: int
    digest: str
    """SHA-256."""


def write(part: Path, pieces: Iterator[bytes], recipients: Sequence[str]) -> Laid:
    """A new file with these bytes, encrypted where there are recipients; synced."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with (
        os.fdopen(os.open(part, flags, 0o600), "wb", 0) as file,
        ThreadPoolExecutor(1) as thread,
    ):
        writer = _Writer(file, thread)
        if recipients:
            secrecy.encrypt(pieces, recipients, writer.put)
        else:
            for piece in pieces:
                writer.put(piece)
        return writer.finish()


class _Writer:
    """Hashes and writes in another thread, while the caller makes what comes next."""

    def __init__(self, file: BinaryIO, thread: Executor) -> None:
        self._file = file
        self._thread = thread
        self._batch: list[bytes] = []
        self._batched = 0
        self._waiting: deque[tuple[int, Future[None]]] = deque()
        self._ahead = 0
        self._seen = hashlib.sha256()
        self._size = 0
        self._begun = 0

    def put(self, piece: bytes) -> None:
        """Take the next bytes; raises `OSError` where earlier ones could not be written."""
        self._batch.append(piece)
        self._batched += len(piece)
        if self._batched >= _BATCH:
            self._hand_over()

    def finish(self) -> Laid:
        """Wait until everything lies on the medium."""
        self._hand_over()
        while self._waiting:
            self._settle()
        os.fsync(self._file.fileno())
        return Laid(self._size, self._seen.hexdigest())

    def _hand_over(self) -> None:
        batch, size = self._batch, self._batched
        self._batch, self._batched = [], 0
        while self._waiting and self._ahead + size > _AHEAD:
            self._settle()
        self._waiting.append((size, self._thread.submit(self._write, batch)))
        self._ahead += size

    def _settle(self) -> None:
        size, done = self._waiting.popleft()
        done.result()
        self._ahead -= size

    def _write(self, batch: list[bytes]) -> None:
        for piece in batch:
            self._seen.update(piece)
            rest = memoryview(piece)
            while rest:
                rest = rest[self._file.write(rest) :]
            self._size += len(piece)
        if self._size - self._begun >= _SLICE:
            _let_go(self._file.fileno(), self._begun)
            self._begun = self._size


def read_back(part: Path, told: Callable[[int], None]) -> Laid:
    """What the medium gives back; `told` hears after each piece how many bytes came.

    Past the system's own copy where the file system has such a way. Elsewhere the system is
    asked to forget its copy, which it need not do.
    """
    direct: int = getattr(os, "O_DIRECT", 0)
    if direct:
        try:
            return _read(part, direct, told)
        except OSError as error:
            if error.errno not in UNSUPPORTED:
                raise
    return _read(part, 0, told)


def _read(part: Path, way: int, told: Callable[[int], None]) -> Laid:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | way
    seen, done = hashlib.sha256(), 0
    # Maps begin at a page: nothing else may be read into past the system's copy.
    here, there = mmap.mmap(-1, _PIECE), mmap.mmap(-1, _PIECE)
    with (
        os.fdopen(os.open(part, flags), "rb", 0) as file,
        ThreadPoolExecutor(1) as thread,
    ):
        _let_go(file.fileno())
        size = os.fstat(file.fileno()).st_size
        coming = thread.submit(file.readinto, here)
        while done < size and (count := coming.result()):
            coming = thread.submit(file.readinto, there)
            seen.update(memoryview(here)[:count])
            done += count
            told(done)
            here, there = there, here
    return Laid(done, seen.hexdigest())


def _let_go(descriptor: int, since: int = 0) -> None:
    """Ask the system to begin with writing, and to forget its copy of what is written."""
    if hasattr(os, "posix_fadvise"):
        # What it was asked to write the time before is written by now, and can be forgotten.
        os.posix_fadvise(descriptor, max(0, since - _SLICE), 0, os.POSIX_FADV_DONTNEED)
