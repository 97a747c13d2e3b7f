"""What a file is, is told by its bytes."""

import contextlib
import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.errors import EvidenceNotAccepted, EvidenceProtected
from kepatuhan_desktop.imaging.recognition import MediaType, recognise


def _open_xml(main_part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types><Override ContentType="application/vnd.{main_part}"/></Types>',
        )
    return out.getvalue()


def _open_document(kind: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", "<office/>")
    return out.getvalue()


def _ole(stream: str) -> bytes:
    name = stream.encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + entry + bytes(100)


def _ftyp(major: bytes, *compatible: bytes) -> bytes:
    body = b"ftyp" + major + bytes(4) + b"".join(compatible)
    return struct.pack(">I", len(body) + 4) + body


@pytest.mark.parametrize(
    "data,kind",
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", MediaType.JPEG),
        (b"\x89PNG\r\n\x1a\n\x00\x00", MediaType.PNG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", MediaType.WEBP),
        (_ftyp(b"heic", b"mif1"), MediaType.HEIC),
        (_ftyp(b"mif1", b"mif1", b"heic"), MediaType.HEIC),
        (b"%PDF-1.7\n", MediaType.PDF),
        (b"\r\n\r\n%PDF-1.4\n", MediaType.PDF),
        (
            _open_xml("openxmlformats-officedocument.wordprocessingml.document.main+xml"),
            MediaType.DOCX,
        ),
        (_open_xml("openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), MediaType.XLSX),
        (
            _open_xml("openxmlformats-officedocument.presentationml.presentation.main+xml"),
            MediaType.PPTX,
        ),
        (_open_document("application/vnd.oasis.opendocument.text"), MediaType.ODT),
        (_open_document("application/vnd.oasis.opendocument.spreadsheet"), MediaType.ODS),
        (_open_document("application/vnd.oasis.opendocument.presentation"), MediaType.ODP),
        (_ole("WordDocument"), MediaType.DOC),
        (_ole("Workbook"), MediaType.XLS),
        (_ole("Book"), MediaType.XLS),
        (_ole("PowerPoint Document"), MediaType.PPT),
    ],
)
def test_an_accepted_kind_is_told_by_its_bytes(data: bytes, kind: MediaType) -> None:
    assert recognise(data, "salah.exe") is kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00",
        b"GIF89a",
        b"<html>%PDF",
        b"II*\0",
        _ftyp(b"avif", b"mif1"),
        _ftyp(b"mif1", b"avif"),
        _ftyp(b"isom", b"mp42"),
        _open_xml("ms-word.document.macroEnabled.main+xml"),
        _open_document("application/epub+zip"),
        _open_xml("something.else")[:-10],
        _ole("__nameid_version1.0"),
        b"PK\x03\x04" + bytes(50),
    ],
)
def test_anything_else_is_refused_and_the_accepted_kinds_are_named(data: bytes) -> None:
    with pytest.raises(EvidenceNotAccepted) as refused:
        recognise(data, "foto.jpg")
    assert refused.value.parameters["name"] == "foto.jpg"
    assert "PDF" in refused.value.parameters["accepted"]


def test_an_office_file_with_a_password_is_named_as_such() -> None:
    with pytest.raises(EvidenceProtected):
        recognise(_ole("EncryptedPackage"), "rahasia.docx")


@given(head=st.binary(max_size=300), magic=st.sampled_from([b"", b"PK\x03\x04", b"\0\0\0\x20ftyp"]))
def test_no_bytes_break_recognition(head: bytes, magic: bytes) -> None:
    with contextlib.suppress(EvidenceNotAccepted, EvidenceProtected):
        recognise(magic + head, "x")


def test_extension_and_pictures() -> None:
    assert MediaType.JPEG.extension == ".jpg"
    assert MediaType.DOCX.extension == ".docx"
    assert {kind for kind in MediaType if kind.is_picture} == {
        MediaType.JPEG,
        MediaType.PNG,
        MediaType.WEBP,
        MediaType.HEIC,
    }
