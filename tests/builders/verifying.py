"""The page that verifies, and what is given to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.verify import VerifyPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import workspaces
from tests.builders.waiting import has_turns


def pdf_of(services: Services, one: AssessmentId, folder: Path, name: str = "kartu.pdf") -> str:
    """Its signed scorecard as a file."""
    path = folder / name
    path.write_bytes(services.sealing.pdf(one))
    return str(path)


def code_of(services: Services, one: AssessmentId) -> str:
    """What the QR code on its page says."""
    seal = services.assessments.get(one).seal
    assert seal is not None
    return seal.paper


def finished(qtbot: QtBot, page: VerifyPage) -> None:
    """Wait until nothing is left to check, and what was found can be seen."""
    qtbot.waitUntil(lambda: not page.checks.is_busy(), timeout=30_000)
    qtbot.waitUntil(lambda: not has_turns())


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, services: Services) -> Iterator[VerifyPage]:
    jobs = Jobs(qapp)
    made = VerifyPage(services, jobs, Refresher(qapp))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    jobs.shutdown()


@pytest.fixture
def signed(services: Services) -> AssessmentId:
    """An assessment that was signed as in the field."""
    return workspaces.signed(services, workspaces.filled(services))
