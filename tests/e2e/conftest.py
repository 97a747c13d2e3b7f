"""The real window over a real workspace, off the screen."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.gui import icons, readiness, theme
from kepatuhan_desktop.gui.main_window import MainWindow


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, in the light theme."""
    theme.apply(qapp, "light")
    # As after the warm-up: what is opened is there at once.
    for name in (*readiness.WALK, *readiness.REVIEW, *readiness.SETTINGS, *readiness.SAID):
        import_module(name)
    yield qapp
    icons.forget()


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    """A workspace on its first day."""
    opened = bootstrap.open_services(home)
    yield opened
    opened.close()


@pytest.fixture
def window(services: Services, qapp: QApplication) -> Iterator[MainWindow]:
    """The main window, shown."""
    main = MainWindow(services)
    main.show()
    yield main
    main.jobs.shutdown()
