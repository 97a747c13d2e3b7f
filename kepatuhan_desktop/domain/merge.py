"""Decide, for a journal and entries that came, what an import would do. Changes nothing.

Nothing is dropped silently: each entry that came is new, known, or refused for a reason that
the plan names; each conflict, gap and doubled place in a chain stands in it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import chains, journal, relaying
from kepatuhan_desktop.domain.acts import SEAL, is_act
from kepatuhan_desktop.domain.assessment import PROFILE, Profile
from kepatuhan_desktop.domain.chains import Chain, Fault, Told
from kepatuhan_desktop.domain.completeness import Offers, offers_of
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId, IndicatorId, RecordId, Slot
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.named_files import files_of, is_bookkeeping
from kepatuhan_desktop.domain.scoring import Chosen, answer_of
from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.domain.travel import Claim

__all__ = [
    "Conflict",
    "Fault",
    "Known",
    "MergePlan",
    "Photo",
    "Place",
    "RecordPlan",
    "Refused",
    "disagree",
    "plan",
]

Place = tuple[RecordId, Slot]
_ORDER = attrgetter("device", "seq", "id")
_ANSWER = Kind.ANSWER.value


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the journal holds that bears on the entries which came."""

    own: DeviceId
    chains: Mapping[DeviceId, Chain]
    """Of this device and of every one that the entries or the claim name."""
    heads: Mapping[Place, tuple[Entry, ...]]
    """Of every record that the entries name."""
    replaced: Collection[tuple[RecordId, Slot, EntryId]]
    """Which of the entries that came are replaced by others that are there."""
    instruments: Mapping[Digest, Instrument]
    """Those that the records are pinned to, as far as they are there."""
    files: Collection[Digest]
    """Which of the files that the entries name lie in the vault."""
    told: Collection[Told] = ()
    """By the bundles of the sender that were taken in before."""
    is_known_bundle: bool = False
    headquarters: Collection[DeviceId] = ()
    """Whose plans and returned work count."""


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """Something that came and is not taken; everything else is."""

    reason: str
    """A stable word; docs/formats/bundle.md names them all."""
    line: int
    """Where it stands among the entries, from 1."""
    id: EntryId
    device: DeviceId | None = None
    seq: int | None = None
    record: RecordId | None = None
    slot: Slot | None = None


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A slot in which entries disagree after the import."""

    slot: Slot
    entries: tuple[EntryId, ...]
    is_new: bool
    """Whether it is this import that brings it, or another entry to it."""


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """A file that entries of the bundle name."""

    digest: Digest
    state: str
    """`new`, `known`, `damaged`: it came with other bytes, or `missing`: it did not come; neither
    of these two lies here.
    """


class RecordPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What happens to one record, an assessment say."""

    record: RecordId
    fresh: int
    known: int
    refused: tuple[Refused, ...]
    conflicts: tuple[Conflict, ...]
    after_seal: tuple[Slot, ...]
    """Slots with new entries that no seal covers, in a record that is sealed."""
    photos: tuple[Photo, ...]


