"""Lay out the office's remarks, the signatures and the room for a later certified one."""

from collections.abc import Sequence
from functools import partial

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import (
    FIELDS,
    PAD_HEIGHT,
    PAD_WIDTH,
    STAMP_FIELD,
    Signature,
)
from kepatuhan_desktop.reports import figures, paper_code, styles
from kepatuhan_desktop.reports.paper_code import Code
from kepatuhan_desktop.reports.reading import Reading
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import (
    Bookmark,
    Cell,
    Strip,
    attached,
    before,
    gap,
    height,
    paragraph,
    rows,
    together,
    words,
)
from kepatuhan_desktop.reports.styles import CONTENT, LEFT, RIGHT
from kepatuhan_desktop.reports.text import Line, Run, width, wrap

STAMP = "tte"
"""The PDF's named destination whose rectangle is the free frame, for tools that stamp by place."""
ANCHOR = "^"
"""Printed in the free frame, for tools that stamp where they find a character."""

_COLUMNS = 3
_GAP = 14.0
_ROOM = CONTENT - paper_code.WIDTH - _GAP
_WIDE = (_ROOM - _GAP * (_COLUMNS - 1)) / _COLUMNS
_FRAME = _WIDE * PAD_HEIGHT / PAD_WIDTH
_MOST_LINES = 4
_RED = styles.coloured(styles.SMALL_STRONG, styles.RED.strong)


def remark(reading: Reading) -> list[Strip]:
    """What the office itself says."""
    said, text = reading.words, reading.card.remark.strip()

    def behind(sheet: Sheet, top: float, bottom: float) -> None:
        sheet.box(LEFT, top, 2, top - bottom, fill=styles.LINE)

    title = words(said.remark, styles.HEADING, LEFT, CONTENT)
    style = styles.BODY if text else styles.BODY_MUTED
    body = before(words(text or said.no_remark, style, LEFT + 10, CONTENT - 10), behind)
    return [*attached(title), *together([Strip(2), *body]), gap(12)]


def section(reading: Reading, code: Code | None = None) -> list[Strip]:
    """Both signatures with names, day and place, the free frame and the code that proves them."""
    people = _signers(reading)
    strips: list[Strip] = []
    for at in range(0, len(people) + 1, _COLUMNS):
        some = people[at : at + _COLUMNS]
        row = _signer_row(reading, some, has_stamp=len(some) < _COLUMNS)
        strips += row if at else _beside(reading, code, [*_title(reading), *row])
    for one in people:
        if not _fits_frame(_refusal(reading, one)):
            text = f"{one.person.name} – {_refused(reading, one)}"
            strips += [Strip(4), *words(text, _RED, LEFT, CONTENT)]
    if code:
        note = [(reading.words.code_note, styles.SMALL_MUTED)]
        strips += [Strip(3), *paragraph(note, LEFT, CONTENT)]
    return [*together(strips, limit=420), gap(18)]


def _title(reading: Reading) -> list[Strip]:
    said, card = reading.words, reading.card
    bookmark = Bookmark("signatures", said.signatures, 0)
    heading = Cell(LEFT, wrap([(said.signatures, styles.HEADING)], _ROOM))
    cells = [heading]
    below: list[Strip] = []
    if card.sealed_at is not None:
        day = reading.day(card.sealed_at)
        text = said.signed_at.format(place=card.place, day=day) if card.place else day
        lines = wrap([(text, styles.BODY)], _ROOM * 0.7)
        if len(lines) == 1:
            cells.append(Cell(LEFT + _ROOM, lines, is_right=True))
        else:
            below = words(text, styles.BODY, LEFT, _ROOM)
    title = rows(cells, styles.HEADING.leading)
    return [Strip(0, bookmark=bookmark), *title, *below, Strip(5)]


def _signers(reading: Reading) -> list[Signature]:
    card = reading.card
    known = {one.role: one for one in card.signatures}
    unit = card.unit
    head = Person(name=unit.head_name, nip=unit.head_nip, position=unit.head_position)
    expected = (
        known.pop("auditor", Signature(role="auditor", person=card.profile.auditor)),
        known.pop("unit_head", Signature(role="unit_head", person=head)),
    )
    return [*expected, *(one for one in card.signatures if one.role in known)]


