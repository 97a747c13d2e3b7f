"""Whom the authority enrols, renews and takes back, in the window."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.gui.dialogs.enrolment import EnrolmentDialog
from kepatuhan_desktop.gui.dialogs.revocation import RevocationDialog
from kepatuhan_desktop.gui.models.people import Column, PeopleModel
from kepatuhan_desktop.gui.pages.authority import AuthorityPage
from kepatuhan_desktop.services.authorities import Standing
from tests.builders import authorities as made
from tests.builders import gui_trust
from tests.builders.clock import START, FixedClock
from tests.builders.gui_authority import (
    PEOPLE,
    a_full_page,
    activate,
    an_open_page,
    clock,
    dialog_of,
    folder,
    go_to,
    idle,
    jobs,
    names,
    own_settings,
    page,
)
from tests.builders.gui_lists import nameless

__all__ = [
    "a_full_page",
    "an_open_page",
    "clock",
    "folder",
    "jobs",
    "own_settings",
    "page",
]


def test_requests_are_enrolled_only_when_compared(
    qtbot: QtBot, an_open_page: AuthorityPage, tmp_path: Path
) -> None:
    page = an_open_page
    paths = gui_trust.request_files(tmp_path / "in", PEOPLE)
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    page.dialogs.take_requests([*paths, str(tmp_path / "foto.jpg")])
    idle(qtbot, page)
    dialog = dialog_of(page, EnrolmentDialog)
    assert nameless(dialog) == []
    assert not dialog.enrol_button.isEnabled()
    assert "tidak dapat diterima" in dialog.cards[3].fault_label.text()
    assert dialog.cards[3].compared_check.isHidden()
    dialog.cards[0].compared_check.click()
    dialog.cards[1].compared_check.click()
    dialog.cards[1].headquarters_check.click()
    assert dialog.enrol_button.text() == "Dafta&rkan 2 orang"
    assert dialog.hint_label.text().startswith("1 ")
    dialog.cards[0].auditor_check.click()
    assert dialog.enrol_button.text() == "&Daftarkan"
    dialog.cards[0].auditor_check.click()
    with qtbot.waitSignal(page.announced) as said:
        dialog.enrol_button.click()
    assert "2 orang" in (said.args or [""])[0]
    assert names(page) == ["Budi Santoso", "Siti Aminah"]
    roles = {one.name: one.roles for one in page.desk.snapshot.people} if page.desk.snapshot else {}
    assert roles["Budi Santoso"] == (Role.AUDITOR, Role.HEADQUARTERS)
    assert not page.isHidden()
    assert dialog.isHidden()


def test_who_is_refused_stays_with_the_reason(
    qtbot: QtBot, a_full_page: AuthorityPage, tmp_path: Path
) -> None:
    page = a_full_page
    # The device of Siti, in the name of somebody else, and somebody new.
    path, other = tmp_path / "x.permohonan", tmp_path / "y.permohonan"
    path.write_bytes(made.request_bytes(made.BUDI, "key 0", START))
    other.write_bytes(made.request_bytes(made.SITI, "another key", START))
    page.dialogs.take_requests([str(path), str(other)])
    idle(qtbot, page)
    dialog = dialog_of(page, EnrolmentDialog)
    assert "Siti Aminah" in dialog.cards[0].note_label.text()
    assert dialog.cards[0].state_badge.text() == "Sudah terdaftar"
    for card in dialog.cards:
        card.compared_check.setChecked(True)
    dialog.enrol_button.click()
    idle(qtbot, page)
    assert dialog.isVisible()
    assert dialog.cards[0].fault_label.text()
    assert dialog.cards[1].state_badge.text() == "Didaftarkan"
    assert dialog.hint_label.text().startswith("1 ")
    assert len(names(page)) == 4
    dialog.reject()


def test_files_are_dropped(qtbot: QtBot, an_open_page: AuthorityPage, tmp_path: Path) -> None:
    carried = QMimeData()
    paths = gui_trust.request_files(tmp_path / "in", PEOPLE[:1])
    carried.setUrls([QUrl.fromLocalFile(path) for path in paths])
    an_open_page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    idle(qtbot, an_open_page)
    dialog_of(an_open_page, EnrolmentDialog).reject()


def test_a_locked_page_takes_no_requests(page: AuthorityPage, tmp_path: Path) -> None:
    page.dialogs.take_requests(gui_trust.request_files(tmp_path / "in", PEOPLE[:1]))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.dialogs.ask_where_to_publish()
    page.dialogs.show_recipients()
    assert not page.desk.is_busy()
    assert not [one for one in page.findChildren(QDialog) if one.isVisible()]


def test_the_list_is_searched_filtered_and_sorted(a_full_page: AuthorityPage) -> None:
    page = a_full_page
    assert names(page)[:2] == ["Budi Santoso", gui_trust.LONG]
    page.people_table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Siti Aminah"
    page.search_edit.setText("siti 198001")
    assert names(page) == ["Siti Aminah"]
    assert page.all_button.text().endswith("1")
    page.revoked_button.click()
    assert page.table_stack.currentWidget() is page.no_hits
    page.no_hits.triggered.emit()
    assert len(names(page)) == 3
    assert page.table_stack.currentWidget() is page.table_page


def test_the_model_keeps_the_rules_of_qt(a_full_page: AuthorityPage) -> None:
    assert a_full_page.desk.snapshot is not None
    model = PeopleModel()
    # What it finds is a warning of Qt, which fails the test.
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_people(a_full_page.desk.snapshot.people)
    for column in Column:
        model.sort(column)
    model.search("budi")
    model.show_standing(Standing.EXPIRED)
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_person_is_renewed_and_stays_current(
    qtbot: QtBot, a_full_page: AuthorityPage, clock: FixedClock
) -> None:
    page = a_full_page
    go_to(page, "Siti Aminah")
    assert page.person_panel.person_name.text() == "Siti Aminah"
    clock.set(START + timedelta(days=900))
    page.desk.renew(page.people_table.current().device)  # type: ignore[union-attr]  # set above
    idle(qtbot, page)
    assert page.ended_button.text().endswith("2")
    current = page.people_table.current()
    assert current is not None
    assert (current.name, current.standing) == ("Siti Aminah", Standing.ACTIVE)
    page.person_panel.renew_button.click()
    idle(qtbot, page)


def test_a_revocation_needs_a_reason_and_says_what_it_means(
    qtbot: QtBot, a_full_page: AuthorityPage
) -> None:
    page = a_full_page
    go_to(page, "Siti Aminah")
    page.person_panel.revoke_button.click()
    dialog = dialog_of(page, RevocationDialog)
    assert "Siti Aminah" in dialog.who_label.text()
    assert not dialog.revoke_button.isEnabled()
    dialog.reason_combo.setCurrentIndex(1)
    dialog.revoke_button.click()
    idle(qtbot, page)
    current = page.people_table.current()
    assert current is not None
    assert current.reason is RevocationReason.KEY_STOLEN
    assert page.person_panel.state_badge.text() == "Dicabut"
    assert "hilang" in page.person_panel.reason_value.text()
    assert page.person_panel.revoke_button.isHidden()


def test_the_keyboard_goes_through_the_list(qtbot: QtBot, a_full_page: AuthorityPage) -> None:
    page = a_full_page
    activate(qtbot, page)
    page.people_table.setFocus()
    go_to(page, names(page)[0])
    QTest.keyClick(page.people_table, Qt.Key.Key_Down)
    assert page.person_panel.person_name.text() == names(page)[1]
    QTest.keyClick(page.people_table, Qt.Key.Key_Return)
    QTest.keyClick(page.people_table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search_edit.hasFocus()


@pytest.mark.parametrize("size", [(1366, 704), (1280, 636)])
def test_long_names_fit_the_smallest_window(
    a_full_page: AuthorityPage, qapp: QApplication, size: tuple[int, int]
) -> None:
    page = a_full_page
    go_to(page, gui_trust.LONG)
    page.resize(*size)
    qapp.processEvents()
    assert (page.width(), page.height()) == size
    panel = page.person_panel
    assert panel.person_name.heightForWidth(panel.person_name.width()) <= panel.person_name.height()
    table = page.people_table
    wide = sum(table.columnWidth(one) for one in Column if not table.isColumnHidden(one))
    assert wide <= table.viewport().width()
    assert gui_trust.LONG in str(table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole))
