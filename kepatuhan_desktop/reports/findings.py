"""Lay out findings: in place under their indicator, and as one table to work through."""

from collections.abc import Sequence
from functools import partial

from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.reading import Reading
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import (
    Bookmark,
    Cell,
    Strip,
    attached,
    before,
    gap,
    paragraph,
    rows,
    together,
    under,
    words,
)
from kepatuhan_desktop.reports.styles import CONTENT, LEFT, RIGHT
from kepatuhan_desktop.reports.text import Run, wrap

_STRONG = styles.coloured(styles.SMALL_STRONG, styles.RED.strong)
_CELL = styles.SMALL
_HEAD = styles.SMALL_STRONG
_GUTTER = 9.0
_STATEMENT = 2
_SHARES = (0.05, 0.09, 0.35, 0.25, 0.15, 0.11)


def callout(reading: Reading, finding: Finding, number: int, x: float, room: float) -> list[Strip]:
    """A finding under the indicator that it was raised from."""
    said = reading.words

    def behind(sheet: Sheet, top: float, bottom: float) -> None:
        sheet.box(x, top, room, top - bottom, fill=styles.RED.soft)
        sheet.box(x, top, 2.4, top - bottom, fill=styles.RED.mark)

    left, wide = x + 12, room - 22
    runs: list[Run] = [
        (said.finding.format(number=number), styles.coloured(styles.BODY_STRONG, _STRONG.colour)),
        (finding.statement, styles.BODY),
    ]
    strips = paragraph(runs, left, wide)
    facts = [
        (said.legal, finding.legal_reference),
        (said.suggestion, finding.improvement_suggestion),
    ]
    for label, fact in facts:
        if fact:
            strips += paragraph([(label, styles.SMALL_MUTED), (fact, styles.SMALL)], left, wide)
    runs = []
    if finding.responsible:
        runs += [(said.responsible, styles.SMALL_MUTED), (finding.responsible, styles.SMALL)]
    if finding.due:
        separator = "·  " if runs else ""
        runs += [
            (separator + said.due, styles.SMALL_MUTED),
            (reading.day(finding.due), styles.SMALL),
        ]
    if runs:
        strips += paragraph(runs, left, wide)
    return together(before([Strip(5), *strips, Strip(5)], behind))


def table(reading: Reading) -> list[Strip]:
    """All findings with what is to be done, by whom and until when."""
    said = reading.words
    title = Strip(
        22,
        lambda sheet, top: sheet.words(LEFT, top - 13, said.findings, styles.SECTION),
        bookmark=Bookmark("findings", said.findings, 0),
    )
    if not reading.findings:
        return [*together([title, *words(said.no_findings, styles.BODY, LEFT, CONTENT)]), gap(20)]
    names = (
        said.number,
        said.indicator,
        said.statement,
        said.suggestion.rstrip(":"),
        said.responsible.rstrip(":"),
        said.due.rstrip(":"),
    )
    head = (*rows(_cells(names, _HEAD), _HEAD.leading), Strip(3, _thick))
    strips = attached(together([title, *head]))
    for number, finding in enumerate(reading.findings, 1):
        indicator = reading.instrument.indicators.get(finding.indicator)
        statement = wrap([(finding.statement, _CELL)], _room(_STATEMENT))
        if finding.legal_reference:
            law = (f"{said.legal} {finding.legal_reference}", styles.SMALL_MUTED)
            statement += wrap([law], _room(_STATEMENT))
        cells = _cells(
            (
                str(number),
                indicator.code if indicator else finding.indicator,
                "",
                finding.improvement_suggestion or said.unknown,
                finding.responsible or said.unknown,
                reading.day(finding.due),
            ),
            _CELL,
        )
        cells[_STATEMENT] = Cell(cells[_STATEMENT].x, statement)
        row = rows(cells, _CELL.leading)
        strips += under(together([Strip(3.5), *row, Strip(4, _thin)]), head)
    return [*strips, gap(22)]


def _cells(texts: Sequence[str], style: styles.Style) -> list[Cell]:
    return [
        Cell(LEFT + CONTENT * sum(_SHARES[:at]), wrap([(text, style)], _room(at)))
        for at, text in enumerate(texts)
    ]


def _room(column: int) -> float:
    return CONTENT * _SHARES[column] - _GUTTER


def _edge(colour: str, line: float, sheet: Sheet, top: float) -> None:
    sheet.rule(LEFT, top - 2.5, RIGHT, colour, line)


_thick = partial(_edge, styles.FAINT, 0.9)
_thin = partial(_edge, styles.LINE, 0.5)
