"""The table of enrolled people: fits its columns to the room and paints each row."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.people import HOLDER_ROLE, Column, PeopleModel
from kepatuhan_desktop.gui.standing_words import standing_tone, standing_word
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.trust_words import role_words
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.row_table import (
    Index,
    RowDelegate,
    RowTable,
    badge_width,
    text_width,
)
from kepatuhan_desktop.services.authorities import Holder, Standing

_LEAST_NAME = 200
# What gives way first where the window is narrow.
_DISPENSABLE = (Column.DEVICE, Column.ROLES)


class PeopleTable(RowTable):
    """Shows a `PeopleModel`; the device that was current stays current."""

    current_changed = Signal(object)
    """The `Holder` that the keyboard is on, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Delegate(), parent)
        self._current: DeviceId | None = None

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
        self.go_to(self._model().index_of(device))

    def fit(self) -> None:
        tokens = tokens_of()
        standings = (badge_width(standing_word(one), tokens) for one in Standing)
        wanted: dict[int, int] = {
            Column.ROLES: text_width(role_words(Role), tokens),
            Column.DEVICE: text_width("dddd dddd …", tokens),
            Column.UNTIL: text_width(words.day("2028-11-28"), tokens),
            Column.STANDING: max(standings),
        }
        self.share_out(wanted, _DISPENSABLE, Column.PERSON, least=_LEAST_NAME)

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
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())
        self.viewport().update()


class _Delegate(RowDelegate):
    """Paints one cell."""

    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, tokens: Tokens) -> None:
        holder: Holder = index.data(HOLDER_ROLE)
        match Column(index.column()):
            case Column.PERSON:
                below = " · ".join(part for part in (holder.nip, holder.position) if part)
                drawing.paint_two_lines(painter, area, holder.name, below, tokens)
            case Column.STANDING:
                text, tone = standing_word(holder.standing), standing_tone(holder.standing)
                drawing.paint_badge_left(painter, area, text, tone, tokens)
            case column:
                font = tokens.font(13)
                painter.setFont(font)
                painter.setPen(tokens.ink("muted" if column == Column.DEVICE else "text"))
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(
                    area, int(side), drawing.elided(str(index.data()), font, area.width())
                )
