"""The table of assessments: fits its columns to the room and opens a row by key or click."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.assessments import ROW_ROLE, AssessmentsModel, Column
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets.assessment_delegate import (
    AssessmentDelegate,
    mark_width,
    progress_width,
)
from kepatuhan_desktop.gui.widgets.row_table import RowTable, badge_width, text_width

_LEAST_UNIT_WIDTH = 260
# What gives way first where the window is narrow.
_DISPENSABLE = (Column.INSTRUMENT, Column.EVIDENCE, Column.PERIOD)


class AssessmentTable(RowTable):
    """Shows an `AssessmentsModel`."""

    chosen = Signal(str)
    """Id of the assessment that should be opened."""
    left_upwards = Signal()
    """The arrow key went above the first row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AssessmentDelegate(), parent)
        self._current: AssessmentId | None = None
        self.doubleClicked.connect(self._choose)

    def show_model(self, model: AssessmentsModel) -> None:
        """Show `model`, sorted as it says; the current assessment stays current."""
        self.setModel(model)
        column, order = model.order()
        self.horizontalHeader().setSortIndicator(column, order)
        self.horizontalHeader().sortIndicatorChanged.connect(model.sort)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self.fit()

    def current(self) -> AssessmentId | None:
        """The assessment that the keyboard is on."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).id if index.isValid() else None

    def make_current(self, one: AssessmentId | None) -> None:
        """Go to an assessment, if it is shown."""
        self.go_to(self._model().index_of(one))

    def fit(self) -> None:
        self.share_out(
            self._wanted(tokens_of()), _DISPENSABLE, Column.UNIT, least=_LEAST_UNIT_WIDTH
        )

    def _wanted(self, tokens: Tokens) -> dict[int, int]:
        letters = [words.category("A", zone) for zone in ("green", "yellow", "red")]
        nothing = text_width(words.category(None, None), tokens)
        return {
            Column.PERIOD: text_width("2026-1", tokens),
            Column.INSTRUMENT: text_width("uu25-14 2024.1", tokens),
            Column.PROGRESS: progress_width("88/88", tokens),
            Column.EVIDENCE: text_width("888", tokens),
            Column.SCORE: max(
                text_width("100,00", tokens, 14), text_width(words.provisional(), tokens, 11)
            ),
            Column.CATEGORY: max(nothing, *(badge_width(text, tokens) for text in letters)),
            Column.STATUS: max(
                mark_width(words.refused_word(), tokens),
                *(
                    badge_width(word, tokens)
                    for word in (
                        *map(words.status_word, Status),
                        words.withdrawn_word(),
                        words.returned_word(),
                        words.received_word(),
                    )
                ),
            ),
            Column.CHANGED: text_width(words.day("2025-11-28"), tokens),
        }

    def _model(self) -> AssessmentsModel:
        model = self.model()
        assert isinstance(model, AssessmentsModel)
        return model

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ROW_ROLE).id)

    def _remember(self) -> None:
        self._current = self.current() or self._current

    def _return(self) -> None:
        self.make_current(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
