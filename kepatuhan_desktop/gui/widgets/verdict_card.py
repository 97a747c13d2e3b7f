"""Group the statements about one thing under a title: a signer, the score, what else is known."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.verdict import Statement
from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.widgets.statement_row import StatementRow

Words = Callable[[], tuple[str, str]]
"""Title and what stands beside it, in the present language."""


class VerdictCard(QFrame):
    """As high as its sentences need."""

    def __init__(
        self,
        icon: str,
        title: Words,
        statements: Sequence[Statement],
        parent: QWidget | None = None,
        *,
        asks: bool = True,
    ) -> None:
        """`asks` is whether each sentence answers a question that stands before it."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = title
        self.rows = [StatementRow(one, self, asks=asks) for one in statements]
        picture = QLabel(self)
        icons.assign(picture, icon, "muted")
        self.title_label = QLabel(self)
        self.title_label.setProperty("role", "heading")
        self.beside_label = QLabel(self)
        self.beside_label.setProperty("role", "muted")
        self.beside_label.setWordWrap(True)
        for label in (self.title_label, self.beside_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title_label, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.beside_label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for row in self.rows:
            line = QFrame(self)
            line.setProperty("role", "line")
            column.addWidget(line)
            column.addWidget(row)
        self._say_title()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._say_title()
        for row in self.rows:
            row.retranslate()

    def _say_title(self) -> None:
        title, beside = self._title()
        self.title_label.setText(title)
        self.beside_label.setText(beside)
        self.setAccessibleName(" · ".join(part for part in (title, beside) if part))
