"""The history of one record: its entries in the order of cause, its revisions, its acts.

An entry stands after everything that it can be shown to have known: what its device wrote
before, what it replaces, what a seal covers. Only between entries that knew nothing of each
other does the claimed time decide, and that order is for the eye alone.
"""

import heapq
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.acts import AMENDMENT, SEAL, acts_of, is_act
from kepatuhan_desktop.domain.assessment import PROFILE, Assessment, fold
from kepatuhan_desktop.domain.ids import DeviceId, EntryId, IndicatorId, Slot
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Amendment, Refusal, Return, Seal, Stamp, Withdrawal


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One seal that was ever made; its revision can be looked at for ever."""

    id: EntryId
    seal: Seal
    is_present: bool
    """Whether it is the one that stands now."""
    is_rival: bool
    """Whether another device made a seal of the same number without knowing of this one."""


class Deed(StrEnum):
    """What an act did."""

    STARTED = "started"
    SEALED = "sealed"
    REFUSED = "refused"
    LATE = "late"
    """Entries from elsewhere came after a seal; they count for the next revision only."""
    AMENDED = "amended"
    """Opened for a correction."""
    DROPPED = "dropped"
    """The correction was given up before anything was sealed."""
    WITHDRAWN = "withdrawn"
    STAMPED = "stamped"
    """A copy with a later, certified stamp was put beside the sealed one."""
    RETURNED = "returned"
    """Headquarters sent it back with comments."""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done with the assessment as a whole."""

    deed: Deed
    entry: Entry | None
    """The entry that did it; None for what is only seen from other entries (`late`)."""
    revision: int | None
    """Which revision it is about, or opens; None where what says so has not arrived."""
    corrects: int = 0
    """The revision that is corrected; 0 where nothing is."""
    seal: EntryId | None = None
    """The seal that it made, corrects or withdraws from."""
    made: Seal | None = None
    """What a sealing sealed."""
    is_present: bool = False
    """Whether what it made stands now."""
    is_rival: bool = False
    """Whether a sealing of the same number was made elsewhere without knowing of this one."""
    role: str = ""
    person: Person | None = None
    issuer: str = ""
    """Whose certificate a stamp bears."""
    reason: str = ""
    late: tuple[EntryId, ...] = ()
    """Entries that had come after the seal: of `late`, and of `amended` as they were looked at."""
    comments: dict[IndicatorId, str] = msgspec.field(default_factory=dict)
    """What headquarters said, by question."""


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of a record, causes first; the same order for the same set."""
    known = {one.id: one for one in entries}
    waits = {one.id: _causes(one, known) for one in known.values()}
    for one, before in _before(known.values()):
        waits[one].update(before)
    followers: dict[EntryId, list[EntryId]] = {}
    for one, causes in waits.items():
        for cause in causes:
            followers.setdefault(cause, []).append(one)
    left = {one: len(causes) for one, causes in waits.items()}
    ready = [_place(known[one]) for one, count in left.items() if not count]
    heapq.heapify(ready)
    ordered: list[Entry] = []
    while left:
        # A forged chain can go round in a circle: then whatever stands first breaks it.
        place = heapq.heappop(ready) if ready else min(_place(known[one]) for one in left)
        one = place[-1]
        del left[one]
        ordered.append(known[one])
        for follower in followers.get(one, ()):
            if follower in left:
                left[follower] -= 1
                if not left[follower]:
                    heapq.heappush(ready, _place(known[follower]))
    return ordered


def revisions(state: Assessment, entries: Iterable[Entry]) -> tuple[Revision, ...]:
    """Every seal among `entries` of the state's record: by number, then rivals by id."""
    seals = {one.id: codec.typed(one.value, Seal) for one in entries if _is(one, SEAL, Kind.SEAL)}
    numbers = [seal.revision for seal in seals.values()]
    return tuple(
        Revision(
            id=one,
            seal=seals[one],
            is_present=one == state.seal_id,
            is_rival=numbers.count(seals[one].revision) > 1,
        )
        for one in sorted(seals, key=lambda one: (seals[one].revision, one))
    )


