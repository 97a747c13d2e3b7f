"""Keep at hand the few entries that bear on the outbox beside their places in the chains."""

import re
from collections.abc import Iterator

from kepatuhan_desktop.domain import journal, relaying
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

    def of(self, store: Journal) -> list[Entry]:
        """The entries, device by device."""
        for _ in self.reading(store):
            pass
        return [entry for device in store.devices() for entry in self._kept[device]]

    def reading(self, store: Journal) -> Iterator[None]:
        """Read what was added, in steps of some milliseconds; then `of` has it at once.

        Between two steps the journal may be written.
        """
        for device in store.devices():
            for _ in store.reading_chain(device):
                yield
            last, count = self._read.get(device, (0, 0))
            if count != store.chain(device).count(last):
                # Something came to stand before the end of what was read.
                last, count = 0, 0
                del self._kept[device]
            kept = self._kept.setdefault(device, [])
            for some in store.slices(device, last):
                kept += [entry for _, body in some if (entry := _mention(body))]
                last, count = some[-1][0], count + len(some)
                self._read[device] = last, count
                yield


def _mention(body: bytes) -> Entry | None:
    return journal.read(body) if _MARK.search(body) else None
