"""Bring a database to the present schema, one permanent step at a time.

sqlite-utils is imported here only: it costs more than the whole window, and an up-to-date
database does not need it.
"""

import sys
from pathlib import Path

from sqlcipher3 import dbapi2

from kepatuhan_desktop.storage.database import (
    APPLICATION,
    SCHEMA,
    Connection,
    schema_version,
    transaction,
)

# Everything below but `journal` is a projection: dropped and made again by `rebuild`.
PROJECTIONS = (
    "heads",
    "superseded",
    "institutions",
    "units",
    "products",
    "instruments",
    "assessments",
    "plans",
    "visits",
)

_JOURNAL = """
CREATE TABLE journal (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    id TEXT NOT NULL CHECK (length(id) = 64),
    record TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (device, seq, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""

_PROJECTIONS = """
CREATE TABLE heads (
    record TEXT NOT NULL, slot TEXT NOT NULL, id TEXT NOT NULL,
    device TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (record, slot, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE superseded (
    record TEXT NOT NULL, slot TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (record, slot, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE institutions (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE units (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
    head_name TEXT NOT NULL, head_nip TEXT NOT NULL, head_position TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE products (
    id TEXT PRIMARY KEY, unit TEXT NOT NULL, name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE instruments (
    digest TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE assessments (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, unit TEXT NOT NULL, product TEXT NOT NULL,
    period TEXT NOT NULL, instrument TEXT NOT NULL, auditor TEXT NOT NULL, visited_on TEXT NOT NULL,
    status TEXT NOT NULL, answered INTEGER NOT NULL, indicators INTEGER NOT NULL,
    score TEXT, category TEXT, zone TEXT,
    evidence INTEGER NOT NULL, findings INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX assessments_by_unit ON assessments (unit, period);
CREATE INDEX assessments_by_instrument ON assessments (instrument);
"""

# Sealed before there were corrections: the row's own number is the sealed one.
_REVISIONS = """
ALTER TABLE assessments ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessments ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessments ADD COLUMN sealed_score TEXT;
ALTER TABLE assessments ADD COLUMN sealed_category TEXT;
ALTER TABLE assessments ADD COLUMN sealed_zone TEXT;
UPDATE assessments SET revision = 1, sealed_score = score, sealed_category = category,
    sealed_zone = zone WHERE status = 'sealed';
"""

# Not a projection: what this device looked at is no part of the work.
_SIGHTINGS = """
CREATE TABLE sightings (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# Not one of the projections' first script: that one is what old databases were made with.
_FROM_HEADQUARTERS = """
ALTER TABLE assessments ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
CREATE TABLE plans (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, unit TEXT NOT NULL, product TEXT NOT NULL,
    period TEXT NOT NULL, instrument TEXT NOT NULL, version TEXT NOT NULL, digest TEXT NOT NULL,
    day TEXT NOT NULL, device TEXT NOT NULL, auditor TEXT NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE visits (
    plan TEXT NOT NULL, assessment TEXT NOT NULL, PRIMARY KEY (plan, assessment)
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_assessment ON visits (assessment);
"""

# Without it, one assessment's history reads the whole journal (docs/adr/014).
_BY_RECORD = "CREATE INDEX journal_by_record ON journal (record);"


def migrate(connection: Connection, path: Path) -> None:
    """Apply every step that the database lacks, in one transaction."""
    if schema_version(connection) == SCHEMA:
        return
    # sqlite-utils looks for pysqlite3 before sqlite3; this hands it the encrypted one.
    sys.modules.setdefault("pysqlite3", sys.modules["sqlcipher3"])
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - after those two

    steps = Migrations("kepatuhan_desktop")

    @steps()
    def m0001_journal_and_projections(db: Database) -> None:
        _run(db, _JOURNAL + _PROJECTIONS)

    @steps()
    def m0002_assessments_have_revisions(db: Database) -> None:
        _run(db, _REVISIONS)

    @steps()
    def m0003_signatures_have_sightings(db: Database) -> None:
        _run(db, _SIGHTINGS)

    @steps()
    def m0004_headquarters_returns_and_plans(db: Database) -> None:
        _run(db, _FROM_HEADQUARTERS)

    @steps()
    def m0005_journal_is_found_by_record(db: Database) -> None:
        _run(db, _BY_RECORD)

    database = Database(connection, execute_plugins=False)
    with transaction(connection, path):
        steps.apply(database)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def existing_projections(connection: Connection) -> list[str]:
    """The projections that are there, of those that should be."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = {row[0] for row in rows}
    return [table for table in PROJECTIONS if table in names]


def recreate_projections(connection: Connection) -> None:
    """Drop every table but the journal and create it empty; inside the caller's transaction."""
    for table in PROJECTIONS:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in _statements(_PROJECTIONS + _REVISIONS + _FROM_HEADQUARTERS):
        connection.execute(statement)


def _run(db: object, script: str) -> None:
    for statement in _statements(script):
        db.execute(statement)  # type: ignore[attr-defined]  # sqlite_utils.Database, imported late


def _statements(script: str) -> list[str]:
    """The statements of `script`; a trigger's body keeps its own semicolon."""
    found, waiting = [], ""
    for line in script.strip().splitlines():
        waiting += line + "\n"
        if dbapi2.complete_statement(waiting):
            found.append(waiting)
            waiting = ""
    return found
