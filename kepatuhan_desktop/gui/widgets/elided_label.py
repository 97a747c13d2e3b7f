"""Show one line of text with an ellipsis where it is too long, and the whole of it on pointing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kepatuhan_desktop.gui.widgets import drawing


class ElidedLabel(QLabel):
    """Takes any width; `text()` stays whole, for screen readers too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show `text`, which has no line breaks."""
        self.setText(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = drawing.elided(self.text(), self.font(), self.width())
        painter.drawText(self.rect(), self.alignment(), text)

    def _tell(self) -> None:
        is_cut = drawing.text_width(self.text(), self.font()) > self.width()
        self.setToolTip(drawing.plain_tip(self.text()) if is_cut else "")
