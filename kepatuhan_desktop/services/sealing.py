"""Seal an assessment: sign exactly what was looked at, once, for good."""

import base64
import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain import record
from kepatuhan_desktop.domain.acts import SEAL, refusal_slot
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, Digest, EntryId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.scoring import NotScored, Score
from kepatuhan_desktop.domain.seal import (
    AUDITOR,
    UNIT_HEAD,
    Refusal,
    Seal,
    Signature,
)
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.errors import AssessmentSealed, EvidenceMissing, InputInvalid, NotReadyToSeal
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services import losses
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.services.scorecards import Drawing, Scorecards
from kepatuhan_desktop.storage.sightings import Sightings
from kepatuhan_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import Identities
    from kepatuhan_desktop.signing.sources import Source

__all__ = ["AUDITOR", "UNIT_HEAD", "OwnKey", "Plan", "Sealing", "Signed"]

LABEL = "TTE tidak tersertifikasi"
"""What PP 71/2019 (Pasal 60) calls a signature without an Indonesian PSrE's certificate."""
_ASSESSED = f"Menilai dan mengesahkan kartu nilai ini ({LABEL})"
_WITNESSED = f"Mengetahui kartu nilai ini, disaksikan auditor ({LABEL})"
_KNOWN = f"Mengetahui kartu nilai ini ({LABEL})"


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What will be signed; everything that the worker needs from the journal."""

    card: Scorecard
    total: Score
    covers: tuple[EntryId, ...]
    amends: EntryId | None
    """The seal that this one corrects."""
    device: DeviceId
    trusts: tuple[Trust, ...]
    """Who may vouch for the auditor's key."""
    issued: Changes
    """What became of the auditor's identity on the way."""

    @property
    def sealed_at(self) -> str:
        """The claimed moment of all signatures."""
        return self.card.sealed_at or ""

    def signature(self, role: str) -> Signature:
        """What that role gave."""
        return next(one for one in self.card.signatures if one.role == role)


class OwnKey(msgspec.Struct, frozen=True, kw_only=True):
    """A PKCS#12 file that the head of the unit brought along; it is not kept."""

    data: bytes
    name: str
    secret: str = ""
    """What opens it; empty before its owner was asked."""


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """A signed scorecard that lies in the vault, and no seal names it yet."""

    stored: StoredFile
    drawn: StoredFile
    """Digest and size of the drawn pages: the beginning of what is stored."""
    details: Digest
    """SHA-256 of the attached record."""
    paper: str
    signatures: tuple[str, ...] = ()
    """SHA-256 of each signature and of the code on the page: they were seen here first."""


