"""List things to go to, as rows that can be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_ICON = 16
_LEFT = 6
_GAP = 9
_LEAST_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class Jump:
    """One row."""

    key: str
    """Comes back in `JumpList.chosen`; empty: the row only says something."""
    text: str
    icon: str
    zone: Zone = "neutral"
    detail: str = ""
    """At the right, such as a gain."""


class JumpList(QWidget):
    """Rows of an icon and wrapped text; the widgets of former rows are used again."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_jumps(self, jumps: Sequence[Jump]) -> None:
        """Show these instead of the former ones."""
        while len(self._rows) < len(jumps):
            row = _Row(self)
            row.picked.connect(self.chosen)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(jumps))
            if place < len(jumps):
                row.show_jump(jumps[place])

    def jumps(self) -> list[Jump]:
        """What is shown."""
        return [row.jump() for row in self._rows if not row.isHidden()]

    def press(self, key: str) -> None:
        """Act as if the row with that key were pressed."""
        for row in self._rows:
            if not row.isHidden() and row.jump().key == key:
                row.click()
                return


class _Row(QAbstractButton):
    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._jump = Jump("", "", "circle")
        self._hovered = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._pick)

    def jump(self) -> Jump:
        return self._jump

    def show_jump(self, jump: Jump) -> None:
        if jump == self._jump:
            return
        self._jump = jump
        self.setText(jump.text.replace("&", "&&"))
        self.setAccessibleName(", ".join(part for part in (jump.text, jump.detail) if part))
        can_go = bool(jump.key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_go else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_go else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _pick(self) -> None:
        if self._jump.key:
            self.picked.emit(self._jump.key)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tokens = tokens_of(self)
        text = drawing.text_height(self._jump.text, tokens.font(13), self._room(width))
        return max(_LEAST_HEIGHT, round(text) + 16)

    def sizeHint(self) -> QSize:
        width = self.width() or 220
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, _LEAST_HEIGHT)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = bool(self._jump.key)
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self._hovered or self.isDown():
            drawing.frame(
                painter, whole, 8, tokens.ink("sunken"), Qt.GlobalColor.transparent, width=0
            )
        strong = QColor(tokens.zone(self._jump.zone)[0])
        picture = QRectF(_LEFT, whole.center().y() - _ICON / 2, _ICON, _ICON)
        icons.paint(painter, picture, self._jump.icon, strong.name())
        font = tokens.font(13)
        painter.setFont(font)
        room = self._room(self.width())
        height = drawing.text_height(self._jump.text, font, room)
        text = QRectF(picture.right() + _GAP, whole.center().y() - height / 2, room, height)
        painter.setPen(strong if self._jump.zone in ("red", "yellow") else tokens.ink("text"))
        painter.drawText(text, int(drawing.WRAPPED), self._jump.text)
        painter.setPen(tokens.ink("muted"))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole.adjusted(0, 0, -_LEFT, 0), beside, self._jump.detail)
        if self.hasFocus():
            drawing.focus_ring(painter, whole, 8, tokens)

    def _room(self, width: int) -> float:
        tokens = tokens_of(self)
        detail = drawing.text_width(self._jump.detail, tokens.font(13))
        return max(40.0, width - 2 * _LEFT - _ICON - _GAP - (detail + 10 if detail else 0))
