"""What headquarters plans stands above the list, and one key starts it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui.dialogs.letter import LetterDialog
from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.bundle_plan import describe
from kepatuhan_desktop.gui.pages.assessments import AssessmentsPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.letter_button import LetterButton
from kepatuhan_desktop.gui.widgets.plan_notice import PlanNotice
from tests.builders import instruments, offices, workspaces
from tests.builders.clock import START
from tests.builders.gui_lists import nameless, tab_chain
from tests.builders.offices import Round


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters and the field."""
    with offices.round_of(tmp_path) as found:
        found.office.instruments.install(instruments.small())
        yield found


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Where the worker works."""
    made = Jobs(qapp)
    yield made
    made.shutdown()


def planned(all_: Round, *days: date, note: str = "") -> None:
    """Visits on these days, known in the field."""
    for number, day in enumerate(days):
        all_.office.planning.add(
            unit=workspaces.an_office(all_.office, f"Dinas Perizinan {number + 1}"),
            period=str(day.year),
            instrument=workspaces.pin(instruments.small()),
            day=day.isoformat(),
            device=DeviceId(all_.field.device),
            note=note,
        )
    all_.arrive(all_.letter(Purpose.PLAN), all_.field)


def page_of(qtbot: QtBot, qapp: QApplication, all_: Round, jobs: Jobs) -> AssessmentsPage:
    """The list in the field."""
    page = AssessmentsPage(all_.field, jobs, Refresher(qapp))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_today_and_tomorrow_stand_above_the_list(
    qtbot: QtBot, qapp: QApplication, all_: Round, jobs: Jobs
) -> None:
    today = date.today()  # noqa: DTZ011 - as the page does
    tomorrow = today + timedelta(days=1)
    planned(all_, tomorrow, today, tomorrow, tomorrow)
    page = page_of(qtbot, qapp, all_, jobs)
    notice = page.plan_notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.title_label.text() == "Rencana dari pusat — Hari ini: 1 unit · Besok: 3 unit"
    assert [button.text() for button in notice.buttons] == ["Mulai  Ctrl+R", "Mulai", "Mulai"]
    assert notice.buttons[0].accessibleName() == "Mulai menilai Dinas Perizinan 2 · Kota Uji"
    assert not notice.more_button.isHidden()
    assert notice.more_button.menu().actions()[0].text().startswith("Besok · Dinas Perizinan")
    assert nameless(page) == []


def test_one_key_starts_it_prefilled_and_it_is_gone(
    qtbot: QtBot, qapp: QApplication, all_: Round, jobs: Jobs
) -> None:
    today = date.today()  # noqa: DTZ011 - as the page does
    planned(all_, today, note="Bawa formulir F-02")
    page = page_of(qtbot, qapp, all_, jobs)
    qtbot.waitUntil(page.plan_notice.isVisible)
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(NewAssessmentDialog)
    visit = dialog.visit()
    assert (visit.institution, visit.unit, visit.period) == (
        *("Kota Uji", "Dinas Perizinan 1", str(today.year)),
    )
    assert visit.instrument == workspaces.pin(instruments.small())
    assert dialog.plan_notice.sentence() == "Bawa formulir F-02"
    with qtbot.waitSignal(page.opened) as signal:
        dialog.start_button.click()
    assert all_.field.planning.open() == []
    assert [row.visits for row in all_.field.planning.rows()] == [1]
    assert signal.args == [all_.field.assessments.rows()[0].id]
    qtbot.waitUntil(page.plan_notice.isHidden)


def test_whoever_starts_it_without_the_plan_carries_it_out_too(
    qtbot: QtBot, qapp: QApplication, all_: Round, jobs: Jobs
) -> None:
    today = date.today()  # noqa: DTZ011 - as the page does
    planned(all_, today)
    page = page_of(qtbot, qapp, all_, jobs)
    page.start_new()
    (dialog,) = page.findChildren(NewAssessmentDialog)
    dialog.institution_combo.setCurrentText("Kota Uji")
    dialog.unit_combo.setCurrentText("dinas perizinan 1")
    for place in range(dialog.instrument_combo.count()):
        if dialog.instrument_combo.itemData(place).id == "small":
            dialog.instrument_combo.setCurrentIndex(place)
    with qtbot.waitSignal(page.opened):
        dialog.start_button.click()
    assert all_.field.planning.open() == []


def test_days_gone_by_and_days_to_come_are_told(qtbot: QtBot, all_: Round) -> None:
    day = date(2024, 8, 13)
    planned(all_, day, day + timedelta(days=9))
    notice = PlanNotice()
    qtbot.addWidget(notice)
    notice.show_plans(all_.field.planning.open(), day + timedelta(days=3))
    assert notice.title_label.text().endswith("Terlewat: 1 unit · 22 Agu 2024: 1 unit")
    QApplication.sendEvent(notice, QEvent(QEvent.Type.LanguageChange))
    assert len(notice.buttons) == 2
    notice.show_plans([], day)
    assert notice.isHidden()
    notice.start_first()


def test_a_plan_waits_for_its_instrument(qtbot: QtBot, all_: Round) -> None:
    planned(all_, date(2024, 8, 13))
    rows = [
        msgspec.structs.replace(row, has_instrument=False) for row in all_.field.planning.open()
    ]
    notice = PlanNotice()
    qtbot.addWidget(notice)
    notice.show_plans(rows, date(2024, 8, 13))
    assert not notice.buttons[0].isEnabled()
    assert notice.buttons[0].accessibleDescription() == "Instrumen small 1 belum datang."
    with qtbot.assertNotEmitted(notice.chosen):
        notice.start_first()


def test_the_list_says_what_headquarters_received(
    qtbot: QtBot, qapp: QApplication, all_: Round, jobs: Jobs
) -> None:
    workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    page = page_of(qtbot, qapp, all_, jobs)
    shown = page.assessments_table.model().index(0, 7)
    qtbot.wait(120)
    assert shown.data() == "Ditandatangani"
    all_.office.receiving.acknowledge()
    all_.arrive(all_.letter(), all_.field)
    page._listen()
    assert page.assessments_table.model().index(0, 7).data() == "Diterima pusat"


def test_headquarters_writes_receipts_and_letters(qtbot: QtBot, all_: Round, jobs: Jobs) -> None:
    button = LetterButton(all_.field, jobs)
    qtbot.addWidget(button)
    button.catch_up()
    assert button.isHidden()
    workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    button = LetterButton(all_.office, jobs)
    qtbot.addWidget(button)
    button.catch_up()
    assert button.text() == "Tulis tanda terima…  1"
    assert button.toolTip() == "1 paket dari 1 perangkat menunggu tanda terima."
    button.click()
    (dialog,) = button.findChildren(LetterDialog)
    assert dialog.device() == all_.field.device
    assert "1 paket menunggu" in dialog.device_combo.currentText()
    assert nameless(dialog) == []
    assert tab_chain(dialog)[-1] == "write_button"
    before = set(all_.stick.iterdir())
    dialog.write(str(all_.stick))
    qtbot.waitUntil(dialog.done_notice.isVisible)
    (letter,) = set(all_.stick.iterdir()) - before
    assert letter.name.startswith("tanda-terima-")
    all_.arrive(letter, all_.field)
    assert all_.field.exporting.outbox().is_empty
    QApplication.sendEvent(button, QEvent(QEvent.Type.LanguageChange))
    assert button.text() == "Tulis tanda terima…"
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert "surat ini mengulangnya" in dialog.due_label.text()


def test_a_letter_that_cannot_be_written_is_told(
    qtbot: QtBot, all_: Round, jobs: Jobs, tmp_path: Path
) -> None:
    dialog = LetterDialog(all_.office, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.write(str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: bool(dialog.error_bar.text()))
    qtbot.waitUntil(dialog.write_button.isEnabled)


def test_the_plan_of_an_import_tells_of_a_newer_trust_file(all_: Round) -> None:
    all_.authority.revoke(DeviceId(all_.colleague.device), RevocationReason.MOVED, START)
    all_.publish(all_.office)
    plan = all_.field.importing.plan(all_.field.importing.inspect(all_.letter()))
    text = describe(plan, all_.field)
    assert any("Inspektorat versi 2" in line for line in text.warnings)
