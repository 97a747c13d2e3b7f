"""Paint what happened as a line of time, the latest above."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.models.history import Row
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.wrapping_rows import steady_width

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The `Row` of an index."""
_LEFT = 52
"""Room for the line and its marks."""
_PAD = 11
_MARK = 30
_DOT = 10
_BOLD = QFont.Weight.DemiBold


class TimelineDelegate(QStyledItemDelegate):
    """For a list view whose items hold a `Row`."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heights = _heights(index.data(ROW), self._room(), tokens_of())
        return QSize(0, round(sum(heights)) + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens, area = index.data(ROW), tokens_of(), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        inside = area.adjusted(_LEFT - 10, 2, -2, -2)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.ink("primary_soft" if is_current else "sunken")
            drawing.frame(painter, inside, 10, ground, Qt.GlobalColor.transparent, width=0)
        is_last = index.row() == index.model().rowCount() - 1
        _paint_line(painter, area, row, tokens, is_first=index.row() == 0, is_last=is_last)
        words = inside.adjusted(10, _PAD - 2, 0, 0)
        words.setWidth(self._room())
        _paint_words(painter, words, row, tokens)
        painter.restore()

    def _room(self) -> int:
        """The width of the words."""
        return steady_width(self._view) - _LEFT - 16


def _heights(row: Row, width: float, tokens: Tokens) -> tuple[float, float, float]:
    badge = drawing.badge_size(row.badge, tokens).width() + 10 if row.badge else 0
    return (
        drawing.text_height(row.title, tokens.font(14, _BOLD), width - badge),
        drawing.text_height(row.meta, tokens.font(12), width) + 3 if row.meta else 0.0,
        drawing.text_height(row.details, tokens.font(13), width) + 5 if row.details else 0.0,
    )


def _paint_line(
    painter: QPainter, area: QRectF, row: Row, tokens: Tokens, *, is_first: bool, is_last: bool
) -> None:
    """The line of time with the mark of this row on it."""
    is_dot = row.icon == "circle-dot"
    size = _DOT if is_dot else _MARK
    mark = QRectF(0, 0, size, size)
    mark.moveCenter(area.topLeft() + QPointF((_LEFT - 10) / 2, 24))
    centre = mark.center()
    painter.setPen(QPen(tokens.ink("line"), 2))
    if not is_first:
        painter.drawLine(QLineF(centre.x(), area.top(), centre.x(), mark.top() - 3))
    if not is_last:
        painter.drawLine(QLineF(centre.x(), mark.bottom() + 3, centre.x(), area.bottom()))
    strong, soft = tokens.zone(row.tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink("line_strong") if is_dot else QColor(soft))
    painter.drawEllipse(mark)
    if not is_dot:
        icons.paint(painter, mark.adjusted(7, 7, -7, -7), row.icon, strong)


def _paint_words(painter: QPainter, area: QRectF, row: Row, tokens: Tokens) -> None:
    title, meta, _ = _heights(row, area.width(), tokens)
    badge = drawing.badge_size(row.badge, tokens) if row.badge else QSize(0, 0)
    painter.setFont(tokens.font(14, _BOLD))
    painter.setPen(tokens.ink("text"))
    room = area.width() - (badge.width() + 10 if row.badge else 0)
    painter.drawText(
        QRectF(area.left(), area.top(), room, title + 2), int(drawing.WRAPPED), row.title
    )
    if row.badge:
        place = QRectF(area.right() - badge.width(), area.top() - 2, badge.width(), badge.height())
        drawing.paint_badge(painter, place, row.badge, row.tone, tokens)
    painter.setFont(tokens.font(12))
    painter.setPen(tokens.ink("muted"))
    top = area.top() + title + 3
    painter.drawText(
        QRectF(area.left(), top, area.width(), meta + 2), int(drawing.WRAPPED), row.meta
    )
    painter.setFont(tokens.font(13))
    painter.setPen(tokens.ink("text"))
    below = QRectF(area.left(), top + meta + 1, area.width(), area.height())
    painter.drawText(below, int(drawing.WRAPPED), row.details)