def _beside(reading: Reading, code: Code | None, strips: Sequence[Strip]) -> list[Strip]:
    """The strips, together no lower than the code in the column to their right."""
    x = RIGHT - paper_code.WIDTH
    column = Strip(0, partial(paper_code.draw, reading, code, x))
    return [column, *strips, Strip(max(0.0, paper_code.HEIGHT - height(strips)))]


def _signer_row(reading: Reading, some: Sequence[Signature], *, has_stamp: bool) -> list[Strip]:
    said = reading.words
    above: list[Cell] = []
    below: list[Cell] = []
    for at, one in enumerate(some):
        x = LEFT + at * (_WIDE + _GAP)
        role = said.roles.get(one.role, one.role)
        above.append(Cell(x, wrap([(role, styles.SMALL_STRONG)], _WIDE)))
        below.append(Cell(x, _named(reading, one)))
    if has_stamp:
        x = LEFT + len(some) * (_WIDE + _GAP)
        above.append(Cell(x, wrap([(said.stamp, styles.SMALL_STRONG)], _WIDE)))
        below.append(Cell(x, wrap([(said.stamp_hint, styles.SMALL_MUTED)], _WIDE)))
    return [
        *rows(above, styles.SMALL.leading),
        Strip(2.5),
        Strip(_FRAME, partial(_frames, reading, some, has_stamp)),
        Strip(2),
        *rows(below, styles.BODY.leading),
    ]


def _named(reading: Reading, one: Signature) -> list[Line]:
    runs: list[Run] = []
    if one.strokes and reading.card.sealed_at:
        day = figures.short_day(reading.card.sealed_at, reading.words)
        runs.append((reading.words.uncertified.format(day=day), styles.SMALL_MUTED))
    runs.append((one.person.name or "…", styles.BODY_STRONG))
    if one.person.nip:
        runs.append((reading.nip(one.person), styles.BODY))
    if one.person.position:
        runs.append((one.person.position, styles.BODY_MUTED))
    return [line for run in runs for line in wrap([run], _WIDE)]


def _refused(reading: Reading, one: Signature) -> str:
    return reading.words.refused.format(reason=one.refused_because)


def _refusal(reading: Reading, one: Signature) -> list[Line]:
    return wrap([(_refused(reading, one), _RED)], _WIDE - 16) if one.refused_because else []


def _fits_frame(lines: list[Line]) -> bool:
    return len(lines) <= _MOST_LINES


def _frames(
    reading: Reading, some: Sequence[Signature], has_stamp: bool, sheet: Sheet, top: float
) -> None:
    for at, one in enumerate(some):
        x = LEFT + at * (_WIDE + _GAP)
        refusal = _refusal(reading, one)
        soft = styles.RED.soft if refusal else styles.PAPER
        sheet.box(x, top, _WIDE, _FRAME, stroke=styles.LINE, fill=soft, radius=4, line=0.8)
        if one.strokes:
            # The signature itself is drawn by whoever signs the PDF.
            sheet.reserve(FIELDS.get(one.role, one.role), x, top, _WIDE, _FRAME)
        elif refusal and _fits_frame(refusal):
            for number, line in enumerate(refusal):
                sheet.line_of_words(x + 8, top - 7 - number * styles.SMALL.leading, line)
        else:
            text = reading.words.refusal if refusal else reading.words.unsigned
            style = _RED if refusal else styles.SMALL_MUTED
            middle = x + (_WIDE - width(text, style)) / 2
            sheet.words(middle, top - _FRAME / 2 - 2.5, text, style)
    if has_stamp:
        x = LEFT + len(some) * (_WIDE + _GAP)
        sheet.box(x, top, _WIDE, _FRAME, stroke=styles.NEUTRAL.mark, radius=4, dash=(2.5, 2.5))
        sheet.words(x + 6, top - 11, ANCHOR, styles.coloured(styles.SMALL, styles.NEUTRAL.mark))
        sheet.frame(STAMP, x, top, _WIDE, _FRAME)
        sheet.reserve(STAMP_FIELD, x, top, _WIDE, _FRAME)
