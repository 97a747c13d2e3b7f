"""Open everything that a workspace folder holds, in the only safe order."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kepatuhan_desktop.errors import DatabaseDamaged, KeysMissing, WorkspaceReadOnly
from kepatuhan_desktop.storage import database, keyslots
from kepatuhan_desktop.storage.files import explained, make_folder, write_durably
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.keyslots import Keys
from kepatuhan_desktop.storage.lock import WorkspaceLock
from kepatuhan_desktop.storage.migrations import PROJECTIONS, existing_projections, migrate
from kepatuhan_desktop.storage.register import Register
from kepatuhan_desktop.storage.sightings import Sightings
from kepatuhan_desktop.storage.vault import ORIGINALS, STAGING, Vault

STORE = "store"
DATABASE = "store.db"
ESTABLISHED = "workspace.established"
"""Lies beside the keys once a database was committed; from then on one must be there."""


def is_there(home: Path) -> bool:
    """Whether `home` holds a workspace, or what is left of one."""
    with explained(home):
        return keyslots.exist(home) or _is_begun(home)


class Workspace:
    """An open workspace; `close` lets go of it."""

    def __init__(self, home: Path) -> None:
        """Open `home`, creating what a first start needs.

        Raises `WorkspaceInUse`, `WorkspaceReadOnly`, `DiskFull`, `KeysMissing`,
        `DatabaseIsNewer`, `DatabaseDamaged` or `DatabaseUnsafe`; then nothing has changed.
        """
        self.home = home
        self.path = path = home / STORE / DATABASE
        with explained(home):
            if home.exists() and not home.is_dir():
                raise WorkspaceReadOnly(path=home)
            make_folder(home)
            make_folder(home / STAGING)
        self._lock = WorkspaceLock(home)
        try:
            established = (home / ESTABLISHED).exists()
            self.keys = _keys(home, is_new=not _is_begun(home))
            with explained(path):
                make_folder(path.parent)
            if established:
                _require_some(path)
            self.connection = database.connect(path, self.keys.database)
            try:
                if established:
                    _require_schema(self.connection, path)
                migrate(self.connection, path)
                self.journal = Journal(self.connection, path, self.keys.device)
                with database.explained(path):
                    whole = len(existing_projections(self.connection)) == len(PROJECTIONS)
                if not whole:
                    self.journal.rebuild()
                self.register = Register(self.connection)
                self.sightings = Sightings(self.connection, path)
                self.vault = Vault(home, self.keys)
                # Nobody else writes here while the lock is held.
                self.vault.sweep()
                if not established:
                    name = self.keys.file.workspace.encode("ascii")
                    write_durably(home / ESTABLISHED, name, staging=home / STAGING)
            except BaseException:  # the file must not stay open, whatever it was
                self.connection.close()
                raise
        except BaseException:  # the next attempt needs the lock
            self._lock.release()
            raise

    @contextmanager
    def connected_apart(self) -> Iterator[database.Connection]:
        """A connection of its own: what it meets in damaged pages stays with it."""
        connection = database.connect(self.path, self.keys.database)
        try:
            yield connection
        finally:
            connection.close()

    def close(self) -> None:
        """Close the database and release the lock."""
        self.connection.close()
        self._lock.release()


def _is_begun(home: Path) -> bool:
    signs = (home / ESTABLISHED, home / STORE / DATABASE, home / ORIGINALS)
    return any(sign.exists() for sign in signs)


def _keys(home: Path, *, is_new: bool) -> Keys:
    if keyslots.exist(home):
        return keyslots.load(home)
    # A workspace without keys is one whose keys were lost: never start afresh over it.
    if not is_new:
        raise KeysMissing(path=home / keyslots.KEYS, reason="lost")
    return keyslots.create(home, home / STAGING)


def _require_some(path: Path) -> None:
    # SQLite takes a missing or empty file for a new database; here it is one that was lost.
    if not path.exists() or path.stat().st_size == 0:
        raise DatabaseDamaged(path=path, reason="lost")


def _require_schema(connection: database.Connection, path: Path) -> None:
    # The tables may have been in a write-ahead log that somebody took away.
    if database.schema_version(connection) == 0:
        raise DatabaseDamaged(path=path, reason="empty")
