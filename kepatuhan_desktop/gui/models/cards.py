"""Say what one question card shows, as plain values that can be compared."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.assessment import answer_slot, note_slot
from kepatuhan_desktop.domain.completeness import chosen_option, satisfied
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import EvidenceId, FindingId, IndicatorId, Slot
from kepatuhan_desktop.domain.instrument import EvidenceRule, Indicator, Instrument, OptionScale
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.scoring import Answer
from kepatuhan_desktop.services.assessments import Overview


class Conflict(msgspec.Struct, frozen=True):
    """A slot in which several entries disagree."""

    slot: Slot
    entries: tuple[Entry, ...]


class Rule(msgspec.Struct, frozen=True):
    """Evidence that is needed, and whether it is there."""

    rule: EvidenceRule
    is_met: bool
    is_sure: bool
    """False while no answer is chosen: it depends on the answer."""
    is_lost: bool = False
    """Whether only a file that is not here whole keeps it from being met."""


class CardState(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about one indicator."""

    answer: Answer | None = None
    note: str = ""
    note_required: bool = False
    pieces: tuple[tuple[EvidenceId, Evidence], ...] = ()
    rules: tuple[Rule, ...] = ()
    findings: tuple[tuple[FindingId, Finding], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    is_sealed: bool = False
    comment: str = ""
    """What headquarters says about it."""


def card_states(
    overview: Overview, indicators: Sequence[Indicator]
) -> dict[IndicatorId, CardState]:
    """The states of these indicators."""
    state = overview.assessment
    pieces: defaultdict[IndicatorId, list[tuple[EvidenceId, Evidence]]] = defaultdict(list)
    for name, piece in state.evidence.items():
        pieces[piece.indicator].append((name, piece))
    findings: defaultdict[IndicatorId, list[tuple[FindingId, Finding]]] = defaultdict(list)
    for known, finding in state.findings.items():
        findings[finding.indicator].append((known, finding))
    conflicts: defaultdict[IndicatorId, list[Conflict]] = defaultdict(list)
    for slot in overview.missing.conflicts:
        conflict = Conflict(slot, state.heads[slot])
        for one in conflict_indicators(conflict):
            conflicts[one].append(conflict)
    comments: defaultdict[IndicatorId, list[str]] = defaultdict(list)
    for said in state.returns:
        for one, text in said.comments.items():
            comments[one].append(text)
    made = {}
    for indicator in indicators:
        mine = sorted(pieces[indicator.id], key=lambda pair: (pair[1].order, pair[0]))
        answer = state.answers.get(indicator.id)
        option = chosen_option(indicator, answer)
        made[indicator.id] = CardState(
            answer=answer,
            note=state.notes.get(indicator.id, ""),
            note_required=option is not None and option.note_required,
            pieces=tuple(mine),
            rules=_rules(overview, indicator, answer, [piece for _, piece in mine]),
            findings=tuple(sorted(findings[indicator.id], key=lambda pair: pair[0])),
            conflicts=tuple(conflicts[indicator.id]),
            is_sealed=state.is_sealed,
            comment="\n".join(dict.fromkeys(comments[indicator.id])),
        )
    return made


def conflict_indicators(conflict: Conflict) -> tuple[IndicatorId, ...]:
    """The indicators at which a conflict shows; none for the office's remarks."""
    kind, _, name = conflict.slot.partition("/")
    if kind in (Kind.ANSWER.value, Kind.NOTE.value):
        return (IndicatorId(name),)
    shapes: dict[str, type[Evidence | Finding]] = {
        Kind.EVIDENCE.value: Evidence,
        Kind.FINDING.value: Finding,
    }
    shape = shapes.get(kind)
    if shape is None:
        return ()
    values = [codec.typed(one.value, shape) for one in conflict.entries if one.value is not None]
    return tuple(dict.fromkeys(value.indicator for value in values))


def slot_indicator(overview: Overview, slot: Slot) -> IndicatorId | None:
    """The indicator that a slot belongs to, as far as the state still tells."""
    kind, _, name = slot.partition("/")
    if slot in (answer_slot(IndicatorId(name)), note_slot(IndicatorId(name))):
        return IndicatorId(name)
    if kind == Kind.EVIDENCE.value:
        piece = overview.assessment.evidence.get(EvidenceId(name))
        return piece.indicator if piece else None
    if kind == Kind.FINDING.value:
        finding = overview.assessment.findings.get(FindingId(name))
        return finding.indicator if finding else None
    return None


def late_indicators(overview: Overview) -> tuple[IndicatorId, ...]:
    """The questions with entries that came after the seal, in the instrument's order."""
    found = {slot_indicator(overview, slot) for slot in overview.late}
    return tuple(one for one in overview.instrument.indicators if one in found)


def commented_indicators(overview: Overview) -> tuple[IndicatorId, ...]:
    """The questions that headquarters says something about, in the instrument's order."""
    found = {one for said in overview.assessment.returns for one in said.comments}
    return tuple(one for one in overview.instrument.indicators if one in found)


def _rules(
    overview: Overview, indicator: Indicator, answer: Answer | None, pieces: list[Evidence]
) -> tuple[Rule, ...]:
    option = chosen_option(indicator, answer)
    if option is None and answer is not None:
        return ()
    # Nothing chosen yet: whoever stands before the notice board should know what to take.
    rules = option.evidence if option else _possible(overview.instrument)[indicator.id]
    here = [piece for piece in pieces if piece.digest not in overview.lost]
    return tuple(
        Rule(
            rule,
            is_met := satisfied(rule, here),
            option is not None,
            not is_met and satisfied(rule, pieces),
        )
        for rule in rules
    )


@lru_cache(maxsize=4)
def _possible(instrument: Instrument) -> dict[IndicatorId, tuple[EvidenceRule, ...]]:
    """The evidence that some answer to each question asks for, each kind once."""
    found: dict[IndicatorId, tuple[EvidenceRule, ...]] = {}
    for indicator in instrument.indicators.values():
        options = indicator.scale.options if isinstance(indicator.scale, OptionScale) else ()
        rules: list[EvidenceRule] = []
        for option in options:
            rules += [rule for rule in option.evidence if rule not in rules]
        found[indicator.id] = tuple(rules)
    return found
