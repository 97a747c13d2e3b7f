"""EXIF blocks of every sort are read or ignored, never fatal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.ExifTags import IFD, Base
from PIL.Image import Exif as PillowExif

from kepatuhan_desktop.imaging import exif


def _block(
    *,
    make: str = "Contoh",
    model: str = "Kamera",
    taken: str = "2025:03:04 05:06:07",
    offset: str = "+07:00",
    orientation: int = 6,
    location: bool = True,
) -> bytes:
    written = PillowExif()
    written[Base.Make], written[Base.Model] = make, model
    written[Base.Orientation] = orientation
    detail = written.get_ifd(IFD.Exif)
    detail[Base.DateTimeOriginal], detail[Base.OffsetTimeOriginal] = taken, offset
    if location:
        place = written.get_ifd(IFD.GPSInfo)
        place[1], place[2] = "S", (6.0, 12.0, 3.5)
        place[3], place[4] = "E", (106.0, 48.0, 9.0)
    return written.tobytes()


def test_all_facts_are_read() -> None:
    assert exif.read(_block()) == exif.Exif(
        orientation=6,
        taken_at="2025-03-04T05:06:07+07:00",
        camera="Contoh Kamera",
        has_location=True,
    )


def test_a_block_without_prefix_is_read() -> None:
    assert exif.read(_block().removeprefix(b"Exif\0\0")).camera == "Contoh Kamera"


def test_no_location_is_no_location() -> None:
    assert not exif.read(_block(location=False)).has_location


def test_the_make_is_not_repeated() -> None:
    assert exif.read(_block(make="NIKON", model="NIKON P6000")).camera == "NIKON P6000"


def test_the_camera_is_printable_and_short() -> None:
    camera = exif.read(_block(make="A\x07B\n<b>", model="x" * 500)).camera
    assert camera is not None
    assert camera.startswith("AB <b> x")
    assert len(camera) == exif.CAMERA_LENGTH


def test_an_empty_camera_is_none() -> None:
    assert exif.read(_block(make="", model="   ")).camera is None


@pytest.mark.parametrize(
    "taken",
    [
        "",
        "0000:00:00 00:00:00",
        "1980:01:01 00:00:00",
        "2025:13:01 00:00:00",
        "2025:02:30 00:00:00",
        "2025-03-04 05:06:07",
        "9999:01:01 00:00:00",
        "    :  :     :  :  ",
    ],
)
def test_an_impossible_moment_is_none(taken: str) -> None:
    assert exif.read(_block(taken=taken)).taken_at is None


@pytest.mark.parametrize("offset", ["", "07:00", "+7", "+99:00", "+07:99", "Z"])
def test_an_impossible_offset_is_left_out(offset: str) -> None:
    assert exif.read(_block(offset=offset)).taken_at == "2025-03-04T05:06:07"


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_impossible_orientation_is_upright(orientation: int) -> None:
    assert exif.read(_block(orientation=orientation)).orientation == 1


def test_every_truncation_is_survived() -> None:
    block = _block()
    for length in range(len(block)):
        exif.read(block[:length])


_BLOCK = _block()


@given(st.lists(st.tuples(st.integers(0, len(_BLOCK) - 1), st.integers(0, 255)), max_size=40))
def test_every_mutation_is_survived(changes: list[tuple[int, int]]) -> None:
    mutated = bytearray(_BLOCK)
    for place, value in changes:
        mutated[place] = value
    exif.read(bytes(mutated))


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"II*\0", b"MM\0*", b"Exif\0\0II*\0\x08\0\0\0"])
)
def test_any_bytes_are_survived(noise: bytes, head: bytes) -> None:
    exif.read(head + noise)
