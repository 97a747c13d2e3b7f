"""Check a file that somebody offers as evidence, and make its copies; the bytes stay as they are.

Pillow, libheif and pdfium are loaded on first use, so importing this module costs nothing.
"""

from typing import TYPE_CHECKING

import msgspec

from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceTooLarge
from kepatuhan_desktop.imaging import documents
from kepatuhan_desktop.imaging.recognition import MediaType, recognise

if TYPE_CHECKING:
    from PIL.Image import Image

    from kepatuhan_desktop.imaging.pictures import Picture

PICTURE_BYTES = 60_000_000
DOCUMENT_BYTES = 200_000_000
ROTATIONS = (0, 90, 180, 270)

_CHECKING_SIDE = 1
"""Decode as small as the decoder can: every byte is read, few pixels are computed."""


class Inspected(msgspec.Struct, frozen=True):
    """What the bytes of an accepted file say about themselves."""

    media_type: MediaType
    width: int = 0
    """Pixels, upright; 0 for documents."""
    height: int = 0
    taken_at: str | None = None
    """ISO 8601 local time, with the offset where the camera wrote one."""
    has_location: bool = False
    """Whether the original carries coordinates; the copies never do."""
    camera: str | None = None
    """Make and model, printable, at most 80 characters."""


class Derived(msgspec.Struct, frozen=True):
    """Copies for screens and reports: upright, rotated as asked, sRGB, without metadata.

    The same bytes and rotation always give the same copies.
    """

    thumbnail: bytes
    """JPEG, longer side at most 320 pixels."""
    print_copy: bytes
    """JPEG, longer side at most 1600 pixels."""
    width: int
    """Of the print copy, in pixels."""
    height: int


class Intake(msgspec.Struct, frozen=True):
    """Everything about one new piece of evidence."""

    inspected: Inspected
    derived: Derived | None
    """None for office files, which are shown as an icon."""


def glance(data: bytes, name: str) -> Inspected:
    """What `inspect` says, from headers and structure alone: no pixel is decoded.

    Notices truncation, bombs and foreign kinds within milliseconds, and opens a PDF in a process
    of its own; damage inside the pixels shows only when `derive` decodes them. Raises as
    `inspect` does.
    """
    media_type = _accept(data, name)
    if not media_type.is_picture:
        if media_type is MediaType.PDF:
            from kepatuhan_desktop.imaging import pages  # noqa: PLC0415 - the decoder needs none

            documents.require_whole(data, name)
            with pages.opened(data, name):
                pass
        return Inspected(media_type)
    picture = _picture(data, media_type, name)
    picture.check_whole()
    return _described(picture, media_type)


def inspect(data: bytes, name: str) -> Inspected:
    """Accept a file as evidence, or raise.

    Raises `EvidenceNotAccepted`, `EvidenceTooLarge`, `EvidenceDamaged`, `EvidenceProtected`.
    Decodes the whole picture; `take_in` does it once for this and the copies.
    """
    media_type = _accept(data, name)
    if not media_type.is_picture:
        if media_type is MediaType.PDF:
            documents.check(data, name)
        return Inspected(media_type)
    picture = _picture(data, media_type, name)
    picture.decode(_CHECKING_SIDE)
    return _described(picture, media_type)


def derive(
    data: bytes, media_type: MediaType, *, rotation: int = 0, name: str = ""
) -> Derived | None:
    """The copies of an accepted file, turned clockwise by `rotation`; None for office files.

    Raises `EvidenceDamaged`, `EvidenceTooLarge`, `EvidenceProtected`; `ValueError` for a
    rotation that is not in `ROTATIONS`.
    """
    _require_rotation(rotation)
    if media_type is MediaType.PDF:
        return _pdf_copies(data, name, rotation)
    if not media_type.is_picture:
        return None
    return _picture_copies(_picture(data, media_type, name), rotation)


def take_in(data: bytes, name: str, *, rotation: int = 0) -> Intake:
    """`inspect` and `derive` with a single decoding; raises as they do."""
    _require_rotation(rotation)
    media_type = _accept(data, name)
    if not media_type.is_picture:
        if media_type is MediaType.PDF:
            documents.check(data, name)
        return Intake(Inspected(media_type), derive(data, media_type, rotation=rotation, name=name))
    picture = _picture(data, media_type, name)
    return Intake(_described(picture, media_type), _picture_copies(picture, rotation))


def _accept(data: bytes, name: str) -> MediaType:
    if not data:
        raise EvidenceDamaged(name=name)
    if len(data) > DOCUMENT_BYTES:
        raise _too_large(data, name, DOCUMENT_BYTES)
    media_type = recognise(data, name)
    if media_type.is_picture and len(data) > PICTURE_BYTES:
        raise _too_large(data, name, PICTURE_BYTES)
    return media_type


def _too_large(data: bytes, name: str, limit: int) -> EvidenceTooLarge:
    return EvidenceTooLarge(
        name=name, found=f"{len(data) // 1_000_000} MB", limit=f"{limit // 1_000_000} MB"
    )


def _require_rotation(rotation: int) -> None:
    if rotation not in ROTATIONS:
        msg = f"rotation {rotation}"
        raise ValueError(msg)


def _picture(data: bytes, media_type: MediaType, name: str) -> "Picture":
    from kepatuhan_desktop.imaging.pictures import Picture  # noqa: PLC0415 - loads Pillow

    return Picture(data, media_type, name)


def _described(picture: "Picture", media_type: MediaType) -> Inspected:
    width, height = picture.upright_size
    return Inspected(
        media_type=media_type,
        width=width,
        height=height,
        taken_at=picture.exif.taken_at,
        has_location=picture.exif.has_location or picture.has_location_in_xmp,
        camera=picture.exif.camera,
    )


def _picture_copies(picture: "Picture", rotation: int) -> Derived:
    from kepatuhan_desktop.imaging import copies  # noqa: PLC0415 - loads Pillow

    return _encoded(copies.print_sized(picture), rotation)


def _pdf_copies(data: bytes, name: str, rotation: int) -> Derived:
    from kepatuhan_desktop.imaging import copies  # noqa: PLC0415 - loads Pillow

    return _encoded(documents.first_page(data, name, copies.PRINT_SIDE), rotation)


def _encoded(upright: "Image", rotation: int) -> Derived:
    from kepatuhan_desktop.imaging import copies  # noqa: PLC0415 - loads Pillow

    image = copies.rotated(upright, rotation)
    return Derived(
        thumbnail=copies.thumbnail_jpeg(image),
        print_copy=copies.print_jpeg(image),
        width=image.width,
        height=image.height,
    )
