"""The code on a page is read from what offices make of the page: scans, copies, photos."""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from functools import lru_cache

import pytest
import segno
from PIL import Image

from kepatuhan_desktop.errors import (
    EvidenceDamaged,
    EvidenceNotAccepted,
    EvidenceTooLarge,
    KnownError,
)
from kepatuhan_desktop.imaging import codes, documents, ingest
from kepatuhan_desktop.progress import Cancelled
from kepatuhan_desktop.reports import scorecard
from kepatuhan_desktop.reports.paper_code import Code
from tests.builders import photographs, scorecards
from tests.builders.photographs import (
    blurred,
    copied,
    creased,
    jpeg,
    noisy,
    perspective,
    printed,
    rotated,
    telephone,
)

TEXT = "KPD1:" + "AZ3K7Q2WMB" * 21 + "ABCDEF"


@lru_cache
def a_page() -> bytes:
    """A signed scorecard."""
    code = Code(text=TEXT, record=scorecards.digest("record"))
    return scorecard.render(scorecards.full(photos=0), pictures=scorecards.pictures, code=code)


def at(dots_per_inch: int) -> Image.Image:
    """Its first page on paper."""
    return printed(a_page(), dots_per_inch)


def encoded(image: Image.Image, form: str = "PNG") -> bytes:
    """A file without losses."""
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


