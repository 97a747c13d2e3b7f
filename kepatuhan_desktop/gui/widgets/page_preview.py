"""Show the pages of a document under one another, as large as wished."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from kepatuhan_desktop.gui import touch
from kepatuhan_desktop.gui.tokens import tokens_of

_GAP = 20
_STEP = 1.2
_LEAST, _MOST = 0.2, 4.0
_MOST_FITTED = 1.25
"""On a large screen a page as wide as the window would be read line by line."""
_BASE_WIDTH = 794
"""Logical pixels of an A4 page at 100 %."""


class PagePreview(QScrollArea):
    """Fits the width, up to 125 %, until the user zooms: two fingers, Ctrl with +, -, 0, wheel."""

    zoom_changed = Signal(float)
    """1.0 is 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits_width = True
        self._zoom = 1.0
        self._pages = _Pages()
        self.setWidget(self._pages)
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pratinjau halaman"))
        touch.fingers_of(self).pinched.connect(self._pinch)

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Show these pages from the top."""
        self.verticalScrollBar().setValue(0)
        self.redraw_pages(pages)

    def redraw_pages(self, pages: Sequence[QImage]) -> None:
        """Show these pages at the place where the last ones were."""
        self._pages.images = list(pages)
        self.setAccessibleDescription(self.tr("{count} halaman").format(count=len(pages)))
        self._lay_out()

    def page_width(self) -> int:
        """How wide a page stands on the screen, in its own pixels."""
        return round(round(_BASE_WIDTH * self._zoom) * self.devicePixelRatioF())

    def count(self) -> int:
        """Pages shown."""
        return len(self._pages.images)

    def zoom(self) -> float:
        """Size of the pages; 1.0 is 100 %."""
        return self._zoom

    def zoom_in(self) -> None:
        """One step larger."""
        self._set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._set_zoom(self._zoom / _STEP)

    def fit_width(self) -> None:
        """As wide as the window, up to 125 %, also when it changes."""
        self._fits_width = True
        self._lay_out()

    def _pinch(self, factor: float) -> None:
        self._set_zoom(self._zoom * factor)

    def _set_zoom(self, zoom: float) -> None:
        self._fits_width = False
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._fits_width:
            room = self.viewport().width() - 2 * _GAP
            self._zoom = min(max(room / _BASE_WIDTH, _LEAST), _MOST_FITTED)
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._pages.lay_out(round(_BASE_WIDTH * self._zoom))
        bar.setValue(round(share * bar.maximum()))
        self.zoom_changed.emit(self._zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits_width and event.oldSize().width() != event.size().width():
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._set_zoom(self._zoom * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            deeds = {
                Qt.Key.Key_Plus: self.zoom_in,
                Qt.Key.Key_Equal: self.zoom_in,
                Qt.Key.Key_Minus: self.zoom_out,
                Qt.Key.Key_0: self.fit_width,
            }
            deed = deeds.get(Qt.Key(event.key()))
            if deed is not None:
                deed()
                return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(tokens_of(self).ink("primary"))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -1.5, -1.5))


def _scaled(image: QImage, size: QSize) -> QImage:
    """`image` in that size; as it is where rounding alone makes the difference.

    Another zoom is drawn anew by the worker in a moment: until then speed counts.
    """
    if abs(image.width() - size.width()) <= 1 and abs(image.height() - size.height()) <= 1:
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    )


class _Pages(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.images: list[QImage] = []
        self._width = 0
        self._tops: list[int] = []
        self._drawn: dict[int, QPixmap] = {}

    def lay_out(self, width: int) -> None:
        self._width = width
        self._drawn = {}
        self._tops = []
        y = _GAP
        for at in range(len(self.images)):
            self._tops.append(y)
            y += self._page_size(at).height() + _GAP
        self.resize(width + 2 * _GAP, y)
        self.update()

    def _page_size(self, at: int) -> QSize:
        image = self.images[at]
        return QSize(self._width, round(self._width * image.height() / max(1, image.width())))

    def _page(self, at: int) -> QPixmap:
        """The page in device pixels; only pages that are seen are scaled."""
        ratio = self.devicePixelRatioF()
        drawn = self._drawn.get(at)
        if drawn is None or drawn.devicePixelRatio() != ratio:
            drawn = QPixmap.fromImage(_scaled(self.images[at], self._page_size(at) * ratio))
            drawn.setDevicePixelRatio(ratio)
            self._drawn[at] = drawn
        return drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = tokens_of(self).ink("line_strong")
        for at, top in enumerate(self._tops):
            area = QRectF(QPointF(_GAP, top), self._page_size(at))
            if not area.intersects(QRectF(event.rect())):
                self._drawn.pop(at, None)
                continue
            painter.drawPixmap(area.topLeft(), self._page(at))
            painter.setPen(line)
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
