"""Give the parts of a window a new theme or language one after the other.

A new style sheet for the whole application styles every widget anew, once for each widget
that it lies in: 0.3 s for all pages, in one go. A part that is given the sheet itself takes
10 to 40 ms. A new language, too, makes every page write all its texts again. What is seen
comes first, the rest in later turns of the event loop.
"""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.turns import Turn


class Wardrobe(QObject):
    """Belongs to a window; `theme` finds it there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sheet = ""
        self._parts: list[QWidget] = []
        self._waiting: deque[QWidget] = deque()
        self._foreign: deque[QWidget] = deque()
        self._deeds: deque[Callable[[], None]] = deque()
        self._turn = Turn(self, self._go_on)

    def add(self, part: QWidget) -> None:
        """From now on `part` is dressed with the others; with all that is in it."""
        self._parts.append(part)
        part.installEventFilter(self)
        if self._sheet:
            part.setStyleSheet(self._sheet)

    def lend(self, window: QWidget) -> None:
        """Dress a dialog that lies in the window itself and in none of its parts."""
        if self._sheet and window.styleSheet() != self._sheet:
            window.setStyleSheet(self._sheet)

    def change(self, sheet: str) -> None:
        """Wear `sheet`: what can be seen in the next turns, the rest in those after them."""
        self._sheet = sheet
        seen = [part for part in self._parts if part.isVisible()]
        self._waiting = deque(part for part in self._parts if part not in seen)
        # The new palette alone, or half of the parts, would show for a moment.
        self._window.setUpdatesEnabled(False)
        for bearer in self._bearers():
            # No window of its own, it is not told of a new palette of the application; nor does
            # what wears a style sheet hand one down. An empty palette is looked up anew.
            bearer.setPalette(QPalette())
        self._deeds = deque(partial(self._dress, part) for part in seen)
        self._deeds.append(partial(self._window.setUpdatesEnabled, True))
        self._turn.ask()

    def hurry(self, part: QWidget) -> bool:
        """Give `part` now what it still waits for: it is about to be seen; if there was any."""
        was_waiting = part in self._waiting or part in self._foreign
        if part in self._waiting:
            self._waiting.remove(part)
            self._dress(part)
        if part in self._foreign:
            self._foreign.remove(part)
            self._translate(part)
        return was_waiting

    def is_done(self) -> bool:
        """Every part wears the last sheet and speaks the last language."""
        return not self._waiting and not self._deeds and not self._foreign

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.LanguageChange or not isinstance(watched, QWidget):
            return False
        if watched.isVisible() or not self._window.isVisible():
            return False
        if watched not in self._foreign:
            self._foreign.append(watched)
        self._turn.ask()
        return True

    def _bearers(self) -> list[QWidget]:
        """The window, and what lies between it and its parts: they wear no sheet themselves."""
        bearers = [self._window]
        for part in self._parts:
            above = part.parentWidget()
            while above is not None and above not in bearers:
                bearers.append(above)
                above = above.parentWidget()
        return bearers

    def _go_on(self) -> None:
        try:
            if self._deeds:
                self._deeds.popleft()()
            elif self._waiting:
                self._dress(self._waiting.popleft())
            elif self._foreign:
                self._translate(self._foreign.popleft())
        finally:  # a part that fails must not keep the window from being drawn again
            if not self.is_done():
                self._turn.ask()

    def _dress(self, part: QWidget) -> None:
        wear = getattr(part, "wear", None)
        if wear is None:
            part.setStyleSheet(self._sheet)
        else:  # it knows how to do it in pieces
            wear(self._sheet)
        self._deeds.append(partial(_redraw_icons, part))

    def _translate(self, part: QWidget) -> None:
        part.removeEventFilter(self)  # nobody sees it yet, and still it shall hear of it now
        QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))
        part.installEventFilter(self)


def _redraw_icons(part: QWidget) -> None:
    icons.dress(part.findChildren(QWidget))
    icons.dress(part.findChildren(QAction))
