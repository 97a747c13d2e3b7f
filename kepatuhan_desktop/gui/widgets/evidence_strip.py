"""Show the evidence of one answer as thumbnails and take new files in."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.drops import local_files
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.flow_layout import FlowLayout
from kepatuhan_desktop.gui.widgets.thumbnail import PICTURE_HEIGHT, WIDTH, Piece, Thumbnail

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class EvidenceStrip(QWidget):
    """Tiles that wrap into rows, the last of them for adding; files can be dropped anywhere."""

    opened = Signal(str)
    removed = Signal(str)
    """The user wishes to remove that piece; nothing is removed yet."""
    add_requested = Signal()
    dropped = Signal(list)
    """Paths of the local files that were dropped, as strings."""
    emptied = Signal()
    """The last tile goes and had the focus, which the strip has no place for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._offers_adding = True
        self._flow = FlowLayout(self, spacing=6)
        self._tiles: dict[str, Thumbnail] = {}
        self._add = AddTile(self)
        self._add.clicked.connect(self.add_requested)
        self._flow.addWidget(self._add)
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these pieces in this order; tiles and pictures of former ones are kept."""
        wanted = {piece.key: piece for piece in pieces}
        self._hand_focus_on(wanted)
        for key in [key for key in self._tiles if key not in wanted]:
            gone = self._tiles.pop(key)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for piece in wanted.values():
            tile = self._tiles.get(piece.key) or self._new_tile(piece.key)
            tile.show_piece(piece)
        order = [self._tiles[key] for key in wanted]
        if order != self._shown_tiles():
            self._put_in_order(order)

    def set_image(self, key: str, image: QImage) -> None:
        """Give the piece its picture; a piece that has gone meanwhile is passed over."""
        tile = self._tiles.get(key)
        if tile is not None:
            tile.set_image(image)

    def pieces(self) -> list[Piece]:
        """What is shown, in order."""
        return [tile.piece() for tile in self._shown_tiles()]

    def tile(self, key: str) -> Thumbnail:
        """The tile of that piece."""
        return self._tiles[key]

    def set_read_only(self, read_only: bool) -> None:
        """Hide what adds and removes."""
        self._read_only = read_only
        self._add.setVisible(self._offers_adding and not read_only)
        for tile in self._tiles.values():
            tile.set_read_only(read_only)
        self._keep_height()

    def set_adding(self, offered: bool) -> None:
        """Whether the last tile is for adding; without it, files can still be dropped."""
        self._offers_adding = offered
        self.set_read_only(self._read_only)

    def set_add_text(self, text: str, key: str = "", icon: str = "camera") -> None:
        """What the last tile says, and the key that does the same."""
        self._add.describe(text, key, icon)

    def tiles(self) -> list[QAbstractButton]:
        """What Tab goes through, in order; the tile that adds is the last."""
        return [*self._shown_tiles(), self._add]

    def _hand_focus_on(self, wanted: Container[str]) -> None:
        """From a tile that goes to the one that takes its place; Qt would leave the strip."""
        shown, focused = self._shown_tiles(), self.window().focusWidget()
        place = next((at for at, tile in enumerate(shown) if tile is focused), None)
        if place is None or shown[place].piece().key in wanted or not self.isVisible():
            return
        after, before = shown[place:], reversed(shown[:place])
        stay: list[QWidget] = [tile for tile in (*after, *before) if tile.piece().key in wanted]
        if self._add.isVisibleTo(self):
            stay.append(self._add)
        if stay:
            stay[0].setFocus()
        else:
            self.emptied.emit()

    def _new_tile(self, key: str) -> Thumbnail:
        tile = Thumbnail(self)
        tile.set_read_only(self._read_only)
        tile.opened.connect(self.opened)
        tile.removed.connect(self.removed)
        self._tiles[key] = tile
        return tile

    def _keep_height(self) -> None:
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))
        self.updateGeometry()

    def _put_in_order(self, order: list[Thumbnail]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        before: QWidget | None = None
        for widget in [*order, self._add]:
            self._flow.addWidget(widget)
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        for tile in order:
            tile.show()
        self._flow.activate()
        self._keep_height()

    def _shown_tiles(self) -> list[Thumbnail]:
        widgets = [
            item.widget() for at in range(self._flow.count()) if (item := self._flow.itemAt(at))
        ]
        return [widget for widget in widgets if isinstance(widget, Thumbnail)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A layout that is short of room may ignore the height for a width; a cut tile is worse.
        self._keep_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        tiles: list[QWidget] = [*self._shown_tiles()]
        if self._add.isVisibleTo(self):
            tiles.append(self._add)
        focused = [at for at, tile in enumerate(tiles) if tile.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        at = min(max(focused[0] + step, 0), len(tiles) - 1)
        tiles[at].setFocus(Qt.FocusReason.TabFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._read_only and local_files(event.mimeData()):
            event.acceptProposedAction()
            self._add.set_awaiting(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._add.set_awaiting(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._add.set_awaiting(False)
        paths = [] if self._read_only else local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


class AddTile(QAbstractButton):
    """A dashed tile that asks for more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._icon = "camera"
        self._hovered = False
        self._awaiting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.describe(self.tr("Tambah foto"), "", "camera")

    def describe(self, text: str, key: str, icon: str) -> None:
        """Set what the tile says."""
        self._key, self._icon = key, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Berkas juga dapat diseret ke sini"))
        self.update()

    def set_awaiting(self, awaiting: bool) -> None:
        """Light up while files hover over the strip."""
        self._awaiting = awaiting
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, PICTURE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in _STEPS:
            event.ignore()  # the strip moves between its tiles
        else:
            super().keyPressEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        frame = whole.adjusted(3, 3, -3, -3)
        lit = self._hovered or self._awaiting or self.isDown()
        fill = tokens.ink("primary_soft") if lit else Qt.GlobalColor.transparent
        line = tokens.ink("primary" if lit else "faint")
        drawing.frame(painter, frame, 10, fill, line, dashed=True)
        picture = QRectF(0, 0, 20, 20)
        picture.moveCenter(frame.center() - QPointF(0, 12))
        icons.paint(
            painter, picture, self._icon, tokens.primary if self.isEnabled() else tokens.faint
        )
        font = tokens.font(12, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(tokens.ink("primary" if self.isEnabled() else "faint"))
        text = self.tr("Lepaskan di sini") if self._awaiting else self.text()
        if self._key and not self._awaiting:
            text = f"{text} · {self._key}"
        line_area = QRectF(frame.left() + 6, picture.bottom() + 3, frame.width() - 12, 22)
        painter.drawText(
            line_area, Qt.AlignmentFlag.AlignCenter, drawing.elided(text, font, line_area.width())
        )
        if self.hasFocus():
            drawing.focus_ring(painter, whole, 12, tokens)
