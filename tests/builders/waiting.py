"""Wait until a window has nothing left to do."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import turns
from kepatuhan_desktop.gui.jobs import Jobs


def until_quiet(qtbot: QtBot, jobs: Jobs, timeout: int = 15_000) -> None:
    """Until the worker is idle and no deed waits for its turn; milliseconds at most."""
    qtbot.waitUntil(lambda: jobs.count() == 0 and not has_turns(), timeout=timeout)
    QTest.qWait(1)


def has_turns() -> bool:
    """Whether a deed waits for its turn."""
    application = QApplication.instance()
    assert application is not None
    queue = application.findChild(turns._Queue)
    return queue is not None and len(queue._waiting) > 0
