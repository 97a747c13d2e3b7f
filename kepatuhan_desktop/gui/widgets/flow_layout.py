"""Lay widgets out in rows that break when the width is used up."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets at the size they ask for, as many per row as fit."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 12) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # The layouts around it ask several times over, and each time all that is in it.
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = QSize(0, 0)
        for item in self._shown():
            widest = widest.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return widest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only compute; returns the height used."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        gap = self.spacing()
        x, y, row = inside.x(), inside.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > inside.x() and x + size.width() > inside.x() + inside.width():
                x, y, row = inside.x(), y + row + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
            row = max(row, size.height())
        return y + row - rect.y() + margins.bottom()


class EqualColumnsLayout(FlowLayout):
    """Widgets of equal width in evenly filled rows; a row is as high as its highest widget."""

    def __init__(
        self, parent: QWidget | None = None, least_width: int = 150, spacing: int = 12
    ) -> None:
        super().__init__(parent, spacing)
        self._least_width = least_width

    def columns(self, width: int) -> int:
        """How many widgets stand in one row of that width."""
        count = max(1, len(self._shown()))
        fit = max(1, min(count, (width + self.spacing()) // (self._least_width + self.spacing())))
        rows = -(-count // fit)
        return -(-count // rows)  # four in rows of three would leave one alone: 2 + 2

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(min(self._least_width, 120), 0) + QSize(
            margins.left() + margins.right(), margins.top() + margins.bottom()
        )

    def sizeHint(self) -> QSize:
        width = len(self._shown()) * (self._least_width + self.spacing())
        return QSize(width, self.heightForWidth(width))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        items = self._shown()
        gap = self.spacing()
        columns = self.columns(inside.width())
        each = (inside.width() - gap * (columns - 1)) // columns
        y = inside.y()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(_height(item, each) for item in row)
            if move:
                for column, item in enumerate(row):
                    item.setGeometry(QRect(inside.x() + column * (each + gap), y, each, height))
            y += height + gap
        used = y - gap if items else y
        return used - rect.y() + margins.bottom()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
