"""Draw the pages of a scorecard for the screen and for the printer. All for the worker."""

import math
from collections.abc import Iterator, Sequence

from kepatuhan_desktop.imaging import pages
from kepatuhan_desktop.imaging.pages import Page
from kepatuhan_desktop.progress import Progress

__all__ = ["Page", "for_printer", "for_screen"]

_NAME = "kartu-nilai.pdf"
_PIXELS = 40_000_000
"""Of all pages together: about twelve at the width of a large screen, 160 MB on it."""


def for_screen(pdf: bytes, width: int, progress: Progress) -> Iterator[Page]:
    """Every page `width` pixels wide, less where that would take too much memory.

    Raises `EvidenceDamaged`, `EvidenceProtected`.
    """
    with pages.opened(pdf, _NAME) as document:
        area = sum(height / points for points, height in document.sizes if points)
        narrower = min(width, math.isqrt(round(_PIXELS / area)))
        for done, page in enumerate(document.fitting(narrower), 1):
            progress.step(done, len(document.sizes))
            yield page


def for_printer(
    pdf: bytes, dots_per_inch: float, which: Sequence[int], progress: Progress
) -> Iterator[Page]:
    """The pages `which` (from 0) at that resolution, one at a time; raises as `for_screen`."""
    with pages.opened(pdf, _NAME) as document:
        for done, page in enumerate(document.resolved(dots_per_inch, which)):
            progress.step(done, len(which))
            yield page
    progress.step(len(which), len(which))
