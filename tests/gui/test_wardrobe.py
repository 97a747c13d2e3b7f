"""The theme reaches every page, whether it is seen now or later."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import languages, theme
from kepatuhan_desktop.gui.frame import Frame
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.wardrobe import Wardrobe
from tests.builders import workspaces
from tests.builders.walks import bundled


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    """Leave the light theme to the other tests."""
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def window(qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    """The window with every page, in the frame that it has in the program."""
    with workspaces.opened(home) as services:
        workspaces.started(services, bundled())
        made = MainWindow(services)
        held = Frame()
        qtbot.addWidget(held)
        held.hold(made)
        for page in (made.walk(), made.review(), made.settings()):
            assert page.parent() is not None
        held.show()
        qtbot.waitExposed(held)
        yield made
        held.hide()
        made.jobs.shutdown()


def ink(widget: QWidget) -> str:
    """The colour of its text."""
    return widget.palette().color(widget.foregroundRole()).name().upper()


def turn_by_turn(application: QApplication, until: Callable[[], bool]) -> None:
    """Let the event loop go on, and look after each turn."""
    began = time.monotonic()
    while not until():
        assert time.monotonic() - began < 10
        application.processEvents()


def test_what_is_seen_changes_first(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    dark = theme.apply(qapp, "dark")
    turn_by_turn(qapp, lambda: ink(window.list_page.search_edit) == dark.text.upper())
    assert ink(window.settings().name_edit) != dark.text.upper()
    qtbot.waitUntil(window.updatesEnabled)


def test_pages_that_are_not_seen_follow(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    dark = theme.apply(qapp, "dark")
    (wardrobe,) = window.findChildren(Wardrobe)
    qtbot.waitUntil(wardrobe.is_done)
    qtbot.waitUntil(lambda: ink(window.walk().title_label) == dark.text.upper())
    assert ink(window.settings().name_edit) == dark.text.upper()


def test_the_ground_that_all_pages_share_follows(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    dark = theme.apply(qapp, "dark")
    qtbot.waitUntil(window.updatesEnabled)
    assert window.grab().toImage().pixelColor(5, 400).name().upper() == dark.window.upper()


def test_what_lies_between_the_window_and_its_pages_follows(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    dark = theme.apply(qapp, "dark")
    qtbot.waitUntil(window.updatesEnabled)
    assert ink(window.stack) == dark.text.upper()


def test_a_page_that_is_opened_first_does_not_wait_for_its_turn(
    qapp: QApplication, window: MainWindow
) -> None:
    dark = theme.apply(qapp, "dark")
    window.show_settings()
    assert ink(window.settings().name_edit) == dark.text.upper()


def test_the_questions_come_back_in_the_new_theme(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    (row,) = window.services.assessments.rows()
    window.open_assessment(row.id)
    column = window.walk().question_column
    qtbot.waitUntil(column.is_complete)
    window.activateWindow()
    column.set_current(window.walk().current(), focus=True)
    count = len(column.cards())
    dark = theme.apply(qapp, "dark")

    def is_back() -> bool:
        notes = [card.note for card in column.cards()]
        return len(notes) == count and all(ink(note) == dark.text.upper() for note in notes)

    qtbot.waitUntil(is_back)
    assert column.current_card() is column.card(window.walk().current())
    qtbot.waitUntil(column.has_focus)


def test_the_walk_wears_the_theme_that_was_chosen_elsewhere(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    (row,) = window.services.assessments.rows()
    window.open_assessment(row.id)
    window.show_settings()
    dark = theme.apply(qapp, "dark")
    window.settings().left.emit()
    column = window.walk().question_column
    qtbot.waitUntil(lambda: column.is_complete() and bool(column.cards()))
    qtbot.waitUntil(lambda: ink(column.cards()[0].note) == dark.text.upper())


def test_dialogs_of_the_window_itself_wear_it_too(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    dark = theme.apply(qapp, "dark")
    dialog = QDialog(window)
    label = QLabel("Halo", dialog)
    label.setProperty("role", "muted")
    QVBoxLayout(dialog).addWidget(label)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert ink(label) == dark.muted.upper()
    dialog.close()


def test_the_next_window_begins_in_the_theme_that_was_chosen(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    dark = theme.apply(qapp, "dark")
    other = MainWindow(window.services)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    assert ink(other.list_page.search_edit) == dark.text.upper()
    other.hide()
    other.jobs.shutdown()


def test_there_and_back_leaves_nothing_dark(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    (wardrobe,) = window.findChildren(Wardrobe)
    for name in ("dark", "light"):
        theme.apply(qapp, name)
        qtbot.waitUntil(wardrobe.is_done)
    light = theme.tokens_of()
    assert {ink(window.list_page.search_edit), ink(window.settings().name_edit)} == {
        light.text.upper()
    }


def frame_of_the_next_start(qtbot: QtBot) -> str:
    """The colour of its ground, as in `test_frame`."""
    shown = Frame()
    qtbot.addWidget(shown)
    return shown.grab().toImage().pixelColor(600, 500).name().upper()


def test_the_next_start_begins_in_the_theme_that_was_chosen(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    QSettings().clear()
    window.settings().theme_chosen.emit("dark")
    qapp.setPalette(theme.palette(theme.LIGHT))  # that of a desktop with a light theme
    assert frame_of_the_next_start(qtbot) == theme.DARK.window.upper()
    QSettings().clear()


def test_the_next_start_begins_in_the_theme_that_the_desktop_has_turned_to(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    QSettings().clear()
    window.settings().theme_chosen.emit("system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens_of().is_dark
    qapp.setPalette(theme.palette(theme.LIGHT))
    assert frame_of_the_next_start(qtbot) == theme.DARK.window.upper()
    QSettings().clear()


@pytest.fixture
def indonesian_again(qapp: QApplication) -> Iterator[None]:
    """Leave Indonesian to the other tests."""
    yield
    languages.apply(qapp, "id")


@pytest.mark.usefixtures("indonesian_again")
def test_what_is_seen_speaks_first_and_the_rest_follows(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    seen = window.list_page.new_button
    foreign = window.settings().findChild(QLabel, "look_card_title")
    assert isinstance(foreign, QLabel)
    before = foreign.text()
    languages.apply(qapp, "en")
    turn_by_turn(qapp, lambda: "New" in seen.text())
    assert foreign.text() == before
    (wardrobe,) = window.findChildren(Wardrobe)
    qtbot.waitUntil(wardrobe.is_done)
    assert foreign.text() != before


@pytest.mark.usefixtures("indonesian_again")
def test_a_page_that_is_opened_first_speaks_the_language_at_once(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    foreign = window.settings().findChild(QLabel, "look_card_title")
    assert isinstance(foreign, QLabel)
    before = foreign.text()
    languages.apply(qapp, "en")
    qtbot.waitUntil(lambda: "New" in window.list_page.new_button.text())
    window.show_settings()
    assert foreign.text() != before
