"""Ask why an enrolment ends, after saying what that means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.trust_words import reason_word

# That a newer certificate took its place is no reason that a person gives.
_OFFERED = (RevocationReason.KEY_STOLEN, RevocationReason.MOVED, RevocationReason.ENDED)


class RevocationDialog(QDialog):
    """Open with `open()`; a reason is compulsory."""

    revoked = Signal(str)
    """The `RevocationReason`."""

    who_label: QLabel
    reason_combo: QComboBox
    cancel_button: QPushButton
    revoke_button: QPushButton

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "revocation")
        self.who_label.setText(who)
        self.reason_combo.addItem(self.tr("Pilih alasan …"), "")
        for reason in _OFFERED:
            self.reason_combo.addItem(reason_word(reason), reason.value)
        self.reason_combo.currentIndexChanged.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.revoke_button.clicked.connect(self._revoke)
        self._check()
        self.reason_combo.setFocus()
        fit(self)

    def _reason(self) -> str:
        return str(self.reason_combo.currentData())

    def _check(self) -> None:
        self.revoke_button.setEnabled(bool(self._reason()))

    def _revoke(self) -> None:
        if self._reason():
            self.revoked.emit(self._reason())
            self.accept()
