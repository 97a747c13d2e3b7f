"""The table of assessments: fits its columns to the room and opens a row by key or click."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.assessments import ROW_ROLE, AssessmentsModel, Column, Index
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of
from kepatuhan_desktop.gui.widgets.assessment_delegate import (
    ROW_HEIGHT,
    AssessmentDelegate,
    badge_width,
    progress_width,
    text_width,
)

_LEAST_UNIT_WIDTH = 260
# What gives way first where the window is narrow.
_DISPENSABLE = (Column.INSTRUMENT, Column.EVIDENCE, Column.PERIOD)
_SORT_MARK = 20


class AssessmentTable(QTableView):
    """Shows an `AssessmentsModel`."""

    chosen = Signal(str)
    """Id of the assessment that should be opened."""
    left_upwards = Signal()
    """The arrow key went above the first row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = AssessmentDelegate(self)
        self._current: AssessmentId | None = None
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
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
        index = self._model().index_of(one)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def fit(self) -> None:
        """Give each column what its longest text needs, and the names the rest."""
        tokens = tokens_of()
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * tokens.scale))
        wanted = self._wanted(tokens)
        titles = self._model()
        for column in wanted:
            title = str(titles.headerData(column, Qt.Orientation.Horizontal))
            wanted[column] = max(wanted[column], text_width(title, tokens) + _SORT_MARK)
        room = self.viewport().width()
        hidden: set[Column] = set()
        for column in _DISPENSABLE:
            kept = sum(width for one, width in wanted.items() if one not in hidden)
            if room - kept < _LEAST_UNIT_WIDTH:
                hidden.add(column)
        for column, width in wanted.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)
        kept = sum(width for one, width in wanted.items() if one not in hidden)
        self.setColumnWidth(Column.UNIT, max(_LEAST_UNIT_WIDTH, room - kept))

    def _wanted(self, tokens: Tokens) -> dict[Column, int]:
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
                badge_width(word, tokens)
                for word in (
                    *map(words.status_word, Status),
                    words.withdrawn_word(),
                    words.returned_word(),
                    words.received_word(),
                )
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

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._delegate.selected = current.row()
        super().currentChanged(current, previous)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._delegate.hovered:
            return
        for changed in {self._delegate.hovered, row} - {-1}:
            top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
            self.viewport().update(QRect(0, top, self.viewport().width(), height))
        self._delegate.hovered = row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model() is not None:
            self.fit()
