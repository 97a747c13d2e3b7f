"""What can be the matter with the folder, the disk, the database, the keys or the printer."""

from kepatuhan_desktop.errors.kinds import KnownError


class WorkspaceInUse(KnownError):
    """Another process holds the workspace."""

    code = "workspace.in_use"
    exit_status = 40


class WorkspaceReadOnly(KnownError):
    """The folder refuses writing."""

    code = "workspace.read_only"
    exit_status = 41


class DiskFull(KnownError):
    """No space is left; what was acknowledged stays."""

    code = "workspace.disk_full"
    exit_status = 42


class DatabaseIsNewer(KnownError):
    """A later version of the program wrote this database."""

    code = "database.newer"
    exit_status = 43


class DatabaseDamaged(KnownError):
    """The database cannot be read, or its journal chain is broken."""

    code = "database.damaged"
    exit_status = 44


class DatabaseUnsafe(KnownError):
    """SQLite did not accept a setting that keeps answers safe."""

    code = "database.unsafe"
    exit_status = 45


class KeysMissing(KnownError):
    """No key slot opens the workspace."""

    code = "keys.missing"
    exit_status = 46


class StorageFailed(KnownError):
    """The operating system refused a read or write for another reason."""

    code = "workspace.io"
    exit_status = 47


class PrintingFailed(KnownError):
    """The printer, or the file that stands for it, took no pages."""

    code = "printing.failed"
    exit_status = 55
