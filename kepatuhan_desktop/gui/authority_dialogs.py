"""Ask what running an authority needs to know, and tell how it went."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import files
from kepatuhan_desktop.gui.authority_work import Applicant, AuthorityDesk, Enrolled
from kepatuhan_desktop.gui.dialogs.enrolment import EnrolmentDialog
from kepatuhan_desktop.gui.dialogs.new_authority import NewAuthorityDialog
from kepatuhan_desktop.gui.dialogs.recipients import RecipientsDialog
from kepatuhan_desktop.gui.dialogs.revocation import RevocationDialog
from kepatuhan_desktop.gui.dialogs.root_change import RootChangeDialog
from kepatuhan_desktop.gui.dialogs.secret import Secret, SecretDialog
from kepatuhan_desktop.gui.identity import REQUEST_ENDING, TRUST_ENDING
from kepatuhan_desktop.services.authorities import Holder

_FOLDER = "authority/folder"

Waiting = SecretDialog | NewAuthorityDialog | RootChangeDialog | RecipientsDialog


class AuthorityDialogs(QObject):
    """One dialog at a time, in front of `window`; the desk does what is asked for."""

    announced = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: AuthorityDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._waiting: Waiting | None = None
        self._enrolling: EnrolmentDialog | None = None
        self._holder: Holder | None = None
        self._folder = ""
        desk.inspected.connect(self._show_applicants)
        desk.enrolled.connect(self._tell_enrolled)
        desk.published.connect(self._tell_published)
        desk.done.connect(self._done)
        desk.failed.connect(self._refused)

    def recent(self) -> str:
        """The folder that was open last; empty where there was none."""
        return str(QSettings().value(_FOLDER, "", str))

    def ask_for_folder(self) -> None:
        """Ask which authority to open."""
        dialog = QFileDialog(self._window, self.tr("Folder otoritas"), self.recent() or _usual())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.open_folder)
        _show(dialog)

    def open_folder(self, folder: str) -> None:
        """Ask for the passphrase of the authority in `folder`."""
        self._folder = folder
        dialog = SecretDialog(Secret.AUTHORITY, Path(folder).name, self._window)
        dialog.given.connect(self._open)
        self._wait_for(dialog)

    def ask_for_new(self) -> None:
        """Ask what a new authority needs."""
        dialog = NewAuthorityDialog(self._window)
        dialog.wanted.connect(self._create)
        self._wait_for(dialog)

    def ask_for_requests(self) -> None:
        """Ask for request files."""
        if self._desk.snapshot is None:
            return
        dialog = QFileDialog(self._window, self.tr("Pilih berkas permohonan"), _usual())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Permohonan pendaftaran (*{ending})").format(ending=REQUEST_ENDING),
                self.tr("Semua berkas (*)"),
            ]
        )
        dialog.filesSelected.connect(self.take_requests)
        _show(dialog)

    def take_requests(self, paths: Sequence[str]) -> None:
        """Show what some files ask for."""
        if paths:
            self._desk.inspect([Path(path) for path in paths])

    def ask_to_revoke(self, holder: Holder) -> None:
        """Ask why an enrolment ends."""
        self._holder = holder
        who = " · ".join(part for part in (holder.name, holder.nip) if part)
        dialog = RevocationDialog(who, self._window)
        dialog.revoked.connect(self._revoke)
        _show(dialog)

    def ask_where_to_publish(self) -> None:
        """Ask where the trust file is to lie."""
        if self._desk.snapshot is None:
            return
        overview = self._desk.snapshot.overview
        number = overview.version if overview.is_published else overview.version + 1
        name = files.plain_name(overview.name) or "otoritas"
        dialog = QFileDialog(self._window, self.tr("Terbitkan berkas kepercayaan"), _usual())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Berkas kepercayaan (*{ending})").format(ending=TRUST_ENDING))
        dialog.setDefaultSuffix(TRUST_ENDING[1:])
        dialog.selectFile(f"{name}-v{number}{TRUST_ENDING}")
        dialog.fileSelected.connect(self.publish)
        _show(dialog)

    def publish(self, path: str) -> None:
        """Publish the trust file to `path`."""
        self._desk.publish(Path(path))

    def ask_for_root(self) -> None:
        """Guide through replacing the key."""
        dialog = RootChangeDialog(self._window)
        dialog.wanted.connect(self._desk.replace_root)
        self._wait_for(dialog)

    def show_recipients(self) -> None:
        """Show to whose keys bundles are encrypted."""
        if self._desk.snapshot is None:
            return
        dialog = RecipientsDialog(self._desk.snapshot.overview.recipients, self._window)
        dialog.added.connect(self._desk.add_recipient)
        dialog.removed.connect(self._desk.remove_recipient)
        self._wait_for(dialog)

    def _open(self, passphrase: str) -> None:
        self._desk.open(Path(self._folder), passphrase)

    def _create(self, folder: str, name: str, passphrase: str) -> None:
        self._folder = folder
        self._desk.create(Path(folder), name, passphrase)

    def _revoke(self, reason: str) -> None:
        if self._holder is not None:
            self._desk.revoke(self._holder.device, RevocationReason(reason))

    def _wait_for(self, dialog: Waiting) -> None:
        self._waiting = dialog
        dialog.finished.connect(self._forget)
        _show(dialog)

    def _forget(self, _result: int) -> None:
        self._waiting, self._enrolling = None, None

    def _done(self) -> None:
        dialog, snapshot = self._waiting, self._desk.snapshot
        if isinstance(dialog, RecipientsDialog) and snapshot is not None:
            dialog.show_recipients(snapshot.overview.recipients)
        elif dialog is not None:
            if not isinstance(dialog, RootChangeDialog):
                QSettings().setValue(_FOLDER, self._folder)
            dialog.accept()

    def _refused(self, error: object) -> None:
        if self._waiting is not None and isinstance(error, KnownError):
            self._waiting.tell(error)
            return
        if self._enrolling is not None:
            self._enrolling.reject()
        self.failed.emit(error)

    def _show_applicants(self, applicants: Sequence[Applicant]) -> None:
        self._enrolling = EnrolmentDialog(applicants, self._window)
        self._enrolling.wanted.connect(self._desk.enrol)
        self._enrolling.finished.connect(self._forget)
        _show(self._enrolling)

    def _tell_enrolled(self, outcome: Enrolled) -> None:
        if self._enrolling is not None and outcome.faults:
            self._enrolling.tell(outcome.faults)
        elif self._enrolling is not None:
            self._enrolling.accept()
        if outcome.successes:
            self.announced.emit(
                self.tr("{count} orang didaftarkan; terbitkan berkas kepercayaan").format(
                    count=outcome.successes
                )
            )

    def _tell_published(self, path: Path) -> None:
        self.announced.emit(
            self.tr("Diterbitkan: {name}. Bagikan kepada semua auditor.").format(name=path.name)
        )


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _usual() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
