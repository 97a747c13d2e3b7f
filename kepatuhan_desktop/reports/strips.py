"""Build a document as a long ribbon of strips that are cut into pages between any two of them.

A strip is as high as one line of words or one row of pictures, so text of any length flows
over pages, and what belongs together says so by `keep`.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from kepatuhan_desktop.reports.sheet import Sheet
from kepatuhan_desktop.reports.styles import Style
from kepatuhan_desktop.reports.text import Line, Run, width, wrap

Draw = Callable[[Sheet, float], None]
"""Draws below a height, which is the top of the strip."""
Backdrop = Callable[[Sheet, float, float], None]
"""Draws behind neighbouring strips, from the top of the first to the bottom of the last."""


class Bookmark(msgspec.Struct, frozen=True):
    """An entry of the outline."""

    key: str
    title: str
    level: int


class Strip(msgspec.Struct, frozen=True, eq=False):
    """An indivisible piece of the ribbon, as wide as the page."""

    height: float
    draw: Draw | None = None
    keep: bool = False
    """Whether it stays on the page of the strip after it."""
    is_gap: bool = False
    """White space: left out at the top of a page."""
    backdrop: Backdrop | None = None
    """Drawn once behind neighbouring strips that have the same one."""
    head: "tuple[Strip, ...]" = ()
    """Repeated where a page begins with this strip."""
    bookmark: Bookmark | None = None
    is_page_end: bool = False
    """Whether the next strip begins a page."""


class Cell(msgspec.Struct, frozen=True):
    """One column of a row: its lines and where they stand."""

    x: float
    lines: Sequence[Line]
    is_right: bool = False
    """Whether `x` is the right end of the lines."""


_TOGETHER = 330.0
"""Blocks up to this height are moved whole; taller ones break, but not near their ends."""
_ENDS = 2


def gap(height: float, *, keep: bool = False, backdrop: Backdrop | None = None) -> Strip:
    """White space."""
    return Strip(height, keep=keep, is_gap=True, backdrop=backdrop)


def paragraph(runs: Sequence[Run], x: float, room: float) -> list[Strip]:
    """Lines of words."""
    return rows([Cell(x, wrap(runs, room))], runs[0][1].leading)


def rows(cells: Sequence[Cell], leading: float) -> list[Strip]:
    """Columns side by side, line by line."""
    most = max(len(cell.lines) for cell in cells)
    if len(cells) == 1 and not cells[0].is_right:
        x = cells[0].x
        return [Strip(leading, partial(_line, x, line)) for line in cells[0].lines]
    return [Strip(leading, partial(_row, cells, at)) for at in range(most)]


def words(text: str, style: Style, x: float, room: float) -> list[Strip]:
    """Lines of words in one style."""
    return paragraph([(text, style)], x, room)


def together(strips: Iterable[Strip], limit: float = _TOGETHER) -> list[Strip]:
    """The same strips, kept on one page unless they are taller than `limit`."""
    found = list(strips)
    if sum(strip.height for strip in found) <= limit:
        return [*(_kept(strip) for strip in found[:-1]), *found[-1:]]
    last = len(found) - 1
    return [
        _kept(strip) if at < _ENDS or last - _ENDS <= at < last else strip
        for at, strip in enumerate(found)
    ]


def attached(strips: Sequence[Strip]) -> list[Strip]:
    """The same strips, the last one kept with whatever follows."""
    return [*strips[:-1], *(_kept(strip) for strip in strips[-1:])]


def under(strips: Iterable[Strip], head: tuple[Strip, ...]) -> list[Strip]:
    """The same strips, with `head` repeated above them on every further page."""
    return [msgspec.structs.replace(strip, head=head) for strip in strips]


def before(strips: Iterable[Strip], backdrop: Backdrop) -> list[Strip]:
    """The same strips in front of one backdrop."""
    return [msgspec.structs.replace(strip, backdrop=backdrop) for strip in strips]


def height(strips: Iterable[Strip]) -> float:
    """How tall the strips are together."""
    return sum(strip.height for strip in strips)


def _kept(strip: Strip) -> Strip:
    return strip if strip.keep else msgspec.structs.replace(strip, keep=True)


def _line(x: float, line: Line, sheet: Sheet, top: float) -> None:
    sheet.line_of_words(x, top, line)


def _row(cells: Sequence[Cell], at: int, sheet: Sheet, top: float) -> None:
    for cell in cells:
        if at < len(cell.lines):
            line = cell.lines[at]
            shift = _extent(line) if cell.is_right else 0.0
            sheet.line_of_words(cell.x - shift, top, line)


def _extent(line: Line) -> float:
    if not line:
        return 0.0
    last = line[-1]
    return last.x + width(last.text, last.style)
