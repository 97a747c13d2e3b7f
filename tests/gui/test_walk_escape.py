"""Escape leads out of the walk, one step at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.dialogs.indicator_finder import IndicatorFinder
from tests.builders.walks import Walk, walking


@pytest.fixture
def walk(qtbot: QtBot, home: Path) -> Iterator[Walk]:
    with walking(qtbot, home) as made:
        yield made


def test_it_goes_back_to_the_list(walk: Walk) -> None:
    with walk.qtbot.waitSignal(walk.page.left, timeout=1000):
        walk.press(Qt.Key.Key_Escape)


def test_it_gives_the_focus_from_a_note_back_to_the_card(walk: Walk) -> None:
    walk.press(Qt.Key.Key_N)
    walk.press(Qt.Key.Key_Escape)
    assert walk.card().hasFocus()


def test_it_stays_in_the_walk_where_it_leaves_a_note(walk: Walk) -> None:
    walk.press(Qt.Key.Key_N)
    with walk.qtbot.assertNotEmitted(walk.page.left):
        walk.press(Qt.Key.Key_Escape)


def test_it_saves_a_note_on_its_way_to_the_card(walk: Walk) -> None:
    walk.press(Qt.Key.Key_N)
    QTest.keyClicks(walk.card().note, "Papan baru")
    walk.press(Qt.Key.Key_Escape)
    assert walk.state().notes[walk.page.current()] == "Papan baru"


def test_it_stays_in_the_walk_where_it_closes_a_dialog(walk: Walk) -> None:
    walk.page.open_finder()
    (finder,) = walk.page.findChildren(IndicatorFinder)
    walk.qtbot.waitUntil(finder.search_edit.hasFocus)
    with walk.qtbot.assertNotEmitted(walk.page.left):
        QTest.keyClick(finder.search_edit, Qt.Key.Key_Escape)


# The off-screen platform has no pop-up windows to raise.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_it_stays_in_the_walk_where_it_closes_a_menu(walk: Walk) -> None:
    walk.page.findings_button.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    with walk.qtbot.assertNotEmitted(walk.page.left):
        QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_the_way_back_names_it(walk: Walk) -> None:
    assert walk.page.back_button.toolTip().endswith("(Esc)")
