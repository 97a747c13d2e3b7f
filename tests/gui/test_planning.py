"""Headquarters plans visits in the window, changes them, and writes the letter that tells them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import DeviceId, UnitId
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.visit_plan import PlanStatus
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.dialogs.letter import LetterDialog
from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog
from kepatuhan_desktop.gui.dialogs.visit_plan import VisitPlanDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models import places
from kepatuhan_desktop.gui.pages.exchange import ExchangePage
from kepatuhan_desktop.gui.pages.exchange_plans import PlansView
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import instruments, offices, workspaces
from tests.builders.gui_lists import nameless, tab_chain
from tests.builders.offices import Round

LONG = "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Kecamatan Bojongloa Kaler " * 2
TODAY = date.today()  # noqa: DTZ011 - as the page does


class Desk:
    """Headquarters at its exchange page."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, all_: Round) -> None:
        self.qtbot = qtbot
        self.all = all_
        self.office = all_.office
        self.jobs = Jobs(qapp)
        self.refresher = Refresher(qapp)
        self.page = ExchangePage(all_.office, self.jobs, self.refresher)
        self.said: list[tuple[str, object]] = []
        self.page.announced.connect(lambda text, undo: self.said.append((text, undo)))
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)

    def show(self) -> PlansView:
        """The plans."""
        self.page.show()
        self.qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.page.show_plans()
        view = self.page.view_stack.currentWidget()
        assert isinstance(view, PlansView)
        self.qtbot.waitUntil(view.content_stack.isVisible)
        view.enter()
        return view

    def press(self, key: Qt.Key, control: bool = False) -> None:
        """Press a key where the focus is."""
        modifier = (
            Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        )
        focused: QWidget | None = self.page.window().focusWidget()
        QTest.keyClick(self.page if focused is None else focused, key, modifier)
        self.qtbot.wait(1)

    def dialog(self) -> VisitPlanDialog:
        """The dialog that is open."""
        (found,) = self.page.findChildren(VisitPlanDialog)
        self.qtbot.waitUntil(found.isVisible)
        return found

    def unit(self, name: str, institution: str = "Kota Uji") -> UnitId:
        """A unit in the register."""
        known = {it.name: one for one, it in self.office.organisations.institutions()}
        if institution not in known:
            one, _ = self.office.organisations.register_institution(Institution(name=institution))
            known[institution] = one
        unit, _ = self.office.organisations.register_unit(
            Unit(institution=known[institution], name=name, address="Jalan Merdeka 1")
        )
        return unit

    def planned(self, unit: UnitId, day: date = TODAY, note: str = "") -> str:
        """A plan of the auditor's."""
        one, _ = self.office.planning.add(
            unit=unit,
            period="2024",
            instrument=workspaces.pin(instruments.small()),
            day=day.isoformat(),
            device=DeviceId(self.all.field.device),
            note=note,
        )
        return one


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with offices.round_of(tmp_path) as all_:
        all_.office.instruments.install(instruments.small())
        made = Desk(qtbot, qapp, all_)
        yield made
        made.page.hide()
        made.jobs.shutdown()


def choose(dialog: VisitPlanDialog, name: str, instrument: str = "small") -> None:
    """Search a unit by its name and take the first that fits; everything by keys."""
    dialog.search_edit.setFocus()
    dialog.search_edit.selectAll()
    QTest.keyClicks(dialog.search_edit, name)
    QTest.keyClick(dialog.search_edit, Qt.Key.Key_Return)
    for place in range(dialog.instrument_combo.count()):
        if dialog.instrument_combo.itemData(place).id == instrument:
            dialog.instrument_combo.setCurrentIndex(place)


def test_without_units_it_says_where_units_come_from(desk: Desk) -> None:
    view = desk.show()
    assert view.content_stack.currentWidget() is view.nothing_state
    assert view.nothing_state.accessibleName() == "Belum ada unit"
    view.files_requested.disconnect(desk.page.choose_files)
    with desk.qtbot.waitSignal(view.files_requested):
        view.nothing_state.triggered.emit()
    view.plan()
    assert desk.page.findChildren(VisitPlanDialog) == []


