"""Show one statement of a verdict: its question, its sentence, and how it should be taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kepatuhan_desktop.domain.verdict import Statement
from kepatuhan_desktop.gui import icons, verdict_words
from kepatuhan_desktop.gui.widgets.badge import Badge

_ICON = 20
_QUESTION_WIDTH = 132
_BADGE_ROOM = 120


class StatementRow(QFrame):
    """A shape, a question, a sentence and a word; the colour only repeats what they say."""

    def __init__(
        self, statement: Statement, parent: QWidget | None = None, *, asks: bool = True
    ) -> None:
        """`asks` is whether the question stands before the sentence."""
        super().__init__(parent)
        self.statement = statement
        self.icon_label = QLabel(self)
        self.icon_label.setProperty("icon_size", _ICON)
        self.question_label = self._label("heading")
        self.question_label.setFixedWidth(_QUESTION_WIDTH)
        self.question_label.setVisible(asks)
        self.sentence_label = self._label("")
        self.sentence_label.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        self.badge = Badge(self)
        room = QWidget(self)
        room.setMinimumWidth(_BADGE_ROOM)
        beside = QHBoxLayout(room)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.icon_label, 0, top)
        row.addWidget(self.question_label, 0, top)
        row.addWidget(self.sentence_label, 1, top)
        row.addWidget(room, 0, top)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        grade = self.statement.grade
        word = verdict_words.grade(grade)
        question = verdict_words.question(self.statement)
        sentence = verdict_words.sentence(self.statement)
        tone = verdict_words.tone(grade)
        icons.assign(
            self.icon_label, verdict_words.icon(grade), "muted" if tone == "neutral" else tone
        )
        self.question_label.setText(question)
        self.sentence_label.setText(sentence)
        self.badge.show_state(word, tone)
        self.setAccessibleName(f"{question} {word}. {sentence}")

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
