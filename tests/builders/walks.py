"""A walk page over a real workspace, with what it said and what it reported."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.walk import WalkPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.question_card import QuestionCard
from kepatuhan_desktop.services import bundled_instruments
from tests.builders import workspaces

Fill = Callable[[Services, AssessmentId], object]


class Walk:
    """The page and everything around it."""

    def __init__(self, qtbot: QtBot, services: Services, one: AssessmentId) -> None:
        self.qtbot = qtbot
        self.services = services
        self.one = one
        self.jobs = Jobs()
        self.refresher = Refresher()
        self.errors: list[KnownError] = []
        self.said: list[tuple[str, object]] = []
        self.page = WalkPage(services, self.jobs, self.refresher)
        self.page.failed.connect(self.errors.append)
        self.page.announced.connect(lambda text, then: self.said.append((text, then)))
        self.page.resize(1366, 768)
        qtbot.addWidget(self.page)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.show_assessment(one)
        self.settle()

    def settle(self) -> None:
        """Wait until every card is there."""
        self.qtbot.waitUntil(self.page.question_column.is_complete)

    def state(self) -> Assessment:
        """What is on the disk."""
        return self.services.assessments.get(self.one)

    def card(self, indicator: str = "") -> QuestionCard:
        """The card of a question; the current one by default."""
        found = self.page.question_column.card(IndicatorId(indicator or self.page.current()))
        assert found is not None
        return found

    def go_to(self, indicator: str) -> QuestionCard:
        """Turn to a question."""
        self.page.go_to(indicator)
        self.settle()
        return self.card(indicator)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)
        self.settle()

    def idle(self) -> None:
        """Wait until the worker has nothing to do."""
        self.qtbot.waitUntil(lambda: self.jobs.count() == 0, timeout=10_000)


def bundled() -> Instrument:
    """The fourteen components."""
    one, version, _ = bundled_instruments.bundled()[0]
    return bundled_instruments.load_bundled(one, version)


@contextmanager
def walking(
    qtbot: QtBot, home: Path, instrument: Instrument | None = None, fill: Fill | None = None
) -> Iterator[Walk]:
    """A page that shows a fresh assessment; of the fourteen components unless told otherwise."""
    with workspaces.opened(home) as services:
        one = workspaces.started(services, instrument or bundled())
        if fill is not None:
            fill(services, one)
        walk = Walk(qtbot, services, one)
        try:
            yield walk
        finally:
            walk.page.hide()
            walk.jobs.shutdown()
