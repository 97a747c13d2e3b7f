"""Three laptops, the exchange page of the first one, and a stick."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import media
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.media import Medium
from kepatuhan_desktop.gui.pages.exchange import ExchangePage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.progress import Progress
from tests.builders import team
from tests.builders.waiting import until_quiet

GIB = 1024**3


class Desk:
    """Three laptops, the page of the first one, and a stick."""

    def __init__(
        self, qtbot: QtBot, qapp: QApplication, some: tuple[Services, ...], folder: Path
    ) -> None:
        self.qtbot = qtbot
        self.first, self.second, self.third = some
        self.folder = folder
        self.stick = folder / "stik"
        self.stick.mkdir()
        self.jobs = Jobs(qapp)
        self.refresher = Refresher(qapp)
        self.page = ExchangePage(self.first, self.jobs, self.refresher)
        self.errors: list[object] = []
        self.page.failed.connect(self.errors.append)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)

    def show(self) -> ExchangePage:
        """Show the page and wait until it stands."""
        self.page.show()
        self.qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.idle()
        return self.page

    def idle(self) -> None:
        """Wait until nothing is going on."""
        until_quiet(self.qtbot, self.jobs)

    def open(self, *paths: Path) -> None:
        """Give bundles to the page and wait until they are read."""
        self.page.open_files([str(path) for path in paths])
        self.idle()


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    with team.laptops(tmp_path / "tim") as some:
        found = Desk(qtbot, qapp, some, tmp_path)

        def plugged_in(_progress: Progress) -> tuple[Medium, ...]:
            return (Medium(found.stick, "STIK", 20 * GIB, 32 * GIB, is_removable=True),)

        monkeypatch.setattr(media, "plugged_in", plugged_in)
        yield found
        found.jobs.shutdown()


@pytest.fixture
def one(desk: Desk) -> AssessmentId:
    """An assessment that both laptops hold."""
    return team.visit(desk.folder, (desk.first, desk.second))


def texts(widget: QWidget) -> str:
    """Everything that is written there."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def press(page: ExchangePage, key: Qt.Key, control: bool = False) -> None:
    """Press a key where the focus is."""
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    focused: QWidget | None = page.window().focusWidget()
    QTest.keyClick(page if focused is None else focused, key, modifier)
