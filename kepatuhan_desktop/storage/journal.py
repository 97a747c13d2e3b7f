"""Append entries and read them back, with the projections kept in the same transaction."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import msgspec

from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, Digest, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import ChainFault, Draft, Entry
from kepatuhan_desktop.domain.standing import Standing
from kepatuhan_desktop.storage import chain_check, database
from kepatuhan_desktop.storage.chains import Chains
from kepatuhan_desktop.storage.database import Connection
from kepatuhan_desktop.storage.migrations import (
    PROJECTIONS,
    existing_projections,
    recreate_projections,
)
from kepatuhan_desktop.storage.projections import Projections

_INSERT = "INSERT INTO journal VALUES (?, ?, ?, ?, ?)"
_DEVICES = """
WITH RECURSIVE found(one) AS (
    SELECT min(device) FROM journal
    UNION ALL SELECT (SELECT min(device) FROM journal WHERE device > one) FROM found WHERE one > ''
) SELECT one FROM found WHERE one > ''
"""
"""Jumps from one device to the next; DISTINCT would read every entry."""
_FELT_OUTSIDE = (journal.Kind.ASSESSMENT, journal.Kind.SEAL)
"""Kinds of an assessment's entries that others see, as their predecessor's result."""
_MOST = "assessment:"
"""Begins the record of nearly every entry."""
_AT_ONCE = 500
"""Records that one query asks for; SQLite takes a limited number of parameters."""
_KEPT = 4
"""Assessments whose state is held in memory."""


class Journal:
    """The journal of one workspace. One thread writes."""

    def __init__(self, connection: Connection, path: Path, device: DeviceId) -> None:
        self._connection = connection
        self._path = path
        self._device = device
        self._projections = Projections(connection)
        self._chains = Chains(connection)
        self._states: dict[AssessmentId, Assessment] = {}
        self._surroundings = 0
        self._shared: list[BaseException] | None = None
        """Errors of the writes that share a transaction; None: each has its own."""

    @property
    def surroundings(self) -> int:
        """Another number as soon as anything changed but the inside of an unsealed assessment."""
        return self._surroundings

    @property
    def changes(self) -> int:
        """Another number as soon as anything was written."""
        return self._connection.total_changes

    @property
    def device(self) -> DeviceId:
        """Who this device is."""
        return self._device

    def append(self, drafts: Iterable[Draft], *, author: str, at: str) -> list[Entry]:
        """Write entries and their projections in one transaction.

        When this returns, the entries survive a power cut (inside `together`: when that ends).
        On an error nothing was written.
        """
        written: list[Entry] = []
        states: dict[AssessmentId, Assessment] = {}
        others: dict[RecordId, None] = {}
        with self._writing():
            seq, previous = self._end()
            for draft in drafts:
                seq += 1
                entry, body = journal.write(
                    draft, device=self._device, seq=seq, previous=previous, author=author, at=at
                )
                self._connection.execute(
                    _INSERT, (entry.device, entry.seq, entry.id, entry.record, body)
                )
                self._projections.place(entry)
                previous = entry.id
                written.append(entry)
                one = assessments.id_of(entry.record)
                state = states.get(one) or self._states.get(one)
                if state is None:
                    others[entry.record] = None
                else:
                    states[one] = state.with_entry(entry)
            for state in states.values():
                self._projections.put_assessment(state)
            self._projections.project(
                record for record in others if assessments.id_of(record) not in states
            )
        self._chains.add(written)
        self._states.update(states)
        if others or any(entry.kind in _FELT_OUTSIDE for entry in written):
            self._surroundings += 1
        return written

    def merge(
        self,
        bodies: Iterable[bytes],
        noting: Iterable[Draft] = (),
        *,
        author: str = "",
        at: str = "",
    ) -> list[Entry]:
        """Take in entries of any device, in any order; returns those that were new.

        The union of two journals is the same whichever came first. Entries that disagree
        about one place in a chain are both kept. `noting` is appended in the same transaction,
        about records that have no table of their own.
        """
        return self.take_in(
            [(journal.read(body), body) for body in bodies], noting, author=author, at=at
        )

    def take_in(
        self,
        pairs: Iterable[tuple[Entry, bytes]],
        noting: Iterable[Draft] = (),
        *,
        author: str = "",
        at: str = "",
    ) -> list[Entry]:
        """`merge` for entries that were read already, each with its bytes."""
        found = {entry.id: (entry, body) for entry, body in pairs}
        with self._writing():
            known = self._known([entry for entry, _ in found.values()])
            fresh = [pair for one, pair in found.items() if one not in known]
            self._connection.executemany(
                _INSERT,
                [(entry.device, entry.seq, entry.id, entry.record, body) for entry, body in fresh],
            )
            entries = [entry for entry, _ in fresh]
            self._projections.place_all(entries)
            self._projections.project(
                sorted({entry.record for entry in entries}), {entry.id: entry for entry in entries}
            )
            noted = self._note(noting, author, at)
        self._chains.add((*entries, *noted))
        self._states.clear()
        self._surroundings += 1
        return entries

    def _note(self, drafts: Iterable[Draft], author: str, at: str) -> list[Entry]:
        noted: list[Entry] = []
        seq, previous = self._end()
        for draft in drafts:
            seq += 1
            entry, body = journal.write(
                draft, device=self._device, seq=seq, previous=previous, author=author, at=at
            )
            self._connection.execute(
                _INSERT, (entry.device, entry.seq, entry.id, entry.record, body)
            )
            self._projections.place(entry)
            previous = entry.id
            noted.append(entry)
        return noted

    def rebuild(self) -> int:
        """Make every table but the journal again from it; returns how many entries there are."""
        with self._writing():
            recreate_projections(self._connection)
            entries = self.entries()
            self._projections = Projections(self._connection)
            self._projections.place_all(entries)
            self._projections.project(
                sorted({entry.record for entry in entries}), {entry.id: entry for entry in entries}
            )
        self._states.clear()
        self._surroundings += 1
        return len(entries)

    def assessment(self, one: AssessmentId) -> Assessment | None:
        """The current state of an assessment; None where there is none."""
        if one not in self._states:
            with database.explained(self._path):
                state = assessments.fold(
                    one, self._projections.heads_of(assessments.record_of(one))
                )
            if state is None:
                return None
            while len(self._states) >= _KEPT:
                del self._states[next(iter(self._states))]
            self._states[one] = state
        return self._states[one]

    def standing(self, instrument: Instrument, state: Assessment) -> Standing:
        """Score and gaps of a state; free of charge for the one that was written last."""
        return self._projections.standings.of(instrument, state)

    def heads_of(self, record: RecordId) -> list[Entry]:
        """The current entries of any record, sorted by slot and id."""
        with database.explained(self._path):
            return self._projections.heads_of(record)

    def heads_in(self, records: Iterable[RecordId]) -> list[Entry]:
        """The same of several, sorted by record, slot and id."""
        with database.explained(self._path):
            return self._projections.heads_in(records)

    def instrument(self, digest: Digest) -> Instrument | None:
        """An installed instrument; None where it has not arrived."""
        with database.explained(self._path):
            return self._projections.instrument(digest)

    def history(self, record: RecordId) -> list[Entry]:
        """Every entry of a record, replaced ones too, device by device."""
        with database.explained(self._path):
            rows = self._connection.execute(
                "SELECT body FROM journal WHERE record = ? ORDER BY device, seq, id", (record,)
            )
            return [journal.read(row[0]) for row in rows]

    def written_here(self, prefix: str) -> list[Entry]:
        """The entries of this very device about records that begin with `prefix`, in order.

        Nothing that arrives by `merge` can hide one of them; but what claims this device's
        name may be among them.
        """
        return self.written_by(self._device, prefix)

    def written_by(self, device: DeviceId, prefix: str) -> list[Entry]:
        """The same of any device; by its own claim."""
        where = "device = ? AND substr(record, 1, ?) = ?"
        parameters: tuple[DeviceId | str | int, ...] = (device, len(prefix), prefix)
        if prefix and not prefix.startswith(_MOST):
            # By the index of records; those of this prefix are few, whoever wrote them.
            where = "+device = ? AND record >= ? AND record < ?"
            parameters = (device, prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1))
        with database.explained(self._path):
            rows = self._connection.execute(
                f"SELECT body FROM journal WHERE {where} ORDER BY seq, id", parameters
            )
            return [journal.read(row[0]) for row in rows]

    def chains(self, devices: Iterable[DeviceId]) -> dict[DeviceId, Chain]:
        """By device, its chain; only to be read, and true until something is written."""
        with database.explained(self._path):
            return {device: self._chains.of(device) for device in sorted(set(devices))}

    def chain(self, device: DeviceId) -> Chain:
        """That of one device; likewise."""
        with database.explained(self._path):
            return self._chains.of(device)

    def reading_chain(self, device: DeviceId) -> Iterator[None]:
        """Read a chain in steps of some milliseconds, so that it is there at once."""
        with database.explained(self._path):
            yield from self._chains.reading(device)

    def slices(self, device: DeviceId, after: int) -> Iterator[list[tuple[int, bytes]]]:
        """The `seq` and the canonical bytes of what a device wrote behind a place, in order, in
        pieces of some milliseconds; between two of them the journal may be written.
        """
        with database.explained(self._path):
            yield from self._chains.slices(device, after)

    def devices(self) -> list[DeviceId]:
        """Every device that has an entry here."""
        with database.explained(self._path):
            return [DeviceId(row[0]) for row in self._connection.execute(_DEVICES)]

    def replaced_in(self, records: Iterable[RecordId]) -> set[tuple[RecordId, Slot, EntryId]]:
        """What entries of these records replace, whether or not that is here."""
        with database.explained(self._path):
            return self._projections.superseded_in(records)

    def bodies_of(self, records: Iterable[RecordId]) -> list[bytes]:
        """The canonical bytes of every entry of these records, replaced ones too, in order."""
        found: list[tuple[str, int, str, bytes]] = []
        with database.explained(self._path):
            wanted = sorted(set(records))
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                found += self._connection.execute(
                    f"SELECT device, seq, id, body FROM journal WHERE record IN ({marks})", some
                ).fetchall()
        return [bytes(row[3]) for row in sorted(found, key=lambda row: row[:3])]

    def entries(self) -> list[Entry]:
        """Every entry, device by device in their order."""
        return [journal.read(body) for body in self.bodies()]

    def bodies(self) -> list[bytes]:
        """The canonical bytes of every entry, device by device in their order."""
        with database.explained(self._path):
            rows = self._connection.execute("SELECT body FROM journal ORDER BY device, seq, id")
            return [bytes(row[0]) for row in rows]

    def check(self) -> list[ChainFault]:
        """What is wrong with the chains; also where a row is not what its entry says."""
        with database.explained(self._path):
            return chain_check.faults(self._connection)

    def dump(self) -> dict[str, bytes]:
        """Every projection as bytes, for comparison; empty where a table is not there."""
        tables = {}
        with database.explained(self._path):
            there = set(existing_projections(self._connection))
            for table in PROJECTIONS:
                rows: Iterable[object] = ()
                if table in there:
                    rows = self._connection.execute(f"SELECT * FROM {table}").fetchall()
                tables[table] = msgspec.json.encode(sorted(rows, key=repr))
        return tables

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of everything that is written inside.

        It is on the disk when the block ends, not before. On an error of the block nothing of
        it was written; one of a write inside is raised again here, even where it was caught.
        """
        with self._writing():
            self._shared = []
            try:
                yield
                if self._shared:
                    raise self._shared[0]
            finally:
                self._shared = None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._joining() if self._shared is not None else self._transaction():
                yield
        except BaseException:  # whatever it was, it was rolled back, or will be
            # What was read or written inside may be gone with the transaction.
            self._projections = Projections(self._connection)
            self._chains.forget()
            self._states.clear()
            self._surroundings += 1
            raise

    def _transaction(self) -> AbstractContextManager[None]:
        return database.transaction(self._connection, self._path)

    @contextmanager
    def _joining(self) -> Iterator[None]:
        # No savepoint: it would copy every page. After an error all of it is rolled back.
        assert self._shared is not None
        if self._shared:
            raise self._shared[0]
        try:
            with database.joined(self._connection, self._path):
                yield
        except BaseException as error:  # also on Ctrl+C
            self._shared.append(error)
            raise

    def _end(self) -> tuple[int, EntryId | None]:
        row = self._connection.execute(
            "SELECT seq, id FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1",
            (self._device,),
        ).fetchone()
        return (int(row[0]), EntryId(row[1])) if row else (0, None)

    def _known(self, entries: Iterable[Entry]) -> set[EntryId]:
        """Which of these are there; inside a transaction."""
        places: dict[DeviceId, list[int]] = {}
        for entry in entries:
            places.setdefault(entry.device, []).append(entry.seq)
        return {
            EntryId(one)
            for device, seqs in places.items()
            for (one,) in self._connection.execute(
                "SELECT id FROM journal WHERE device = ? AND seq BETWEEN ? AND ?",
                (device, min(seqs), max(seqs)),
            )
        }
