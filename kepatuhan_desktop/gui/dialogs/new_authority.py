"""Ask what a new authority is called, where it lies, and under which passphrase."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.passphrase_fields import PassphraseFields
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice


class NewAuthorityDialog(QDialog):
    """Open with `open()`; after `wanted` its owner calls `accept`, or `tell` why not."""

    wanted = Signal(str, str, str)
    """Folder, name, passphrase."""

    error_bar: ErrorBar
    name_edit: QLineEdit
    folder_edit: QLineEdit
    folder_button: QPushButton
    passphrase_fields: PassphraseFields
    warning_notice: StateNotice
    kept_check: QCheckBox
    work_box: QWidget
    lacking_label: QLabel
    cancel_button: QPushButton
    create_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "new_authority")
        self.work_box.hide()
        self.folder_button.clicked.connect(self._choose_folder)
        for edit in (self.name_edit, self.folder_edit):
            edit.textChanged.connect(self._check)
        self.passphrase_fields.changed.connect(self._check)
        self.kept_check.toggled.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.create_button.clicked.connect(self._create)
        self._retranslate()
        self.name_edit.setFocus()
        fit(self)

    def tell(self, error: KnownError) -> None:
        """It was not created, and why."""
        self._set_busy(False)
        self.error_bar.say(messages.sentence(error, words.language()))
        fit(self)

    def _choose_folder(self) -> None:
        start = self.folder_edit.text() or str(Path.home())
        chooser = QFileDialog(self, self.tr("Folder untuk otoritas"), start)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(self.folder_edit.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _create(self) -> None:
        if not self._lacking():
            self.error_bar.clear()
            self._set_busy(True)
            self.wanted.emit(
                self.folder_edit.text().strip(),
                self.name_edit.text().strip(),
                self.passphrase_fields.passphrase(),
            )

    def _set_busy(self, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        for widget in (
            self.name_edit,
            self.folder_edit,
            self.folder_button,
            self.passphrase_fields,
            self.kept_check,
        ):
            widget.setEnabled(not is_busy)
        self.create_button.setEnabled(not is_busy)

    def _lacking(self) -> list[str]:
        lacking = []
        if not self.name_edit.text().strip():
            lacking.append(self.tr("nama otoritas"))
        if not self.folder_edit.text().strip():
            lacking.append(self.tr("folder"))
        if not self.passphrase_fields.passphrase():
            lacking.append(self.tr("frasa sandi yang diketik dua kali"))
        if not self.kept_check.isChecked():
            lacking.append(self.tr("tanda bahwa frasa sandi sudah disimpan"))
        return lacking

    def _check(self) -> None:
        lacking = self._lacking()
        self.create_button.setEnabled(not lacking)
        text = self.tr("Masih kurang: {what}.").format(what=", ".join(lacking)) if lacking else ""
        self.lacking_label.setText(text)
        self.lacking_label.setVisible(bool(text) and self.work_box.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "create_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.warning_notice.show_state(
            "triangle-alert",
            "yellow",
            self.tr("Frasa sandi tidak dapat dipulihkan"),
            self.tr(
                "Tanpa frasa sandi dan folder ini otoritas tidak dapat dibuka oleh siapa pun: "
                "semua auditor harus didaftarkan lagi pada otoritas baru. Simpan keduanya "
                "terpisah, masing-masing dengan satu salinan."
            ),
        )
        self._check()
