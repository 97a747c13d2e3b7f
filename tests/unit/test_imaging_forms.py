"""Signatures and stamps are drawn in form fields: they are evidence too, their scripts are not."""

import io

import pytest
from PIL import Image
from pypdfium2.version import PDFIUM_INFO

from kepatuhan_desktop.domain.seal import Frame
from kepatuhan_desktop.imaging import documents, ingest, isolated
from kepatuhan_desktop.imaging.recognition import MediaType
from kepatuhan_desktop.signing import pades
from tests.builders.pdf import field
from tests.signing import builders

_A4 = 841.89
"""Points of its height."""


def ink(picture: Image.Image, frame: Frame) -> bool:
    """Whether anything is drawn well inside a frame of an A4 page."""
    scale = picture.height / _A4
    bottom = _A4 - frame.y
    left, top = frame.x + 3, bottom - frame.height + 3
    right, bottom = frame.x + frame.width - 3, bottom - 3
    inside = (left * scale, top * scale, right * scale, bottom * scale)
    return any(shade < 200 for shade in picture.convert("L").crop(inside).tobytes())


@pytest.mark.parametrize("copy", ["print_copy", "thumbnail"])
def test_the_copies_of_a_signed_pdf_show_its_signatures(copy: str) -> None:
    made = isolated.derive(builders.honest(), MediaType.PDF, name="x.pdf")
    assert made is not None
    picture = Image.open(io.BytesIO(getattr(made, copy)))
    assert ink(picture, builders.FRAMES[pades.AUDITOR])
    assert ink(picture, builders.FRAMES[pades.UNIT_HEAD])


def test_where_nobody_signed_the_frame_is_empty() -> None:
    # Or else the test above would show nothing but that pages are drawn.
    unsigned = builders.making(builders.auditor()).drawn
    assert not ink(documents.first_page(unsigned, "x.pdf", 1600), builders.FRAMES[pades.AUDITOR])


@pytest.mark.parametrize(
    "scripts",
    [
        "/OpenAction << /S /JavaScript /JS (while (true) {}) >>",
        "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (while (true) {}) >>] >> >>",
    ],
)
def test_a_script_in_a_form_changes_nothing(scripts: str) -> None:
    calculated = "/AA << /PO << /S /JavaScript /JS (while (true) {}) >> >>"
    plain = documents.first_page(field(), "x.pdf", 400)
    assert plain.convert("L").getextrema()[0] == 0
    assert documents.first_page(field(scripts, calculated), "x.pdf", 400) == plain


def test_an_xfa_form_is_shown_as_the_pdf_draws_it() -> None:
    xfa = field(form="/XFA (<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>)")
    made = ingest.derive(xfa, MediaType.PDF, name="x.pdf")
    assert made is not None
    picture = Image.open(io.BytesIO(made.print_copy))
    assert picture.convert("L").getextrema()[0] == 0


def test_pdfium_was_built_without_scripts_and_xfa() -> None:
    assert not {"V8", "XFA"} & set(PDFIUM_INFO.flags)
