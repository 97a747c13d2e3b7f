"""Guide headquarters through replacing the key of its authority."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QWidget

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.passphrase_fields import PassphraseFields


class RootChangeDialog(QDialog):
    """Open with `open()`; after `wanted` its owner calls `accept`, or `tell` why not."""

    wanted = Signal(str)
    """The new passphrase."""

    error_bar: ErrorBar
    passphrase_fields: PassphraseFields
    kept_check: QCheckBox
    work_box: QWidget
    cancel_button: QPushButton
    replace_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "root_change")
        self.work_box.hide()
        self.passphrase_fields.changed.connect(self._check)
        self.kept_check.toggled.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.replace_button.clicked.connect(self._replace)
        self.passphrase_fields.first_edit.setFocus()
        fit(self)

    def tell(self, error: KnownError) -> None:
        """The key was not replaced, and why."""
        self._set_busy(False)
        self.error_bar.say(messages.sentence(error, words.language()))
        fit(self)

    def _is_ready(self) -> bool:
        return bool(self.passphrase_fields.passphrase()) and self.kept_check.isChecked()

    def _check(self) -> None:
        self.replace_button.setEnabled(self._is_ready())

    def _replace(self) -> None:
        if self._is_ready():
            self.error_bar.clear()
            self._set_busy(True)
            self.wanted.emit(self.passphrase_fields.passphrase())

    def _set_busy(self, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        self.passphrase_fields.setEnabled(not is_busy)
        self.kept_check.setEnabled(not is_busy)
        self.replace_button.setEnabled(not is_busy)
