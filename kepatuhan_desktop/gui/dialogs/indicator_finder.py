"""Find a question by its code or by words, and go there."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kepatuhan_desktop.gui import forms, icons
from kepatuhan_desktop.gui.models import matching
from kepatuhan_desktop.gui.models.matching import Entry
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.wrapping_rows import WrappingRows, steady_width
from kepatuhan_desktop.services.assessments import Overview

_MOST = 60
"""Rows that are listed; more words find the rest."""
_ENTRY = Qt.ItemDataRole.UserRole
_ANSWERED = Qt.ItemDataRole.UserRole + 1
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CODE_WIDTH = 52


class IndicatorFinder(QDialog):
    """Type, choose with the arrow keys, Enter goes there; Esc leaves."""

    chosen = Signal(str)
    """Id of the indicator."""

    search_edit: QLineEdit
    results_list: QListView
    empty_label: QLabel

    def __init__(self, overview: Overview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        forms.load(self, "indicator_finder")
        self._entries = matching.entries(overview.instrument)
        self._answered = frozenset(overview.assessment.answers)
        self._model = QStandardItemModel(self)
        self.results_list.setModel(self._model)
        self.results_list.setItemDelegate(_Delegate(self.results_list))
        WrappingRows(self.results_list)
        self.results_list.clicked.connect(self._choose)
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.returnPressed.connect(self._choose_current)
        self.search_edit.installEventFilter(self)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list is moved through while the typing goes on.
        if (
            watched is self.search_edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _UP_DOWN
        ):
            self.results_list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        found = matching.search(self._entries, text)[:_MOST]
        self._model.clear()
        for entry in found:
            item = QStandardItem(f"{entry.code} {entry.question}")
            item.setData(entry, _ENTRY)
            item.setData(entry.one in self._answered, _ANSWERED)
            spoken = f"{entry.code}, {entry.question}, {entry.component}"
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.results_list.setVisible(bool(found))
        self.empty_label.setVisible(not found)
        if found:
            self.results_list.setCurrentIndex(self._model.index(0, 0))

    def _choose_current(self) -> None:
        self._choose(self.results_list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry):
            self.accept()
            self.chosen.emit(entry.one)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry, tokens = index.data(_ENTRY), tokens_of()
        text = drawing.text_height(entry.question, tokens.font(14, _BOLD), self._room())
        below = drawing.text_height("X", tokens.font(12), 100)
        return QSize(0, round(text + below) + 18)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry, tokens = index.data(_ENTRY), tokens_of()
        area = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.ink("primary_soft" if is_selected else "sunken")
            drawing.frame(painter, area, 9, ground, Qt.GlobalColor.transparent, width=0)
        inside = area.adjusted(12, 9, -12, -9)
        bold, small = tokens.font(14, _BOLD), tokens.font(12)
        painter.setFont(bold)
        painter.setPen(tokens.ink("primary"))
        painter.drawText(inside, int(drawing.WRAPPED), entry.code)
        room = self._room()
        text = QRectF(inside.left() + _CODE_WIDTH, inside.top(), room, inside.height())
        painter.setPen(tokens.ink("text"))
        painter.drawText(text, int(drawing.WRAPPED), entry.question)
        text.setTop(text.top() + drawing.text_height(entry.question, bold, room))
        painter.setFont(small)
        painter.setPen(tokens.ink("muted"))
        painter.drawText(text, int(drawing.WRAPPED), entry.component)
        if index.data(_ANSWERED):
            mark = QRectF(inside.right() - 18, inside.top(), 18, 18)
            icons.paint(painter, mark, "circle-check", tokens.green)
        painter.restore()

    def _room(self) -> int:
        """The width of a question."""
        return steady_width(self._view) - _CODE_WIDTH - 60


_BOLD = QFont.Weight.DemiBold
