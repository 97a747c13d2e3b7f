"""List the components with what is done, what it is worth and what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.models.components import (
    ROW,
    ComponentModel,
    ComponentRow,
    GroupRow,
    Row,
)
from kepatuhan_desktop.gui.tokens import Tokens, Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.wrapping_rows import WrappingRows, steady_width

_SIDE = 6
_PAD = 8
_RING = 34
_LEAST_HEIGHT = 48
_FLAG = 14


class ComponentList(QListView):
    """Groups as headings; arrow keys and clicks choose a component."""

    chosen = Signal(str)
    """Key of the component that the user turned to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ComponentModel(self)
        self._is_selecting = False
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        WrappingRows(self)
        self.setProperty("role", "clear")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the selected component stays selected."""
        self._is_selecting = True
        self._rows.show_rows(rows)
        self._is_selecting = False

    def select(self, component: str) -> None:
        """Mark a component without saying that the user chose it."""
        place = self._rows.place_of(component)
        if place < 0 or place == self.currentIndex().row():
            return
        self._is_selecting = True
        index = self._rows.index(place)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        self._is_selecting = False

    def selected(self) -> str:
        """Key of the marked component; empty where there is none."""
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, ComponentRow) else ""

    def rows(self) -> list[Row]:
        """What is shown."""
        return [self._rows.row(place) for place in range(self._rows.rowCount())]

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if not self._is_selecting and isinstance(row, ComponentRow):
            self.chosen.emit(row.key)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        tokens, width = tokens_of(), steady_width(self._view)
        row = index.data(ROW)
        if isinstance(row, GroupRow):
            title = drawing.text_height(row.title.upper(), _group_font(tokens), width - 90)
            return QSize(0, round(title) + (20 if index.row() else 12))
        title = drawing.text_height(row.title, _title_font(tokens), _title_room(width))
        below = drawing.text_height("X", tokens.font(12), 100)
        return QSize(0, max(_LEAST_HEIGHT, round(title + below) + 13))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of()
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        if isinstance(row, GroupRow):
            _paint_group(painter, area, row, tokens)
        elif isinstance(row, ComponentRow):
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            if is_selected or is_hovered:
                ground = tokens.ink("primary_soft" if is_selected else "sunken")
                clear = Qt.GlobalColor.transparent
                drawing.frame(
                    painter, area.adjusted(_SIDE, 1, -_SIDE, -1), 10, ground, clear, width=0
                )
            _paint_component(painter, area, row, tokens, steady_width(self._view))
        painter.restore()


def _paint_group(painter: QPainter, area: QRectF, row: GroupRow, tokens: Tokens) -> None:
    painter.setFont(_group_font(tokens))
    painter.setPen(tokens.ink("muted"))
    inside = area.adjusted(_SIDE + _PAD, 0, -_SIDE - _PAD, -4)
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignRight, f"{row.done}/{row.components}")
    flags = int(Qt.TextFlag.TextWordWrap) | int(bottom)
    painter.drawText(inside.adjusted(0, 0, -60, 0), flags, row.title.upper())


def _paint_component(
    painter: QPainter, area: QRectF, row: ComponentRow, tokens: Tokens, width: int
) -> None:
    inside = area.adjusted(_SIDE + _PAD, 0, -_SIDE - _PAD, 0)
    ring = QRectF(inside.left(), inside.center().y() - _RING / 2, _RING, _RING)
    share = row.answered / row.indicators if row.indicators else 0.0
    is_lacking = row.lacks_evidence or row.conflicts > 0
    # A full ring says "done"; with evidence missing it is not.
    shown = min(share, 0.999) if is_lacking else share
    icon = "circle-alert" if is_lacking and share >= 1 else row.icon
    zone: Zone = "yellow" if is_lacking else "primary"
    drawing.paint_ring(painter, ring.adjusted(1, 1, -1, -1), shown, icon, tokens, zone)
    title_font, small = _title_font(tokens), tokens.font(12)
    room = _title_room(width)
    title_height = drawing.text_height(row.title, title_font, room)
    below_height = drawing.text_height("X", small, 100)
    left = ring.right() + 10
    top = area.center().y() - (title_height + below_height + 1) / 2
    painter.setFont(title_font)
    painter.setPen(tokens.ink("text"))
    painter.drawText(QRectF(left, top, room, title_height), int(drawing.WRAPPED), row.title)
    below = QRectF(left, top + title_height + 2, inside.right() - left, below_height)
    _paint_below(painter, below, row, tokens)


def _paint_below(painter: QPainter, area: QRectF, row: ComponentRow, tokens: Tokens) -> None:
    """Progress, then what deserves attention, and the score at the right."""
    if row.score:
        size = drawing.badge_size(row.score, tokens)
        badge = QRectF(0, 0, size.width() - 6, size.height() - 4)
        badge.moveCenter(area.center())
        badge.moveRight(area.right())
        drawing.paint_badge(painter, badge, row.score, row.zone, tokens)
        area.setRight(badge.left() - 6)
    small = tokens.font(12)
    painter.setFont(small)
    painter.setPen(tokens.ink("muted"))
    middle = Qt.AlignmentFlag.AlignVCenter
    marks = row.marks()
    progress = row.fraction() if marks else row.progress()
    painter.drawText(area, middle, progress)
    x = area.left() + drawing.text_width(progress, small) + 8
    for icon, text, role in marks:
        width = _FLAG + 3 + drawing.text_width(text, small)
        fits = x + width <= area.right() + 1
        place = QRectF(x, area.center().y() - _FLAG / 2, _FLAG, _FLAG)
        icons.paint(painter, place, icon, tokens.colour(role))
        if fits:  # else the icon alone; the words stand in the accessible text
            painter.setPen(tokens.ink(role))
            painter.drawText(QRectF(x + _FLAG + 3, area.top(), width, area.height()), middle, text)
        x += (width if fits else _FLAG) + 7


def _title_room(width: int) -> float:
    return max(60.0, width - 2 * (_SIDE + _PAD) - _RING - 10)


def _title_font(tokens: Tokens) -> QFont:
    return tokens.font(13.5, QFont.Weight.DemiBold)


def _group_font(tokens: Tokens) -> QFont:
    font = tokens.font(11, QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
    return font
