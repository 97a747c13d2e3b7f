"""Keep every test off the screen, off the network and out of the user's own folders."""

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

# Qt reads this when the application object is made; plug-ins may do so before any fixture.
if "--onscreen" not in sys.argv:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

settings.register_profile("here", deadline=None)
# The build service repeats the same examples, so that a red run can be seen again.
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_LOOPBACK = ("127.", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person watch the windows."""
    parser.addoption("--onscreen", action="store_true", help="show the windows on the display")


def pytest_collection_finish() -> None:
    """Spare the garbage collector thousands of tests and modules, which stay to the end anyway."""
    gc.collect()
    gc.freeze()


class NetworkForbiddenError(Exception):
    """A test, or the program, reached for another machine."""


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let sockets connect to this machine only; the program works without any network."""
    connect = socket.socket.connect

    def local_connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            raise NetworkForbiddenError(address)
        connect(self, address)  # type: ignore[arg-type]  # whatever socket takes, it takes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", local_connect)
        yield


@pytest.fixture(autouse=True)
def private_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Point the places for settings and data to a folder of the test's own."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA"):
            patch.setenv(name, str(folder))
        patch.setenv("LOCALAPPDATA", str(folder))
        yield folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workspace folder that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def nothing_of_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Destroy the windows of a test, which pytest-qt only closes, and empty the clipboard."""
    held: list[object] = []
    if "qtbot" in request.fixturenames:
        _hold(request.getfixturevalue("qtbot"), held)
    yield
    if "qapp" not in request.fixturenames:
        return
    # Only tests that asked for Qt pay for its import.
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    # Off screen the clipboard is a static of Qt: what a test made and left in it would be
    # destroyed after Python itself has ended, and the process would die with it.
    QApplication.clipboard().clear()
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    # A pending deletion waits for a running loop; there is none between tests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = QApplication.topLevelWidgets()
    assert not left, f"windows without an owner are left: {left}"
    held.clear()


def _hold(bot: "QtBot", held: list[object]) -> None:
    """Keep a reference to each widget of a test; pytest-qt itself has weak ones.

    Without it the garbage collector may empty the Python half of a window while Qt still
    shows the other, and whatever is painted or hidden then finds no attributes.
    """
    add = bot.addWidget

    def add_and_hold(widget: "QWidget", **options: Any) -> None:
        held.append(widget)
        add(widget, **options)

    bot.addWidget = add_and_hold  # type: ignore[method-assign]  # for this test only
