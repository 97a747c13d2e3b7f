"""The pages beside the assessments: how one gets there, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.assessment import answer_slot
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.main_window import MainWindow
from tests.builders import team
from tests.builders.instruments import A1

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def visited(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, AssessmentId, Path]]:
    """The window of a laptop with conflicts, and the bundle that brought them."""
    with team.laptops(tmp_path / "tim", 2) as some:
        one = team.visit(tmp_path, some)
        team.quarrel(some, one)
        path = team.bundle(some[1], tmp_path / "b", one)
        team.take(some[0], path)
        window = MainWindow(some[0])
        qtbot.addWidget(window)  # which holds it until it is destroyed
        window.show()
        yield window, one, path
        window.jobs.shutdown()
        window.close()


@pytest.fixture
def window(qtbot: QtBot, visited: tuple[MainWindow, AssessmentId, Path]) -> MainWindow:
    main = visited[0]
    qtbot.waitExposed(main)
    main.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is main)
    return main


def test_both_are_reached_by_keys_and_lead_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_E, BOTH)
    assert window.stack.currentWidget() is window.side.exchange()
    QTest.keyClick(window, Qt.Key.Key_K, BOTH)
    assert window.stack.currentWidget() is window.side.conflicts()
    assert window.side.conflicts().count() == 7
    window.side.conflicts().left.emit()
    assert window.stack.currentWidget() is window.side.exchange()
    window.side.exchange().left.emit()
    assert window.stack.currentWidget() is window.list_page


def test_the_button_on_the_list_leads_there(window: MainWindow) -> None:
    window.list_page.exchange_button.click()
    assert window.stack.currentWidget() is window.side.exchange()


def test_bundles_and_other_files_go_to_their_own_pages(
    qtbot: QtBot, window: MainWindow, visited: tuple[MainWindow, AssessmentId, Path], tmp_path: Path
) -> None:
    _, _, path = visited
    scan = tmp_path / "kartu.pdf"
    scan.write_bytes(b"%PDF-1.7\n")
    window.side.open_files([str(scan), str(path)])
    assert window.stack.currentWidget() is window.side.exchange()
    assert len(window.side.exchange().inbox.inbox.parcels()) == 1
    window.side.open_files([str(scan)])
    assert window.stack.currentWidget() is window.side.verify()
    window.side.open_files([])
    assert window.stack.currentWidget() is window.side.verify()
    qtbot.waitUntil(lambda: window.jobs.count() == 0, timeout=10_000)


def test_a_conflict_is_reached_from_the_question_and_leads_back_to_it(
    qtbot: QtBot, window: MainWindow, visited: tuple[MainWindow, AssessmentId, Path]
) -> None:
    one = visited[1]
    window.show_walk(one)
    window.walk().conflict_requested.emit(one, answer_slot(A1))
    page = window.side.conflicts()
    assert window.stack.currentWidget() is page
    dispute = page.current()
    assert dispute is not None
    assert dispute.slot == answer_slot(A1)
    page.question_requested.emit(one, A1)
    assert window.stack.currentWidget() is window.walk()
    assert window.walk().current() == A1
    window.show_review(one)
    window.review().conflict_requested.emit(one, answer_slot(A1))
    page.review_requested.emit(one)
    assert window.stack.currentWidget() is window.review()
    qtbot.waitUntil(lambda: window.jobs.count() == 0, timeout=20_000)


def test_an_assessment_is_opened_from_the_exchange(
    qtbot: QtBot, window: MainWindow, visited: tuple[MainWindow, AssessmentId, Path]
) -> None:
    window.side.show_exchange()
    window.side.exchange().opened.emit(visited[1])
    assert window.stack.currentWidget() is window.walk()
    qtbot.waitUntil(lambda: window.jobs.count() == 0, timeout=10_000)
