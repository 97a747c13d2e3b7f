"""Plan visits at headquarters, or change a plan: units, day, auditor, who goes along, a note."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import Enrolled
from kepatuhan_desktop.domain.visit_plan import PlanStatus
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import exchange_words, forms, words
from kepatuhan_desktop.gui.models import places
from kepatuhan_desktop.gui.models.beginning import is_period
from kepatuhan_desktop.gui.models.places import Spot
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.services.planning import Planned, Wish


class VisitPlanDialog(QDialog):
    """Open with `open()`; keeps what was filled in until it is written or given up."""

    changed = Signal(object)
    """`Changes`: plans are on the disk."""

    error_bar: ErrorBar
    title_label: QLabel
    units_label: QLabel
    search_edit: QLineEdit
    units_list: LineList
    count_label: QLabel
    day_edit: QDateEdit
    device_combo: QComboBox
    team_label: QLabel
    team_list: LineList
    period_edit: QLineEdit
    instrument_combo: QComboBox
    note_edit: QPlainTextEdit
    hint_label: QLabel
    cancel_button: QPushButton
    save_button: QPushButton

    def __init__(
        self,
        services: Services,
        people: Sequence[Enrolled],
        before: Planned | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`people` can be sent; `before` is the plan that is changed."""
        super().__init__(parent)
        self._services = services
        self._people = tuple(people)
        self._before = before
        self._spots = places.spots(services)
        self._found: list[Spot] = self._spots
        self._chosen: list[str] = []
        self._taken = self._planned_days()
        forms.load(self, "visit_plan")
        self.units_list.set_tickable(True)
        self.team_list.set_tickable(True)
        self._fill()
        self._connect()
        self._retranslate()
        self.search_edit.setFocus()

    def chosen(self) -> list[Spot]:
        """What is visited, in the order in which it was chosen."""
        by_key = {spot.key: spot for spot in self._spots}
        return [by_key[one] for one in self._chosen if one in by_key]

    def wish(self) -> Wish:
        """What the other fields hold."""
        return Wish(
            period=self.period_edit.text().strip(),
            instrument=self.instrument_combo.currentData(),
            day=self.day_edit.date().toString(Qt.DateFormat.ISODate),
            device=DeviceId(self.device_combo.currentData()),
            team=tuple(self._members()[one] for one in self.team_list.ticks()),
            note=self.note_edit.toPlainText().strip(),
        )

    def lacking(self) -> list[str]:
        """What keeps it from being written, in words."""
        found = []
        if not self.chosen():
            found.append(self.tr("unit"))
        if self.device_combo.currentData() is None:
            found.append(self.tr("auditor"))
        if not is_period(self.period_edit.text().strip()):
            found.append(self.tr("periode, misalnya 2026 atau 2026-1"))
        if self.instrument_combo.currentData() is None:
            found.append(self.tr("instrumen"))
        return found

    def save(self) -> None:
        """Write the plans."""
        if self.lacking():
            return
        self.error_bar.clear()
        found, planning = self.chosen(), self._services.planning
        try:
            if self._before is not None:
                place = (found[0].unit, found[0].product)
                changes = planning.revise(self._before.row.id, place, self.wish())
            else:
                _, changes = planning.plan([(it.unit, it.product) for it in found], self.wish())
        except KnownError as error:
            self.error_bar.say(messages.sentence(error, words.language()))
            return
        self.accept()
        if changes.records:
            self.changed.emit(changes)

    def _fill(self) -> None:
        for one in self._people:
            text = f"{one.name} · {exchange_words.device(one.device)}"
            self.device_combo.addItem(text, one.device)
        for pin in self._services.instruments.installed():
            title = words.text(self._services.instruments.get(pin.digest).title)
            self.instrument_combo.addItem(f"{title} · {pin.version}", pin)
        self.instrument_combo.setCurrentIndex(self.instrument_combo.count() - 1)
        tomorrow = QDate.currentDate().addDays(1)
        self.day_edit.setDate(tomorrow)
        self.period_edit.setText(str(tomorrow.year()))
        if self._before is not None:
            row = self._before.row
            self._chosen = [places.key(row.unit_id, row.product_id)]
            self.day_edit.setDate(QDate.fromString(row.day, Qt.DateFormat.ISODate))
            self.period_edit.setText(row.period)
            self.note_edit.setPlainText(row.note)
            self.device_combo.setCurrentIndex(self.device_combo.findData(row.device))
            for place in range(self.instrument_combo.count()):
                if self.instrument_combo.itemData(place).digest == row.digest:
                    self.instrument_combo.setCurrentIndex(place)
        self._show_team()
        if self._before is not None:
            self.team_list.set_ticks([_member(one) for one in self._before.team])

    def _connect(self) -> None:
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.returnPressed.connect(self._take_first)
        self.units_list.ticked.connect(self._on_ticked)
        self.units_list.opened.connect(self._turn)
        self.device_combo.currentIndexChanged.connect(self._show_team)
        self.device_combo.currentIndexChanged.connect(self._check)
        self.period_edit.textChanged.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def _planned_days(self) -> dict[str, str]:
        """The day on which each place is to be visited already, by plans that wait."""
        own = None if self._before is None else self._before.row.id
        return {
            places.key(one.row.unit_id, one.row.product_id): one.row.day
            for one in reversed(self._services.planning.look())
            if one.status is not PlanStatus.DONE and one.row.id != own
        }

    def _search(self, text: str) -> None:
        self._found = places.search(self._spots, text)
        self._show_units()

    def _show_units(self) -> None:
        found = places.shown(self._found, self.chosen())
        self.units_list.show_lines([self._line(spot) for spot in found])
        self.units_list.set_ticks(self._chosen)
        count = self.tr("{count} dipilih").format(count=len(self.chosen()))
        hidden = len(self._found) - places.SHOWN
        if not self._found:
            count = self.tr("Tidak ada unit yang cocok · {count}").format(count=count)
        elif hidden > 0:
            count = self.tr("{count} · {hidden} lagi; ketik nama untuk menemukannya").format(
                count=count, hidden=hidden
            )
        self.count_label.setText(count)
        self._check()

    def _line(self, spot: Spot) -> Line:
        day = self._taken.get(spot.key)
        badge = "" if day is None else self.tr("Rencana {day}").format(day=words.day(day))
        icon = "building-2" if spot.product is None else "file-text"
        return Line(spot.key, icon, spot.title, spot.detail, "neutral", badge, "yellow")

    def _on_ticked(self) -> None:
        ticks = self.units_list.ticks()
        added = [one for one in ticks if one not in self._chosen]
        if self._before is not None:
            # A plan is about one unit: the new choice takes the place of the former one.
            self._chosen = added or self._chosen
        else:
            self._chosen = [one for one in self._chosen if one in ticks] + added
        self._show_units()

    def _turn(self, key: str) -> None:
        """Enter does what Space does."""
        ticks = set(self.units_list.ticks())
        self.units_list.set_ticks(ticks ^ {key})
        self._on_ticked()

    def _take_first(self) -> None:
        fresh = [spot for spot in self._found if spot.key not in self._chosen]
        if fresh and self.search_edit.text().strip():
            self.units_list.set_ticks({*self.units_list.ticks(), fresh[0].key})
            self._on_ticked()
            self.search_edit.selectAll()

    def _members(self) -> dict[str, Person]:
        """Who could go along: whoever does already, and all but the auditor."""
        known = [
            Person(name=one.name, nip=one.nip, position=one.position)
            for one in self._people
            if one.device != self.device_combo.currentData()
        ]
        before = () if self._before is None else self._before.team
        return {_member(one): one for one in (*known, *before)}

    def _show_team(self) -> None:
        with QSignalBlocker(self.team_list):
            self.team_list.show_lines(
                [
                    Line(key, "user", one.name, one.position or one.nip or self.tr("Auditor"))
                    for key, one in self._members().items()
                ]
            )
        has_any = self.team_list.count() > 0
        self.team_list.setFixedHeight(self.team_list.fitting_height(3))
        self.team_label.setVisible(has_any)
        self.team_list.setVisible(has_any)

    def _check(self) -> None:
        lacking = self.lacking()
        self.save_button.setEnabled(not lacking)
        text = self.tr("Belum lengkap: {what}.").format(what=", ".join(lacking)) if lacking else ""
        if not lacking and self._before is not None and self._before.status is not PlanStatus.DRAFT:
            text = self.tr("Auditor mengetahuinya dari surat berikutnya.")
        self.hint_label.setText(text)
        if self._before is not None:
            self.save_button.setText(self.tr("&Simpan perubahan"))
        else:
            count = len(self.chosen())
            several = self.tr("&Simpan {count} rencana").format(count=count)
            self.save_button.setText(several if count > 1 else self.tr("&Simpan rencana"))

    def _retranslate(self) -> None:
        is_new = self._before is None
        title = self.tr("Rencana kunjungan baru") if is_new else self.tr("Ubah rencana kunjungan")
        self.setWindowTitle(title)
        self.title_label.setText(title)
        self.units_label.setText(
            self.tr("&Unit yang dikunjungi, satu atau beberapa")
            if is_new
            else self.tr("&Unit yang dikunjungi")
        )
        self._show_units()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field must not write the plan that is only half filled in.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search_edit:
            self.units_list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "save_button"):
            self._retranslate()
        super().changeEvent(event)


def _member(one: Person) -> str:
    return f"{one.name}|{one.nip}"
