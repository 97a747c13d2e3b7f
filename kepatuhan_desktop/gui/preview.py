"""Draw a scorecard on the worker whenever it has changed, and hand over its pages as pictures."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kepatuhan_desktop.gui.jobs import Job, Jobs, Step
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import previews
from kepatuhan_desktop.services.previews import Page

Source = Callable[[Progress], bytes]
"""Makes the PDF; runs on the worker."""

SCALE = 1000
"""What `progressed` counts up to."""

_PAUSE = 300
"""Milliseconds without another change before the pages are drawn again."""
_SHARE_OF_SOURCE = 0.6
_SAME_WIDTH = 0.01


class Drawn(NamedTuple):
    """A document and its pages."""

    key: object
    """What the request named."""
    pdf: bytes
    images: tuple[QImage, ...]
    width: int
    """Pixels of a page that were asked for."""


class Preview(QObject):
    """Keeps one document drawn; a new wish replaces the one before."""

    started = Signal()
    progressed = Signal(int)
    """0 to `SCALE`."""
    drawn = Signal(object)
    """A `Drawn`."""
    cancelled = Signal()
    """The user stopped it; nothing is being drawn."""
    failed = Signal(object)
    """The exception."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._key: object = None
        self._source: Source | None = None
        self._width = 0
        self._current: Drawn | None = None
        self._job: Job | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    def request(self, key: object, source: Source, *, at_once: bool = False) -> None:
        """Draw what `source` makes; `key` tells one document from another."""
        self._key, self._source, self._current = key, source, None
        self._timer.start(0 if at_once else _PAUSE)

    def set_width(self, pixels: int) -> None:
        """How wide a page stands on the screen, in its own pixels."""
        if abs(pixels - self._width) <= self._width * _SAME_WIDTH:
            return
        self._width = pixels
        if self._source is not None and not self._timer.isActive():
            self._timer.start(_PAUSE)

    def current(self) -> Drawn | None:
        """What is drawn; None while something newer is awaited."""
        return self._current

    def is_busy(self) -> bool:
        """Something is being drawn, or about to be."""
        return self._job is not None or self._timer.isActive()

    def cancel(self) -> None:
        """Stop drawing; `cancelled` follows."""
        waiting = self._timer.isActive()
        self._timer.stop()
        self._again = False
        if self._job is not None:
            self._job.cancel()
        elif waiting:
            self.cancelled.emit()

    def forget(self) -> None:
        """Stop, and let go of the document and its pictures."""
        self._key, self._source, self._current = None, None, None
        self.cancel()

    def _begin(self) -> None:
        if self._source is None or not self._width:
            return
        if self._job is not None:
            self._job.cancel()
            self._again = True
            return
        known = self._current.pdf if self._current is not None else None
        self._again = False
        self._job = Job(partial(_draw, self._key, self._source, known, self._width))
        self._job.progressed.connect(self._step)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.cancelled.connect(self._give_up)
        self._job.finished.connect(self._finish)
        self.started.emit()
        self._jobs.start(self._job)

    def _step(self, step: Step) -> None:
        self.progressed.emit(step.done)

    def _take(self, drawn: Drawn) -> None:
        if drawn.key == self._key and self._source is not None and not self._again:
            self._current = drawn
            self.drawn.emit(drawn)

    def _fail(self, error: Exception) -> None:
        if not self._again:
            self.failed.emit(error)

    def _give_up(self) -> None:
        if self._source is not None and not self._again and not self._timer.isActive():
            self.cancelled.emit()

    def _finish(self) -> None:
        self._job = None
        if self._again:
            self._begin()


class _Part:
    """Reports a part of the work as a share of the whole."""

    def __init__(self, progress: Progress, start: float, end: float) -> None:
        self._progress, self._start, self._end = progress, start, end

    def step(self, done: int, total: int, text: str = "") -> None:
        share = self._start + (self._end - self._start) * done / max(1, total)
        self._progress.step(round(share * SCALE), SCALE, text)


def _draw(
    key: object, source: Source, known: bytes | None, width: int, progress: Progress
) -> Drawn:
    """Runs on the worker."""
    share = 0.0 if known is not None else _SHARE_OF_SOURCE
    pdf = known if known is not None else source(_Part(progress, 0, share))
    pages = previews.for_screen(pdf, width, _Part(progress, share, 1))
    return Drawn(key, pdf, tuple(picture(page) for page in pages), width)


def picture(page: Page) -> QImage:
    """The page as a picture that owns its pixels, in the format that is quickest to show."""
    pixels = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    return pixels.convertToFormat(QImage.Format.Format_RGB32)
