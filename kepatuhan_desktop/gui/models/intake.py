"""Take files in as evidence, one after the other: a broken one does not stop the rest."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId, IndicatorId
from kepatuhan_desktop.errors import EvidenceDamaged, KnownError
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.gui.refusals import Refusals
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.attaching import Attaching, Copies, Kept

_QUALITY = 92
"""Of JPEG; PNG loses nothing at any."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that shall become evidence of an indicator."""

    assessment: AssessmentId
    indicator: IndicatorId
    name: str
    keep: Callable[[Progress], Kept]
    """Stores the bytes; runs on the worker."""


class Intake(QObject):
    """First the file, durably, then the entry, then its copies."""

    attached = Signal(str, object)
    """Id of the evidence and the `Changes`: it is in the journal now."""
    rejected = Signal(object)
    """Why files did not become evidence, at the end; nothing of them is left.

    A `KnownError` for one that came alone, else `Refusals`.
    """
    removed = Signal(object)
    """`Changes`: a file whose pixels turned out to be broken was taken away again."""
    progressed = Signal(int, int, str)
    """Files done, files in all, name of the present one."""
    finished = Signal()
    """Nothing is waiting any more."""

    def __init__(self, attaching: Attaching, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attaching = attaching
        self._jobs = jobs
        self._waiting: deque[Source] = deque()
        self._current: Source | None = None
        self._job: Job | None = None
        self._checking: tuple[Source, EvidenceId] | None = None
        self._done = 0
        self._total = 0
        self._taken = 0
        self._refused: list[tuple[str, KnownError]] = []

    def add_files(
        self, one: AssessmentId, indicator: IndicatorId, paths: Sequence[Path], source: str
    ) -> None:
        """Queue files; `source` is `file`, `drop`, `paste` or `camera`."""
        for path in paths:
            keep = partial(self._attaching.keep_file, path, source)
            self._add(Source(one, indicator, path.name, keep))

    def add_picture(
        self, one: AssessmentId, indicator: IndicatorId, image: QImage, name: str, source: str
    ) -> None:
        """Queue a picture that is no file yet."""
        keep = partial(_keep_picture, self._attaching, image.copy(), name, source)
        self._add(Source(one, indicator, name, keep))

    def cancel(self) -> None:
        """Stop; what is attached already stays."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def is_busy(self) -> bool:
        """Whether files are waiting or being stored."""
        return self._current is not None

    def _add(self, source: Source) -> None:
        self._waiting.append(source)
        self._total += 1
        if self._current is None:
            self._next()
        else:
            self.progressed.emit(self._done, self._total, self._current.name)

    def _next(self) -> None:
        if not self._waiting:
            self._current = self._job = None
            self._done = self._total = 0
            self._tell_refused()
            self.finished.emit()
            return
        self._current = self._waiting.popleft()
        self.progressed.emit(self._done, self._total, self._current.name)
        self._start(self._current.keep, self._on_kept)

    def _tell_refused(self) -> None:
        found = Refusals(tuple(self._refused), self._taken)
        self._refused, self._taken = [], 0
        if len(found.refused) == 1 and not found.taken:
            self.rejected.emit(found.refused[0][1])
        elif found.refused:
            self.rejected.emit(found)

    def _start(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        self._job = Job(work)
        self._job.succeeded.connect(then)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._jobs.start(self._job)

    def _on_kept(self, kept: object) -> None:
        assert isinstance(kept, Kept)
        assert self._current is not None
        source = self._current
        try:
            name, changes = self._attaching.attach(source.assessment, source.indicator, kept)
        except KnownError as error:
            self._refused.append((source.name, error))
            self._go_on()
            return
        self._taken += 1
        self._checking = (source, name)
        piece = _piece(kept, source.indicator)
        # The copies decode every pixel: only now does it show whether the picture is whole.
        self._start(partial(_copies, self._attaching, piece), self._on_copied)
        self.attached.emit(name, changes)

    def _on_copied(self, _copies: object) -> None:
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        checking, self._checking = self._checking, None
        assert self._current is not None
        if not isinstance(error, KnownError):
            self._go_on()
            raise error
        if checking is None:
            self._refused.append((self._current.name, error))
        elif isinstance(error, EvidenceDamaged):
            self._take_back(*checking, error)
        self._go_on()

    def _take_back(self, source: Source, name: EvidenceId, reason: KnownError) -> None:
        try:
            changes = self._attaching.remove(source.assessment, name)
        except KnownError as error:
            self._refused.append((source.name, error))
            return
        self._taken -= 1
        self._refused.append((source.name, reason))
        self.removed.emit(changes)

    def _on_cancelled(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        self._checking = None
        self._done += 1
        self._next()


def _piece(kept: Kept, indicator: IndicatorId) -> Evidence:
    """The kept file as evidence, as far as making copies needs it."""
    return Evidence(
        indicator=indicator,
        digest=kept.file.digest,
        size=kept.file.size,
        name=kept.name,
        media_type=kept.inspected.media_type.value,
    )


def _copies(attaching: Attaching, piece: Evidence, _progress: Progress) -> Copies:
    return attaching.copies(piece)


def _keep_picture(
    attaching: Attaching, image: QImage, name: str, source: str, progress: Progress
) -> Kept:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"JPEG" if source == "camera" else b"PNG"))
    writer.setQuality(_QUALITY)
    writer.write(image)
    return attaching.keep(bytes(data.data()), name, source, progress)
