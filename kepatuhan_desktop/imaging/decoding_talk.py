"""What the program and its decoding process say to each other: a head in JSON, then bytes."""

import struct
from typing import Protocol

import msgspec

from kepatuhan_desktop import errors
from kepatuhan_desktop.errors import EvidenceDamaged, KnownError
from kepatuhan_desktop.imaging.recognition import MediaType

LENGTHS = struct.Struct(">QQ")
"""Bytes of the head and of what follows it."""


class Copies(msgspec.Struct, tag=True, frozen=True):
    """Make the copies of the file that follows."""

    media_type: MediaType
    rotation: int
    name: str


class Open(msgspec.Struct, tag=True, frozen=True):
    """Open the PDF that follows, and stay."""

    name: str


class Draw(msgspec.Struct, tag=True, frozen=True):
    """Draw these pages of the open PDF, one answer each."""

    which: list[int]
    width: int = 0
    """Pixels; 0 where `scale` says how large."""
    scale: float = 0
    """Pixels for each point."""


class Words(msgspec.Struct, tag=True, frozen=True):
    """Read the words on the first page of the PDF that follows."""


class Codes(msgspec.Struct, tag=True, frozen=True):
    """Look for QR codes in the picture or PDF that follows, one answer for each attempt."""

    name: str


class StandBy(msgspec.Struct, tag=True, frozen=True):
    """Load what PDFs need, and wait for the task; there is no answer."""


Task = Copies | Open | Draw | Words | Codes | StandBy


class Refused(msgspec.Struct, tag=True, frozen=True):
    """A known error."""

    code: str
    parameters: dict[str, str]


class Made(msgspec.Struct, tag=True, frozen=True):
    """The copies follow, the thumbnail first; both are empty where there are none to be made."""

    thumbnail: int
    """Bytes."""
    width: int
    height: int


class Sizes(msgspec.Struct, tag=True, frozen=True):
    """The PDF is open."""

    points: list[tuple[float, float]]
    """Width and height of every page."""


class Drawn(msgspec.Struct, tag=True, frozen=True):
    """The pixels of a page follow."""

    width: int
    height: int
    stride: int


class Read(msgspec.Struct, tag=True, frozen=True):
    """What was read."""

    texts: tuple[str, ...]
    done: int = 0
    total: int = 0


class End(msgspec.Struct, tag=True, frozen=True):
    """There is nothing more to be told."""


Answer = Refused | Made | Sizes | Drawn | Read | End


class Stream(Protocol):
    """Something that bytes are written to."""

    def write(self, data: "bytes | memoryview", /) -> int | None:
        """Write some of them; returns how many."""


def send(stream: Stream, head: Task | Answer, body: "bytes | memoryview" = b"") -> None:
    """Write one message whole."""
    told = msgspec.json.encode(head)
    for part in (LENGTHS.pack(len(told), len(body)) + told, body):
        rest = memoryview(part)
        while rest:
            rest = rest[stream.write(rest) or 0 :]


def refusal(error: KnownError) -> Refused:
    """How an error is said."""
    return Refused(code=error.code, parameters=error.parameters)


def error_of(said: Refused, name: str) -> KnownError:
    """The error again; anything that decoding cannot raise is only damage."""
    for kind in (errors.EvidenceTooLarge, errors.EvidenceProtected, errors.EvidenceNotAccepted):
        if kind.code == said.code:
            return kind(**said.parameters)
    return EvidenceDamaged(name=name, reason=said.parameters.get("reason", ""))
