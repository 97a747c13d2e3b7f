"""Draw the pages of a PDF as plain pixels, at the size that a screen or a printer wants.

Signatures are drawn in form fields, which pdfium shows only where forms were asked for.
"""

import ctypes
import mmap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kepatuhan_desktop.imaging.documents import opened

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfPage

_POINTS_PER_INCH = 72


class Page(NamedTuple):
    """One page on white: 3 bytes a pixel in the order red, green, blue."""

    width: int
    height: int
    stride: int
    """Bytes of a row; at least 3 x width."""
    pixels: memoryview


def sizes(data: bytes, name: str) -> list[tuple[float, float]]:
    """Width and height of every page in points; raises `EvidenceDamaged`, `EvidenceProtected`."""
    with opened(data, name) as document:
        return [document.get_page_size(at) for at in range(len(document))]


def fitting(data: bytes, name: str, width: int) -> Iterator[Page]:
    """Every page, `width` pixels wide. Nobody else can use pdfium until the last one is taken."""
    with opened(data, name) as document:
        document.init_forms()
        for at in range(len(document)):
            points, _ = document.get_page_size(at)
            yield _draw(document[at], width / points)


def resolved(data: bytes, name: str, dots_per_inch: float, which: Iterable[int]) -> Iterator[Page]:
    """The pages `which` (from 0) in that order; pdfium is occupied until the last one is taken."""
    with opened(data, name) as document:
        document.init_forms()
        for at in which:
            yield _draw(document[at], dots_per_inch / _POINTS_PER_INCH)


def _draw(page: "PdfPage", scale: float) -> Page:
    try:
        bitmap = page.render(scale=scale, rev_byteorder=True, bitmap_maker=_bitmap)
        try:
            pixels = memoryview(bitmap.buffer).cast("B")
            return Page(bitmap.width, bitmap.height, bitmap.stride, pixels)
        finally:
            bitmap.close()
    finally:
        page.close()


def _bitmap(width: int, height: int, format: int, rev_byteorder: bool) -> "PdfBitmap":
    """A bitmap in memory that the system fills with zeros when it is used.

    A page for the printer has 26 MB. To clear or to copy them would keep the interpreter, and
    with it the window, for 20 ms.
    """
    from pypdfium2 import PdfBitmap, internal  # noqa: PLC0415 - see `documents.opened`

    size = width * internal.BitmapTypeToNChannels[format] * height
    buffer = (ctypes.c_ubyte * size).from_buffer(mmap.mmap(-1, max(size, 1)))
    return PdfBitmap.new_native(width, height, format, rev_byteorder, buffer=buffer)
