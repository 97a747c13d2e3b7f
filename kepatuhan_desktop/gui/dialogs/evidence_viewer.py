"""Look at the evidence of a question one piece at a time."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId, IndicatorId
from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceMissing, KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.gui.models.thumbnails import decoded
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.picture_view import PictureView
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import saving
from kepatuhan_desktop.services.attaching import Attaching

_DIGEST = 12


class EvidenceViewer(QDialog):
    """Left and Right go through the pieces, R turns, Delete removes, Esc closes."""

    changed = Signal(object)
    """`Changes` of a caption or a turn."""
    removed = Signal(object)
    """`Changes` of a removal."""
    failed = Signal(object)
    """A write that did not happen."""

    place_label: QLabel
    error_bar: ErrorBar
    picture_view: PictureView
    previous_button: QToolButton
    next_button: QToolButton
    left_button: QToolButton
    right_button: QToolButton
    save_button: QPushButton
    remove_button: QPushButton
    caption_edit: QLineEdit
    details_label: QLabel
    close_button: QPushButton

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        assessment: AssessmentId,
        indicator: IndicatorId,
        first: EvidenceId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._assessment = assessment
        self._indicator = indicator
        self._key = first
        self._asked_for: tuple[EvidenceId, int] | None = None
        forms.load(self, "evidence_viewer")
        self._connect()
        self._show()
        self.close_button.setFocus()

    def _connect(self) -> None:
        self.previous_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.left_button.clicked.connect(self.turn_left)
        self.right_button.clicked.connect(self.turn_right)
        self.remove_button.clicked.connect(self.remove)
        self.save_button.clicked.connect(self._choose_target)
        self.close_button.clicked.connect(self.accept)
        self.caption_edit.editingFinished.connect(self._save_caption)
        self.finished.connect(self._save_caption)
        for keys, then in (
            ("Left", self.go_back),
            ("Right", self.go_on),
            ("R", self.turn_right),
            ("Shift+R", self.turn_left),
            ("Del", self.remove),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(then)

    def key(self) -> EvidenceId:
        """Which piece is shown."""
        return self._key

    def go_on(self) -> None:
        """To the next piece."""
        self._step(1)

    def go_back(self) -> None:
        """To the piece before."""
        self._step(-1)

    def turn_right(self) -> None:
        """A quarter turn clockwise."""
        self._turn(1)

    def turn_left(self) -> None:
        """A quarter turn the other way."""
        self._turn(-1)

    def remove(self) -> None:
        """Take the piece away; the page offers to undo it."""
        if self._is_sealed():
            return
        keys = [name for name, _ in self._pieces()]
        place = keys.index(self._key)
        try:
            changes = self._services.attaching.remove(self._assessment, self._key)
        except KnownError as error:
            self._tell(error)
            return
        left = [name for name in keys if name != self._key]
        if left:
            self._key = left[min(place, len(left) - 1)]
            self._show()
        else:
            self._asked_for = None
            self.caption_edit.setModified(False)
            self.accept()
        self.removed.emit(changes)

    def save_to(self, target: Path) -> None:
        """Write the original bytes to a place of the user's choice."""
        piece = self._piece()
        if piece is None:
            return
        job = Job(partial(_save, self._services.attaching, piece, target))
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _pieces(self) -> list[tuple[EvidenceId, Evidence]]:
        state = self._services.assessments.overview(self._assessment).assessment
        return state.evidence_of(self._indicator)

    def _piece(self) -> Evidence | None:
        return dict(self._pieces()).get(self._key)

    def _is_sealed(self) -> bool:
        return self._services.assessments.get(self._assessment).is_sealed

    def _step(self, steps: int) -> None:
        self._save_caption()
        keys = [name for name, _ in self._pieces()]
        if self._key in keys:
            self._key = keys[(keys.index(self._key) + steps) % len(keys)]
            self._show()

    def _turn(self, quarter_turns: int) -> None:
        if self.left_button.isEnabled():
            self._write(
                partial(self._services.attaching.rotate, self._assessment, self._key, quarter_turns)
            )

    def _save_caption(self) -> None:
        if self.caption_edit.isModified() and not self._is_sealed():
            text = self.caption_edit.text()
            self.caption_edit.setModified(False)
            self._write(
                partial(self._services.attaching.caption, self._assessment, self._key, text)
            )

    def _write(self, deed: "partial[Changes]") -> None:
        try:
            changes = deed()
        except KnownError as error:
            self._tell(error)
            return
        self._show()
        self.changed.emit(changes)

    def _show(self) -> None:
        pieces = self._pieces()
        piece = dict(pieces).get(self._key)
        if piece is None:
            self.reject()
            return
        place = [name for name, _ in pieces].index(self._key)
        self.place_label.setText(
            self.tr("Bukti {place} dari {count}").format(place=place + 1, count=len(pieces))
        )
        for button in (self.previous_button, self.next_button):
            button.setEnabled(len(pieces) > 1)
        is_open = not self._is_sealed()
        is_picture = piece.media_type.startswith("image/")
        for tool in (self.left_button, self.right_button):
            tool.setEnabled(is_open and is_picture)
        self.remove_button.setVisible(is_open)
        self.caption_edit.setReadOnly(not is_open)
        self.caption_edit.setText(piece.caption)
        self.details_label.setText(_details(piece))
        self._load(piece)

    def _load(self, piece: Evidence) -> None:
        wanted = (self._key, piece.rotation)
        if wanted == self._asked_for:
            return
        self._asked_for = wanted
        self.error_bar.clear()
        self.picture_view.setAccessibleName(piece.caption or piece.name)
        self.picture_view.show_sentence("image", self.tr("Memuat…"))
        job = Job(partial(_picture, self._services.attaching, wanted, piece))
        job.succeeded.connect(self._on_picture)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _on_picture(self, outcome: object) -> None:
        assert isinstance(outcome, tuple)
        wanted, image, loss = outcome
        if wanted != self._asked_for:
            return
        if isinstance(loss, KnownError):
            self._warn(isinstance(loss, EvidenceDamaged))
        if isinstance(image, QImage):
            self.picture_view.show_picture(image)
        else:
            sentence = self.tr("Berkas ini dibuka dengan program lain. Simpan salinannya dahulu.")
            self.picture_view.show_sentence("file-text", sentence)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._tell(error)
        if not self.picture_view.has_picture():
            self.picture_view.show_sentence("image-off", messages.sentence(error, words.language()))

    def _tell(self, error: KnownError) -> None:
        self.error_bar.say(messages.sentence(error, words.language()))
        self.failed.emit(error)

    def _warn(self, is_damaged: bool) -> None:
        """What is shown outlived its original."""
        if is_damaged:
            text = self.tr("Berkas asli bukti ini rusak; yang terlihat hanya salinan untuk cetak.")
        else:
            text = self.tr(
                "Berkas asli bukti ini tidak ada lagi di perangkat ini; yang terlihat hanya "
                "salinan untuk cetak."
            )
        advice = self.tr(
            "Jawaban tetap aman. Masukkan paket rekan yang memilikinya, kembalikan folder evidence "
            "dari cadangan, atau hapus lalu lampirkan yang baru."
        )
        self.error_bar.say(f"{text} {advice}")

    def _choose_target(self) -> None:
        piece = self._piece()
        if piece is None:
            return
        dialog = QFileDialog(self, self.tr("Simpan salinan"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(piece.name).name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_target)
        dialog.open()

    def _on_target(self, path: str) -> None:
        self.save_to(Path(path))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._piece() is not None:
            self._show()
        super().changeEvent(event)


def _details(piece: Evidence) -> str:
    size = f"{max(1, round(piece.size / 1000)):,} kB"
    if words.language() != "en":
        size = size.replace(",", ".")
    parts = [piece.name]
    if piece.taken_at:
        taken = QCoreApplication.translate("EvidenceViewer", "Diambil {time}")
        parts.append(taken.format(time=words.moment(piece.taken_at)))
    added = QCoreApplication.translate("EvidenceViewer", "Ditambahkan {time}")
    parts.append(added.format(time=words.moment(piece.added_at)))
    if piece.width:
        parts.append(f"{piece.width} × {piece.height}")
    parts += [size, f"SHA-256 {piece.digest[:_DIGEST]}…"]
    return " · ".join(parts)


def _picture(
    attaching: Attaching, wanted: tuple[EvidenceId, int], piece: Evidence, _progress: Progress
) -> tuple[tuple[EvidenceId, int], QImage | None, KnownError | None]:
    """The print copy, and what is the matter with the original where only the copy is left."""
    data = attaching.copies(piece).print_copy
    loss: KnownError | None = None
    try:
        attaching.original(piece)
    except (EvidenceMissing, EvidenceDamaged) as error:
        if data is None:
            raise  # nothing of it is left to look at
        loss = error
    return wanted, None if data is None else decoded(data), loss


def _save(attaching: Attaching, piece: Evidence, target: Path, _progress: Progress) -> None:
    saving.save_copy(target, attaching.original(piece))
