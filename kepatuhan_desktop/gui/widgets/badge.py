"""Show one word on a soft ground, such as a state or a category."""

from PySide6.QtCore import Property, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kepatuhan_desktop.gui.tokens import Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing


class Badge(QLabel):
    """As large as its text needs; the properties `text` and `zone` can stand in a form."""

    def __init__(
        self, parent: QWidget | None = None, text: str = "", zone: Zone = "neutral"
    ) -> None:
        super().__init__(text, parent)
        self._zone = zone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, zone: Zone) -> None:
        """Change word and tone together."""
        self._zone = zone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def _zone_name(self) -> str:
        return self._zone

    def _set_zone_name(self, zone: Zone) -> None:
        self._zone = zone
        self.update()

    zone = Property(str, _zone_name, _set_zone_name)

    def sizeHint(self) -> QSize:
        return drawing.badge_size(self.text(), tokens_of(self))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.paint_badge(painter, QRectF(self.rect()), self.text(), self._zone, tokens_of(self))
