"""Lay out the components one after the other, every indicator with its answer and proof."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from kepatuhan_desktop.domain.completeness import chosen_option, satisfied
from kepatuhan_desktop.domain.instrument import Indicator, Node, Option
from kepatuhan_desktop.domain.scorecard import Line
from kepatuhan_desktop.domain.scoring import Excluded
from kepatuhan_desktop.reports import findings, marks, styles
from kepatuhan_desktop.reports.gallery import Gallery
from kepatuhan_desktop.reports.reading import Reading, tone
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import (
    Bookmark,
    Cell,
    Strip,
    attached,
    gap,
    paragraph,
    rows,
    together,
    under,
    words,
)
from kepatuhan_desktop.reports.styles import CONTENT, LEFT, RIGHT
from kepatuhan_desktop.reports.text import Run, shorten, width, wrap

_CODES = 30.0
_TEXT = LEFT + _CODES
_POINTS = 54.0
_ROOM = CONTENT - _CODES - _POINTS - 10
_ANSWER = 12.0
_BADGE = 24.0


def section(reading: Reading, gallery: Gallery) -> list[Strip]:
    """Every component on a ribbon of its own, starting below the summary."""
    components = reading.instrument.components
    strips: list[Strip] = []
    for number, node in enumerate(components, 1):
        strips += _component(reading, gallery, node, number)
    return strips


def _component(reading: Reading, gallery: Gallery, node: Node, number: int) -> Iterator[Strip]:
    if number > 1:
        yield gap(16)
    yield from attached(_heading(reading, node, number))
    for at, indicator in enumerate(node.indicators):
        if at:
            yield gap(7, keep=True)
            yield Strip(7, _separator, keep=True, is_gap=True)
        head = (Strip(14, partial(_continued, reading, indicator)),)
        first, *others = _indicator(reading, gallery, indicator)
        yield first
        yield from under(others, head)


def _heading(reading: Reading, node: Node, number: int) -> list[Strip]:
    said, score = reading.words, reading.score_of(node)
    group = reading.instrument.group_of(node.id)
    overline = said.component_of.format(
        number=number, count=len(reading.instrument.components)
    ).upper()
    if group:
        overline = f"{reading.say(group.title).upper()}   ·   {overline}"
    left = _TEXT
    title = wrap([(reading.say(node.title), styles.SECTION)], RIGHT - 108 - left)
    tones = tone(score.zone)

    def figures(sheet: Sheet, top: float) -> None:
        sheet.box(LEFT, top - 2, _BADGE, _BADGE, fill=styles.PRIMARY_SOFT, radius=5)
        code = shorten(node.code, _BADGE_STYLE, _BADGE - 4)
        middle = LEFT + (_BADGE - width(code, _BADGE_STYLE)) / 2
        sheet.words(middle, top - 18.4, code, _BADGE_STYLE)
        value = reading.number(score.value) if score.value else said.unknown
        style = styles.coloured(styles.SECTION, tones.strong)
        end = RIGHT
        if score.value:
            strong = styles.coloured(styles.BODY_STRONG, tones.strong)
            zone = shorten(reading.zone(score.zone), strong, 50)
            end -= width(zone, strong)
            sheet.words(end, top - 20.4, zone, strong)
            marks.zone(sheet, score.zone, end - 8, top - 17.4, 3.6)
            end -= 18
        sheet.words(end - width(value, style), top - 22, value, style)

    bookmark = Bookmark(f"component-{node.id}", f"{node.code}  {reading.say(node.title)}", 1)
    law = reading.law(node.legal)
    strips = [
        Strip(0, figures, bookmark=bookmark),
        *words(overline, styles.OVERLINE, left, RIGHT - 108 - left),
        *rows([Cell(left, title)], styles.SECTION.leading),
    ]
    if law:
        strips += words(law, styles.SMALL_MUTED, left, RIGHT - left)
    strips += [Strip(4), Strip(10, _underline)]
    return together(strips)


_BADGE_STYLE = styles.Style(styles.BOLD, 12, 16, styles.PRIMARY)


def _underline(sheet: Sheet, top: float) -> None:
    sheet.rule(LEFT, top, RIGHT, styles.LINE, 0.9)


def _separator(sheet: Sheet, top: float) -> None:
    sheet.rule(_TEXT, top, RIGHT, styles.LINE, 0.5)


def _continued(reading: Reading, indicator: Indicator, sheet: Sheet, top: float) -> None:
    text = reading.words.continued.format(code=indicator.code)
    text = shorten(text, styles.SMALL_MUTED, CONTENT)
    sheet.words(LEFT, top - 8, text, styles.SMALL_MUTED)


def _indicator(reading: Reading, gallery: Gallery, indicator: Indicator) -> list[Strip]:
    line = reading.lines.get(indicator.id)
    if line is None:
        line = Line(indicator=indicator.id, answer=None, note="", evidence=(), findings=())
    option = chosen_option(indicator, line.answer)
    question = rows(
        [
            Cell(LEFT, wrap([(indicator.code, _CODE)], _CODES - 4)),
            Cell(_TEXT, wrap([(reading.say(indicator.question), styles.QUESTION)], _ROOM)),
        ],
        styles.QUESTION.leading,
    )
    points = Strip(0, partial(_points, reading, indicator, option))
    text = [points, *question, *_answer(reading, line, option)]
    if option is not None:
        text += _required(reading, line, option)
    if line.note:
        text += [Strip(1.5), *_named(reading.words.note, line.note)]
    strips = together(text)
    if line.evidence:
        strips = attached(strips) if len(strips) < _MOST_ATTACHED else strips
        strips += [gap(5, keep=True), *gallery.strips(line.evidence, _TEXT, CONTENT - _CODES)]
    for number, finding in enumerate(line.findings, reading.first_finding.get(indicator.id, 1)):
        strips += [gap(5), *findings.callout(reading, finding, number, _TEXT, CONTENT - _CODES)]
    return strips


_CODE = styles.Style(styles.SEMIBOLD, 8.3, 12, styles.PRIMARY)
_MOST_ATTACHED = 14


def _named(label: str, text: str) -> list[Strip]:
    runs: list[Run] = [(label, styles.BODY_STRONG), (text, styles.BODY)]
    return paragraph(runs, _TEXT + _ANSWER, _ROOM - _ANSWER)


def _answer(reading: Reading, line: Line, option: Option | None) -> list[Strip]:
    said = reading.words
    runs: list[Run]
    if isinstance(line.answer, Excluded):
        shape = Strip(0, lambda sheet, top: marks.level(sheet, None, _TEXT + 3.1, top - 5.8))
        runs = [
            (f"{said.not_applicable}.", styles.BODY_STRONG),
            (said.reason, styles.BODY_MUTED),
            (line.answer.reason, styles.BODY),
        ]
    elif option is None:
        shape = Strip(0, lambda sheet, top: marks.missing(sheet, _TEXT + 3.1, top - 5.8))
        runs = [(said.unanswered, styles.BODY_MUTED)]
    else:
        value = Fraction(option.value)
        shape = Strip(0, lambda sheet, top: marks.level(sheet, value, _TEXT + 3.1, top - 5.8))
        runs = [
            (f"{reading.say(option.label)}.", styles.BODY_STRONG),
            (reading.say(option.descriptor), styles.BODY_MUTED),
        ]
    return [Strip(1.5), shape, *paragraph(runs, _TEXT + _ANSWER, _ROOM - _ANSWER)]


def _required(reading: Reading, line: Line, option: Option) -> list[Strip]:
    said, lost = reading.words, reading.card.lost
    found: list[Strip] = []
    for rule in option.evidence:
        is_there = satisfied(rule, [it for it in line.evidence if it.digest not in lost])
        many = f" (≥ {rule.minimum})" if rule.minimum > 1 else ""
        state = said.proof["present" if is_there else "absent"]
        colour = styles.GREEN.strong if is_there else styles.RED.strong
        runs: list[Run] = [
            (said.required, styles.SMALL_MUTED),
            (f"{reading.say(rule.label)}{many}", styles.SMALL_MUTED),
            (f"– {state}", styles.coloured(styles.SMALL_STRONG, colour)),
        ]
        found += paragraph(runs, _TEXT + _ANSWER, _ROOM - _ANSWER)
    return found


def _points(
    reading: Reading, indicator: Indicator, option: Option | None, sheet: Sheet, top: float
) -> None:
    said = reading.words
    if option is None:
        return
    contribution = reading.contributions.get(indicator.id)
    if contribution is None:
        _right(sheet, said.informative, top - 9.4, styles.SMALL_MUTED)
        return
    _right(sheet, reading.number(contribution.points), top - 9.6, styles.QUESTION)
    share = said.out_of_points.format(share=reading.number(contribution.share))
    _right(sheet, share, top - 20, styles.SMALL_MUTED)


def _right(sheet: Sheet, text: str, baseline: float, style: styles.Style) -> None:
    sheet.words(RIGHT - width(text, style), baseline, text, style)
