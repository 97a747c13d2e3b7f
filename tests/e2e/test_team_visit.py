"""Three auditors, three laptops, one unit: each answers a part, they swap, one seals for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.instrument import Indicator, OptionScale
from kepatuhan_desktop.gui import media
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.media import Medium
from kepatuhan_desktop.gui.models.inbox import State
from kepatuhan_desktop.progress import Progress
from tests.builders import instruments, team, workspaces
from tests.builders.instruments import A1, FULL, NONE
from tests.builders.waiting import until_quiet

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

LONG = 30_000
GIB = 1024**3


class Auditor:
    """Somebody with a laptop and its real window."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        self.qtbot = qtbot
        self.services = services
        self.window = MainWindow(services)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)

    def idle(self) -> None:
        """Wait until there is nothing left to do."""
        until_quiet(self.qtbot, self.window.jobs, LONG)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        focused: QWidget | None = self.window.focusWidget()
        QTest.keyClick(self.window if focused is None else focused, key, modifier)

    def hand_over(self, one: AssessmentId, stick: Path) -> Path:
        """Write the visit to the stick and wait until it may be pulled."""
        before = set(stick.iterdir())
        control = Qt.KeyboardModifier.ControlModifier
        self.press(Qt.Key.Key_E, control | Qt.KeyboardModifier.ShiftModifier)
        page = self.window.side.exchange()
        assert self.window.stack.currentWidget() is page
        page.share(one)
        panel = page.outbox.export_panel
        panel.plain_radio.click()
        self.idle()
        assert panel.write_button.isEnabled(), panel.reason_label.text()
        assert not panel.done_notice.isVisible()
        panel.write_button.click()
        self.idle()
        assert panel.done_notice.title() == "Aman dilepas"
        (path,) = set(stick.iterdir()) - before
        self.window.show_list()
        return path

    def take(self, *paths: Path) -> None:
        """Drop bundles onto the list, look at each plan, and take it in."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        self.window.show_list()
        self.window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, button, modifier))
        page = self.window.side.exchange()
        assert self.window.stack.currentWidget() is page
        self.idle()
        for parcel in page.inbox.inbox.parcels():
            if parcel.state is State.READY:
                page.inbox.parcels_list.make_current(parcel.key)
                self.idle()
                page.inbox.consent_check.setChecked(True)
                is_new = page.inbox.take_button.isVisible()
                page.inbox.take_button.click()
                self.idle()
                states = {it.key: it.state for it in page.inbox.inbox.parcels()}
                assert states[parcel.key] is (State.TAKEN if is_new else State.READY)
        assert not self.window.error_bar.text()

    def answer(self, one: AssessmentId, some: list[Indicator]) -> None:
        """Answer questions with their best option, and attach what it asks for."""
        for indicator in some:
            assert isinstance(indicator.scale, OptionScale)
            best = max(indicator.scale.options, key=lambda option: float(option.value))
            self.services.answering.choose(one, indicator.id, best.id)
            for _ in range(max((rule.minimum for rule in best.evidence), default=0)):
                workspaces.attached(self.services, one, indicator.id)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that every laptop finds."""
    folder = tmp_path / "stik"
    folder.mkdir()

    def plugged_in(_progress: Progress) -> tuple[Medium, ...]:
        return (Medium(folder, "STIK TIM", 20 * GIB, 32 * GIB, is_removable=True),)

    monkeypatch.setattr(media, "plugged_in", plugged_in)
    return folder


@pytest.fixture
def team_of_three(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[tuple[Auditor, Auditor, Auditor]]:
    with team.laptops(tmp_path / "tim") as some:
        siti, budi, citra = (Auditor(qtbot, services) for services in some)
        yield siti, budi, citra
        for one in (siti, budi, citra):
            one.idle()
            one.window.jobs.shutdown()
            one.window.close()
        qapp.processEvents()


def test_a_visit_of_three_ends_in_one_seal(
    team_of_three: tuple[Auditor, Auditor, Auditor], stick: Path
) -> None:
    siti, budi, citra = team_of_three
    one = workspaces.started(siti.services)
    for other in (budi, citra):
        other.take(siti.hand_over(one, stick))
    indicators = list(instruments.small().indicators.values())
    siti.answer(one, indicators[:2])
    budi.answer(one, indicators[2:4])
    citra.answer(one, indicators[4:])
    # Two of them also looked at what was the first one's.
    budi.services.answering.choose(one, A1, NONE)
    budi.services.answering.note(one, A1, "Tidak terlihat dari ruang tunggu.")
    citra.services.answering.choose(one, A1, FULL)

    siti.take(budi.hand_over(one, stick), citra.hand_over(one, stick))
    assert siti.services.disputes.count() == 1
    page = siti.window.side.exchange()
    page.conflicts_button.click()
    conflicts = siti.window.side.conflicts()
    siti.idle()  # nobody decides what is not shown yet
    assert siti.window.stack.currentWidget() is conflicts
    dispute = conflicts.current()
    assert dispute is not None
    agreed = next(place for place, it in enumerate(dispute.versions) if it.others)
    assert len(dispute.versions) == 2
    siti.press((Qt.Key.Key_1, Qt.Key.Key_2)[agreed], Qt.KeyboardModifier.NoModifier)
    assert siti.services.disputes.count() == 0
    assert siti.services.assessments.row(one).status is Status.READY

    workspaces.sealed(siti.services, one)
    for other in (budi, citra):
        other.take(siti.hand_over(one, stick))
        row = other.services.assessments.row(one)
        assert (row.status, row.conflicts) == (Status.SEALED, 0)
        ours, theirs = siti.services.assessments.get(one), other.services.assessments.get(one)
        assert theirs.covered() == ours.covered()
        assert theirs.seal == ours.seal
        for piece in theirs.evidence.values():
            assert other.services.attaching.is_there(piece)
    # Everything a second time, in another order: nothing changes.
    covered = budi.services.assessments.get(one).covered()
    budi.take(*stick.iterdir())
    assert budi.services.assessments.get(one).covered() == covered
    before = budi.services._workspace.journal.bodies()
    budi.take(*sorted(stick.iterdir(), reverse=True))
    assert budi.services._workspace.journal.bodies() == before


def test_undo_on_the_conflict_page_reaches_the_other_laptops(
    team_of_three: tuple[Auditor, Auditor, Auditor], stick: Path
) -> None:
    siti, budi, citra = team_of_three
    one = workspaces.started(siti.services)
    budi.take(siti.hand_over(one, stick))
    siti.services.answering.choose(one, A1, FULL)
    budi.services.answering.choose(one, A1, NONE)
    siti.take(budi.hand_over(one, stick))
    siti.window.side.show_conflicts(one)
    page = siti.window.side.conflicts()
    page.take(0)
    page.undo()
    assert page.count() == 1
    citra.take(siti.hand_over(one, stick))
    assert citra.services.disputes.count() == 1
