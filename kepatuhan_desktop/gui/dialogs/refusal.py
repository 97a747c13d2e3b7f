"""Ask why the head of a unit does not sign."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from kepatuhan_desktop.gui import forms


class RefusalDialog(QDialog):
    """Open with `open()`; a reason is compulsory."""

    refused = Signal(str)
    """The reason, without blanks around it."""

    who_label: QLabel
    reason_edit: QPlainTextEdit
    hint_label: QLabel
    cancel_button: QPushButton
    record_button: QPushButton

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        """`name` may be empty; the unit is named then."""
        super().__init__(parent)
        self._who = name or unit
        forms.load(self, "refusal")
        self.reason_edit.textChanged.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.record_button.clicked.connect(self._record)
        self._retranslate()

    def _check(self) -> None:
        has_reason = bool(self.reason_edit.toPlainText().strip())
        self.record_button.setEnabled(has_reason)
        self.hint_label.setVisible(not has_reason)

    def _record(self) -> None:
        reason = self.reason_edit.toPlainText().strip()
        if reason:
            self.refused.emit(reason)
            self.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "who_label"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.who_label.setText(
            self.tr(
                "{who} tidak bersedia menandatangani. Alasannya dicetak pada kartu nilai di tempat "
                "tanda tangan, dan dapat dicabut sampai penilaian dikunci."
            ).format(who=self._who)
        )
