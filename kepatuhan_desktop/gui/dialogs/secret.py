"""Ask for a passphrase or PIN, for one use."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, icons, words
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar


class Secret(StrEnum):
    """What the secret opens."""

    PKCS12 = "pkcs12"
    TOKEN = "token"
    AUTHORITY = "authority"
    HEAD = "head"
    """The head of the unit's own certificate, at somebody else's laptop."""


class SecretDialog(QDialog):
    """Open with `open()`; after `given` its owner calls `accept`, or `tell` why not."""

    given = Signal(str)
    """The secret, which the dialog forgets when it closes."""

    title_label: QLabel
    what_label: QLabel
    error_bar: ErrorBar
    secret_label: QLabel
    secret_edit: QLineEdit
    reveal_button: QToolButton
    work_box: QWidget
    cancel_button: QPushButton
    use_button: QPushButton

    def __init__(self, secret: Secret, name: str, parent: QWidget | None = None) -> None:
        """`name` is that of the file, token or authority that the secret belongs to."""
        super().__init__(parent)
        self._secret = secret
        self._name = name
        forms.load(self, "secret")
        self.work_box.hide()
        self.secret_edit.textChanged.connect(self._check)
        self.reveal_button.toggled.connect(self._reveal)
        self.cancel_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self._give)
        self._retranslate()
        self._check()
        self.secret_edit.setFocus()
        fit(self)

    def tell(self, error: KnownError) -> None:
        """The secret did not open it, and why; the person may try again."""
        self._set_busy(False)
        self.error_bar.say(messages.sentence(error, words.language()))
        self.secret_edit.selectAll()
        self.secret_edit.setFocus()
        fit(self)

    def _give(self) -> None:
        if self.secret_edit.text():
            self.error_bar.clear()
            self._set_busy(True)
            self.given.emit(self.secret_edit.text())

    def _set_busy(self, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        self.secret_edit.setEnabled(not is_busy)
        self.reveal_button.setEnabled(not is_busy)
        self.use_button.setEnabled(not is_busy and bool(self.secret_edit.text()))

    def _check(self) -> None:
        self.use_button.setEnabled(bool(self.secret_edit.text()))

    def _reveal(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.secret_edit.setEchoMode(mode)
        icons.assign(self.reveal_button, "eye-off" if is_shown else "eye", "muted")
        self._retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.secret_edit.clear()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "use_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        titles = {
            Secret.PKCS12: self.tr("Buka berkas sertifikat"),
            Secret.TOKEN: self.tr("Buka token"),
            Secret.AUTHORITY: self.tr("Buka otoritas"),
            Secret.HEAD: self.tr("Sertifikat pimpinan unit"),
        }
        sentences = {
            Secret.PKCS12: self.tr("Masukkan kata sandi berkas {name}."),
            Secret.TOKEN: self.tr("Masukkan PIN token {name}."),
            Secret.AUTHORITY: self.tr("Masukkan frasa sandi otoritas {name}."),
            Secret.HEAD: self.tr(
                "Pemiliknya mengetik sendiri kata sandi {name}. Kata sandi itu hanya dipakai untuk "
                "tanda tangan ini dan tidak disimpan."
            ),
        }
        labels = {
            Secret.PKCS12: self.tr("&Kata sandi"),
            Secret.TOKEN: self.tr("P&IN"),
            Secret.AUTHORITY: self.tr("&Frasa sandi"),
            Secret.HEAD: self.tr("&Kata sandi"),
        }
        self.setWindowTitle(titles[self._secret])
        self.title_label.setText(titles[self._secret])
        self.what_label.setText(sentences[self._secret].format(name=self._name))
        self.secret_label.setText(labels[self._secret])
        self.use_button.setText(self.tr("&Lanjut"))
        shown = self.reveal_button.isChecked()
        name = self.tr("Sembunyikan") if shown else self.tr("Tampilkan")
        self.reveal_button.setAccessibleName(name)
        self.reveal_button.setToolTip(name)
