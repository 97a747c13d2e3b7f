"""What will be wanted next is made while nobody touches the window."""

import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import readiness, warming
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.pages.exchange_inbox import InboxView
from kepatuhan_desktop.gui.pages.exchange_outbox import OutboxView
from kepatuhan_desktop.gui.warming import Warming, after_loading
from kepatuhan_desktop.gui.widgets.sealing_panel import SealingPanel
from tests.builders import workspaces
from tests.builders.walks import bundled

MODULES = ("this_is_warm_1", "this_is_warm_2")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field."""
    made = QWidget()
    QLineEdit(made)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, ...]]:
    """Modules that nobody has imported."""
    for name in MODULES:
        (tmp_path / f"{name}.py").write_text("X = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield MODULES
    for name in MODULES:
        sys.modules.pop(name, None)


def test_modules_come_first_and_deeds_in_their_order(
    qtbot: QtBot, window: QWidget, modules: tuple[str, ...]
) -> None:
    done: list[str] = []

    def note(name: str) -> None:
        assert set(modules) <= set(sys.modules)
        done.append(name)

    begun = Warming(window, [*modules, lambda: note("a"), lambda: note("b")])
    with qtbot.waitSignal(begun.finished):
        begun.start()
    assert done == ["a", "b"]


def test_it_waits_while_somebody_types(qtbot: QtBot, window: QWidget) -> None:
    done: list[float] = []
    begun = Warming(window, [lambda: done.append(time.monotonic())])
    begun.start()
    last = 0.0
    for _ in range(8):
        handle = window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, Qt.Key.Key_A)
        last = time.monotonic()
        qtbot.wait(60)
    assert done == []
    with qtbot.waitSignal(begun.finished):
        pass
    assert done[0] - last > 0.3


def test_a_window_that_has_gone_is_left_alone(qtbot: QtBot, window: QWidget) -> None:
    done: list[int] = []
    begun = Warming(window, [lambda: done.append(1)])
    window.hide()
    begun.start()
    qtbot.wait(80)
    assert done == []
    begun.stop()
    with qtbot.waitSignal(begun.finished):
        pass
    assert done == []


def test_the_pages_are_there_afterwards(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        workspaces.started(services, bundled())
        window = MainWindow(services)
        qtbot.addWidget(window)
        begun = Warming(window, readiness.pieces(window))
        window.show()
        with qtbot.waitSignal(begun.finished, timeout=60_000):
            begun.start()
        cards = window.walk().question_column.all_cards()
        assert len(cards) == 5
        (row,) = services.assessments.rows()
        window.open_assessment(row.id)
        qtbot.waitUntil(window.walk().question_column.is_complete)
        assert set(cards) & set(window.walk().question_column.cards())
        window.hide()
        window.jobs.shutdown()


def test_who_is_quicker_than_the_warm_up_waits_for_the_module_only(
    qtbot: QtBot, window: QWidget, modules: tuple[str, ...]
) -> None:
    done: list[bool] = []
    after_loading(window, modules, lambda: done.append(set(modules) <= set(sys.modules)))
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert done == [True]
    after_loading(window, modules, lambda: done.append(True))
    assert done == [True, True]


def test_every_module_that_is_loaded_ahead_exists(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        for piece in readiness.pieces(window):
            assert not isinstance(piece, str) or find_spec(piece) is not None
        window.jobs.shutdown()


def test_an_assessment_that_is_opened_at_once_opens_a_moment_later(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.started(services, bundled())
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        monkeypatch.setattr(warming, "are_loaded", lambda _names: False)
        window.open_assessment(one)
        assert window.stack.currentWidget() is window.list_page
        assert window.status_line.text() == "Sedang bekerja …"
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.walk())
        qtbot.waitUntil(lambda: window.status_line.text() == "Semua tersimpan")
        assert window.walk().assessment() == one
        qtbot.waitUntil(window.walk().question_column.is_complete)
        window.hide()
        window.jobs.shutdown()


def test_an_assessment_that_has_gone_meanwhile_is_said(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        monkeypatch.setattr(warming, "are_loaded", lambda _names: False)
        window.open_assessment("tidak-ada")
        qtbot.waitUntil(lambda: bool(window.error_bar.text()))
        assert window.status_line.text() == "Semua tersimpan"
        window.hide()
        window.jobs.shutdown()


def test_the_review_that_is_opened_at_once_opens_a_moment_later(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.started(services, bundled())
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        monkeypatch.setattr(warming, "are_loaded", lambda _names: False)
        window.show_review(one)
        assert window.stack.currentWidget() is window.list_page
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.review())
        qtbot.waitUntil(lambda: window.jobs.count() == 0)
        window.hide()
        window.jobs.shutdown()


def test_parts_that_were_made_ahead_are_not_made_again(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        for deed in (window.prepare_review, *window.side.preparations()):
            assert callable(deed)
            deed()
        parts = [*window.findChildren(SealingPanel), *window.findChildren(OutboxView)]
        parts += window.findChildren(InboxView)
        page = window.side.exchange()
        assert parts == [window.review().panel, page.outbox, page.inbox]
        for deed in (window.prepare_review, *window.side.preparations()):
            assert callable(deed)
            deed()
        assert window.findChildren(SealingPanel) == parts[:1]
        assert window.findChildren(InboxView) == parts[2:]
        qtbot.waitUntil(lambda: window.jobs.count() == 0)
        window.jobs.shutdown()


def test_while_the_warm_up_is_under_way_a_page_takes_its_turns(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.started(services, bundled())
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        begun = Warming(window, [window.walk])
        window.open_assessment(one)
        assert window.stack.currentWidget() is window.list_page
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.walk())
        begun.stop()
        window.show_list()
        window.open_assessment(one)
        assert window.stack.currentWidget() is window.walk()
        window.hide()
        window.jobs.shutdown()
