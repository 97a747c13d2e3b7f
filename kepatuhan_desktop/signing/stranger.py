"""Open a PDF from a stranger, within limits of size, structure, memory and time.

pyHanko is written in Python, so hostile bytes cannot reach past it; but they can make it busy.
Streams are unpacked within its limits, made tighter here; revisions and objects are counted
before anything is compared; and a watch ends what takes too long.
"""

import ctypes
import hashlib
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from pyhanko.pdf_utils.decode_limits import (
    DEFAULT_PURPOSE_LIMITS,
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader

MIB = 1024 * 1024
LARGEST = 256 * MIB
"""Bytes of a PDF that is read at all; a scorecard with 400 photos has 80 million."""
MOST_REVISIONS = 32
"""Ours have two or three, and each later stamp adds one or two."""
MOST_OBJECTS = 60_000
SECONDS = 20.0
"""What the slowest machine that we know needs for the largest scorecard, ten times."""

_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_ratio=1100, max_output_size=64 * MIB),
    per_purpose=dict(DEFAULT_PURPOSE_LIMITS),
    document_budget=DocumentDecodeBudget(base_allowance=128 * MIB, max_ratio=8),
)


# No Exception, lest one of the parsers take it for its own.
class TooLong(BaseException):
    """The time for one file is over."""


class TooMuch(Exception):  # noqa: N818 - what the file is
    """More revisions or objects than a scorecard can have."""


class Encrypted(Exception):  # noqa: N818 - what the file is
    """The PDF asks for a password."""


class Stranger(msgspec.Struct, frozen=True):
    """A PDF that opened; nothing about it is proved."""

    data: bytes
    reader: PdfFileReader
    last: int
    """Number of the last revision; the first one is 0."""

    def end_of(self, revision: int) -> int:
        """Where a revision ends: after the end-of-file mark that follows its references."""
        place: int = self.reader.xrefs.get_xref_container_info(revision).end_location
        end = self.data.find(_EOF, place) + len(_EOF)
        for line_end in (b"\r\n", b"\n", b"\r"):
            if self.data.startswith(line_end, end):
                return end + len(line_end)
        return end

    def drawn(self) -> str:
        """SHA-256 of the first revision: the page as it was before any signature."""
        return hashlib.sha256(memoryview(self.data)[: self.end_of(0)]).hexdigest()


_EOF = b"%%EOF"


def opened(data: bytes) -> Stranger:
    """`data` as a PDF.

    Raises `Encrypted`, `TooMuch`, and whatever pyHanko raises for what is no sound PDF.
    """
    if len(data) > LARGEST:
        raise TooMuch(len(data))
    reader = PdfFileReader(io.BytesIO(data), strict=True, decode_limits=_LIMITS)
    if "/Encrypt" in reader.trailer:
        raise Encrypted
    revisions = reader.total_revisions
    if revisions > MOST_REVISIONS:
        raise TooMuch(revisions)
    objects = sum(
        len(reader.xrefs.explicit_refs_in_revision(revision)) for revision in range(revisions)
    )
    if objects > MOST_OBJECTS:
        raise TooMuch(objects)
    return Stranger(data, reader, revisions - 1)


@contextmanager
def limited() -> Iterator[None]:
    """Raise `TooLong` in this thread when `SECONDS` have passed; only Python code notices."""
    thread = ctypes.c_ulong(threading.get_ident())
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    lock, over = threading.Lock(), [False]

    def end() -> None:
        with lock:
            if not over[0]:
                raise_in(thread, ctypes.py_object(TooLong))

    watch = threading.Timer(SECONDS, end)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        # Once this has the lock, the watch can no longer strike outside the block.
        with lock:
            over[0] = True
        watch.cancel()