class Sealing:
    """`prepare` on the journal's thread, `sign` on the worker, `seal` on the journal's thread."""

    def __init__(
        self,
        vault: Vault,
        sightings: Sightings,
        assessments: Assessments,
        scorecards: Scorecards,
        identities: "Identities",
        pen: Pen,
    ) -> None:
        self._vault = vault
        self._sightings = sightings
        self._assessments = assessments
        self._scorecards = scorecards
        self._identities = identities
        self._pen = pen

    def prepare(self, one: AssessmentId, signatures: tuple[Signature, ...], place: str) -> Plan:
        """What will be sealed; gives the auditor a certificate where there is none yet.

        Raises `AssessmentSealed`; `EvidenceLost` where a file is seen to be gone or cut;
        `NotReadyToSeal` where something is missing; `InputInvalid` without the auditor's
        signature, or where the head neither signed nor gave a reason.
        """
        overview = self._assessments.opened(one)
        state, total = overview.assessment, overview.result.total
        if state.is_sealed:
            raise AssessmentSealed(assessment=one)
        if overview.missing.lost:
            raise losses.refusal(overview.instrument, overview.missing.lost)
        if not overview.missing.is_nothing or isinstance(total, NotScored):
            raise NotReadyToSeal(assessment=one)
        by_role = {signature.role: signature for signature in signatures}
        auditor, head = by_role.get(AUDITOR), by_role.get(UNIT_HEAD)
        if auditor is None or not auditor.is_given or auditor.is_refused:
            raise InputInvalid(field="auditor_signature")
        # Signed or refused, and never both.
        if head is None or head.is_given == head.is_refused:
            raise InputInvalid(field="unit_signature")
        if not auditor.person.name.strip():
            raise InputInvalid(field="auditor_signature")
        if not head.person.name.strip():
            raise InputInvalid(field="unit_signature")
        if not place.strip():
            raise InputInvalid(field="place")
        issued = self._identities.ensure()
        card = self._scorecards.compose(
            state, sealed_at=self._pen.now(), place=place.strip(), signatures=signatures
        )
        return Plan(
            card=card,
            total=total,
            covers=state.covered(),
            amends=state.seal_id,
            device=self._identities.status().device,
            trusts=self._identities.trust(),
            issued=issued,
        )

    def warm_up(self) -> None:
        """Load what signing needs, which takes more than a second. For the worker."""
        from kepatuhan_desktop.reports import scorecard  # noqa: F401, PLC0415 - see above
        from kepatuhan_desktop.signing import pades, witnessed  # noqa: F401, PLC0415 - see above

    def read_head_key(self, path: Path) -> OwnKey:
        """The head's own PKCS#12 file, still closed. For the worker; raises `KeyNotUsable`."""
        from kepatuhan_desktop.services.identities import (  # noqa: PLC0415 - only to sign
            read_key_file,
        )
        from kepatuhan_desktop.signing import sources  # noqa: PLC0415 - see `warm_up`

        data = read_key_file(path)
        sources.examine_pkcs12(data, name=path.name)
        return OwnKey(data=data, name=path.name)

    def try_head_key(self, own: OwnKey) -> OwnKey:
        """Whether it opens and may sign now. For the worker; raises `SecretWrong`, `KeyNotUsable`.

        Before anything is drawn, so that its owner hears of it while they are asked.
        """
        from kepatuhan_desktop.signing import sources  # noqa: PLC0415 - see `warm_up`

        at = datetime.fromisoformat(self._pen.now())
        sources.open_pkcs12(own.data, own.secret, name=own.name, at=at).close()
        return own

    def sign(
        self,
        plan: Plan,
        secret: str = "",
        progress: Progress | None = None,
        *,
        head_key: OwnKey | None = None,
    ) -> Signed:
        """Draw, sign and store a scorecard. For the worker.

        `secret` opens the auditor's own key where that is used. The head signs with `head_key`,
        or with a key for this act that the auditor witnesses. Raises what the keys' sources
        raise (`SecretWrong` …), `EvidenceLost` where a file that the scorecard names is not what
        was attached, and `DiskFull`, `WorkspaceReadOnly`, `StorageFailed`.
        """
        watched = progress or Unwatched()
        with self._identities.signer(secret) as auditor:
            if plan.signature(UNIT_HEAD).is_refused:
                return self._sign(plan, auditor, None, watched)
            with _head(plan, head_key) as head:
                reason = _KNOWN if head_key else _WITNESSED
                return self._sign(plan, auditor, (head, reason), watched)

    def seal(self, one: AssessmentId, plan: Plan, signed: Signed) -> Changes:
        """Append the seal that names the stored PDF, and the refusal where there is one.

        Raises `NotReadyToSeal` where the assessment has changed since `prepare`,
        `AssessmentSealed`, and `EvidenceMissing` where the PDF does not lie in the vault.
        """
        state = self._assessments.get(one)
        if state.is_sealed:
            raise AssessmentSealed(assessment=one)
        if state.covered() != plan.covers or state.seal_id != plan.amends:
            raise NotReadyToSeal(assessment=one)
        if not self._vault.holds(signed.stored.digest):
            raise EvidenceMissing(name=signed.stored.digest[:12])
        # First, so that a disk that takes no more leaves the assessment open: a signature that
        # was seen and never sealed harms nobody.
        self._sightings.note(signed.signatures, datetime.fromisoformat(self._pen.now()))
        written = self._pen.write(*_drafts(state, plan, signed))
        return plan.issued.union(written)

    def pdf(self, one: AssessmentId) -> bytes:
        """The PDF as it was signed.

        Raises `EvidenceMissing`, `EvidenceDamaged`; `NotReadyToSeal` where nothing is sealed.
        """
        seal = self._assessments.get(one).seal
        if seal is None:
            raise NotReadyToSeal(assessment=one)
        return self.pdf_of(seal)

    def pdf_of(self, seal: Seal) -> bytes:
        """What a seal names, for the worker; raises `EvidenceMissing`, `EvidenceDamaged`."""
        return self._vault.load(seal.scorecard)

    def _sign(
        self, plan: Plan, auditor: "Source", head: "tuple[Source, str] | None", progress: Progress
    ) -> Signed:
        from kepatuhan_desktop.signing import pades, paper  # noqa: PLC0415 - only to sign

        losses.require_whole(plan.card, self._vault, progress)
        card, certificates = plan.card, {AUDITOR: _digest(auditor.certificate)}
        if head is not None:
            certificates[UNIT_HEAD] = _digest(head[0].certificate)
        details = record.compose(
            card,
            amends=plan.amends,
            covers=plan.covers,
            device=plan.device,
            certificates=certificates,
        )
        code = paper.write(
            self._identities.device_key(),
            paper.facts(
                assessment=card.assessment,
                revision=card.revision,
                record=_digest(details),
                score=plan.total.value,
                category=plan.total.category,
                sealed_at=plan.sealed_at,
                device=plan.device,
            ),
        )
        drawing = self._scorecards.draw(card, code, _digest(details), progress)
        pdf = _signed(plan, drawing, details, auditor, head)
        return Signed(
            stored=self._vault.store(pdf),
            drawn=StoredFile(digest=_digest(drawing.pdf), size=len(drawing.pdf)),
            details=_digest(details),
            paper=code,
            signatures=(*pades.digests(pdf), paper.digest(code)),
        )


