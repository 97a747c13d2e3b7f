"""What still waits for a receipt of headquarters: everything, until one acknowledges it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal, relaying
from kepatuhan_desktop.domain.acknowledgement import Acknowledgement, Naming, Word
from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId, RecordId
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.named_files import TELLTALES, files_of, is_bookkeeping
from kepatuhan_desktop.domain.travel import (
    RECEIPT,
    Arrival,
    Dispatch,
    Head,
    Heads,
    Receipt,
    bundle_record,
)
from kepatuhan_desktop.services.mentions import Mentions
from kepatuhan_desktop.storage.journal import Journal

_BUNDLES = bundle_record("")
NAMED = 3000
"""Files that one receipt names at most, and ids one dispatch: such an entry is small."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that this device has written."""

    bundle: str
    at: str
    dispatch: Dispatch
    acknowledged: bool
    """Whether headquarters says that it holds everything that lay in it."""


class Outbox(msgspec.Struct, frozen=True, kw_only=True):
    """What headquarters has not acknowledged."""

    pairs: tuple[tuple[Entry, bytes], ...]
    """The entries with their canonical bytes, by device, seq and id."""
    records: tuple[RecordId, ...]
    """What they are about, sorted; bookkeeping left out."""
    files: tuple[Digest, ...]
    """Files to send again or for the first time, sorted."""

    @property
    def entries(self) -> int:
        """How many they are."""
        return len(self.pairs)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits but what is about bundles only."""
        return not (self.records or self.files)


def has_receipts(store: Journal, headquarters: Collection[DeviceId]) -> bool:
    """Whether headquarters ever acknowledged anything here."""
    return bool(_words(store, headquarters))


class View:
    """Where this device stands with headquarters: read once, each part reckoned when asked for."""

    def __init__(
        self, store: Journal, headquarters: Collection[DeviceId], mentions: Mentions
    ) -> None:
        """`headquarters`: the devices whose receipts count. Good until the journal changes."""
        self._store = store
        self._headquarters = headquarters
        self._dispatched = [
            (entry, codec.typed(entry.value, Dispatch))
            for entry in store.written_here(_BUNDLES)
            if entry.kind == Kind.DISPATCH
        ]
        self._chains = store.chains(store.devices())
        self._pairs: tuple[tuple[Entry, bytes], ...] | None = None
        """What waits; None: not gathered yet."""
        self._said = Acknowledgement(
            _words(store, headquarters),
            {_bundle(entry): dispatch for entry, dispatch in self._dispatched},
            self._chains,
        )
        self._namings: list[Naming] = []
        self._idle: set[tuple[DeviceId, int]] = set()
        """Places of entries that every receiver refuses from this device."""
        for entry in mentions.of(store):
            self._note(entry)

    def _note(self, entry: Entry) -> None:
        if relaying.fault(entry, self._store.device, self._headquarters):
            self._idle.add((entry.device, entry.seq))
        named = files_of(entry)
        # What headquarters wrote itself need not go back there.
        if named and entry.device not in self._headquarters:
            self._namings.append(
                Naming(device=entry.device, seq=entry.seq, id=entry.id, files=named)
            )

    @cached_property
    def _lacking(self) -> frozenset[Digest]:
        """The files that entries name and no receipt proves to have come."""
        named = {digest for one in self._namings for digest in one.files}
        return frozenset(named - self._said.files(self._namings))

    @cached_property
    def heads(self) -> Heads:
        """How far the chains go that are held here."""
        return contiguous(self._chains)

    @cached_property
    def doubled(self) -> frozenset[EntryId]:
        """The entries that stand with others at one place of a chain."""
        return frozenset[EntryId]().union(*(chain.doubled for chain in self._chains.values()))

    def gathering(self) -> Iterator[None]:
        """Gather what waits in steps of some milliseconds; then `outbox` has it at once.

        What is left alone before its end leaves everything to `outbox`.
        """
        if self._pairs is not None:
            return
        pairs: list[tuple[Entry, bytes]] = []
        for device in self._chains:
            if device in self._headquarters:
                continue
            for some in self._store.slices(device, self._said.marks.get(device, 0)):
                read = [(journal.read(body), body) for _, body in some]
                pairs += [pair for pair in read if self._waits(pair[0])]
                yield
        self._pairs = tuple(pairs)

    def _waits(self, entry: Entry) -> bool:
        return not (
            self._said.holds(entry.device, entry.seq, entry.id)
            or relaying.fault(entry, self._store.device, self._headquarters)
        )

    @cached_property
    def outbox(self) -> Outbox:
        """What waits; a file with each entry that names it, and until a receipt proves it came."""
        if self._store.device in self._headquarters:
            return Outbox(pairs=(), records=(), files=())
        for _ in self.gathering():
            pass
        assert self._pairs is not None
        named = {digest for entry, _ in self._pairs for digest in files_of(entry)}
        records = {entry.record for entry, _ in self._pairs if not is_bookkeeping(entry)}
        return Outbox(
            pairs=self._pairs,
            records=tuple(sorted(records)),
            files=tuple(sorted(named | self._lacking)),
        )

    @cached_property
    def sent(self) -> tuple[Sent, ...]:
        """What this device has written, first to last."""
        found = [
            Sent(
                bundle=_bundle(entry),
                at=entry.at,
                dispatch=dispatch,
                acknowledged=self._lacking.isdisjoint(dispatch.files)
                and (self._said.has_all_of(_bundle(entry)) or self._is_held(dispatch)),
            )
            for entry, dispatch in self._dispatched
        ]
        return tuple(sorted(found, key=lambda one: one.dispatch.sequence))

    def _is_held(self, dispatch: Dispatch) -> bool:
        """Whether headquarters holds all that lay in a bundle, by whatever way it came."""
        return bool(dispatch.parts) and all(
            self._said.holds(device, seq, one)
            for device, runs in dispatch.parts.items()
            if device not in self._headquarters
            for first, last in runs
            for seq in range(max(first, self._said.marks.get(device, 0) + 1), last + 1)
            if (device, seq) not in self._idle
            for one in self._chains[device].get(seq, ())
        )


def travelling(store: Journal, waits: Outbox) -> Sequence[tuple[Entry, bytes]]:
    """What goes along: with a file an entry that names it, known or not."""
    lacking = set(waits.files).difference(*(files_of(entry) for entry, _ in waits.pairs))
    if not lacking:
        return waits.pairs
    again = [
        body
        for body in store.bodies()
        if any(mark in body for mark in TELLTALES)
        and not lacking.isdisjoint(files_of(journal.read(body)))
    ]
    return journal.in_order([*(body for _, body in waits.pairs), *again])


def receipts_due(
    store: Journal, arrivals: Mapping[str, Arrival], holds: Callable[[Digest], bool]
) -> list[Draft]:
    """A receipt for each bundle that arrived and has none of this device, in order of arrival."""
    given = {entry.record for entry in store.written_here(_BUNDLES) if entry.kind == Kind.RECEIPT}
    known: dict[DeviceId, tuple[Head | None, frozenset[Digest]]] = {}
    drafts = []
    for bundle, arrival in arrivals.items():
        record = bundle_record(bundle)
        if record in given:
            continue
        for device in arrival.devices:
            if device not in known:
                known[device] = _known(store, device, holds)
        some = {device: known[device] for device in arrival.devices}
        missing = {digest for _, lacking in some.values() for digest in lacking}
        receipt = Receipt(
            device=arrival.device,
            heads={device: head for device, (head, _) in some.items() if head},
            missing=tuple(sorted(missing)),
            is_whole=arrival.refused <= arrival.passed_over,
            surveyed=arrival.devices,
        )
        if len(missing) > NAMED:
            # It names as many as fit, and vouches for nothing: the bundle stays in the outbox.
            receipt = Receipt(device=arrival.device, heads={}, missing=receipt.missing[:NAMED])
        drafts.append(
            Draft(kind=Kind.RECEIPT, record=record, slot=RECEIPT, value=codec.plain(receipt))
        )
    return drafts


def contiguous(chains: Mapping[DeviceId, Chain]) -> Heads:
    """By device, the last entry up to which nothing is lacking and nothing stands twice."""
    heads: Heads = {}
    for device, chain in chains.items():
        if chain.straight:
            (one,) = chain[chain.straight]
            heads[device] = Head(seq=chain.straight, id=one)
    return heads


def _words(store: Journal, headquarters: Collection[DeviceId]) -> list[Word]:
    """The receipts that count, as each headquarters wrote them."""
    return [
        Word(office=device, bundle=_bundle(entry), receipt=codec.typed(entry.value, Receipt))
        for device in sorted(headquarters)
        for entry in store.written_by(device, _BUNDLES)
        if entry.kind == Kind.RECEIPT
    ]


def _bundle(entry: Entry) -> str:
    return entry.record.partition(":")[2]


def _known(
    store: Journal, device: DeviceId, holds: Callable[[Digest], bool]
) -> tuple[Head | None, frozenset[Digest]]:
    """The end of a device's chain as far as each entry stands on the one before, nothing is
    lacking and nothing stands twice; and the files that any of its entries names and that are
    not here.
    """
    entries = store.written_by(device, "")
    counted = Counter(entry.seq for entry in entries)
    head: Head | None = None
    for entry in entries:
        stands_on = (head.seq, head.id) if head else (0, None)
        if (entry.seq - 1, entry.previous) != stands_on or counted[entry.seq] > 1:
            break
        head = Head(seq=entry.seq, id=entry.id)
    named = {digest for entry in entries for digest in files_of(entry)}
    return head, frozenset(digest for digest in named if not holds(digest))


def arrivals(store: Journal) -> dict[str, Arrival]:
    """What this device has taken in, by bundle, in order."""
    found: dict[str, Arrival] = {}
    for entry in store.written_here(_BUNDLES):
        if entry.kind == Kind.ARRIVAL:
            found[_bundle(entry)] = codec.typed(entry.value, Arrival)
    return found
