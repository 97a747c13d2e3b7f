"""What is given to the page that verifies."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.pages.verify import VerifyPage


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
    """Wait until nothing is left to check."""
    qtbot.waitUntil(lambda: not page.checks.is_busy(), timeout=30_000)
