"""The window as a whole: pages, faults, messages, and the way out."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import AssessmentUnknown, DiskFull
from kepatuhan_desktop.gui import languages, theme
from kepatuhan_desktop.gui.dialogs.keys import KeysDialog
from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.progress import Progress
from tests.builders import instruments, workspaces


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def assessment(services: Services) -> AssessmentId:
    return workspaces.started(services)


@pytest.fixture
def window(qtbot: QtBot, services: Services, assessment: AssessmentId) -> Iterator[MainWindow]:
    made = MainWindow(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.jobs.shutdown()


def test_only_the_list_is_made_at_the_start(window: MainWindow) -> None:
    assert window.stack.count() == 1
    assert window.stack.currentWidget() is window.list_page


def test_a_draft_opens_in_the_walk_and_leads_to_the_review_and_back(
    qtbot: QtBot, window: MainWindow, assessment: AssessmentId
) -> None:
    window.list_page.opened.emit(assessment)
    assert window.stack.currentWidget() is window.walk()
    window.walk().review_requested.emit(assessment)
    assert window.stack.currentWidget() is window.review()
    window.review().indicator_requested.emit(assessment, instruments.B1)
    assert window.stack.currentWidget() is window.walk()
    assert window.walk().current() == instruments.B1
    window.walk().left.emit()
    assert window.stack.currentWidget() is window.list_page
    assert window.list_page.current() == assessment
    qtbot.waitUntil(lambda: window.jobs.count() == 0)


def test_a_sealed_assessment_opens_as_its_scorecard_and_leads_back_to_the_list(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    one = workspaces.a_sealed_assessment(services)
    window.open_assessment(one)
    assert window.stack.currentWidget() is window.review()
    window.review().left.emit(one)
    assert window.stack.currentWidget() is window.list_page
    qtbot.waitUntil(lambda: window.jobs.count() == 0)


def test_a_new_assessment_is_opened_at_once(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window.list_page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(NewAssessmentDialog)
    assert dialog is not None
    dialog.unit_combo.setEditText("Puskesmas Baru")
    dialog.auditor_name_edit.setText("Siti Aminah")
    dialog.start_button.click()
    assert window.stack.currentWidget() is window.walk()
    overview = window.walk().overview()
    assert overview is not None
    assert overview.unit.name == "Puskesmas Baru"
    qtbot.waitUntil(lambda: window.jobs.count() == 0)


def test_settings_lead_back_to_where_one_was(
    qtbot: QtBot, window: MainWindow, assessment: AssessmentId
) -> None:
    window.show_walk(assessment)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.settings()
    window.show_settings()
    window.settings().left.emit()
    assert window.stack.currentWidget() is window.walk()
    qtbot.waitUntil(lambda: window.jobs.count() == 0)


def test_f1_lists_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()


def test_a_known_fault_is_a_sentence_until_the_next_page(window: MainWindow) -> None:
    window.list_page.failed.emit(AssessmentUnknown(assessment="x1"))
    assert "x1" in window.error_bar.text()
    window.show_settings()
    assert window.error_bar.text() == ""


def test_an_assessment_that_is_gone_is_a_sentence(window: MainWindow) -> None:
    window.open_assessment("nowhere")
    assert "nowhere" in window.error_bar.text()
    assert window.stack.currentWidget() is window.list_page


def test_a_fault_of_ours_leaves_the_window_alive(window: MainWindow) -> None:
    window.say_error(ZeroDivisionError())
    assert "ZeroDivisionError" in window.error_bar.text()
    assert "tetap aman" in window.error_bar.text()


def test_what_did_not_reach_the_disk_is_not_called_saved(
    window: MainWindow, services: Services, assessment: AssessmentId
) -> None:
    window.say_error(DiskFull(path="/data"))
    assert window.status_line.text() == "Perubahan terakhir tidak tersimpan"
    changes = services.answering.choose(assessment, instruments.A2, instruments.FULL)
    window.refresher.changed.emit(changes)
    assert window.status_line.text() == "Semua tersimpan"


def test_what_happened_can_be_taken_back(window: MainWindow) -> None:
    taken_back = []
    window.list_page.announced.emit("Bukti dihapus", lambda: taken_back.append(True))
    assert window.toast.text() == "Bukti dihapus"
    window.toast.acted.emit(lambda: taken_back.append(True))
    assert taken_back == [True]


def test_the_status_line_names_auditor_and_device(window: MainWindow, services: Services) -> None:
    assert "belum diisi" in window.status_line.who()
    services.settings.change(auditor_name="Siti Aminah")
    window.settings().identity_changed.emit()
    assert "Siti Aminah" in window.status_line.who()
    assert services.device[:4].upper() in window.status_line.who()


def test_theme_and_language_change_while_pages_are_open(
    window: MainWindow, qapp: QApplication
) -> None:
    try:
        window.settings().dark_button.click()
        assert theme.tokens_of().is_dark
        window.settings().english_button.click()
        assert window.services.settings.current.language == "en"
    finally:
        theme.apply(qapp, "light")
        languages.apply(qapp, "id")


def test_closing_with_work_under_way_asks_and_then_cancels(
    qtbot: QtBot, window: MainWindow
) -> None:
    started, stop = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while not stop.wait(0.01):
            progress.step(0, 1)

    window.jobs.run(work)
    started.wait(5)
    try:
        assert not window.close()
        box = window.findChild(QMessageBox)
        assert box is not None
        assert window.isVisible()
        destructive = next(
            button
            for button in box.buttons()
            if box.buttonRole(button) == QMessageBox.ButtonRole.DestructiveRole
        )
        destructive.click()
        qtbot.waitUntil(lambda: not window.isVisible())
    finally:
        stop.set()


def test_waiting_keeps_the_window_and_its_work(qtbot: QtBot, window: MainWindow) -> None:
    stop = threading.Event()

    def work(_progress: Progress) -> None:
        stop.wait(5)

    window.jobs.run(work)
    assert not window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    box.reject()
    stop.set()
    qtbot.waitUntil(lambda: window.jobs.count() == 0)
    assert window.isVisible()
    assert window.close()


def test_it_fits_the_smallest_screen(window: MainWindow) -> None:
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1280
    assert smallest.height() <= 700
