"""Evidence is checked as a whole, refused with a reason, and never changed."""

import contextlib
import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kepatuhan_desktop.errors import (
    EvidenceDamaged,
    EvidenceNotAccepted,
    EvidenceProtected,
    EvidenceTooLarge,
)
from kepatuhan_desktop.imaging import ingest
from kepatuhan_desktop.imaging.drawing import draw
from kepatuhan_desktop.imaging.recognition import MediaType

REFUSALS = (EvidenceDamaged, EvidenceTooLarge, EvidenceNotAccepted, EvidenceProtected)


def _picture(width: int = 200, height: int = 120, mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((width, height), 60).convert(mode)


def _encoded(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def _webp_canvas(width: int, height: int) -> bytes:
    body = b"\x02\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def _pdf(**options: object) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - slow, for few tests

    out = io.BytesIO()
    page = Canvas(out, pagesize=(400, 200), **options)
    page.setFillColorRGB(1, 0, 0)
    page.rect(0, 0, 200, 200, stroke=0, fill=1)
    page.showPage()
    page.save()
    return out.getvalue()


def test_importing_ingest_and_drawing_loads_no_decoder() -> None:
    program = (
        "import sys, kepatuhan_desktop.imaging.ingest, kepatuhan_desktop.imaging.drawing;"
        "sys.exit(any(name in sys.modules for name in ('PIL', 'pi_heif', 'pypdfium2')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_measured_and_copied(form: str) -> None:
    data = _encoded(_picture(), form)
    before = bytes(data)
    intake = ingest.take_in(data, "foto")
    assert (intake.inspected.width, intake.inspected.height) == (200, 120)
    assert intake.inspected == ingest.inspect(data, "foto")
    assert intake.derived == ingest.derive(data, intake.inspected.media_type)
    assert data == before


def test_copies_have_their_sizes_and_no_metadata() -> None:
    data = draw(
        "toilet_sign",
        1,
        taken_at="2025-01-02T03:04:05+07:00",
        orientation=6,
        location=(-6.2, 106.8),
    )
    intake = ingest.take_in(data, "foto.jpg")
    assert intake.inspected == ingest.Inspected(
        media_type=MediaType.JPEG,
        width=3000,
        height=4000,
        taken_at="2025-01-02T03:04:05+07:00",
        has_location=True,
        camera="Peragaan Telepon 12",
    )
    assert intake.derived is not None
    for copy, size in (
        (intake.derived.print_copy, (1200, 1600)),
        (intake.derived.thumbnail, (240, 320)),
    ):
        shown = Image.open(io.BytesIO(copy))
        assert shown.size == size
        assert not set(shown.info) & {"exif", "icc_profile", "xmp", "comment"}
    assert (intake.derived.width, intake.derived.height) == (1200, 1600)


def test_a_comment_is_not_carried_over() -> None:
    data = _encoded(_picture(), "JPEG", comment=b"rahasia", xmp=b"<x>GPSLatitude</x>")
    intake = ingest.take_in(data, "foto")
    assert intake.derived is not None
    assert b"rahasia" in data
    assert b"rahasia" not in intake.derived.print_copy + intake.derived.thumbnail
    assert intake.inspected.has_location


@pytest.mark.parametrize(
    "rotation,corner", [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))]
)
def test_rotation_is_clockwise(rotation: int, corner: tuple[int, int]) -> None:
    image = Image.new("RGB", (160, 80), "white")
    image.paste("red", (0, 0, 40, 40))
    derived = ingest.derive(_encoded(image, "PNG"), MediaType.PNG, rotation=rotation)
    assert derived is not None
    shown = Image.open(io.BytesIO(derived.print_copy))
    assert shown.size == ((160, 80) if rotation in (0, 180) else (80, 160))
    place = tuple(
        10 if not end else side - 10 for end, side in zip(corner, shown.size, strict=True)
    )
    red, green, _ = shown.getpixel((place[0], place[1]))  # type: ignore[misc]  # a number or a tuple
    assert red > 200
    assert green < 60


def test_another_rotation_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="45"):
        ingest.derive(_encoded(_picture(), "PNG"), MediaType.PNG, rotation=45)


def test_copies_are_the_same_bytes_each_time() -> None:
    data = _encoded(_picture(3000, 2000), "JPEG")
    assert ingest.derive(data, MediaType.JPEG) == ingest.derive(data, MediaType.JPEG)


