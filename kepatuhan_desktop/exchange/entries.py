"""Turn the lines of a bundle into entries; each line stands or falls by itself."""

from collections.abc import Sequence

import msgspec

from kepatuhan_desktop.domain import entry_check, journal
from kepatuhan_desktop.domain.ids import EntryId
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.domain.merge import Refused
from kepatuhan_desktop.exchange import json_gate


class Examined(msgspec.Struct, frozen=True, kw_only=True):
    """What came of the lines."""

    found: tuple[tuple[int, Entry], ...]
    """Entries with the numbers of their lines, from 1."""
    bodies: dict[EntryId, bytes]
    """Their canonical bytes."""
    refused: tuple[Refused, ...]


def examine(lines: Sequence[bytes]) -> Examined:
    """Every line as an entry, or why it is none that we take."""
    found: list[tuple[int, Entry]] = []
    bodies: dict[EntryId, bytes] = {}
    refused: list[Refused] = []
    for number, line in enumerate(lines, 1):
        one = _examined(number, line)
        if isinstance(one, Refused):
            refused.append(one)
        else:
            found.append((number, one))
            bodies[one.id] = line
    return Examined(found=tuple(found), bodies=bodies, refused=tuple(refused))


def _examined(number: int, line: bytes) -> Entry | Refused:
    if len(line) > entry_check.LARGEST:
        return Refused(reason="size", line=number, id=journal.identify(line))
    try:
        entry = _read(line)
    except json_gate.Refused as error:
        return Refused(reason=str(error), line=number, id=journal.identify(line))
    except ValueError:  # what msgspec raises for JSON that is no entry
        return Refused(reason="shape", line=number, id=journal.identify(line))
    reason = entry_check.fault(entry, len(line))
    if reason:
        return Refused(
            reason=reason,
            line=number,
            id=entry.id,
            device=entry.device,
            seq=entry.seq,
            record=entry.record,
            slot=entry.slot,
        )
    return entry


def _read(line: bytes) -> Entry:
    """The entry of a line in canonical form; with fields that we do not know it stays whole."""
    try:
        entry = journal.read_exact(line)
    except (ValueError, RecursionError):  # the gate says what is the matter
        entry = None
    if entry is None:
        json_gate.load(line)
        return journal.read(line)
    json_gate.require_plain(entry.value, within=1)
    return entry
