"""Bring evidence into the walk: files, drops, the clipboard, the camera, and the viewer."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId, IndicatorId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import cameras, words
from kepatuhan_desktop.gui.dialogs.camera import CameraDialog
from kepatuhan_desktop.gui.drops import local_files
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.gui.models.intake import Intake
from kepatuhan_desktop.gui.models.thumbnails import Thumbnails
from kepatuhan_desktop.gui.widgets.question_column import QuestionColumn
from kepatuhan_desktop.progress import Progress

_PATTERNS = (
    "*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf *.docx *.xlsx *.pptx *.odt *.ods *.odp "
    "*.doc *.xls *.ppt"
)


class WalkEvidence(QObject):
    """Everything about evidence that the walk page does."""

    changed = Signal(object)
    """`Changes` that were written."""
    removed = Signal(object)
    """`Changes` of a removal, which the page offers to undo."""
    failed = Signal(object)
    """A write that did not happen."""
    rejected = Signal(object)
    """Why files did not become evidence: a `KnownError`, or `Refusals` of several."""
    camera_known = Signal(str)
    """Why no photo can be taken here; empty where one can."""
    announced = Signal(str, object)
    found_lost = Signal()
    """A picture could not be shown; its file may not be whole."""

    def __init__(
        self, services: Services, jobs: Jobs, column: QuestionColumn, page: QWidget
    ) -> None:
        super().__init__(page)
        self._services = services
        self._jobs = jobs
        self._column = column
        self._page = page
        self._assessment = AssessmentId("")
        self._folder = ""
        self.intake = Intake(services.attaching, jobs, self)
        self.intake.attached.connect(self._on_attached)
        self.intake.removed.connect(self.changed)
        self.intake.rejected.connect(self.rejected)
        self._thumbnails = Thumbnails(services.attaching, jobs, self)
        self._thumbnails.loaded.connect(self._on_loaded)
        self._thumbnails.lost.connect(self._on_lost)

    def set_assessment(self, one: AssessmentId) -> None:
        """Where new evidence goes."""
        self._assessment = one

    def load_pictures(self) -> None:
        """Ask for the pictures that the cards lack, those of the current card first."""
        cards = self._column.cards()
        current = self._column.current_card()
        cards.sort(key=lambda card: card is not current)
        self._thumbnails.want([piece for card in cards for piece in card.wanted_pictures()])

    def choose_files(self, indicator: str) -> None:
        """Let the user choose files for a question."""
        dialog = QFileDialog(self._page, self.tr("Pilih bukti"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Foto dan dokumen ({patterns})").format(patterns=_PATTERNS),
                self.tr("Semua berkas (*)"),
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setProperty("indicator", indicator)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def add_files(self, indicator: str, paths: list[str], source: str = "drop") -> None:
        """Take files in; each is evidence as soon as it is stored."""
        files = [Path(path) for path in paths]
        self._folder = str(files[0].parent) if files else self._folder
        self.intake.add_files(self._assessment, IndicatorId(indicator), files, source)

    def paste(self, indicator: str) -> None:
        """Take in what the clipboard holds: files, or else a picture."""
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files(data)
        if paths:
            self.add_files(indicator, paths, "paste")
        elif data.hasImage():
            self.add_picture(indicator, QGuiApplication.clipboard().image(), "paste")
        else:
            self.announced.emit(self.tr("Papan klip tidak berisi gambar atau berkas."), None)

    def add_picture(self, indicator: str, image: QImage, source: str) -> None:
        """Take in a picture that is no file yet."""
        moment = datetime.now(UTC).astimezone().strftime("%Y%m%d-%H%M%S")
        is_photo = source == "camera"
        prefix = self.tr("foto") if is_photo else self.tr("tempelan")
        name = f"{prefix}-{moment}{'.jpg' if is_photo else '.png'}"
        self.intake.add_picture(self._assessment, IndicatorId(indicator), image, name, source)

    def take_photo(self, indicator: str) -> None:
        """Open the camera, where there is one."""
        reason = cameras.why_not()
        if reason:
            self.announced.emit(reason, None)
            return
        dialog = CameraDialog(self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setProperty("indicator", indicator)
        dialog.taken.connect(self._on_photo)
        dialog.open()

    def open_viewer(self, indicator: str, key: str) -> None:
        """Show the evidence of a question large, beginning with one piece."""
        from kepatuhan_desktop.gui.dialogs.evidence_viewer import (  # noqa: PLC0415 - rarely needed
            EvidenceViewer,
        )

        viewer = EvidenceViewer(
            self._services,
            self._jobs,
            self._assessment,
            IndicatorId(indicator),
            EvidenceId(key),
            self._page,
        )
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.changed.connect(self.changed)
        viewer.failed.connect(self.failed)
        viewer.removed.connect(self.removed)
        viewer.open()

    def remove(self, _indicator: str, key: str) -> None:
        """Take a piece of evidence away."""
        try:
            changes = self._services.attaching.remove(self._assessment, EvidenceId(key))
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.removed.emit(changes)

    def examine_camera(self) -> None:
        """Find out whether there is a camera, without making anybody wait."""
        if not cameras.is_installed():
            self.camera_known.emit(cameras.why_not())
            return
        job = Job(_load_multimedia)  # takes longer than the window may stand still
        job.succeeded.connect(self._on_multimedia)
        self._jobs.start(job)

    def _on_multimedia(self, fault: str) -> None:
        if not fault:
            from kepatuhan_desktop.gui import viewfinder  # noqa: PLC0415 - an optional extra

            viewfinder.watch(self, self._tell_camera)
        self._tell_camera()

    def _tell_camera(self) -> None:
        self.camera_known.emit(cameras.why_not())

    def _on_files_selected(self, paths: list[str]) -> None:
        self.add_files(str(self.sender().property("indicator")), paths, "file")

    def _on_photo(self, image: QImage) -> None:
        self.add_picture(str(self.sender().property("indicator")), image, "camera")

    def _on_attached(self, _key: str, changes: object) -> None:
        self.changed.emit(changes)

    def _on_loaded(self, key: str, image: QImage | None) -> None:
        for card in self._column.cards():
            if any(piece.key == key for piece in card.strip.pieces()):
                card.show_picture(key, image)

    def _on_lost(self, key: str, error: KnownError) -> None:
        for card in self._column.cards():
            if any(piece.key == key for piece in card.strip.pieces()):
                card.show_lost(key, messages.sentence(error, words.language()))
        self.found_lost.emit()


def _load_multimedia(_progress: Progress) -> str:
    return cameras.load()
