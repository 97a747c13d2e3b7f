"""Run every test of the window off the screen, in the dress of the program."""

import os
from collections.abc import Iterator
from importlib import import_module

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from kepatuhan_desktop.gui import icons, readiness, theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, in the light theme."""
    theme.apply(qapp, "light")
    # As after the warm-up: what is opened is there at once.
    for name in (*readiness.WALK, *readiness.REVIEW, *readiness.SETTINGS, *readiness.SAID):
        import_module(name)
    yield qapp
    icons.forget()
