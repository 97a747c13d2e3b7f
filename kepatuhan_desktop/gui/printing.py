"""Print a scorecard: the system's dialog in front, the pages on the worker one by one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRect, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from kepatuhan_desktop.errors import PrintingFailed
from kepatuhan_desktop.gui.jobs import Job, Jobs, Step, give_way
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import previews
from kepatuhan_desktop.services.previews import Page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

MOST_DOTS_PER_INCH = 300
_BAND = 16
"""Rows handed to the printer at once; it compresses them for 1 ms, while the window waits."""


class Printing(QObject):
    """Asks for a printer, then prints; one document at a time."""

    started = Signal()
    progressed = Signal(object)
    """A `Step` in pages."""
    printed = Signal(str)
    """The name of the printer."""
    cancelled = Signal()
    failed = Signal(object)
    finished = Signal()

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._job: Job | None = None
        self._pdf, self._count = b"", 0
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None

    def is_busy(self) -> bool:
        """Pages are being printed."""
        return self._job is not None

    def ask(self, pdf: bytes, count: int, title: str) -> None:
        """Show the system's dialog, and print when it is accepted; `pdf` has `count` pages."""
        if self._job is not None or self._dialog is not None:
            return
        # The print support is a library of its own that the first window does not need.
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - as above

        self._pdf, self._count, self._printer = pdf, count, printer(title)
        self._dialog = dialog = QPrintDialog(self._printer, self._window)
        dialog.setMinMax(1, count)
        dialog.setFromTo(1, count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.finished.connect(self._close)
        QDialog.open(dialog)

    def print_on(self, chosen: "QPrinter", pdf: bytes, count: int) -> None:
        """Print without asking; `count` is how many pages the document has."""
        self._printer = chosen
        self._job = Job(partial(draw, chosen, pdf, pages_of(chosen, count)))
        self._job.progressed.connect(self._step)
        self._job.succeeded.connect(self._succeed)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.cancelled)
        self._job.finished.connect(self._finish)
        self.started.emit()
        self._jobs.start(self._job)

    def cancel(self) -> None:
        """Stop before the next page."""
        if self._job is not None:
            self._job.cancel()

    def _close(self, result: int) -> None:
        pdf, chosen = self._pdf, self._printer
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._pdf, self._printer = b"", None
        if result == QDialog.DialogCode.Accepted.value and chosen is not None:
            self.print_on(chosen, pdf, self._count)

    def _step(self, step: Step) -> None:
        self.progressed.emit(step)

    def _succeed(self, name: object) -> None:
        self.printed.emit(str(name))

    def _finish(self) -> None:
        self._job = None
        self._printer = None
        self.finished.emit()


def printer(title: str) -> "QPrinter":
    """The system's usual printer, set to A4 upright and as fine as the pages are drawn."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - see `Printing.ask`

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(title)
    made.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    made.setFullPage(True)
    return made


def pages_of(chosen: "QPrinter", count: int) -> list[int]:
    """The pages (from 0) that the dialog asked for, with copies that the printer cannot make."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - see `Printing.ask`

    first, last = 1, count
    if chosen.printRange() == QPrinter.PrintRange.PageRange and chosen.fromPage():
        first, last = chosen.fromPage(), min(chosen.toPage() or count, count)
    pages = list(range(first - 1, last))
    if chosen.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if chosen.supportsMultipleCopies() else chosen.copyCount()
    if chosen.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def draw(chosen: "QPrinter", pdf: bytes, which: list[int], progress: Progress) -> str:
    """Print the pages; returns the printer's name. Runs on the worker: Qt allows painting there.

    Raises `PrintingFailed`; `Cancelled` discards what the printer has not taken yet.
    """
    name = chosen.printerName() or chosen.outputFileName()
    dots = min(chosen.resolution(), MOST_DOTS_PER_INCH)
    painter = QPainter()
    if not which or not painter.begin(chosen):
        raise PrintingFailed(printer=name)
    try:
        for done, page in enumerate(previews.for_printer(pdf, dots, which, progress)):
            if done and not chosen.newPage():
                raise PrintingFailed(printer=name)  # noqa: TRY301 - the same way out as for others
            _paint(painter, page, room(chosen))
    except BaseException:  # whatever stopped it, half a scorecard must not come out
        chosen.abort()
        painter.end()
        if chosen.outputFileName():
            Path(chosen.outputFileName()).unlink(missing_ok=True)
        raise
    painter.end()
    return name


def room(chosen: "QPrinter") -> QRectF:
    """Where a whole A4 page fits on the paper, in the printer's dots, in its true proportions."""
    paper = QRectF(chosen.pageLayout().fullRectPixels(chosen.resolution()))
    printable = QRectF(chosen.pageLayout().paintRectPixels(chosen.resolution()))
    a4 = QPageSize(QPageSize.PageSizeId.A4).rectPixels(chosen.resolution())
    # The scorecard has margins of its own: on A4 it is printed in its true size.
    target = paper if paper.width() >= a4.width() - 2 else printable
    scale = min(target.width() / a4.width(), target.height() / a4.height(), 1.0)
    fitted = QRectF(0, 0, a4.width() * scale, a4.height() * scale)
    fitted.moveCenter(paper.center())
    return fitted


def _paint(painter: QPainter, page: Page, target: QRectF) -> None:
    """In bands: drawing a whole page at once would keep the window waiting for a moment.

    Each band reaches one row into the next, which covers it, so that no seam can show.
    """
    picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    step = target.height() / page.height
    for top in range(0, page.height, _BAND):
        give_way()
        rows = min(_BAND + 1, page.height - top)
        painter.drawImage(
            QRectF(target.left(), target.top() + top * step, target.width(), rows * step),
            picture.copy(QRect(0, top, page.width, rows)),
        )
