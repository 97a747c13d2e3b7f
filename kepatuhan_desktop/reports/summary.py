"""Lay out the upper part of the first page: what was assessed, by whom, and the score."""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan_desktop.domain.instrument import Category
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.reports import figures, marks, styles
from kepatuhan_desktop.reports.reading import Reading, tone
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import (
    Bookmark,
    Cell,
    Strip,
    before,
    gap,
    height,
    paragraph,
    rows,
    together,
    words,
)
from kepatuhan_desktop.reports.styles import CONTENT, LEFT, PRIMARY, RIGHT, Style
from kepatuhan_desktop.reports.text import shorten, width, wrap

_BOX_WIDTH, _BOX_HEIGHT = 178.0, 146.0
_BOX_LEFT = RIGHT - _BOX_WIDTH
_IDENTITY = CONTENT - _BOX_WIDTH - 22
_LABELS = 72.0
_NUMBER = Style(styles.BOLD, 36, 40)
_CATEGORY = Style(styles.SEMIBOLD, 9.4, 13)
_SCALE_TOP = 101.0
_MOST_LARGE = 3


def title(reading: Reading) -> list[Strip]:
    """The name of the document and of the instrument."""
    card, said = reading.card, reading.words

    def name(sheet: Sheet, top: float) -> None:
        sheet.words(LEFT, top - 18, said.title, styles.TITLE)
        _state(reading, sheet, top)

    instrument = " ".join(
        (reading.say(card.instrument.title), said.version.format(version=card.instrument.version))
    )
    law = reading.law(card.instrument.legal)
    runs = [(instrument, styles.SUBTITLE)]
    if law:
        runs.append((f"· {law}", styles.SUBTITLE))
    return [
        Strip(26, name, bookmark=Bookmark("summary", said.title, 0)),
        *paragraph(runs, LEFT, CONTENT),
        Strip(18, lambda sheet, top: sheet.box(LEFT, top - 5, CONTENT, 2, fill=PRIMARY)),
    ]


def identity(reading: Reading) -> list[Strip]:
    """Who was visited, when and by whom, with the score beside it."""
    card, said = reading.card, reading.words
    profile = card.profile
    where = ", ".join(
        filter(None, map(str.strip, (card.institution.name, card.institution.region)))
    )
    facts = [
        (said.product, card.product.name if card.product else ""),
        (said.address, card.unit.address),
        (said.visit, reading.day(profile.visited_on)),
        (said.period, profile.period),
        (said.auditor, _person(profile.auditor, reading)),
        (said.team, "\n".join(_person(one, reading) for one in profile.team)),
    ]
    left = words(card.unit.name, styles.UNIT, LEFT, _IDENTITY)
    if len(left) > _MOST_LARGE:
        left = words(card.unit.name, styles.HEADING, LEFT, _IDENTITY)
    left += words(where, styles.BODY_MUTED, LEFT, _IDENTITY)
    left.append(gap(6))
    for label, fact in facts:
        if fact:
            left += rows(
                [
                    Cell(LEFT, wrap([(label, styles.BODY_MUTED)], _LABELS)),
                    Cell(LEFT + _LABELS, wrap([(fact, styles.BODY)], _IDENTITY - _LABELS)),
                ],
                styles.BODY.leading + 0.8,
            )
    box = Strip(0, lambda sheet, top: _score_box(reading, sheet, top), keep=True)
    rest = max(0.0, _BOX_HEIGHT - height(left))
    return [*together([box, *left, Strip(rest)], limit=400), gap(12)]


def notice(reading: Reading) -> list[Strip]:
    """That the weights are unofficial, where they are."""
    if not reading.instrument.has_unofficial_weights:
        return []
    said = reading.words
    strong = styles.coloured(styles.SMALL_STRONG, styles.YELLOW.strong)

    def behind(sheet: Sheet, top: float, bottom: float) -> None:
        sheet.box(LEFT, top, CONTENT, top - bottom, fill=styles.YELLOW.soft, radius=4)

    text = paragraph(
        [(said.unofficial, strong), (said.unofficial_text, styles.SMALL)], LEFT + 10, CONTENT - 20
    )
    return [*together(before([Strip(5), *text, Strip(5)], behind)), gap(12)]


def correction(reading: Reading) -> list[Strip]:
    """Which revision this one corrects, and why; nothing for the first."""
    card, said = reading.card, reading.words
    if card.corrects is None:
        return []
    strong = styles.coloured(styles.SMALL_STRONG, PRIMARY)

    def behind(sheet: Sheet, top: float, bottom: float) -> None:
        sheet.box(LEFT, top, CONTENT, top - bottom, fill=styles.PRIMARY_SOFT, radius=4)

    known = card.corrects
    digest = " ".join(known.digest[at : at + 4] for at in range(0, 16, 4))
    what = said.correction.format(revision=card.revision, corrected=known.revision)
    text = paragraph(
        [
            (what, strong),
            (said.correction_text.format(digest=digest, reason=known.reason), styles.SMALL),
        ],
        LEFT + 10,
        CONTENT - 20,
    )
    return [*together(before([Strip(5), *text, Strip(5)], behind)), gap(12)]