def find(all_of_them: tuple[Revision, ...], number: int) -> Revision | None:
    """The revision of a number; of rivals the one that the present seal corrects or is."""
    by_id = {one.id: one for one in all_of_them}
    trodden: set[EntryId] = set()
    at = next((one.id for one in all_of_them if one.is_present), None)
    while at is not None and at in by_id and at not in trodden:
        trodden.add(at)
        at = by_id[at].seal.amends
    fitting = [one for one in all_of_them if one.seal.revision == number]
    return min(fitting, key=lambda one: (one.id not in trodden, one.id), default=None)


def as_sealed(state: Assessment, revision: Revision, entries: Iterable[Entry]) -> Assessment | None:
    """The state that a seal covers, closed, whatever came later; None without its profile."""
    covers = set(revision.seal.covers)
    then = fold(state.id, (one for one in entries if one.id in covers))
    if then is None:
        return None
    acts = msgspec.structs.replace(
        state.acts, seal=revision.seal, seal_id=revision.id, amendments=()
    )
    return msgspec.structs.replace(then, acts=acts)


def changed(state: Assessment, then: Assessment) -> tuple[EntryId, ...]:
    """The entries by which the content of `state` differs from what it was `then`, sorted.

    What was changed and put back does not differ.
    """
    return tuple(
        sorted(
            entry.id
            for slot, some in state.content.items()
            if _values(some) != _values(then.heads.get(slot, ()))
            for entry in some
            if entry not in then.heads.get(slot, ())
        )
    )


def acts(state: Assessment, entries: Iterable[Entry]) -> tuple[Act, ...]:
    """What was done with the assessment, first things first."""
    ordered = in_order(entries)
    seals = {one.id: one for one in revisions(state, ordered)}
    found: list[Act] = []
    for entry in ordered:
        if entry.slot == PROFILE and entry.kind == Kind.ASSESSMENT:
            if not any(act.deed is Deed.STARTED for act in found):
                found.append(Act(deed=Deed.STARTED, entry=entry, revision=1))
        elif entry.id in seals:
            found.append(_sealed(entry, seals[entry.id]))
        elif is_act(entry.slot):
            found += _acted(entry, seals, found)
    present = seals.get(state.seal_id) if state.is_sealed and state.seal_id else None
    then = as_sealed(state, present, ordered) if present is not None else None
    remaining = changed(state, then) if then is not None else ()
    if remaining:
        found.append(_late(state.seal_id, seals, remaining))
    return tuple(found)


Seals = Mapping[EntryId, Revision]


def _sealed(entry: Entry, revision: Revision) -> Act:
    corrects = revision.seal.corrects
    return Act(
        deed=Deed.SEALED,
        entry=entry,
        revision=revision.seal.revision,
        seal=entry.id,
        made=revision.seal,
        is_present=revision.is_present,
        is_rival=revision.is_rival,
        corrects=corrects.revision if corrects else 0,
        reason=corrects.reason if corrects else "",
    )


def _acted(entry: Entry, seals: Seals, before: list[Act]) -> list[Act]:
    acts = acts_of({entry.slot: (entry,)})
    if acts.amendments:
        return _opened(entry, acts.amendments[0], seals, before)
    if entry.slot == AMENDMENT and entry.kind == Kind.AMENDMENT:
        given_up = [act for act in before if act.entry and act.entry.id in entry.replaces]
        numbers = [act.revision for act in given_up if act.revision is not None]
        return [Act(deed=Deed.DROPPED, entry=entry, revision=max(numbers, default=None))]
    if entry.kind == Kind.STAMP and entry.value is not None:
        return [_stamped(entry, codec.typed(entry.value, Stamp), seals)]
    if acts.returns:
        return [_returned(entry, one, seals) for one in acts.returns]
    return [
        _signed(Deed.WITHDRAWN, entry, one, _number(one.seal, seals)) for one in acts.withdrawals
    ] + [_signed(Deed.REFUSED, entry, one, one.revision) for one in acts.refusals]


