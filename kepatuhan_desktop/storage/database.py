"""Open the encrypted database; every setting that keeps answers safe is read back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from kepatuhan_desktop.errors import (
    DatabaseDamaged,
    DatabaseIsNewer,
    DatabaseUnsafe,
    DiskFull,
    KnownError,
    StorageFailed,
    WorkspaceReadOnly,
)

Connection = dbapi2.Connection

APPLICATION = 0x4B50_4455  # "KPDU"
SCHEMA = 5
"""The schema that this program writes (`user_version`)."""

# In this order; each is read back, because SQLite silently keeps the old value of a
# pragma it cannot honour.
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    # Without it, INSERT OR REPLACE gets past the triggers that guard the journal.
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("busy_timeout", "5000", 5000),
)


def connect(path: Path, key: bytes) -> Connection:
    """A connection with our settings; the file is created where there is none.

    Raises `DatabaseDamaged`, `DatabaseIsNewer`, `DatabaseUnsafe`, `WorkspaceReadOnly`, `DiskFull`.
    """
    with explained(path):
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            # The first statement: SQLCipher prints pages of diagnosis on damage otherwise.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            _refuse_newer(connection, path)
            _make_safe(connection)
        except BaseException:  # whatever it was, the file must not stay open
            connection.close()
            raise
    return connection


def _refuse_newer(connection: Connection, path: Path) -> None:
    version = schema_version(connection)
    if version > SCHEMA:
        raise DatabaseIsNewer(path=path, found=version, supported=SCHEMA)


def _make_safe(connection: Connection) -> None:
    for name, wanted, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {wanted}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise DatabaseUnsafe(setting=name, wanted=wanted, found=found)


def schema_version(connection: Connection) -> int:
    """The schema of the open database; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def path_of(connection: Connection) -> Path:
    """The file of the open database."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


@contextmanager
def transaction(connection: Connection, path: Path) -> Iterator[None]:
    """All or nothing, on the disk when the block ends without an error."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:  # also on Ctrl+C: a half-done transaction must not linger
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def joined(connection: Connection, path: Path) -> Iterator[None]:
    """A part of the transaction that is open; on the disk when that one ends."""
    with explained(path):
        # SQLite ends one by itself, on a full disk for one: nothing may be written behind it.
        if not connection.in_transaction:
            raise StorageFailed(path=path, reason="the transaction was rolled back")
        yield


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into an error with a sentence."""
    try:
        yield
    except dbapi2.Error as error:
        raise _explain(error, path) from error


def _explain(error: dbapi2.Error, path: Path) -> KnownError:
    text = str(error)
    if "full" in text:
        return DiskFull(path=path)
    if "readonly" in text or "attempt to write" in text:
        # A connection that met a damaged page says so as well, whatever is asked of it then.
        damaged = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        return DatabaseDamaged(path=path, reason=text) if damaged else WorkspaceReadOnly(path=path)
    if "unable to open" in text:
        return WorkspaceReadOnly(path=path)
    if "not a database" in text or "malformed" in text or "corrupt" in text:
        return DatabaseDamaged(path=path, reason=text)
    return StorageFailed(path=path, reason=text)


def intact(connection: Connection) -> list[str]:
    """What SQLite and SQLCipher find wrong with the pages, a line each; empty when nothing.

    Nothing else can be read through `connection` where there was something.
    """
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if found:  # SQLite cannot read such a page, and would blame every other one for it
        return found
    try:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    except dbapi2.Error as error:  # some damage keeps SQLite from looking any further
        return [str(error)]
    lines = [line for row in rows for line in str(row[0]).splitlines()]
    return [line for line in lines if line != "ok" and not line.startswith("***")]


def versions(connection: Connection) -> str:
    """Which SQLite and SQLCipher are at work."""
    cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
    return f"SQLite {dbapi2.sqlite_version}, SQLCipher {cipher}"
