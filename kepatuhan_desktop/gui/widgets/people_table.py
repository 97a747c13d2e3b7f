"""The table of enrolled people: fits its columns to the room and paints each row."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.people import HOLDER_ROLE, Column, PeopleModel
from kepatuhan_desktop.gui.standing_words import standing_tone, standing_word
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.trust_words import role_words
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.services.authorities import Holder, Standing

Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT = 60
_PADDING = 10
_LEAST_NAME = 200
_SORT_MARK = 20
# What gives way first where the window is narrow.
_DISPENSABLE = (Column.DEVICE, Column.ROLES)


class PeopleTable(QTableView):
    """Shows a `PeopleModel`; the device that was current stays current."""

    current_changed = Signal(object)
    """The `Holder` that the keyboard is on, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _Delegate(self)
        self._current: DeviceId | None = None
        self.setItemDelegate(self._delegate)
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

    def show_model(self, model: PeopleModel) -> None:
        """Show `model`, sorted as it says."""
        self.setModel(model)
        column, order = model.order()
        self.horizontalHeader().setSortIndicator(column, order)
        self.horizontalHeader().sortIndicatorChanged.connect(model.sort)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self.fit()

    def current(self) -> Holder | None:
        """Whom the keyboard is on."""
        index = self.currentIndex()
        found = index.data(HOLDER_ROLE) if index.isValid() else None
        return found if isinstance(found, Holder) else None

    def make_current(self, device: DeviceId) -> None:
        """Go to a device, if it is shown."""
        index = self._model().index_of(device)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def fit(self) -> None:
        """Give each column what its longest text needs, and the names the rest."""
        tokens = tokens_of()
        self.verticalHeader().setDefaultSectionSize(round(_ROW_HEIGHT * tokens.scale))
        font = tokens.font(13)
        model = self._model()
        wanted = {
            Column.ROLES: _wide(role_words(Role)),
            Column.DEVICE: _wide("dddd dddd …"),
            Column.UNTIL: _wide(words.day("2028-11-28")),
            Column.STANDING: 2 * _PADDING
            + max(drawing.badge_size(standing_word(one), tokens).width() for one in Standing),
        }
        for column, width in wanted.items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            needed = round(drawing.text_width(title, font)) + 2 * _PADDING + _SORT_MARK
            wanted[column] = max(width, needed)
        room, hidden = self.viewport().width(), set[Column]()
        for column in _DISPENSABLE:
            if room - sum(wanted[one] for one in wanted if one not in hidden) < _LEAST_NAME:
                hidden.add(column)
        for column, width in wanted.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)
        kept = sum(width for one, width in wanted.items() if one not in hidden)
        self.setColumnWidth(Column.PERSON, max(_LEAST_NAME, room - kept))

    def _model(self) -> PeopleModel:
        model = self.model()
        assert isinstance(model, PeopleModel)
        return model

    def _remember(self) -> None:
        current = self.current()
        self._current = current.device if current else self._current

    def _return(self) -> None:
        self._delegate.selected = self._delegate.hovered = -1
        if self._current is not None:
            self.make_current(self._current)
        self.current_changed.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter has no deed of its own here, and must not reach a default button.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._delegate.selected = current.row()
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())
        self.viewport().update()

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
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model() is not None:
            self.fit()


class _Delegate(QStyledItemDelegate):
    """Paints one cell."""

    hovered = -1
    """The row under the pointer: all its cells light up, not the one alone."""
    selected = -1
    """The row that the keyboard is on."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, round(_ROW_HEIGHT * tokens_of().scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, holder = tokens_of(), index.data(HOLDER_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        is_selected = index.row() == self.selected
        if is_selected:
            painter.fillRect(area, tokens.ink("primary_soft"))
        elif index.row() == self.hovered:
            painter.fillRect(area, tokens.ink("sunken"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, tokens.ink("line"))
        inner = area.adjusted(_PADDING, 0, -_PADDING, -1)
        match Column(index.column()):
            case Column.PERSON:
                if is_selected:
                    mark = QRectF(area.left(), area.top(), 3, area.height() - 1)
                    painter.fillRect(mark, tokens.ink("primary"))
                below = " · ".join(part for part in (holder.nip, holder.position) if part)
                drawing.paint_two_lines(painter, inner, holder.name, below, tokens)
            case Column.STANDING:
                text, tone = standing_word(holder.standing), standing_tone(holder.standing)
                drawing.paint_badge_left(painter, inner, text, tone, tokens)
            case column:
                font = tokens.font(13)
                painter.setFont(font)
                painter.setPen(tokens.ink("muted" if column == Column.DEVICE else "text"))
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(
                    inner, int(side), drawing.elided(str(index.data()), font, inner.width())
                )
        painter.restore()


def _wide(text: str) -> int:
    """What a column needs to show `text`."""
    return round(drawing.text_width(text, tokens_of().font(13))) + 2 * _PADDING + 2
