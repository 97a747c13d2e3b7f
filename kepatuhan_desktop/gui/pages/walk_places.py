"""Move between the questions and components of an assessment, and remember the place."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.domain.instrument import Node
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui.models.cards import card_states, commented_indicators
from kepatuhan_desktop.gui.pages.walk_frame import WalkFrame
from kepatuhan_desktop.gui.widgets import score_words
from kepatuhan_desktop.services.assessments import Overview
from kepatuhan_desktop.services.findings import cite


class WalkPlaces(WalkFrame):
    """The walk page as far as it only looks; writes nothing but the place."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._overview: Overview | None = None
        self._shown_node: Node | None = None
        self._current = IndicatorId("")
        self.previous_button.clicked.connect(self._go_to_previous)
        self.next_button.clicked.connect(self._go_to_next)
        self.component_list.chosen.connect(self.show_component)
        self.amendment_banner.comments_requested.connect(self._show_comments)
        self.question_column.entered.connect(self._on_entered)
        self.score_panel.indicator_chosen.connect(self.go_to)
        self.score_panel.component_chosen.connect(self.show_component)
        self.score_panel.next_requested.connect(self._go_to_next_lack)

    def begin(self, overview: Overview) -> None:
        """Go on where this assessment was left, or at its first unanswered question."""
        self._overview = overview
        self._shown_node = None
        indicators = overview.instrument.indicators
        left_at = IndicatorId(
            self._services.settings.current.positions.get(overview.assessment.id, "")
        )
        unanswered = overview.missing.unanswered
        start = left_at if left_at in indicators else next(iter((*unanswered, *indicators)))
        self.frame_overview(overview)
        self.go_to(start)

    def go_to(self, indicator: str, *, focus: bool = True) -> None:
        """Turn to a question, whichever component it is in, and give it the keyboard or not."""
        overview = self._overview
        if overview is None or indicator not in overview.instrument.indicators:
            return
        one = IndicatorId(indicator)
        node = overview.instrument.component_of[one]
        self.component_list.select(node.id)
        if self._shown_node is not node or self.question_column.card(one) is None:
            self.flush()
            self._show_questions(node, one)
        self._turn_to(one)
        self.question_column.set_current(one, focus=focus)

    def go_to_next(self, some: Sequence[IndicatorId]) -> bool:
        """Turn to the next one of `some` after the current question, or the first; if any."""
        if self._overview is None or not some:
            return False
        order = list(self._overview.instrument.indicators)
        here = order.index(self._current) if self._current in order else -1
        places = sorted(order.index(one) for one in some)
        self.go_to(order[next((place for place in places if place > here), places[0])])
        return True

    def _show_comments(self) -> None:
        if self._overview is not None:
            self.go_to_next(commented_indicators(self._overview))

    def show_component(self, component: str) -> None:
        """Turn to a component: to its first unanswered question, or its first."""
        if self._overview is None:
            return
        instrument = self._overview.instrument
        node = next(one for one in instrument.components if one.id == component)
        answers = self._overview.assessment.answers
        unanswered = [one.id for one in node.indicators if one.id not in answers]
        had_focus = self.component_list.hasFocus()
        first = (unanswered or [one.id for one in node.indicators])[0]
        self.go_to(first, focus=not had_focus)
        if had_focus:
            self.component_list.setFocus()  # arrow keys go on through the list

    def move_question(self, steps: int) -> None:
        """Go some questions forward or back, across components."""
        if self._overview is None:
            return
        order = list(self._overview.instrument.indicators)
        place = order.index(self._current) + steps
        if 0 <= place < len(order):
            self.go_to(order[place])

    def move_component(self, steps: int) -> None:
        """Go some components forward or back."""
        node = self._neighbour(steps)
        if node is not None:
            self.show_component(node.id)

    def current(self) -> IndicatorId:
        """The question that the keys act on."""
        return self._current

    def overview(self) -> Overview | None:
        """What is shown; None before the first assessment."""
        return self._overview

    def _show_questions(self, node: Node, current: IndicatorId) -> None:
        assert self._overview is not None
        self._shown_node = node
        places = {one.id: one.legal or node.legal for one in node.indicators}
        legal = {one: "; ".join(cite(place) for place in some) for one, some in places.items()}
        states = card_states(self._overview, node.indicators)
        self.question_column.show_questions(node.indicators, legal, states, current)

    def _turn_to(self, indicator: IndicatorId) -> None:
        assert self._overview is not None
        assert self._shown_node is not None
        self._current = indicator
        self.frame_place(self._overview, self._shown_node, indicator)
        settings = self._services.settings
        positions = {**settings.current.positions, self.assessment(): indicator}
        # Losing the place is no reason to stop somebody who is working.
        with suppress(OSError):
            settings.change(positions=positions)

    def _on_entered(self, indicator: str) -> None:
        one = IndicatorId(indicator)
        # A card of the component that was just left can still be given the focus as it goes.
        is_shown = self._overview is not None and (
            self._overview.instrument.component_of.get(one) is self._shown_node
        )
        if indicator != self._current and is_shown:
            self._turn_to(one)
            self.question_column.set_current(one, focus=False, reveal=False)

    def _neighbour(self, steps: int) -> Node | None:
        if self._overview is None or self._shown_node is None:
            return None
        components = self._overview.instrument.components
        place = components.index(self._shown_node) + steps
        return components[place] if 0 <= place < len(components) else None

    def _go_to_previous(self) -> None:
        self.move_component(-1)

    def _go_to_next(self) -> None:
        self.move_component(1)

    def _go_to_next_lack(self, kind: str) -> None:
        """Go to the next question after the current one that lacks this, round and round."""
        assert self._overview is not None
        missing = self._overview.missing
        lacking: set[IndicatorId] = set(missing.unanswered)
        if kind == score_words.EVIDENCE:
            lacking = {one for one, _ in missing.evidence}
        elif kind == score_words.LOST:
            lacking = {it.indicator for it in missing.lost}
        elif kind == score_words.NOTES:
            lacking = set(missing.notes)
        order = list(self._overview.instrument.indicators)
        place = order.index(self._current) + 1
        for one in order[place:] + order[:place]:
            if one in lacking:
                self.go_to(one)
                return

    def flush(self) -> None:
        """Save every note that is still being written."""
        for card in self.question_column.all_cards():
            card.note.flush()

    def assessment(self) -> AssessmentId:
        """Which assessment is shown; raises `BugError` before the first."""
        if self._overview is None:
            raise BugError("the walk page shows no assessment")
        return self._overview.assessment.id

    def is_behind(self) -> bool:
        """Whether evidence that is shown as whole was found to be lost meanwhile, or back."""
        shown = self._overview
        return shown is not None and (
            self._services.assessments.overview(shown.assessment.id).lost != shown.lost
        )

    def is_open(self) -> bool:
        """Whether the assessment that is shown can still be changed."""
        return self._overview is not None and not self._overview.assessment.is_sealed
