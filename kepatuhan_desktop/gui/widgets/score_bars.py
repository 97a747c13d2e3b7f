"""Show the scores of many things as bars with their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kepatuhan_desktop.gui.tokens import Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of `ScoreBars`."""

    key: str
    """Comes back in `ScoreBars.chosen`."""
    label: str
    share: float | None
    """0..1; `None` when there is no score."""
    text: str
    """The number as it is to be read; a dash when there is none."""
    zone: Zone = "neutral"


class ScoreBars(QWidget):
    """Rows of label, number and bar; they can be chosen when `set_choosable(True)`."""

    chosen = Signal(str)
    """The key of the row that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._choosable = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_choosable(self, choosable: bool) -> None:
        """Let rows be clicked and reached with Tab."""
        self._choosable = choosable
        for row in self._rows:
            row.set_choosable(choosable)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these rows, reusing the widgets of the former ones."""
        while len(self._rows) < len(bars):
            row = _Row(self)
            row.set_choosable(self._choosable)
            row.picked.connect(self.chosen)
            self._rows.append(row)
            self._column.addWidget(row)
        while len(self._rows) > len(bars):
            gone = self._rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for row, bar in zip(self._rows, bars, strict=True):
            row.show_bar(bar)

    def count(self) -> int:
        """Rows shown."""
        return len(self._rows)


class _Row(QAbstractButton):
    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = Bar("", "", None, "")
        self._hovered = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)

    def set_choosable(self, choosable: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choosable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        cursor = Qt.CursorShape.PointingHandCursor if choosable else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor)

    def show_bar(self, bar: Bar) -> None:
        if bar == self._bar:
            return
        self._bar = bar
        self.setText(bar.label.replace("&", "&&"))
        self.setToolTip(drawing.plain_tip(bar.label))
        self.setAccessibleName(f"{bar.label}: {bar.text}")
        self.update()

    def _pick(self) -> None:
        if self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self.picked.emit(self._bar.key)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = self.focusPolicy() != Qt.FocusPolicy.NoFocus
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(tokens_of(self).font(13)).height()
        return QSize(200, max(40 if self._is_choosable() else 36, round(line) + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def _is_choosable(self) -> bool:
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        inset = 6 if self._is_choosable() else 0
        if self._hovered or self.isDown():
            drawing.frame(
                painter, whole, 8, tokens.ink("sunken"), Qt.GlobalColor.transparent, width=0
            )
        has_score = self._bar.share is not None
        area = whole.adjusted(inset, 3, -inset, -5)
        number = tokens.font(13, QFont.Weight.DemiBold)
        painter.setFont(number)
        painter.setPen(tokens.ink("text" if has_score else "muted"))
        line = QRectF(area.left(), area.top(), area.width(), area.height() - 9)
        beside = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, beside | Qt.AlignmentFlag.AlignRight, self._bar.text)
        room = area.width() - drawing.text_width(self._bar.text, number) - 10
        plain = tokens.font(13)
        painter.setFont(plain)
        painter.drawText(
            line, beside | Qt.AlignmentFlag.AlignLeft, drawing.elided(self._bar.label, plain, room)
        )
        track = QRectF(area.left(), area.bottom() - 6, area.width(), 6)
        drawing.frame(painter, track, 3, tokens.ink("line"), Qt.GlobalColor.transparent, width=0)
        if self._bar.share:
            filled = QRectF(track)
            filled.setWidth(max(6.0, track.width() * min(self._bar.share, 1.0)))
            strong = QColor(tokens.zone(self._bar.zone)[0])
            drawing.frame(painter, filled, 3, strong, Qt.GlobalColor.transparent, width=0)
        if self.hasFocus():
            drawing.focus_ring(painter, whole, 8, tokens)
