"""The scorecard: everything that stands on the printed page, as one frozen value."""

import msgspec

from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import Digest, IndicatorId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.scoring import Answer, Result
from kepatuhan_desktop.domain.seal import Corrected, Earlier, Signature

__all__ = ["Corrected", "Earlier", "Line", "Scorecard"]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One indicator on the scorecard."""

    indicator: IndicatorId
    answer: Answer | None
    note: str
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


class Scorecard(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed; two equal scorecards give the same bytes."""

    assessment: str
    instrument: Instrument
    institution: Institution
    unit: Unit
    product: Product | None
    profile: Profile
    result: Result
    lines: tuple[Line, ...]
    """Every indicator, in the instrument's order."""
    remark: str
    earlier: Earlier | None
    journal: Digest
    """Digest of the entries that the scorecard shows."""
    sealed_at: str | None
    """None: a draft, and every page says so."""
    place: str
    signatures: tuple[Signature, ...]
    revision: int = 1
    """1, 2, 3 …: of a draft the one that its seal would have."""
    corrects: Corrected | None = None
    """Printed as "Revisi 2, mengoreksi revisi 1 (…): reason"; None for the first."""
    lost: tuple[Digest, ...] = ()
    """Evidence of a draft whose files are not here whole; nothing is sealed with any."""
