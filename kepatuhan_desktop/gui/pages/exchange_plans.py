"""Plan visits at headquarters, change them, and lead to the letters that carry them."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import DeviceId, PlanId
from kepatuhan_desktop.domain.trust import Enrolled, Role
from kepatuhan_desktop.domain.visit_plan import PlanStatus
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, plan_words, words
from kepatuhan_desktop.gui.dialogs.file_review import FileReviewDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.turns import Turn, next_turn
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.line_list import LineList
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.planning import Planned

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PlansView(QWidget):
    """Nothing that is planned here reaches anybody before a letter carries it."""

    changed = Signal(object)
    """`Changes` that are on the disk."""
    failed = Signal(object)
    announced = Signal(str, object)
    letter_requested = Signal(str)
    """A device to which the person wants to write."""
    files_requested = Signal()
    """The person wants to open bundles, which bring units."""

    register_bar: QFrame
    register_label: QLabel
    units_button: QPushButton
    instrument_button: QPushButton
    content_stack: QStackedWidget
    plans_page: QWidget
    list_caption: QLabel
    new_button: QPushButton
    plans_list: LineList
    status_notice: StateNotice
    day_label: QLabel
    unit_label: QLabel
    institution_label: QLabel
    auditor_label: QLabel
    team_caption: QLabel
    team_label: QLabel
    instrument_label: QLabel
    note_caption: QLabel
    note_label: QLabel
    edit_button: QPushButton
    call_off_button: QPushButton
    due_label: QLabel
    letter_button: QPushButton
    nothing_state: EmptyState

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._folder = ""
        self._plans: dict[str, Planned] = {}
        self._due: dict[DeviceId, int] = {}
        self._people: tuple[Enrolled, ...] = ()
        self._has_units = False
        self._is_stale = True
        self._is_entering = False
        self._reading = Turn(self, self._read)
        forms.load(self, "exchange_plans")
        # Until it was read, in a turn of its own, there is nothing to say.
        self.content_stack.hide()
        self.register_bar.hide()
        self._connect()

    def catch_up(self) -> None:
        """The journal or what this device trusts has changed."""
        self._is_stale = True
        if self.isVisible():
            self._read()

    def current(self) -> Planned | None:
        """The plan that is shown."""
        return self._plans.get(self.plans_list.current_key())

    def enter(self) -> None:
        """Put the keyboard where there is something to do, as soon as that is known."""
        self._is_entering = self._is_stale
        if self._is_entering:
            return
        has_any = self.content_stack.currentWidget() is self.plans_page
        target = self.plans_list if has_any else self.nothing_state
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def plan(self) -> None:
        """Ask for a new plan, where one can be made."""
        if self._people and self._has_units:
            self._open(None)

    def edit(self) -> None:
        """Change the plan that is shown, unless it was carried out."""
        one = self.current()
        if one is not None and one.status is not PlanStatus.DONE:
            self._open(one)

    def call_off(self) -> None:
        """Take the plan back that is shown, unless it was carried out."""
        one = self.current()
        if one is None or one.status is PlanStatus.DONE:
            return
        if self._write(partial(self._services.planning.cancel, one.row.id)):
            said = self.tr("Rencana untuk {unit} dibatalkan").format(unit=one.row.unit)
            self.announced.emit(said, partial(self._reinstate, one.row.id))
            self.enter()

    def write(self) -> None:
        """Go on to the letter for whoever should hear of the plan that is shown."""
        device = self._addressee()
        if device is not None:
            self.letter_requested.emit(device)

    def choose_units(self) -> None:
        """Let the person choose a register of units."""
        names = [self.tr("Daftar unit (*.csv)"), self.tr("Semua berkas (*)")]
        self._choose(self.tr("Pilih daftar unit"), names).fileSelected.connect(self.open_units)

    def open_units(self, path: str) -> None:
        """Show what a register of units would change."""
        from kepatuhan_desktop.gui.dialogs.units_file import (  # noqa: PLC0415 - rarely needed
            UnitsFileDialog,
        )

        try:
            dialog = UnitsFileDialog(self._services, self._jobs, Path(path), self.window())
        except KnownError as error:
            self.failed.emit(error)
            return
        self._look_into(dialog)

    def choose_instrument(self) -> None:
        """Let the person choose the definition of an instrument."""
        names = [self.tr("Instrumen (*.yaml *.yml *.json)"), self.tr("Semua berkas (*)")]
        dialog = self._choose(self.tr("Pilih instrumen"), names)
        dialog.fileSelected.connect(self.open_instrument)

    def open_instrument(self, path: str) -> None:
        """Show the instrument of a file."""
        from kepatuhan_desktop.gui.dialogs.instrument_file import (  # noqa: PLC0415 - as above
            InstrumentFileDialog,
        )

        self._look_into(InstrumentFileDialog(self._services, self._jobs, Path(path), self.window()))

    def _choose(self, title: str, names: list[str]) -> QFileDialog:
        dialog = QFileDialog(self, title, self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.directoryEntered.connect(self._remember_folder)
        dialog.open()
        return dialog

    def _remember_folder(self, folder: str) -> None:
        self._folder = folder

    def _look_into(self, dialog: FileReviewDialog) -> None:
        dialog.changed.connect(self.changed)
        dialog.announced.connect(self._announce)
        dialog.open()

    def _announce(self, sentence: str) -> None:
        self.announced.emit(sentence, None)

    def _connect(self) -> None:
        self.units_button.clicked.connect(self.choose_units)
        self.instrument_button.clicked.connect(self.choose_instrument)
        self.new_button.clicked.connect(self.plan)
        self.plans_list.current_changed.connect(self._show_current)
        self.plans_list.opened.connect(self.edit)
        self.edit_button.clicked.connect(self.edit)
        self.call_off_button.clicked.connect(self.call_off)
        self.letter_button.clicked.connect(self.write)
        self.nothing_state.triggered.connect(self._begin)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.New), self.plan),
            (QKeySequence(QKeySequence.StandardKey.Delete), self.call_off),
        ):
            QShortcut(keys, self, context=_HERE).activated.connect(deed)

    def _begin(self) -> None:
        if self._people and not self._has_units:
            self.files_requested.emit()
        else:
            self.plan()

    def _read(self) -> None:
        self._is_stale = False
        self._reading.forget()
        self.content_stack.show()
        self.register_bar.show()
        try:
            planning = self._services.planning
            self._plans = {one.row.id: one for one in planning.look()}
            self._due = planning.due()
            known = self._services.travels.colleagues()
            institutions, units = self._services.unit_register.sizes()
            instruments = len(self._services.instruments.installed())
        except KnownError as error:
            self.failed.emit(error)
            return
        self._people = tuple(one for one in known if Role.AUDITOR in one.roles)
        self._has_units = units > 0
        self.register_label.setText(
            self.tr("{units} unit · {institutions} instansi · {instruments} instrumen").format(
                units=units, institutions=institutions, instruments=instruments
            )
        )
        today = date.today()  # noqa: DTZ011 - plans are about days where the person is
        self.plans_list.show_lines([plan_words.line(it, today) for it in self._plans.values()])
        count = len(self._plans)
        self.list_caption.setText(self.tr("RENCANA KUNJUNGAN ({count})").format(count=count))
        self.new_button.setEnabled(bool(self._people) and self._has_units)
        has_any = bool(self._plans) or bool(self._due)
        self.content_stack.setCurrentWidget(self.plans_page if has_any else self.nothing_state)
        self._describe_nothing()
        self._show_current()
        if self._is_entering:
            self.enter()

    def _show_current(self) -> None:
        one = self.current()
        for widget in (self.status_notice, self.unit_label, self.institution_label):
            widget.setVisible(one is not None)
        self._show_facts(one)
        is_open = one is not None and one.status is not PlanStatus.DONE
        self.edit_button.setVisible(is_open)
        self.call_off_button.setVisible(is_open)
        self._show_due()

    def _show_facts(self, one: Planned | None) -> None:
        panel = self.plans_page
        shown = [label for label in panel.findChildren(QLabel) if label.objectName() in _FACTS]
        for label in shown:
            label.setVisible(one is not None)
        if one is None:
            return
        row, status = one.row, one.status
        self.status_notice.show_state(
            plan_words.icon(status),
            plan_words.tone(status),
            plan_words.status(status),
            plan_words.explained(status),
        )
        today = date.today()  # noqa: DTZ011 - as above
        self.day_label.setText(plan_words.day(row.day, today).upper())
        self.unit_label.setText(plan_words.place(one))
        self.institution_label.setText(row.institution)
        self.auditor_label.setText(row.auditor)
        self.team_label.setText(", ".join(person.name for person in one.team))
        self.instrument_label.setText(f"{row.period} · {self._instrument(one)}")
        self.note_label.setText(row.note)
        for caption, label in (
            (self.team_caption, self.team_label),
            (self.note_caption, self.note_label),
        ):
            caption.setVisible(bool(label.text()))
            label.setVisible(bool(label.text()))

    def _instrument(self, one: Planned) -> str:
        try:
            found = self._services.instruments.get(one.row.digest)
        except KnownError:
            return f"{one.row.instrument_id} {one.row.version}"
        return f"{words.text(found.title)} · {one.row.version}"

    def _show_due(self) -> None:
        names = {one.device: one.name for one in self._people}
        self.due_label.setText(plan_words.due(self._due, names))
        device = self._addressee()
        self.letter_button.setVisible(device is not None)
        if device is not None:
            name = names.get(device, "?")
            self.letter_button.setText(self.tr("Tulis &surat untuk {name}…").format(name=name))

    def _addressee(self) -> DeviceId | None:
        """Who should hear of something: first of all whose plan is shown."""
        one = self.current()
        if one is not None and one.row.device in self._due:
            return one.row.device
        return next(iter(sorted(self._due)), None)

    def _open(self, before: Planned | None) -> None:
        from kepatuhan_desktop.gui.dialogs.visit_plan import (  # noqa: PLC0415 - rarely needed
            VisitPlanDialog,
        )

        dialog = VisitPlanDialog(self._services, self._people, before, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._on_planned)
        # A register of thousands of units takes its time; to be painted is a turn of its own.
        next_turn(dialog, dialog.open)

    def _on_planned(self, changes: Changes) -> None:
        self.changed.emit(changes)
        fresh = sorted(one for one in self._plans if f"plan:{one}" in changes.records)
        if fresh:
            self.plans_list.make_current(fresh[0])
        self.enter()

    def _reinstate(self, one: PlanId) -> None:
        if self._write(partial(self._services.planning.reinstate, one)):
            self.plans_list.make_current(one)

    def _write(self, deed: "partial[Changes]") -> bool:
        try:
            changes = deed()
        except KnownError as error:
            self.failed.emit(error)
            return False
        self.changed.emit(changes)
        return True

    def _describe_nothing(self) -> None:
        if not self._people:
            self.nothing_state.describe(
                "users",
                self.tr("Belum ada auditor yang terdaftar"),
                self.tr(
                    "Rencana ditujukan kepada perangkat auditor. Daftarkan perangkatnya lebih "
                    "dahulu sebagai otoritas; sesudah itu rencana dapat dibuat di sini."
                ),
            )
        elif not self._has_units:
            self.nothing_state.describe(
                "building-2",
                self.tr("Belum ada unit"),
                self.tr(
                    "Yang dapat direncanakan adalah unit yang sudah dikenal perangkat ini. Catat "
                    "daftarnya dengan tombol “Unit dari berkas…” di atas; unit juga datang bersama "
                    "paket dari lapangan, atau dicatat ketika penilaian dimulai."
                ),
                self.tr("Buka paket…"),
                "folder-open",
            )
        else:
            self.nothing_state.describe(
                "calendar",
                self.tr("Belum ada rencana"),
                self.tr(
                    "Pilih unit, tanggal, dan auditornya. Auditor menerima rencana lewat surat, "
                    "dan memulainya dengan satu tombol."
                ),
                self.tr("Rencana baru…"),
                "plus",
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._reading.ask()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._is_stale = True
            if self.isVisible():
                self._read()
        super().changeEvent(event)


_FACTS = frozenset(
    {
        *("day_label", "auditor_caption", "auditor_label", "team_caption", "team_label"),
        *("instrument_caption", "instrument_label", "note_caption", "note_label"),
    }
)
