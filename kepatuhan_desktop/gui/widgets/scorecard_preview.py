"""Show the real pages of a scorecard, with zoom, progress and a way to stop."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.preview import Drawn, Preview, Source
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.page_preview import PagePreview


class ScorecardPreview(QWidget):
    """Draws while it is seen, and lets go of the pages when it is not."""

    changed = Signal()
    """Another document is drawn, or one is awaited: see `drawn`."""
    failed = Signal(object)

    pages_label: QLabel
    progress_bar: QProgressBar
    progress_label: QLabel
    cancel_button: QPushButton
    zoom_out_button: QToolButton
    fit_button: QPushButton
    zoom_in_button: QToolButton
    preview_stack: QStackedWidget
    pages_page: QWidget
    empty_page: QWidget
    page_preview: PagePreview
    preview_empty: EmptyState

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[object, Source] | None = None
        self._is_broken = False
        self._document: object = None
        forms.load(self, "scorecard_preview")
        self._preview = Preview(jobs, self)
        self._preview.started.connect(self._start)
        self._preview.progressed.connect(self.progress_bar.setValue)
        self._preview.drawn.connect(self._show)
        self._preview.cancelled.connect(self._stop)
        self._preview.failed.connect(self._fail)
        self.cancel_button.clicked.connect(self._preview.cancel)
        self.preview_empty.triggered.connect(self._draw_again)
        self.zoom_in_button.clicked.connect(self.page_preview.zoom_in)
        self.zoom_out_button.clicked.connect(self.page_preview.zoom_out)
        self.fit_button.clicked.connect(self.page_preview.fit_width)
        self.page_preview.zoom_changed.connect(self._on_zoom)
        for keys, deed in (
            ("Ctrl++", self.page_preview.zoom_in),
            ("Ctrl+=", self.page_preview.zoom_in),
            ("Ctrl+-", self.page_preview.zoom_out),
            ("Ctrl+0", self.page_preview.fit_width),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        self._set_busy(False)

    def show_document(self, document: object, version: object, source: Source) -> None:
        """Show what `source` makes; nothing is drawn again for a version that is there.

        Pages of another `document` go at once, those of another version when the new ones come.
        """
        key = (document, version)
        known = self._wanted is not None and self._wanted[0] == key
        if known and (self._preview.is_busy() or self._preview.current() is not None):
            return
        is_new = document != self._document
        self._document = document
        self._wanted = (key, source)
        if is_new:
            self.page_preview.set_pages([_blank(self.page_preview.page_width())])
            self.pages_label.clear()
        if self.isVisible():
            self._request(at_once=is_new)

    def drawn(self) -> Drawn | None:
        """The newest version with its bytes; None while it is awaited."""
        return self._preview.current()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None and self.drawn() is None and not self._preview.is_busy():
            self._request(at_once=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._preview.forget()
            self.page_preview.set_pages([_blank(self.page_preview.page_width())])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_preview"):
            self._retranslate()
        super().changeEvent(event)

    def _request(self, *, at_once: bool) -> None:
        if self._wanted is None:
            return
        key, source = self._wanted
        self._preview.set_width(self.page_preview.page_width())
        self._preview.request(key, source, at_once=at_once)
        self._set_busy(True)
        self.changed.emit()

    def _draw_again(self) -> None:
        self._request(at_once=True)

    def _start(self) -> None:
        self._set_busy(True)

    def _show(self, drawn: Drawn) -> None:
        self.page_preview.redraw_pages(drawn.images)
        self.pages_label.setText(self.tr("{count} halaman").format(count=len(drawn.images)))
        self._set_busy(False)
        self.changed.emit()

    def _stop(self) -> None:
        self._give_up(is_broken=False)

    def _fail(self, error: object) -> None:
        self._give_up(is_broken=True)
        self.failed.emit(error)

    def _give_up(self, *, is_broken: bool) -> None:
        self._set_busy(False)
        self._is_broken = is_broken
        self._retranslate()
        if self.drawn() is None and self._wanted is not None:
            self.preview_stack.setCurrentWidget(self.empty_page)
        self.changed.emit()

    def _set_busy(self, is_busy: bool) -> None:
        for widget in (self.progress_bar, self.progress_label, self.cancel_button):
            widget.setVisible(is_busy)
        if is_busy:
            self.progress_bar.setValue(0)
            self.preview_stack.setCurrentWidget(self.pages_page)
        self._retranslate()

    def _on_zoom(self, zoom: float) -> None:
        self.fit_button.setText(self.tr("{percent} %").format(percent=round(zoom * 100)))
        if self.isVisible():
            self._preview.set_width(self.page_preview.page_width())

    def _retranslate(self) -> None:
        drawn = self.drawn()
        if drawn is not None:
            self.pages_label.setText(self.tr("{count} halaman").format(count=len(drawn.images)))
        self.progress_label.setText(self.tr("Menyusun halaman…"))
        self.fit_button.setAccessibleName(self.tr("Selebar jendela"))
        if self._is_broken:
            self.preview_empty.describe(
                "image-off",
                self.tr("Pratinjau gagal dibuat"),
                self.tr("Jawaban dan bukti tetap tersimpan."),
                self.tr("Coba lagi"),
            )
        else:
            self.preview_empty.describe(
                "eye",
                self.tr("Pratinjau dihentikan"),
                self.tr("Kartu nilai baru dapat disimpan atau dicetak setelah halamannya disusun."),
                self.tr("Susun halaman"),
            )


def _blank(width: int) -> QImage:
    """An empty sheet of A4, as a place for the page that is being drawn."""
    sheet = QImage(width, round(width * 297 / 210), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    return sheet
