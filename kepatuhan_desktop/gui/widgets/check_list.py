"""List what was verified, with the shape and the words of what was found."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kepatuhan_desktop.gui import icons, verdict_words
from kepatuhan_desktop.gui.models.checks import CHECK, Check, Checks, State, outcome
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

_SIDE = 6
_PAD = 10
_ICON = 20
_HEIGHT = 56


class CheckList(QListView):
    """Arrow keys and clicks choose a row."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setProperty("role", "clear")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_checks(self, checks: Checks) -> None:
        """Show this model from now on."""
        self.setModel(checks)
        self.selectionModel().currentChanged.connect(self._on_current)

    def make_current(self, row: int) -> None:
        """Go to a row."""
        self.setCurrentIndex(self.model().index(row, 0))

    def current(self) -> int:
        """The chosen row; -1 where there is none."""
        return self.currentIndex().row()

    def _on_current(self, current: QModelIndex) -> None:
        self.chosen.emit(current.row())


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        tokens = tokens_of()
        lines = drawing.text_height("X", tokens.font(14), 100)
        lines += drawing.text_height("X", tokens.font(12), 100)
        # As wide as the list is, whatever it becomes.
        return QSize(0, max(_HEIGHT, round(lines) + 20))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of()
        check = index.data(CHECK)
        assert isinstance(check, Check)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(_SIDE, 1, -_SIDE, -1)
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.ink("primary_soft" if is_selected else "sunken")
            drawing.frame(painter, area, 10, ground, Qt.GlobalColor.transparent, width=0)
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        name, colour = _sign(check, tokens)
        place = QRectF(inside.left(), inside.center().y() - _ICON / 2, _ICON, _ICON)
        icons.paint(painter, place, name, colour)
        beside = inside.adjusted(_ICON + 12, 0, 0, 0)
        drawing.paint_two_lines(painter, beside, check.name, outcome(check), tokens)
        painter.restore()


def _sign(check: Check, tokens: Tokens) -> tuple[str, str]:
    if check.verdict is not None:
        grade = check.verdict.grade
        return verdict_words.icon(grade), tokens.zone(verdict_words.tone(grade))[0]
    signs = {State.WAITING: "clock", State.RUNNING: "scan-search"}
    return signs.get(check.state, "file"), tokens.muted
