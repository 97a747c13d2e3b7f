"""What can be the matter with instruments, evidence and the work on an assessment."""

from kepatuhan_desktop.errors.kinds import KnownError


class InstrumentUnknown(KnownError):
    """No instrument of that id is installed."""

    code = "instrument.unknown"
    exit_status = 20


class InstrumentDamaged(KnownError):
    """A definition that does not hold what the format asks."""

    code = "instrument.damaged"
    exit_status = 21


class InstrumentTaken(KnownError):
    """Another definition of that id and version is installed already."""

    code = "instrument.taken"
    exit_status = 85


class UnitsDamaged(KnownError):
    """A register of units that cannot be loaded as it is."""

    code = "units.damaged"
    exit_status = 86


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


class EvidenceLost(KnownError):
    """An assessment names evidence whose file is not here, or not whole; it is not sealed."""

    code = "evidence.lost"
    exit_status = 87


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


class EvidenceUnreadable(KnownError):
    """What was offered as evidence is no file, or cannot be read where it lies."""

    code = "evidence.unreadable"
    exit_status = 88


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


class AssessmentNotSealed(KnownError):
    """There is no seal that could be corrected or withdrawn from, or it is open already."""

    code = "assessment.not_sealed"
    exit_status = 56


class AmendmentChanged(KnownError):
    """A correction in which something was changed cannot be given up."""

    code = "amendment.changed"
    exit_status = 57
