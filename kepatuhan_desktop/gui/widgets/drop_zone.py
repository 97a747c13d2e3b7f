"""Say what can be dropped here, inside a dashed frame that lights up while something hovers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState


class DropZone(QFrame):
    """Only shows; the page it stands on takes what is dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lit = False
        self.state = EmptyState(self)
        self.hint_label = QLabel(self)
        self.hint_label.setProperty("role", "small-muted")
        self.hint_label.setTextFormat(Qt.TextFormat.PlainText)
        self.hint_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint_label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.addWidget(self.state, 1)
        column.addWidget(self.hint_label)

    def light(self, is_lit: bool) -> None:
        """Show that a drop would be taken."""
        self._is_lit = is_lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.frame(
            painter,
            QRectF(self.rect()),
            14,
            tokens.ink("primary_soft" if self._is_lit else "surface"),
            tokens.ink("primary" if self._is_lit else "line_strong"),
            width=2 if self._is_lit else 1.5,
            dashed=True,
        )
