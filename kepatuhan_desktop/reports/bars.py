"""Lay out one bar for each component, under its group."""

from functools import partial

from kepatuhan_desktop.domain.instrument import Node
from kepatuhan_desktop.domain.scoring import Excluded, NodeScore
from kepatuhan_desktop.reports import marks, styles
from kepatuhan_desktop.reports.reading import Reading, tone
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import Strip, attached, gap
from kepatuhan_desktop.reports.styles import CONTENT, LEFT, RIGHT
from kepatuhan_desktop.reports.text import shorten, width

_CODES = 15.0
_BARS, _BARS_END = LEFT + 176, RIGHT - 104
_VALUES = RIGHT - 60
_MARKS, _ZONES = RIGHT - 46, RIGHT - 38
_ROW, _GROUP = 14.6, 17.0
_THICK = 6.4


def section(reading: Reading) -> list[Strip]:
    """Every component with its value and zone."""
    heading = Strip(18, partial(_heading, reading))
    strips: list[Strip] = []
    for node in reading.instrument.walk():
        if node.indicators:
            strips.append(Strip(_ROW, partial(_component, reading, node)))
        else:
            if strips:
                strips.append(gap(4))
            strips += attached([Strip(_GROUP, partial(_group, reading, node))])
    return [*attached([heading]), *strips, gap(14)]


def _heading(reading: Reading, sheet: Sheet, top: float) -> None:
    card, said = reading.card, reading.words
    counts = said.counts.format(
        answered=card.result.answered,
        all=card.result.indicators,
        excluded=sum(isinstance(line.answer, Excluded) for line in card.lines),
        evidence=sum(it.digest not in card.lost for line in card.lines for it in line.evidence),
        findings=len(reading.findings),
    )
    sheet.words(LEFT, top - 10, said.components, styles.HEADING)
    room = CONTENT - width(said.components, styles.HEADING) - 20
    text = shorten(counts, styles.SMALL_MUTED, room)
    sheet.words(RIGHT - width(text, styles.SMALL_MUTED), top - 10, text, styles.SMALL_MUTED)


def _group(reading: Reading, node: Node, sheet: Sheet, top: float) -> None:
    baseline = top - 11
    title = shorten(reading.say(node.title).upper(), styles.OVERLINE, _VALUES - LEFT - 50)
    sheet.words(LEFT, baseline, title, styles.OVERLINE)
    _figures(reading, reading.score_of(node), sheet, baseline)
    sheet.rule(LEFT, top - _GROUP + 1, RIGHT)


def _component(reading: Reading, node: Node, sheet: Sheet, top: float) -> None:
    score, baseline = reading.score_of(node), top - 10.3
    sheet.words(LEFT, baseline, shorten(node.code, styles.BODY_MUTED, _CODES), styles.BODY_MUTED)
    part = "" if score.answered == score.indicators else f"{score.answered}/{score.indicators}"
    room = _BARS - LEFT - _CODES - 8 - (width(part, styles.SMALL_MUTED) + 5 if part else 0)
    title = shorten(reading.say(node.short) or reading.say(node.title), styles.BODY, room)
    sheet.words(LEFT + _CODES, baseline, title, styles.BODY)
    if part:
        after = LEFT + _CODES + width(title, styles.BODY) + 5
        sheet.words(after, baseline, part, styles.SMALL_MUTED)
    _bar(reading, score, sheet, top - (_ROW - _THICK) / 2)
    _figures(reading, score, sheet, baseline)


def _bar(reading: Reading, score: NodeScore, sheet: Sheet, top: float) -> None:
    whole = _BARS_END - _BARS
    sheet.box(_BARS, top, whole, _THICK, fill="#E9ECF1")
    if score.value is not None:
        filled = whole * reading.fraction(score.value)
        if filled:
            sheet.box(_BARS, top, filled, _THICK, fill=tone(score.zone).mark)
    for category in reading.instrument.categories:
        x = _BARS + whole * reading.fraction(category.lowest)
        if _BARS < x < _BARS_END:
            sheet.box(x - 0.4, top + 0.2, 0.8, _THICK + 0.4, fill=styles.PAPER)


def _figures(reading: Reading, score: NodeScore, sheet: Sheet, baseline: float) -> None:
    value = reading.number(score.value) if score.value is not None else reading.words.unknown
    strong = styles.BODY_STRONG if score.value is not None else styles.BODY_MUTED
    sheet.words(_VALUES - width(value, strong), baseline, value, strong)
    if score.value is not None:
        marks.zone(sheet, score.zone, _MARKS, baseline + 3, 3.1)
        zone = shorten(reading.zone(score.zone), styles.BODY, RIGHT - _ZONES)
        sheet.words(_ZONES, baseline, zone, styles.BODY)
