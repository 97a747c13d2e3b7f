"""List the assessments, find one, open it, or start another."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId, PlanId, UnitId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, warming, words
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.assessments import AssessmentsModel
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.assessment_table import AssessmentTable
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.plan_notice import KEY as PLAN_KEY
from kepatuhan_desktop.gui.widgets.plan_notice import PlanNotice

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog

_BREATH = 60
"""Milliseconds that the list has to itself before anything else is read."""
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


_LATER = 400
_PATIENCE = 20
"""How often it is put off, by so many milliseconds."""

_LISTENING = ("kepatuhan_desktop.services.receiving", "kepatuhan_desktop.services.planning")


class AssessmentsPage(QWidget):
    """The first page."""

    opened = Signal(str)
    """Id of the assessment that the person wants to see."""
    settings_requested = Signal()
    keys_requested = Signal()
    verify_requested = Signal()
    exchange_requested = Signal()
    identity_given = Signal()
    """The auditor has a name from now on."""
    failed = Signal(object)
    announced = Signal(str, object)

    search_edit: QLineEdit
    exchange_button: QPushButton
    verify_button: QPushButton
    keys_button: QToolButton
    settings_button: QToolButton
    new_button: QPushButton
    plan_row: QWidget
    plan_notice: PlanNotice
    content_stack: QStackedWidget
    list_page: QWidget
    nothing_yet: EmptyState
    notice_row: QWidget
    identity_button: QPushButton
    all_button: QPushButton
    draft_button: QPushButton
    ready_button: QPushButton
    amending_button: QPushButton
    sealed_button: QPushButton
    period_combo: QComboBox
    table_stack: QStackedWidget
    table_page: QWidget
    assessments_table: AssessmentTable
    no_hits: EmptyState
    weights_label: ElidedLabel

    def __init__(
        self, services: Services, jobs: Jobs, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._refresher = refresher
        self._stale: set[AssessmentId] = set()
        self._all_stale = False
        self._unofficial: frozenset[str] | None = None
        forms.load(self, "assessments")
        self._model = AssessmentsModel(self)
        self._filters = {
            None: self.all_button,
            Status.DRAFT: self.draft_button,
            Status.READY: self.ready_button,
            Status.AMENDING: self.amending_button,
            Status.SEALED: self.sealed_button,
        }
        self.plan_row.hide()
        self.weights_label.hide()
        self._listening = QTimer(self, singleShot=True, interval=_BREATH)
        self._listening.timeout.connect(self._listen)
        self._delays = 0
        self._read_all()
        self.assessments_table.show_model(self._model)
        self._connect()
        self._retranslate()

    def start_new(self) -> None:
        """Ask what the new assessment is about."""
        from kepatuhan_desktop.gui.dialogs.new_assessment import (  # noqa: PLC0415 - after the first paint
            NewAssessmentDialog,
        )

        self._open(NewAssessmentDialog(self._services, self._refresher, self))

    def start_planned(self, plan: str) -> None:
        """Ask for what is lacking to carry out a plan of headquarters."""
        from kepatuhan_desktop.gui.dialogs.new_assessment import (  # noqa: PLC0415 - after the first paint
            NewAssessmentDialog,
        )

        try:
            row = self._services.planning.get(PlanId(plan))
        except KnownError as error:
            self.failed.emit(error)
            return
        dialog = NewAssessmentDialog(self._services, self._refresher, self)
        dialog.prefill(row)
        self._open(dialog)

    def search(self, text: str) -> None:
        """Show what holds every word of `text`."""
        self.search_edit.setText(text)

    def current(self) -> AssessmentId | None:
        """The assessment that the keyboard is on."""
        return self.assessments_table.current()

    def make_current(self, one: AssessmentId) -> None:
        """Go to the row of an assessment."""
        self.assessments_table.make_current(one)

    def refresh_identity(self) -> None:
        """Show or hide the hint that the auditor has no name yet."""
        self.notice_row.setVisible(not self._services.auditor().name)

    def _open(self, dialog: "NewAssessmentDialog") -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.remembered.connect(self.identity_given)
        dialog.opened.connect(self.opened)
        dialog.open()

    def _listen(self) -> None:
        # What these stand on takes a quarter of a second to load, cryptography for the most: the
        # warm-up does that while nobody types, unless there is none.
        if self._unofficial is None and self.isVisible():
            self._unofficial = self._services.instruments.unofficial()
            self._show_weights()
        self._delays += 1
        if self._delays < _PATIENCE and not warming.are_loaded(_LISTENING):
            self._listening.start(_LATER)
        else:
            warming.after_loading(self, _LISTENING, self._hear)

    def _hear(self) -> None:
        """Show what headquarters has said: its receipts, and the visits that it plans."""
        if not self.isVisible():
            return  # it is asked again when it is seen; meanwhile the workspace may be closed
        self._model.show_received(self._services.receiving.received())
        rows = self._services.planning.open()
        self.plan_row.setVisible(bool(rows))
        self.plan_notice.show_plans(rows, date.today())  # noqa: DTZ011 - the day at this desk

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.start_new)
        self.nothing_yet.triggered.connect(self.start_new)
        self.settings_button.clicked.connect(self.settings_requested)
        self.identity_button.clicked.connect(self.settings_requested)
        self.keys_button.clicked.connect(self.keys_requested)
        self.verify_button.clicked.connect(self.verify_requested)
        self.exchange_button.clicked.connect(self.exchange_requested)
        self.search_edit.textChanged.connect(self._model.search)
        self.search_edit.returnPressed.connect(self._enter_list)
        self.no_hits.triggered.connect(self._show_everything)
        self.period_combo.currentIndexChanged.connect(self._show_period)
        for button in self._filters.values():
            button.toggled.connect(self._show_status)
        self.assessments_table.chosen.connect(self.opened)
        self.assessments_table.left_upwards.connect(self._focus_search)
        self._model.filtered.connect(self._show_counts)
        self.plan_notice.chosen.connect(self.start_planned)
        self._refresher.changed.connect(self._note_changes)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._focus_search),
            (QKeySequence("/"), self._focus_search),
            (QKeySequence(QKeySequence.StandardKey.New), self.start_new),
            (QKeySequence(PLAN_KEY), self.plan_notice.start_first),
        ):
            QShortcut(keys, self, context=_HERE).activated.connect(deed)
        for key, deed in (
            (Qt.Key.Key_Down, self._enter_list),
            (Qt.Key.Key_Escape, self.search_edit.clear),
        ):
            shortcut = QShortcut(QKeySequence(QKeyCombination(key)), self.search_edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)

    def _note_changes(self, changes: Changes) -> None:
        for record in changes.records:
            kind, _, one = record.partition(":")
            if kind == "assessment":
                self._stale.add(AssessmentId(one))
            elif kind == "unit":
                self._stale.update(self._model.of_unit(UnitId(one)))
            elif kind == "instrument":
                self._all_stale = True
        # Behind another page nobody sees the list, and answers should not wait for it.
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        # Behind the first paint: it reads more than the list.
        self._delays = 0
        self._listening.start(_BREATH)
        stale, self._stale = self._stale, set()
        if self._all_stale:
            self._read_all()
        elif stale:
            try:
                self._model.put([self._services.assessments.row(one) for one in stale])
            except KnownError as error:
                self.failed.emit(error)
        self._show_periods()

    def _read_all(self) -> None:
        self._all_stale, self._unofficial = False, None
        self._model.show_rows(self._services.assessments.rows())

    def _show_counts(self) -> None:
        for status, button in self._filters.items():
            name = self.tr("Semua") if status is None else words.status_word(status)
            button.setText(f"{name}  {self._model.count(status)}")
        # Corrections are rare: a filter without any would only be in the way.
        is_amending = self._model.occurs(Status.AMENDING)
        self.amending_button.setVisible(is_amending or self.amending_button.isChecked())
        is_empty = self._model.total() == 0
        self.content_stack.setCurrentWidget(self.nothing_yet if is_empty else self.list_page)
        self.search_edit.setVisible(not is_empty)
        has_hits = self._model.rowCount() > 0
        self.table_stack.setCurrentWidget(self.table_page if has_hits else self.no_hits)
        self._show_weights()

    def _show_weights(self) -> None:
        names = sorted(self._model.instruments() & (self._unofficial or frozenset()))
        text = self.tr("Bobot {instruments} belum bersumber resmi; nilainya bukan nilai Ombudsman.")
        self.weights_label.show_text(text.format(instruments=", ".join(names)))
        self.weights_label.setVisible(bool(names))

    def _show_periods(self) -> None:
        periods = self._model.periods()
        shown = [str(self.period_combo.itemData(at)) for at in range(self.period_combo.count())]
        if shown == ["", *periods]:
            return
        chosen = self.period_combo.currentData() or ""
        self.period_combo.blockSignals(True)
        self.period_combo.clear()
        self.period_combo.addItem(self.tr("Semua periode"), "")
        for period in periods:
            self.period_combo.addItem(self.tr("Periode {period}").format(period=period), period)
        self.period_combo.setCurrentIndex(max(0, self.period_combo.findData(chosen)))
        self.period_combo.blockSignals(False)

    def _show_period(self, _index: int) -> None:
        self._model.show_period(str(self.period_combo.currentData() or ""))

    def _show_status(self, is_checked: bool) -> None:
        if is_checked:
            chosen = next(one for one, button in self._filters.items() if button.isChecked())
            self._model.show_status(chosen)

    def _show_everything(self) -> None:
        self.search_edit.clear()
        self.all_button.setChecked(True)
        self.period_combo.setCurrentIndex(0)
        self._enter_list()

    def _focus_search(self) -> None:
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def _enter_list(self) -> None:
        target = self.assessments_table if self._model.rowCount() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retranslate(self) -> None:
        self.no_hits.describe(
            "search",
            self.tr("Tidak ada yang cocok"),
            self.tr("Tidak ada penilaian yang cocok dengan pencarian dan saringan ini."),
            self.tr("Tampilkan semua"),
        )
        self.nothing_yet.describe(
            "clipboard-list",
            self.tr("Belum ada penilaian"),
            self.tr(
                "Mulai dari satu unit layanan. Jawaban, foto, dan temuan langsung tersimpan di "
                "perangkat ini, tanpa jaringan."
            ),
            self.tr("Penilaian baru"),
            "plus",
        )
        self.refresh_identity()
        self.period_combo.clear()
        self._show_periods()
        self._model.retranslate()
        self.assessments_table.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        self.refresh_identity()
        self._enter_list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
