"""The database is encrypted, strict about its settings, and refuses what it does not know."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kepatuhan_desktop.errors import (
    DatabaseDamaged,
    DatabaseIsNewer,
    DatabaseUnsafe,
    DiskFull,
    StorageFailed,
    WorkspaceReadOnly,
)
from kepatuhan_desktop.storage import database, keyslots, migrations
from kepatuhan_desktop.storage.database import Connection
from kepatuhan_desktop.storage.workspace import DATABASE, STORE, Workspace

KEY = bytes(range(32))
SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
}


def pragma(connection: Connection, name: str) -> object:
    """What SQLite says about a setting."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def schema(connection: Connection) -> list[tuple[str, ...]]:
    """Everything that is defined, the journal's triggers too."""
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()


def of(home: Path) -> Path:
    """The database of a workspace."""
    return home / STORE / DATABASE


@pytest.mark.parametrize("name", SETTINGS)
def test_a_workspace_has_the_setting_that_keeps_answers_safe(closed: Path, name: str) -> None:
    # Opened a second time: a first start sets more, by way of the migrations.
    workspace = Workspace(closed)
    assert pragma(workspace.connection, name) == SETTINGS[name]
    workspace.close()


@pytest.mark.parametrize("at", range(len(database._PRAGMAS)))
def test_a_setting_that_was_not_accepted_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    name, _, expected = database._PRAGMAS[at]
    other = {"wal": "DELETE", 0: "1", 5000: "17"}.get(expected, "0")
    planted = [*database._PRAGMAS]
    planted[at] = (name, other, expected)
    monkeypatch.setattr(database, "_PRAGMAS", tuple(planted))
    with pytest.raises(DatabaseUnsafe) as refused:
        database.connect(tmp_path / "x.db", KEY)
    assert refused.value.parameters["setting"] == name


def test_the_file_does_not_look_like_a_database(closed: Path) -> None:
    assert b"SQLite format 3" not in of(closed).read_bytes()


def test_another_key_opens_nothing(closed: Path) -> None:
    with pytest.raises(DatabaseDamaged):
        database.connect(of(closed), KEY)


def test_a_workspace_says_whose_file_it_is(workspace: Workspace) -> None:
    assert pragma(workspace.connection, "application_id") == database.APPLICATION


def test_a_fresh_database_has_the_schema_of_this_program(workspace: Workspace) -> None:
    assert database.schema_version(workspace.connection) == database.SCHEMA


def test_migrating_twice_changes_nothing(workspace: Workspace) -> None:
    before = schema(workspace.connection)
    migrations.migrate(workspace.connection, workspace.path)
    assert schema(workspace.connection) == before


def test_what_was_sealed_before_there_were_corrections_is_revision_1(workspace: Workspace) -> None:
    run = workspace.connection.execute
    for column in ("revision", "withdrawn", "sealed_score", "sealed_category", "sealed_zone"):
        run(f"ALTER TABLE assessments DROP COLUMN {column}")
    run("ALTER TABLE assessments DROP COLUMN returned")
    run("DELETE FROM _sqlite_migrations WHERE name LIKE 'm0002%'")
    run("PRAGMA user_version = 1")
    for status, score in (("sealed", "88.26"), ("draft", "50.00")):
        values = (status, "i", "u", "", "2024", "d", "S", "", status, 1, 1, score, "B", "green")
        run(f"INSERT INTO assessments VALUES ({'?, ' * 14}0, 0, 0, '')", values)
    migrations.migrate(workspace.connection, workspace.path)
    rows = run("SELECT id, revision, withdrawn, sealed_score, sealed_zone FROM assessments")
    assert sorted(rows) == [("draft", 0, 0, None, None), ("sealed", 1, 0, "88.26", "green")]


def test_a_database_from_before_headquarters_spoke_gets_its_tables(workspace: Workspace) -> None:
    run = workspace.connection.execute
    before = schema(workspace.connection)
    run("ALTER TABLE assessments DROP COLUMN returned")
    run("DROP TABLE plans")
    run("DROP TABLE visits")
    run("DELETE FROM _sqlite_migrations WHERE name LIKE 'm0004%'")
    run("PRAGMA user_version = 3")
    migrations.migrate(workspace.connection, workspace.path)
    assert len(schema(workspace.connection)) == len(before)
    assert list(run("SELECT * FROM plans")) == []
    assert database.schema_version(workspace.connection) == database.SCHEMA


