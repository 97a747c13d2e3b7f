"""Show the questions of one component as cards, one of them the current one."""

import time
from collections import deque
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kepatuhan_desktop.domain.ids import IndicatorId
from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.gui.models.cards import CardState
from kepatuhan_desktop.gui.turns import Turn
from kepatuhan_desktop.gui.widgets.card_stack import CardStack
from kepatuhan_desktop.gui.widgets.question_card import QuestionCard

_SLICE = 0.004
"""Seconds of building between two looks at the user's events; painting comes on top."""
_GAP = 14


class QuestionColumn(QScrollArea):
    """Cards are used again for the next component, and made a few at a time, where they are seen.

    Nothing is made for a page that was left: there the time belongs to the next page, and one
    that was closed may be destroyed at any moment.
    """

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
        self._is_rebuilding = False
        self._wants_focus = False
        self._wants_reveal = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its cards have the focus
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The width must not change with the number of cards that are there already.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._stack = CardStack(self._on_moved)
        self.setWidget(self._stack)
        self._turn = Turn(self, self._build)
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
        """Show these questions, one by one; `current_card` does not wait for its turn."""
        had_focus = self.has_focus()
        self._is_rebuilding = True  # hidden cards hand the focus on; that is nobody's wish
        self._order = [one.id for one in indicators]
        self._legal, self._states, self._current = legal, states, current
        for card in self._shown.values():
            self._pool.append(card)
        self._stack.clear()
        self._shown = {}
        place = self._order.index(current)
        by_nearness = sorted(range(len(indicators)), key=lambda at: (abs(at - place), -at))
        self._waiting = deque(indicators[at] for at in by_nearness)
        self.verticalScrollBar().setValue(0)
        self._is_rebuilding = False
        self._wants_focus = self._wants_reveal = False
        self._go_on()
        self.set_current(current, focus=had_focus)

    def prepare(self) -> QuestionCard:
        """Make one more card for later."""
        card = self._make()
        card.hide()
        self._pool.append(card)
        return card

    def let_go(self) -> None:
        """Throw all cards away; `show_questions` makes new ones, one by one."""
        self._turn.forget()
        self._waiting.clear()
        cards, self._pool, self._shown = self.all_cards(), [], {}
        self._stack.clear()
        for card in cards:
            card.deleteLater()

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
        self._wants_focus |= focus
        self._wants_reveal |= reveal
        card = self._shown.get(indicator)
        if card is not None:
            self._turn_to(card)

    def _turn_to(self, card: QuestionCard) -> None:
        """What was asked for the current card, as soon as it is there."""
        focus, reveal = self._wants_focus, self._wants_reveal
        self._wants_focus = self._wants_reveal = False
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
        """The card that the keys act on; made now if its turn has not come."""
        return self.card(self._current)

    def card(self, indicator: IndicatorId) -> QuestionCard | None:
        """The card of a question; None where it is not shown, or (but the current one) not yet."""
        if indicator == self._current and indicator not in self._shown and self._waiting:
            self._build(seconds=0)
        return self._shown.get(indicator)

    def cards(self) -> list[QuestionCard]:
        """The cards that are there, from top to bottom."""
        return [self._shown[one] for one in self._order if one in self._shown]

    def all_cards(self) -> list[QuestionCard]:
        """Those and the ones kept for later."""
        return [*self._shown.values(), *self._pool]

    def has_focus(self) -> bool:
        """Whether the keyboard is in one of the cards."""
        focused: QWidget | None = QApplication.focusWidget()
        return focused is not None and self._stack.isAncestorOf(focused)

    def all_shown(self) -> bool:
        """Whether every card is there or on its way."""
        return len(self._shown) + len(self._waiting) == len(self._order)

    def is_complete(self) -> bool:
        """Whether every card of the component has been built."""
        return not self._waiting

    def _build(self, seconds: float = _SLICE) -> None:
        """Add cards until the time is used up; the current card stays in place."""
        started = time.perf_counter()
        anchor = self._shown.get(self._current)
        while self._waiting:
            self._add(self._waiting.popleft())
            if time.perf_counter() - started > seconds and self._current in self._shown:
                break
        self._link_tabs()
        self._settle(anchor)
        card = self._shown.get(self._current)
        if anchor is None and card is not None:
            self._turn_to(card)
        if self._waiting:
            self._go_on()
        else:
            self.completed.emit()
            if self._is_revealing:
                self.reveal_current()

    def _go_on(self) -> None:
        if self.isVisible():
            self._turn.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._turn.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self._turn.forget()
        super().hideEvent(event)

    def _add(self, indicator: Indicator) -> None:
        card = self._pool.pop() if self._pool else self._make()
        card.show_indicator(indicator, self._legal.get(indicator.id, ""))
        card.show_state(self._states[indicator.id])
        card.set_current(is_current=indicator.id == self._current)
        self._shown[indicator.id] = card
        before = self._order[: self._order.index(indicator.id)]
        self._stack.insert(sum(one in self._shown for one in before), card)
        card.show()

    def _make(self) -> QuestionCard:
        card = QuestionCard(self._stack)
        card.entered.connect(self.entered)
        card.rearranged.connect(self._link_tabs)
        self.made.emit(card)
        return card

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._is_revealing = False  # from now on the user says what is in view
        super().wheelEvent(event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._is_rebuilding:
            return
        while now is not None and not isinstance(now, QuestionCard):
            now = now.parentWidget()
        if now is not None and self._shown.get(now.indicator) is now:
            self.entered.emit(now.indicator)

    def _link_tabs(self) -> None:
        above: QuestionCard | None = None
        for card in self.cards():
            card.follow(above)
            above = card

    def _settle(self, anchor: QuestionCard | None) -> None:
        """Give the new cards their place at once, so that what is read does not move."""
        before = anchor.y() if anchor else 0
        self._stack.arrange()
        if anchor is not None and anchor.y() != before:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + anchor.y() - before)

    def _on_moved(self) -> None:
        if self._is_revealing:
            self.reveal_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack.set_room(self.viewport().width())
        if self._is_revealing:
            self.reveal_current()

    def _reveal(self, card: QuestionCard) -> None:
        top = card.y()
        room, bar = self.viewport().height(), self.verticalScrollBar()
        low, high = top + card.height() + _GAP - room, top - _GAP
        if low > high:  # taller than the window: its beginning matters
            bar.setValue(high)
        elif not low <= bar.value() <= high:
            bar.setValue(high if bar.value() > high else low)
