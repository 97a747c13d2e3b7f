"""Write bundles from the window: files on the worker, the note that they were sent here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Job, Jobs, Step
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.exporting import Exporting, ExportPlan, Written


class Exporter(QObject):
    """One export at a time; until `written`, no medium may be pulled."""

    progressed = Signal(object)
    """A `Step`."""
    written = Signal(object, object)
    """What lies there, a tuple of `Written`, and the `Changes`."""
    cancelled = Signal()
    failed = Signal(object)
    finished = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._job: Job | None = None

    def is_busy(self) -> bool:
        """A bundle is being written."""
        return self._job is not None

    def start(self, plan: ExportPlan, folder: Path) -> None:
        """Write all volumes and read them back."""
        if self._job is not None:
            return
        self._job = Job(partial(_write, self._services.exporting, plan, folder))
        self._job.progressed.connect(self._on_step)
        self._job.succeeded.connect(self._record)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.cancelled)
        self._job.finished.connect(self._end)
        self._jobs.start(self._job)

    def cancel(self) -> None:
        """Stop; the volume that is being written disappears."""
        if self._job is not None:
            self._job.cancel()

    def _on_step(self, step: Step) -> None:
        self.progressed.emit(step)

    def _record(self, written: tuple[Written, ...]) -> None:
        try:
            changes = self._services.exporting.record(written)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.written.emit(written, changes)

    def _end(self) -> None:
        self._job = None
        self.finished.emit()


def _write(
    exporting: Exporting, plan: ExportPlan, folder: Path, progress: Progress
) -> tuple[Written, ...]:
    return exporting.write(plan, folder, progress)
