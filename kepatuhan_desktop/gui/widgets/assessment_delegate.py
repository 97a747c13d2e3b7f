"""Paint one assessment of the list: names, progress, score and badges."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from kepatuhan_desktop.gui import icons, words
from kepatuhan_desktop.gui.models.assessments import (
    MARK_ROLE,
    ROW_ROLE,
    TONE_ROLE,
    Column,
    is_provisional,
)
from kepatuhan_desktop.gui.tokens import Tokens
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.row_table import Index, RowDelegate, text_width
from kepatuhan_desktop.storage.register import Row

_BAR = 6
_BAR_WIDTH = 92
_MARK = 12
_GAP = 3
_MEDIUM, _DEMI = QFont.Weight.Medium, QFont.Weight.DemiBold


class AssessmentDelegate(RowDelegate):
    """Needs an `AssessmentsModel` under the view."""

    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, tokens: Tokens) -> None:
        row: Row = index.data(ROW_ROLE)
        match Column(index.column()):
            case Column.UNIT:
                below = " · ".join(part for part in (row.product, row.institution) if part)
                drawing.paint_two_lines(painter, area, row.unit, below, tokens)
            case Column.PROGRESS:
                _progress(painter, area, row, tokens)
            case Column.SCORE:
                _score(painter, area, row, tokens)
            case Column.CATEGORY if row.category is not None:
                text = words.category(row.category, row.zone)
                drawing.paint_badge_left(painter, area, text, words.zone_tone(row.zone), tokens)
            case Column.STATUS:
                _status(painter, area, index, tokens)
            case column:
                muted = column in {Column.CHANGED, Column.INSTRUMENT, Column.CATEGORY}
                _line(painter, area, index, tokens, "muted" if muted else "text")


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


def _status(painter: QPainter, area: QRectF, index: Index, tokens: Tokens) -> None:
    text, tone, mark = str(index.data()), index.data(TONE_ROLE), str(index.data(MARK_ROLE))
    if not mark:
        drawing.paint_badge_left(painter, area, text, tone, tokens)
        return
    small = tokens.font(11, _MEDIUM)
    upper, lower = drawing.badge_size(text, tokens).height(), drawing.text_height("X", small, 100)
    top = area.center().y() - (upper + _GAP + lower) / 2
    above = QRectF(area.left(), top, area.width(), upper)
    drawing.paint_badge_left(painter, above, text, tone, tokens)
    strong = QColor(tokens.zone("yellow")[0])
    below = QRectF(area.left(), top + upper + _GAP, area.width(), lower)
    picture = QRectF(below.left(), 0, _MARK, _MARK)
    picture.moveTop(below.center().y() - _MARK / 2)
    icons.paint(painter, picture, "circle-alert", strong.name())
    beside = below.adjusted(_MARK + _GAP, 0, 0, 0)
    painter.setFont(small)
    painter.setPen(strong)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(beside, left, drawing.elided(mark, small, beside.width()))


def mark_width(text: str, tokens: Tokens) -> int:
    """What a column needs to show `text` below a status, with its icon."""
    return text_width(text, tokens, 11) + _MARK + _GAP


def progress_width(text: str, tokens: Tokens) -> int:
    """What a column needs to show a bar beside `text`."""
    return text_width(text, tokens) + _BAR_WIDTH + 8
