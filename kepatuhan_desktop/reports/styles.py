"""Name the typefaces, sizes, colours and measures of printed pages; lengths in points."""

import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kepatuhan_desktop import assets

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT = 48.0, 547.28
CONTENT = RIGHT - LEFT
FIRST_TOP, TOP, BOTTOM = 806.0, 782.0, 66.0

INK, MUTED, FAINT = "#111827", "#5B6473", "#8A93A3"
LINE, SUNKEN, PAPER = "#DFE3E9", "#F3F5F8", "#FFFFFF"
PRIMARY, PRIMARY_SOFT = "#2457E6", "#EEF2FE"
BLACK = "#000000"
WATERMARK = "#F4F5F7"


class Tone(msgspec.Struct, frozen=True):
    """The colours of a zone: for marks and words, and behind them."""

    strong: str
    soft: str
    mark: str
    """Brighter than `strong`: for areas, never for words."""


GREEN = Tone("#137A46", "#EAF7EF", "#23A45F")
YELLOW = Tone("#A85805", "#FEF5E6", "#E69A17")
RED = Tone("#C42B2B", "#FDEEEE", "#DB4545")
NEUTRAL = Tone(MUTED, SUNKEN, "#B4BBC7")

TONES = {"green": GREEN, "yellow": YELLOW, "red": RED}


class Style(msgspec.Struct, frozen=True):
    """How a run of text looks."""

    font: str
    size: float
    leading: float
    colour: str = INK


TITLE = Style(BOLD, 19, 24)
SUBTITLE = Style(REGULAR, 9, 12.5, MUTED)
UNIT = Style(BOLD, 13.5, 17)
SECTION = Style(BOLD, 13, 17)
HEADING = Style(SEMIBOLD, 9.4, 13)
OVERLINE = Style(SEMIBOLD, 6.6, 10, MUTED)
QUESTION = Style(SEMIBOLD, 8.9, 12)
BODY = Style(REGULAR, 8.3, 11.6)
BODY_STRONG = Style(SEMIBOLD, 8.3, 11.6)
BODY_MUTED = Style(REGULAR, 8.3, 11.6, MUTED)
SMALL = Style(REGULAR, 7, 9.4)
SMALL_STRONG = Style(SEMIBOLD, 7, 9.4)
SMALL_MUTED = Style(REGULAR, 7, 9.4, MUTED)
FINE = Style(REGULAR, 5.9, 8.2, MUTED)
FINE_STRONG = Style(SEMIBOLD, 5.9, 8.2, MUTED)


def coloured(style: Style, colour: str) -> Style:
    """`style` in another colour."""
    return msgspec.structs.replace(style, colour=colour)


def font(name: str) -> TTFont:
    """The embedded font of that name, loaded once per process."""
    if name not in pdfmetrics.getRegisteredFontNames():
        # asciiReadable would put all of ASCII into each subset whether it is used or not.
        path = assets.path("resources", "fonts", f"{name}.ttf")
        pdfmetrics.registerFont(TTFont(name, str(path), asciiReadable=0))
    return pdfmetrics.getFont(name)
