"""Let the head of a unit bring a certificate of their own, and ask for what opens it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.dialogs.secret import Secret, SecretDialog
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.gui.widgets.signer_card import SignerCard
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.sealing import OwnKey, Sealing


class HeadKey(QObject):
    """The file stays in memory, closed; what opens it is asked for when it signs."""

    failed = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._dialog: SecretDialog | None = None

    def serve(self, card: SignerCard) -> None:
        """Ask for a file whenever this card wants one."""
        card.key_requested.connect(partial(self._ask_for_file, card))

    def is_asking(self) -> bool:
        """A passphrase is being asked for."""
        return self._dialog is not None

    def read(self, card: SignerCard, path: str) -> None:
        """Read a file for a card, unless it is no certificate file."""
        job = Job(partial(_read, self._services.sealing, Path(path)))
        job.succeeded.connect(card.use_key)
        job.failed.connect(self.failed)
        self._jobs.start(job)

    def open(self, key: OwnKey, then: Callable[[OwnKey], None]) -> None:
        """Ask its owner for the passphrase, and go on once it fits and the key may sign."""
        self._dialog = dialog = SecretDialog(Secret.HEAD, key.name, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(partial(self._try, key, then))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _ask_for_file(self, card: SignerCard) -> None:
        dialog = QFileDialog(self._window, self.tr("Pilih berkas sertifikat pimpinan unit"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Berkas sertifikat (*.p12 *.pfx)"), self.tr("Semua berkas (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self.read, card))
        dialog.open()

    def _try(self, key: OwnKey, then: Callable[[OwnKey], None], secret: str) -> None:
        own = OwnKey(data=key.data, name=key.name, secret=secret)
        job = Job(partial(_try, self._services.sealing, own))
        job.succeeded.connect(partial(self._go_on, then))
        job.failed.connect(self._refuse)
        self._jobs.start(job)

    def _go_on(self, then: Callable[[OwnKey], None], own: OwnKey) -> None:
        # Whoever closed the dialog meanwhile has thought better of it.
        if self._dialog is not None:
            self._dialog.accept()
            then(own)

    def _refuse(self, error: Exception) -> None:
        if self._dialog is not None and isinstance(error, KnownError):
            self._dialog.tell(error)
        else:
            self.failed.emit(error)

    def _forget(self) -> None:
        self._dialog = None


def _read(sealing: Sealing, path: Path, _progress: Progress) -> OwnKey:
    """Runs on the worker: the file may lie on a slow stick."""
    return sealing.read_head_key(path)


def _try(sealing: Sealing, own: OwnKey, _progress: Progress) -> OwnKey:
    """Runs on the worker: opening one is slow by intention."""
    return sealing.try_head_key(own)
