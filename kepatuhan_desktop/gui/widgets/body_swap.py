"""Put a new body in place of the one that a widget shows, without a long stop."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kepatuhan_desktop.gui.turns import Turn


class BodySwap(QObject):
    """Fills `holder` with one body at a time.

    To make one takes as long as to lay it out and paint it. Each has a turn of its own, and the
    former body stays until the new one can be seen.
    """

    swapped = Signal()
    """The body that was offered last can be seen."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self._holder = holder
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._coming: QWidget | None = None
        self._turn = Turn(self, self._swap)

    def begin(self) -> QWidget:
        """Give a body to be filled, hidden; one that was not shown yet never will be."""
        if self._coming is not None:
            self._coming.deleteLater()
        self._coming = QWidget(self._holder)
        self._coming.hide()
        return self._coming

    def offer(self) -> None:
        """Show in the next turn what `begin` gave and what has been put into it."""
        if self._coming is not None:
            for widget in (self._coming, *self._coming.findChildren(QWidget)):
                widget.ensurePolished()
            self._turn.ask()

    def _swap(self) -> None:
        if self._coming is None:
            return
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body, self._coming = self._coming, None
        self._column.addWidget(self._body)
        self._body.show()
        self.swapped.emit()
