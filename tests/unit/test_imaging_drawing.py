"""The photographs of the demonstration look like a camera's and are the same each time."""

import io

import pytest
from PIL import Image

from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.imaging import ingest
from kepatuhan_desktop.imaging.drawing import SCENES, TABLET, draw
from kepatuhan_desktop.imaging.recognition import MediaType

TAKEN = "2025-11-20T09:14:00+07:00"


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_accepted_as_evidence(scene: str) -> None:
    data = draw(scene, 3, taken_at=TAKEN)
    seen = ingest.inspect(data, scene)
    if scene == "website":
        assert seen == ingest.Inspected(MediaType.PNG, 1600, 900)
        return
    assert seen.taken_at == TAKEN
    assert not seen.has_location
    assert {seen.width, seen.height} == {4000, 3000}
    assert 1_000_000 < len(data) < 4_000_000


def test_equal_arguments_give_equal_bytes_and_other_seeds_another_picture() -> None:
    first = draw("staff_badge", 5, taken_at=TAKEN, camera=TABLET)
    assert draw("staff_badge", 5, taken_at=TAKEN, camera=TABLET) == first
    assert draw("staff_badge", 6, taken_at=TAKEN, camera=TABLET) != first


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_every_orientation_shows_the_same_scene(orientation: int) -> None:
    data = draw("notice_board", 1, taken_at=TAKEN, camera=TABLET, orientation=orientation)
    assert Image.open(io.BytesIO(data)).getexif()[0x0112] == orientation
    intake = ingest.take_in(data, "papan.jpg")
    assert (intake.inspected.width, intake.inspected.height) == (3264, 2448)
    assert intake.derived is not None
    sample = Image.open(io.BytesIO(intake.derived.print_copy))
    red, green, blue = sample.getpixel((800, 180))  # type: ignore[misc]  # a number or a tuple
    assert max(red, green, blue) > 60


def test_other_texts_give_another_picture_and_any_text_fits() -> None:
    plain = draw("website", 1, taken_at=TAKEN)
    assert draw("website", 1, taken_at=TAKEN, texts=("Tarif", "Biaya: Rp0")) != plain
    long = tuple("Standar Pelayanan Administrasi Kependudukan " * 4 for _ in range(12))
    for scene in SCENES:
        assert draw(scene, 1, taken_at=TAKEN, camera=TABLET, texts=long)


def test_a_scene_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(BugError):
        draw("beach", 1, taken_at=TAKEN)
