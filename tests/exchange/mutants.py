"""Make bundles that are nearly right, each in its own way, from a seed."""

import struct
from collections.abc import Callable, Sequence
from random import Random

from kepatuhan_desktop import codec
from kepatuhan_desktop.exchange import description
from tests.builders import bundles, instruments, seals
from tests.builders.bundles import PHOTO, SENDER, Members
from tests.builders.entries import RECORD, Device, body_of

_NUMBERS = (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)
_VALUES: tuple[codec.Json, ...] = (
    *(None, True, 0, -1, 2**53, 1.5, "", "x", "\x00", "a" * 64, "0" * 32, [], {}, [[]]),
    *("<img src=x>", "=1+1", "../../x", "\u202e", {"type": "chosen", "option": "nowhere"}),
    *({"type": "chosen", "option": "full"}, {"type": "excluded", "reason": "x"}, ["a"] * 50),
)
_KINDS = (
    *("answer", "note", "evidence", "finding", "seal", "assessment", "unit", "instrument"),
    *("refusal", "amendment", "withdrawal", "identity", "trust", "receipt", "arrival", "later"),
)
_SLOTS = ("profile", "answer/a.1", "note/a.1", "evidence/e", "seal", "amendment", "finding/f", "x")
_RECORDS = (RECORD, "unit:u", "instrument:small@1", "instrument:x", "bundle:x", "product:p", "x:y")


def _world() -> list[bytes]:
    """Entries of many kinds, well made."""
    pen = Device(SENDER)
    entries = [pen.profile()]
    entries.append(pen.write("answer/a.1", {"type": "chosen", "option": "full"}))
    small = codec.plain(instruments.small())
    return [
        *(body_of(entry) for entry in entries),
        *(
            codec.canonical(
                codec.plain(codec.loads(body_of(pen.write(slot, value))))
                | {"kind": kind, "record": record}
            )
            for kind, record, slot, value in (
                ("instrument", "instrument:small@1", "profile", small),
                ("unit", "unit:u", "profile", {"institution": "i", "name": "Dinas"}),
                ("seal", RECORD, "seal", codec.plain(seals.a_seal())),
                ("note", RECORD, "note/a.1", "ada"),
                (
                    "evidence",
                    RECORD,
                    "evidence/e",
                    {
                        "indicator": "a.1",
                        "digest": bundles.digest(PHOTO),
                        "size": len(PHOTO),
                        "name": "x.jpg",
                        "media_type": "image/jpeg",
                    },
                ),
            )
        ),
    ]


WORLD = _world()


def mutant(random: Random) -> bytes:
    """One bundle that somebody has meddled with."""
    way = random.choices((_bytes, _entries, _description, _files), (6, 3, 1, 2))[0]
    return way(random)


def good() -> Members:
    """What the meddling starts from."""
    return bundles.members(_joined(WORLD), [PHOTO])


def _joined(lines: Sequence[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


_GOOD = good()
_ARCHIVE = bundles.zipped(_GOOD)


def _bytes(random: Random) -> bytes:
    """Bytes are changed wherever; nothing is made to fit."""
    return damaged(random, _ARCHIVE)


def damaged(random: Random, data: bytes) -> bytes:
    """Some bytes changed, lost, added or moved."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 30))):
        if not changed:
            break
        at = random.randrange(len(changed))
        random.choice(_DAMAGES)(changed, at, random)
    return bytes(changed)


def _flip(data: bytearray, at: int, random: Random) -> None:
    data[at] ^= 1 << random.randrange(8)


def _set(data: bytearray, at: int, random: Random) -> None:
    data[at] = random.choice((0, 255, 127, 128, random.randrange(256)))


def _lose(data: bytearray, at: int, random: Random) -> None:
    del data[at : at + random.choice((1, 4, 64, 1000))]


def _add(data: bytearray, at: int, random: Random) -> None:
    data[at:at] = random.randbytes(random.choice((1, 4, 64)))


def _number(data: bytearray, at: int, random: Random) -> None:
    data[at : at + 4] = struct.pack("<I", random.choice((*_NUMBERS, len(data))))


def _move(data: bytearray, at: int, random: Random) -> None:
    other, length = random.randrange(len(data)), random.choice((4, 46, 200))
    data[at : at + length] = data[other : other + length]


Damage = Callable[[bytearray, int, Random], None]
_DAMAGES: tuple[Damage, ...] = (_flip, _set, _lose, _add, _number, _move)


def _entries(random: Random) -> bytes:
    """Lines are changed, and everything around is made to fit and signed."""
    lines = list(WORLD)
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(lines))
        lines[at] = random.choice((_damaged_line, _other_value, _other_value))(random, lines[at])
    if random.random() < 0.2:
        random.shuffle(lines)
    return bundles.zipped(bundles.members(_joined(lines), [PHOTO]))


def _damaged_line(random: Random, line: bytes) -> bytes:
    return damaged(random, line).replace(b"\n", b" ")


def _other_value(random: Random, line: bytes) -> bytes:
    """A line that is canonical, with something else in it."""
    try:
        plain = codec.loads(line)
    except ValueError:
        return line
    if not isinstance(plain, dict):
        return line
    key = random.choice((*plain, "value", "value", "value", "kind", "slot", "record", "extra"))
    choices = {"kind": _KINDS, "slot": _SLOTS, "record": _RECORDS}.get(key)
    if key == "value" and isinstance(plain.get("value"), dict) and plain["value"]:
        inner = random.choice(list(plain["value"]))
        plain["value"][inner] = random.choice(_VALUES)
    else:
        plain[key] = random.choice(choices or _VALUES)
    return codec.canonical(plain)


def _description(random: Random) -> bytes:
    """The description is changed, and the rest is made to fit and signed."""
    plain = codec.plain(bundles.described())
    plain[random.choice((*plain, "extra"))] = random.choice(_VALUES)
    said = codec.canonical(plain) + b"\n"
    if random.random() < 0.3:
        said = damaged(random, description.write(bundles.described()))
    return bundles.zipped(bundles.members(_joined(WORLD), [PHOTO], said))


def _files(random: Random) -> bytes:
    """Files are lost, doubled, renamed, moved or exchanged."""
    files = list(_GOOD)
    at = random.randrange(len(files))
    name, data = files[at]
    deed = random.randrange(5)
    if deed == 0:
        del files[at]
    elif deed == 1:
        files.insert(random.randrange(len(files)), files[at])
    elif deed == 2:
        files[at] = (damaged(random, name.encode()).decode("ascii", "ignore"), data)
    elif deed == 3:
        random.shuffle(files)
    else:
        files[at] = (name, damaged(random, data))
    return bundles.zipped(files)
