"""The strokes are drawn as smooth curves inside their field, and nothing else is."""

import io
import re

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop.domain.seal import Stroke
from kepatuhan_desktop.imaging import pages
from kepatuhan_desktop.signing import appearance, pades
from tests.builders import scorecards
from tests.signing import builders
from tests.signing.builders import FRAMES, NOW

WIDTH, HEIGHT = 150.0, 60.0
_NUMBERS = re.compile(rb"-?\d+(?:\.\d+)?")
points = st.tuples(
    st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9), st.integers(0, 10**6)
)


@given(st.lists(st.lists(points, max_size=8).map(tuple), max_size=4).map(tuple))
def test_no_point_leaves_the_field(strokes: tuple[Stroke, ...]) -> None:
    lines = appearance.content(strokes, WIDTH, HEIGHT).split(b"\n")
    for line in lines:
        if line.endswith((b" m", b" c")):
            found = [float(one) for one in _NUMBERS.findall(line)]
            assert all(0 <= x <= WIDTH for x in found[::2])
            assert all(0 <= y <= HEIGHT for y in found[1::2])


def test_nothing_is_drawn_without_points() -> None:
    for strokes in ((), ((),)):
        said = appearance.content(strokes, WIDTH, HEIGHT)
        assert b" m" not in said
        assert said.endswith(b"\nQ")


def test_a_point_is_a_dot() -> None:
    once: Stroke = ((5000, 2000, 0),)
    assert b"75 30 m 75 30 l S" in appearance.content((once,), WIDTH, HEIGHT)
    twice: Stroke = ((5000, 2000, 0), (5000, 2000, 9))
    assert appearance.content((twice,), WIDTH, HEIGHT) == appearance.content((once,), WIDTH, HEIGHT)


def test_numbers_are_written_as_pdf_reads_them() -> None:
    stroke: Stroke = ((1, 1, 0), (3, 2, 5), (9999, 3999, 9))
    assert re.search(rb"\de|E|,", appearance.content((stroke,), WIDTH, HEIGHT)) is None


def signed(**frames: object) -> bytes:
    """A page with one drawn signature."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.showPage()
    canvas.save()
    return pades.certify(
        out.getvalue(),
        source=builders.self_issued(),
        at=NOW,
        attachments={},
        frames=FRAMES,
        strokes=scorecards.stroke(3),
    )


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """The page as our preview and our printing draw it."""
    with pages.opened(signed(), "kartu.pdf") as document:
        (found,) = document.fitting(595)
    return Image.frombuffer(
        "RGB", (found.width, found.height), bytes(found.pixels), "raw", "RGB", found.stride, 1
    )


def test_preview_and_printing_show_the_strokes_inside_the_field(page: Image.Image) -> None:
    white = Image.new("RGB", page.size, "white")
    box = ImageChops.difference(page, white).getbbox()
    assert box is not None
    left, top, right, bottom = box
    frame = FRAMES[pades.AUDITOR]
    assert frame.x - 1 <= left < right <= frame.x + frame.width + 1
    assert page.height - frame.y - frame.height - 1 <= top < bottom <= page.height - frame.y + 1


def test_the_printer_gets_the_strokes_too() -> None:
    with pages.opened(signed(), "kartu.pdf") as document:
        (found,) = document.resolved(72, [0])
    assert set(found.pixels) != {255}


def test_without_forms_there_would_be_nothing() -> None:
    document = pypdfium2.PdfDocument(signed())
    try:
        plain = document[0].render().to_pil().convert("L")
    finally:
        document.close()
    assert plain.getextrema() == (255, 255)
