"""Read the QR codes in a photo, a scan or a scanned PDF, within the limits of evidence.

Pillow, pdfium and zxing are loaded on first use, so importing this module costs nothing.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceNotAccepted, EvidenceTooLarge
from kepatuhan_desktop.imaging import documents, ingest
from kepatuhan_desktop.imaging.recognition import MediaType, recognise
from kepatuhan_desktop.progress import Progress, Unwatched

if TYPE_CHECKING:
    from PIL.Image import Image

ACCEPTED = "JPEG, PNG, WebP, HEIC, PDF"

_PHOTO_SIDE = 4500
"""Pixels; a larger JPEG is decoded at a half, quarter or eighth that is no smaller."""
_PAGE_SIDE = 2600
"""Pixels of a drawn page's longer side: 220 dots an inch on A4."""
_PAGES = 4
"""Of a PDF: signatures stand on its first pages."""
_ENLARGED_SIDE = 3000
"""Pixels; what is larger has dots enough, and doubling it would take seconds."""
_UNWATCHED = Unwatched()


class Attempt(NamedTuple):
    """One way of looking at one picture."""

    done: int
    total: int
    """As `progress` tells it; grows with every page."""
    texts: tuple[str, ...]
    """What was found by it."""


Attempts = Callable[[bytes, str], Iterator[Attempt]]


def attempts(data: bytes, name: str) -> Iterator[Attempt]:
    """Likely ones first. Raises what `texts` raises, `progress` apart."""
    for number, image in enumerate(_images(data, name)):
        for done, treated in enumerate(_treated(image)):
            found = tuple(dict.fromkeys(_read(treated)))
            yield Attempt(number * _TREATMENTS + done, (number + 1) * _TREATMENTS, found)


def texts(
    data: bytes,
    name: str = "",
    *,
    wanted: Callable[[str], bool] = bool,
    progress: Progress = _UNWATCHED,
    attempts: Attempts = attempts,
) -> tuple[str, ...]:
    """What the QR codes of a picture or of a PDF's first pages say. For the worker.

    Tries harder and harder until a text is `wanted`; gives every text it met, or none. Raises
    `EvidenceNotAccepted`, `EvidenceTooLarge`, `EvidenceDamaged`, `EvidenceProtected`, and what
    `progress` raises between two attempts.
    """
    found: dict[str, None] = {}
    for one in attempts(data, name):
        progress.step(one.done, one.total)
        found |= dict.fromkeys(one.texts)
        if any(wanted(text) for text in found):
            break
    return tuple(found)


def _images(data: bytes, name: str) -> "Iterator[Image]":
    from kepatuhan_desktop.imaging import copies, pictures  # noqa: PLC0415 - loads Pillow

    if not data:
        raise EvidenceDamaged(name=name)
    kind = recognise(data, name)
    limit = ingest.PICTURE_BYTES if kind.is_picture else ingest.DOCUMENT_BYTES
    if len(data) > limit:
        found, most = (f"{size // 1_000_000} MB" for size in (len(data), limit))
        raise EvidenceTooLarge(name=name, found=found, limit=most)
    if kind is MediaType.PDF:
        for page in range(_PAGES):
            image = documents.page(data, name, page, _PAGE_SIDE)
            if image is None:
                return
            yield image.convert("L")
    elif kind.is_picture:
        yield copies.grey(pictures.Picture(data, kind, name), _PHOTO_SIDE)
    else:
        raise EvidenceNotAccepted(name=name, accepted=ACCEPTED)


_TREATMENTS = 5


def _treated(image: "Image") -> "Iterator[Image]":
    """The picture in ways that make codes legible; likely ones first."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 - loads Pillow

    yield image
    yield image.filter(ImageFilter.UnsharpMask(3, 200, 0))
    yield image.filter(ImageFilter.GaussianBlur(1))
    if max(image.size) <= _ENLARGED_SIDE:
        size = (2 * image.width, 2 * image.height)
        image = image.resize(size, Image.Resampling.BICUBIC)
        yield image.filter(ImageFilter.UnsharpMask(5, 300, 0))
    # Toner has run together; this makes what is white larger.
    yield image.filter(ImageFilter.MaxFilter(3))


def _read(image: "Image") -> Iterator[str]:
    import zxingcpp  # noqa: PLC0415 - only where a code is looked for

    # The first is for uneven light, the second for noise and faint shadows.
    for binarizer in (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram):
        found = zxingcpp.read_barcodes(
            image,
            formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
            text_mode=zxingcpp.TextMode.Plain,
            binarizer=binarizer,
        )
        yield from (one.text for one in found if one.text)