def _sixteen_bit() -> Image.Image:
    return Image.frombytes("I;16", (64, 64), struct.pack("<4096H", *([32768] * 4096)))


@pytest.mark.parametrize(
    "image,form,expected",
    [
        (Image.new("CMYK", (90, 60), (255, 0, 0, 0)), "JPEG", (0, 255, 255)),
        (Image.new("RGBA", (90, 60), (255, 0, 0, 0)), "PNG", (255, 255, 255)),
        (Image.new("RGBA", (90, 60), (0, 0, 0, 128)), "WEBP", (127, 127, 127)),
        (Image.new("LA", (90, 60), (0, 0)), "PNG", (255, 255, 255)),
        (Image.new("L", (90, 60), 77), "JPEG", (77, 77, 77)),
        (Image.new("1", (90, 60), 1), "PNG", (255, 255, 255)),
        (Image.new("P", (90, 60), 0), "PNG", (0, 0, 0)),
        (_sixteen_bit(), "PNG", (128, 128, 128)),
        (Image.new("RGB", (1, 1), (9, 9, 9)), "PNG", (9, 9, 9)),
        (Image.new("RGB", (10_000, 1), (9, 9, 9)), "PNG", (9, 9, 9)),
        (Image.new("RGB", (1, 10_000), (9, 9, 9)), "JPEG", (9, 9, 9)),
    ],
)
def test_every_mode_and_shape_is_shown_in_its_colours(
    image: Image.Image, form: str, expected: tuple[int, int, int]
) -> None:
    intake = ingest.take_in(_encoded(image, form), "foto")
    assert intake.derived is not None
    for copy in (intake.derived.print_copy, intake.derived.thumbnail):
        shown = Image.open(io.BytesIO(copy))
        assert shown.mode == "RGB"
        pixel = shown.getpixel((0, 0))
        assert isinstance(pixel, tuple)
        assert all(abs(a - b) <= 6 for a, b in zip(pixel, expected, strict=True))


def test_a_transparent_palette_is_laid_on_white() -> None:
    image = Image.new("P", (40, 40), 1)
    image.putpalette([200, 0, 0, 0, 200, 0])
    for transparency in (1, bytes([255, 0])):
        intake = ingest.take_in(_encoded(image, "PNG", transparency=transparency), "foto")
        assert intake.derived is not None
        shown = Image.open(io.BytesIO(intake.derived.print_copy))
        assert shown.getpixel((20, 20)) == (255, 255, 255)


def test_the_first_frame_of_an_animation_counts() -> None:
    frames = [Image.new("RGB", (50, 40), colour) for colour in ("red", "blue")]
    for form in ("WEBP", "PNG"):
        data = _encoded(frames[0], form, save_all=True, append_images=frames[1:])
        intake = ingest.take_in(data, "foto")
        assert intake.derived is not None
        red, _, blue = Image.open(io.BytesIO(intake.derived.print_copy)).getpixel((9, 9))  # type: ignore[misc]  # a number or a tuple
        assert red > 200
        assert blue < 60


def test_a_broken_colour_profile_counts_as_none() -> None:
    data = _encoded(_picture(), "JPEG", icc_profile=b"not a profile")
    assert ingest.take_in(data, "foto").derived is not None


@pytest.mark.parametrize(
    "data",
    [_png_header(60_000, 60_000), _webp_canvas(16_000, 16_000)],
    ids=["png", "webp"],
)
def test_a_bomb_is_refused_by_its_header(data: bytes) -> None:
    for opening in (ingest.glance, ingest.inspect, ingest.take_in):
        with pytest.raises(EvidenceTooLarge):
            opening(data, "bom")


