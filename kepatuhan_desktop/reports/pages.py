"""Cut the ribbon of strips into pages and give every page its header and footer."""

from collections.abc import Iterator, Sequence

import msgspec

from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.reading import Reading
from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.strips import Backdrop, Strip, height
from kepatuhan_desktop.reports.styles import (
    BOTTOM,
    CONTENT,
    FIRST_TOP,
    LEFT,
    PAGE_HEIGHT,
    RIGHT,
    TOP,
    Style,
)
from kepatuhan_desktop.reports.text import clean, shorten, width

_DIGEST, _DIGEST_GROUP = 64, 8
_ROOM = TOP - BOTTOM


class Placed(msgspec.Struct, frozen=True):
    """A strip with its place on the page."""

    strip: Strip
    top: float


class _Cutter:
    """Fills one page after another."""

    def __init__(self) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.y = FIRST_TOP
        self.is_top = True
        """Whether the page holds nothing yet but repeated heads."""

    def fits(self, tall: float) -> bool:
        return self.y - tall >= BOTTOM

    def turn(self, head: tuple[Strip, ...]) -> None:
        """Begin a page."""
        self.pages.append([])
        self.y = TOP
        for strip in head:
            self.put(strip)
        self.is_top = True

    def end(self) -> None:
        """Let the next strip begin a page."""
        self.y = BOTTOM - 1

    def put(self, strip: Strip) -> None:
        self.pages[-1].append(Placed(strip, self.y))
        self.y -= strip.height
        self.is_top = False


def cut(ribbon: Sequence[Strip]) -> list[list[Placed]]:
    """The pages; nothing is lost, whatever its length."""
    cutter = _Cutter()
    for chain in _chains(ribbon):
        first = next((strip for strip in chain if not strip.is_gap), None)
        tall = height(chain)
        if first is None:
            # White space parts what is above from what is below; a new page does so as well.
            if not cutter.is_top and not cutter.fits(tall):
                cutter.end()
                continue
        elif first.is_page_end:
            cutter.end()
            continue
        elif not (cutter.fits(tall) or cutter.is_top) and tall + height(first.head) <= _ROOM:
            cutter.turn(first.head)
        for strip in chain:
            if not (cutter.fits(strip.height) or cutter.is_top):
                cutter.turn(strip.head)
            if not (strip.is_gap and cutter.is_top):
                cutter.put(strip)
    return cutter.pages


def draw(ribbon: Sequence[Strip], reading: Reading, sheet: Sheet, progress: Progress) -> None:
    """Put the ribbon on paper."""
    pages = cut(ribbon)
    for number, page in enumerate(pages, 1):
        progress.step(number - 1, len(pages), reading.words.drawing)
        if reading.is_draft:
            sheet.watermark(reading.words.draft_mark, 190)
        _backdrops(page, sheet)
        if number > 1:
            _header(reading, sheet)
        for placed in page:
            _put(placed, sheet)
        _footer(reading, sheet, number, len(pages))
        sheet.end_page()
    progress.step(len(pages), len(pages), reading.words.drawing)


def _chains(ribbon: Sequence[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in ribbon:
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _backdrops(page: list[Placed], sheet: Sheet) -> None:
    begun: tuple[Backdrop, float] | None = None
    bottom = 0.0
    for placed in page:
        backdrop = placed.strip.backdrop
        if begun and backdrop is not begun[0]:
            begun[0](sheet, begun[1], bottom)
            begun = None
        if backdrop and begun is None:
            begun = (backdrop, placed.top)
        bottom = placed.top - placed.strip.height
    if begun:
        begun[0](sheet, begun[1], bottom)


def _put(placed: Placed, sheet: Sheet) -> None:
    strip = placed.strip
    if strip.bookmark:
        sheet.mark(strip.bookmark.key, placed.top + 8)
        sheet.outline(
            strip.bookmark.key, " ".join(clean(strip.bookmark.title).split()), strip.bookmark.level
        )
    if strip.draw:
        strip.draw(sheet, placed.top)


def _header(reading: Reading, sheet: Sheet) -> None:
    card, words = reading.card, reading.words
    instrument = " · ".join(
        (
            shorten(reading.say(card.instrument.short), styles.SMALL, 120),
            shorten(words.version.format(version=card.instrument.version), styles.SMALL, 90),
            shorten(card.profile.period, styles.SMALL, 50),
        )
    )
    top = PAGE_HEIGHT - 30
    room = CONTENT - width(instrument, styles.SMALL) - 24
    _left(sheet, card.unit.name, styles.SMALL_STRONG, top, room)
    _right(sheet, instrument, styles.SMALL, top)
    second = top - 9.6
    red = styles.coloured(styles.SMALL_STRONG, styles.RED.strong)
    draft = words.draft if reading.is_draft else ""
    under = " · ".join(
        part for part in (card.institution.name, card.product.name if card.product else "") if part
    )
    _left(sheet, under, styles.SMALL_MUTED, second, CONTENT - width(draft, red) - 24)
    _right(sheet, draft, red, second)
    sheet.rule(LEFT, second - 7, RIGHT)


def _footer(reading: Reading, sheet: Sheet, number: int, pages: int) -> None:
    card, words = reading.card, reading.words
    sheet.rule(LEFT, BOTTOM - 10, RIGHT)
    first = BOTTOM - 21
    page = words.page.format(page=number, pages=pages)
    _right(sheet, page, styles.SMALL_STRONG, first)
    room = CONTENT - width(page, styles.SMALL_STRONG) - 24
    if sheet.has_unprintable():
        room -= width(words.unprintable, styles.SMALL_MUTED) + 16
        sheet.words(LEFT + room + 16, first, words.unprintable, styles.SMALL_MUTED)
    named = f"{words.assessment} {card.assessment}"
    if card.revision > 1:
        named = f"{named} · {words.revision.format(revision=card.revision)}"
    _left(sheet, named, styles.SMALL_MUTED, first, room)
    _digest(sheet, words.journal, card.journal, first - 9.6)
    _digest(sheet, words.instrument, card.instrument.digest, first - 18)


def _digest(sheet: Sheet, label: str, digest: str, baseline: float) -> None:
    sheet.words(LEFT, baseline, label, styles.FINE_STRONG)
    x = LEFT + 40
    text = clean(digest)[:_DIGEST]
    for at in range(0, len(text), _DIGEST_GROUP):
        part = text[at : at + _DIGEST_GROUP]
        sheet.words(x, baseline, part, styles.FINE)
        x += width(part, styles.FINE) + 3.2


def _left(sheet: Sheet, text: str, style: Style, baseline: float, room: float) -> None:
    sheet.words(LEFT, baseline, shorten(text, style, room), style)


def _right(sheet: Sheet, text: str, style: Style, baseline: float) -> None:
    sheet.words(RIGHT - width(text, style), baseline, text, style)
