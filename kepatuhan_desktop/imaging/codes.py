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
WAYS = 5
"""In which a picture is looked at, at most."""
_UNWATCHED = Unwatched()


class Attempt(NamedTuple):
    """One way of looking at one picture."""

    done: int
    total: int
    """As `progress` tells it: `WAYS` for every page."""
    texts: tuple[str, ...]
    """What was found by it."""


Attempts = Callable[[bytes, str], Iterator[Attempt]]


def attempts(data: bytes, name: str) -> Iterator[Attempt]:
    """Likely ways first, each on every page. Raises what `texts` raises, `progress` apart."""
    count, images = _images(data, name)
    pages: list[Iterator[Image]] = []
    for way in range(WAYS):
        for number in range(count):
            if way == 0:
                pages.append(_treated(next(images)))
            treated = next(pages[number], None)
            found = dict.fromkeys(_read(treated)) if treated is not None else ()
            yield Attempt(way * count + number, WAYS * count, tuple(found))


def texts(
    data: bytes,
    name: str = "",
    *,
    wanted: Callable[[str], bool] = bool,
    progress: Progress = _UNWATCHED,
    attempts: Attempts = attempts,
) -> tuple[str, ...]:
    """What the QR codes of a picture or of a PDF's first pages say. For the worker.

    Tries harder and harder until a text is `wanted`, and then no way more, but the same on the
    other pages; gives every text it met, or none. Raises `EvidenceNotAccepted`,
    `EvidenceTooLarge`, `EvidenceDamaged`, `EvidenceProtected`, and what `progress` raises between
    two attempts.
    """
    found: dict[str, None] = {}
    try:
        for one in attempts(data, name):
            progress.step(one.done, one.total)
            found |= dict.fromkeys(one.texts)
            is_last_page = (one.done + 1) % (one.total // WAYS) == 0
            if is_last_page and any(map(wanted, found)):
                break
    except EvidenceDamaged:
        # A page further on that cannot be drawn takes nothing from what was read before it.
        if not any(map(wanted, found)):
            raise
    return tuple(found)


def _images(data: bytes, name: str) -> "tuple[int, Iterator[Image]]":
    """How many pictures there are, and the pictures, each made when it is asked for."""
    from kepatuhan_desktop.imaging import copies, pictures  # noqa: PLC0415 - loads Pillow

    if not data:
        raise EvidenceDamaged(name=name)
    kind = recognise(data, name)
    limit = ingest.PICTURE_BYTES if kind.is_picture else ingest.DOCUMENT_BYTES
    if len(data) > limit:
        found, most = (f"{size // 1_000_000} MB" for size in (len(data), limit))
        raise EvidenceTooLarge(name=name, found=found, limit=most)
    if kind is MediaType.PDF:
        with documents.opened(data, name) as document:
            count = min(_PAGES, len(document))
        return count, (_page(data, name, number) for number in range(count))
    if kind.is_picture:
        return 1, iter([copies.grey(pictures.Picture(data, kind, name), _PHOTO_SIDE)])
    raise EvidenceNotAccepted(name=name, accepted=ACCEPTED)


def _page(data: bytes, name: str, number: int) -> "Image":
    image = documents.page(data, name, number, _PAGE_SIDE)
    if image is None:
        raise EvidenceDamaged(name=name)
    return image.convert("L")


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