FATES: dict[str, Callable[[], bytes]] = {
    "scanned at 150 dpi, quality 30": lambda: jpeg(at(150), 30),
    "scanned at 100 dpi, quality 30": lambda: jpeg(at(100), 30),
    "laid down askew by 7 degrees": lambda: jpeg(rotated(at(150), 7), 30),
    "upside down": lambda: jpeg(rotated(at(150), 180), 30),
    "on its side": lambda: jpeg(rotated(at(150), 90), 30),
    "mirrored": lambda: jpeg(at(150).transpose(Image.Transpose.FLIP_LEFT_RIGHT), 30),
    "askew, unsharp and noisy": lambda: jpeg(noisy(blurred(rotated(at(150), 7), 1.0), 15), 30),
    "in perspective": lambda: jpeg(
        perspective(at(200), ((0.06, 0.02), (0.93, 0.05), (1, 1), (0, 0.97))), 50
    ),
    "out of focus": lambda: jpeg(blurred(at(150), 1.5), 60),
    "far out of focus": lambda: jpeg(blurred(at(200), 2.5), 50),
    "full of noise": lambda: jpeg(noisy(at(150), 60), 40),
    "photocopied": lambda: jpeg(copied(at(200)), 50),
    "photocopied twice": lambda: jpeg(copied(copied(at(200))), 50),
    "photocopied twice at 150 dpi": lambda: jpeg(copied(copied(at(150))), 50),
    "photocopied twice with much toner": lambda: jpeg(
        copied(copied(at(200), threshold=190), threshold=190), 50
    ),
    "copied of a copy of a copy, askew": lambda: jpeg(
        rotated(copied(copied(rotated(copied(at(200)), 1.5))), -2), 50
    ),
    "photographed whole with 12 megapixels": lambda: telephone(at(250)),
    "photographed whole with 5 megapixels": lambda: telephone(at(250), megapixels=5),
    "photographed in a hurry": lambda: telephone(
        at(250), share=0.7, tilt=0.1, turn=20, blur=2, noise=15, quality=50
    ),
    "a copy of a copy, photographed": lambda: telephone(copied(copied(at(200)))),
    "folded and photographed": lambda: telephone(creased(at(250)), blur=2.5),
    "pasted with a transparent ground": lambda: encoded(
        Image.merge(
            "LA", (at(100).point(lambda value: value // 2), at(100).point(lambda v: 255 - v))
        )
    ),
}


@pytest.mark.parametrize("fate", FATES)
def test_the_code_survives(fate: str) -> None:
    assert codes.texts(FATES[fate]()) == (TEXT,)


def test_a_scan_that_was_saved_as_a_pdf_is_read() -> None:
    pages = [Image.new("L", (800, 1100), 255), at(150)]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    assert codes.texts(out.getvalue(), "scan.pdf") == (TEXT,)


def test_a_page_that_cannot_be_drawn_takes_nothing_from_those_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = io.BytesIO()
    # Pillow notes at each picture how it is saved, and `printed` gives the same one again.
    pages = [Image.new("L", (300, 400), 255), at(150).copy(), at(150).copy()]
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    honest, data = documents.page, out.getvalue()
    for broken, found in ((2, (TEXT,)), (1, None)):

        def page(given: bytes, name: str, number: int, side: int, at: int = broken) -> object:
            return None if number == at else honest(given, name, number, side)

        monkeypatch.setattr(documents, "page", page)
        if found is not None:
            assert codes.texts(data, "scan.pdf") == found
            continue
        with pytest.raises(EvidenceDamaged):
            codes.texts(data, "scan.pdf")


def test_every_page_is_looked_at_in_the_way_that_found_a_code() -> None:
    out = io.BytesIO()
    other = Image.open(io.BytesIO(encoded(two_codes())))
    page, black = at(150).copy(), Image.new("L", (300, 400))
    page.save(out, "PDF", save_all=True, append_images=[black, other])
    assert codes.texts(out.getvalue(), "scan.pdf") == (TEXT, "https://example.org")


def test_our_own_pdf_is_read() -> None:
    assert codes.texts(a_page()) == (TEXT,)


def test_a_pdf_without_codes_gives_nothing() -> None:
    out = io.BytesIO()
    Image.new("L", (300, 400), 255).save(out, "PDF")
    assert codes.texts(out.getvalue()) == ()


def two_codes() -> Image.Image:
    """Somebody else's code, large, and ours, small and unsharp."""
    sheet = Image.new("L", (1400, 1000), 255)
    for text, scale, where in (("https://example.org", 12, (40, 40)), (TEXT, 4, (700, 500))):
        out = io.BytesIO()
        segno.make(text, error="m").save(out, kind="png", scale=scale, border=4)
        picture = Image.open(out).convert("L")
        sheet.paste(blurred(picture, 2.2 if scale == 4 else 0), where)
    return sheet


def test_the_search_goes_on_until_the_wanted_text_is_found() -> None:
    data = encoded(two_codes())
    assert codes.texts(data) == ("https://example.org",)
    found = codes.texts(data, wanted=lambda text: text.startswith("KPD"))
    assert found == ("https://example.org", TEXT)


def test_a_photo_without_a_code_gives_nothing_in_bearable_time() -> None:
    data = telephone(Image.effect_noise((1200, 1700), 40))
    begun = time.perf_counter()
    assert codes.texts(data) == ()
    assert time.perf_counter() - begun < 20


class Watcher:
    """Counts steps, and stops at one of them."""

    def __init__(self, stop_at: int) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str = "") -> None:
        """Note the step."""
        assert not text
        self.steps.append((done, total))
        if len(self.steps) == self._stop_at:
            raise Cancelled


def test_the_search_can_be_stopped_between_two_attempts() -> None:
    watcher = Watcher(stop_at=3)
    with pytest.raises(Cancelled):
        codes.texts(encoded(Image.new("L", (400, 400), 255)), progress=watcher)
    assert watcher.steps == [(0, 5), (1, 5), (2, 5)]


@pytest.mark.parametrize(
    "data, refusal",
    [
        (b"", EvidenceDamaged),
        (b"KPD1:AAAA", EvidenceNotAccepted),
        (b"\xff\xd8\xff\xe0", EvidenceDamaged),
        (b"%PDF-1.7\n", EvidenceDamaged),
    ],
)
def test_what_is_no_picture_is_refused_by_name(data: bytes, refusal: type[KnownError]) -> None:
    with pytest.raises(refusal):
        codes.texts(data, "x")


def test_an_office_file_is_refused() -> None:
    import zipfile  # noqa: PLC0415 - one test needs it

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(EvidenceNotAccepted):
        codes.texts(out.getvalue(), "surat.odt")


def test_a_bomb_is_refused_by_its_header() -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(EvidenceTooLarge):
        codes.texts(out.getvalue(), "bom.png")


def test_too_many_bytes_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "PICTURE_BYTES", 1000)
    with pytest.raises(EvidenceTooLarge):
        codes.texts(jpeg(at(100), 30), "besar.jpg")


def test_importing_costs_nothing() -> None:
    code = (
        "import sys, kepatuhan_desktop.imaging.codes;"
        "print([one for one in ('PIL', 'zxingcpp', 'pypdfium2') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_a_telephones_photo_is_as_large_as_it_says() -> None:
    assert Image.open(io.BytesIO(photographs.telephone(at(100)))).size == (3000, 4000)
