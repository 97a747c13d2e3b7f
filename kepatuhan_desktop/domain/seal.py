"""The seal: what was signed, by whom, and exactly which entries it covers."""

import msgspec

from kepatuhan_desktop.domain.ids import Digest, EntryId
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person

Stroke = tuple[tuple[int, int, int], ...]
"""Points of one stroke: x 0–10000, y 0–4000, milliseconds since the first point."""


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """A signature drawn on the screen, or the refusal to give one."""

    role: str
    """`auditor` or `unit_head`."""
    person: Person
    strokes: tuple[Stroke, ...] = ()
    refused_because: str = ""
    """Reason for refusing; then there are no strokes."""


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """The same unit's sealed result of an earlier period."""

    period: str
    score: str
    category: str
    zone: str | None


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """Names everything that a sealed revision stands on."""

    revision: int
    """1, 2, 3 …: one more with every amendment."""
    amends: EntryId | None = None
    """The seal that this one corrects; None for the first."""
    covers: tuple[EntryId, ...]
    """The current entries at the moment of sealing, sorted."""
    entries: Digest
    """Digest of `covers`."""
    instrument: Digest
    scorecard: Digest
    """SHA-256 of the signed PDF; the file lies in the vault."""
    scorecard_size: int
    drawn: Digest
    """SHA-256 of the page content before any signature: the first `drawn_size` bytes of the PDF,
    which can be drawn again on any day."""
    drawn_size: int
    details: Digest
    """SHA-256 of the record that is attached to the PDF within the first signed revision."""
    paper: str
    """Text of the QR code on the page: a signature that survives printing."""
    score: str
    """Rounded total."""
    category: str
    zone: str | None
    sealed_at: str
    place: str
    signatures: tuple[Signature, ...]
    institution: Institution
    """This and the next three: as they stood on the signed scorecard; they may change later."""
    unit: Unit
    product: Product | None
    earlier: Earlier | None


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody was asked to sign and refused; slot `refusal/ROLE`."""

    role: str
    person: Person
    reason: str
    revision: int


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed assessment is opened again for a correction; slot `amendment`."""

    amends: EntryId
    """The seal entry that will be corrected; it stays as it is."""
    revision: int
    """The revision that the next seal will have."""
    reason: str


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A signature under a seal is withdrawn; slot `withdrawal/ROLE`. The seal itself stays."""

    seal: EntryId
    role: str
    person: Person
    reason: str
