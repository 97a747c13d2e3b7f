"""Let one process at a time hold a workspace, or an authority's folder.

A second SQLite file, held in an exclusive transaction: the operating system lets go of it
when the process dies, on every platform, so no stale lock can ever lock an auditor out.
"""

from pathlib import Path

from sqlcipher3 import dbapi2

from kepatuhan_desktop.errors import StorageFailed, WorkspaceInUse, WorkspaceReadOnly

LOCK = "workspace.lock"


class WorkspaceLock:
    """Held from construction until `release` or the end of the process."""

    def __init__(self, home: Path, name: str = LOCK) -> None:
        """Take the lock, which is a file called `name`.

        Raises `WorkspaceInUse` where another process has it, `WorkspaceReadOnly`, `StorageFailed`.
        """
        try:
            self._connection = dbapi2.connect(
                str(home / name), timeout=0, isolation_level=None, check_same_thread=False
            )
        except dbapi2.Error as error:
            raise WorkspaceReadOnly(path=home) from error
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except dbapi2.Error as error:
            self._connection.close()
            if "locked" in str(error):
                raise WorkspaceInUse(path=home) from error
            if isinstance(error, dbapi2.OperationalError):
                raise WorkspaceReadOnly(path=home) from error
            raise StorageFailed(path=home / name, reason=str(error)) from error

    def release(self) -> None:
        """Let others in."""
        self._connection.close()
