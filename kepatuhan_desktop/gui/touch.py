"""Let fingers scroll, tap, hold and pinch where there is more than fits.

Qt turns a touch into a press of the mouse at once: whoever wants to scroll would choose the
answer, or the row, that the finger came down on. Here a scroll area takes the touch itself. A
finger that moves scrolls, with momentum, and presses nothing; one that is lifted again has
clicked; one that rests asks for the context menu, as the right button does. Mouse and wheel
are not concerned, nor are widgets that take touches themselves, such as a signature pad.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from kepatuhan_desktop.gui.forms import FINGERS

HOLD_MS = 600
"""How long a finger rests until it means the right button."""
_NEAR = 40
"""Logical pixels between two taps that are one double click."""
_LEFT = Qt.MouseButton.LeftButton
_TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


def begin(application: QApplication) -> None:
    """Let fingers into all scroll areas, those that are there and those that `forms` will make.

    Not at the start: Qt takes 10 ms to make the first of these.
    """
    application.setProperty(FINGERS, True)
    accept(application.allWidgets())


def accept(widgets: Iterable[QObject]) -> None:
    """Let fingers into every scroll area among `widgets` that lies in no other one."""
    for widget in widgets:
        if (
            isinstance(widget, QAbstractScrollArea)
            and not isinstance(widget, QHeaderView)
            and not _is_inside_another(widget)
        ):
            fingers_of(widget)


def _is_inside_another(area: QWidget) -> bool:
    above = area.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = None if above.isWindow() else above.parentWidget()
    return False


class Fingers(QObject):
    """What fingers do in one scroll area; lives as long as the area."""

    pinched = Signal(float)
    """Two fingers moved: by what the distance between them was multiplied."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._viewport = area.viewport()
        self._viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._viewport.installEventFilter(self)
        self._scroller = QScroller.scroller(self._viewport)
        _without_bouncing(self._scroller)
        self._down: QPointF | None = None
        """Where the finger came down; None while nothing can become a tap."""
        self._apart = 0.0
        self._last_tap: tuple[float, QPointF] = (-1e9, QPointF())
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._ask_for_menu)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or not isinstance(event, QTouchEvent):
            return False
        event.accept()
        points = event.points()
        if not points or event.type() == QEvent.Type.TouchCancel:
            self._give_up()
        elif len(points) > 1:
            self._give_up()
            self._pinch(QLineF(points[0].position(), points[1].position()).length())
        else:
            self._touch(event.type(), points[0].position(), event.timestamp())
        return True

    def _touch(self, kind: QEvent.Type, position: QPointF, at: int) -> None:
        if kind == QEvent.Type.TouchBegin:
            # A finger on a list that is still moving stops it, and means nothing else.
            was_still = self._scroller.state() == QScroller.State.Inactive
            self._apart = 0.0
            self._down = position if was_still else None
            self._scroller.handleInput(QScroller.Input.InputPress, position, at)
            if was_still:
                self._hold.start()
            return
        if self._apart:
            return  # one of two fingers is left: that is the end of a pinch
        is_end = kind == QEvent.Type.TouchEnd
        how = QScroller.Input.InputRelease if is_end else QScroller.Input.InputMove
        self._scroller.handleInput(how, position, at)
        if self._scroller.state() in {QScroller.State.Dragging, QScroller.State.Scrolling}:
            self._forget_tap()
        if is_end and self._down is not None:
            down = self._down
            self._forget_tap()
            self._tap(down, at)

    def _pinch(self, apart: float) -> None:
        if self._apart > 0 and apart > 0:
            self.pinched.emit(apart / self._apart)
        self._apart = apart

    def _give_up(self) -> None:
        if self._scroller.state() == QScroller.State.Pressed:
            self._scroller.stop()
        self._forget_tap()

    def _forget_tap(self) -> None:
        self._down = None
        self._hold.stop()

    def _tap(self, position: QPointF, at: int) -> None:
        before, where = self._last_tap
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_double = at - before <= interval and QLineF(where, position).length() <= _NEAR
        self._last_tap = (-1e9, position) if is_double else (float(at), position)
        target = self._target(position)
        press = QEvent.Type.MouseButtonDblClick if is_double else QEvent.Type.MouseButtonPress
        if target.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            target.setFocus(Qt.FocusReason.MouseFocusReason)
        for kind, buttons in (
            (press, _LEFT),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            local = target.mapFrom(self._viewport, position)
            everywhere = target.mapToGlobal(local)
            click = QMouseEvent(
                kind, local, everywhere, _LEFT, buttons, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(target, click)

    def _ask_for_menu(self) -> None:
        if self._down is None:
            return
        position, self._down = self._down, None
        self._scroller.stop()
        target = self._target(position)
        local = target.mapFrom(self._viewport, position).toPoint()
        reason = QContextMenuEvent.Reason.Mouse
        asked = QContextMenuEvent(reason, local, target.mapToGlobal(local))
        QApplication.sendEvent(target, asked)

    def _target(self, position: QPointF) -> QWidget:
        found: QWidget | None = self._viewport.childAt(position.toPoint())
        return self._viewport if found is None else found


def fingers_of(area: QAbstractScrollArea) -> Fingers:
    """What fingers do in `area`; made now where nobody has."""
    known = area.findChild(Fingers, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return known if known is not None else Fingers(area)


def _without_bouncing(scroller: QScroller) -> None:
    """Content that can be drawn beyond its end would show nothing there."""
    properties = scroller.scrollerProperties()
    off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    for metric in (
        QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
        QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
    ):
        properties.setScrollMetric(metric, off)
    scroller.setScrollerProperties(properties)