def test_a_jpeg_bomb_is_refused_by_its_header() -> None:
    data = bytearray(_encoded(_picture(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 60_000)
    with pytest.raises(EvidenceTooLarge):
        ingest.inspect(bytes(data), "bom.jpg")


def test_too_many_bytes_are_refused_before_anything_is_read() -> None:
    with pytest.raises(EvidenceTooLarge):
        ingest.inspect(b"\xff\xd8\xff" + bytes(ingest.PICTURE_BYTES), "besar.jpg")


def test_an_empty_file_is_damaged() -> None:
    with pytest.raises(EvidenceDamaged):
        ingest.inspect(b"", "kosong.jpg")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("opening", [ingest.inspect, ingest.take_in])
def test_every_truncation_is_noticed(form: str, opening: Callable[[bytes, str], object]) -> None:
    data = _encoded(_picture(160, 100), form)
    lengths = {*range(16, len(data), max(1, len(data) // 60)), *range(len(data) - 12, len(data))}
    for length in sorted(lengths):
        with pytest.raises(REFUSALS):
            opening(data[:length], "potong")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_glance_notices_truncation_without_decoding(form: str) -> None:
    data = _encoded(_picture(160, 100), form)
    assert ingest.glance(data, "foto") == ingest.inspect(data, "foto")
    for length in range(16, len(data), 61):
        with pytest.raises(REFUSALS):
            ingest.glance(data[:length], "potong")


def test_a_truncated_progressive_jpeg_is_noticed() -> None:
    data = _encoded(_picture(160, 100), "JPEG", progressive=True)
    for length in range(300, len(data), 97):
        with pytest.raises(EvidenceDamaged):
            ingest.inspect(data[:length], "potong")


def test_a_tail_of_zeros_is_noticed() -> None:
    data = _encoded(_picture(300, 200), "JPEG")
    with pytest.raises(EvidenceDamaged):
        ingest.inspect(data[:5000] + bytes(len(data) - 5000), "nol.jpg")


def test_bytes_after_a_whole_jpeg_are_accepted() -> None:
    data = _encoded(_picture(), "JPEG") + b"MotionPhoto" + bytes(5000)
    assert ingest.inspect(data, "foto.jpg").width == 200


@settings(deadline=None)
@given(
    st.sampled_from(
        [
            b"\xff\xd8\xff\xe0",
            b"\xff\xd8\xff\xda",
            b"\x89PNG\r\n\x1a\n",
            b"RIFF\x40\0\0\0WEBPVP8X",
            b"RIFF\x40\0\0\0WEBPVP8L",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            b"%PDF-1.7\n",
        ]
    ),
    st.binary(max_size=200),
)
def test_garbage_behind_each_magic_is_refused(magic: bytes, noise: bytes) -> None:
    with pytest.raises(REFUSALS):
        ingest.take_in(magic + noise, "sampah")


_SMALL = {form: _encoded(_picture(48, 32), form) for form in ("JPEG", "PNG", "WEBP")}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(_SMALL)),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_mutated_pictures_are_taken_or_refused(form: str, changes: list[tuple[int, int]]) -> None:
    mutated = bytearray(_SMALL[form])
    for place, value in changes:
        mutated[place % len(mutated)] = value
    with contextlib.suppress(*REFUSALS):
        ingest.take_in(bytes(mutated), "mutasi")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_exif_block_leaves_the_picture_readable(noise: bytes) -> None:
    head = b"Exif\0\0II*\0\x08\0\0\0"
    data = _encoded(Image.new("RGB", (16, 16)), "JPEG", exif=head + noise)
    assert ingest.take_in(data, "foto").inspected.width == 16


def test_the_first_page_of_a_pdf_is_its_copy() -> None:
    intake = ingest.take_in(_pdf(), "sk.pdf", rotation=90)
    assert intake.inspected == ingest.Inspected(MediaType.PDF)
    assert intake.derived is not None
    shown = Image.open(io.BytesIO(intake.derived.print_copy))
    assert shown.size == (800, 1600)
    assert shown.getpixel((400, 300)) == pytest.approx((254, 0, 0), abs=3)


def test_a_pdf_with_a_password_is_refused_as_such() -> None:
    with pytest.raises(EvidenceProtected):
        ingest.inspect(_pdf(encrypt="rahasia"), "sk.pdf")


def test_a_truncated_pdf_is_damaged() -> None:
    data = _pdf()
    for length in range(20, len(data) - 8, 50):
        with pytest.raises(EvidenceDamaged):
            ingest.inspect(data[:length], "sk.pdf")


def test_an_office_file_is_taken_without_copies() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le").ljust(64, b"\0")
    intake = ingest.take_in(data + struct.pack("<H", 26), "lama.doc")
    assert intake == ingest.Intake(ingest.Inspected(MediaType.DOC), None)
