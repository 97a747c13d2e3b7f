"""Ask why a question does not apply to this office."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.domain.scoring import Answer, Excluded
from kepatuhan_desktop.gui import forms, words


class NotApplicableDialog(QDialog):
    """There is no leaving out without a reason."""

    reason_given = Signal(str, str)
    """Indicator and reason."""

    question_label: QLabel
    hint_label: QLabel
    reason_label: QLabel
    reason_edit: QPlainTextEdit
    cancel_button: QPushButton
    exclude_button: QPushButton

    def __init__(
        self, indicator: Indicator, answer: Answer | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._indicator = indicator
        forms.load(self, "not_applicable")
        self.question_label.setText(f"{indicator.code}  {words.text(indicator.question)}")
        self.hint_label.setText(words.text(indicator.not_applicable.hint))
        self.hint_label.setVisible(bool(self.hint_label.text()))
        self.reason_edit.setTabChangesFocus(True)
        if isinstance(answer, Excluded):
            self.reason_edit.setPlainText(answer.reason)
            self.reason_edit.selectAll()
        self.reason_edit.textChanged.connect(self._judge)
        self.cancel_button.clicked.connect(self.reject)
        self.exclude_button.clicked.connect(self._give)
        self._judge()
        self.reason_edit.setFocus()

    def _judge(self) -> None:
        self.exclude_button.setEnabled(bool(self.reason_edit.toPlainText().strip()))

    def _give(self) -> None:
        self.accept()
        self.reason_given.emit(self._indicator.id, self.reason_edit.toPlainText())
