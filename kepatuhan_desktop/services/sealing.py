"""Seal an assessment: sign exactly what was looked at, once, for good."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.assessment import SEAL
from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.scoring import NotScored
from kepatuhan_desktop.domain.seal import Seal, Signature
from kepatuhan_desktop.errors import AssessmentSealed, EvidenceMissing, InputInvalid, NotReadyToSeal
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.services.scorecards import Scorecards
from kepatuhan_desktop.storage.vault import Vault

AUDITOR = "auditor"
UNIT_HEAD = "unit_head"


class Sealing:
    """`prepare` on the journal's thread, draw on the worker, `seal` on the journal's thread."""

    def __init__(
        self, vault: Vault, assessments: Assessments, scorecards: Scorecards, pen: Pen
    ) -> None:
        self._vault = vault
        self._assessments = assessments
        self._scorecards = scorecards
        self._pen = pen

    def prepare(
        self, one: AssessmentId, signatures: tuple[Signature, ...], place: str
    ) -> Scorecard:
        """The scorecard that will be sealed.

        Raises `AssessmentSealed`; `NotReadyToSeal` where something is missing; `InputInvalid`
        without the auditor's signature, or where the head neither signed nor gave a reason.
        """
        overview = self._assessments.overview(one)
        if overview.assessment.seal is not None:
            raise AssessmentSealed(assessment=one)
        if not overview.missing.is_nothing or isinstance(overview.result.total, NotScored):
            raise NotReadyToSeal(assessment=one)
        by_role = {signature.role: signature for signature in signatures}
        auditor, head = by_role.get(AUDITOR), by_role.get(UNIT_HEAD)
        if auditor is None or not auditor.strokes or not auditor.person.name.strip():
            raise InputInvalid(field="auditor_signature")
        if (
            head is None
            or not (head.strokes or head.refused_because.strip())
            or not head.person.name.strip()
        ):
            raise InputInvalid(field="unit_signature")
        if not place.strip():
            raise InputInvalid(field="place")
        return self._scorecards.compose(
            overview.assessment,
            sealed_at=self._pen.now(),
            place=place.strip(),
            signatures=signatures,
        )

    def keep(self, pdf: bytes) -> StoredFile:
        """Store a drawn scorecard durably, for `seal`. For the worker.

        Raises `DiskFull`, `WorkspaceReadOnly`, `StorageFailed`.
        """
        return self._vault.store(pdf)

    def seal(self, one: AssessmentId, card: Scorecard, pdf: bytes | StoredFile) -> Changes:
        """Append the seal that names the PDF, which is stored first unless `keep` did so.

        Raises `NotReadyToSeal` where the assessment has changed since `prepare`,
        `EvidenceMissing` where the PDF was not kept.
        """
        state = self._assessments.get(one)
        if state.seal is not None:
            raise AssessmentSealed(assessment=one)
        covers = state.covered()
        total = card.result.total
        if (
            chain.digest(covers) != card.journal
            or isinstance(total, NotScored)
            or card.sealed_at is None
        ):
            raise NotReadyToSeal(assessment=one)
        stored = self.keep(pdf) if isinstance(pdf, bytes) else pdf
        if not self._vault.holds(stored.digest):
            raise EvidenceMissing(name=stored.digest[:12])
        seal = Seal(
            revision=1,
            covers=covers,
            entries=card.journal,
            instrument=card.instrument.digest,
            scorecard=stored.digest,
            scorecard_size=stored.size,
            score=total.value,
            category=total.category,
            zone=total.zone,
            sealed_at=card.sealed_at,
            place=card.place,
            signatures=card.signatures,
            institution=card.institution,
            unit=card.unit,
            product=card.product,
            earlier=card.earlier,
        )
        return self._pen.write(
            Draft(
                kind=Kind.SEAL,
                record=state.record,
                slot=SEAL,
                value=codec.plain(seal),
                replaces=state.seen(SEAL),
            )
        )

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
