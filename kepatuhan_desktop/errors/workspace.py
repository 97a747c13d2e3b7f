"""What can be the matter with the folder, the disk, the database, the keys or the printer."""

from kepatuhan_desktop.errors.kinds import KnownError


class WorkspaceMissing(KnownError):
    """There is no workspace in that folder, and the command begins none."""

    code = "workspace.missing"
    exit_status = 49


class WorkspaceNotEmpty(KnownError):
    """A workspace that holds work already, where an empty one is needed."""

    code = "workspace.not_empty"
    exit_status = 79


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


class DatabaseMended(KnownError):
    """Tables differed from the journal and were made again from it."""

    code = "database.mended"
    exit_status = 80


class DatabaseUnsafe(KnownError):
    """SQLite did not accept a setting that keeps answers safe."""

    code = "database.unsafe"
    exit_status = 45


class KeysMissing(KnownError):
    """No key slot opens the workspace."""

    code = "keys.missing"
    exit_status = 46


class KeysReadable(KnownError):
    """Others at this computer may read a file that opens the workspace."""

    code = "keys.readable"
    exit_status = 81


class StorageFailed(KnownError):
    """The operating system refused a read or write for another reason."""

    code = "workspace.io"
    exit_status = 47


class FolderMissing(KnownError):
    """The folder that something should be written to is not there and cannot be made."""

    code = "writing.no_folder"
    exit_status = 82


class TargetNotFile(KnownError):
    """What stands where a file should be written is a folder, a device, a pipe or the like."""

    code = "writing.not_a_file"
    exit_status = 83


class FolderRefused(KnownError):
    """The folder that something should be written to takes no files."""

    code = "writing.refused"
    exit_status = 84


class PrintingFailed(KnownError):
    """The printer, or the file that stands for it, took no pages."""

    code = "printing.failed"
    exit_status = 55
