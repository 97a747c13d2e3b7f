"""Show the questions of one component as cards, one of them the current one."""

import time
from collections import deque
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.ids import IndicatorId
from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.gui.models.cards import CardState
from kepatuhan_desktop.gui.widgets.question_card import QuestionCard

_SLICE = 0.012
"""Seconds of building between two looks at the user's events."""
_ROUNDS = 4
"""Of layouts until every card knows its height."""
_WIDEST = 960
_MARGIN = 22
_GAP = 14


class QuestionColumn(QScrollArea):
    """Cards are used again for the next component, and made a few at a time."""

    made = Signal(object)
    """A new `QuestionCard`, to be connected."""
    entered = Signal(str)
    """The focus or a click came to the card of that question."""
    completed = Signal()
    """All cards of the component are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool: list[QuestionCard] = []
        self._shown: dict[IndicatorId, QuestionCard] = {}
        self._order: list[IndicatorId] = []
        self._waiting: deque[Indicator] = deque()
        self._legal: Mapping[IndicatorId, str] = {}
        self._states: Mapping[IndicatorId, CardState] = {}
        self._current = IndicatorId("")
        self._is_revealing = False
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        content = QWidget(self)
        content.setProperty("role", "page")
        self._inner = QWidget(content)
        self._inner.setProperty("role", "clear")
        self._inner.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._inner, 100)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)
        self.setWidget(content)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def show_questions(
        self,
        indicators: Sequence[Indicator],
        legal: Mapping[IndicatorId, str],
        states: Mapping[IndicatorId, CardState],
        current: IndicatorId,
    ) -> None:
        """Show these questions; the current one and its neighbours are there on return."""
        self._order = [one.id for one in indicators]
        self._legal, self._states, self._current = legal, states, current
        for card in self._shown.values():
            self._column.removeWidget(card)
            card.hide()
            self._pool.append(card)
        self._shown = {}
        place = self._order.index(current)
        by_nearness = sorted(range(len(indicators)), key=lambda at: (abs(at - place), -at))
        self._waiting = deque(indicators[at] for at in by_nearness)
        self.verticalScrollBar().setValue(0)
        self._build()

    def update_states(self, states: Mapping[IndicatorId, CardState]) -> None:
        """Show what has changed; cards whose state is the same are not touched."""
        self._states = states
        for indicator, card in self._shown.items():
            card.show_state(states[indicator])

    def set_current(self, indicator: IndicatorId, *, focus: bool, reveal: bool = True) -> None:
        """Outline a card, give it the keyboard and bring it into view, as asked."""
        before = self._shown.get(self._current)
        if before is not None:
            before.set_current(is_current=False)
        self._current = indicator
        card = self._shown.get(indicator)
        if card is None:
            return
        card.set_current(is_current=True)
        if focus:
            card.setFocus()
        if reveal:
            self._is_revealing = True
            self._reveal(card)

    def reveal_current(self) -> None:
        """Bring the current card into view."""
        card = self._shown.get(self._current)
        if card is not None:
            self._reveal(card)

    def current_card(self) -> QuestionCard | None:
        """The card that the keys act on."""
        return self._shown.get(self._current)

    def card(self, indicator: IndicatorId) -> QuestionCard | None:
        """The card of a question; None where it is not shown (yet)."""
        return self._shown.get(indicator)

    def cards(self) -> list[QuestionCard]:
        """The cards that are there, from top to bottom."""
        return [self._shown[one] for one in self._order if one in self._shown]

    def all_cards(self) -> list[QuestionCard]:
        """Those and the ones kept for later."""
        return [*self._shown.values(), *self._pool]

    def is_complete(self) -> bool:
        """Whether every card of the component has been built."""
        return not self._waiting

    def _build(self) -> None:
        """Add cards until the time of one slice is used up; the current card stays in place."""
        started = time.perf_counter()
        anchor = self._shown.get(self._current)
        while self._waiting:
            self._add(self._waiting.popleft())
            if time.perf_counter() - started > _SLICE and self._current in self._shown:
                break
        self._link_tabs()
        self._settle(anchor)
        if self._waiting:
            self._timer.start()
        else:
            self.completed.emit()
            if self._is_revealing:
                self.reveal_current()

    def _add(self, indicator: Indicator) -> None:
        is_new = not self._pool
        card = self._pool.pop() if self._pool else QuestionCard(self._inner)
        if is_new:
            card.entered.connect(self.entered)
            self.made.emit(card)
        card.show_indicator(indicator, self._legal.get(indicator.id, ""))
        card.show_state(self._states[indicator.id])
        card.set_current(is_current=indicator.id == self._current)
        self._shown[indicator.id] = card
        before = self._order[: self._order.index(indicator.id)]
        self._column.insertWidget(sum(one in self._shown for one in before), card)
        card.show()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._is_revealing = False  # from now on the user says what is in view
        super().wheelEvent(event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        while now is not None and not isinstance(now, QuestionCard):
            now = now.parentWidget()
        if now is not None and self._shown.get(now.indicator) is now:
            self.entered.emit(now.indicator)

    def _link_tabs(self) -> None:
        for above, below in zip(self.cards(), self.cards()[1:], strict=False):
            QWidget.setTabOrder(above.note, below)

    def _settle(self, anchor: QuestionCard | None) -> None:
        """Give the new cards their place at once, so that what is read does not move."""
        before = anchor.mapTo(self.widget(), anchor.rect().topLeft()).y() if anchor else 0
        # Each round of layouts may ask for another: a text that wraps changes what is below it.
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if anchor is not None:
            moved = anchor.mapTo(self.widget(), anchor.rect().topLeft()).y() - before
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _reveal(self, card: QuestionCard) -> None:
        top = card.mapTo(self.widget(), card.rect().topLeft()).y()
        room, bar = self.viewport().height(), self.verticalScrollBar()
        low, high = top + card.height() + _GAP - room, top - _GAP
        if low > high:  # taller than the window: its beginning matters
            bar.setValue(high)
        elif not low <= bar.value() <= high:
            bar.setValue(high if bar.value() > high else low)