def _opened(entry: Entry, opened: Amendment, seals: Seals, before: list[Act]) -> list[Act]:
    act = Act(
        deed=Deed.AMENDED,
        entry=entry,
        revision=opened.revision,
        corrects=_number(opened.amends, seals) or 0,
        seal=opened.amends,
        reason=opened.reason,
        late=opened.late,
    )
    is_told = not opened.late or any(one.late == opened.late for one in before)
    return [act] if is_told else [_late(opened.amends, seals, opened.late), act]


def _signed(deed: Deed, entry: Entry, about: Refusal | Withdrawal, revision: int | None) -> Act:
    return Act(
        deed=deed,
        entry=entry,
        revision=revision,
        seal=about.seal if isinstance(about, Withdrawal) else None,
        role=about.role,
        person=about.person,
        reason=about.reason,
    )


def _stamped(entry: Entry, stamp: Stamp, seals: Seals) -> Act:
    return Act(
        deed=Deed.STAMPED,
        entry=entry,
        revision=_number(stamp.seal, seals),
        seal=stamp.seal,
        person=Person(name=stamp.name),
        issuer=stamp.issuer,
    )


def _returned(entry: Entry, about: Return, seals: Seals) -> Act:
    return Act(
        deed=Deed.RETURNED,
        entry=entry,
        revision=_number(about.seal, seals),
        seal=about.seal,
        person=about.person,
        reason=about.reason,
        comments=about.comments,
    )


def _late(seal: EntryId | None, seals: Seals, some: tuple[EntryId, ...]) -> Act:
    return Act(deed=Deed.LATE, entry=None, revision=_number(seal, seals), seal=seal, late=some)


def _number(seal: EntryId | None, seals: Seals) -> int | None:
    """The number of a seal; None where it has not arrived."""
    found = seals.get(seal) if seal is not None else None
    return found.seal.revision if found is not None else None


def _is(entry: Entry, slot: Slot, kind: Kind) -> bool:
    return entry.slot == slot and entry.kind == kind and entry.value is not None


class _Named(msgspec.Struct):
    seal: EntryId | None = None


def _values(some: tuple[Entry, ...]) -> set[bytes]:
    return {codec.canonical(entry.value) for entry in some} or {b"null"}


def _named_seal(entry: Entry) -> EntryId | None:
    return codec.typed(entry.value, _Named).seal


def _causes(entry: Entry, known: Mapping[EntryId, Entry]) -> set[EntryId]:
    """Entries that its author must have had, by what it says."""
    named = set(entry.replaces)
    if _is(entry, SEAL, Kind.SEAL):
        seal = codec.typed(entry.value, Seal)
        named |= {*seal.covers, *([seal.amends] if seal.amends else [])}
    elif _is(entry, AMENDMENT, Kind.AMENDMENT):
        amendment = codec.typed(entry.value, Amendment)
        named |= {*amendment.late, amendment.amends}
    elif is_act(entry.slot) and isinstance(entry.value, dict):
        seal_id = _named_seal(entry)
        named |= {seal_id} if seal_id else set()
    return {one for one in named if one in known and one != entry.id}


def _before(entries: Iterable[Entry]) -> Iterable[tuple[EntryId, set[EntryId]]]:
    """For each entry what its device wrote last before it, in this record."""
    chains: dict[DeviceId, dict[int, list[EntryId]]] = {}
    for entry in entries:
        chains.setdefault(entry.device, {}).setdefault(entry.seq, []).append(entry.id)
    for chain in chains.values():
        before: set[EntryId] = set()
        for seq in sorted(chain):
            for one in chain[seq]:
                yield one, before
            before = set(chain[seq])


def _place(entry: Entry) -> tuple[float, str, int, EntryId]:
    try:
        moment = datetime.fromisoformat(entry.at)
    except ValueError:
        return 0.0, entry.device, entry.seq, entry.id
    # A time without a zone is read alike on every device.
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.timestamp(), entry.device, entry.seq, entry.id
