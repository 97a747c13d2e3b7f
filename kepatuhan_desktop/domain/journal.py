"""The journal: immutable entries, their ids, a chain per device, and what slots hold.

The wall clock decides nothing. The state of a slot is the set of its entries that no
other entry replaces: one is the value, several are a conflict.
"""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId, RecordId, Slot


class Kind(StrEnum):
    """The vocabulary, version 1. Entries of other kinds are kept, never interpreted."""

    INSTITUTION = "institution"
    UNIT = "unit"
    PRODUCT = "product"
    INSTRUMENT = "instrument"
    ASSESSMENT = "assessment"
    ANSWER = "answer"
    NOTE = "note"
    EVIDENCE = "evidence"
    FINDING = "finding"
    REMARK = "remark"
    SEAL = "seal"
    REFUSAL = "refusal"
    AMENDMENT = "amendment"
    WITHDRAWAL = "withdrawal"
    STAMP = "stamp"
    IDENTITY = "identity"
    TRUST = "trust"
    DISPATCH = "dispatch"
    ARRIVAL = "arrival"
    RECEIPT = "receipt"
    RETURN = "return"
    PLAN = "plan"
    VISIT = "visit"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants to say, before the journal gives it a place in the chain."""

    kind: Kind
    record: RecordId
    slot: Slot
    value: Json
    replaces: tuple[EntryId, ...] = ()
    """Ids of the slot's entries that its author had seen."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One immutable entry."""

    id: EntryId
    """SHA-256 of the canonical bytes of all the rest."""
    device: DeviceId
    seq: int
    """1, 2, 3 … without a gap, per device."""
    previous: EntryId | None
    """The device's entry seq-1; None for the first."""
    author: str
    at: str
    """Wall clock, ISO 8601 with offset: shown, never used for order."""
    kind: str
    record: RecordId
    slot: Slot
    value: Json
    replaces: tuple[EntryId, ...] = ()


class _Body(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entry without its id: the bytes that are hashed and stored."""

    at: str
    author: str
    device: DeviceId
    kind: str
    previous: EntryId | None
    record: RecordId
    replaces: tuple[EntryId, ...]
    seq: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    slot: Slot
    value: Json


def write(
    draft: Draft, *, device: DeviceId, seq: int, previous: EntryId | None, author: str, at: str
) -> tuple[Entry, bytes]:
    """The entry that `draft` becomes at this place in the chain, and its canonical bytes."""
    body = codec.canonical(
        _Body(
            at=at,
            author=author,
            device=device,
            kind=draft.kind.value,
            previous=previous,
            record=draft.record,
            replaces=draft.replaces,
            seq=seq,
            slot=draft.slot,
            value=draft.value,
        )
    )
    entry = Entry(
        id=identify(body),
        device=device,
        seq=seq,
        previous=previous,
        author=author,
        at=at,
        kind=draft.kind.value,
        record=draft.record,
        slot=draft.slot,
        value=draft.value,
        replaces=draft.replaces,
    )
    return entry, body


def body(entry: Entry) -> bytes:
    """The canonical bytes of an entry that this program wrote."""
    return codec.canonical(
        _Body(
            at=entry.at,
            author=entry.author,
            device=entry.device,
            kind=entry.kind,
            previous=entry.previous,
            record=entry.record,
            replaces=entry.replaces,
            seq=entry.seq,
            slot=entry.slot,
            value=entry.value,
        )
    )


def identify(body: bytes) -> EntryId:
    """The id of an entry whose canonical bytes are `body`."""
    return EntryId(hashlib.sha256(body).hexdigest())


def read(body: bytes) -> Entry:
    """The entry whose canonical bytes are `body`; raises msgspec's errors on other bytes."""
    return _entry(codec.decode(body, _Body), body)


def in_order(bodies: Iterable[bytes]) -> list[tuple[Entry, bytes]]:
    """The entries with their canonical bytes, by device, seq and id; each once."""
    pairs = [(read(body), body) for body in dict.fromkeys(bodies)]
    return sorted(pairs, key=lambda pair: (pair[0].device, pair[0].seq, pair[0].id))


def read_exact(body: bytes) -> Entry | None:
    """The same; None where `body` is not just the canonical bytes of what we know of it."""
    rest = codec.decode(body, _Body)
    return _entry(rest, body) if codec.canonical(rest) == body else None


def _entry(rest: _Body, body: bytes) -> Entry:
    return Entry(
        id=identify(body),
        device=rest.device,
        seq=rest.seq,
        previous=rest.previous,
        author=rest.author,
        at=rest.at,
        kind=rest.kind,
        record=rest.record,
        slot=rest.slot,
        value=rest.value,
        replaces=rest.replaces,
    )


def heads(entries: Iterable[Entry]) -> dict[tuple[RecordId, Slot], tuple[Entry, ...]]:
    """Per record and slot, the entries that no other one there replaces, in a fixed order.

    An entry that names an entry of another slot replaces nothing there.
    """
    found: dict[tuple[RecordId, Slot], tuple[Entry, ...]] = {}
    several: dict[tuple[RecordId, Slot], dict[EntryId, Entry]] = {}
    for entry in entries:
        place, alone = (entry.record, entry.slot), (entry,)
        first = found.setdefault(place, alone)
        if first is not alone:
            several.setdefault(place, {first[0].id: first[0]})[entry.id] = entry
    # Where one stands alone, as nearly always, it is current: none can name its own digest.
    for place, known in several.items():
        replaced = {old for entry in known.values() for old in entry.replaces}
        current = sorted(known.keys() - replaced)
        if current:
            found[place] = tuple(known[one] for one in current)
        else:
            del found[place]
    return found


def digest(ids: Iterable[EntryId]) -> Digest:
    """The digest of a set of entries: SHA-256 over their sorted ids, one a line."""
    lines = "".join(f"{one}\n" for one in sorted(ids))
    return Digest(hashlib.sha256(lines.encode("ascii")).hexdigest())


class ChainFault(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a device's chain does not hold."""

    device: DeviceId
    seq: int
    fault: str
    """`gap` (entries from here on are missing), `broken` (previous does not match) or `twice`
    (two entries at one place)."""


def check_chain(entries: Iterable[Entry]) -> list[ChainFault]:
    """Every fault in the chains of `entries`; an empty list means that all hold."""
    faults: list[ChainFault] = []
    by_device: dict[DeviceId, dict[int, list[Entry]]] = {}
    for entry in entries:
        by_device.setdefault(entry.device, {}).setdefault(entry.seq, []).append(entry)
    for device, places in sorted(by_device.items()):
        # Along the places that are there: a forged seq may be astronomical.
        expected = 1
        for seq, here in sorted(places.items()):
            if seq > expected:
                faults.append(ChainFault(device=device, seq=expected, fault="gap"))
            expected = seq + 1
            if len(here) > 1:
                faults.append(ChainFault(device=device, seq=seq, fault="twice"))
            before = {one.id for one in places.get(seq - 1, [])}
            if any(
                (one.previous not in before) if before else (seq == 1 and one.previous)
                for one in here
            ):
                faults.append(ChainFault(device=device, seq=seq, fault="broken"))
    return faults