class MergePlan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that an import would do."""

    fresh: tuple[Entry, ...]
    known: int
    refused: tuple[Refused, ...]
    records: tuple[RecordPlan, ...]
    """Sorted by record."""
    wanted: tuple[Digest, ...]
    """Files to take along, sorted."""
    missing: tuple[Digest, ...]
    """Files that entries name and nobody has brought whole yet."""
    damaged: tuple[Digest, ...]
    """Those of the missing ones that came with other bytes than they should."""
    unnamed: tuple[Digest, ...]
    """Files that came along and that no entry of the bundle names; they are not taken."""
    relayed: tuple[DeviceId, ...]
    """Devices other than the sender whose new entries it brings; it vouches for them."""
    faults: tuple[Fault, ...]
    is_known_bundle: bool

    @property
    def changes_nothing(self) -> bool:
        """Whether everything that would be taken is there already."""
        return not (self.fresh or self.wanted)

    @property
    def conflicts(self) -> int:
        """Conflicts that this import brings."""
        return sum(one.is_new for record in self.records for one in record.conflicts)


def plan(
    found: Sequence[tuple[int, Entry]],
    known: Known,
    claim: Claim,
    *,
    carried: Collection[Digest],
    damaged: Collection[Digest] = (),
    refused: Iterable[Refused] = (),
) -> MergePlan:
    """What taking in `found` (with line numbers) and the carried files would do.

    The damaged files came along too, with other bytes than they should.
    """
    lines = {entry.id: line for line, entry in reversed(found)}
    distinct = {entry.id: entry for _, entry in found}
    fresh: list[Entry] = []
    old: list[Entry] = []
    turned_away = list(refused)
    rules = _Rules(known, claim, distinct.values())
    for entry in sorted(distinct.values(), key=_ORDER):
        if entry.id in known.chains.get(entry.device, Chain()).get(entry.seq, ()):
            old.append(entry)
            continue
        reason = rules.fault(entry)
        if reason:
            turned_away.append(_refused(reason, lines[entry.id], entry))
        else:
            fresh.append(entry)
    files = {entry.id: some for entry in (*fresh, *old) if (some := files_of(entry))}
    named = {one for its in files.values() for one in its}
    luggage = _Luggage(frozenset(known.files), frozenset(carried), frozenset(damaged))
    return MergePlan(
        fresh=tuple(fresh),
        known=len(old),
        refused=tuple(sorted(turned_away, key=lambda one: one.line)),
        records=_records(fresh, old, turned_away, known, luggage, files),
        wanted=luggage.those(named, "new"),
        missing=luggage.those(named, "missing", "damaged"),
        damaged=luggage.those(named, "damaged"),
        unnamed=tuple(sorted(set(carried) - named)),
        relayed=tuple(sorted({entry.device for entry in fresh} - {claim.device})),
        faults=chains.faults(fresh, known.chains, claim, known.told),
        is_known_bundle=known.is_known_bundle,
    )


def disagree(some: Sequence[Entry]) -> bool:
    """Whether several entries of a slot hold different values."""
    return len(some) > 1 and len({codec.canonical(entry.value) for entry in some}) > 1


def _refused(reason: str, line: int, entry: Entry) -> Refused:
    return Refused(
        reason=reason,
        line=line,
        id=entry.id,
        device=entry.device,
        seq=entry.seq,
        record=entry.record,
        slot=entry.slot,
    )


class _Rules:
    """What only somebody who knows the journal can refuse."""

    def __init__(self, known: Known, claim: Claim, found: Iterable[Entry]) -> None:
        self._own = known.own
        self._own_end = known.chains.get(known.own, Chain()).last
        self._sender = claim.device
        self._headquarters = known.headquarters
        self._instruments = dict(known.instruments)
        self._pins: dict[RecordId, set[Digest]] = {}
        self._offers: dict[RecordId, list[Offers]] = {}
        for (record, slot), some in known.heads.items():
            if slot == PROFILE:
                self._pin(record, some)
        for entry in found:
            if entry.slot == PROFILE:
                self._pin(entry.record, [entry])
            if entry.kind == Kind.INSTRUMENT and entry.value is not None:
                instrument = codec.typed(entry.value, Instrument)
                self._instruments.setdefault(instrument.digest, instrument)

    def fault(self, entry: Entry) -> str:
        """Why it is refused; empty: it is not. Asked along each chain, upwards."""
        if entry.device == self._own:
            # After a backup was restored, what this device had said comes back. But no bundle
            # may speak of bundles in our name, nor make our chain jump to where it ends.
            if is_bookkeeping(entry):
                return "own"
            if entry.seq > self._own_end + 1:
                return "own"
            self._own_end = max(self._own_end, entry.seq)
        if entry.kind == _ANSWER:
            return "" if self._fits(entry) else "option"
        return relaying.fault(entry, self._sender, self._headquarters)

    def _pin(self, record: RecordId, some: Iterable[Entry]) -> None:
        for entry in some:
            if entry.kind == Kind.ASSESSMENT and entry.value is not None:
                digest = codec.typed(entry.value, Profile).instrument.digest
                self._pins.setdefault(record, set()).add(digest)

    def _fits(self, entry: Entry) -> bool:
        """Whether some instrument that the assessment may stand on has this option."""
        offers = self._offers.get(entry.record)
        if offers is None:
            offers = self._offers[entry.record] = self._offered_in(entry.record)
        if entry.value is None or not offers:
            return True
        answer = answer_of(entry.value)
        if not isinstance(answer, Chosen):
            return True
        name = IndicatorId(entry.slot.partition("/")[2])
        is_asked = False
        for one in offers:
            options = one.get(name)
            if options is not None:
                if answer.option in options:
                    return True
                is_asked = True
        return not is_asked

    def _offered_in(self, record: RecordId) -> list[Offers]:
        """What the instruments offer that an assessment may stand on.

        Nothing where one has not arrived: nobody can say, and scoring passes over what it does
        not know.
        """
        pins = self._pins.get(record, set())
        if not pins <= self._instruments.keys():
            return []
        return [offers_of(self._instruments[one]) for one in pins]


class _Luggage(msgspec.Struct, frozen=True):
    """The files that are here, and those that came."""

    known: frozenset[Digest]
    carried: frozenset[Digest]
    damaged: frozenset[Digest]

    def state(self, digest: Digest) -> str:
        """What `Photo.state` says."""
        if digest in self.known:
            return "known"
        if digest in self.carried:
            return "new"
        return "damaged" if digest in self.damaged else "missing"

    def those(self, named: Iterable[Digest], *states: str) -> tuple[Digest, ...]:
        """The files in one of these states, sorted."""
        return tuple(sorted(one for one in named if self.state(one) in states))


def _records(
    fresh: Sequence[Entry],
    old: Sequence[Entry],
    refused: Sequence[Refused],
    known: Known,
    luggage: _Luggage,
    files: Mapping[EntryId, tuple[Digest, ...]],
) -> tuple[RecordPlan, ...]:
    by_record: dict[RecordId, tuple[list[Entry], list[Entry], list[Refused]]] = {}
    for entry in fresh:
        by_record.setdefault(entry.record, ([], [], []))[0].append(entry)
    for entry in old:
        by_record.setdefault(entry.record, ([], [], []))[1].append(entry)
    for one in refused:
        if one.record is not None:
            by_record.setdefault(one.record, ([], [], []))[2].append(one)
    return tuple(
        _record(record, *by_record[record], known, luggage, files) for record in sorted(by_record)
    )


def _record(
    record: RecordId,
    fresh: list[Entry],
    old: list[Entry],
    refused: list[Refused],
    known: Known,
    luggage: _Luggage,
    files: Mapping[EntryId, tuple[Digest, ...]],
) -> RecordPlan:
    named = sorted({one for entry in (*fresh, *old) for one in files.get(entry.id, ())})
    after = _after(record, fresh, known)
    return RecordPlan(
        record=record,
        fresh=len(fresh),
        known=len(old),
        refused=tuple(refused),
        conflicts=tuple(_conflicts(record, fresh, after, known)),
        after_seal=_after_seal(fresh, after),
        photos=tuple(Photo(digest=one, state=luggage.state(one)) for one in named),
    )


def _after(record: RecordId, fresh: list[Entry], known: Known) -> dict[Slot, tuple[Entry, ...]]:
    """The heads of the slots that change, and of the seal, as they will be."""
    slots = {entry.slot for entry in fresh} | {SEAL}
    before = [entry for slot in slots for entry in known.heads.get((record, slot), ())]
    current = journal.heads([*before, *fresh])
    if not known.replaced:
        return {slot: some for (_, slot), some in current.items()}
    return {
        slot: tuple(one for one in some if (record, slot, one.id) not in known.replaced)
        for (_, slot), some in current.items()
    }


def _conflicts(
    record: RecordId, fresh: list[Entry], after: dict[Slot, tuple[Entry, ...]], known: Known
) -> Iterable[Conflict]:
    # Each device says for itself whom it trusts; that they say so apart is no conflict.
    for slot in sorted({entry.slot for entry in fresh if entry.kind != Kind.TRUST}):
        some = after.get(slot, ())
        if disagree(some) and (slot == SEAL or not is_act(slot)):
            before = {codec.canonical(one.value) for one in known.heads.get((record, slot), ())}
            now = {codec.canonical(one.value) for one in some}
            yield Conflict(
                slot=slot, entries=tuple(one.id for one in some), is_new=not now <= before
            )


def _after_seal(fresh: list[Entry], after: dict[Slot, tuple[Entry, ...]]) -> tuple[Slot, ...]:
    seals = [one for one in after.get(SEAL, ()) if one.kind == Kind.SEAL]
    if not seals:
        return ()
    covered = {one for entry in seals for one in codec.typed(entry.value, Seal).covers}
    current = {entry.id for some in after.values() for entry in some}
    return tuple(
        sorted(
            {
                entry.slot
                for entry in fresh
                if entry.id in current and entry.id not in covered and not is_act(entry.slot)
            }
        )
    )
