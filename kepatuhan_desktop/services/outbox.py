"""What still waits for a receipt of headquarters: everything, until one acknowledges it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId, RecordId
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.named_files import files_of, is_bookkeeping
from kepatuhan_desktop.domain.travel import (
    RECEIPT,
    Arrival,
    Dispatch,
    Head,
    Heads,
    Receipt,
    bundle_record,
)
from kepatuhan_desktop.storage.journal import Journal

_BUNDLES = bundle_record("")
_END = 2**53
"""Behind every entry that there can be."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that this device has written."""

    bundle: str
    at: str
    dispatch: Dispatch
    acknowledged: bool
    """Whether headquarters says that it holds everything that lay in it."""


class Outbox(msgspec.Struct, frozen=True, kw_only=True):
    """What headquarters has not acknowledged."""

    bodies: tuple[bytes, ...]
    """Canonical bytes of the entries, by device, seq and id."""
    records: tuple[RecordId, ...]
    """What they are about, sorted; bookkeeping left out."""
    files: tuple[Digest, ...]
    """Files to send again or for the first time, sorted."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits but what is about bundles only."""
        return not (self.records or self.files)


def waiting(store: Journal, headquarters: Collection[DeviceId]) -> Outbox:
    """What waits, given the devices whose receipts count."""
    if store.device in headquarters:
        return Outbox(bodies=(), records=(), files=())
    receipts = _receipts(store, headquarters)
    marks = _marks(store, receipts)
    # What headquarters wrote itself need not go back there.
    bodies = store.bodies_after({**marks, **dict.fromkeys(headquarters, _END)})
    behind = [(journal.read(body), body) for body in bodies]
    taken = _taken(store, receipts)
    if taken:
        twins = _doubled(entry for entry, _ in behind)
        behind = [
            (entry, body)
            for entry, body in behind
            if (entry.device, entry.seq) in twins or not taken.holds(entry.device, entry.seq)
        ]
    named = {digest for entry, _ in behind for digest in files_of(entry)}
    # A file that was lacking in the first receipt and not in a later one has arrived since.
    mine = [receipt for _, receipt in receipts if receipt.device == store.device]
    if mine:
        named |= set(mine[-1].missing)
    records = {entry.record for entry, _ in behind if not is_bookkeeping(entry)}
    return Outbox(
        bodies=tuple(body for _, body in behind),
        records=tuple(sorted(records)),
        files=tuple(sorted(named)),
    )


def sent(store: Journal, headquarters: Collection[DeviceId]) -> tuple[Sent, ...]:
    """What this device has written, first to last."""
    receipts = _receipts(store, headquarters)
    marks, whole = _marks(store, receipts), _whole(receipts)
    found = []
    for entry in store.written_here(_BUNDLES):
        if entry.kind == Kind.DISPATCH:
            dispatch = codec.typed(entry.value, Dispatch)
            bundle = entry.record.partition(":")[2]
            arrived = bundle in whole or (
                bool(dispatch.parts)
                and all(
                    marks.get(one, 0) >= last
                    for one, runs in dispatch.parts.items()
                    for _, last in runs
                    if one not in headquarters
                )
            )
            found.append(
                Sent(
                    bundle=bundle,
                    at=entry.at,
                    dispatch=dispatch,
                    acknowledged=arrived,
                )
            )
    return tuple(sorted(found, key=lambda one: one.dispatch.sequence))


def has_receipts(store: Journal, headquarters: Collection[DeviceId]) -> bool:
    """Whether headquarters ever acknowledged anything here."""
    return bool(_receipts(store, headquarters))


