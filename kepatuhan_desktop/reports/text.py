"""Make foreign text printable and break it into lines; the only way by which text gets on a page.

Nothing here reads markup: what looks like a tag is printed as it stands.
"""

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.styles import Style

UNPRINTABLE = "□"
"""Stands where the font has no glyph."""

Run = tuple[str, Style]
"""Text in one style; the next run follows after a space."""


class Piece(msgspec.Struct, frozen=True):
    """Part of a line in one style."""

    x: float
    """From the left end of the line."""
    text: str
    style: Style


Line = tuple[Piece, ...]

_MARKS = frozenset({"Mn", "Me", "Cf", "Cc"})
"""Accents without a letter and invisible controls: dropped rather than shown as boxes."""


class _Metrics:
    """Widths of one font in thousandths of its size."""

    def __init__(self, name: str) -> None:
        self.widths: dict[int, float] = styles.font(name).face.charWidths
        self.words: dict[str, float] = {}

    def of(self, text: str) -> float:
        found = self.words.get(text)
        if found is None:
            widths = self.widths
            found = sum([widths[ord(one)] for one in text])
            if len(self.words) < _REMEMBERED:
                self.words[text] = found
        return found


_REMEMBERED = 20_000
_metrics: dict[str, _Metrics] = {}


def clean(text: str) -> str:
    """`text` in characters that the fonts have, with `\\n` as the only control character.

    Accents are composed, invisible and direction-changing characters dropped, and every
    character without a glyph becomes `□`.
    """
    if text.isascii() and text.isprintable():
        return text
    known = _of(styles.REGULAR).widths
    found: list[str] = []
    for one in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        if one in "\n\r\v\f\u2028\u2029\x85":
            found.append("\n")
        elif one == "\t":
            found.append(" ")
        elif unicodedata.category(one) in _MARKS:
            continue
        else:
            found.append(one if ord(one) in known else UNPRINTABLE)
    return "".join(found)


def width(text: str, style: Style) -> float:
    """How wide clean text is."""
    return _of(style.font).of(text) * style.size / 1000


def shorten(text: str, style: Style, room: float) -> str:
    """Text in one line, ended by `…` where it is wider than `room`."""
    line = " ".join(clean(text).split())
    if width(line, style) <= room:
        return line
    metrics, scale = _of(style.font), style.size / 1000
    left = room / scale - metrics.of("…")
    for at, one in enumerate(line):
        left -= metrics.widths[ord(one)]
        if left < 0:
            return line[:at].rstrip() + "…"
    return line


def wrap(runs: Sequence[Run], room: float) -> list[Line]:
    """The lines of `runs`, none wider than `room`; a word that is wider is broken."""
    lines: list[Line] = []
    current: list[Piece] = []
    x = 0.0
    for text, style in runs:
        space = width(" ", style)
        for at, paragraph in enumerate(clean(text).split("\n")):
            if at:
                lines.append(tuple(current))
                current, x = [], 0.0
            for word in filter(None, paragraph.split(" ")):
                need = width(word, style)
                before = space if current else 0.0
                if x + before + need <= room:
                    _add(current, x + before, word, style)
                    x += before + need
                    continue
                if current:
                    lines.append(tuple(current))
                    current = []
                *full, rest = _broken(word, need, style, room)
                lines += [(Piece(0.0, part, style),) for part in full]
                current, x = [Piece(0.0, rest, style)], width(rest, style)
    lines.append(tuple(current))
    return lines


def _add(line: list[Piece], x: float, word: str, style: Style) -> None:
    if line and line[-1].style is style:
        last = line[-1]
        line[-1] = Piece(last.x, f"{last.text} {word}", style)
    else:
        line.append(Piece(x, word, style))


def _broken(word: str, need: float, style: Style, room: float) -> list[str]:
    return [word] if need <= room else list(_slices(word, style, room))


def _slices(word: str, style: Style, room: float) -> Iterator[str]:
    widths = _of(style.font).widths
    most = room * 1000 / style.size
    start, filled = 0, 0.0
    for at, one in enumerate(word):
        step = widths[ord(one)]
        if filled + step > most and at > start:
            yield word[start:at]
            start, filled = at, 0.0
        filled += step
    yield word[start:]


def _of(font: str) -> _Metrics:
    found = _metrics.get(font)
    if found is None:
        found = _metrics[font] = _Metrics(font)
    return found