def test_a_database_from_before_records_were_indexed_gets_its_index(workspace: Workspace) -> None:
    run = workspace.connection.execute
    before = schema(workspace.connection)
    bodies = workspace.journal.bodies()
    run("DROP INDEX journal_by_record")
    run("DELETE FROM _sqlite_migrations WHERE name LIKE 'm0005%'")
    run("PRAGMA user_version = 4")
    migrations.migrate(workspace.connection, workspace.path)
    assert schema(workspace.connection) == before
    assert workspace.journal.bodies() == bodies
    assert database.schema_version(workspace.connection) == database.SCHEMA


def test_the_history_of_a_record_does_not_read_the_whole_journal(workspace: Workspace) -> None:
    for condition in ("record = 'x'", "record IN ('x', 'y')"):
        query = f"EXPLAIN QUERY PLAN SELECT device, seq, id, body FROM journal WHERE {condition}"
        steps = [str(row[3]) for row in workspace.connection.execute(query)]
        assert [step for step in steps if "journal_by_record" in step], steps


def test_a_migration_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = database.connect(tmp_path / "x.db", KEY)
    monkeypatch.setattr(
        migrations, "_PROJECTIONS", migrations._PROJECTIONS + "CREATE TABLE journal (x);"
    )
    with pytest.raises(StorageFailed):
        migrations.migrate(connection, tmp_path / "x.db")
    assert schema(connection) == []
    assert database.schema_version(connection) == 0
    connection.close()


def a_newer_database(home: Path) -> None:
    """Write what a later program would."""
    connection = database.connect(of(home), keyslots.load(home).database)
    connection.execute(f"PRAGMA user_version = {database.SCHEMA + 4}")
    connection.close()


def test_a_newer_database_is_refused_with_both_versions(closed: Path) -> None:
    a_newer_database(closed)
    with pytest.raises(DatabaseIsNewer) as refused:
        Workspace(closed)
    assert refused.value.parameters["found"] == str(database.SCHEMA + 4)
    assert refused.value.parameters["supported"] == str(database.SCHEMA)


def test_a_newer_database_stays_as_it_is(closed: Path) -> None:
    a_newer_database(closed)
    before = of(closed).read_bytes()
    with pytest.raises(DatabaseIsNewer):
        Workspace(closed)
    assert of(closed).read_bytes() == before


def test_a_damaged_page_is_noticed_on_reading(workspace: Workspace) -> None:
    home = workspace.home
    workspace.close()
    data = bytearray(of(home).read_bytes())
    data[len(data) // 2] ^= 1
    of(home).write_bytes(data)
    connection = database.connect(of(home), workspace.keys.database)
    assert database.intact(connection)
    connection.close()


def test_a_database_cut_to_nothing_is_not_taken_for_a_new_one(closed: Path) -> None:
    of(closed).write_bytes(b"")
    with pytest.raises(DatabaseDamaged):
        Workspace(closed)


@pytest.mark.parametrize(
    "text,kind",
    [
        ("database or disk is full", DiskFull),
        ("attempt to write a readonly database", WorkspaceReadOnly),
        ("unable to open database file", WorkspaceReadOnly),
        ("file is not a database", DatabaseDamaged),
        ("database disk image is malformed", DatabaseDamaged),
        ("disk I/O error", StorageFailed),
    ],
)
def test_what_sqlite_says_becomes_an_error_with_a_sentence(
    text: str, kind: type[Exception]
) -> None:
    with pytest.raises(kind), database.explained(Path("x.db")):
        raise dbapi2.OperationalError(text)


def test_a_full_database_is_said_to_be_full(workspace: Workspace) -> None:
    pages = pragma(workspace.connection, "page_count")
    workspace.connection.execute(f"PRAGMA max_page_count = {pages}")
    with (
        pytest.raises(DiskFull),
        database.transaction(workspace.connection, workspace.path),
    ):
        workspace.connection.execute(
            "INSERT INTO institutions VALUES ('x', hex(randomblob(100000)), '')"
        )


def test_a_transaction_that_fails_leaves_nothing_open(workspace: Workspace) -> None:
    def interrupted() -> None:
        with database.transaction(workspace.connection, workspace.path):
            workspace.connection.execute("INSERT INTO institutions VALUES ('x', 'y', '')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not workspace.connection.in_transaction
    assert workspace.register.institutions() == []


def test_a_connection_that_met_a_damaged_page_blames_no_permission(closed: Path) -> None:
    with (
        pytest.raises(DatabaseDamaged),
        database.explained(of(closed)),
    ):
        raise dbapi2.OperationalError("attempt to write a readonly database")


def test_a_damaged_page_is_named_once_and_no_other_is_blamed(closed: Path) -> None:
    with of(closed).open("r+b") as file:
        file.seek(5000)
        file.write(b"xxxx")
    connection = database.connect(of(closed), keyslots.load(closed).database)
    assert database.intact(connection) == ["HMAC verification failed for page 2"]
    connection.close()
