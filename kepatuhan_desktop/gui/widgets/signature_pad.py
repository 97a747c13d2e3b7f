"""Take a signature with mouse, finger or pen, as strokes that can be drawn at any size."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

Point = tuple[int, int, int]
"""x 0..10000, y 0..4000, milliseconds since the first touch."""
Stroke = list[Point]

WIDTH = 10_000
HEIGHT = 4_000
_LEAST_STEP = 12
"""Box units; nearer points add bytes and no shape."""
_MOST_POINTS = 20_000
_RING = 3


class SignaturePad(QWidget):
    """Delete clears, Ctrl+Z takes the last stroke back."""

    changed = Signal()
    """The user drew, undid or cleared; not emitted by `set_strokes`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._is_drawing = False
        self._read_only = False
        self._finger = 0
        self._clock = QElapsedTimer()
        self._name = self.tr("Bidang tanda tangan")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def set_name(self, name: str) -> None:
        """Whose signature this is, for screen readers."""
        self._name = name
        self._describe()

    def strokes(self) -> list[Stroke]:
        """A copy of the strokes in box units."""
        return [list(stroke) for stroke in self._strokes]

    def set_strokes(self, strokes: Sequence[Sequence[Point]]) -> None:
        """Show these strokes instead."""
        self._strokes = [list(stroke) for stroke in strokes if stroke]
        self._is_drawing = False
        self._describe()
        self.update()

    def is_empty(self) -> bool:
        """Nothing has been drawn."""
        return not self._strokes

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        self._read_only = read_only
        self._is_drawing = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if read_only else Qt.CursorShape.CrossCursor)
        self.update()

    def clear(self) -> None:
        """Take all strokes away."""
        if self._strokes and not self._read_only:
            self._strokes = []
            self._tell()

    def undo_stroke(self) -> None:
        """Take the last stroke away."""
        if self._strokes and not self._read_only:
            self._strokes.pop()
            self._tell()

    def _tell(self) -> None:
        self._is_drawing = False
        self._describe()
        self.update()
        self.changed.emit()

    def _describe(self) -> None:
        self.setAccessibleName(self._name)
        if self._strokes:
            text = self.tr("Sudah digambar, {count} goresan").format(count=len(self._strokes))
        else:
            text = self.tr("Kosong")
        self.setAccessibleDescription(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 2 * _RING) * HEIGHT / WIDTH) + 2 * _RING

    def sizeHint(self) -> QSize:
        return QSize(380, self.heightForWidth(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def _box(self) -> QRectF:
        """Where the box lies in the widget: as large as its shape allows."""
        room = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        scale = min(room.width() / WIDTH, room.height() / HEIGHT)
        box = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
        box.moveCenter(room.center())
        return box

    def _press(self, position: QPointF) -> None:
        if self._read_only or not self._box().contains(position):
            return
        if not self._strokes:
            self._clock.start()
        self._is_drawing = True
        self._strokes.append([self._point(position)])
        self.update()

    def _move(self, position: QPointF) -> None:
        if not self._is_drawing or sum(map(len, self._strokes)) >= _MOST_POINTS:
            return
        point, last = self._point(position), self._strokes[-1][-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _LEAST_STEP:
            self._strokes[-1].append(point)
            self.update()

    def _release(self, position: QPointF) -> None:
        if self._is_drawing:
            self._move(position)
            self._tell()

    def _point(self, position: QPointF) -> Point:
        box = self._box()
        x = round((position.x() - box.left()) * WIDTH / box.width())
        y = round((position.y() - box.top()) * HEIGHT / box.height())
        elapsed = int(self._clock.elapsed()) if self._clock.isValid() else 0
        return min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT), elapsed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._release(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._press(event.position())
        elif kind == QEvent.Type.TabletMove:
            self._move(event.position())
        elif kind == QEvent.Type.TabletRelease:
            self._release(event.position())
        event.accept()  # or Qt sends the same points again as mouse events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.points():
            if not self._is_drawing:
                self._begin_with_finger(event)
            else:
                self._follow_finger(event)
            event.accept()
            return True
        return super().event(event)

    def _begin_with_finger(self, event: QTouchEvent) -> None:
        first = event.points()[0]
        if first.state() == QEventPoint.State.Pressed:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._finger = first.id()
            self._press(first.position())

    def _follow_finger(self, event: QTouchEvent) -> None:
        """Only the finger that began a stroke goes on with it, not the ball of the hand."""
        for point in event.points():
            if point.id() == self._finger:
                is_end = point.state() == QEventPoint.State.Released
                (self._release if is_end else self._move)(point.position())
        if event.type() == QEvent.Type.TouchCancel and self._is_drawing:
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif (
            event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.undo_stroke()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        drawing.frame(
            painter, box, 10, tokens.ink("surface"), tokens.ink("faint"), dashed=not self._read_only
        )
        line = box.top() + box.height() * 0.78
        painter.setPen(QPen(tokens.ink("line_strong"), 1))
        painter.drawLine(QPointF(box.left() + 16, line), QPointF(box.right() - 16, line))
        if not self._strokes and not self._read_only:
            self._paint_invitation(painter, box, tokens)
        width = max(1.6, box.width() / 170)
        pen = QPen(tokens.ink("text"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(path_of(stroke, box))
        if self.hasFocus():
            drawing.focus_ring(painter, box.adjusted(-_RING, -_RING, _RING, _RING), 12, tokens)

    def _paint_invitation(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.setFont(tokens.font(12.5))
        painter.setPen(tokens.ink("muted"))
        painter.drawText(
            QRectF(box.left(), box.top(), box.width(), box.height() * 0.78),
            Qt.AlignmentFlag.AlignCenter,
            self.tr("Tanda tangani di sini"),
        )


def path_of(stroke: Sequence[Point], box: QRectF) -> QPainterPath:
    """A smooth line through the middles between the points of `stroke`, drawn in `box`."""
    points = [
        QPointF(box.left() + x * box.width() / WIDTH, box.top() + y * box.height() / HEIGHT)
        for x, y, _ in stroke
    ]
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.1, 0))  # a dot; a line without length is not drawn
        return path
    for before, after in pairwise(points[1:]):
        path.quadTo(before, (before + after) / 2)
    path.lineTo(points[-1])
    return path
