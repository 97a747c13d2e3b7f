"""Check PDF evidence and draw its pages; pdfium is not thread-safe, so one at a time."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceProtected

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

_PDFIUM = Lock()
_PASSWORD_NEEDED = 4
"""FPDF_ERR_PASSWORD of pdfium's fpdfview.h."""


def check(data: bytes, name: str) -> None:
    """Raise `EvidenceDamaged` or `EvidenceProtected` unless the PDF opens and has a page."""
    require_whole(data, name)
    with opened(data, name) as document:
        _page_size(document, 0)


def first_page(data: bytes, name: str, long_side: int) -> "Image":
    """The first page on white, its longer side `long_side` pixels; raises as `check` does."""
    found = page(data, name, 0, long_side)
    if found is None:
        raise EvidenceDamaged(name=name)
    return found


def page(data: bytes, name: str, number: int, long_side: int) -> "Image | None":
    """A page (from 0) as `first_page` draws the first; None for one that is not there."""
    with opened(data, name) as document:
        if number >= len(document):
            return None
        longest = max(_page_size(document, number))
        page = document[number]
        try:
            bitmap = page.render(scale=long_side / longest, rev_byteorder=True)
            try:
                # copy(): the picture shares the bitmap's memory, which ends here
                picture: Image = bitmap.to_pil().convert("RGB").copy()
            finally:
                bitmap.close()
        finally:
            page.close()
    return picture


def require_whole(data: bytes, name: str) -> None:
    """Raise `EvidenceDamaged` for a file that was cut off; pdfium would repair it silently."""
    end = data.rfind(b"%%EOF")
    if end < 0 or b" obj" in data[end:] or (b"/Page" not in data and b"/ObjStm" not in data):
        raise EvidenceDamaged(name=name)


def load() -> None:
    """Load pdfium, ahead of the first document."""
    import pypdfium2  # noqa: F401, PLC0415 - as in `opened`


@contextmanager
def opened(data: bytes, name: str) -> Iterator["PdfDocument"]:
    """The document, for nobody else meanwhile; raises `EvidenceProtected`, `EvidenceDamaged`.

    Its pages show what is drawn in form fields, such as signatures; scripts in it never run.
    """
    import pypdfium2  # noqa: PLC0415 - 30 ms at start-up that most sessions do not need

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(io.BytesIO(data), autoclose=False)
        except pypdfium2.PdfiumError as fault:
            if getattr(fault, "err_code", None) == _PASSWORD_NEEDED:
                raise EvidenceProtected(name=name) from fault
            raise EvidenceDamaged(name=name) from fault
        try:
            # Before any page is loaded. The form has no platform for scripts, whatever pdfium can.
            document.init_forms(pypdfium2.raw.FPDF_FORMFILLINFO(version=2))
            yield document
        except (pypdfium2.PdfiumError, ValueError, IndexError, MemoryError, OSError) as fault:
            raise EvidenceDamaged(name=name) from fault
        finally:
            document.close()


def _page_size(document: "PdfDocument", number: int) -> tuple[float, float]:
    if len(document) <= number:
        msg = "no page"
        raise ValueError(msg)
    width, height = document.get_page_size(number)
    if not (width > 0 and height > 0):
        msg = "page without area"
        raise ValueError(msg)
    return width, height
