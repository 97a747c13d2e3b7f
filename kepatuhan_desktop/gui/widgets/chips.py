"""Show several short facts as chips in one painted widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Tokens, Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_GAP = 6
_PAD = 9
_ICON = 14


@dataclass(frozen=True, slots=True)
class Chip:
    """One fact."""

    text: str
    zone: Zone = "neutral"
    icon: str = ""
    tip: str = ""


class Chips(QWidget):
    """Chips that wrap into rows; each has its own tool tip, screen readers hear them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[Chip, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these, in this order."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        tips = [chip.tip for chip in chips if chip.tip]
        self.setAccessibleDescription(". ".join(tips))
        self.updateGeometry()
        self.update()

    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        areas = self._areas(width)
        return round(areas[-1].bottom() + 0.5) if areas else 0

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font(tokens))
        for chip, area in zip(self._chips, self._areas(self.width()), strict=True):
            strong, soft = tokens.zone(chip.zone)
            drawing.frame(painter, area, 8, QColor(soft), Qt.GlobalColor.transparent, width=0)
            inside = area.adjusted(_PAD, 0, -_PAD, 0)
            if chip.icon:
                picture = QRectF(inside.left(), area.center().y() - _ICON / 2, _ICON, _ICON)
                icons.paint(painter, picture, chip.icon, strong)
                inside.setLeft(picture.right() + 5)
            painter.setPen(QColor(strong))
            text = drawing.elided(chip.text, _font(tokens), inside.width() + 1)
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, text)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        for chip, area in zip(self._chips, self._areas(self.width()), strict=True):
            if area.contains(at):
                lines = [chip.text, chip.tip] if chip.tip else [chip.text]
                QToolTip.showText(on_screen, drawing.plain_tip(". ".join(lines)), self)
                return
        QToolTip.hideText()

    def _areas(self, width: int) -> list[QRectF]:
        tokens = tokens_of(self)
        font = _font(tokens)
        height = drawing.text_height("X", font, 100) + 8
        areas: list[QRectF] = []
        x, y = 0.0, 0.0
        for chip in self._chips:
            wanted = drawing.text_width(chip.text, font) + 2 * _PAD
            wanted = min(wanted + (_ICON + 5 if chip.icon else 0), float(width))
            if x > 0 and x + wanted > width:
                x, y = 0.0, y + height + _GAP
            areas.append(QRectF(x, y, wanted, height))
            x += wanted + _GAP
        return areas


def _font(tokens: Tokens) -> QFont:
    return tokens.font(12, QFont.Weight.Medium)
