"""The seal: what was signed, by whom, and exactly which entries it covers."""

import msgspec

from kepatuhan_desktop.domain.ids import Digest, EntryId, IndicatorId
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person

AUDITOR, UNIT_HEAD = "auditor", "unit_head"
"""The roles that are asked to sign."""
FIELDS = {AUDITOR: "Auditor", UNIT_HEAD: "KepalaUnit"}
"""Names of the signature fields in the PDF, by role."""
STAMP_FIELD = "TTE"
"""The field that stays free for a later certified signature."""

PAD_WIDTH, PAD_HEIGHT = 10_000, 4_000
"""The surface that is drawn on; a stroke lies within, whatever its points claim."""

Stroke = tuple[tuple[int, int, int], ...]
"""Points of one stroke: x 0–10000, y 0–4000, milliseconds since the first point."""


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle on a page, in points from the lower left corner."""

    page: int
    """Counted from 0."""
    x: float
    y: float
    width: float
    height: float


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """A signature drawn on the screen, or the refusal to give one."""

    role: str
    """`auditor` or `unit_head`."""
    person: Person
    strokes: tuple[Stroke, ...] = ()
    refused_because: str = ""
    """Reason for refusing; then there are no strokes."""

    @property
    def is_given(self) -> bool:
        """Whether something was drawn; a pad that was only touched holds empty strokes."""
        return any(self.strokes)

    @property
    def is_refused(self) -> bool:
        """Whether there is a reason for refusing."""
        return bool(self.refused_because.strip())


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """The same unit's sealed result of an earlier period."""

    period: str
    score: str
    category: str
    zone: str | None


class Corrected(msgspec.Struct, frozen=True, kw_only=True):
    """What a later revision corrects, as its page says it."""

    revision: int
    digest: Digest
    """The corrected seal's `details`: the digest that the code on its page names."""
    reason: str


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
    corrects: Corrected | None = None
    """What the signed page says about the revision that this one corrects; None for the first."""


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
    late: tuple[EntryId, ...] = ()
    """Entries that had come after the seal, as whoever opened it saw them; sorted."""


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A signature under a seal is withdrawn; slot `withdrawal/ROLE`. The seal itself stays."""

    seal: EntryId
    role: str
    person: Person
    reason: str


class Return(msgspec.Struct, frozen=True, kw_only=True):
    """Headquarters sends a sealed assessment back; slot `return/SEAL`. The seal itself stays."""

    seal: EntryId
    reason: str
    comments: dict[IndicatorId, str]
    """What is to be looked at again, by question; none where the reason says it all."""
    person: Person


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """The sealed PDF came back with a certified signature added; slot `stamp/SEAL`."""

    seal: EntryId
    digest: Digest
    """SHA-256 of the stamped PDF, which begins with the sealed one; it lies in the vault."""
    size: int
    name: str
    """Who stamped, as the certificate says it."""
    issuer: str
    claimed_at: str
    """The moment that the stamp claims, ISO 8601; empty where it names none."""
