"""List things in two lines each, with an icon and a badge, to be chosen or ticked."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Tokens, Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_LINE = Qt.ItemDataRole.UserRole
_SIDE = 6
_PAD = 10
_ICON = 20
_BOX = 18
_HEIGHT = 56


class Line(NamedTuple):
    """What one row says."""

    key: str
    icon: str
    title: str
    detail: str = ""
    tone: Zone = "neutral"
    """Of the icon."""
    badge: str = ""
    badge_tone: Zone = "neutral"


class LineList(QListWidget):
    """Arrow keys move; Enter or a click opens; where lines can be ticked, Space or a click does."""

    current_changed = Signal(str)
    """The key of the line that the keyboard is on; empty for none."""
    opened = Signal(str)
    ticked = Signal()
    """The ticks changed: see `ticks`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_tickable = False
        self.is_choice = True
        """Whether the current line is a choice that shows without the keyboard too."""
        self.setItemDelegate(_Delegate(self))
        self.setProperty("role", "clear")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._tell_current)
        self.itemClicked.connect(self._click)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the current line stays the current one where it is still there."""
        shown = self.lines()
        if shown == tuple(lines):
            return
        before, ticks = self.current_key(), self.ticks()
        self.blockSignals(True)
        # A line more or less is the rule: to make all of them anew would hold the window.
        wanted = {line.key for line in lines}
        for row in reversed(range(len(shown))):
            if shown[row].key not in wanted:
                self.takeItem(row)
        kept = [line for line in shown if line.key in wanted]
        for row, line in enumerate(lines):
            at = next((it for it in range(row, len(kept)) if kept[it].key == line.key), None)
            if at is None:
                self.insertItem(row, _item(line))
                kept.insert(row, line)
                continue
            if at != row:
                self.insertItem(row, self.takeItem(at))
                kept.insert(row, kept.pop(at))
            if kept[row] != line:
                _describe(self.item(row), line)
        self.set_ticks(ticks)
        self.make_current(before)
        self.blockSignals(False)
        if self.current_key() != before:
            self.current_changed.emit(self.current_key())

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return tuple(self.item(row).data(_LINE) for row in range(self.count()))

    def make_current(self, key: str) -> None:
        """Go to a line; to the first where it is not there."""
        keys = [line.key for line in self.lines()]
        self.setCurrentRow(keys.index(key) if key in keys else min(0, len(keys) - 1))

    def current_key(self) -> str:
        """The key of the current line; empty for none."""
        return "" if self.currentRow() < 0 else str(self.currentItem().data(_LINE).key)

    def set_tickable(self, is_tickable: bool) -> None:
        """Whether lines have a box to tick; the current line is no choice then."""
        self._is_tickable = is_tickable
        self.is_choice = False
        self.set_ticks(self.ticks())
        self.viewport().update()

    def is_tickable(self) -> bool:
        """Whether lines have a box to tick."""
        return self._is_tickable

    def set_ticks(self, keys: Collection[str]) -> None:
        """Tick exactly these; emits nothing."""
        for row in range(self.count()):
            item = self.item(row)
            is_ticked = item.data(_LINE).key in keys
            state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            # Without a state, screen readers hear of no box.
            item.setData(Qt.ItemDataRole.CheckStateRole, state if self._is_tickable else None)

    def ticks(self) -> tuple[str, ...]:
        """The keys of the ticked lines."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(_LINE).key for item in items if _is_ticked(item))

    def fitting_height(self, most: int) -> int:
        """The height that shows every line, or `most` of them."""
        rows = min(max(self.count(), 1), most)
        return rows * _row_height() + 2 * self.frameWidth() + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_anywhere = self.currentRow() >= 0
        if is_anywhere and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current_key())
        elif is_anywhere and self._is_tickable and event.key() == Qt.Key.Key_Space:
            self._tick(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _click(self, item: QListWidgetItem) -> None:
        if self._is_tickable:
            self._tick(item)
        else:
            self.opened.emit(item.data(_LINE).key)

    def _tick(self, item: QListWidgetItem) -> None:
        state = Qt.CheckState.Unchecked if _is_ticked(item) else Qt.CheckState.Checked
        item.setData(Qt.ItemDataRole.CheckStateRole, state)
        self.ticked.emit()

    def _tell_current(self, _row: int) -> None:
        self.current_changed.emit(self.current_key())


def _item(line: Line) -> QListWidgetItem:
    item = QListWidgetItem()
    _describe(item, line)
    return item


def _describe(item: QListWidgetItem, line: Line) -> None:
    item.setText(". ".join(part for part in (line.title, line.detail) if part))
    spoken = [part for part in (line.title, line.detail, line.badge) if part]
    item.setData(_LINE, line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(spoken))
    item.setToolTip(drawing.plain_tip(" – ".join(spoken)))


def _is_ticked(item: QListWidgetItem) -> bool:
    found = item.data(Qt.ItemDataRole.CheckStateRole)
    return found is not None and Qt.CheckState(found) == Qt.CheckState.Checked


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _row_height())  # as wide as the list is, whatever it becomes

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return False  # the list ticks by itself, wherever a line is clicked

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of()
        line: Line = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(_SIDE, 1, -_SIDE, -1)
        state: QStyle.StateFlag = option.state
        view = self.parent()
        is_seen = isinstance(view, LineList) and (view.is_choice or view.hasFocus())
        is_current = is_seen and bool(state & QStyle.StateFlag.State_Selected)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.ink("primary_soft" if is_current else "sunken")
            drawing.frame(painter, area, 10, ground, Qt.GlobalColor.transparent, width=0)
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            _paint_box(painter, inside, Qt.CheckState(ticked) == Qt.CheckState.Checked, tokens)
            inside.setLeft(inside.left() + _BOX + 12)
        place = QRectF(inside.left(), inside.center().y() - _ICON / 2, _ICON, _ICON)
        icons.paint(painter, place, line.icon, tokens.zone(line.tone)[0])
        beside = inside.adjusted(_ICON + 12, 0, 0, 0)
        if line.badge:
            size = drawing.badge_size(line.badge, tokens)
            width = min(size.width(), beside.width() / 2)
            badge = QRectF(
                beside.right() - width,
                beside.center().y() - size.height() / 2,
                width,
                size.height(),
            )
            drawing.paint_badge(painter, badge, line.badge, line.badge_tone, tokens)
            beside.setRight(badge.left() - 10)
        drawing.paint_two_lines(painter, beside, line.title, line.detail, tokens)
        painter.restore()


def _row_height() -> int:
    tokens = tokens_of()
    lines = drawing.text_height("X", tokens.font(14), 100)
    lines += drawing.text_height("X", tokens.font(12), 100)
    return max(_HEIGHT, round(lines) + 20)


def _paint_box(painter: QPainter, area: QRectF, is_ticked: bool, tokens: Tokens) -> None:
    box = QRectF(area.left(), area.center().y() - _BOX / 2, _BOX, _BOX)
    if not is_ticked:
        drawing.frame(painter, box, 5, tokens.ink("surface"), tokens.ink("faint"))
        return
    primary = QColor(tokens.primary)
    drawing.frame(painter, box, 5, primary, primary)
    icons.paint(painter, box.adjusted(2, 2, -2, -2), "check", tokens.on_primary)
