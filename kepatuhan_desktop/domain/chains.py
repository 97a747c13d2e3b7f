"""The chains of devices, and what is wrong with them when entries are added."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from kepatuhan_desktop.domain.ids import DeviceId, EntryId
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.domain.travel import Claim

_END = 2**53
"""Behind every entry that there can be."""
_TWICE = 2


class Chain(Mapping[int, frozenset[EntryId]]):
    """The ids that a device's chain holds at each seq; several at one place is a fault.

    It grows only; adding a link and asking for what stands below takes the same time however
    long it is, as long as nothing lacks and nothing stands twice.
    """

    __slots__ = ("_beyond", "_straight")

    def __init__(self, links: Iterable[tuple[int, EntryId]] = ()) -> None:
        self._straight: list[EntryId] = []
        """The ids at 1, 2, 3 …, as far as there is one at each."""
        self._beyond: dict[int, frozenset[EntryId]] = {}
        for seq, one in links:
            self.add(seq, one)

    def add(self, seq: int, one: EntryId) -> None:
        """Put an entry at its place; twice is the same as once."""
        straight = self._straight
        if seq == len(straight) + 1 and seq not in self._beyond:
            straight.append(one)
            while len(ids := self._beyond.get(len(straight) + 1, ())) == 1:
                straight.extend(ids)
                del self._beyond[len(straight)]
            return
        here = self.get(seq, frozenset())
        if one in here:
            return
        if seq <= len(straight):
            for place, other in enumerate(straight[seq - 1 :], seq):
                self._beyond[place] = frozenset((other,))
            del straight[seq - 1 :]
        self._beyond[seq] = here | {one}

    @property
    def straight(self) -> int:
        """Up to which seq nothing lacks and nothing stands twice."""
        return len(self._straight)

    @property
    def single(self) -> int:
        """Up to which seq nothing stands twice, whether or not something lacks."""
        return min((seq for seq, ids in self._beyond.items() if len(ids) > 1), default=_END) - 1

    @property
    def last(self) -> int:
        """The highest seq; 0 where there is nothing."""
        return max(self._beyond, default=len(self._straight))

    @property
    def doubled(self) -> frozenset[EntryId]:
        """The entries that stand with others at one place."""
        return frozenset(one for ids in self._beyond.values() if len(ids) > 1 for one in ids)

    def count(self, seq: int = _END) -> int:
        """How many entries there are up to a place."""
        beyond = sum(len(ids) for place, ids in self._beyond.items() if place <= seq)
        return min(seq, len(self._straight)) + beyond

    def __getitem__(self, seq: int) -> frozenset[EntryId]:
        if 0 < seq <= len(self._straight):
            return frozenset((self._straight[seq - 1],))
        return self._beyond[seq]

    def __iter__(self) -> Iterator[int]:
        yield from range(1, len(self._straight) + 1)
        yield from sorted(self._beyond)

    def __len__(self) -> int:
        return len(self._straight) + len(self._beyond)


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something about the chains or the order of bundles that headquarters should know.

    `gap`: entries first–last of the device are lacking. `twice`: two entries at one place, so
    that a disk was cloned or an old backup went on. `broken`: an entry names another
    predecessor than the one that is there. `withheld`: the sender holds entries that are
    neither here nor in the bundle. `rollback`: of two bundles of the sender the later one says
    that the sender's own chain is shorter, whichever came first. `old`: a later bundle of this
    sender came earlier.
    """

    fault: str
    device: DeviceId
    first: int
    last: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle said of its sender that was taken in before."""

    bundle: str
    sequence: int
    head: int
    """How far the sender's own chain went."""


def faults(
    fresh: Sequence[Entry],
    chains: Mapping[DeviceId, Chain],
    claim: Claim,
    told: Collection[Told],
) -> tuple[Fault, ...]:
    """What is wrong around the entries that would be added, and with the sender's claim.

    `told`: by the bundles of this sender that were taken in before.
    """
    added: dict[DeviceId, list[Entry]] = {}
    for entry in fresh:
        added.setdefault(entry.device, []).append(entry)
    found: list[Fault] = []
    for device in sorted({*added, *claim.heads}):
        chain = chains.get(device, Chain())
        here = _chain_faults(device, chain, added.get(device, []))
        found += [one for one in here if one.fault != "gap" or not claim.is_extract]
        found += _claimed_faults(device, chain, added.get(device, []), claim)
    last_sequence = max((one.sequence for one in told), default=0)
    if claim.sequence < last_sequence:
        found.append(_fault("old", claim.device, claim.sequence, last_sequence))
    own = chains.get(claim.device, Chain())
    found += _rollbacks(own, added.get(claim.device, []), claim, told)
    return tuple(dict.fromkeys(found))


def _rollbacks(
    chain: Chain, added: list[Entry], claim: Claim, told: Collection[Told]
) -> Iterable[Fault]:
    """Where of two bundles the later one ends earlier.

    Only bundles are compared: what others brought of the sender may be newer than any of them.
    """
    said = claim.heads.get(claim.device)
    if said is None or any(one.bundle == claim.bundle for one in told):
        return
    # The number of a bundle comes again where a restored laptop counts on from its backup.
    longer = max((one.head for one in told if one.sequence <= claim.sequence), default=0)
    shorter = min((one.head for one in told if one.sequence > claim.sequence), default=said.seq)
    for first, last in ((said.seq, longer), (shorter, said.seq)):
        # A head ends before a place that stands twice; that was told when it did.
        behind = set(chain.get(first + 1, ()))
        behind |= {one.id for one in added if one.seq == first + 1}
        if first < last and len(behind) < _TWICE:
            yield _fault("rollback", claim.device, first, last)


def _fault(fault: str, device: DeviceId, first: int, last: int) -> Fault:
    return Fault(fault=fault, device=device, first=first, last=last)


def _chain_faults(device: DeviceId, chain: Chain, added: list[Entry]) -> Iterable[Fault]:
    """What is wrong around the entries that are added; faults of long ago are not told again."""
    if _go_on(chain, added):
        return
    came: dict[int, set[EntryId]] = {}
    for entry in added:
        came.setdefault(entry.seq, set(chain.get(entry.seq, ()))).add(entry.id)
    expected = 1
    for seq in sorted({*chain, *came}):
        if seq > expected and (seq in came or expected - 1 in came):
            yield _fault("gap", device, expected, seq - 1)
        expected = seq + 1
        if seq in came and len(came[seq]) > 1:
            yield _fault("twice", device, seq, seq)
    for entry in added:
        before = came.get(entry.seq - 1) or chain.get(entry.seq - 1)
        if before and entry.previous not in before:
            yield _fault("broken", device, entry.seq, entry.seq)


def _go_on(chain: Chain, added: list[Entry]) -> bool:
    """Whether they follow upon the end of the chain one by one, as nearly always."""
    last = chain.last
    before: Collection[EntryId] = chain.get(last, ())
    for entry in added:
        if entry.seq != last + 1 or (before and entry.previous not in before):
            return False
        last, before = entry.seq, (entry.id,)
    return True


def _claimed_faults(
    device: DeviceId, chain: Chain, added: list[Entry], claim: Claim
) -> Iterable[Fault]:
    said = claim.heads.get(device)
    if said is None:
        return
    here = set(chain.get(said.seq, ())) | {one.id for one in added if one.seq == said.seq}
    if here and said.id not in here:
        yield _fault("twice", device, said.seq, said.seq)
    last = max([chain.last, *(one.seq for one in added)])
    if claim.is_whole and said.seq > last:
        yield _fault("withheld", device, last + 1, said.seq)