def _state(reading: Reading, sheet: Sheet, top: float) -> None:
    said, sealed_at = reading.words, reading.card.sealed_at
    if sealed_at is not None:
        text = said.sealed.format(day=reading.day(sealed_at))
        sheet.words(RIGHT - width(text, styles.SUBTITLE), top - 16, text, styles.SUBTITLE)
        return
    style = styles.coloured(styles.BODY_STRONG, styles.RED.strong)
    room = width(said.draft, style)
    sheet.box(RIGHT - room - 16, top - 4, room + 16, 17, fill=styles.RED.soft, radius=8)
    sheet.words(RIGHT - room - 8, top - 15.6, said.draft, style)


def _person(person: Person, reading: Reading) -> str:
    nip = reading.nip(person)
    named = " · ".join(part for part in (person.name, person.position) if part)
    return f"{named} ({nip})" if nip else named


def _score_box(reading: Reading, sheet: Sheet, top: float) -> None:
    said, total = reading.words, reading.total
    tones = tone(total.zone) if total else styles.NEUTRAL
    left, room = _BOX_LEFT + 14, _BOX_WIDTH - 28
    sheet.box(_BOX_LEFT, top, _BOX_WIDTH, _BOX_HEIGHT, fill=tones.soft, radius=8)
    is_final = reading.card.result.is_final
    sheet.words(left, top - 19, said.final if is_final else said.provisional, styles.OVERLINE)
    if total is None:
        sheet.words(left, top - 56, said.unknown, styles.coloured(_NUMBER, tones.strong))
        sheet.words(left, top - 78, said.not_scored, _CATEGORY)
    else:
        _number(reading, total, sheet, top)
        category = reading.category(total.category)
        label = reading.say(category.label) if category else ""
        sheet.words(left, top - 89, shorten(label, styles.BODY, room), styles.BODY)
    _scale(reading, total, sheet, top - _SCALE_TOP)
    _change(reading, sheet, top - 134)


def _number(reading: Reading, total: Score, sheet: Sheet, top: float) -> None:
    said, tones, left = reading.words, tone(total.zone), _BOX_LEFT + 14
    number = reading.number(total.value)
    style = styles.coloured(_NUMBER, tones.strong)
    sheet.words(left - 1.5, top - 54, number, style)
    after = left + width(number, style) + 5
    maximum = said.out_of.format(maximum=reading.number(reading.instrument.maximum))
    sheet.words(after, top - 54, maximum, styles.BODY_MUTED)
    marks.zone(sheet, total.zone, left + 4.4, top - 73.2, 4.4)
    named = [said.category.format(category=total.category)]
    if total.zone:
        named.append(said.zone.format(zone=reading.zone(total.zone)))
    text = shorten(" · ".join(named), _CATEGORY, _BOX_WIDTH - 42)
    sheet.words(left + 14, top - 76.5, text, styles.coloured(_CATEGORY, tones.strong))


def _scale(reading: Reading, total: Score | None, sheet: Sheet, top: float) -> None:
    """The categories from lowest to highest, with a pointer at the score."""
    left, room = _BOX_LEFT + 14, _BOX_WIDTH - 28
    for category, begin, end in _stretches(reading):
        here = total is not None and category.id == total.category
        colours = tone(category.zone)
        sheet.box(
            left + room * begin + 0.5,
            top - 3,
            room * (end - begin) - 1,
            6,
            fill=colours.mark if here or total is None else _pale(colours.mark),
        )
        style = styles.FINE_STRONG if here else styles.FINE
        name = shorten(category.id, style, room * (end - begin))
        middle = left + room * (begin + end) / 2
        sheet.words(middle - width(name, style) / 2, top - 16.5, name, style)
    if total is not None:
        x = left + room * reading.fraction(total.value)
        sheet.polygon([(x - 3, top + 1.5), (x + 3, top + 1.5), (x, top - 3)], styles.INK)


def _stretches(reading: Reading) -> Iterator[tuple[Category, float, float]]:
    end = 1.0
    for category in reading.instrument.categories:
        begin = reading.fraction(category.lowest)
        yield category, begin, end
        end = begin


def _pale(colour: str) -> str:
    """`colour` with two parts of white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{(part + 2 * 255) // 3:02X}" for part in parts)


def _change(reading: Reading, sheet: Sheet, baseline: float) -> None:
    earlier, total, said = reading.card.earlier, reading.total, reading.words
    if earlier is None:
        return
    rise = figures.difference(total.value, earlier.score) if total else Fraction(0)
    template = said.change_up if rise > 0 else said.change_down if rise < 0 else said.change_none
    before = reading.number(earlier.score)
    named = f"{earlier.category} {reading.zone(earlier.zone)}".strip()
    if total is None:
        text = f"{earlier.period}: {before}"
    else:
        text = template.format(difference=figures.points(rise, said), before=before)
    parts = f"{text} · {named}" if total is None else f"{text} · {named} · {earlier.period}"
    style = styles.SMALL_STRONG
    sheet.words(_BOX_LEFT + 14, baseline, shorten(parts, style, _BOX_WIDTH - 24), style)
