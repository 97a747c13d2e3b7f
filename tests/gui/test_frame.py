"""The frame that is painted before the program behind it is loaded."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import frame
from kepatuhan_desktop.gui.frame import Frame


class Stubborn(QWidget):
    """Closes only when it may."""

    may_close = False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self.may_close)


@pytest.fixture(autouse=True)
def first_day(qapp: QApplication) -> Iterator[None]:
    QSettings().clear()
    yield
    QSettings().clear()


def ground(shown: Frame) -> str:
    return shown.grab().toImage().pixelColor(600, 500).name()


def test_it_says_once_that_it_was_painted(qtbot: QtBot) -> None:
    shown = Frame()
    with qtbot.waitSignal(shown.painted):
        shown.show()
    with qtbot.assertNotEmitted(shown.painted, wait=50):
        shown.grab()


def test_it_wears_the_colours_of_the_last_time(qtbot: QtBot) -> None:
    frame.remember_colours("#101820", "#182028", "#303840")
    shown = Frame()
    qtbot.addWidget(shown)
    assert ground(shown) == "#101820"
    assert shown.grab().toImage().pixelColor(600, 20).name() == "#182028"


@pytest.mark.parametrize("kept", ["green", ["#101820"], ["x", "y", "z"], 7])
def test_colours_that_are_none_are_passed_over(qtbot: QtBot, kept: object) -> None:
    QSettings().setValue("window/ground", kept)
    shown = Frame()
    qtbot.addWidget(shown)
    assert QColor(ground(shown)) == QApplication.palette().window().color()


def test_it_stays_where_it_was_when_the_content_moves_in(qtbot: QtBot) -> None:
    shown = Frame()
    qtbot.addWidget(shown)
    shown.resize(1400, 800)
    shown.show()
    content = QWidget()
    content.resize(300, 200)
    shown.hold(content)
    assert (shown.width(), shown.height()) == (1400, 800)
    assert content.window() is shown
    assert content.isVisible()


def test_closing_it_asks_the_content(qtbot: QtBot) -> None:
    shown = Frame()
    qtbot.addWidget(shown)
    content = Stubborn()
    shown.hold(content)
    shown.show()
    assert not shown.close()
    assert shown.isVisible()
    content.may_close = True
    assert shown.close()
    assert not shown.isVisible()


def test_nothing_of_the_program_is_loaded_before_it_is_painted() -> None:
    script = (
        "import sys, kepatuhan_desktop.gui.frame\n"
        "print([n for n in sys.modules if n.startswith(('kepatuhan_desktop.', 'sqlcipher3'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert sorted(ast.literal_eval(done.stdout)) == [
        "kepatuhan_desktop.gui",
        "kepatuhan_desktop.gui.frame",
    ]


def test_a_fault_while_the_program_is_loaded_is_said_and_ends_it(
    tmp_path: Path,
) -> None:
    script = (
        "from PySide6.QtWidgets import QMessageBox\n"
        "from kepatuhan_desktop.gui import app\n"
        "import kepatuhan_desktop.gui.session as session\n"
        "def broken(self, home): raise ZeroDivisionError('planted')\n"
        "session.Session.open = broken\n"
        "QMessageBox.exec = lambda box: print(box.text(), box.informativeText())\n"
        f"raise SystemExit(app.main(['--home', {str(tmp_path)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert str(tmp_path) in done.stdout
    assert "ZeroDivisionError: planted" in done.stderr
