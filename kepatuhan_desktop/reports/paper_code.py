"""Draw the QR code that proves a page without its file, in a column beside the signatures.

`scorecard.render(card, code=Code(text=…, record=…))` is the way in: `text` comes from
`signing.paper.write`. Without a code (a draft) the column holds a dashed frame of the same size.
"""

import msgspec
import segno

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.reading import Reading
from kepatuhan_desktop.reports.sheet import Sheet, baseline_below
from kepatuhan_desktop.reports.text import width

_MODULE = 0.55 / 25.4 * 72
"""0.55 mm, so that a photocopy of a photocopy still has three dots to a module."""
_MODULES = 49  # QR version 8, which a code of ours always is
_QUIET = 4 * _MODULE
"""White around the symbol; at its sides the gap between columns and the margin give it."""
_GROUPS, _GROUP = 4, 4

WIDTH = _MODULES * _MODULE
HEIGHT = styles.HEADING.leading + _QUIET + WIDTH + _QUIET + styles.SMALL.leading


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """What the QR code says, and what stands below it for the eye."""

    text: str
    record: Digest
    """SHA-256 of the attached record; its beginning is the short code."""

    @property
    def short(self) -> str:
        """The first 16 characters in groups of four (docs/formats/paper.md)."""
        return " ".join(self.record[at * _GROUP :][:_GROUP] for at in range(_GROUPS))


def draw(reading: Reading, code: Code | None, x: float, sheet: Sheet, top: float) -> None:
    """The label, the symbol and the short code, `WIDTH` by `HEIGHT`; a frame without a code."""
    label, style = styles.HEADING, styles.SMALL
    sheet.words(x, top - baseline_below(label), reading.words.code, label)
    below = top - label.leading - _QUIET
    if code is None:
        sheet.box(x, below, WIDTH, WIDTH, stroke=styles.NEUTRAL.mark, radius=4, dash=(2.5, 2.5))
        text, style = reading.words.code_later, styles.SMALL_MUTED
        baseline = below - WIDTH / 2 - 2.5
    else:
        sheet.mosaic(x, below, WIDTH, segno.make(code.text, error="m", micro=False).matrix)
        text = code.short
        baseline = below - WIDTH - _QUIET - baseline_below(style)
    sheet.words(x + (WIDTH - width(text, style)) / 2, baseline, text, style)
