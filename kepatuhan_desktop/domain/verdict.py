"""What can be said about a signed file or paper: four statements a signer, and a new reckoning.

There is no single "valid": a page that nobody changed may come from a stranger, and a
known auditor's clock may be wrong. Each statement has a code, which is a promise
(docs/formats/verdicts.md), and parameters; its sentence lives in `statements`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

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


_GOOD, _DOUBTFUL, _BAD, _UNKNOWN = Grade.GOOD, Grade.DOUBTFUL, Grade.BAD, Grade.UNKNOWN

GRADES: Mapping[str, Grade] = MappingProxyType(
    {
        "unchanged.ok": _GOOD,
        "unchanged.bundle": _GOOD,
        "unchanged.extended": _GOOD,
        "unchanged.paper": _GOOD,
        "unchanged.supplemented": _GOOD,
        "unchanged.action": _BAD,
        "unchanged.addition": _BAD,
        "unchanged.annotation": _BAD,
        "unchanged.attachment": _BAD,
        "unchanged.bundle_damaged": _BAD,
        "unchanged.bundle_signature": _BAD,
        "unchanged.bundle_unsafe": _BAD,
        "unchanged.certification": _BAD,
        "unchanged.coverage": _BAD,
        "unchanged.digest": _BAD,
        "unchanged.field": _BAD,
        "unchanged.padding": _BAD,
        "unchanged.page": _BAD,
        "unchanged.paper_signature": _BAD,
        "unchanged.permissions": _BAD,
        "unchanged.recycled": _BAD,
        "unchanged.signature": _BAD,
        "unchanged.structure": _BAD,
        "unchanged.validation_data": _BAD,
        "unchanged.unchecked": _UNKNOWN,
        "who.enrolled": _GOOD,
        "who.certificate": _GOOD,
        "who.registered_since": _GOOD,
        "who.witnessed": _GOOD,
        "who.self_issued": _DOUBTFUL,
        "who.namesake": _BAD,
        "who.not_named": _BAD,
        "who.device": _UNKNOWN,
        "who.unproven": _UNKNOWN,
        "trusted.ok": _GOOD,
        "trusted.renewed": _GOOD,
        "trusted.replaced_root": _GOOD,
        "trusted.witnessed": _GOOD,
        "trusted.before_certificate": _DOUBTFUL,
        "trusted.expired_since": _DOUBTFUL,
        "trusted.namesake": _DOUBTFUL,
        "trusted.no_revocation_data": _DOUBTFUL,
        "trusted.nobody": _DOUBTFUL,
        "trusted.old_revocation_data": _DOUBTFUL,
        "trusted.registered_since": _DOUBTFUL,
        "trusted.revoked_later": _DOUBTFUL,
        "trusted.self_stamped": _DOUBTFUL,
        "trusted.unknown_issuer": _DOUBTFUL,
        "trusted.unlisted": _DOUBTFUL,
        "trusted.chain": _BAD,
        "trusted.expired": _BAD,
        "trusted.key_usage": _BAD,
        "trusted.not_yet": _BAD,
        "trusted.revoked": _BAD,
        "trusted.role": _BAD,
        "trusted.same_name": _BAD,
        "trusted.not_checked": _UNKNOWN,
        "when.ok": _GOOD,
        "when.first_seen": _GOOD,
        "when.paper": _GOOD,
        "when.clock": _DOUBTFUL,
        "when.clock_here": _DOUBTFUL,
        "when.missing": _UNKNOWN,
        "when.unproven": _UNKNOWN,
        "score.ok": _GOOD,
        "score.no_scorecards": _GOOD,
        "score.scorecards": _GOOD,
        "score.page_unreadable": _DOUBTFUL,
        "score.paper": _DOUBTFUL,
        "score.scorecards_doubtful": _DOUBTFUL,
        "score.category_differs": _BAD,
        "score.differs": _BAD,
        "score.instrument_differs": _BAD,
        "score.record_damaged": _BAD,
        "score.record_differs": _BAD,
        "score.record_missing": _BAD,
        "score.scorecards_differ": _BAD,
        "score.not_reckoned": _UNKNOWN,
        "score.scorecards_unknown": _UNKNOWN,
        "note.known": _GOOD,
        "note.own_certificate": _GOOD,
        "note.refused": _GOOD,
        "note.stamp": _GOOD,
        "note.timestamp": _GOOD,
        "note.uncertified": _GOOD,
        "note.amended": _DOUBTFUL,
        "note.auditor_differs": _DOUBTFUL,
        "note.device_differs": _DOUBTFUL,
        "note.code_on_page": _DOUBTFUL,
        "note.entries_refused": _DOUBTFUL,
        "note.head_differs": _DOUBTFUL,
        "note.instrument_unknown": _DOUBTFUL,
        "note.one_key": _DOUBTFUL,
        "note.more_codes": _DOUBTFUL,
        "note.scorecard_doubtful": _DOUBTFUL,
        "note.scorecards_missing": _DOUBTFUL,
        "note.scorecards_more": _DOUBTFUL,
        "note.sealed_at_differs": _DOUBTFUL,
        "note.withdrawn": _DOUBTFUL,
        "note.bundle_differs": _BAD,
        "note.countersignature_missing": _BAD,
        "note.damaged": _BAD,
        "note.drawn_differs": _BAD,
        "note.encrypted": _BAD,
        "note.forged_revocations": _BAD,
        "note.scorecard_bad": _BAD,
        "note.seal_differs": _BAD,
        "note.too_complex": _BAD,
        "note.unsigned": _BAD,
        "note.scorecard_unknown": _UNKNOWN,
    }
)
"""How each code is to be taken; a code never changes its grade."""


def say(code: str, **parameters: str) -> Statement:
    """The statement of `code`, with the grade that the code has."""
    return Statement(code=code, grade=GRADES[code], parameters=parameters)


class SignerVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """The four statements about one signature."""

    role: str
    """`auditor`, `unit_head`, `stamp` (the later certified one) or `other`; `sender` of a
    bundle."""
    unchanged: Statement
    """Whether the bytes are those that were signed, and what was added since."""
    who: Statement
    """Whose key it was, in the certificate's own words."""
    trusted: Statement
    """Who vouches for that key."""
    when: Statement
    """When it claims to have been made, and what bounds that from outside."""
    digest: str = ""
    """SHA-256 of the signature itself: by it a device knows when it saw the signature first."""

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
    digest: str = ""
    """SHA-256 of the file, or of the code's text."""
    drawn: str = ""
    """SHA-256 of the page as it was before any signature; of a signed PDF only."""
    record: str = ""
    """SHA-256 of the attached record, or its beginning that the code on paper gives."""
    enclosed: tuple["Verdict", ...] = ()
    """What can be said about each sealed scorecard in a bundle; `score` and `notes` sum it up."""

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
        return worst(self.statements)

    @property
    def gravest(self) -> Statement:
        """The first statement that is as bad as the whole."""
        # Without a signature the notes say more than what the score is measured by.
        said = self.statements if self.signers else (*self.notes, self.score)
        return next((one for one in said if one.grade is self.grade), said[0])


def worst(statements: Iterable[Statement]) -> Grade:
    """The worst grade of some statements; good where there are none."""
    return min((one.grade for one in statements), key=_WORST_FIRST.index, default=Grade.GOOD)


_WORST_FIRST = (Grade.BAD, Grade.UNKNOWN, Grade.DOUBTFUL, Grade.GOOD)