def _head(plan: Plan, own: OwnKey | None) -> "Source":
    from kepatuhan_desktop.signing import sources, witnessed  # noqa: PLC0415 - see `warm_up`

    at = datetime.fromisoformat(plan.sealed_at)
    if own is not None:
        return sources.open_pkcs12(own.data, own.secret, name=own.name, at=at)
    return witnessed.witness(plan.signature(UNIT_HEAD).person, at)


def _signed(
    plan: Plan,
    drawing: Drawing,
    details: bytes,
    auditor: "Source",
    head: "tuple[Source, str] | None",
) -> bytes:
    from kepatuhan_desktop.signing import pades  # noqa: PLC0415 - see `Sealing.warm_up`

    card, at = plan.card, datetime.fromisoformat(plan.sealed_at)
    first, second = plan.signature(AUDITOR), plan.signature(UNIT_HEAD)
    pdf = pades.certify(
        drawing.pdf,
        source=auditor,
        at=at,
        attachments={
            record.RECORD: details,
            record.INSTRUMENT: codec.canonical(card.instrument),
        },
        frames=drawing.frames,
        strokes=first.strokes,
        trust=_voucher(auditor, plan.trusts),
        reason=_ASSESSED,
        location=card.place,
        name=first.person.name,
        awaits_head=head is not None,
    )
    if head is None:
        return pdf
    source, reason = head
    return pades.countersign(
        pdf,
        source=source,
        at=at,
        strokes=second.strokes,
        reason=reason,
        location=card.place,
        name=second.person.name,
    )


def _voucher(source: "Source", trusts: tuple[Trust, ...]) -> Trust | None:
    chain = {base64.b64encode(one).decode("ascii") for one in source.chain}
    return next((one for one in trusts if chain.intersection(one.roots)), None)


def _drafts(state: Assessment, plan: Plan, signed: Signed) -> Iterator[Draft]:
    card, total = plan.card, plan.total
    seal = Seal(
        revision=card.revision,
        amends=plan.amends,
        covers=plan.covers,
        entries=card.journal,
        instrument=card.instrument.digest,
        scorecard=signed.stored.digest,
        scorecard_size=signed.stored.size,
        drawn=signed.drawn.digest,
        drawn_size=signed.drawn.size,
        details=signed.details,
        paper=signed.paper,
        score=total.value,
        category=total.category,
        zone=total.zone,
        sealed_at=plan.sealed_at,
        place=card.place,
        signatures=card.signatures,
        institution=card.institution,
        unit=card.unit,
        product=card.product,
        earlier=card.earlier,
        corrects=card.corrects,
    )
    yield Draft(
        kind=Kind.SEAL,
        record=state.record,
        slot=SEAL,
        value=codec.plain(seal),
        replaces=state.seen(SEAL),
    )
    for one in card.signatures:
        if one.is_refused:
            slot = refusal_slot(one.role)
            refusal = Refusal(
                role=one.role,
                person=one.person,
                reason=one.refused_because,
                revision=card.revision,
            )
            yield Draft(
                kind=Kind.REFUSAL,
                record=state.record,
                slot=slot,
                value=codec.plain(refusal),
                replaces=state.seen(slot),
            )


def _digest(data: bytes) -> Digest:
    return Digest(hashlib.sha256(data).hexdigest())