def receipts_due(
    store: Journal, arrivals: Mapping[str, Arrival], holds: Callable[[Digest], bool]
) -> list[Draft]:
    """A receipt for each bundle that arrived and has none of this device, in order of arrival."""
    given = {entry.record for entry in store.written_here(_BUNDLES) if entry.kind == Kind.RECEIPT}
    drafts = []
    for bundle, arrival in arrivals.items():
        record = bundle_record(bundle)
        if record in given:
            continue
        heads = contiguous(store.chains(arrival.devices))
        named = {
            digest
            for device in heads
            for entry in store.written_by(device, "")
            if entry.seq <= heads[device].seq
            for digest in files_of(entry)
        }
        receipt = Receipt(
            device=arrival.device,
            heads=heads,
            missing=tuple(sorted(one for one in named if not holds(one))),
            is_whole=not arrival.refused,
        )
        drafts.append(
            Draft(kind=Kind.RECEIPT, record=record, slot=RECEIPT, value=codec.plain(receipt))
        )
    return drafts


def contiguous(chains: dict[DeviceId, dict[int, frozenset[EntryId]]]) -> Heads:
    """By device, the last entry up to which nothing is lacking and nothing stands twice."""
    heads: Heads = {}
    for device, chain in chains.items():
        last = 0
        while len(chain.get(last + 1, ())) == 1:
            last += 1
        if last:
            (one,) = chain[last]
            heads[device] = Head(seq=last, id=one)
    return heads


def _receipts(store: Journal, headquarters: Collection[DeviceId]) -> list[tuple[Entry, Receipt]]:
    """The receipts that count, in the order in which headquarters wrote them."""
    found = [
        (entry, codec.typed(entry.value, Receipt))
        for device in sorted(headquarters)
        for entry in store.written_by(device, _BUNDLES)
        if entry.kind == Kind.RECEIPT
    ]
    return sorted(found, key=lambda pair: (pair[0].device, pair[0].seq))


def _marks(store: Journal, receipts: Iterable[tuple[Entry, Receipt]]) -> dict[DeviceId, int]:
    """By device, up to which entry headquarters holds what we hold."""
    claimed = [receipt.heads for _, receipt in receipts]
    chains = store.chains({device for heads in claimed for device in heads})
    marks: dict[DeviceId, int] = {}
    for heads in claimed:
        for device, head in heads.items():
            # The entry they name stands on all before it: with the same id, they are the same.
            if chains[device].get(head.seq) == frozenset({head.id}):
                marks[device] = max(marks.get(device, 0), head.seq)
    return marks


class _Taken(msgspec.Struct, frozen=True):
    """Which entries headquarters took, by the bundles in which they lay."""

    runs: dict[DeviceId, list[tuple[int, int]]]

    def holds(self, device: DeviceId, seq: int) -> bool:
        return any(first <= seq <= last for first, last in self.runs.get(device, ()))

    def __bool__(self) -> bool:
        return bool(self.runs)


def _whole(receipts: Iterable[tuple[Entry, Receipt]]) -> set[str]:
    """The bundles of which headquarters took every entry."""
    return {entry.record.partition(":")[2] for entry, receipt in receipts if receipt.is_whole}


def _taken(store: Journal, receipts: Iterable[tuple[Entry, Receipt]]) -> _Taken:
    # Of a colleague's chain this device may hold a part only, so that no mark fits it.
    whole = _whole(receipts)
    runs: dict[DeviceId, set[tuple[int, int]]] = {}
    if whole:
        for entry in store.written_here(_BUNDLES):
            if entry.kind == Kind.DISPATCH and entry.record.partition(":")[2] in whole:
                for device, some in codec.typed(entry.value, Dispatch).parts.items():
                    runs.setdefault(device, set()).update(some)
    return _Taken({device: sorted(some) for device, some in runs.items()})


def _doubled(entries: Iterable[Entry]) -> set[tuple[DeviceId, int]]:
    """Places at which several entries stand: which of them was sent, nobody can say."""
    counted = Counter((entry.device, entry.seq) for entry in entries)
    return {place for place, count in counted.items() if count > 1}


def arrivals(store: Journal) -> dict[str, Arrival]:
    """What this device has taken in, by bundle, in order."""
    found: dict[str, Arrival] = {}
    for entry in store.written_here(_BUNDLES):
        if entry.kind == Kind.ARRIVAL:
            found[entry.record.partition(":")[2]] = codec.typed(entry.value, Arrival)
    return found
