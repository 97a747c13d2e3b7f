"""The list of assessments."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId, InstitutionId
from kepatuhan_desktop.domain.organisation import Unit
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.assessments import AssessmentsModel, Column
from kepatuhan_desktop.gui.pages.assessments import AssessmentsPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import instruments, workspaces
from tests.builders.gui_lists import nameless, row, tab_chain

LONG = "Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, Tenaga Kerja dan Transmigrasi Kota"


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def refresher(qapp: QApplication) -> Refresher:
    return Refresher(qapp)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.shutdown()


def shown(qtbot: QtBot, services: Services, jobs: Jobs, refresher: Refresher) -> AssessmentsPage:
    page = AssessmentsPage(services, jobs, refresher)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def texts(page: AssessmentsPage, column: Column = Column.UNIT) -> list[str]:
    model = page.assessments_table.model()
    return [str(model.index(at, column).data()) for at in range(model.rowCount())]


@pytest.fixture
def three(services: Services) -> list[AssessmentId]:
    """A draft, one that can be signed, a sealed one."""
    offices = [workspaces.an_office(services, f"Dinas {letter}") for letter in "ABC"]
    return [
        workspaces.started(services, unit=offices[0]),
        workspaces.filled(services, unit=offices[1]),
        workspaces.a_sealed_assessment(services, unit=offices[2], period="2023"),
    ]


@pytest.fixture
def page(
    qtbot: QtBot,
    services: Services,
    jobs: Jobs,
    refresher: Refresher,
    three: list[AssessmentId],
) -> AssessmentsPage:
    return shown(qtbot, services, jobs, refresher)


def test_the_model_keeps_the_rules_of_qt() -> None:
    model = AssessmentsModel()
    # What it finds is a warning of Qt, which fails the test.
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_rows(row(number) for number in range(20))
    model.search("dinas 00003")
    model.sort(Column.UNIT)
    model.search("")
    assert tester.model() is model


def test_fifteen_thousand_rows_are_searched_and_sorted_within_the_blink_of_an_eye() -> None:
    model = AssessmentsModel()
    model.show_rows(row(number) for number in range(15_000))
    deeds: tuple[Callable[[], None], ...] = (
        lambda: model.search("dinas 0012"),
        lambda: model.search(""),
        lambda: model.show_status(Status.DRAFT),
        lambda: model.sort(Column.SCORE, Qt.SortOrder.AscendingOrder),
    )
    for deed in deeds:
        took = []
        for _ in range(3):
            start = time.perf_counter()
            deed()
            took.append(time.perf_counter() - start)
        # The aim is 50 ms; the machine may be busy with other things.
        assert min(took) < 0.2


def test_scores_are_sorted_as_numbers_and_nothing_comes_below_zero() -> None:
    model = AssessmentsModel()
    scores = ["9.50", "100.00", None, "0.00"]
    model.show_rows(row(at, score=score) for at, score in enumerate(scores))
    model.sort(Column.SCORE, Qt.SortOrder.AscendingOrder)
    found = [model.row_at(model.index(at, 0)).score for at in range(4)]
    assert found == [None, "0.00", "9.50", "100.00"]


def test_a_score_that_can_still_move_says_so() -> None:
    model = AssessmentsModel()
    model.show_rows([row(answered=4)])
    assert model.index(0, Column.SCORE).data() == "74,60 sementara"
    model.show_rows([row(answered=5)])
    assert model.index(0, Column.SCORE).data() == "74,60"


def test_an_assessment_of_today_shows_its_time_and_an_older_one_its_day() -> None:
    model = AssessmentsModel()
    model.today = date(2026, 8, 12)
    model.show_rows(
        row(at, updated_at=day)
        for at, day in enumerate(("2026-08-12T09:05:00", "2026-08-11T09:00:00", "2025-03-01T09:00"))
    )
    said = [model.index(at, Column.CHANGED).data() for at in range(3)]
    assert said == ["09.05", "kemarin", "1 Mar 2025"]


def test_the_filters_count_what_they_would_show(page: AssessmentsPage) -> None:
    buttons = (page.all_button, page.draft_button, page.ready_button, page.sealed_button)
    assert [button.text().split()[-1] for button in buttons] == ["3", "1", "1", "1"]
    page.sealed_button.click()
    assert texts(page) == ["Dinas C"]
    page.search("dinas b")
    assert page.all_button.text().split()[-1] == "1"


def test_a_period_can_be_chosen(page: AssessmentsPage) -> None:
    page.period_combo.setCurrentIndex(page.period_combo.findData("2023"))
    assert texts(page) == ["Dinas C"]


def test_no_hits_offer_the_way_back(page: AssessmentsPage) -> None:
    page.search("tidak ada")
    assert page.table_stack.currentWidget() is page.no_hits
    page.no_hits.triggered.emit()
    assert page.table_stack.currentWidget() is page.table_page
    assert len(texts(page)) == 3


def test_an_empty_workspace_invites_to_start_and_asks_for_the_name(
    qtbot: QtBot, services: Services, jobs: Jobs, refresher: Refresher
) -> None:
    page = shown(qtbot, services, jobs, refresher)
    assert page.content_stack.currentWidget() is page.nothing_yet
    assert page.notice_row.isVisible()
    with qtbot.waitSignal(page.settings_requested):
        page.identity_button.click()
    services.settings.change(auditor_name="Siti")
    page.refresh_identity()
    assert not page.notice_row.isVisible()


def test_keys_find_choose_and_open(qtbot: QtBot, page: AssessmentsPage) -> None:
    qtbot.waitUntil(page.assessments_table.hasFocus)
    QTest.keyClick(page.assessments_table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search_edit.hasFocus)
    QTest.keyClicks(page.search_edit, "dinas b")
    QTest.keyClick(page.search_edit, Qt.Key.Key_Down)
    qtbot.waitUntil(page.assessments_table.hasFocus)
    expected = page.current()
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.assessments_table, Qt.Key.Key_Return)
    assert opened.args == [expected]
    assert texts(page) == ["Dinas B"]


def test_the_up_key_leads_back_to_the_search(qtbot: QtBot, page: AssessmentsPage) -> None:
    qtbot.waitUntil(page.assessments_table.hasFocus)
    QTest.keyClick(page.assessments_table, Qt.Key.Key_Up)
    qtbot.waitUntil(page.search_edit.hasFocus)


def test_a_double_click_opens(qtbot: QtBot, page: AssessmentsPage) -> None:
    table = page.assessments_table
    place = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(page.opened):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_change_redraws_its_row_and_keeps_the_place(
    page: AssessmentsPage, services: Services, refresher: Refresher, three: list[AssessmentId]
) -> None:
    page.make_current(three[2])
    changes = services.answering.choose(three[0], instruments.A2, instruments.FULL)
    refresher.changed.emit(changes)
    assert "1/5" in texts(page, Column.PROGRESS)
    assert page.current() == three[2]


def test_a_list_behind_another_page_catches_up_when_it_is_shown(
    page: AssessmentsPage, services: Services, refresher: Refresher, three: list[AssessmentId]
) -> None:
    page.hide()
    refresher.changed.emit(services.answering.choose(three[0], instruments.A2, instruments.FULL))
    assert "1/5" not in texts(page, Column.PROGRESS)
    page.show()
    assert "1/5" in texts(page, Column.PROGRESS)


def test_a_renamed_unit_is_renamed_in_its_rows(
    page: AssessmentsPage, services: Services, refresher: Refresher, three: list[AssessmentId]
) -> None:
    office = services.assessments.row(three[1]).unit_id
    institution = InstitutionId(services.organisations.institutions()[0][0])
    changes = services.organisations.revise_unit(office, Unit(institution=institution, name=LONG))
    refresher.changed.emit(changes)
    assert LONG in texts(page)


def test_a_long_name_is_shortened_and_told_in_full_by_its_tip() -> None:
    model = AssessmentsModel()
    model.show_rows([row(unit=LONG)])
    assert LONG in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_a_name_cannot_smuggle_markup_into_a_tip() -> None:
    model = AssessmentsModel()
    model.show_rows([row(unit="<b>Dinas</b>")])
    assert "<b>" not in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


@pytest.mark.parametrize("width", [1280, 1366, 1920])
def test_the_columns_fill_the_room_and_none_is_cut(page: AssessmentsPage, width: int) -> None:
    page.resize(width, 700)
    table = page.assessments_table
    table.fit()
    kept = [at for at in Column if not table.isColumnHidden(at)]
    assert sum(table.columnWidth(at) for at in kept) == table.viewport().width()
    assert {Column.UNIT, Column.PROGRESS, Column.SCORE, Column.STATUS} <= set(kept)


def test_rows_are_high_enough_for_a_finger(page: AssessmentsPage) -> None:
    assert page.assessments_table.rowHeight(0) >= 44


def test_the_page_can_be_painted(page: AssessmentsPage) -> None:
    picture = page.grab().toImage()
    assert picture.format() != QImage.Format.Format_Invalid
    assert picture.size().width() >= 1366


def test_everything_has_a_name_and_its_turn(page: AssessmentsPage) -> None:
    assert nameless(page) == []
    chain = tab_chain(page)
    expected = [
        "search_edit",
        "exchange_button",
        "verify_button",
        "keys_button",
        "settings_button",
        "new_button",
    ]
    start = chain.index("search_edit")
    assert [*chain[start:], *chain[:start]][: len(expected)] == expected


def test_another_language_takes_effect_at_once(
    page: AssessmentsPage, qapp: QApplication, qtbot: QtBot
) -> None:
    assert "," in " ".join(texts(page, Column.SCORE))
    languages.apply(qapp, "en")
    try:
        qtbot.waitUntil(lambda: "," not in " ".join(texts(page, Column.SCORE)))
    finally:
        languages.apply(qapp, "id")
