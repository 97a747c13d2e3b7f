"""Show the score as an arc from 0 to 100 with the borders of the categories."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kepatuhan_desktop.gui.tokens import Tokens, Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_START = 225.0
_SWEEP = 270.0
"""Degrees: the arc is open at the bottom, where the badge lies."""
_LARGEST = 208


class ScoreGauge(QWidget):
    """Takes the texts as they are to be read; the numbers serve the drawing alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score: float | None = None
        self._text = ""
        self._caption = ""
        self._badge = ""
        self._zone: Zone = "neutral"
        self._borders: tuple[float, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._describe()

    def set_borders(self, borders: Sequence[float]) -> None:
        """Where one category ends and the next begins, 0..100."""
        self._borders = tuple(borders)
        self.update()

    def show_score(self, score: float, text: str, caption: str, zone: Zone, badge: str) -> None:
        """`text` in the middle, `caption` under it, `badge` (letter and word) in the opening."""
        self._score = min(max(score, 0.0), 100.0)
        self._text, self._caption, self._zone, self._badge = text, caption, zone, badge
        self._describe()
        self.update()

    def show_not_scored(self, caption: str = "") -> None:
        """A dash and an empty arc: there is no score, which is not a score of 0."""
        self._score = None
        self._text, self._caption, self._zone, self._badge = "–", caption, "neutral", ""
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self._score is None:
            name = self.tr("Belum ada nilai")
        else:
            name = self.tr("Nilai {score}, {category}").format(
                score=self._text, category=self._badge
            )
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._caption)

    def sizeHint(self) -> QSize:
        return QSize(_LARGEST, self._height(_LARGEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self._height(140))

    @staticmethod
    def _height(width: int) -> int:
        # The arc ends 45 degrees below the centre; the badge hangs between its ends.
        return round(width * 0.90) + 6

    def resizeEvent(self, _event: QResizeEvent) -> None:
        wanted = self._height(min(self.width(), _LARGEST))
        if self.height() != wanted:
            self.setFixedHeight(wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), _LARGEST))
        thick = side / 15
        arc = QRectF(
            (self.width() - side) / 2 + thick / 2 + 2,
            thick / 2 + 2,
            side - thick - 4,
            side - thick - 4,
        )
        self._paint_arc(painter, arc, thick, tokens)
        self._paint_texts(painter, arc, side, tokens)

    def _paint_arc(self, painter: QPainter, arc: QRectF, thick: float, tokens: Tokens) -> None:
        pen = QPen(tokens.ink("line"), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(arc, round(_START * 16), -round(_SWEEP * 16))
        if self._score is not None and self._score > 0:
            pen.setColor(QColor(tokens.zone(self._zone)[0]))
            painter.setPen(pen)
            painter.drawArc(arc, round(_START * 16), -round(_SWEEP * 16 * self._score / 100))
        notch = QPen(self._ground(tokens), max(2.0, thick / 5))
        notch.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(notch)
        for border in self._borders:
            angle = math.radians(_START - _SWEEP * border / 100)
            along = QPointF(math.cos(angle), -math.sin(angle))
            middle = arc.width() / 2
            reach = thick / 2 + 1
            painter.drawLine(
                arc.center() + along * (middle - reach), arc.center() + along * (middle + reach)
            )

    def _ground(self, tokens: Tokens) -> QColor:
        """What the notches are cut through to: the gauge always lies on a surface."""
        return tokens.ink("surface")

    def _paint_texts(self, painter: QPainter, arc: QRectF, side: float, tokens: Tokens) -> None:
        centre = arc.center()
        room = side * 0.68
        font = tokens.font(side / 4.6 / tokens.scale, QFont.Weight.Bold)
        width = drawing.text_width(self._text, font)
        if width > room:
            font.setPixelSize(max(10, int(font.pixelSize() * room / width)))
        painter.setFont(font)
        painter.setPen(tokens.ink("muted" if self._score is None else "text"))
        painter.drawText(
            QRectF(centre.x() - side / 2, centre.y() - side * 0.24, side, side * 0.32),
            Qt.AlignmentFlag.AlignCenter,
            self._text,
        )
        small = tokens.font(12.5)
        painter.setFont(small)
        painter.setPen(tokens.ink("muted"))
        painter.drawText(
            QRectF(centre.x() - room / 2, centre.y() + side * 0.09, room, side * 0.16),
            Qt.AlignmentFlag.AlignCenter,
            drawing.elided(self._caption, small, room),
        )
        if self._badge:
            size = drawing.badge_size(self._badge, tokens)
            badge = QRectF(0, 0, size.width(), size.height())
            badge.moveCenter(QPointF(centre.x(), 0))
            badge.moveBottom(self.height() - 1)
            drawing.paint_badge(painter, badge, self._badge, self._zone, tokens)
