"""Compose scorecards from what the journal holds, and draw them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.scorecard import Line, Scorecard
from kepatuhan_desktop.domain.scoring import score
from kepatuhan_desktop.domain.seal import Frame, Signature
from kepatuhan_desktop.errors import BugError, EvidenceDamaged, EvidenceMissing
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services import losses
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.attaching import Attaching
from kepatuhan_desktop.storage.journal import Journal

if TYPE_CHECKING:
    from kepatuhan_desktop.reports.paper_code import Code


class Drawing(NamedTuple):
    """Drawn pages, ready to be signed."""

    pdf: bytes
    frames: Mapping[str, Frame]
    """Where the signature fields go, by their names."""


class Scorecards:
    """The scorecards of a workspace."""

    def __init__(self, journal: Journal, assessments: Assessments, attaching: Attaching) -> None:
        self._journal = journal
        self._assessments = assessments
        self._attaching = attaching

    def draft(self, one: AssessmentId) -> Scorecard:
        """The scorecard of the present state, unsigned; it says which evidence is lost."""
        card = self.compose(self._assessments.get(one), sealed_at=None, place="", signatures=())
        lost = tuple(sorted(self._assessments.overview(one).lost))
        return msgspec.structs.replace(card, lost=lost)

    def sealed(self, one: AssessmentId, revision: int | None = None) -> Scorecard:
        """The scorecard of a sealed revision, whatever came afterwards; the present one's
        without a number.
        """
        then = self._assessments.as_sealed(one, revision)
        if then is None or then.seal is None:
            raise BugError(f"{one} is not sealed")
        seal = then.seal
        card = self.compose(
            then, sealed_at=seal.sealed_at, place=seal.place, signatures=seal.signatures
        )
        return msgspec.structs.replace(
            card,
            institution=seal.institution,
            unit=seal.unit,
            product=seal.product,
            earlier=seal.earlier,
            revision=seal.revision,
            corrects=seal.corrects,
        )

    def compose(
        self,
        state: Assessment,
        *,
        sealed_at: str | None,
        place: str,
        signatures: tuple[Signature, ...],
    ) -> Scorecard:
        """The scorecard of a state."""
        overview = self._assessments.overview(state.id)
        instrument = overview.instrument
        pieces: dict[str, list[tuple[int, str, Evidence]]] = {}
        for name, piece in state.evidence.items():
            pieces.setdefault(piece.indicator, []).append((piece.order, name, piece))
        lines = tuple(
            Line(
                indicator=indicator,
                answer=state.answers.get(indicator),
                note=state.notes.get(indicator, ""),
                evidence=tuple(
                    piece
                    for _, _, piece in sorted(pieces.get(indicator, []), key=lambda row: row[:2])
                ),
                findings=tuple(finding for _, finding in state.findings_of(indicator)),
            )
            for indicator in instrument.indicators
        )
        return Scorecard(
            assessment=state.id,
            instrument=instrument,
            institution=overview.institution,
            unit=overview.unit,
            product=overview.product,
            profile=state.profile,
            result=score(instrument, state.answers),
            lines=lines,
            remark=state.remark,
            earlier=overview.earlier,
            journal=chain.digest(state.covered()),
            sealed_at=sealed_at,
            place=place,
            signatures=signatures,
            revision=state.revision,
            corrects=state.corrects,
        )

    def draw(
        self, card: Scorecard, code: str, details: Digest, progress: Progress | None = None
    ) -> Drawing:
        """The pages of a scorecard that will be signed, in Indonesian. For the worker.

        `code` is the text of the QR code, `details` the digest of the record. The same
        arguments give the same bytes on any day. Raises `EvidenceLost` rather than to leave a
        picture out.
        """
        from kepatuhan_desktop.reports.paper_code import Code  # noqa: PLC0415 - see `_draw`

        def required(piece: Evidence) -> bytes | None:
            try:
                return self._picture(piece)
            except EvidenceMissing as error:
                raise losses.refusal(card.instrument, [piece]) from error

        return self._draw(card, "id", Code(text=code, record=details), progress, required)

    def render(
        self, card: Scorecard, progress: Progress | None = None, language: str = "id"
    ) -> bytes:
        """The PDF. For the worker; the same scorecard gives the same bytes.

        A picture that is missing or damaged becomes a frame that says so.
        """
        return self._draw(card, language, None, progress, self._picture).pdf

    def _draw(
        self,
        card: Scorecard,
        language: str,
        code: "Code | None",
        progress: Progress | None,
        pictures: Callable[[Evidence], bytes | None],
    ) -> Drawing:
        from kepatuhan_desktop.reports import scorecard  # noqa: PLC0415 - ReportLab costs half a second

        drawn = scorecard.draw(
            card,
            pictures=pictures,
            language=language,
            code=code,
            progress=progress or Unwatched(),
        )
        return Drawing(drawn.pdf, drawn.frames)

    def _picture(self, piece: Evidence) -> bytes | None:
        """None for what is no picture, or one that no decoder takes; raises `EvidenceMissing`."""
        try:
            return self._attaching.copies(piece).print_copy
        except (EvidenceMissing, EvidenceDamaged) as error:
            if self._attaching.is_whole(piece):
                return None
            raise EvidenceMissing(name=piece.name) from error
