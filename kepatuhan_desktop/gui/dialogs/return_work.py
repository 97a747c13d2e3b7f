"""Ask headquarters why a sealed assessment goes back, and what to say at which question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kepatuhan_desktop.domain.ids import IndicatorId
from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.gui import forms, icons, words
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import card_words
from kepatuhan_desktop.gui.widgets.drawing import plain_tip
from kepatuhan_desktop.services.assessments import Overview
from kepatuhan_desktop.services.returning import Returned

_ID = Qt.ItemDataRole.UserRole


class ReturnDialog(QDialog):
    """Open with `open()`; a reason is compulsory, comments are not."""

    returned = Signal(str, dict)
    """The reason, and the comments by question."""

    reason_edit: QPlainTextEdit
    search_edit: QLineEdit
    questions_list: QListWidget
    question_label: QLabel
    answer_label: QLabel
    comment_edit: QPlainTextEdit
    hint_label: QLabel
    cancel_button: QPushButton
    return_button: QPushButton

    def __init__(
        self, overview: Overview, before: Returned | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._overview = overview
        self._comments: dict[IndicatorId, str] = dict(before.comments) if before else {}
        self._marked = icons.icon("message-square", tokens_of().ink("primary").name())
        forms.load(self, "return_work")
        self.reason_edit.setPlainText(before.reason if before else "")
        for indicator in overview.instrument.indicators.values():
            self._add(indicator)
        self.reason_edit.textChanged.connect(self._check)
        self.search_edit.textChanged.connect(self._search)
        self.questions_list.currentItemChanged.connect(self._show_question)
        self.questions_list.itemActivated.connect(self._enter_comment)
        self.comment_edit.textChanged.connect(self._note)
        self.cancel_button.clicked.connect(self.reject)
        self.return_button.clicked.connect(self._return)
        self.questions_list.setCurrentRow(0)
        self._check()
        self.reason_edit.setFocus()

    def comments(self) -> dict[IndicatorId, str]:
        """What was written, by question; empty ones left out."""
        return {one: text.strip() for one, text in self._comments.items() if text.strip()}

    def go_to(self, indicator: IndicatorId) -> None:
        """Show a question."""
        for item in self._items():
            if item.data(_ID) == indicator:
                self.questions_list.setCurrentItem(item)

    def _add(self, indicator: Indicator) -> None:
        text = f"{indicator.code} · {words.text(indicator.question)}"
        item = QListWidgetItem(text, self.questions_list)
        item.setData(_ID, indicator.id)
        item.setToolTip(plain_tip(text))
        self._mark(item)

    def _mark(self, item: QListWidgetItem) -> None:
        has_comment = bool(self._comments.get(item.data(_ID), "").strip())
        item.setIcon(self._marked if has_comment else QIcon())
        font = item.font()
        font.setBold(has_comment)
        item.setFont(font)

    def _items(self) -> list[QListWidgetItem]:
        return [self.questions_list.item(row) for row in range(self.questions_list.count())]

    def _search(self, text: str) -> None:
        needles = text.casefold().split()
        fitting = [
            item
            for item in self._items()
            if all(needle in item.text().casefold() for needle in needles)
        ]
        for item in self._items():
            item.setHidden(item not in fitting)
        if fitting and self.questions_list.currentItem() not in fitting:
            self.questions_list.setCurrentItem(fitting[0])

    def _show_question(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        asked = self._overview.instrument.indicators[item.data(_ID)]
        answer = card_words.answer(asked, self._overview.assessment.answers.get(asked.id))
        self.question_label.setText(f"{asked.code} · {words.text(asked.question)}")
        self.answer_label.setText(
            self.tr("Jawaban: {answer}").format(answer=answer)
            if answer
            else self.tr("Tidak dijawab")
        )
        self.comment_edit.setAccessibleName(
            self.tr("Komentar untuk {code}").format(code=asked.code)
        )
        self.comment_edit.setPlainText(self._comments.get(asked.id, ""))

    def _enter_comment(self) -> None:
        self.comment_edit.setFocus()

    def _note(self) -> None:
        item = self.questions_list.currentItem()
        if item is not None:
            self._comments[item.data(_ID)] = self.comment_edit.toPlainText()
            self._mark(item)
            self._check()

    def _check(self) -> None:
        has_reason = bool(self.reason_edit.toPlainText().strip())
        count = len(self.comments())
        told = self.tr("{count} pertanyaan dikomentari.").format(count=count)
        self.hint_label.setText(told if has_reason else self.tr("Alasan harus diisi."))
        self.return_button.setEnabled(has_reason)

    def _return(self) -> None:
        self.returned.emit(self.reason_edit.toPlainText().strip(), self.comments())
        self.accept()
