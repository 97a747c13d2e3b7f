"""Write down a finding: what is wrong, against which rule, who mends it and until when."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import FindingId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, theme, words
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.services.assessments import Overview

_DAYS = 30
"""Proposed time to mend a finding; the auditor decides."""


class FindingDialog(QDialog):
    """Stays open until whoever opened it has written the finding."""

    saving = Signal()
    """The user wants `finding()` written; then call `accept`, or `tell` why not."""

    question_label: QLabel
    error_bar: ErrorBar
    statement_edit: QPlainTextEdit
    statement_error_label: QLabel
    legal_edit: QLineEdit
    suggestion_edit: QPlainTextEdit
    responsible_edit: QLineEdit
    due_check: QCheckBox
    due_edit: QDateEdit
    cancel_button: QPushButton
    save_button: QPushButton

    def __init__(
        self,
        overview: Overview,
        finding: Finding,
        known: FindingId | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.known = known
        self._indicator = finding.indicator
        forms.load(self, "finding")
        asked = overview.instrument.indicators[finding.indicator]
        self.question_label.setText(f"{asked.code}  {words.text(asked.question)}")
        self.setWindowTitle(self.tr("Buat temuan") if known is None else self.tr("Ubah temuan"))
        self.statement_error_label.hide()
        for edit in (self.statement_edit, self.suggestion_edit):
            edit.setTabChangesFocus(True)
        self._fill(finding)
        self.due_check.toggled.connect(self.due_edit.setEnabled)
        self.statement_edit.textChanged.connect(self._forgive)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self.statement_edit.setFocus()

    def finding(self) -> Finding:
        """What was written."""
        due = self.due_edit.date().toString("yyyy-MM-dd") if self.due_check.isChecked() else ""
        return Finding(
            indicator=self._indicator,
            statement=self.statement_edit.toPlainText().strip(),
            legal_reference=self.legal_edit.text().strip(),
            improvement_suggestion=self.suggestion_edit.toPlainText().strip(),
            responsible=self.responsible_edit.text().strip(),
            due=due,
        )

    def tell(self, error: KnownError) -> None:
        """The finding could not be written, and why."""
        self.error_bar.say(messages.sentence(error, words.language()))

    def _fill(self, finding: Finding) -> None:
        self.statement_edit.setPlainText(finding.statement)
        self.legal_edit.setText(finding.legal_reference)
        self.suggestion_edit.setPlainText(finding.improvement_suggestion)
        self.responsible_edit.setText(finding.responsible)
        due = QDate.fromString(finding.due, "yyyy-MM-dd")
        self.due_check.setChecked(due.isValid())
        self.due_edit.setEnabled(due.isValid())
        self.due_edit.setDate(due if due.isValid() else QDate.currentDate().addDays(_DAYS))

    def _save(self) -> None:
        if self.finding().statement:
            self.saving.emit()
            return
        theme.set_role(self.statement_edit, "red", "tone")
        self.statement_error_label.show()
        self.statement_edit.setAccessibleDescription(self.statement_error_label.text())
        self.statement_edit.setFocus()

    def _forgive(self) -> None:
        theme.set_role(self.statement_edit, "", "tone")
        self.statement_error_label.hide()
        self.statement_edit.setAccessibleDescription("")
