"""Printing puts the same pages on paper, in their true size, and can be stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.errors import PrintingFailed
from kepatuhan_desktop.gui import printing
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.printing import Printing
from kepatuhan_desktop.imaging import pages
from kepatuhan_desktop.progress import Unwatched
from tests.builders.review import a_pdf

WIDTH = 620


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Printing]:
    """Something that prints, without a page around it."""
    jobs, window = Jobs(), QWidget()
    qtbot.addWidget(window)
    made = Printing(jobs, window)
    yield made
    jobs.shutdown()


def to_file(target: Path) -> QPrinter:
    """A printer that writes a PDF."""
    made = printing.printer("kartu-nilai")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(target))
    return made


def the_dialog(desk: Printing) -> QPrintDialog:
    """The system's dialog, which is open."""
    window = desk.parent()
    assert isinstance(window, QWidget)
    dialog = window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    return dialog


def pictures(pdf: bytes) -> list[Image.Image]:
    """The pages as pictures."""
    with pages.opened(pdf, "x.pdf") as document:
        return [
            Image.frombuffer(
                "RGB", (page.width, page.height), bytes(page.pixels), "raw", "RGB", page.stride
            )
            for page in document.fitting(WIDTH)
        ]


def test_the_paper_shows_the_same_pages_in_the_same_size(
    qtbot: QtBot, desk: Printing, tmp_path: Path
) -> None:
    target, pdf = tmp_path / "cetak.pdf", a_pdf(3)
    with qtbot.waitSignal(desk.printed, timeout=60_000):
        desk.print_on(to_file(target), pdf, 3)
    wanted, got = pictures(pdf), pictures(target.read_bytes())
    assert len(got) == 3
    for one, other in zip(wanted, got, strict=True):
        assert abs(one.height - other.height) <= 1
        size = (WIDTH, min(one.height, other.height))
        difference = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
        ink = sum(difference.convert("L").histogram()[128:])
        assert ink < WIDTH * 2  # the edges of the square may lie half a pixel apart


class Bands(QPainter):
    """Takes note of how many rows are drawn at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[int] = []

    # Qt names it, and of its many forms the printing uses this one.
    def drawImage(self, _target: QRectF, image: QImage) -> None:  # type: ignore[override]  # noqa: N802 - the name is Qt's
        self.rows.append(image.height())


def test_no_call_draws_more_than_a_band_so_that_the_window_stays_awake() -> None:
    # Qt holds the interpreter for as long as one call draws; a page at once took 266 ms.
    height, width = 3508, 40
    page = pages.Page(width, height, width * 3, memoryview(bytes(height * width * 3)))
    painter = Bands()
    printing._paint(painter, page, QRectF(0, 0, width, height))
    assert max(painter.rows) <= 17
    assert sum(painter.rows) - (len(painter.rows) - 1) == height


def test_printing_stops_between_pages(qtbot: QtBot, desk: Printing, tmp_path: Path) -> None:
    desk.progressed.connect(lambda _step: desk.cancel())
    with qtbot.waitSignal(desk.cancelled, timeout=60_000):
        desk.print_on(to_file(tmp_path / "cetak.pdf"), a_pdf(8), 8)
    qtbot.waitUntil(lambda: not desk.is_busy())
    assert not (tmp_path / "cetak.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it, and so does our error
def test_a_printer_that_takes_nothing_is_reported(
    qtbot: QtBot, desk: Printing, tmp_path: Path
) -> None:
    errors: list[Exception] = []
    desk.failed.connect(errors.append)
    with qtbot.captureExceptions():
        desk.print_on(to_file(tmp_path / "tidak-ada" / "cetak.pdf"), a_pdf(1), 1)
        qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert isinstance(errors[0], PrintingFailed)


def test_the_dialog_prints_the_pages_that_were_chosen(
    qtbot: QtBot, desk: Printing, tmp_path: Path
) -> None:
    desk.ask(a_pdf(4), 4, "kartu-nilai")
    dialog = the_dialog(desk)
    assert dialog.maxPage() == 4
    chosen = dialog.printer()
    chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    chosen.setOutputFileName(str(tmp_path / "cetak.pdf"))
    chosen.setPrintRange(QPrinter.PrintRange.PageRange)
    chosen.setFromTo(2, 3)
    with qtbot.waitSignal(desk.printed, timeout=60_000):
        dialog.finished.emit(QDialog.DialogCode.Accepted.value)
    assert len(pictures((tmp_path / "cetak.pdf").read_bytes())) == 2


def test_a_dismissed_dialog_prints_nothing(desk: Printing) -> None:
    desk.ask(a_pdf(1), 1, "kartu-nilai")
    dialog = the_dialog(desk)
    QDialog.reject(dialog)
    assert not desk.is_busy()


def test_copies_that_the_printer_cannot_make_are_printed_in_turn(tmp_path: Path) -> None:
    chosen = to_file(tmp_path / "x.pdf")
    chosen.setCopyCount(2)
    expected = [0, 1] if chosen.supportsMultipleCopies() else [0, 1, 0, 1]
    assert printing.pages_of(chosen, 2) == expected


@pytest.mark.parametrize(
    "paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A5]
)
def test_a_page_fits_whole_on_other_paper(tmp_path: Path, paper: QPageSize.PageSizeId) -> None:
    chosen = to_file(tmp_path / "x.pdf")
    portrait = QPageLayout.Orientation.Portrait
    chosen.setPageLayout(QPageLayout(QPageSize(paper), portrait, QMarginsF(0, 0, 0, 0)))
    room = printing.room(chosen)
    sheet = chosen.pageLayout().fullRectPixels(chosen.resolution())
    assert room.left() >= -1
    assert room.top() >= -1
    assert room.right() <= sheet.width() + 1
    assert room.bottom() <= sheet.height() + 1
    assert room.height() / room.width() == pytest.approx(297 / 210, rel=0.002)


def test_nothing_to_print_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(PrintingFailed):
        printing.draw(to_file(tmp_path / "x.pdf"), a_pdf(1), [], Unwatched())
