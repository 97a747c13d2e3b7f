"""Choose which key signs, and say what each of them is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QWidget

from kepatuhan_desktop.gui import forms

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import IdentityStatus


class KeyCard(QFrame):
    """Stores nothing: a choice counts when it comes back by `show_status`."""

    device_wanted = Signal()
    file_wanted = Signal()
    token_wanted = Signal()

    key_saved: QLabel
    device_radio: QRadioButton
    file_radio: QRadioButton
    token_radio: QRadioButton
    file_chosen: QLabel
    token_chosen: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: IdentityStatus | None = None
        forms.load(self, "key_card")
        self._radios = {
            "device": self.device_radio,
            "pkcs12": self.file_radio,
            "token": self.token_radio,
        }
        # `clicked` and not `toggled`: choosing the same again means another file or token.
        self.device_radio.clicked.connect(self.device_wanted)
        self.file_radio.clicked.connect(self.file_wanted)
        self.token_radio.clicked.connect(self.token_wanted)

    def show_status(self, status: "IdentityStatus") -> None:
        """Show which key signs now."""
        self._status = status
        self._radios[status.source].setChecked(True)
        self._retranslate()

    def confirm(self) -> None:
        """Say that the choice is kept."""
        self.key_saved.setText("✓ " + self.tr("Tersimpan"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "token_chosen"):
            self.key_saved.clear()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._status is None:
            return
        text = self.tr("Dipakai sekarang: {name}").format(name=self._status.source_name)
        for label, source in ((self.file_chosen, "pkcs12"), (self.token_chosen, "token")):
            label.setText(text)
            label.setVisible(self._status.source == source)
