"""The printed code is crisp, large enough, and stands beside the signatures."""

import re

import msgspec
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.reports import paper_code, scorecard, styles
from kepatuhan_desktop.reports.paper_code import Code
from kepatuhan_desktop.reports.phrases import phrases
from kepatuhan_desktop.signing import paper
from tests.builders import scorecards
from tests.builders.photographs import printed

TEXT = "KPD1:" + "AZ3K7Q2WMB" * 21 + "ABCDEF"
CODE = Code(text=TEXT, record=scorecards.digest("record"))


def rendered(card: Scorecard, code: Code | None = CODE, language: str = "id") -> bytes:
    """The PDF without photos."""
    return scorecard.render(card, pictures=lambda _: None, code=code, language=language)


def signed() -> Scorecard:
    """A sealed scorecard."""
    return scorecards.full(photos=0)


def draft() -> Scorecard:
    """The same before anybody signed."""
    return msgspec.structs.replace(signed(), signatures=(), sealed_at=None)


def words(pdf: bytes, page: int = 0) -> str:
    """What can be read on a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found: str = document[page].get_textpage().get_text_bounded()
    finally:
        document.close()
    return " ".join(found.split())


def symbol(image: Image.Image) -> zxingcpp.Barcode:
    """The only code in a picture."""
    (found,) = zxingcpp.read_barcodes(image)
    return found


def test_the_code_stands_on_the_first_page_with_the_signatures() -> None:
    pdf = rendered(signed())
    assert symbol(printed(pdf, 150)).text == TEXT
    said = phrases("id")
    assert said.signatures in words(pdf)
    assert said.code in words(pdf)
    assert said.code_note in words(pdf)


def test_the_short_code_below_is_the_one_of_the_format() -> None:
    assert CODE.short == paper.short(CODE.record)
    assert CODE.short in words(rendered(signed()))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_draft_says_where_the_code_will_stand(language: str) -> None:
    pdf = rendered(draft(), None, language)
    assert not zxingcpp.read_barcodes(printed(pdf, 150))
    assert phrases(language).code_later in words(pdf)
    assert phrases(language).code_note not in words(pdf)


def test_the_code_costs_no_page() -> None:
    assert pages(rendered(signed())) == pages(rendered(draft(), None))


def pages(pdf: bytes) -> int:
    """How many."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def test_a_module_is_half_a_millimetre_at_least() -> None:
    assert paper_code.WIDTH / 72 * 25.4 / 49 >= 0.5


def test_the_quiet_zone_is_white() -> None:
    dots = 600
    image = printed(rendered(signed()), dots)
    place = symbol(image).position
    corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
    left, right = min(one.x for one in corners), max(one.x for one in corners)
    top, bottom = min(one.y for one in corners), max(one.y for one in corners)
    module = (right - left) / 49
    assert module == pytest.approx(paper_code.WIDTH / 49 / 72 * dots, rel=0.03)
    wide = round(3.8 * module)  # corners are found to a fraction of a module
    around = image.crop((left - wide, top - wide, right + wide, bottom + wide))
    inner = (wide - 3, wide - 3, around.width - wide + 3, around.height - wide + 3)
    around.paste(255, inner)
    assert around.point(lambda value: 255 if value < 255 else 0).getbbox() is None


def test_dark_fields_have_no_seams() -> None:
    image = printed(rendered(signed()), 600)
    place = symbol(image).position.top_left
    module = paper_code.WIDTH / 49 / 72 * 600
    # The upper left finder pattern begins with a row of seven dark fields.
    bar = image.crop(
        (place.x + 2, place.y + 2, round(place.x + 7 * module) - 2, round(place.y + module) - 2)
    )
    assert bar.point(lambda value: 255 if value > 40 else 0).getbbox() is None


def test_the_same_code_gives_the_same_bytes() -> None:
    assert rendered(signed()) == rendered(signed())


def test_the_symbol_is_drawn_not_photographed() -> None:
    pdf = rendered(signed())
    assert not re.search(rb"/Subtype\s*/Image", pdf)


def test_the_column_leaves_room_for_the_signatures() -> None:
    assert paper_code.WIDTH < styles.CONTENT / 5
