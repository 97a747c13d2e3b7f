"""Enrol this device and choose its key: dialogs in front, disk and keys on the worker."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import files
from kepatuhan_desktop.gui.dialogs.secret import Secret, SecretDialog
from kepatuhan_desktop.gui.dialogs.token import TokenDialog
from kepatuhan_desktop.gui.dialogs.trust import TrustDialog
from kepatuhan_desktop.gui.jobs import Job, Jobs, Work
from kepatuhan_desktop.progress import Progress

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import Identities, TrustPlan

TRUST_ENDING = ".kepercayaan"
REQUEST_ENDING = ".permohonan"


class IdentityDesk(QObject):
    """What the settings offer around the key that signs; shows no state itself."""

    changed = Signal(object)
    """`Changes` to the journal."""
    chosen = Signal()
    """Another key signs from now on."""
    settled = Signal()
    """A choice came to an end, kept or not: show the status again."""
    announced = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._trying: SecretDialog | TokenDialog | None = None
        self._path = Path()

    def ask_where_to_save(self) -> None:
        """Ask for a place, and write the request for an enrolment there."""
        name = files.plain_name(self._services.auditor().name) or "auditor"
        dialog = QFileDialog(self._window, self.tr("Simpan permohonan pendaftaran"), _documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(
            self.tr("Permohonan pendaftaran (*{ending})").format(ending=REQUEST_ENDING)
        )
        dialog.setDefaultSuffix(REQUEST_ENDING[1:])
        dialog.selectFile(f"permohonan-{name}{REQUEST_ENDING}")
        dialog.fileSelected.connect(self.save_request)
        _open(dialog)

    def save_request(self, path: str) -> None:
        """Write the request for an enrolment."""
        try:
            request = self._services.identities.request()
        except KnownError as error:
            self.failed.emit(error)
            return
        job = Job(partial(files.save, Path(path), request))
        job.succeeded.connect(self._saved)
        job.failed.connect(self.failed)
        self._jobs.start(job)

    def ask_for_trust_file(self) -> None:
        """Ask for a trust file, then show what it would change."""
        dialog = QFileDialog(self._window, self.tr("Muat berkas kepercayaan"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Berkas kepercayaan (*{ending})").format(ending=TRUST_ENDING),
                self.tr("Semua berkas (*)"),
            ]
        )
        dialog.fileSelected.connect(self.load_trust)
        _open(dialog)

    def load_trust(self, path: str) -> None:
        """Read a trust file and show what it would change."""
        job = Job(partial(_check_trust, self._services.identities, Path(path)))
        job.succeeded.connect(self._examine)
        job.failed.connect(self.failed)
        self._jobs.start(job)

    def use_device(self) -> None:
        """Sign with this device's key."""
        try:
            self._services.identities.use_device()
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.chosen.emit()
        self.settled.emit()

    def ask_for_key_file(self) -> None:
        """Ask for a PKCS#12 file, then for its passphrase, which is tried at once."""
        dialog = QFileDialog(self._window, self.tr("Pilih berkas sertifikat"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Berkas sertifikat (*.p12 *.pfx)"), self.tr("Semua berkas (*)")]
        )
        dialog.fileSelected.connect(self.try_key_file)
        dialog.rejected.connect(self.settled)
        _open(dialog)

    def try_key_file(self, path: str) -> None:
        """Ask for the passphrase of a PKCS#12 file, and try it."""
        self._path = Path(path)
        dialog = SecretDialog(Secret.PKCS12, self._path.name, self._window)
        dialog.given.connect(self._try_file)
        self._begin(dialog)

    def ask_for_token(self) -> None:
        """Ask for a token and its PIN, and try it."""
        dialog = TokenDialog(self._window)
        dialog.wanted.connect(self._try_token)
        self._begin(dialog)

    def _try_file(self, secret: str) -> None:
        self._attempt(partial(_use_file, self._services.identities, self._path, secret))

    def _try_token(self, module: str, label: str, pin: str) -> None:
        self._attempt(partial(_use_token, self._services.identities, Path(module), label, pin))

    def _attempt(self, work: Work) -> None:
        job = Job(work)
        job.succeeded.connect(self._tried)
        job.failed.connect(self._refused)
        self._jobs.start(job)

    def _tried(self, _result: object) -> None:
        self.chosen.emit()
        if self._trying is not None:
            self._trying.accept()

    def _refused(self, error: Exception) -> None:
        if self._trying is not None and isinstance(error, KnownError):
            self._trying.tell(error)
        else:
            self.failed.emit(error)

    def _begin(self, dialog: SecretDialog | TokenDialog) -> None:
        self._trying = dialog
        dialog.finished.connect(self._end)
        _open(dialog)

    def _end(self, _result: int) -> None:
        self._trying = None
        self.settled.emit()

    def _saved(self, path: Path) -> None:
        self.announced.emit(
            self.tr("Permohonan tersimpan: {name}. Kirimkan ke kantor pusat.").format(
                name=path.name
            )
        )

    def _examine(self, data: bytes) -> None:
        try:
            plan = self._services.identities.examine(data)
        except KnownError as error:
            self.failed.emit(error)
            return
        dialog = TrustDialog(plan, self._window)
        dialog.agreed.connect(self._adopt)
        _open(dialog)

    def _adopt(self, plan: "TrustPlan") -> None:
        try:
            changes = self._services.identities.adopt(plan)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.changed.emit(changes)
        self.settled.emit()
        self.announced.emit(self.tr("Berkas kepercayaan dipakai"))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _check_trust(identities: "Identities", path: Path, progress: Progress) -> bytes:
    """Runs on the worker."""
    return identities.check(files.load(path, progress))


def _use_file(identities: "Identities", path: Path, secret: str, progress: Progress) -> None:
    """Runs on the worker."""
    progress.step(0, 1)
    identities.use_pkcs12(path, secret)


def _use_token(
    identities: "Identities", module: Path, label: str, pin: str, progress: Progress
) -> None:
    """Runs on the worker."""
    progress.step(0, 1)
    identities.use_token(module, label, pin)
