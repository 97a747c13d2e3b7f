"""The pages of a PDF are drawn elsewhere; one that was made to do harm does it there."""

import io
import subprocess
import sys
import threading
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from kepatuhan_desktop import errors
from kepatuhan_desktop.imaging import child, documents, pages, sheets
from kepatuhan_desktop.imaging.decoding_talk import LENGTHS
from kepatuhan_desktop.progress import Unwatched
from kepatuhan_desktop.services import previews
from tests.builders.pdf import hostile
from tests.builders.review import a_pdf
from tests.unit.test_imaging_isolated import BAD, says

ROOT = Path(child.__file__).parents[2]


def nested(depth: int, width: int = 10) -> bytes:
    """A page of a few hundred bytes that takes `width ** depth` steps to draw."""
    forms = {
        f"F{level}": " ".join([f"/F{level - 1} Do"] * width) if level else "0 0 1 1 re f"
        for level in range(depth)
    }
    return hostile(forms, f"/F{depth - 1} Do")


def test_pages_are_those_that_pdfium_draws() -> None:
    data = a_pdf(3)
    with pages.opened(data, "x.pdf") as document:
        assert len(document.sizes) == 3
        fitted = [picture(page) for page in document.fitting(300)]
        (resolved,) = [picture(page) for page in document.resolved(72, [2])]
    with documents.opened(data, "x.pdf") as here:
        wide = sheets.sizes(here)[0][0]
        assert fitted == [picture(sheets.Board().draw(here[at], 300 / wide)) for at in range(3)]
        assert resolved == picture(sheets.Board().draw(here[2], 1))


def picture(page: pages.Page) -> bytes:
    """Its pixels, without what may stand between the rows."""
    found = Image.frombuffer(
        "RGB", (page.width, page.height), bytes(page.pixels), "raw", "RGB", page.stride
    )
    return found.tobytes()


