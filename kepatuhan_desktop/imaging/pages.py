"""Draw the pages of a PDF as plain pixels, at the size that a screen or a printer wants."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kepatuhan_desktop.imaging.documents import opened

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_POINTS_PER_INCH = 72


class Page(NamedTuple):
    """One page on white: 3 bytes a pixel in the order red, green, blue."""

    width: int
    height: int
    stride: int
    """Bytes of a row; at least 3 x width."""
    pixels: bytes


def sizes(data: bytes, name: str) -> list[tuple[float, float]]:
    """Width and height of every page in points; raises `EvidenceDamaged`, `EvidenceProtected`."""
    with opened(data, name) as document:
        return [document.get_page_size(at) for at in range(len(document))]


def fitting(data: bytes, name: str, width: int) -> Iterator[Page]:
    """Every page, `width` pixels wide. Nobody else can use pdfium until the last one is taken."""
    with opened(data, name) as document:
        for at in range(len(document)):
            points, _ = document.get_page_size(at)
            yield _draw(document[at], width / points)


def resolved(data: bytes, name: str, dots_per_inch: float, which: Iterable[int]) -> Iterator[Page]:
    """The pages `which` (from 0) in that order; pdfium is occupied until the last one is taken."""
    with opened(data, name) as document:
        for at in which:
            yield _draw(document[at], dots_per_inch / _POINTS_PER_INCH)


def _draw(page: "PdfPage", scale: float) -> Page:
    try:
        bitmap = page.render(scale=scale, rev_byteorder=True)
        try:
            return Page(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
    finally:
        page.close()
