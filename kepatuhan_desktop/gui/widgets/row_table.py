"""A table of whole rows: shares its room out among the columns and lights a row up as one."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 60
# As the style sheet pads the header.
PADDING = 10
_SORT_MARK = 20


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a cell; what stands on it is `paint_cell`."""

    hovered = -1
    """The row under the pointer: all its cells light up, not the one alone."""
    selected = -1
    """The row that the keyboard is on."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, round(ROW_HEIGHT * tokens_of().scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if index.row() == self.selected:
            painter.fillRect(area, tokens.ink("primary_soft"))
        elif index.row() == self.hovered:
            painter.fillRect(area, tokens.ink("sunken"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, tokens.ink("line"))
        if index.row() == self.selected and index.column() == 0:
            mark = QRectF(area.left(), area.top(), 3, area.height() - 1)
            painter.fillRect(mark, tokens.ink("primary"))
        self.paint_cell(painter, area.adjusted(PADDING, 0, -PADDING, -1), index, tokens)
        painter.restore()

    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, tokens: Tokens) -> None:
        """Paint what a cell says into `area`."""
        raise NotImplementedError


class RowTable(QTableView):
    """Whoever inherits from it says in `fit` what the columns need."""

    def __init__(self, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)

    def fit(self) -> None:
        """Give each column what its longest text needs, and the names the rest."""
        raise NotImplementedError

    def share_out(
        self, wanted: Mapping[int, int], dispensable: Collection[int], stretched: int, least: int
    ) -> None:
        """Give the columns what is `wanted`, or what their titles need, and `stretched` the rest.

        Of the `dispensable` ones the first go first where `stretched` would have less than
        `least` pixels.
        """
        tokens, model, room = tokens_of(), self.model(), self.viewport().width()
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * tokens.scale))
        widths = {
            column: max(
                width,
                text_width(str(model.headerData(column, Qt.Orientation.Horizontal)), tokens)
                + _SORT_MARK,
            )
            for column, width in wanted.items()
        }
        shown = dict(widths)
        for column in dispensable:
            if room - sum(shown.values()) < least:
                del shown[column]
        for column, width in widths.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, width)
        self.setColumnWidth(stretched, max(least, room - sum(shown.values())))

    def go_to(self, index: QModelIndex) -> None:
        """Make a row the current one, if it is shown."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._delegate.selected = current.row()
        super().currentChanged(current, previous)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._delegate.hovered:
            return
        for changed in {self._delegate.hovered, row} - {-1}:
            top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
            self.viewport().update(QRect(0, top, self.viewport().width(), height))
        self._delegate.hovered = row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model() is not None:
            self.fit()


def text_width(text: str, tokens: Tokens, pixels: float = 13) -> int:
    """What a column needs to show `text`."""
    return round(drawing.text_width(text, tokens.font(pixels))) + 2 * PADDING + 2


def badge_width(text: str, tokens: Tokens) -> int:
    """What a column needs to show `text` as a badge."""
    return drawing.badge_size(text, tokens).width() + 2 * PADDING
