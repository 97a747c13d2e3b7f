"""Load the small pictures of evidence on the worker, only those that are wanted."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageReader

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import EvidenceId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.attaching import Attaching

_KEPT = 150
"""Pictures held in memory: at 320 pixels about 45 MB."""

_Key = tuple[str, int]
_Wanted = tuple[EvidenceId, Evidence]


class Thumbnails(QObject):
    """One picture at a time, so that evidence being attached never waits for a queue."""

    loaded = Signal(str, object)
    """Id of the evidence and its `QImage`; None for office files."""
    lost = Signal(str, object)
    """Id of the evidence and the `KnownError` why there is no picture."""

    def __init__(self, attaching: Attaching, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attaching = attaching
        self._jobs = jobs
        self._held: OrderedDict[_Key, QImage | None] = OrderedDict()
        self._waiting: deque[_Wanted] = deque()
        self._current: _Wanted | None = None

    def want(self, pieces: Sequence[_Wanted]) -> None:
        """Load these, the first first, and nothing of what was wanted before."""
        self._waiting.clear()
        for name, piece in pieces:
            key = (piece.digest, piece.rotation)
            if key in self._held:
                self._held.move_to_end(key)
                self.loaded.emit(name, self._held[key])
            elif self._current is None or self._current != (name, piece):
                self._waiting.append((name, piece))
        self._next()

    def _next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        self._current = self._waiting.popleft()
        job = Job(partial(_load, self._attaching, self._current[1]))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._jobs.start(job)

    def _on_loaded(self, picture: object) -> None:
        assert self._current is not None
        name, piece = self._current
        image = picture if isinstance(picture, QImage) else None
        self._held[piece.digest, piece.rotation] = image
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        self.loaded.emit(name, image)

    def _on_failed(self, error: Exception) -> None:
        assert self._current is not None
        if not isinstance(error, KnownError):
            raise error
        self.lost.emit(self._current[0], error)

    def _on_finished(self) -> None:
        self._current = None
        self._next()


def _load(attaching: Attaching, piece: Evidence, _progress: Progress) -> QImage | None:
    """Runs on the worker, where a `QImage` may be made and a pixmap may not."""
    attaching.require(piece)  # a copy can outlive its original
    data = attaching.thumbnail(piece) or attaching.copies(piece).thumbnail
    return None if data is None else decoded(data)


def decoded(data: bytes) -> QImage:
    """The picture in `data`; for the worker.

    `QImage.fromData` would keep the interpreter, and with it the window, until it is done.
    """
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(source).read()
