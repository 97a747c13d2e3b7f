"""What can be said about a signed file or paper: four statements a signer, and a new reckoning.

There is no single "valid": a page that nobody changed may come from a stranger, and a
known auditor's clock may be wrong. Each statement has a code, which is a promise
(docs/formats/verdicts.md), and parameters; its sentence lives in `messages`.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Grade(StrEnum):
    """How a statement should be taken."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    """True as far as it goes; a person has to decide."""
    BAD = "bad"
    UNKNOWN = "unknown"
    """Nothing can be said, for a reason that the code names."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a verdict."""

    code: str
    """Such as `unchanged.ok`, `who.self_issued`, `trusted.revoked`, `when.clock`."""
    grade: Grade
    parameters: Mapping[str, str] = {}


class SignerVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """The four statements about one signature."""

    role: str
    """`auditor`, `unit_head`, `stamp` (the later certified one) or `other`."""
    unchanged: Statement
    """Whether the bytes are those that were signed, and what was added since."""
    who: Statement
    """Whose key it was, in the certificate's own words."""
    trusted: Statement
    """Who vouches for that key."""
    when: Statement
    """When it claims to have been made, and what bounds that from outside."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All four, in the order in which they are read."""
        return (self.unchanged, self.who, self.trusted, self.when)


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says it is about; only as good as the statements beside it."""

    assessment: str
    revision: int
    institution: str
    unit: str
    product: str
    period: str
    instrument: str
    """Id and version."""
    score: str
    """Decimal string as printed, such as `88.26`."""
    category: str
    zone: str | None
    sealed_at: str
    """ISO 8601 with offset, as claimed."""
    place: str


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be said about one file."""

    source: str
    """`pdf`, `paper` (the code on a page) or `bundle`."""
    signers: tuple[SignerVerdict, ...]
    score: Statement
    """Whether the attached record, reckoned anew, gives the printed number (`score.…`)."""
    printed: Printed | None
    notes: tuple[Statement, ...] = ()
    """What else a reader must know: withdrawn, amended by a later revision, seen before …"""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement."""
        of_signers = tuple(one for signer in self.signers for one in signer.statements)
        return (*of_signers, self.score, *self.notes)

    @property
    def grade(self) -> Grade:
        """The worst of all statements; no signature at all is bad."""
        if not self.signers:
            return Grade.BAD
        order = (Grade.BAD, Grade.UNKNOWN, Grade.DOUBTFUL, Grade.GOOD)
        return min((one.grade for one in self.statements), key=order.index)
