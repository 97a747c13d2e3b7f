"""Lay out how the score came about: the rule, the weights, and the shortest way upward."""

from functools import partial

from kepatuhan_desktop.domain.completeness import chosen_option
from kepatuhan_desktop.domain.explaining import Step, Way
from kepatuhan_desktop.domain.instrument import Node, Official
from kepatuhan_desktop.domain.scoring import Chosen
from kepatuhan_desktop.reports import figures, marks, styles
from kepatuhan_desktop.reports.reading import Reading
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import (
    Bookmark,
    Cell,
    Strip,
    attached,
    gap,
    rows,
    together,
    under,
    words,
)
from kepatuhan_desktop.reports.styles import CONTENT, LEFT, RIGHT, Style
from kepatuhan_desktop.reports.text import shorten, wrap

_WEIGHTS, _SHARES, _ANSWERED, _SCORES = LEFT + 290, LEFT + 345, LEFT + 395, LEFT + 440
_MARKS, _ZONES = LEFT + 455, LEFT + 463
_INDENT = 10.0
_MOST_STEPS = 6
_MOST_TOGETHER = 460.0
_CODES = 13.0


def section(reading: Reading) -> list[Strip]:
    """Rule, table, way and categories."""
    said, instrument = reading.words, reading.instrument
    title = Strip(
        22,
        lambda sheet, top: sheet.words(LEFT, top - 13, said.how, styles.SECTION),
        bookmark=Bookmark("calculation", said.how, 0),
    )
    rule = said.rule.format(maximum=reading.number(instrument.maximum))
    rounding = said.rounding.format(places=instrument.rounding.places)
    return [
        *attached([title]),
        *together(words(rule, styles.BODY, LEFT, CONTENT)),
        gap(5),
        *together(words(rounding, styles.BODY, LEFT, CONTENT)),
        gap(12),
        *_table(reading),
        gap(14),
        *together(
            [
                *words(said.way, styles.HEADING, LEFT, CONTENT),
                Strip(2),
                *words(way_text(reading), styles.BODY, LEFT, CONTENT),
            ]
        ),
        gap(12),
        *_categories(reading),
    ]


def way_text(reading: Reading) -> str:
    """The cheapest way to the next category in one paragraph."""
    said, total = reading.words, reading.total
    if total is None:
        return said.way_unscored
    way = reading.explanation.way
    if way is None:
        is_top = total.category == reading.instrument.categories[0].id
        return said.way_top if is_top else said.way_none
    return said.way_text.format(
        category=way.category,
        threshold=reading.number(way.threshold),
        distance=reading.number(way.distance),
        count=len(way.steps),
        steps=_steps(reading, way),
        reaches=reading.number(way.reaches),
    )


def _steps(reading: Reading, way: Way) -> str:
    said = reading.words
    parts = [_step(reading, step) for step in way.steps[:_MOST_STEPS]]
    rest = len(way.steps) - len(parts)
    if rest:
        parts.append(said.way_more.format(count=rest))
    return "; ".join(parts)


def _step(reading: Reading, step: Step) -> str:
    indicator = reading.instrument.indicators[step.indicator]
    labels = []
    for one in (step.before, step.after):
        option = chosen_option(indicator, Chosen(one))
        labels.append(reading.say(option.label) if option else one)
    return reading.words.way_step.format(
        code=indicator.code, before=labels[0], after=labels[1], gain=reading.number(step.gain)
    )


def _table(reading: Reading) -> list[Strip]:
    said = reading.words
    names = (
        said.component,
        said.weight,
        said.share,
        said.answered,
        said.score,
        said.zone_heading,
    )
    heading = _row(names, styles.SMALL_STRONG, 0)
    line = Strip(4, lambda sheet, top: sheet.rule(LEFT, top - 2, RIGHT, styles.FAINT, 0.9))
    head = (*heading, line)
    body: list[Strip] = []

    def walk(nodes: tuple[Node, ...], depth: int) -> None:
        for node in nodes:
            body.extend(together(_node(reading, node, depth)))
            walk(node.nodes, depth + 1)

    walk(reading.instrument.nodes, 0)
    strips = together([*head, *under(body, head)], limit=_MOST_TOGETHER)
    if reading.instrument.has_unofficial_weights:
        strips = [*attached(strips), Strip(4, keep=True)]
        strips += words(said.weights_note, styles.SMALL_MUTED, LEFT, CONTENT)
    return strips


def _node(reading: Reading, node: Node, depth: int) -> list[Strip]:
    said, score = reading.words, reading.score_of(node)
    star = "" if node.weight.official is Official.YES else " *"
    title = reading.say(node.title)
    cells = (
        title,
        reading.number(node.weight.value) + star,
        figures.percent(reading.shares[node.id], said),
        f"{score.answered}/{score.indicators}",
        reading.number(score.value) if score.value is not None else said.unknown,
        reading.zone(score.zone),
    )
    style = styles.SMALL if node.indicators else styles.SMALL_STRONG

    def shape(sheet: Sheet, top: float) -> None:
        if score.value is not None:
            marks.zone(sheet, score.zone, _MARKS, top - 6.7, 2.7)

    line = Strip(2, lambda sheet, top: sheet.rule(LEFT, top - 1.5, RIGHT, styles.LINE, 0.4))
    codes = _CODES if node.code else 0.0
    return [Strip(0, shape), Strip(2), *_row(cells, style, depth, node.code, codes), line]


def _row(
    texts: tuple[str, ...], style: Style, depth: int, code: str = "", codes: float = 0
) -> list[Strip]:
    name, weight, share, answered, score, zone = texts
    left = LEFT + depth * _INDENT
    cells = [Cell(left + codes, wrap([(name, style)], _WEIGHTS - left - codes - 60))]
    if code:
        muted = styles.coloured(style, styles.MUTED)
        cells.append(Cell(left, wrap([(shorten(code, muted, codes), muted)], codes)))
    for x, text in (
        (_WEIGHTS, weight),
        (_SHARES, share),
        (_ANSWERED, answered),
        (_SCORES, score),
    ):
        cells.append(Cell(x, wrap([(text, style)], 80), is_right=True))
    cells.append(Cell(_ZONES, wrap([(zone, style)], RIGHT - _ZONES)))
    return rows(cells, style.leading)


def _categories(reading: Reading) -> list[Strip]:
    said = reading.words
    strips = [*words(said.categories, styles.HEADING, LEFT, CONTENT), Strip(2)]
    for category in reading.instrument.categories:
        bounds = f"{reading.number(category.lowest)} – {reading.number(category.highest)}"
        zone = reading.zone(category.zone)
        label = reading.say(category.label)
        if zone:
            label += f" · {said.zone.format(zone=zone)}"
        strips += [
            Strip(0, partial(_category_mark, category.zone)),
            *rows(
                [
                    Cell(LEFT + 12, wrap([(category.id, styles.SMALL_STRONG)], 22)),
                    Cell(LEFT + 36, wrap([(bounds, styles.SMALL)], 90)),
                    Cell(LEFT + 110, wrap([(label, styles.SMALL)], CONTENT - 110)),
                ],
                styles.SMALL.leading + 1.4,
            ),
        ]
    return together(strips)


def _category_mark(zone: str | None, sheet: Sheet, top: float) -> None:
    marks.zone(sheet, zone, LEFT + 3.4, top - 5.4, 2.7)
