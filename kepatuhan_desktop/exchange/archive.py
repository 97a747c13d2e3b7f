"""A ZIP archive with exactly one way to write a list of files: stored, in order, nothing else.

There is one byte sequence for each list of files, and the reader accepts no other. Overlapping
ranges, a directory that disagrees, links, comments, compression and hidden bytes between files
(CVE-2024-0450 and its kin) cannot be expressed, so they need no rule each. Both directions work
front to back: memory does not grow with the archive.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Protocol

import msgspec

from kepatuhan_desktop.errors import (
    BundleDamaged,
    BundleTooLarge,
    BundleUnreadable,
    BundleUnsafe,
)
from kepatuhan_desktop.exchange.limits import Limits

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_MARK = 4
_VERSION = 20
_MADE_BY = (3 << 8) | _VERSION
_DAY = 33
"""1980-01-01, the first day that the format knows: no clock of the sender shows."""
_PLAIN_FILE = 0o100644 << 16
_ENCRYPTED = 1


class _Member(msgspec.Struct, frozen=True):
    name: bytes
    size: int
    crc: int
    offset: int

    def local(self) -> bytes:
        return _LOCAL.pack(
            *(_LOCAL_MARK, _VERSION, 0, 0, 0, _DAY, self.crc, self.size, self.size),
            *(len(self.name), 0),
        )

    def central(self) -> bytes:
        fixed = _CENTRAL.pack(
            *(_CENTRAL_MARK, _MADE_BY, _VERSION, 0, 0, 0, _DAY, self.crc, self.size, self.size),
            *(len(self.name), 0, 0, 0, 0, _PLAIN_FILE, self.offset),
        )
        return fixed + self.name


def overhead(name: str) -> int:
    """What a file of that name costs beside its own bytes."""
    return _LOCAL.size + _CENTRAL.size + 2 * len(name)


END_SIZE = _END.size
NAME_AT = _LOCAL.size
"""Where the name of the first file begins."""


class Packer:
    """Gives the bytes of an archive piece by piece."""

    def __init__(self) -> None:
        self._members: list[_Member] = []
        self._at = 0

    def add(self, name: str, data: bytes) -> Iterator[bytes]:
        """The pieces of one file."""
        member = _Member(name.encode("ascii"), len(data), zlib.crc32(data), self._at)
        self._members.append(member)
        head = member.local() + member.name
        self._at += len(head) + len(data)
        yield head
        yield data

    def end(self) -> bytes:
        """The directory, which ends the archive."""
        return _directory(self._members, self._at)


def _directory(members: list[_Member], at: int) -> bytes:
    listed = b"".join(member.central() for member in members)
    count = len(members)
    return listed + _END.pack(_END_MARK, 0, 0, count, count, len(listed), at, 0)


class Sink(Protocol):
    """Takes the files of an archive as they come."""

    def begin(self, name: str, size: int) -> None:
        """A file starts; raise to refuse it."""

    def take(self, piece: memoryview) -> None:
        """Some of its bytes; only good until this returns."""

    def finish(self, *, is_sound: bool) -> None:
        """All its bytes came; `is_sound`: their checksum is right. Raise to refuse it."""


class Unpacker:
    """Takes the bytes of an archive in pieces of any size and hands on what they hold.

    Raises `BundleUnreadable`, `BundleUnsafe`, `BundleTooLarge`, `BundleDamaged`.
    """

    def __init__(self, sink: Sink, names: re.Pattern[str], limits: Limits, title: str) -> None:
        self._sink = sink
        self._names = names
        self._limits = limits
        self._title = title
        self._members: list[_Member] = []
        self._seen: set[str] = set()
        self._at = 0
        self._waiting = bytearray()
        """Of a header that has not come whole."""
        self._member: _Member | None = None
        self._left = 0
        self._crc = 0
        self._directory: bytes | None = None
        self._compared = 0

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        rest = memoryview(piece)
        while rest:
            if self._directory is not None:
                rest = self._compare(rest)
            elif self._member is not None:
                rest = self._body(rest)
            else:
                rest = self._head(rest)

    def close(self) -> None:
        """No more bytes will come."""
        if self._directory is None:
            if not self._members and self._member is None:
                raise BundleUnreadable(name=self._title)
            raise BundleDamaged(name=self._title, reason="truncated")
        if self._compared != len(self._directory):
            raise BundleDamaged(name=self._title, reason="truncated")

    def _body(self, rest: memoryview) -> memoryview:
        assert self._member is not None
        here, rest = rest[: self._left], rest[self._left :]
        self._crc = zlib.crc32(here, self._crc)
        self._left -= len(here)
        self._sink.take(here)
        if not self._left:
            self._end_member()
        return rest

    def _end_member(self) -> None:
        assert self._member is not None
        is_sound = self._crc == self._member.crc
        self._members.append(self._member)
        self._member = None
        self._sink.finish(is_sound=is_sound)

    def _head(self, rest: memoryview) -> memoryview:
        rest = self._wait_for(rest, _MARK)
        mark = bytes(self._waiting[:_MARK])
        if mark == _LOCAL_MARK:
            rest = self._wait_for(rest, _LOCAL.size)
            if len(self._waiting) >= _LOCAL.size:
                rest = self._local(rest)
        elif mark in (_CENTRAL_MARK, _END_MARK) and self._members:
            self._directory = _directory(self._members, self._at)
            self._compare(memoryview(bytes(self._waiting)))
        elif len(mark) == _MARK:
            raise self._no_header()
        return rest

    def _no_header(self) -> BundleUnreadable | BundleDamaged:
        if not self._members:
            return BundleUnreadable(name=self._title)
        return BundleDamaged(name=self._title, reason="zip_structure")

    def _local(self, rest: memoryview) -> memoryview:
        fields = _LOCAL.unpack_from(self._waiting)
        flags, method, crc, packed, size, length, extra = (
            *(fields[2], fields[3], *fields[6:9]),
            *fields[9:],
        )
        if flags & _ENCRYPTED:
            raise BundleUnsafe(name=self._title, reason="zip_encrypted")
        if method:
            raise BundleUnsafe(name=self._title, reason="zip_compression")
        if length > self._limits.name:
            raise BundleUnsafe(name=self._title, reason="zip_name")
        head = _Member(b"", size, crc, self._at).local()
        if packed != size or extra or head[:26] != bytes(self._waiting[:26]):
            raise BundleUnsafe(name=self._title, reason="zip_header")
        whole = _LOCAL.size + length
        rest = self._wait_for(rest, whole)
        if len(self._waiting) < whole:
            return rest
        self._begin(bytes(self._waiting[_LOCAL.size :]), size, crc)
        self._at += whole + size
        self._waiting.clear()
        return rest

    def _begin(self, raw: bytes, size: int, crc: int) -> None:
        name = raw.decode("latin-1")
        if not self._names.fullmatch(name):
            raise BundleUnsafe(name=self._title, reason="zip_name")
        # The allowed names are lower case, so that no two differ only in case.
        if name in self._seen:
            raise BundleUnsafe(name=self._title, reason="zip_twice")
        if len(self._seen) >= self._limits.members:
            raise self._too_large(f"> {self._limits.members}", self._limits.members)
        if self._at + size > self._limits.archive:
            raise self._too_large(self._at + size, self._limits.archive)
        self._seen.add(name)
        self._sink.begin(name, size)
        self._member, self._left, self._crc = _Member(raw, size, crc, self._at), size, 0
        if not size:
            self._end_member()

    def _too_large(self, found: object, limit: int) -> BundleTooLarge:
        return BundleTooLarge(name=self._title, found=found, limit=limit)

    def _compare(self, rest: memoryview) -> memoryview:
        assert self._directory is not None
        upto = self._compared + len(rest)
        if rest != self._directory[self._compared : upto]:
            raise BundleUnsafe(name=self._title, reason="zip_directory")
        self._compared = upto
        return rest[len(rest) :]

    def _wait_for(self, rest: memoryview, size: int) -> memoryview:
        """Collect until `size` bytes of a header are there, or none are left."""
        lacking = max(0, size - len(self._waiting))
        self._waiting += rest[:lacking]
        return rest[lacking:]
