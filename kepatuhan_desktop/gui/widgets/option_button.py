"""Offer one answer, with what it means and the key that gives it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Tokens, Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_ICONS: dict[Zone, str] = {
    "green": "circle-check",
    "yellow": "circle-minus",
    "red": "circle-x",
    "neutral": "circle-dashed",
    "primary": "circle-dot",
}
_RING = 3
"""Pixels left free around the frame, for the focus ring."""
_PAD = 12
_ICON = 18
_GAP = 8
_LEAST_HEIGHT = 64
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class OptionButton(QAbstractButton):
    """Checkable; whoever makes several puts them into one exclusive `QButtonGroup`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        title: str = "",
        descriptor: str = "",
        key: str = "",
        zone: Zone = "neutral",
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._title = ""
        self._descriptor = ""
        self._key = ""
        self._zone: Zone = "neutral"
        self._icon = ""
        self._hovered = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.describe(title, descriptor, key=key, zone=zone, icon=icon)

    def describe(
        self,
        title: str,
        descriptor: str = "",
        *,
        key: str = "",
        zone: Zone = "neutral",
        icon: str = "",
    ) -> None:
        """Set what the option says; `key` is only shown, the page listens for it."""
        self._title, self._descriptor, self._key = title, descriptor, key
        self._zone, self._icon = zone, icon or _ICONS[zone]
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        spoken = self.tr("tombol {key}").format(key=key) if key else ""
        self.setAccessibleDescription(". ".join(part for part in (descriptor, spoken) if part))
        self.updateGeometry()
        self.update()

    def title(self) -> str:
        """The name of the answer."""
        return self._title

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tokens = tokens_of(self)
        head = max(self._title_height(tokens, width), float(_ICON), 22.0)
        below = drawing.text_height(
            self._descriptor, _descriptor_font(tokens), width - 2 * (_PAD + _RING)
        )
        needed = 2 * (_PAD + _RING) + head + (below + 5 if below else 0)
        return max(_LEAST_HEIGHT, round(needed + 0.5))

    def sizeHint(self) -> QSize:
        return QSize(176, self.heightForWidth(176))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            # Qt would choose the neighbour at once; the row only moves the focus.
            event.ignore()
            return
        super().keyPressEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        self._paint_frame(painter, whole.adjusted(_RING, _RING, -_RING, -_RING), tokens)
        area = whole.adjusted(_RING + _PAD, _RING + _PAD, -_RING - _PAD, -_RING - _PAD)
        strong = self._strong(tokens)
        head = max(self._title_height(tokens, self.width()), float(_ICON), 22.0)
        if not self._descriptor:  # alone, the title stands in the middle of the height
            area.setTop(area.center().y() - head / 2)
        one_line = drawing.text_height("X", _title_font(tokens), 100)
        top = area.top() + max(0.0, (22.0 - one_line) / 2)
        icon_area = QRectF(area.left(), top + (one_line - _ICON) / 2, _ICON, _ICON)
        icons.paint(painter, icon_area, self._icon, strong if self.isEnabled() else tokens.faint)
        self._paint_key(painter, QRectF(area.left(), top, area.width(), one_line), strong, tokens)
        ink = strong if self.isChecked() else tokens.text
        painter.setPen(QColor(ink if self.isEnabled() else tokens.faint))
        painter.setFont(_title_font(tokens))
        room = self._title_room(tokens, self.width())
        title = QRectF(area.left() + _ICON + _GAP, top, room, head)
        painter.drawText(title, int(drawing.WRAPPED), self._title)
        if self._descriptor:
            painter.setPen(
                tokens.ink(
                    ("text" if self.isChecked() else "muted") if self.isEnabled() else "faint"
                )
            )
            painter.setFont(_descriptor_font(tokens))
            painter.drawText(
                area.adjusted(0, head + 5, 0, 4), int(drawing.WRAPPED), self._descriptor
            )
        if self.hasFocus():
            drawing.focus_ring(painter, whole, 12, tokens)

    def _strong(self, tokens: Tokens) -> str:
        return tokens.zone(self._zone)[0] if self.isChecked() else tokens.muted

    def _paint_frame(self, painter: QPainter, area: QRectF, tokens: Tokens) -> None:
        strong, soft = tokens.zone(self._zone)
        if self.isChecked():
            ink = QColor(strong) if self.isEnabled() else tokens.ink("line_strong")
            drawing.frame(painter, area, 10, QColor(soft), ink, width=2)
            return
        raised = self._hovered and self.isEnabled()
        fill = tokens.ink("sunken" if raised or self.isDown() else "surface")
        drawing.frame(painter, area, 10, fill, tokens.ink("faint" if raised else "line_strong"))

    def _paint_key(self, painter: QPainter, line: QRectF, strong: str, tokens: Tokens) -> None:
        width = self._key_width(tokens)
        if not width:
            return
        chip = QRectF(line.right() - width, line.center().y() - 10, width, 20)
        ink = QColor(strong) if self.isChecked() else tokens.ink("line_strong")
        drawing.frame(painter, chip, 5, Qt.GlobalColor.transparent, ink)
        painter.setFont(_key_font(tokens))
        painter.setPen(QColor(strong))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._key)

    def _key_width(self, tokens: Tokens) -> float:
        return (
            max(20.0, drawing.text_width(self._key, _key_font(tokens)) + 10) if self._key else 0.0
        )

    def _title_room(self, tokens: Tokens, width: int) -> float:
        key = self._key_width(tokens)
        return width - 2 * (_PAD + _RING) - _ICON - _GAP - (key + 6 if key else 0)

    def _title_height(self, tokens: Tokens, width: int) -> float:
        return drawing.text_height(
            self._title, _title_font(tokens), self._title_room(tokens, width)
        )


def _title_font(tokens: Tokens) -> QFont:
    return tokens.font(14, QFont.Weight.DemiBold)


def _descriptor_font(tokens: Tokens) -> QFont:
    return tokens.font(12.5)


def _key_font(tokens: Tokens) -> QFont:
    return tokens.font(11)
