"""Keep the chains of devices at hand, in step with what is written to the journal."""

from collections.abc import Iterable, Iterator

from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import DeviceId, EntryId
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.storage.database import Connection

SLICE = 1000
"""Entries that are read at once: some milliseconds."""
_ROWS = "FROM journal WHERE device = ? AND (seq, id) > (?, ?) ORDER BY seq, id LIMIT ?"


class Chains:
    """The chains that somebody asked for; each is read once, and grows with the journal.

    A thousand entries take 0.1 MB to keep.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[DeviceId, Chain] = {}
        self._read: dict[DeviceId, tuple[int, str]] = {}
        """Of chains that are being read: the place of the last entry that was."""

    def of(self, device: DeviceId) -> Chain:
        """A device's chain as it is now; it grows when something is written. Only to be read."""
        for _ in self.reading(device):
            pass
        return self._kept[device]

    def reading(self, device: DeviceId) -> Iterator[None]:
        """Read a chain slice by slice; between two of them the journal may be written."""
        while device not in self._kept or device in self._read:
            place = self._read.setdefault(device, (0, ""))
            rows = self._connection.execute(
                f"SELECT seq, id {_ROWS}", (device, *place, SLICE)
            ).fetchall()
            chain = self._kept.setdefault(device, Chain())
            for seq, one in rows:
                chain.add(seq, EntryId(one))
            if len(rows) < SLICE:
                del self._read[device]
            else:
                self._read[device] = rows[-1]
                yield

    def slices(self, device: DeviceId, after: int) -> Iterator[list[tuple[int, bytes]]]:
        """The `seq` and the bytes of a device's entries behind a place, slice by slice."""
        place = (after, "g")  # behind every id, which is hexadecimal
        while rows := self._connection.execute(
            f"SELECT seq, id, body {_ROWS}", (device, *place, SLICE)
        ).fetchall():
            yield [(seq, bytes(body)) for seq, _, body in rows]
            place = rows[-1][:2]

    def add(self, entries: Iterable[Entry]) -> None:
        """These stand in the journal now."""
        for entry in entries:
            chain = self._kept.get(entry.device)
            if chain is not None:
                chain.add(entry.seq, entry.id)

    def forget(self) -> None:
        """What was added may have been rolled back."""
        self._kept.clear()
        self._read.clear()
