"""Show text on a few lines at most, broken anywhere if need be, and the whole of it on pointing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kepatuhan_desktop.gui.widgets import drawing

_MOST = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ClampedLabel(QLabel):
    """Takes any width, whatever its words; `text()` stays whole, for screen readers too.

    The property `most_lines` of a form says how many lines there may be.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show `text`; its line breaks count."""
        self.setText(text)
        self._tell()

    def lines(self, width: float) -> list[str]:
        """What is shown at that width."""
        return self._lines(width)[0]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self.lines(width)))

    def sizeHint(self) -> QSize:
        paragraphs = self.text().split("\n")
        wide = max(drawing.text_width(one, self.font()) for one in paragraphs)
        return QSize(round(wide) + 1, self._height(min(len(paragraphs), self._most())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        height = QFontMetricsF(self.font()).lineSpacing()
        for number, line in enumerate(self.lines(self.width())):
            painter.drawText(QRectF(0, number * height, self.width(), height), _LEFT, line)

    def _most(self) -> int:
        return int(self.property("most_lines") or _MOST)

    def _height(self, lines: int) -> int:
        return -int(-QFontMetricsF(self.font()).lineSpacing() * lines // 1)

    def _lines(self, width: float) -> tuple[list[str], bool]:
        """The lines, and whether anything of the text is not among them."""
        found: list[str] = []
        most, option = self._most(), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        paragraphs = self.text().split("\n")
        for number, paragraph in enumerate(paragraphs):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            line = layout.createLine()
            while line.isValid():
                line.setLineWidth(max(1.0, width))
                start, end = line.textStart(), line.textStart() + line.textLength()
                is_last = len(found) == most - 1
                if is_last and (end < len(paragraph) or number < len(paragraphs) - 1):
                    rest = paragraph[start:] if end < len(paragraph) else f"{paragraph[start:]}…"
                    layout.endLayout()
                    return [*found, drawing.elided(rest, self.font(), width)], True
                found.append(paragraph[start:end].rstrip())
                line = layout.createLine()
            layout.endLayout()
        return found, False

    def _tell(self) -> None:
        is_cut = self._lines(self.width())[1]
        self.setToolTip(drawing.plain_tip(self.text()) if is_cut else "")
