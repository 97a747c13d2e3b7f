"""Show one piece of evidence small, with its caption and its state."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

State = Literal["loading", "ready", "missing"]

WIDTH = 128
PICTURE_HEIGHT = 90
_RING = 3
_CLOSE = 24


@dataclass(frozen=True, slots=True)
class Piece:
    """What a thumbnail shows."""

    key: str
    caption: str
    state: State = "loading"
    icon: str = "image"
    """Shown when there is no picture, `file-text` for a document."""
    detail: str = ""
    """For the tool tip and screen readers, such as the time or why it is missing."""


class Thumbnail(QAbstractButton):
    """Enter or a click opens it, Delete or the cross removes it."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece = Piece("", "")
        self._image: QImage | None = None
        self._drawn: QPixmap | None = None
        self._read_only = False
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_piece(self, piece: Piece) -> None:
        """Change caption and state; the picture stays."""
        self._piece = piece
        states = {"loading": self.tr("sedang dimuat"), "missing": self.tr("berkas tidak ditemukan")}
        # A sentence says already what is the matter with the file, which may not be lost at all.
        state = "" if piece.detail.endswith(".") else states.get(piece.state, "")
        self.setAccessibleName(piece.caption or self.tr("Bukti"))
        self.setAccessibleDescription(_joined(piece.detail, state))
        self.setToolTip(drawing.plain_tip(_joined(piece.caption, piece.detail, state)))
        self.update()

    def piece(self) -> Piece:
        """What is shown."""
        return self._piece

    def set_image(self, image: QImage) -> None:
        """The picture, of any size; it fills the frame and is cut at its edges."""
        self._image = image
        self._drawn = None
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Whether it can still be removed."""
        self._read_only = read_only
        self.update()

    def sizeHint(self) -> QSize:
        line = drawing.text_height("X", tokens_of(self).font(11.5), WIDTH)
        return QSize(WIDTH, PICTURE_HEIGHT + round(line) + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _open(self) -> None:
        self.opened.emit(self._piece.key)

    def _remove(self) -> None:
        if not self._read_only:
            self.removed.emit(self._piece.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the strip moves between its tiles
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._shows_close() and self._close_area().contains(event.position()):
            self.setDown(False)
            self._remove()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_action = QAction(self.tr("Buka"), menu)
        open_action.triggered.connect(self._open)
        menu.addAction(open_action)
        if not self._read_only:
            remove_action = QAction(self.tr("Hapus dari jawaban"), menu)
            remove_action.triggered.connect(self._remove)
            menu.addAction(remove_action)
        menu.popup(event.globalPos())

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def _shows_close(self) -> bool:
        return not self._read_only and (self._hovered or self.hasFocus())

    def _frame_area(self) -> QRectF:
        return QRectF(_RING, _RING, self.width() - 2 * _RING, PICTURE_HEIGHT - 2 * _RING)

    def _close_area(self) -> QRectF:
        frame = self._frame_area()
        return QRectF(frame.right() - _CLOSE - 4, frame.top() + 4, _CLOSE, _CLOSE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame_area()
        if self._piece.state == "ready" and self._image is not None and not self._image.isNull():
            self._paint_picture(painter, frame, tokens)
        else:
            self._paint_state(painter, frame, tokens)
        font = tokens.font(11.5)
        painter.setFont(font)
        painter.setPen(tokens.ink("red" if self._piece.state == "missing" else "muted"))
        below = QRectF(
            _RING, PICTURE_HEIGHT, self.width() - 2 * _RING, self.height() - PICTURE_HEIGHT
        )
        caption = drawing.elided(self._piece.caption, font, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, caption)
        if self._shows_close():
            drawing.frame(
                painter, self._close_area(), 8, tokens.ink("surface"), tokens.ink("line_strong")
            )
            cross = self._close_area().adjusted(5, 5, -5, -5)
            icons.paint(painter, cross, "x", tokens.text)
        if self.hasFocus():
            ring = frame.adjusted(-_RING, -_RING, _RING, _RING)
            drawing.focus_ring(painter, ring, 12, tokens)

    def _paint_picture(self, painter: QPainter, frame: QRectF, tokens: Tokens) -> None:
        if self._drawn is None or self._drawn.devicePixelRatio() != self.devicePixelRatioF():
            self._drawn = self._cut(frame.size().toSize())
        shape = QPainterPath()
        shape.addRoundedRect(frame, 10, 10)
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(frame.topLeft(), self._drawn)
        painter.restore()
        line = tokens.ink("text", 0.18)
        drawing.frame(painter, frame, 10, Qt.GlobalColor.transparent, line)

    def _cut(self, size: QSize) -> QPixmap:
        """The middle of the picture in device pixels."""
        assert self._image is not None
        ratio = self.devicePixelRatioF()
        wanted = size * ratio
        scaled = self._image.scaled(
            wanted,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        left, top = (scaled.width() - wanted.width()) // 2, (scaled.height() - wanted.height()) // 2
        drawn = QPixmap.fromImage(scaled.copy(left, top, wanted.width(), wanted.height()))
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _paint_state(self, painter: QPainter, frame: QRectF, tokens: Tokens) -> None:
        missing = self._piece.state == "missing"
        fill = tokens.ink("red_soft" if missing else "sunken")
        line = tokens.ink("red" if missing else "line")
        drawing.frame(painter, frame, 10, fill, line)
        words = {"loading": self.tr("Memuat…"), "missing": self.tr("Tidak ditemukan")}
        word = words.get(self._piece.state, "")
        picture = QRectF(0, 0, 24, 24)
        picture.moveCenter(frame.center() - QPointF(0, 9 if word else 0))
        name = "image-off" if missing else self._piece.icon
        ink = tokens.red if missing else tokens.muted
        icons.paint(painter, picture, name, ink)
        painter.setFont(tokens.font(11.5, QFont.Weight.Medium))
        painter.setPen(tokens.ink("red" if missing else "muted"))
        text = QRectF(frame.left(), picture.bottom() + 2, frame.width(), 18)
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, word)


def _joined(*parts: str) -> str:
    """With one full stop between two parts, whether or not they have their own."""
    said = [part for part in parts if part]
    return ". ".join([*(part.removesuffix(".") for part in said[:-1]), *said[-1:]])
