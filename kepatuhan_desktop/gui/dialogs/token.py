"""Ask which token signs, and try its PIN at once."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar


class TokenDialog(QDialog):
    """Open with `open()`; after `wanted` its owner calls `accept`, or `tell` why not."""

    wanted = Signal(str, str, str)
    """Path of the driver, name of the token, PIN."""

    error_bar: ErrorBar
    module_edit: QLineEdit
    module_button: QPushButton
    label_edit: QLineEdit
    pin_edit: QLineEdit
    work_box: QWidget
    cancel_button: QPushButton
    use_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "token")
        self.work_box.hide()
        self.module_button.clicked.connect(self._choose_module)
        for edit in (self.module_edit, self.label_edit, self.pin_edit):
            edit.textChanged.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self._use)
        self._retranslate()
        self.module_edit.setFocus()
        fit(self)

    def tell(self, error: KnownError) -> None:
        """The token cannot be used, and why."""
        self._set_busy(False)
        self.error_bar.say(messages.sentence(error, words.language()))
        self.pin_edit.selectAll()
        self.pin_edit.setFocus()
        fit(self)

    def _choose_module(self) -> None:
        chooser = QFileDialog(self, self.tr("Berkas penggerak token"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.module_edit.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _is_ready(self) -> bool:
        edits = (self.module_edit, self.label_edit, self.pin_edit)
        return all(edit.text().strip() for edit in edits)

    def _check(self) -> None:
        self.use_button.setEnabled(self._is_ready())

    def _use(self) -> None:
        if self._is_ready():
            self.error_bar.clear()
            self._set_busy(True)
            module, label = self.module_edit.text().strip(), self.label_edit.text().strip()
            self.wanted.emit(module, label, self.pin_edit.text())

    def _set_busy(self, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        for widget in (self.module_edit, self.module_button, self.label_edit, self.pin_edit):
            widget.setEnabled(not is_busy)
        self.use_button.setEnabled(not is_busy)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.pin_edit.clear()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "use_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.label_edit.setPlaceholderText(
            self.tr("Seperti tertulis pada token atau surat penerbit")
        )
