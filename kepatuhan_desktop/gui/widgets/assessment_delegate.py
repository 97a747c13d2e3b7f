"""Paint one assessment of the list: names, progress, score and badges."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.assessments import (
    ROW_ROLE,
    TONE_ROLE,
    Column,
    is_provisional,
)
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.storage.register import Row

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 60
# As the style sheet pads the header.
_PADDING = 10
_BAR = 6
_BAR_WIDTH = 92
_MEDIUM, _DEMI = QFont.Weight.Medium, QFont.Weight.DemiBold


class AssessmentDelegate(QStyledItemDelegate):
    """Needs an `AssessmentsModel` under the view."""

    hovered = -1
    """The row under the pointer: all its cells light up, not the one alone."""
    selected = -1
    """The row that the keyboard is on."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, round(ROW_HEIGHT * tokens_of().scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of()
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        is_selected = index.row() == self.selected
        if is_selected:
            painter.fillRect(area, tokens.ink("primary_soft"))
        elif index.row() == self.hovered:
            painter.fillRect(area, tokens.ink("sunken"))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.ink("line")
        )
        inner = area.adjusted(_PADDING, 0, -_PADDING, -1)
        match Column(index.column()):
            case Column.UNIT:
                if is_selected:
                    mark = QRectF(area.left(), area.top(), 3, area.height() - 1)
                    painter.fillRect(mark, tokens.ink("primary"))
                below = " · ".join(part for part in (row.product, row.institution) if part)
                drawing.paint_two_lines(painter, inner, row.unit, below, tokens)
            case Column.PROGRESS:
                _progress(painter, inner, row, tokens)
            case Column.SCORE:
                _score(painter, inner, row, tokens)
            case Column.CATEGORY if row.category is not None:
                text = words.category(row.category, row.zone)
                drawing.paint_badge_left(painter, inner, text, words.zone_tone(row.zone), tokens)
            case Column.STATUS:
                text, tone = str(index.data()), index.data(TONE_ROLE)
                drawing.paint_badge_left(painter, inner, text, tone, tokens)
            case column:
                muted = column in {Column.CHANGED, Column.INSTRUMENT, Column.CATEGORY}
                _line(painter, inner, index, tokens, "muted" if muted else "text")
        painter.restore()


def _line(painter: QPainter, area: QRectF, index: Index, tokens: Tokens, ink: str) -> None:
    font = tokens.font(13)
    painter.setFont(font)
    painter.setPen(tokens.ink(ink))
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    text = drawing.elided(str(index.data()), font, area.width())
    painter.drawText(area, int(alignment), text)


def _progress(painter: QPainter, area: QRectF, row: Row, tokens: Tokens) -> None:
    share = row.answered / row.indicators if row.indicators else 0.0
    font = tokens.font(13)
    text = f"{row.answered}/{row.indicators}"
    room = max(drawing.text_width("88/88", font), drawing.text_width(text, font)) + 8
    bar = QRectF(area.left(), 0, min(_BAR_WIDTH, area.width() - room), _BAR)
    bar.moveTop(area.center().y() - _BAR / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink("line"))
    painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    if share > 0:
        filled = QRectF(bar)
        filled.setWidth(max(_BAR, bar.width() * min(share, 1.0)))
        painter.setBrush(tokens.ink("green" if share >= 1 else "primary"))
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
    painter.setFont(font)
    painter.setPen(tokens.ink("text"))
    beside = area.adjusted(bar.width() + 8, 0, 0, 0)
    painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _score(painter: QPainter, area: QRectF, row: Row, tokens: Tokens) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    number = words.number(row.score)
    font = tokens.font(14, _DEMI if row.score is not None else _MEDIUM)
    painter.setFont(font)
    painter.setPen(tokens.ink("muted" if row.score is None else "text"))
    if not is_provisional(row):
        painter.drawText(area, right, number)
        return
    small = tokens.font(11)
    upper, lower = drawing.text_height("8", font, 100), drawing.text_height("X", small, 100)
    top = area.center().y() - (upper + lower) / 2
    painter.drawText(QRectF(area.left(), top, area.width(), upper), right, number)
    painter.setFont(small)
    painter.setPen(tokens.ink("muted"))
    below = QRectF(area.left(), top + upper, area.width(), lower)
    painter.drawText(below, right, words.provisional())


def badge_width(text: str, tokens: Tokens) -> int:
    """What a column needs to show `text` as a badge."""
    return drawing.badge_size(text, tokens).width() + 2 * _PADDING


def text_width(text: str, tokens: Tokens, pixels: float = 13) -> int:
    """What a column needs to show `text`."""
    return round(drawing.text_width(text, tokens.font(pixels))) + 2 * _PADDING + 2


def progress_width(text: str, tokens: Tokens) -> int:
    """What a column needs to show a bar beside `text`."""
    return text_width(text, tokens) + _BAR_WIDTH + 8
