"""Pieces of a review: PDFs, strokes, and a page over a real workspace."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.review import ReviewPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad
from tests.builders import workspaces
from tests.builders.workspaces import SITI


def a_pdf(pages: int = 3) -> bytes:
    """A document with a black square at another height on each page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.rect(100, 100 + 150 * page, 100, 100, fill=1)
        canvas.drawString(72, 780, f"Halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class Desk:
    """A review page with everything around it, and what it said."""

    def __init__(self, services: Services) -> None:
        services.settings.change(
            auditor_name=SITI.name, auditor_nip=SITI.nip, auditor_position=SITI.position
        )
        self.services = services
        self.jobs = Jobs()
        self.refresher = Refresher()
        self.page = ReviewPage(services, self.jobs, self.refresher)
        self.errors: list[KnownError] = []
        self.said: list[str] = []
        self.left: list[str] = []
        self.sealed: list[str] = []
        self.asked: list[tuple[str, str]] = []
        self.page.failed.connect(self.errors.append)
        self.page.announced.connect(self._hear)
        self.page.left.connect(self.left.append)
        self.page.sealed.connect(self.sealed.append)
        self.page.indicator_requested.connect(self._go)
        self.page.resize(1366, 768)

    def _hear(self, text: str, _undo: object) -> None:
        self.said.append(text)

    def _go(self, one: str, indicator: str) -> None:
        self.asked.append((one, indicator))

    def is_drawn(self) -> bool:
        """The pages are there."""
        return self.page.preview.drawn() is not None


@contextmanager
def a_desk(home: Path) -> Iterator[Desk]:
    """A page over a fresh workspace; the worker and the workspace are closed afterwards."""
    with workspaces.opened(home) as services:
        desk = Desk(services)
        try:
            yield desk
        finally:
            desk.page.hide()
            desk.jobs.shutdown()


def sign(pad: SignaturePad) -> None:
    """One stroke with the mouse."""
    middle = pad.rect().center()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle - QPoint(60, 10))
    QTest.mouseMove(pad, middle)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 10))


Wait = Callable[[Callable[[], bool]], None]
