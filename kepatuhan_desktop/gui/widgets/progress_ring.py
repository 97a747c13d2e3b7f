"""Show how much of something is done, as a ring around its icon."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kepatuhan_desktop.gui.tokens import Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing


class ProgressRing(QWidget):
    """A ring of 36 logical pixels; delegates draw the same with `drawing.paint_ring`."""

    def __init__(self, parent: QWidget | None = None, icon: str = "circle-dashed") -> None:
        super().__init__(parent)
        self._share = 0.0
        self._icon = icon
        self._zone: Zone = "primary"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def show_share(self, share: float, icon: str = "", zone: Zone = "primary") -> None:
        """Fill the ring to `share` (0..1); 1 turns it green with a check mark."""
        self._share = min(max(share, 0.0), 1.0)
        self._icon = icon or self._icon
        self._zone = zone
        self._describe()
        self.update()

    def share(self) -> float:
        """What part of the ring is filled, 0..1."""
        return self._share

    def _describe(self) -> None:
        self.setAccessibleName(
            self.tr("{percent}% selesai").format(percent=round(self._share * 100))
        )

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        drawing.paint_ring(painter, area, self._share, self._icon, tokens_of(self), self._zone)
