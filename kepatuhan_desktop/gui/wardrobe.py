"""Dress the parts of a window one after the other when the theme changes.

A new style sheet for the whole application styles every widget anew, once for each widget
that it lies in: 0.3 s for all pages, in one go. A part that is given the sheet itself takes
10 to 40 ms. What is seen comes first, the rest in later turns of the event loop.
"""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.gui import icons


class Wardrobe(QObject):
    """Belongs to a window; `theme` finds it there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sheet = ""
        self._parts: list[QWidget] = []
        self._waiting: deque[QWidget] = deque()
        self._deeds: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._dress_next)

    def add(self, part: QWidget) -> None:
        """From now on `part` is dressed with the others; with all that is in it."""
        self._parts.append(part)
        if self._sheet:
            part.setStyleSheet(self._sheet)

    def lend(self, window: QWidget) -> None:
        """Dress a dialog that lies in the window itself and in none of its parts."""
        if self._sheet and window.styleSheet() != self._sheet:
            window.setStyleSheet(self._sheet)

    def change(self, sheet: str) -> None:
        """Wear `sheet`: what can be seen in the next turn, the rest in those after it."""
        self._sheet = sheet
        self._deeds.clear()
        self._waiting = deque(part for part in self._parts if not part.isVisible())
        # The new palette alone would show for a moment, and has to reach every widget first.
        self._window.setUpdatesEnabled(False)
        self._deeds.append(self._dress_what_is_seen)
        self._timer.start()

    def hurry(self, part: QWidget) -> None:
        """Dress `part` now if it is still waiting: it is about to be seen."""
        if part in self._waiting:
            self._waiting.remove(part)
            self._dress(part)

    def is_done(self) -> bool:
        """Every part wears the last sheet."""
        return not self._waiting and not self._deeds

    def _dress_what_is_seen(self) -> None:
        for part in self._parts:
            if part.isVisible():
                self._dress(part)
        self._window.setUpdatesEnabled(True)

    def _dress_next(self) -> None:
        """One part in a turn; what a part does for itself has its turns in between."""
        if self._deeds:
            self._deeds.popleft()()
        elif self._waiting:
            self._dress(self._waiting.popleft())
        else:
            self._timer.stop()

    def _dress(self, part: QWidget) -> None:
        wear = getattr(part, "wear", None)
        if wear is None:
            part.setStyleSheet(self._sheet)
        else:  # it knows how to do it in pieces
            wear(self._sheet)
        self._deeds.append(partial(_redraw_icons, part))


def _redraw_icons(part: QWidget) -> None:
    icons.dress(part.findChildren(QWidget))
    icons.dress(part.findChildren(QAction))
