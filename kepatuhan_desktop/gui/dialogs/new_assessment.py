"""Ask what a new assessment is about, and begin it."""

from collections.abc import Iterable

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import UnitId
from kepatuhan_desktop.domain.organisation import Unit, named
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import KnownError, StorageFailed
from kepatuhan_desktop.gui import forms, theme, words
from kepatuhan_desktop.gui.models import beginning
from kepatuhan_desktop.gui.models.beginning import Visit
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.storage.register import PlanRow, Row


class NewAssessmentDialog(QDialog):
    """Keeps what was filled in until an assessment has begun or the person gives up."""

    remembered = Signal()
    """The settings name the auditor from now on."""
    opened = Signal(str)
    """Id of the assessment to go on with: the new one, or one that there was already."""

    error_bar: ErrorBar
    institution_combo: QComboBox
    institution_error: QLabel
    unit_combo: QComboBox
    unit_error: QLabel
    product_combo: QComboBox
    address_edit: QLineEdit
    head_name_edit: QLineEdit
    head_nip_edit: QLineEdit
    head_position_edit: QLineEdit
    instrument_combo: QComboBox
    instrument_error: QLabel
    period_edit: QLineEdit
    period_error: QLabel
    visit_edit: QDateEdit
    visit_error: QLabel
    auditor_name_edit: QLineEdit
    auditor_name_error: QLabel
    auditor_nip_edit: QLineEdit
    auditor_position_edit: QLineEdit
    team_edit: QPlainTextEdit
    remember_check: QCheckBox
    duplicate_notice: QFrame
    duplicate_label: QLabel
    duplicate_button: QPushButton
    cancel_button: QPushButton
    start_button: QPushButton

    def __init__(
        self, services: Services, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._refresher = refresher
        self._rows = services.assessments.rows()
        self._duplicate: Row | None = None
        self._has_tried = False
        self._plan: PlanRow | None = None
        self.plan_notice = StateNotice(self)
        self.plan_notice.hide()
        self._unit: tuple[UnitId, Unit] | None = None
        self._known_units: list[tuple[UnitId, Unit]] = []
        forms.load(self, "new_assessment")
        self._fields: dict[str, tuple[QWidget, QLabel]] = {
            "institution": (self.institution_combo, self.institution_error),
            "unit": (self.unit_combo, self.unit_error),
            "period": (self.period_edit, self.period_error),
            "instrument": (self.instrument_combo, self.instrument_error),
            "auditor_name": (self.auditor_name_edit, self.auditor_name_error),
        }
        self._fill()
        self._connect()
        self._retranslate()

    def prefill(self, plan: PlanRow) -> None:
        """Fill in what headquarters planned; starting it carries the plan out."""
        self._plan = plan
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self.plan_notice)
        self.institution_combo.setCurrentText(plan.institution)
        self.unit_combo.setCurrentText(plan.unit)
        self.product_combo.setCurrentText(plan.product)
        self.period_edit.setText(plan.period)
        team = self._services.planning.team(plan.id)
        self.team_edit.setPlainText("\n".join(person.name for person in team))
        for place in range(self.instrument_combo.count()):
            if self.instrument_combo.itemData(place).digest == plan.digest:
                self.instrument_combo.setCurrentIndex(place)
        self._retranslate()
        self.start_button.setFocus()

    def visit(self) -> Visit:
        """What the fields hold now."""
        return Visit(
            institution=self.institution_combo.currentText().strip(),
            unit=self.unit_combo.currentText().strip(),
            product=self.product_combo.currentText().strip(),
            address=self.address_edit.text().strip(),
            head=Person(
                name=self.head_name_edit.text().strip(),
                nip=self.head_nip_edit.text().strip(),
                position=self.head_position_edit.text().strip(),
            ),
            period=self.period_edit.text().strip(),
            visited_on=self.visit_edit.date().toString(Qt.DateFormat.ISODate),
            instrument=self.instrument_combo.currentData(),
            auditor=Person(
                name=self.auditor_name_edit.text().strip(),
                nip=self.auditor_nip_edit.text().strip(),
                position=self.auditor_position_edit.text().strip(),
            ),
            team=tuple(
                Person(name=line.strip())
                for line in self.team_edit.toPlainText().splitlines()
                if line.strip()
            ),
        )

    def start(self) -> None:
        """Begin the assessment, or say beside each field what it lacks."""
        self._has_tried = True
        visit = self.visit()
        if faults := visit.faults():
            self._show_faults(faults)
            next(self._fields[name][0] for name in self._fields if name in faults).setFocus()
            return
        try:
            self._remember(visit.auditor)
            one = beginning.begin(self._services, visit, self._refresher.changed.emit, self._plan)
        except KnownError as error:
            self.error_bar.say(messages.sentence(error, words.language()))
            return
        self.accept()
        self.opened.emit(one)

    def _fill(self) -> None:
        for label in (self.visit_error, *(pair[1] for pair in self._fields.values())):
            label.hide()
        self.duplicate_notice.hide()
        for combo in (self.institution_combo, self.unit_combo, self.product_combo):
            _complete(combo)
        known = self._services.organisations.institutions()
        _offer(self.institution_combo, (one.name for _, one in known))
        pins = self._services.instruments.installed()
        for pin in pins:
            title = words.text(self._services.instruments.get(pin.digest).title)
            self.instrument_combo.addItem(f"{title} · {pin.version}", pin)
        self.instrument_combo.setCurrentIndex(len(pins) - 1)
        today = QDate.currentDate()
        self.visit_edit.setDate(today)
        self.period_edit.setText(str(today.year()))
        auditor = self._services.auditor()
        self.auditor_name_edit.setText(auditor.name)
        self.auditor_nip_edit.setText(auditor.nip)
        self.auditor_position_edit.setText(auditor.position)
        self.remember_check.setVisible(not auditor.name)
        if self.institution_combo.count() == 1:
            self.institution_combo.setCurrentIndex(0)
        self._offer_units()

    def _connect(self) -> None:
        self.institution_combo.currentTextChanged.connect(self._offer_units)
        self.unit_combo.currentTextChanged.connect(self._take_unit)
        self.product_combo.currentTextChanged.connect(self._check)
        self.period_edit.textChanged.connect(self._check)
        self.auditor_name_edit.textChanged.connect(self._check)
        self.duplicate_button.clicked.connect(self._open_duplicate)
        self.cancel_button.clicked.connect(self.reject)
        self.start_button.clicked.connect(self.start)

    def _offer_units(self) -> None:
        known = beginning.institution(
            self._services, self.institution_combo.currentText(), self._plan
        )
        self._known_units = self._services.organisations.units(known) if known else []
        _offer(self.unit_combo, (one.name for _, one in self._known_units))
        self._take_unit()

    def _take_unit(self) -> None:
        """Bring the particulars of a unit that is known; those of a new one are left as typed."""
        unit = named(self._known_units, self.unit_combo.currentText(), lambda one: one.name)
        if unit != self._unit:
            self._unit = unit
            products = self._services.organisations.products(unit[0]) if unit else []
            _offer(self.product_combo, (one.name for _, one in products))
            known = unit[1] if unit else None
            self.address_edit.setText(known.address if known else "")
            self.head_name_edit.setText(known.head_name if known else "")
            self.head_nip_edit.setText(known.head_nip if known else "")
            self.head_position_edit.setText(known.head_position if known else "")
        self._check()

    def _check(self) -> None:
        if self._has_tried:
            self._show_faults(self.visit().faults())
        self._show_duplicate()

    def _show_faults(self, faults: set[str]) -> None:
        sentences = {
            "institution": self.tr("Isi nama instansi, atau pilih dari daftar."),
            "unit": self.tr("Isi nama unit layanan, atau pilih dari daftar."),
            "period": self.tr("Isi tahun, misalnya 2026, atau 2026-1."),
            "instrument": self.tr("Belum ada instrumen yang terpasang."),
            "auditor_name": self.tr("Isi nama auditor."),
        }
        for name, (field, label) in self._fields.items():
            text = sentences[name] if name in faults else ""
            label.setText(text)
            label.setVisible(bool(text))
            theme.set_role(field, "red" if text else "", "tone")
            field.setAccessibleDescription(text)

    def _show_duplicate(self) -> None:
        product = self.product_combo.currentText().strip().casefold()
        period = self.period_edit.text().strip()
        self._duplicate = next(
            (
                row
                for row in self._rows
                if self._unit is not None
                and row.unit_id == self._unit[0]
                and row.period == period
                and row.product.casefold() == product
            ),
            None,
        )
        row = self._duplicate
        if row is not None:
            self.duplicate_label.setText(
                self.tr(
                    "Unit dan produk ini sudah punya penilaian periode {period}: {status}, "
                    "{answered} dari {all} terjawab."
                ).format(
                    period=row.period,
                    status=words.status_word(row.status),
                    answered=row.answered,
                    all=row.indicators,
                )
            )
        self.duplicate_notice.setVisible(row is not None)
        self.start_button.setText(self.tr("Tetap &mulai") if row else self.tr("&Mulai menilai"))

    def _open_duplicate(self) -> None:
        if self._duplicate is not None:
            one = self._duplicate.id
            self.accept()
            self.opened.emit(one)

    def _remember(self, auditor: Person) -> None:
        """Keep the auditor as this device's, where none is known and the person agrees."""
        if self._services.auditor().name or not self.remember_check.isChecked():
            return
        try:
            self._services.settings.change(
                auditor_name=auditor.name,
                auditor_nip=auditor.nip,
                auditor_position=auditor.position,
            )
        except OSError as error:
            raise StorageFailed(path=self._services.home, reason=error.strerror) from error
        self.remembered.emit()

    def _retranslate(self) -> None:
        edit = self.product_combo.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(self.tr("Kosong: unit secara keseluruhan"))
        if self._plan is not None:
            title = self.tr("Rencana pusat untuk {day}").format(day=words.day(self._plan.day))
            self.plan_notice.show_state("calendar", "primary", title, self._plan.note)
            self.plan_notice.show()
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _complete(combo: QComboBox) -> None:
    completer = combo.completer()
    assert completer is not None
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)


def _offer(combo: QComboBox, names: Iterable[str]) -> None:
    """Offer `names`; what is typed stays."""
    typed = combo.currentText()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItems(list(names))
        combo.setCurrentIndex(-1)
        combo.setEditText(typed)
