"""Run every test of the window off the screen and leave no window behind."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kepatuhan_desktop.gui import icons, theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, in the light theme."""
    theme.apply(qapp, "light")
    yield qapp
    icons.forget()


@pytest.fixture(autouse=True)
def no_window_survives(qapp: QApplication) -> Iterator[None]:
    """Destroy the top-level widgets of each test: pytest-qt does not."""
    yield
    for window in qapp.topLevelWidgets():
        window.hide()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not qapp.topLevelWidgets()
