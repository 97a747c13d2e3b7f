"""Say what receipts of headquarters prove that it holds, of the entries and files held here.

Nothing is taken for granted: an entry or a file for which no receipt is a proof is not held.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId
from kepatuhan_desktop.domain.travel import Dispatch, Heads, Parts, Receipt

_END = 2**53
"""Behind every entry that there can be."""


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt that counts."""

    office: DeviceId
    """Who wrote it."""
    bundle: str
    receipt: Receipt


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """An entry held here that names files."""

    device: DeviceId
    seq: int
    id: EntryId
    files: tuple[Digest, ...]


class Acknowledgement:
    """What headquarters holds, by its own word."""

    def __init__(
        self,
        words: Sequence[Word],
        dispatches: Mapping[str, Dispatch],
        chains: Mapping[DeviceId, Chain],
    ) -> None:
        """`words` as each office wrote them, `dispatches` of this device by bundle, and the
        chains held here of every device that is asked for.
        """
        self._chains = chains
        self._dispatches = dispatches
        self._words = words
        self._whole = {word.bundle for word in words if word.receipt.is_whole}
        taken = [dispatches[bundle] for bundle in self._whole & dispatches.keys()]
        self._ids = {one for dispatch in taken for one in dispatch.doubled}
        self._runs = _joined(dispatch.parts for dispatch in taken)
        self._marks: dict[DeviceId, int] = {}
        for word in words:
            for device, seq in self._fitting(word.receipt.heads).items():
                self._marks[device] = max(self._marks.get(device, 0), seq)

    @property
    def marks(self) -> Mapping[DeviceId, int]:
        """By device, up to which `seq` headquarters holds everything that is held here."""
        return self._marks

    def has_all_of(self, bundle: str) -> bool:
        """Whether headquarters says that it took every entry of it."""
        return bundle in self._whole

    def holds(self, device: DeviceId, seq: int, one: EntryId) -> bool:
        """Whether headquarters holds just this entry."""
        if seq <= self._marks.get(device, 0) or one in self._ids:
            return True
        # Which of several entries at one place lay in a bundle, its runs do not say.
        return _lies_in(self._runs, device, seq) and self._chains[device].get(seq) == frozenset(
            {one}
        )

    def files(self, namings: Iterable[Naming]) -> set[Digest]:
        """The files, of those that these entries name, which headquarters holds.

        Of each office the last receipt counts that says anything about a file.
        """
        some = list(namings)
        held: set[Digest] = set()
        for office in {word.office for word in self._words}:
            words = [word for word in self._words if word.office == office]
            held |= self._files_of(words, some)
        return held

    def _files_of(self, words: Sequence[Word], namings: Sequence[Naming]) -> set[Digest]:
        left = {digest for one in namings for digest in one.files}
        held: set[Digest] = set()
        for word in reversed(words):
            if not left:
                break
            left.difference_update(word.receipt.missing)
            namings = [one for one in namings if not left.isdisjoint(one.files)]
            proven = left & self._proven(word, namings)
            held |= proven
            left -= proven
        return held

    def _proven(self, word: Word, namings: Sequence[Naming]) -> set[Digest]:
        """The files that a receipt proves, but for those that it calls missing."""
        receipt = word.receipt
        fitting = self._fitting(receipt.heads)
        found: set[Digest] = set()
        for one in namings:
            if one.seq <= fitting.get(one.device, 0):
                found.update(one.files)
        dispatch = self._dispatches.get(word.bundle) if receipt.is_whole else None
        if dispatch is None:
            return found
        # Who took every entry of a bundle took the files that lay in it.
        found.update(dispatch.files)
        for one in namings:
            if one.device in receipt.surveyed and self._lay_in(one, dispatch):
                found.update(one.files)
        return found

    def _lay_in(self, one: Naming, dispatch: Dispatch) -> bool:
        if one.id in dispatch.doubled:
            return True
        is_there = _lies_in(dispatch.parts, one.device, one.seq)
        return is_there and self._chains[one.device].get(one.seq) == frozenset({one.id})

    def _fitting(self, heads: Heads) -> dict[DeviceId, int]:
        """By device, up to which entry the heads of a receipt vouch for what is held here."""
        return {
            # The entry they name stands on all before it: with the same id, they are the same.
            # Of two at one place it stands on one only.
            device: min(head.seq, self._chains[device].single)
            for device, head in heads.items()
            if device in self._chains and self._chains[device].get(head.seq) == frozenset({head.id})
        }


def _joined(several: Iterable[Parts]) -> Parts:
    """All their runs, in order, without overlaps."""
    found: dict[DeviceId, list[tuple[int, int]]] = {}
    for parts in several:
        for device, runs in parts.items():
            found.setdefault(device, []).extend(runs)
    return {device: tuple(_merged(runs)) for device, runs in found.items()}


def _merged(runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _lies_in(parts: Parts, device: DeviceId, seq: int) -> bool:
    runs = parts.get(device, ())
    number = bisect_right(runs, (seq, _END)) - 1
    return number >= 0 and seq <= runs[number][1]
