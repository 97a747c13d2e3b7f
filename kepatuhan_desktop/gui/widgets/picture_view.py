"""Show one picture as large as there is room, or larger: two fingers, the wheel, a double click."""

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_MOST = 6.0
_STEP = 1.25
_CLOSE = 2.5
"""How much larger a double click makes the picture."""


class PictureView(QWidget):
    """Fits the picture into its frame; without one, an icon and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scaled: QPixmap | None = None
        self._icon = "image"
        self._sentence = ""
        self._zoom = 1.0
        self._middle = QPointF(0.5, 0.5)
        """The place in the picture, as shares of its sides, that stands in the middle."""
        self._apart = 0.0
        self._dragged_from: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, image: QImage) -> None:
        """Show this picture as a whole."""
        self._image, self._scaled = image, None
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def show_sentence(self, icon: str, sentence: str) -> None:
        """Show why there is no picture, or that it is still coming."""
        self._image = self._scaled = None
        self._icon, self._sentence = icon, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._image is not None

    def sentence(self) -> str:
        """What is said in place of a picture."""
        return self._sentence if self._image is None else ""

    def zoom(self) -> float:
        """How much larger than fitted it is; 1 is the whole picture."""
        return self._zoom

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Make it larger or smaller; what lies under `around` stays there."""
        if self._image is None:
            return
        anchor = QRectF(self.rect()).center() if around is None else around
        before = self._place()
        x = (anchor.x() - before.left()) / before.width()
        y = (anchor.y() - before.top()) / before.height()
        self._zoom = min(max(zoom, 1.0), _MOST)
        after = self._place()
        off = QRectF(self.rect()).center() - anchor
        self._middle = QPointF(x + off.x() / after.width(), y + off.y() / after.height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(720, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._scaled = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        drawing.frame(painter, whole, 12, tokens.ink("sunken"), tokens.ink("line"))
        if self._image is None:
            picture = QRectF(0, 0, 44, 44)
            picture.moveCenter(whole.center())
            picture.translate(0, -24)
            icons.paint(painter, picture, self._icon, tokens.muted)
            painter.setFont(tokens.font(14, QFont.Weight.Medium))
            painter.setPen(tokens.ink("muted"))
            below = whole.adjusted(40, 0, -40, 0)
            below.setTop(picture.bottom() + 10)
            centred = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(below, int(centred), self._sentence)
            return
        place = self._place()
        if self._zoom > 1:
            painter.setClipRect(whole.adjusted(1, 1, -1, -1))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        else:
            painter.drawPixmap(place.topLeft(), self._fit(self._image))

    def _place(self) -> QRectF:
        """Where the whole picture lies, however much of it can be seen."""
        assert self._image is not None
        size = self._fit(self._image).deviceIndependentSize() * self._zoom
        whole = QRectF(self.rect())
        x = _within(self._middle.x(), whole.width() / max(1.0, size.width()))
        y = _within(self._middle.y(), whole.height() / max(1.0, size.height()))
        self._middle = QPointF(x, y)
        top_left = whole.center() - QPointF(x * size.width(), y * size.height())
        return QRectF(top_left, size)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_zoom(self._zoom * _STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.set_zoom(1.0 if self._zoom > 1 else _CLOSE, event.position())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and len(event.points()) > 1:
            one, other = (point.position() for point in event.points()[:2])
            apart = QLineF(one, other).length()
            if self._apart > 0:
                self.set_zoom(self._zoom * apart / self._apart, (one + other) / 2)
            self._apart = 0.0 if event.type() == QEvent.Type.TouchEnd else apart
            self._dragged_from = None
            return True
        if isinstance(event, QTouchEvent) and event.points():
            self._apart = 0.0
            self._touch(event.type(), event.points()[0].position())
            return True
        return super().event(event)

    def _touch(self, kind: QEvent.Type, position: QPointF) -> None:
        if kind == QEvent.Type.TouchBegin:
            self._dragged_from = position
        elif kind == QEvent.Type.TouchUpdate:
            self._drag(position)
        else:
            self._dragged_from = None

    def _drag(self, position: QPointF) -> None:
        if self._dragged_from is None or self._image is None:
            return
        moved, self._dragged_from = position - self._dragged_from, position
        place = self._place()
        self._middle -= QPointF(moved.x() / place.width(), moved.y() / place.height())
        self.update()

    def _fit(self, image: QImage) -> QPixmap:
        if self._scaled is None:
            ratio = self.devicePixelRatioF()
            room = (self.size() - QSize(16, 16)) * ratio
            # A print copy has 1600 pixels: scaling one takes a few milliseconds.
            room = room.boundedTo(image.size() * max(1.0, ratio))
            self._scaled = QPixmap.fromImage(
                image.scaled(
                    room,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled


def _within(middle: float, seen: float) -> float:
    """`middle` so far inside that no edge shows; a side that is seen whole stays centred."""
    return 0.5 if seen >= 1 else min(max(middle, seen / 2), 1 - seen / 2)
