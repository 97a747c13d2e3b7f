"""Run every test of the window off the screen, in the dress of the program."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from kepatuhan_desktop.gui import icons, theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, in the light theme."""
    theme.apply(qapp, "light")
    yield qapp
    icons.forget()