def test_one_process_draws_the_whole_document(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    popen = subprocess.Popen

    def counted(command: list[str], **named: object) -> object:
        begun.append(command[0])
        return popen(command, **named)  # type: ignore[call-overload]  # as it came

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert len(list(previews.for_screen(a_pdf(12), 200, Unwatched()))) == 12
    assert len(begun) == 1


def test_a_page_that_is_not_there_comes_after_those_that_are() -> None:
    with pages.opened(a_pdf(2), "x.pdf") as document:
        drawn = document.resolved(150, [0, 1, 99])
        assert {next(drawn).width, next(drawn).width} == {1241}
        with pytest.raises(errors.EvidenceDamaged) as refused:
            next(drawn)
    assert refused.value.parameters == {"name": "x.pdf", "reason": ""}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", a_pdf(1)[:300]])
def test_a_damaged_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(errors.EvidenceDamaged), pages.opened(data, "x.pdf"):
        raise AssertionError("it is open")


def test_a_page_that_takes_for_ever_is_given_up() -> None:
    began = time.monotonic()
    with pages.opened(nested(20), "x.pdf", seconds=2) as document:
        with pytest.raises(errors.EvidenceDamaged) as refused:
            next(document.fitting(600))
        assert refused.value.parameters == {"name": "x.pdf", "reason": "decoder"}
    assert time.monotonic() - began < 30


def test_without_the_alarm_nobody_would_give_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Never:
        daemon = False

        def __init__(self, _seconds: float, _deed: object) -> None:
            pass

        def start(self) -> None:
            pass

        def cancel(self) -> None:
            pass

    running: list[child.Child] = []
    timer = threading.Timer

    def draw() -> None:
        with pages.opened(nested(20), "x.pdf", seconds=0.5) as document:
            running.append(document._child)
            with pytest.raises(errors.EvidenceDamaged):
                next(document.fitting(600))

    monkeypatch.setattr(threading, "Timer", Never)
    waiting = threading.Thread(target=draw)
    waiting.start()
    waiting.join(4)
    assert waiting.is_alive()
    monkeypatch.setattr(threading, "Timer", timer)
    running[0]._process.kill()
    waiting.join(20)
    assert not waiting.is_alive()


def test_a_picture_beyond_all_memory_does_no_harm() -> None:
    side = 60_000
    rows = zlib.compressobj(9)
    data = b"".join(rows.compress(bytes(3 * side)) for _ in range(2000)) + rows.flush()
    head = (
        f"/Subtype /Image /Width {side} /Height {side} /BitsPerComponent 8 "
        "/ColorSpace /DeviceRGB /Filter /FlateDecode"
    )
    bomb = hostile({}, "600 0 0 600 0 0 cm /Big Do", {"Big": (head, data)})
    assert len(bomb) < 1_000_000
    # pdfium may leave the picture out, or die of it: elsewhere, either way.
    with suppress(errors.EvidenceDamaged):
        (page,) = previews.for_screen(bomb, 300, Unwatched())
        assert page.width == 300


def test_a_page_of_an_absurd_form_is_drawn_small() -> None:
    thin = hostile({}, "", box="0 0 1 14000")
    (page,) = previews.for_screen(thin, 1000, Unwatched())
    assert page.width * page.height < 50_000_000


@pytest.mark.parametrize(
    "told",
    [
        b'{"type":"Sizes","points":[]}',
        b'{"type":"Sizes","points":[[0,100]]}',
        b'{"type":"Sizes","points":[[1e999,100]]}',
        b'{"type":"End"}',
        b'{"type":"Sizes","points":[' + b",".join([b"[1,1]"] * 10_001) + b"]}",
    ],
)
def test_a_decoder_is_not_believed(told: bytes) -> None:
    with (
        pytest.raises(errors.EvidenceDamaged),
        pages.opened(b"", "x.pdf", seconds=5, command=[*BAD, says(told)]),
    ):
        raise AssertionError("it is open")


@pytest.mark.parametrize(
    "page",
    [
        '{"type":"Drawn","width":10,"height":10,"stride":30}',
        '{"type":"Drawn","width":0,"height":0,"stride":0}',
        '{"type":"Drawn","width":10,"height":0,"stride":10}',
        '{"type":"End"}',
    ],
)
def test_a_page_that_is_less_than_it_says_is_no_page(page: str) -> None:
    sizes = '{"type":"Sizes","points":[[10,10]]}'
    told = b"".join(LENGTHS.pack(len(one), 0) + one.encode("ascii") for one in (sizes, page))
    deed = f"import sys; sys.stdout.buffer.write({told!r}); sys.stdout.flush(); sys.stdin.read()"
    with (
        pages.opened(b"", "x.pdf", seconds=5, command=[*BAD, deed]) as document,
        pytest.raises(errors.EvidenceDamaged),
    ):
        next(document.fitting(10))


_LOOK = """
import sys
from pathlib import Path
from kepatuhan_desktop.progress import Unwatched
from kepatuhan_desktop.services import previews
{plant}
pdf = Path(sys.argv[1]).read_bytes()
assert list(previews.for_screen(pdf, 100, Unwatched()))
assert list(previews.for_printer(pdf, 20, [0], Unwatched()))
print([one for one in ("pypdfium2", "PIL") if one in sys.modules])
"""
_DRAWN_HERE = """
from contextlib import contextmanager
from kepatuhan_desktop.imaging import documents, pages, sheets
class Here:
    def __init__(self, document):
        self.document, self.sizes = document, sheets.sizes(document)
    def fitting(self, width):
        return [sheets.Board().draw(page, width / self.sizes[0][0]) for page in self.document]
    def resolved(self, dots, which):
        return [sheets.Board().draw(self.document[at], dots / 72) for at in which]
@contextmanager
def opened(data, name):
    with documents.opened(data, name) as document:
        yield Here(document)
pages.opened = opened
"""


@pytest.mark.parametrize("plant, loaded", [("", "[]"), (_DRAWN_HERE, "['pypdfium2']")])
def test_the_process_that_holds_the_keys_never_sees_the_pdf(
    plant: str, loaded: str, tmp_path: Path
) -> None:
    (tmp_path / "x.pdf").write_bytes(a_pdf(2))
    done = subprocess.run(
        [sys.executable, "-c", _LOOK.format(plant=plant), str(tmp_path / "x.pdf")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=100,
    )
    assert done.stdout.strip() == loaded


def test_what_is_hostile_here_is_a_pdf() -> None:
    # Or else the tests above would show nothing but that damage is noticed.
    document = pypdfium2.PdfDocument(io.BytesIO(nested(2)))
    assert document[0].render().to_pil().convert("L").getextrema() == (0, 255)
    document.close()
