"""The rows of a record that is attached to a signed scorecard (docs/formats/record.md)."""

from typing import Literal

import msgspec

from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import (
    CategoryId,
    DeviceId,
    Digest,
    EntryId,
    IndicatorId,
    InstrumentId,
    NodeId,
    OptionId,
)
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Corrected, Earlier


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Exact(_Part, frozen=True, kw_only=True):
    """A fraction in lowest terms; strings, because JSON readers lose digits of long numbers."""

    numerator: str
    denominator: str


class CategoryRow(_Part, frozen=True, kw_only=True):
    """A category and the lowest rounded score that has it."""

    id: CategoryId
    lowest: str
    zone: str | None


class InstrumentRow(_Part, frozen=True, kw_only=True):
    """What was asked, and how the total is named."""

    id: InstrumentId
    version: str
    digest: Digest
    """SHA-256 of the attached `instrument.json`."""
    title: str
    maximum: str
    places: int
    rounding: Literal["half_up"]
    weights_are_official: bool
    categories: tuple[CategoryRow, ...]
    """From best to worst: the first one whose lowest score is reached."""


class NodeRow(_Part, frozen=True, kw_only=True):
    """A component or a group of them: its share is the weighted mean of what lies below."""

    id: NodeId
    parent: NodeId | None
    code: str
    title: str
    weight: str
    share: Exact | None
    """What it has earned, 0 to 1; None where nothing below is applicable."""
    score: str | None
    """The share times the maximum, rounded as it is printed."""


class IndicatorRow(_Part, frozen=True, kw_only=True):
    """One question with its answer."""

    id: IndicatorId
    code: str
    path: tuple[NodeId, ...]
    """From the top node to the component that holds it."""
    weight: str
    option: OptionId | None
    """What was chosen; None where it does not apply."""
    value: str | None
    """What the option earns, 0 to 1; None where it does not apply: no part of any mean."""
    not_applicable: str | None
    """Why it does not apply; None where it does."""
    note: str
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


class TotalRow(_Part, frozen=True, kw_only=True):
    """The number that is printed large."""

    value: str
    exact: Exact
    """Before rounding: the mean of the top nodes' shares, times the maximum."""
    category: CategoryId
    zone: str | None


class JournalRow(_Part, frozen=True, kw_only=True):
    """The entries that the record was made from."""

    covers: tuple[EntryId, ...]
    digest: Digest
    """SHA-256 over the sorted ids, one a line."""


class SignerRow(_Part, frozen=True, kw_only=True):
    """Who was asked to sign, and what came of it."""

    role: str
    person: Person
    refused_because: str
    strokes: Digest | None
    """SHA-256 of the drawn strokes' canonical JSON; None where there are none."""
    certificate: Digest | None
    """SHA-256 of the certificate (DER) that signs for this person; None for who refused."""


class Record(_Part, frozen=True, kw_only=True):
    """Everything that a seal stands on."""

    format: Literal[1]
    assessment: str
    revision: int
    amends: EntryId | None
    corrects: Corrected | None
    sealed_at: str
    place: str
    device: DeviceId
    institution: Institution
    unit: Unit
    product: Product | None
    profile: Profile
    earlier: Earlier | None
    instrument: InstrumentRow
    indicators: tuple[IndicatorRow, ...]
    nodes: tuple[NodeRow, ...]
    """Parents before what lies below them."""
    total: TotalRow
    remark: str
    journal: JournalRow
    signers: tuple[SignerRow, ...]

    @property
    def countersigner(self) -> Digest | None:
        """SHA-256 of the certificate that the head of the unit signs with."""
        return next((one.certificate for one in self.signers if one.role == "unit_head"), None)
