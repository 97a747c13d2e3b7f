"""Tell by its bytes, never by its extension, what kind of evidence a file is."""

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum

from kepatuhan_desktop.errors import EvidenceNotAccepted, EvidenceProtected

ACCEPTED = "JPEG, PNG, WebP, HEIC, PDF, Word, Excel, PowerPoint, OpenDocument"
"""The accepted kinds, as they are named to the user."""

_PDF_HEADER_WITHIN = 1024
"""Readers accept bytes before `%PDF-`; some portals put a blank line there."""
_CONTENT_TYPES_LIMIT = 1_000_000
"""A real `[Content_Types].xml` has a few kilobytes."""
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class MediaType(StrEnum):
    """A kind of file that is kept as evidence; the value is its registered media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    HEIC = "image/heic"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"
    DOC = "application/msword"
    XLS = "application/vnd.ms-excel"
    PPT = "application/vnd.ms-powerpoint"

    @property
    def is_picture(self) -> bool:
        """Whether the file is one picture that can be rotated and shown."""
        return self.value.startswith("image/")

    @property
    def extension(self) -> str:
        """The usual file name suffix, with its dot."""
        return ".jpg" if self is MediaType.JPEG else f".{self.name.lower()}"


_OPEN_XML = {
    b"wordprocessingml.document.main+xml": MediaType.DOCX,
    b"spreadsheetml.sheet.main+xml": MediaType.XLSX,
    b"presentationml.presentation.main+xml": MediaType.PPTX,
}
"""Content type of the main part. Files with macros have another one and are not accepted."""

_OPEN_DOCUMENT = {
    kind.value.encode(): kind for kind in (MediaType.ODT, MediaType.ODS, MediaType.ODP)
}

_OLE_STREAMS = {
    "WordDocument": MediaType.DOC,
    "Workbook": MediaType.XLS,
    "Book": MediaType.XLS,
    "PowerPoint Document": MediaType.PPT,
}

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_HEIF_CONTAINERS = {b"mif1", b"msf1"}


def recognise(head: bytes, name: str) -> MediaType:
    """The kind of the file that starts with `head`; `name` is only for the sentence.

    Pictures and PDF show in the first 1,100 bytes. Office files keep their table of contents
    at the end, so they need the whole file. Raises `EvidenceNotAccepted`, or
    `EvidenceProtected` for an office file with a password.
    """
    kind = _picture(head) or _pdf(head)
    if kind is None and head.startswith(b"PK\x03\x04"):
        kind = _zipped_office(head)
    if kind is None and head.startswith(_OLE_MAGIC):
        if _ole_entry("EncryptedPackage") in head:
            raise EvidenceProtected(name=name)
        kind = _legacy_office(head)
    if kind is None:
        raise EvidenceNotAccepted(name=name, accepted=ACCEPTED)
    return kind


def _picture(head: bytes) -> MediaType | None:
    if head.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return MediaType.WEBP
    if head[4:8] == b"ftyp" and _is_heif(head):
        return MediaType.HEIC
    return None


def _is_heif(head: bytes) -> bool:
    (length,) = struct.unpack(">I", head[:4])
    box = head[8 : min(length, 256)]
    major = box[:4]
    compatible = {box[at : at + 4] for at in range(8, len(box) - 3, 4)}
    # AVIF uses the same container with another codec, which is not shipped.
    return major in _HEIF_BRANDS or (major in _HEIF_CONTAINERS and bool(compatible & _HEIF_BRANDS))


def _pdf(head: bytes) -> MediaType | None:
    found = re.search(rb"%PDF-\d", head[:_PDF_HEADER_WITHIN])
    return MediaType.PDF if found else None


def _zipped_office(data: bytes) -> MediaType | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            if "mimetype" in members:
                return _OPEN_DOCUMENT.get(_member(archive, "mimetype", 100).strip())
            if "[Content_Types].xml" not in members:
                return None
            types = _member(archive, "[Content_Types].xml", _CONTENT_TYPES_LIMIT)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
        KeyError,
        IndexError,
        OSError,
        EOFError,
    ):
        # What zipfile raises for broken directories, unknown methods and passwords.
        return None
    return next((kind for mark, kind in _OPEN_XML.items() if mark in types), None)


def _member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as member:
        return member.read(limit)


def _legacy_office(data: bytes) -> MediaType | None:
    return next(
        (kind for stream, kind in _OLE_STREAMS.items() if _ole_entry(stream) in data),
        None,
    )


def _ole_entry(stream: str) -> bytes:
    """The name field (64 bytes) and its length, as they stand in an OLE directory entry."""
    encoded = stream.encode("utf-16-le")
    return encoded.ljust(64, b"\0") + struct.pack("<H", len(encoded) + 2)
