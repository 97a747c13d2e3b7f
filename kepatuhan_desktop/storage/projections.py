"""Project entries into the tables that screens read; the same entries give the same tables.

Two ways lead to one result, and a test compares them: row by row on the answer path, and
set-based after a merge or a rebuild.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.assessment import Assessment, Status
from kepatuhan_desktop.domain.ids import Digest, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.instrument import Instrument, instrument_record
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.domain.standing import Standings
from kepatuhan_desktop.domain.visit_plan import PROFILE as PLAN
from kepatuhan_desktop.domain.visit_plan import Visit, VisitPlan
from kepatuhan_desktop.storage.database import Connection

_Number = tuple[str | None, str | None, str | None]
_NO_NUMBER: _Number = (None, None, None)
"""Score, category and zone."""
_NOTHING: Mapping[EntryId, Entry] = MappingProxyType({})
_AT_ONCE = 500
"""Records that one query asks for; SQLite takes a limited number of parameters."""
_HEADS = """
SELECT j.body FROM heads h JOIN journal j ON j.device = h.device AND j.seq = h.seq AND j.id = h.id
"""
_HEADS_OF = _HEADS + "WHERE h.record = ? ORDER BY h.slot, h.id"
_INSTRUMENT = f'"kind":"{Kind.INSTRUMENT.value}"'.encode()
# Not INSERT OR REPLACE: that writes every index again, though an answer changes none of them.
_ASSESSMENT = """
INSERT INTO assessments VALUES
    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    institution = excluded.institution, unit = excluded.unit, product = excluded.product,
    period = excluded.period, instrument = excluded.instrument, auditor = excluded.auditor,
    visited_on = excluded.visited_on, status = excluded.status, answered = excluded.answered,
    indicators = excluded.indicators, score = excluded.score, category = excluded.category,
    zone = excluded.zone, evidence = excluded.evidence, findings = excluded.findings,
    conflicts = excluded.conflicts, updated_at = excluded.updated_at,
    revision = excluded.revision, withdrawn = excluded.withdrawn,
    sealed_score = excluded.sealed_score, sealed_category = excluded.sealed_category,
    sealed_zone = excluded.sealed_zone, returned = excluded.returned
