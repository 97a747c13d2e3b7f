"""Check signed files, photos of pages and codes, and show what can be said about each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFileDialog,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.gui import cameras, forms
from kepatuhan_desktop.gui.dialogs import camera
from kepatuhan_desktop.gui.drops import local_files
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.gui.models.checks import Check, Checks, State, Verify, outcome, why_not
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.turns import Turn
from kepatuhan_desktop.gui.widgets.check_list import CheckList
from kepatuhan_desktop.gui.widgets.drop_zone import DropZone
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.verdict_view import VerdictView
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import verifying

_PATTERNS = "*.pdf *.paket *.jpg *.jpeg *.png *.webp *.heic *.heif"
_CODE = "KPD"
_STEPS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class VerifyPage(QWidget):
    """No file that is checked here is kept."""

    left = Signal()
    failed = Signal(object)
    announced = Signal(str, object)

    back_button: QToolButton
    clear_button: QPushButton
    copy_button: QPushButton
    camera_button: QPushButton
    paste_button: QPushButton
    open_button: QPushButton
    content_stack: QStackedWidget
    empty_page: QWidget
    drop_zone: DropZone
    result_page: QWidget
    list_panel: QFrame
    count_label: QLabel
    checks_list: CheckList
    detail_stack: QStackedWidget
    scroll_area: QScrollArea
    verdict_view: VerdictView
    busy_page: QWidget
    busy_label: QLabel
    busy_bar: QProgressBar
    stop_button: QPushButton
    failure_state: EmptyState

    def __init__(
        self, services: Services, jobs: Jobs, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._refresher = refresher
        self._folder = ""
        self._shown: Check | None = None
        self._camera_fault: str | None = None
        self._showing = Turn(self, self._show_again)
        self._revealing = Turn(self, self._reveal)
        forms.load(self, "verify")
        self.checks = Checks(jobs, self._prepare, self._conclude, self)
        self.checks_list.show_checks(self.checks)
        self.setAcceptDrops(True)
        self._connect()
        self._show_row(-1)
        self._retranslate()

    def check_files(self, paths: Sequence[str]) -> None:
        """Check these files, one after the other, and show the first."""
        if paths:
            files = [Path(path) for path in paths]
            self._folder = str(files[0].parent)
            self._go_to(self.checks.add_files(files))

    def check_picture(self, image: QImage, name: str) -> None:
        """Check a picture that is no file."""
        self._go_to(self.checks.add_picture(image, name))

    def check_text(self, text: str) -> None:
        """Check the text of a code."""
        self._go_to(self.checks.add_text(text, self.tr("kode yang ditempel")))

    def choose_files(self) -> None:
        """Let the user choose files."""
        dialog = QFileDialog(self, self.tr("Pilih yang diperiksa"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("PDF, paket, dan foto ({patterns})").format(patterns=_PATTERNS),
                self.tr("Semua berkas (*)"),
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.check_files)
        dialog.open()

    def paste(self) -> None:
        """Check what the clipboard holds: files, a picture, or the text of a code."""
        data = QGuiApplication.clipboard().mimeData()
        text = data.text().strip()
        paths = local_files(data)
        if paths:
            self.check_files(paths)
        elif data.hasImage():
            image = QGuiApplication.clipboard().image()
            self.check_picture(image, self.tr("gambar yang ditempel"))
        elif text.startswith(_CODE):
            self.check_text(text)
        else:
            self.announced.emit(
                self.tr("Papan klip tidak berisi berkas, gambar, atau teks kode."), None
            )

    def take_photo(self) -> None:
        """Open the camera, where there is one."""
        reason = camera.why_not()
        if reason:
            self.announced.emit(reason, None)
            return
        dialog = camera.CameraDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._on_photo)
        dialog.open()

    def copy_result(self) -> None:
        """Put what is shown on the clipboard as text."""
        if self.copy_button.isEnabled():
            QGuiApplication.clipboard().setText(self.verdict_view.as_text())
            self.announced.emit(self.tr("Hasil pemeriksaan disalin sebagai teks."), None)

    def clear(self) -> None:
        """Forget everything that was checked."""
        self.checks.clear()
        self._show_row(-1)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare(self) -> Verify:
        knowledge = self._services.verifying.context()

        def verify(given: bytes | Path, name: str, progress: Progress) -> Verdict:
            return verifying.look(given, name, knowledge, progress)

        return verify

    def _conclude(self, verdict: Verdict) -> Verdict:
        return self._services.verifying.conclude(verdict)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.clear_button.clicked.connect(self.clear)
        self.copy_button.clicked.connect(self.copy_result)
        self.camera_button.clicked.connect(self.take_photo)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self.choose_files)
        self.stop_button.clicked.connect(self.checks.stop)
        self.checks_list.chosen.connect(self._show_row)
        self.checks.updated.connect(self._on_updated)
        self.checks.failed.connect(self.failed)
        self.checks.rowsInserted.connect(self._show_count)
        self.checks.rowsRemoved.connect(self._on_removed)
        self.checks.modelReset.connect(self._show_count)
        for keys, deed in (
            (QKeySequence(Qt.Key.Key_Escape), self.left.emit),
            (QKeySequence(QKeySequence.StandardKey.Open), self.choose_files),
            (QKeySequence(QKeySequence.StandardKey.Paste), self.paste),
            (QKeySequence(QKeySequence.StandardKey.Copy), self.copy_result),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _go_to(self, row: int) -> None:
        self.checks_list.make_current(row)
        self._show_row(row)
        if self.checks.rowCount() > 1:
            self.checks_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_photo(self, image: QImage) -> None:
        self.check_picture(image, self.tr("foto dari kamera"))

    def _on_updated(self, row: int) -> None:
        check = self.checks.check(row)
        if check is self._shown:
            # A verdict is concluded in this turn, and it is as much work to show it.
            self.copy_button.setEnabled(False)
            self._showing.ask()
            if check is not None and check.state in {State.DONE, State.FAILED}:
                event = QAccessibleAnnouncementEvent(self, f"{check.name}: {outcome(check)}")
                QAccessible.updateAccessibility(event)

    def _on_removed(self) -> None:
        self._show_count()
        self._show_row(self.checks_list.current())

    def _show_row(self, row: int) -> None:
        check = self.checks.check(row)
        was_shown, self._shown = self._shown, check
        self.content_stack.setCurrentWidget(self.result_page if check else self.empty_page)
        self.clear_button.setVisible(check is not None)
        self.copy_button.setVisible(check is not None)
        self.copy_button.setEnabled(check is not None and check.verdict is not None)
        if check is None:
            return
        if check.verdict is not None:
            self.verdict_view.show_verdict(check.verdict, check.name)
            if check is not was_shown:
                self.scroll_area.verticalScrollBar().setValue(0)
            self._revealing.ask()
        elif check.state is State.FAILED:
            self._show_failure(check)
        else:
            self._show_progress(check)

    def _reveal(self) -> None:
        """Lay out and paint the verdict, which takes as long as to make its parts."""
        if self._shown is not None and self._shown.verdict is not None:
            self.detail_stack.setCurrentWidget(self.scroll_area)

    def _show_failure(self, check: Check) -> None:
        self.failure_state.describe(
            "circle-help",
            self.tr("Tidak dapat diperiksa"),
            why_not(check)
            or self.tr(
                "Terjadi kesalahan di dalam program. Tidak ada yang disimpulkan tentang berkas ini."
            ),
        )
        self.detail_stack.setCurrentWidget(self.failure_state)

    def _show_progress(self, check: Check) -> None:
        self.busy_label.setText(self.tr("Memeriksa {name}").format(name=check.name))
        # Without a total the bar only shows that something happens.
        self.busy_bar.setRange(0, check.step.total)
        self.busy_bar.setValue(check.step.done)
        self.detail_stack.setCurrentWidget(self.busy_page)

    def _show_count(self) -> None:
        count = self.checks.rowCount()
        self.list_panel.setVisible(count > 1)
        self.count_label.setText(self.tr("{count} DIPERIKSA").format(count=count))

    def _retranslate(self) -> None:
        self.drop_zone.state.describe(
            "scan-search",
            self.tr("Jatuhkan PDF, paket, atau foto di sini"),
            self.tr(
                "Kartu nilai bertanda tangan, paket berisi kartu nilai, atau foto kode keaslian "
                "pada lembar cetaknya, juga dari penilaian yang tidak ada di perangkat ini. Semua "
                "diperiksa tanpa jaringan; berkasnya tidak disimpan dan isi paket tidak dimasukkan."
            ),
        )
        self._show_count()
        self._show_camera()
        self._show_again()

    def _show_again(self) -> None:
        """What is shown has changed, or shall be said in another language."""
        for row in range(self.checks.rowCount()):
            if self.checks.check(row) is self._shown:
                self._show_row(row)

    def _examine_camera(self) -> None:
        if not camera.is_installed():
            self._know_camera(camera.why_not())
            return
        job = Job(_import_multimedia)  # takes longer than the window may stand still
        job.succeeded.connect(self._on_multimedia)
        self._jobs.start(job)

    def _on_multimedia(self, _module: object) -> None:
        self._know_camera(camera.why_not())

    def _know_camera(self, fault: str) -> None:
        self._camera_fault = fault
        self._show_camera()

    def _show_camera(self) -> None:
        fault = self._camera_fault
        self.camera_button.setEnabled(fault == "")
        why = camera.why_not() if fault else self.tr("Foto kode dengan kamera perangkat ini")
        self.camera_button.setToolTip(why)
        self.camera_button.setAccessibleDescription(why)
        keys = self.tr("Ctrl+O membuka berkas  ·  Ctrl+V menempel gambar atau kode  ·  Esc kembali")
        self.drop_zone.hint_label.setText(f"{why}\n{keys}" if fault else keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever has the keyboard, the result can be read to its end.
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.detail_stack.currentWidget() is self.scroll_area:
            self.scroll_area.verticalScrollBar().triggerAction(step)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _is_welcome(event.mimeData()):
            event.acceptProposedAction()
            self.drop_zone.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_zone.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_zone.light(False)
        data = event.mimeData()
        paths = local_files(data)
        if paths:
            self.check_files(paths)
        elif isinstance(image := data.imageData(), QImage):
            self.check_picture(image, self.tr("gambar yang dijatuhkan"))
        event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._camera_fault is None:
            self._examine_camera()
        self._jobs.run(lambda _progress: verifying.get_ready())
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _is_welcome(data: QMimeData) -> bool:
    return bool(local_files(data)) or data.hasImage()


def _import_multimedia(_progress: Progress) -> None:
    cameras.load()  # where it cannot be loaded, `why_not` says so afterwards
