"""Photographs of real cameras, where the collection is at hand."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from kepatuhan_desktop.errors import EvidenceDamaged
from kepatuhan_desktop.imaging import ingest

_BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
SAMPLES = Path(os.environ.get("KEPATUHAN_SAMPLES", _BESIDE)) / "photos"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample photographs are not here")


def _taken(name: str) -> ingest.Intake:
    return ingest.take_in((SAMPLES / name).read_bytes(), name)


def _small(intake: ingest.Intake) -> Image.Image:
    assert intake.derived is not None
    return Image.open(io.BytesIO(intake.derived.thumbnail)).resize((48, 48))


@pytest.mark.parametrize("series", ["landscape", "portrait"])
def test_all_eight_orientations_come_out_the_same_way_up(series: str) -> None:
    upright = _taken(f"{series}_1.jpg")
    for number in range(2, 9):
        other = _taken(f"{series}_{number}.jpg")
        assert (other.inspected.width, other.inspected.height) == (
            upright.inspected.width,
            upright.inspected.height,
        )
        difference = ImageStat.Stat(ImageChops.difference(_small(upright), _small(other)))
        assert max(difference.mean) < 12
        wrong = _small(other).transpose(Image.Transpose.ROTATE_180)
        astray = ImageStat.Stat(ImageChops.difference(_small(upright), wrong))
        assert min(astray.mean) > 2 * max(difference.mean)


@pytest.mark.parametrize(
    "name", ["DSCN0010.jpg", "DSCN0025.jpg", "DSCN0042.jpg", "HMD_Nokia_8.3_5G.jpg"]
)
def test_coordinates_are_noticed(name: str) -> None:
    assert _taken(name).inspected.has_location


def test_an_iphone_picture_is_decoded_upright() -> None:
    intake = _taken("iphone_13_pro_max.HEIC")
    assert (intake.inspected.width, intake.inspected.height) == (3024, 4032)
    assert intake.inspected.taken_at == "2022-02-16T12:55:41+01:00"
    assert intake.inspected.camera == "Apple iPhone 13 Pro Max"
    assert intake.derived is not None
    assert (intake.derived.width, intake.derived.height) == (1200, 1600)


def test_a_truncated_iphone_picture_is_refused() -> None:
    data = (SAMPLES / "iphone_13_pro_max.HEIC").read_bytes()
    for length in (40, 2000, len(data) // 2, len(data) - 5000, len(data) - 1):
        with pytest.raises(EvidenceDamaged):
            ingest.inspect(data[:length], "potong.heic")


def test_every_sample_is_taken() -> None:
    for path in sorted(SAMPLES.iterdir()):
        assert ingest.take_in(path.read_bytes(), path.name).derived is not None