"""


class Projections:
    """Writes the tables of one connection; always inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._instruments: dict[Digest, Instrument] = {}
        self.standings = Standings()

    def place(self, entry: Entry) -> None:
        """Give an entry that was just written its place among the heads.

        Nothing can have replaced it yet, unlike one that arrives from elsewhere.
        """
        run = self._connection.execute
        for old in entry.replaces:
            run(
                "DELETE FROM heads WHERE record = ? AND slot = ? AND id = ?",
                (entry.record, entry.slot, old),
            )
            run(
                "INSERT OR IGNORE INTO superseded VALUES (?, ?, ?)", (entry.record, entry.slot, old)
            )
        run(
            "INSERT INTO heads VALUES (?, ?, ?, ?, ?)",
            (entry.record, entry.slot, entry.id, entry.device, entry.seq),
        )

    def place_all(self, entries: list[Entry]) -> None:
        """Give many entries their places, in any order."""
        many = self._connection.executemany
        # In the order of the table: neighbours lie on one page.
        rows = sorted((one.record, one.slot, one.id, one.device, one.seq) for one in entries)
        named = {(one.record, one.slot, old) for one in entries for old in one.replaces}
        before = self.superseded_in(record for record, *_ in rows)
        many("INSERT OR IGNORE INTO superseded VALUES (?, ?, ?)", sorted(named))
        many("INSERT OR IGNORE INTO heads VALUES (?, ?, ?, ?, ?)", rows)
        # What these replace, and those of them that came later than what replaces them.
        gone = named.union(row[:3] for row in rows if row[:3] in before) if before else named
        many("DELETE FROM heads WHERE record = ? AND slot = ? AND id = ?", sorted(gone))

    def project(
        self, records: Iterable[RecordId], at_hand: Mapping[EntryId, Entry] = _NOTHING
    ) -> None:
        """Make the rows of these records again from their heads.

        Of entries `at_hand`, which were placed before, only the ids are read again.
        """
        waiting = dict.fromkeys(records)
        for record in list(waiting):
            if record.startswith(Kind.INSTRUMENT.value):
                for digest in self._project_instrument(record):
                    waiting.update(dict.fromkeys(self._pinned_to(digest)))
        assessed: list[tuple[object, ...]] = []
        current = self._ids_in(waiting) if at_hand else {}
        for record in waiting:
            kind = record.partition(":")[0]
            if kind == Kind.ASSESSMENT.value:
                ids = current.get(record, ())
                heads = [entry for one in ids if (entry := at_hand.get(one)) is not None]
                if not heads or len(heads) < len(ids):
                    heads = self.heads_of(record)
                state = assessments.fold(assessments.id_of(record), heads)
                if state is not None:
                    assessed.append(self._row(state))
            elif kind in (Kind.INSTITUTION.value, Kind.UNIT.value, Kind.PRODUCT.value):
                self._project_organisation(kind, record)
            elif kind == Kind.PLAN.value:
                self._project_plan(record)
        self._connection.executemany(_ASSESSMENT, assessed)

    def put_assessment(self, state: Assessment) -> None:
        """Write the row of an assessment whose state is at hand."""
        self._connection.execute(_ASSESSMENT, self._row(state))

    def heads_of(self, record: RecordId) -> list[Entry]:
        """The current entries of a record."""
        return [journal.read(row[0]) for row in self._connection.execute(_HEADS_OF, (record,))]

    def heads_in(self, records: Iterable[RecordId]) -> list[Entry]:
        """The current entries of several records, sorted by record, slot and id."""
        return [
            journal.read(row[0])
            for marks, some in _shares(records)
            for row in self._connection.execute(
                f"{_HEADS} WHERE h.record IN ({marks}) ORDER BY h.record, h.slot, h.id", some
            )
        ]

    def instrument(self, digest: Digest) -> Instrument | None:
        """The instrument of that digest; None where it has not arrived."""
        if digest not in self._instruments:
            row = self._connection.execute(
                "SELECT record FROM instruments WHERE digest = ?", (digest,)
            ).fetchone()
            if row is None:
                return None
            for found in self._installed(RecordId(row[0])):
                self._instruments[found.digest] = found
        return self._instruments.get(digest)

    def superseded_in(self, records: Iterable[RecordId]) -> set[tuple[RecordId, Slot, EntryId]]:
        """What entries of these records replace, whether or not that is here."""
        return {
            (RecordId(record), Slot(slot), EntryId(one))
            for marks, some in _shares(records)
            for record, slot, one in self._connection.execute(
                f"SELECT record, slot, id FROM superseded WHERE record IN ({marks})", some
            )
        }

    def _ids_in(self, records: Iterable[RecordId]) -> dict[RecordId, list[EntryId]]:
        """The ids of the current entries of each record, in the order of `heads_of`."""
        found: dict[RecordId, list[EntryId]] = {}
        for marks, some in _shares(records):
            for record, one in self._connection.execute(
                f"SELECT record, id FROM heads WHERE record IN ({marks}) ORDER BY record, slot, id",
                some,
            ):
                found.setdefault(RecordId(record), []).append(EntryId(one))
        return found

    def _row(self, state: Assessment) -> tuple[object, ...]:
        profile = state.profile
        instrument = self.instrument(profile.instrument.digest)
        status, answered, indicators = Status.DRAFT, 0, 0
        number: _Number = _NO_NUMBER
        sealed: _Number = _NO_NUMBER
        if instrument is not None:
            standing = self.standings.of(instrument, state)
            result, status = standing.result, standing.status
            answered, indicators = result.answered, result.indicators
            if isinstance(result.total, Score):
                number = (result.total.value, result.total.category, result.total.zone)
        seal = state.seal
        if seal is not None:
            status = Status.SEALED if state.is_sealed else Status.AMENDING
            sealed = (seal.score, seal.category, seal.zone)
            number = sealed if state.is_sealed else number
        return (
            state.id,
            profile.institution,
            profile.unit,
            profile.product or "",
            profile.period,
            profile.instrument.digest,
            profile.auditor.name,
            profile.visited_on,
            status.value,
            answered,
            indicators,
            *number,
            len(state.evidence),
            len(state.findings),
            len(state.conflicts),
            state.updated_at,
            0 if seal is None else seal.revision,
            len(state.acts.withdrawn),
            *sealed,
            len(state.returns),
        )

    def _project_instrument(self, record: RecordId) -> list[Digest]:
        """Write the instruments of a record; returns the digests that came or went."""
        run = self._connection.execute
        rows = run("SELECT digest FROM instruments WHERE record = ? ORDER BY digest", (record,))
        before = dict.fromkeys(Digest(row[0]) for row in rows.fetchall())
        now: dict[Digest, None] = {}
        run("DELETE FROM instruments WHERE record = ?", (record,))
        for digest in before:
            self._instruments.pop(digest, None)
        for instrument in self._installed(record):
            # One digest must not stand under two records: which came last would decide.
            if record == instrument_record(instrument.id, instrument.version):
                run(
                    "INSERT OR REPLACE INTO instruments VALUES (?, ?, ?, ?)",
                    (instrument.digest, instrument.id, instrument.version, record),
                )
                now[instrument.digest] = None
        # A colleague's entry of the instrument that is here changes no assessment.
        return [one for one in (before | now) if (one in before) != (one in now)]

    def _installed(self, record: RecordId) -> list[Instrument]:
        """What the heads of a record hold, each once: hundreds of devices write the very same."""
        found: dict[bytes, Instrument] = {}
        for (body,) in self._connection.execute(_HEADS_OF, (record,)):
            # The value comes last in canonical bytes, and no other part can look like its name.
            said, _, value = bytes(body).partition(b',"value":')
            if _INSTRUMENT in said and value not in found:
                found[value] = codec.typed(journal.read(body).value, Instrument)
        return list(found.values())

    def _pinned_to(self, digest: Digest) -> list[RecordId]:
        rows = self._connection.execute(
            "SELECT id FROM assessments WHERE instrument = ? ORDER BY id", (digest,)
        )
        return [RecordId(f"{Kind.ASSESSMENT.value}:{row[0]}") for row in rows]

    def _project_organisation(self, kind: str, record: RecordId) -> None:
        # Concurrent profiles: every device shows the one with the smallest id.
        first = next((entry for entry in self.heads_of(record) if entry.kind == kind), None)
        if first is None:
            return
        name = record.partition(":")[2]
        table, shape = _ORGANISATION[kind]
        values = msgspec.structs.astuple(codec.typed(first.value, shape))
        marks = ", ".join("?" * (len(values) + 1))
        self._connection.execute(
            f"INSERT OR REPLACE INTO {table} VALUES ({marks})", (name, *values)
        )

    def _project_plan(self, record: RecordId) -> None:
        run, name = self._connection.execute, record.partition(":")[2]
        run("DELETE FROM plans WHERE id = ?", (name,))
        run("DELETE FROM visits WHERE plan = ?", (name,))
        heads = [entry for entry in self.heads_of(record) if entry.value is not None]
        # Called off here and changed there: it stands, as with every slot that is not empty.
        plan = next((it for it in heads if it.kind == Kind.PLAN and it.slot == PLAN), None)
        if plan is not None:
            found = codec.typed(plan.value, VisitPlan)
            pin = found.instrument
            values = (found.institution, found.unit, found.product or "", found.period)
            rest = (found.day, found.device, found.auditor, found.note)
            run(
                "INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (name, *values, pin.id, pin.version, pin.digest, *rest),
            )
        for entry in heads:
            if entry.kind == Kind.VISIT:
                visit = codec.typed(entry.value, Visit)
                run("INSERT OR IGNORE INTO visits VALUES (?, ?)", (name, visit.assessment))


def _shares(records: Iterable[RecordId]) -> Iterator[tuple[str, list[RecordId]]]:
    """The records, sorted, as many at a time as one query asks for, with marks for them."""
    wanted = sorted(set(records))
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        yield ", ".join("?" * len(some)), some


_ORGANISATION: dict[str, tuple[str, type[Institution] | type[Unit] | type[Product]]] = {
    Kind.INSTITUTION.value: ("institutions", Institution),
    Kind.UNIT.value: ("units", Unit),
    Kind.PRODUCT.value: ("products", Product),
}
