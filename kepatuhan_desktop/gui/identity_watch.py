"""Tell who signs at this device, without making the window wait for cryptography to load."""

import importlib
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.progress import Progress

_SERVICE = "kepatuhan_desktop.services.identities"


class IdentityWatch(QObject):
    """Answers by signals: at once where the service is loaded, else when the worker has done so."""

    seen = Signal(object)
    """The `IdentityStatus`."""
    changed = Signal(object)
    """`Changes`: the device has a certificate that fits the name."""
    failed = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._job: Job | None = None
        self._waiting: list[Callable[[], None]] = []

    def look(self) -> None:
        """Find out who signs here."""
        self._do(self._look)

    def ensure(self) -> None:
        """Have a certificate that fits the present name, without any question."""
        self._do(self._ensure)

    def _do(self, deed: Callable[[], None]) -> None:
        if _SERVICE in sys.modules and self._job is None:
            deed()
            return
        if deed not in self._waiting:
            self._waiting.append(deed)
        if self._job is None:
            # Loading X.509 takes a tenth of a second, once.
            self._job = Job(_load)
            self._job.succeeded.connect(self._loaded)
            self._job.failed.connect(self.failed)
            self._jobs.start(self._job)

    def _loaded(self, _result: object) -> None:
        self._job = None
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def _look(self) -> None:
        try:
            self.seen.emit(self._services.identities.status())
        except KnownError as error:
            self.failed.emit(error)

    def _ensure(self) -> None:
        if not self._services.auditor().name.strip():
            return
        try:
            changes = self._services.identities.ensure()
        except KnownError as error:
            self.failed.emit(error)
            return
        if changes.records:
            self.changed.emit(changes)


def _load(_progress: Progress) -> None:
    """Runs on the worker."""
    importlib.import_module(_SERVICE)
