"""Show what is about to be sealed, for a last look."""

from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.widgets.signer_card import Signing


class Summary(NamedTuple):
    """What will be sealed, in words."""

    unit: str
    score: str
    place: str
    auditor: Signing
    head: Signing


class SealingDialog(QDialog):
    """Open with `open()`; `accepted` means: seal."""

    unit_label: QLabel
    score_label: QLabel
    auditor_label: QLabel
    head_label: QLabel
    place_label: QLabel
    cancel_button: QPushButton
    seal_button: QPushButton

    def __init__(self, summary: Summary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "sealing")
        self.unit_label.setText(summary.unit)
        self.score_label.setText(summary.score)
        self.place_label.setText(summary.place)
        self.auditor_label.setText(self._says(summary.auditor))
        self.head_label.setText(self._says(summary.head))
        self.cancel_button.clicked.connect(self.reject)
        self.seal_button.clicked.connect(self.accept)
        self.seal_button.setFocus()
        # A window takes the height of wrapped texts from their widest shape unless it is told.
        width = self.minimumWidth()
        self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))

    def _says(self, signing: Signing) -> str:
        if signing.refused_because:
            return self.tr("{name} – menolak: {reason}").format(
                name=signing.person.name, reason=signing.refused_because
            )
        if signing.key is not None:
            return self.tr("{name} – sudah menandatangani, dengan sertifikat {file}").format(
                name=signing.person.name, file=signing.key.name
            )
        return self.tr("{name} – sudah menandatangani").format(name=signing.person.name)
