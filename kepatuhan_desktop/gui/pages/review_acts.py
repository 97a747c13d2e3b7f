"""Correct, withdraw, stamp and look back, for the review page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, IndicatorId
from kepatuhan_desktop.domain.seal import Signature, Stamp
from kepatuhan_desktop.errors import KnownError, StampForeign
from kepatuhan_desktop.gui.dialogs.amendment import AmendmentDialog
from kepatuhan_desktop.gui.dialogs.history import HistoryDialog
from kepatuhan_desktop.gui.dialogs.return_work import ReturnDialog
from kepatuhan_desktop.gui.dialogs.withdrawal import WithdrawalDialog
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.assessments import Overview
from kepatuhan_desktop.services.stamping import Request, Stamping
from kepatuhan_desktop.storage.files import explained

_GROWTH = 50_000_000
"""Bytes that a stamp may add; what is larger is another file."""


class Looked(NamedTuple):
    """Signed pages that somebody wants to see: of which seal, and as they came back stamped."""

    seal: EntryId
    is_stamped: bool = False


class ReviewActs(QObject):
    """Everything that the review page does with a seal once it is there."""

    changed = Signal(object)
    """`Changes` that are on the disk."""
    unsaved = Signal()
    """A change did not get there."""
    failed = Signal(object)
    announced = Signal(str)
    amended = Signal(str)
    """The assessment is open again."""
    looked_at = Signal(object)
    """The `Looked` that should be shown."""

    def __init__(self, services: Services, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._jobs = jobs
        self._page = page
        self._folder = ""

    def can_drop(self, one: AssessmentId) -> bool:
        """Whether a correction is open in which nothing was changed."""
        return self._services.amending.can_drop(one)

    def stamps(self, one: AssessmentId) -> tuple[Stamp, ...]:
        """The stamped files of the present seal."""
        return self._services.stamping.stamps(one)

    def amend(self, overview: Overview) -> None:
        """Ask why, and open a correction."""
        one, seal = overview.assessment.id, overview.assessment.seal
        if seal is None:
            return
        late = self._services.assessments.late(one)
        lines = self._services.history.lines_of(one, late) if late else ()
        said = self._services.returning.returned(one)
        dialog = AmendmentDialog(seal, lines, self._page, reason=said.reason if said else "")
        dialog.amended.connect(partial(self._amend, one, late))
        _open(dialog)

    def send_back(self, overview: Overview) -> None:
        """Ask why and with what comments, and send the seal back to its auditor."""
        one = overview.assessment.id
        dialog = ReturnDialog(overview, self._services.returning.returned(one), self._page)
        dialog.returned.connect(partial(self._send_back, one))
        _open(dialog)

    def drop(self, one: AssessmentId) -> None:
        """Give up a correction in which nothing was changed."""
        if self._write(lambda: self._services.amending.drop(one)):
            self.announced.emit(self.tr("Koreksi dibatalkan; revisi yang ditandatangani berlaku"))

    def withdraw(self, overview: Overview) -> None:
        """Ask whose signature and why, and withdraw it."""
        state = overview.assessment
        if state.seal is None:
            return
        withdrawn = state.acts.withdrawn
        standing = [
            one
            for one in state.seal.signatures
            if not one.refused_because and one.role not in withdrawn
        ]
        if not standing:
            return
        dialog = WithdrawalDialog(standing, self._page)
        dialog.withdrawn.connect(partial(self._withdraw, state.id))
        _open(dialog)

    def show_history(self, overview: Overview) -> None:
        """Tell what happened; a revision that is chosen there is shown."""
        one = overview.assessment.id
        name = " · ".join((overview.unit.name, overview.assessment.profile.period))
        try:
            acts = self._services.history.acts(one)
            lines = self._services.history.all_entries(one)
        except KnownError as error:
            self.failed.emit(error)
            return
        dialog = HistoryDialog(name, acts, lines, self._page)
        dialog.chosen.connect(self._look)
        _open(dialog)

    def ask_for_stamped(self, one: AssessmentId) -> None:
        """Ask for the file that came back, compare it with ours and keep it."""
        usual = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or QStandardPaths.writableLocation(usual)
        dialog = QFileDialog(self._page, self.tr("Muat berkas ber-TTE"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Dokumen PDF (*.pdf)"))
        dialog.fileSelected.connect(partial(self.take_stamped, one))
        _open(dialog)

    def take_stamped(self, one: AssessmentId, path: str) -> None:
        """Compare this file with the sealed one on the worker, and keep it."""
        if not path:
            return
        self._folder = str(Path(path).parent)
        try:
            request = self._services.stamping.request(one)
        except KnownError as error:
            self.failed.emit(error)
            return
        job = Job(partial(_keep, self._services.stamping, request, Path(path)))
        job.succeeded.connect(partial(self._add_stamp, one))
        job.failed.connect(self.failed)
        self._jobs.start(job)

    def _amend(self, one: AssessmentId, late: tuple[EntryId, ...], reason: str) -> None:
        if self._write(lambda: self._services.amending.amend(one, reason, late)):
            self.amended.emit(one)

    def _send_back(self, one: AssessmentId, reason: str, said: dict[IndicatorId, str]) -> None:
        if self._write(lambda: self._services.returning.give_back(one, reason, said)):
            self.announced.emit(
                self.tr("Dikembalikan; auditor melihatnya setelah suratnya dikirim (Pertukaran)")
            )

    def _withdraw(self, one: AssessmentId, signature: Signature, reason: str) -> None:
        role, person = signature.role, signature.person
        if self._write(lambda: self._services.amending.withdraw(one, role, person, reason)):
            self.announced.emit(
                self.tr("Penarikan tanda tangan {name} dicatat").format(name=person.name)
            )

    def _add_stamp(self, one: AssessmentId, stamp: Stamp) -> None:
        if self._write(lambda: self._services.stamping.add(one, stamp)):
            self.announced.emit(self.tr("Berkas ber-TTE disimpan di samping yang dikunci"))

    def _look(self, seal: str, is_stamped: bool) -> None:
        self.looked_at.emit(Looked(EntryId(seal), is_stamped))

    def _write(self, deed: Callable[[], Changes]) -> bool:
        try:
            changes = deed()
        except KnownError as error:
            self.unsaved.emit()
            self.failed.emit(error)
            return False
        self.changed.emit(changes)
        return True


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _keep(stamping: Stamping, request: Request, path: Path, progress: Progress) -> Stamp:
    """Runs on the worker."""
    progress.step(0, 1, path.name)
    with explained(path):
        if path.stat().st_size > request.seal.scorecard_size + _GROWTH:
            raise StampForeign(name=path.name)
        data = path.read_bytes()
    return stamping.keep(request, data, path.name)
