"""Say what is still missing before an assessment can be signed."""

from collections.abc import Collection
from functools import lru_cache

import msgspec

from kepatuhan_desktop.domain.acts import is_act
from kepatuhan_desktop.domain.assessment import Assessment, Status
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import Digest, EvidenceId, IndicatorId, OptionId, Slot
from kepatuhan_desktop.domain.instrument import (
    EvidenceRule,
    Indicator,
    Instrument,
    Option,
    OptionScale,
)
from kepatuhan_desktop.domain.scoring import Answer, Chosen


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence whose file is not here whole: lost, damaged, or still on its way."""

    indicator: IndicatorId
    evidence: EvidenceId
    name: str
    """That of the file as it was attached."""


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """What keeps an assessment from being signed; all in the instrument's order."""

    unanswered: tuple[IndicatorId, ...]
    evidence: tuple[tuple[IndicatorId, EvidenceRule], ...]
    notes: tuple[IndicatorId, ...]
    conflicts: tuple[Slot, ...]
    lost: tuple[Lost, ...] = ()
    """What `evidence` counts as there, because the assessment names it, and is not."""

    @property
    def is_nothing(self) -> bool:
        """Whether the assessment can be signed."""
        return not (self.unanswered or self.evidence or self.notes or self.conflicts or self.lost)


_Demand = tuple[tuple[EvidenceRule, ...], bool]
Offers = dict[IndicatorId, frozenset[OptionId]]
_UNKNOWN: _Demand = ((), False)
"""Of an option that the instrument does not have, as a stranger's file may name one."""


def chosen_option(indicator: Indicator, answer: Answer | None) -> Option | None:
    """The option that `answer` names; None for no answer and for not applicable."""
    if isinstance(answer, Chosen) and isinstance(indicator.scale, OptionScale):
        return next((one for one in indicator.scale.options if one.id == answer.option), None)
    return None


@lru_cache(maxsize=8)
def offers_of(instrument: Instrument) -> Offers:
    """Per indicator the options that can be chosen; none on a scale that has no options."""
    return {
        indicator.id: frozenset(option.id for option in indicator.scale.options)
        if isinstance(indicator.scale, OptionScale)
        else frozenset()
        for indicator in instrument.indicators.values()
    }


def missing(
    instrument: Instrument, assessment: Assessment, lost: Collection[Digest] = ()
) -> Missing:
    """Everything that blocks signing; `lost` are the files that are not here whole."""
    unanswered: list[IndicatorId] = []
    evidence: list[tuple[IndicatorId, EvidenceRule]] = []
    notes: list[IndicatorId] = []
    pieces: dict[IndicatorId, list[Evidence]] = {}
    for piece in assessment.evidence.values():
        pieces.setdefault(piece.indicator, []).append(piece)
    answers, written = assessment.answers, assessment.notes
    for one, demands in _demands(instrument).items():
        answer = answers.get(one)
        if answer is None:
            unanswered.append(one)
        elif isinstance(answer, Chosen):
            demand = demands.get(answer.option, _UNKNOWN)
            if demand is None:
                continue
            if demand is _UNKNOWN:
                unanswered.append(one)
                continue
            rules, needs_note = demand
            for rule in rules:
                if not satisfied(rule, pieces.get(one, [])):
                    evidence.append((one, rule))
            if needs_note and not written.get(one):
                notes.append(one)
    found = Missing(
        unanswered=tuple(unanswered),
        evidence=tuple(evidence),
        notes=tuple(notes),
        conflicts=tuple(slot for slot in assessment.conflicts if not is_act(slot)),
    )
    return with_lost(found, instrument, assessment, lost)


def with_lost(
    lacking: Missing, instrument: Instrument, assessment: Assessment, lost: Collection[Digest]
) -> Missing:
    """The same where it is already known what else is missing."""
    if not lost:
        return lacking
    found = tuple(
        Lost(indicator=one, evidence=name, name=piece.name)
        for one in instrument.indicators
        for name, piece in assessment.evidence_of(one)
        if piece.digest in lost
    )
    return msgspec.structs.replace(lacking, lost=found)


@lru_cache(maxsize=8)
def _demands(
    instrument: Instrument,
) -> dict[IndicatorId, dict[OptionId, _Demand | None]]:
    """Per indicator and option the evidence and the note that it asks for; None for nothing."""
    return {
        indicator.id: {
            option.id: (option.evidence, option.note_required)
            if option.evidence or option.note_required
            else None
            for option in indicator.scale.options
        }
        if isinstance(indicator.scale, OptionScale)
        else {}
        for indicator in instrument.indicators.values()
    }


def satisfied(rule: EvidenceRule, pieces: list[Evidence]) -> bool:
    """Whether the pieces meet the rule.

    Photos and screenshots must be pictures. A document may be a file or, as happens at a
    counter, a photo of the paper.
    """
    if len(pieces) < rule.minimum:
        return False
    fitting = [
        piece
        for piece in pieces
        if rule.kind in ("document", "any") or piece.media_type.startswith("image/")
    ]
    return len(fitting) >= rule.minimum


def status(instrument: Instrument, assessment: Assessment) -> Status:
    """Where the assessment stands."""
    return status_given(missing(instrument, assessment), assessment)


def status_given(lacking: Missing, assessment: Assessment) -> Status:
    """The same where it is already known what is missing."""
    if assessment.is_sealed:
        return Status.SEALED
    if assessment.is_amending:
        return Status.AMENDING
    return Status.READY if lacking.is_nothing else Status.DRAFT
