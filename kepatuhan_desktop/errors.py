"""Name every way the world can fail us, each with a stable code and exit status.

`KnownError` is the world's fault and has a sentence in `messages.py`; `BugError` is ours.
"""

from typing import ClassVar


class KnownError(Exception):
    """A fault outside the program, with parameters for its sentence."""

    code: ClassVar[str]
    """Stable; never reused for another meaning (docs/formats/exit-codes.md)."""
    exit_status: ClassVar[int]
    """Process exit status of the command line."""

    def __init__(self, **parameters: object) -> None:
        self.parameters: dict[str, str] = {name: str(value) for name, value in parameters.items()}
        detail = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        super().__init__(f"{self.code}: {detail}" if detail else self.code)


class BugError(Exception):
    """The program contradicts itself; report it, nothing the user does can mend it."""


class InstrumentUnknown(KnownError):
    """No instrument of that id is installed."""

    code = "instrument.unknown"
    exit_status = 20


class InstrumentDamaged(KnownError):
    """A definition that does not hold what the format asks."""

    code = "instrument.damaged"
    exit_status = 21


class AnswersDamaged(KnownError):
    """A file of answers that does not fit the instrument."""

    code = "answers.damaged"
    exit_status = 22


class EvidenceMissing(KnownError):
    """The journal names a file that is not in the vault."""

    code = "evidence.missing"
    exit_status = 30


class EvidenceDamaged(KnownError):
    """A picture or document that cannot be read, or whose bytes changed."""

    code = "evidence.damaged"
    exit_status = 31


class EvidenceNotAccepted(KnownError):
    """A kind of file that is not evidence."""

    code = "evidence.not_accepted"
    exit_status = 32


class EvidenceTooLarge(KnownError):
    """More bytes or more pixels than the program will open."""

    code = "evidence.too_large"
    exit_status = 33


class EvidenceProtected(KnownError):
    """A document that opens only with a password."""

    code = "evidence.protected"
    exit_status = 34


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


class AssessmentUnknown(KnownError):
    """No assessment of that id."""

    code = "assessment.unknown"
    exit_status = 50


class AssessmentSealed(KnownError):
    """A sealed revision never changes."""

    code = "assessment.sealed"
    exit_status = 51


class NotReadyToSeal(KnownError):
    """Something still blocks signing."""

    code = "assessment.not_ready"
    exit_status = 52


class RecordUnknown(KnownError):
    """No institution, unit or other record of that id."""

    code = "record.unknown"
    exit_status = 53


class InputInvalid(KnownError):
    """A field is empty or impossible."""

    code = "input.invalid"
    exit_status = 54


class PrintingFailed(KnownError):
    """The printer, or the file that stands for it, took no pages."""

    code = "printing.failed"
    exit_status = 55
