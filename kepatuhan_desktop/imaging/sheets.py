"""Draw the pages of an open PDF as plain pixels. For the decoding process."""

import ctypes
import mmap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument, PdfPage


class Page(NamedTuple):
    """One page on white: 3 bytes a pixel in the order red, green, blue."""

    width: int
    height: int
    stride: int
    """Bytes of a row; at least 3 x width."""
    pixels: memoryview


def sizes(document: "PdfDocument") -> list[tuple[float, float]]:
    """Width and height of every page in points, 0 for one that is broken.

    `ValueError` where there is no page, or the first one is broken.
    """
    found = [_size(document, at) for at in range(len(document))]
    if not found or not all(found[0]):
        msg = "no page"
        raise ValueError(msg)
    return found


def _size(document: "PdfDocument", at: int) -> tuple[float, float]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - see `documents.opened`

    try:
        width, height = document.get_page_size(at)
    except PdfiumError:
        return 0, 0
    return (width, height) if width > 0 and height > 0 else (0, 0)


class Board:
    """Memory to draw pages on, one after the other."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 1)

    def draw(self, page: "PdfPage", scale: float) -> Page:
        """The page, `scale` pixels for each point; closed. Its pixels hold until the next one."""
        try:
            bitmap = page.render(scale=scale, rev_byteorder=True, bitmap_maker=self._bitmap)
            try:
                pixels = memoryview(bitmap.buffer).cast("B")
                return Page(bitmap.width, bitmap.height, bitmap.stride, pixels)
            finally:
                bitmap.close()
        finally:
            page.close()

    def _bitmap(self, width: int, height: int, format: int, rev_byteorder: bool) -> "PdfBitmap":
        from pypdfium2 import PdfBitmap, internal  # noqa: PLC0415 - see `documents.opened`

        size = width * internal.BitmapTypeToNChannels[format] * height
        if size > len(self._memory):
            self._memory = mmap.mmap(-1, size)
        buffer = (ctypes.c_ubyte * size).from_buffer(self._memory)
        return PdfBitmap.new_native(width, height, format, rev_byteorder, buffer=buffer)
