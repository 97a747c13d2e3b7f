"""Open everything that a workspace folder holds, in the only safe order."""

from pathlib import Path

from kepatuhan_desktop.errors import KeysMissing, WorkspaceReadOnly
from kepatuhan_desktop.storage import database, keyslots
from kepatuhan_desktop.storage.files import explained, make_folder
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.keyslots import Keys
from kepatuhan_desktop.storage.lock import WorkspaceLock
from kepatuhan_desktop.storage.migrations import migrate
from kepatuhan_desktop.storage.register import Register
from kepatuhan_desktop.storage.vault import STAGING, Vault

STORE = "store"
DATABASE = "store.db"


class Workspace:
    """An open workspace; `close` lets go of it."""

    def __init__(self, home: Path) -> None:
        """Open `home`, creating what a first start needs.

        Raises `WorkspaceInUse`, `WorkspaceReadOnly`, `DiskFull`, `KeysMissing`,
        `DatabaseIsNewer`, `DatabaseDamaged` or `DatabaseUnsafe`; then nothing has changed.
        """
        self.home = home
        path = home / STORE / DATABASE
        with explained(home):
            if home.exists() and not home.is_dir():
                raise WorkspaceReadOnly(path=home)
            make_folder(home)
            make_folder(home / STAGING)
        self._lock = WorkspaceLock(home)
        try:
            self.keys = _keys(home, path)
            with explained(path):
                make_folder(path.parent)
            self.connection = database.connect(path, self.keys.database)
            try:
                migrate(self.connection, path)
            except BaseException:  # the file must not stay open, whatever it was
                self.connection.close()
                raise
        except BaseException:  # the next attempt needs the lock
            self._lock.release()
            raise
        self.journal = Journal(self.connection, path, self.keys.device)
        self.register = Register(self.connection)
        self.vault = Vault(home, self.keys)

    def close(self) -> None:
        """Close the database and release the lock."""
        self.connection.close()
        self._lock.release()


def _keys(home: Path, path: Path) -> Keys:
    if keyslots.exist(home):
        return keyslots.load(home)
    # A database without keys is one whose keys were lost: never start afresh over it.
    if path.exists():
        raise KeysMissing(path=home / keyslots.KEYS, reason="lost")
    return keyslots.create(home, home / STAGING)
