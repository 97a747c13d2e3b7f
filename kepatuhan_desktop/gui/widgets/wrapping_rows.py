"""Keep rows whose height depends on the width of their list in step with it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QListView

_BESIDE = 16
"""Scroll bar and frame of a list in the style sheet, in pixels."""


def steady_width(view: QListView) -> int:
    """Room for a row, the same whether the scroll bar is there: that depends on the heights."""
    return view.width() - _BESIDE


class WrappingRows(QObject):
    """Lays a list out when its width changes, and only then.

    Qt's own `Adjust` does it for another height instead: while the list is being painted, which
    paints it twice. A scroll bar that comes or goes moves no row either, as long as their
    delegate measures them with `steady_width`.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._width = 0
        """For which the rows were laid out."""
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._width != self._view.width():
            self._width = self._view.width()
            self._view.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)
