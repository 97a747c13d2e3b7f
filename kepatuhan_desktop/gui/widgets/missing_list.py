"""List what still keeps an assessment from being signed; each line leads to its place."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_ROW = 54
_MOST_ROWS = 5
_ENTRY = Qt.ItemDataRole.UserRole


class Gap(NamedTuple):
    """One thing that is missing."""

    indicator: str
    """Where to go; empty where there is no question to go to."""
    icon: str
    what: str
    where: str
    slot: str = ""
    """Of a conflict, which is settled on a page of its own."""


class MissingList(QListWidget):
    """As high as its lines, up to five; Enter or a click goes to the question."""

    chosen = Signal(str)
    """The id of an indicator."""
    conflict_chosen = Signal(str)
    """The slot of a conflict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_GapDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._choose)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these, in this order; the current line stays where it was."""
        row = self.currentRow()
        self.clear()
        for gap in gaps:
            item = QListWidgetItem(f"{gap.what}. {gap.where}")
            item.setData(_ENTRY, gap)
            item.setToolTip(drawing.plain_tip(f"{gap.what} – {gap.where}" if gap.where else ""))
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), len(gaps) - 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 1), _MOST_ROWS)
        return QSize(200, rows * _row_height() + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._choose(item)
            return
        super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        gap: Gap = item.data(_ENTRY)
        if gap.slot:
            self.conflict_chosen.emit(gap.slot)
        elif gap.indicator:
            self.chosen.emit(gap.indicator)


class _GapDelegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, _row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of()
        gap: Gap = index.data(_ENTRY)
        area = QRectF(option.rect)
        state = option.state
        view = self.parent()
        has_focus = isinstance(view, QListWidget) and view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clear = Qt.GlobalColor.transparent
        ground = area.adjusted(3, 2, -3, -2)
        if state & QStyle.StateFlag.State_Selected and has_focus:
            drawing.frame(painter, ground, 9, tokens.ink("primary_soft"), clear, width=0)
        elif state & QStyle.StateFlag.State_MouseOver:
            drawing.frame(painter, ground, 9, tokens.ink("sunken"), clear, width=0)
        middle = area.center().y()
        icons.paint(painter, QRectF(area.left() + 13, middle - 9, 18, 18), gap.icon, tokens.yellow)
        text = area.adjusted(42, 8, -36 if gap.indicator or gap.slot else -12, -8)
        half = text.height() / 2
        lines = (
            (gap.what, tokens.font(13, QFont.Weight.DemiBold), "text"),
            (gap.where, tokens.font(12), "muted"),
        )
        for at, (words, font, ink) in enumerate(lines):
            line = QRectF(text.left(), text.top() + at * half, text.width(), half)
            painter.setFont(font)
            painter.setPen(tokens.ink(ink))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter, drawing.elided(words, font, line.width())
            )
        if gap.indicator or gap.slot:
            arrow = QRectF(area.right() - 30, middle - 8, 16, 16)
            icons.paint(painter, arrow, "chevron-right", tokens.muted)
        painter.restore()


def _row_height() -> int:
    return round(_ROW * tokens_of().scale)
