"""Read the few facts of an EXIF block that matter, and survive every block a camera may write.

Pillow's reader warns and raises on the blocks that cheap phones write; here every field that
does not hold what the standard asks is simply absent.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from datetime import datetime

import msgspec

CAMERA_LENGTH = 80

_MAKE, _MODEL, _ORIENTATION = 0x010F, 0x0110, 0x0112
_EXIF_POINTER, _GPS_POINTER = 0x8769, 0x8825
_TAKEN_AT, _TAKEN_OFFSET = 0x9003, 0x9011
_LATITUDE, _LONGITUDE = 2, 4

_ASCII, _SHORT, _LONG, _RATIONAL, _SIGNED_RATIONAL = 2, 3, 4, 5, 10
_SIZES = {_ASCII: 1, _SHORT: 2, _LONG: 4, _RATIONAL: 8, _SIGNED_RATIONAL: 8}
"""Some Nokias write coordinates as signed rationals, which the standard does not foresee."""

_MOST_ENTRIES = 512
_LONGEST_VALUE = 65_536
_LAST_ORIENTATION = 8
_COORDINATE_PARTS = 3
_YEARS = range(1990, 2100)
"""Cameras whose clock was never set say 0000, 1970 or 1980."""
_FARTHEST_OFFSET = 14


class Exif(msgspec.Struct, frozen=True):
    """What an EXIF block says; an absent or impossible field has its default."""

    orientation: int = 1
    """1 to 8, as in the standard."""
    taken_at: str | None = None
    """ISO 8601 local time, with the offset where the camera wrote one."""
    camera: str | None = None
    """Make and model, printable, at most `CAMERA_LENGTH` characters."""
    has_location: bool = False
    """Whether latitude and longitude can be read."""


def read(block: bytes) -> Exif:
    """The facts in an EXIF block, with or without its `Exif\\0\\0` prefix; never raises."""
    start = next((at for at in (0, 4, 6, 10) if block[at : at + 4] in (b"II*\0", b"MM\0*")), None)
    if start is None:
        return Exif()
    tiff = _Tiff(block[start:])
    main = tiff.directory(tiff.number("I", 4))
    detail = tiff.directory(_first_number(main.get(_EXIF_POINTER)))
    place = tiff.directory(_first_number(main.get(_GPS_POINTER)))
    orientation = _first_number(main.get(_ORIENTATION))
    return Exif(
        orientation=orientation if 1 <= orientation <= _LAST_ORIENTATION else 1,
        taken_at=_moment(_text(detail.get(_TAKEN_AT)), _text(detail.get(_TAKEN_OFFSET))),
        camera=_camera(_text(main.get(_MAKE)), _text(main.get(_MODEL))),
        has_location=_is_place(place.get(_LATITUDE), place.get(_LONGITUDE)),
    )


_Value = bytes | tuple[int, ...] | None


class _Tiff:
    """The tag directories of a TIFF structure; anything out of bounds is absent."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = "<" if data.startswith(b"II") else ">"

    def number(self, code: str, offset: int) -> int:
        """An unsigned integer, 0 when it lies outside the block."""
        layout = struct.Struct(self._order + code)
        if offset < 0 or offset + layout.size > len(self._data):
            return 0
        (value,) = layout.unpack_from(self._data, offset)
        return int(value)

    def directory(self, offset: int) -> dict[int, _Value]:
        """Tag to value; the first of two equal tags counts."""
        found: dict[int, _Value] = {}
        if offset <= 0:
            return found
        for tag, value in self._entries(offset):
            found.setdefault(tag, value)
        return found

    def _entries(self, offset: int) -> Iterator[tuple[int, _Value]]:
        for index in range(min(self.number("H", offset), _MOST_ENTRIES)):
            at = offset + 2 + 12 * index
            if at + 12 > len(self._data):
                return
            kind, count = self.number("H", at + 2), self.number("I", at + 4)
            length = _SIZES.get(kind, 0) * count
            if 0 < length <= _LONGEST_VALUE:
                place = at + 8 if length <= 4 else self.number("I", at + 8)  # noqa: PLR2004 - 4 bytes fit in the entry
                raw = self._data[place : place + length]
                if len(raw) == length:
                    yield self.number("H", at), self._value(kind, raw)

    def _value(self, kind: int, raw: bytes) -> _Value:
        if kind == _ASCII:
            return raw
        code = "H" if kind == _SHORT else "I"
        count = len(raw) // struct.calcsize(code)
        return struct.unpack(f"{self._order}{count}{code}", raw)


def _first_number(value: _Value) -> int:
    return value[0] if isinstance(value, tuple) else 0


def _text(value: _Value) -> str:
    """Printable text: controls and direction marks are dropped, spaces are single."""
    if not isinstance(value, bytes):
        return ""
    decoded = (
        value.split(b"\0", 1)[0].decode("utf-8", "replace").replace("\N{REPLACEMENT CHARACTER}", "")
    )
    kept = (" " if sign.isspace() else sign for sign in decoded)
    return " ".join("".join(s for s in kept if unicodedata.category(s)[0] != "C").split())


def _moment(text: str, offset: str) -> str | None:
    if not re.fullmatch(r"[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", text):
        return None
    try:
        moment = datetime.strptime(text, "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the camera's local time
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment.isoformat() + _offset(offset)


def _offset(text: str) -> str:
    found = re.fullmatch(r"[+-]([0-9]{2}):([0-5][0-9])", text)
    return text if found and int(found[1]) <= _FARTHEST_OFFSET else ""


def _camera(make: str, model: str) -> str | None:
    both = model if model.lower().startswith(make.lower()) else f"{make} {model}"
    return both.strip()[:CAMERA_LENGTH].strip() or None


def _is_place(latitude: _Value, longitude: _Value) -> bool:
    """Whether both are degrees, minutes, seconds; 0 and 0 is written by phones without a fix."""
    parts = [value for value in (latitude, longitude) if isinstance(value, tuple)]
    return (
        [len(value) for value in parts] == [2 * _COORDINATE_PARTS] * 2
        and all(denominator > 0 for value in parts for denominator in value[1::2])
        and any(numerator > 0 for value in parts for numerator in value[::2])
    )
