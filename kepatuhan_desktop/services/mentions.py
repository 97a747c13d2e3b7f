"""Keep at hand the few entries that bear on the outbox beside their places in the chains."""

import re
from collections.abc import Mapping

from kepatuhan_desktop.domain import journal, relaying
from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.domain.named_files import TELLTALES
from kepatuhan_desktop.storage.journal import Journal

_KINDS = tuple(f'"kind":"{kind}"'.encode() for kind in sorted(relaying.KINDS))
_MARK = re.compile(b"|".join(map(re.escape, (*TELLTALES, *_KINDS))))
"""Stands in every entry that names files, or that not everybody may bring."""


class Mentions:
    """The entries of a journal that name files, or that not everybody may bring, and few others.

    Asked again, it reads only what was added since.
    """

    def __init__(self) -> None:
        self._kept: dict[DeviceId, list[Entry]] = {}
        self._read: dict[DeviceId, tuple[int, int]] = {}
        """By device: the last `seq` of what was read, and how many entries that were."""

    def of(self, store: Journal, chains: Mapping[DeviceId, Chain]) -> list[Entry]:
        """The entries, given the chains of every device in the journal."""
        for device, chain in chains.items():
            last, count = self._read.get(device, (0, 0))
            if count != sum(len(ids) for seq, ids in chain.items() if seq <= last):
                # Something came to stand before the end of what was read.
                del self._read[device], self._kept[device]
        for body in store.bodies_after({device: last for device, (last, _) in self._read.items()}):
            if _MARK.search(body):
                entry = journal.read(body)
                self._kept.setdefault(entry.device, []).append(entry)
        for device, chain in chains.items():
            self._read[device] = (max(chain, default=0), sum(map(len, chain.values())))
            self._kept.setdefault(device, [])
        return [entry for device in chains for entry in self._kept[device]]
