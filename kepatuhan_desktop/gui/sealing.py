"""Seal an assessment from the window: draw and store on the worker, append on this thread."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.seal import Signature
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Job, Jobs, Step
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.scorecards import Scorecards
from kepatuhan_desktop.services.sealing import Sealing


class _Wish(NamedTuple):
    one: AssessmentId
    card: Scorecard


class Sealer(QObject):
    """One seal at a time; until `sealed`, nothing is sealed."""

    started = Signal()
    progressed = Signal(object)
    """A `Step`."""
    sealed = Signal(str, object)
    """The assessment and the `Changes`: the seal is on the disk."""
    cancelled = Signal()
    failed = Signal(object)
    finished = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._job: Job | None = None
        self._wish: _Wish | None = None

    def is_busy(self) -> bool:
        """A seal is being made."""
        return self._job is not None

    def start(self, one: AssessmentId, signatures: tuple[Signature, ...], place: str) -> None:
        """Seal what the journal holds now."""
        if self._job is not None:
            return
        try:
            card = self._services.sealing.prepare(one, signatures, place)
        except KnownError as error:
            self.failed.emit(error)
            return
        self._wish = _Wish(one, card)
        work = partial(_draw, self._services.scorecards, self._services.sealing, card)
        self._job = Job(work)
        self._job.progressed.connect(self._step)
        self._job.succeeded.connect(self._append)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.cancelled)
        self._job.finished.connect(self._finish)
        self.started.emit()
        self._jobs.start(self._job)

    def cancel(self) -> None:
        """Stop; a PDF that is stored already stays unnamed, and nothing is sealed."""
        if self._job is not None:
            self._job.cancel()

    def _step(self, step: Step) -> None:
        self.progressed.emit(step)

    def _append(self, stored: StoredFile) -> None:
        wish = self._wish
        if wish is None or self._job is None:
            return
        if self._job.is_cancelling():
            # Asked to stop after the last page: the wish still counts.
            self.cancelled.emit()
            return
        try:
            changes = self._services.sealing.seal(wish.one, wish.card, stored)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.sealed.emit(wish.one, changes)

    def _finish(self) -> None:
        self._job, self._wish = None, None
        self.finished.emit()


def _draw(
    scorecards: Scorecards, sealing: Sealing, card: Scorecard, progress: Progress
) -> StoredFile:
    """Runs on the worker."""
    return sealing.keep(scorecards.render(card, progress))
