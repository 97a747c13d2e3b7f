"""Stack cards of different heights; measure again only those that asked for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QFrame, QWidget

_WIDEST = 960
_MARGIN = 22
_GAP = 14


class CardStack(QWidget):
    """A box layout would measure every card again whenever one of them changes."""

    def __init__(self, moved: Callable[[], None], parent: QWidget | None = None) -> None:
        """`moved` is called after cards were given new places."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self._moved = moved
        self._cards: list[QFrame] = []
        self._heights: dict[QWidget, int] = {}
        self._room = 0

    def insert(self, place: int, card: QFrame) -> None:
        """Put a card at that place; it is measured at the next `arrange`."""
        if card.parentWidget() is not self:
            card.setParent(self)
        card.installEventFilter(self)
        self._cards.insert(place, card)
        self._heights.pop(card, None)

    def clear(self) -> None:
        """Let go of all cards; they stay children, hidden."""
        for card in self._cards:
            card.removeEventFilter(self)
            card.hide()
        self._cards = []
        self._heights.clear()

    def set_room(self, width: int) -> None:
        """The width that there is; every card is measured again."""
        if width != self._room:
            self._room = width
            self._heights.clear()
            self.arrange()

    def arrange(self) -> None:
        """Give every card its place now."""
        width = max(240, min(self._room - 2 * _MARGIN, _WIDEST))
        left, y = max(_MARGIN, (self._room - width) // 2), _MARGIN
        for card in self._cards:
            height = self._height(card, width)
            place = QRect(left, y, width, height)
            if card.geometry() != place:
                card.setGeometry(place)
            y += height + _GAP
        self.resize(self._room, y - _GAP + _MARGIN)

    def _height(self, card: QFrame, width: int) -> int:
        if card not in self._heights:
            layout = card.layout()
            assert layout is not None
            if card.width() != width:
                card.resize(width, card.height())
            for _ in range(2):  # options and evidence learn their height from their width
                layout.activate()
                height = layout.totalHeightForWidth(width)
                card.resize(width, height)
            self._heights[card] = layout.totalHeightForWidth(width)
        return self._heights[card]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            self._heights.pop(watched, None)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
            self._moved()
            return True
        return super().event(event)