def test_with_units_the_empty_page_leads_to_the_first_plan(desk: Desk) -> None:
    desk.unit("Dinas Sosial")
    view = desk.show()
    assert view.nothing_state.accessibleName() == "Belum ada rencana"
    view.nothing_state.triggered.emit()
    assert desk.dialog().isVisible()


def test_without_auditors_nobody_can_be_sent(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.unit("Dinas Sosial")
    monkeypatch.setattr(desk.office.travels, "colleagues", tuple)
    view = desk.show()
    assert view.nothing_state.accessibleName() == "Belum ada auditor yang terdaftar"


def test_only_headquarters_has_plans_to_make(qtbot: QtBot, qapp: QApplication, desk: Desk) -> None:
    page = ExchangePage(desk.all.field, desk.jobs, desk.refresher)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    assert page.plans_button.isHidden()
    page.show_plans()
    assert page.view_stack.currentWidget() is page.outbox
    page.hide()


def test_several_units_are_planned_at_once_by_keys_alone(desk: Desk) -> None:
    units = [desk.unit(name) for name in ("Dinas Sosial", "RSUD Kota", "Dinas Pendidikan")]
    desk.planned(units[0], note="x")
    desk.show()
    desk.press(Qt.Key.Key_N, control=True)
    dialog = desk.dialog()
    assert not dialog.save_button.isEnabled()
    assert dialog.hint_label.text() == "Belum lengkap: unit."
    choose(dialog, "rsud")
    choose(dialog, "pendid")
    assert [spot.title for spot in dialog.chosen()] == ["RSUD Kota", "Dinas Pendidikan"]
    assert dialog.count_label.text() == "2 dipilih"
    assert dialog.save_button.text() == "&Simpan 2 rencana"
    tomorrow = TODAY + timedelta(days=1)
    assert dialog.wish().day == tomorrow.isoformat()
    dialog.device_combo.setCurrentIndex(dialog.device_combo.findData(desk.all.field.device))
    dialog.team_list.setFocus()
    QTest.keyClick(dialog.team_list, Qt.Key.Key_Space)
    dialog.note_edit.setFocus()
    QTest.keyClicks(dialog.note_edit, "Bawa formulir")
    with desk.qtbot.waitSignal(desk.refresher.changed):
        QTest.keyClick(dialog.note_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view = desk.page.plans()
    fresh = [one for one in desk.office.planning.look() if one.row.note == "Bawa formulir"]
    assert {one.row.unit for one in fresh} == {"RSUD Kota", "Dinas Pendidikan"}
    assert {one.row.day for one in fresh} == {tomorrow.isoformat()}
    assert [person.name for person in fresh[0].team] == ["Rina Wati"]
    assert len(view.plans_list.lines()) == 3
    current = view.current()
    assert current is not None
    assert current.row.note == "Bawa formulir"
    assert "besok" in view.day_label.text().lower()
    assert view.team_label.text() == "Rina Wati"


def test_a_plan_is_told_by_the_letter_and_only_then_known_as_sent(desk: Desk) -> None:
    desk.planned(desk.unit("Dinas Sosial"), note="Bawa formulir")
    view = desk.show()
    assert view.plans_list.lines()[0].badge == "Belum dikirim"
    assert view.due_label.text() == "Belum dikirim: Siti Aminah (1)."
    assert view.letter_button.text() == "Tulis &surat untuk Siti Aminah…"
    desk.press(Qt.Key.Key_Return, control=True)
    (letter,) = desk.page.findChildren(LetterDialog)
    assert letter.device() == desk.all.field.device
    assert "1 rencana belum diketahuinya" in letter.due_label.text()
    before = set(desk.all.stick.iterdir())
    letter.write(str(desk.all.stick))
    desk.qtbot.waitUntil(letter.done_notice.isVisible)
    letter.reject()
    (written,) = set(desk.all.stick.iterdir()) - before
    assert written.name.startswith("rencana-")
    assert view.plans_list.lines()[0].badge == "Terkirim"
    assert view.due_label.text() == "Semua rencana sudah ada dalam surat kepada auditornya."
    assert view.letter_button.isHidden()
    desk.all.arrive(written, desk.all.field)
    assert [row.note for row in desk.all.field.planning.open()] == ["Bawa formulir"]


def test_a_plan_is_changed_by_enter(desk: Desk) -> None:
    one = desk.planned(desk.unit("Dinas Sosial"))
    desk.unit("RSUD Kota")
    view = desk.show()
    desk.press(Qt.Key.Key_Return)
    dialog = desk.dialog()
    assert [spot.title for spot in dialog.chosen()] == ["Dinas Sosial"]
    assert dialog.save_button.text() == "&Simpan perubahan"
    choose(dialog, "rsud")
    assert [spot.title for spot in dialog.chosen()] == ["RSUD Kota"]
    dialog.day_edit.setDate(QDate(2027, 1, 5))
    dialog.period_edit.setText("x")
    assert not dialog.save_button.isEnabled()
    dialog.save()
    dialog.period_edit.setText("2027-1")
    dialog.save_button.click()
    (row,) = desk.office.planning.rows()
    assert (row.id, row.unit, row.day, row.period) == (one, "RSUD Kota", "2027-01-05", "2027-1")
    assert view.unit_label.text() == "RSUD Kota"


def test_what_is_changed_after_the_letter_waits_for_the_next(desk: Desk) -> None:
    desk.planned(desk.unit("Dinas Sosial"))
    desk.all.letter(Purpose.PLAN)
    view = desk.show()
    view.edit()
    dialog = desk.dialog()
    assert "surat berikutnya" in dialog.hint_label.text()
    dialog.note_edit.setPlainText("lain")
    dialog.save()
    assert view.plans_list.lines()[0].badge == "Perubahan belum dikirim"
    assert not view.letter_button.isHidden()


def test_a_plan_is_taken_back_and_stands_again(desk: Desk) -> None:
    one = desk.planned(desk.unit("Dinas Sosial"))
    view = desk.show()
    desk.press(Qt.Key.Key_Delete)
    assert desk.office.planning.rows() == []
    assert view.content_stack.currentWidget() is view.nothing_state
    text, undo = desk.said[-1]
    assert text == "Rencana untuk Dinas Sosial dibatalkan"
    assert callable(undo)
    undo()
    assert [row.id for row in desk.office.planning.rows()] == [one]
    assert view.current() is not None


def test_one_that_was_told_and_taken_back_still_asks_for_a_letter(desk: Desk) -> None:
    desk.planned(desk.unit("Dinas Sosial"))
    desk.all.letter(Purpose.PLAN)
    view = desk.show()
    view.call_off()
    assert view.plans_list.count() == 0
    assert view.due_label.text() == "Belum dikirim: Siti Aminah (1)."
    assert view.content_stack.currentWidget() is view.plans_page
    assert view.unit_label.isHidden()


def test_one_that_has_begun_is_not_changed_any_more(desk: Desk) -> None:
    one = desk.planned(desk.unit("Dinas Sosial"))
    field = desk.all.field
    desk.all.arrive(desk.all.letter(Purpose.PLAN), field)
    (row,) = field.planning.open()
    field.planning.start(row.id, field.planning.profile(row.id, workspaces.SITI, TODAY))
    desk.all.arrive(desk.all.results())
    view = desk.show()
    current = view.current()
    assert current is not None
    assert (current.row.id, current.status) == (one, PlanStatus.DONE)
    assert view.edit_button.isHidden()
    view.edit()
    view.call_off()
    assert desk.page.findChildren(VisitPlanDialog) == []
    assert len(desk.office.planning.rows()) == 1


def test_who_goes_along_stands_in_the_assessment(qtbot: QtBot, desk: Desk) -> None:
    unit = desk.unit("Dinas Sosial")
    desk.office.planning.add(
        unit=unit,
        period="2024",
        instrument=workspaces.pin(instruments.small()),
        day=TODAY.isoformat(),
        device=DeviceId(desk.all.field.device),
        team=(Person(name="Rina Wati"), Person(name="Budi")),
    )
    desk.all.arrive(desk.all.letter(Purpose.PLAN), desk.all.field)
    dialog = NewAssessmentDialog(desk.all.field, desk.refresher)
    qtbot.addWidget(dialog)
    dialog.prefill(desk.all.field.planning.open()[0])
    assert [person.name for person in dialog.visit().team] == ["Rina Wati", "Budi"]


def test_products_are_found_and_planned_days_are_marked(desk: Desk) -> None:
    unit = desk.unit("Dinas Kependudukan")
    desk.office.organisations.register_product(Product(unit=unit, name="KTP elektronik"))
    desk.planned(unit, TODAY)
    view = desk.show()
    view.plan()
    dialog = desk.dialog()
    badges = [line.badge for line in dialog.units_list.lines()]
    assert badges[0].startswith("Rencana ")
    assert badges[1] == ""
    dialog.search_edit.setText("ktp")
    (line,) = dialog.units_list.lines()
    assert line.title == "Dinas Kependudukan · KTP elektronik"
    dialog.units_list.opened.emit(line.key)
    assert dialog.chosen()[0].product is not None
    dialog.units_list.opened.emit(line.key)
    assert dialog.chosen() == []
    dialog.search_edit.setText("tidak ada yang begini")
    assert dialog.count_label.text().startswith("Tidak ada unit yang cocok")
    QTest.keyClick(dialog.search_edit, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_large_register_is_searched_and_not_listed_whole(desk: Desk) -> None:
    for number in range(places.SHOWN + 20):
        desk.unit(f"Puskesmas {number:03}")
    view = desk.show()
    view.plan()
    dialog = desk.dialog()
    assert dialog.units_list.count() == places.SHOWN
    assert dialog.count_label.text() == "0 dipilih · 20 lagi; ketik nama untuk menemukannya"
    choose(dialog, "puskesmas 119")
    assert dialog.chosen()[0].title == "Puskesmas 119"
    dialog.search_edit.clear()
    assert dialog.units_list.lines()[0].title == "Puskesmas 119"
    QTest.keyClick(dialog.search_edit, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.units_list


def test_an_error_stays_in_the_dialog(desk: Desk) -> None:
    one = desk.planned(desk.unit("Dinas Sosial"))
    view = desk.show()
    view.edit()
    desk.office.planning.cancel(desk.office.planning.rows()[0].id)
    dialog = desk.dialog()
    dialog.save()
    assert dialog.isVisible()
    assert one in dialog.error_bar.text()


def test_everything_has_a_name_and_its_turn(desk: Desk) -> None:
    desk.planned(desk.unit("Dinas Sosial"), note="x")
    view = desk.show()
    assert nameless(view) == []
    chain = [name for name in tab_chain(view) if name]
    assert chain == [
        *("units_button", "instrument_button", "new_button", "plans_list"),
        *("edit_button", "call_off_button", "letter_button"),
    ]
    view.plan()
    dialog = desk.dialog()
    assert nameless(dialog) == []
    assert tab_chain(dialog)[0] == "search_edit"
    assert tab_chain(dialog)[-1] == "cancel_button"


def test_long_names_do_not_widen_the_page(desk: Desk) -> None:
    desk.planned(desk.unit(LONG, LONG), note=LONG)
    view = desk.show()
    desk.page.resize(1280, 700)
    desk.qtbot.wait(1)
    assert desk.page.minimumSizeHint().width() <= 1280
    assert desk.page.height() == 700
    assert view.unit_label.wordWrap()


def test_it_speaks_english(desk: Desk, qapp: QApplication) -> None:
    desk.planned(desk.unit("Dinas Sosial"))
    view = desk.show()
    view.plan()
    try:
        languages.apply(qapp, "en")
        assert view.plans_list.count() == 1
        QApplication.sendEvent(desk.dialog(), QEvent(QEvent.Type.LanguageChange))
    finally:
        languages.apply(qapp, "id")
