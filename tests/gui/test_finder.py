"""The finder: by code, by words, with letters left out."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.dialogs.indicator_finder import IndicatorFinder
from kepatuhan_desktop.gui.models import matching
from tests.builders.walks import Walk, bundled, walking

KNOWN = matching.entries(bundled())


@pytest.fixture
def walk(qtbot: QtBot, home: Path) -> Iterator[Walk]:
    with walking(qtbot, home) as made:
        yield made


def first(text: str) -> str:
    """The best hit."""
    return matching.search(KNOWN, text)[0].one


def test_a_code_comes_first() -> None:
    assert first("j.3") == "j.3"
    assert first("J3") == "j.3"


def test_every_word_must_fit() -> None:
    found = [entry.one for entry in matching.search(KNOWN, "publik ruang biaya")]
    assert found == ["e.4"]


def test_letters_can_be_left_out() -> None:
    assert "g.4" in [entry.one for entry in matching.search(KNOWN, "lktasi")]


def test_nothing_typed_lists_everything() -> None:
    assert len(matching.search(KNOWN, "  ")) == 56


def test_the_key_opens_it_and_enter_goes_there(walk: Walk) -> None:
    walk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    finder = walk.page.findChild(IndicatorFinder)
    assert isinstance(finder, IndicatorFinder)
    QTest.keyClicks(finder.search_edit, "toilet")
    QTest.keyClick(finder.search_edit, Qt.Key.Key_Down)
    QTest.keyClick(finder.search_edit, Qt.Key.Key_Up)
    QTest.keyClick(finder.search_edit, Qt.Key.Key_Return)
    walk.settle()
    assert walk.page.current() == "g.2"


def test_it_opens_from_a_note_too(walk: Walk) -> None:
    walk.card().note.setFocus()
    walk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert walk.page.findChild(IndicatorFinder) is not None


def test_no_hits_say_so(walk: Walk) -> None:
    walk.page.open_finder()
    finder = walk.page.findChild(IndicatorFinder)
    assert isinstance(finder, IndicatorFinder)
    finder.search_edit.setText("xyzzy")
    assert finder.empty_label.isVisible()
    QTest.keyClick(finder.search_edit, Qt.Key.Key_Return)
    assert finder.isVisible()
    finder.reject()


def test_a_narrow_finder_wraps_the_questions(qtbot: QtBot, walk: Walk) -> None:
    walk.page.open_finder()
    finder = walk.page.findChild(IndicatorFinder)
    assert isinstance(finder, IndicatorFinder)
    shown = finder.results_list
    last = shown.model().index(shown.model().rowCount() - 1, 0)
    before = shown.visualRect(last)
    finder.setMinimumSize(0, 0)
    finder.resize(280, finder.height())
    qtbot.waitUntil(lambda: shown.visualRect(last).top() > before.top())
    assert shown.visualRect(last).right() <= shown.viewport().rect().right()


@pytest.mark.parametrize("width", [660, 620, 580, 540, 500, 460])
def test_no_row_covers_another_where_the_scroll_bar_takes_room(walk: Walk, width: int) -> None:
    overview = walk.page.overview()
    assert overview is not None
    finder = IndicatorFinder(overview, walk.page)
    finder.resize(width, 520)
    finder.open()
    shown = finder.results_list
    walk.qtbot.waitUntil(shown.verticalScrollBar().isVisible)
    model = shown.model()
    rows = [shown.visualRect(model.index(at, 0)) for at in range(model.rowCount())]
    assert not [at for at, (one, other) in enumerate(pairwise(rows)) if one.intersects(other)]
    finder.reject()
