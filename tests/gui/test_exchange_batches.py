"""The page of bundles: many at once, as headquarters gets them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import DiskFull
from kepatuhan_desktop.gui.models.inbox import State
from kepatuhan_desktop.gui.pages.exchange import ExchangePage
from kepatuhan_desktop.services.importing import ImportPlan
from tests.builders import team
from tests.builders.exchange import Desk, desk, one  # fixtures among them

__all__ = ["desk", "one"]


@pytest.fixture
def page(desk: Desk, one: AssessmentId) -> ExchangePage:
    """Three bundles of a registered auditor, and one of somebody unknown between them."""
    team.trusting(desk.folder, desk.first, desk.second)
    team.photo(desk.second, one, "a.1", 9, "papan.jpg")
    paths = list[Path]()
    for number in range(3):
        desk.second.answering.remark(one, f"tanggapan {number}")
        paths.append(team.bundle(desk.second, desk.folder / str(number), one))
    team.take(desk.third, paths[0])
    desk.third.answering.remark(one, "dari orang lain")
    paths.insert(1, team.bundle(desk.third, desk.folder / "lain", one))
    shown = desk.show()
    desk.open(*paths)
    return shown


def states(page: ExchangePage) -> list[State]:
    """How far each bundle is."""
    return [it.state for it in page.inbox.inbox.parcels()]


def test_those_of_known_senders_are_taken_at_once(
    desk: Desk, page: ExchangePage, one: AssessmentId
) -> None:
    inbox = page.inbox
    assert inbox.all_button.text() == "Terima se&muanya (3)"
    assert inbox.all_label.text() == "3 paket dari pengirim yang dijamin"
    with desk.qtbot.waitSignal(page.announced) as told:
        QTest.keyClick(
            inbox.parcels_list,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        assert inbox.halt_button.hasFocus()
        assert states(page).count(State.QUEUED) == 3
    assert told.args == ["3 paket diterima", None]
    assert states(page) == [State.TAKEN, State.READY, State.TAKEN, State.TAKEN]
    assert not inbox.all_frame.isVisible()
    assert inbox.parcels_list.hasFocus()
    assert desk.first.assessments.get(one).remark == "tanggapan 2"
    stranger = inbox.inbox.parcels()[1]
    desk.qtbot.waitUntil(lambda: not stranger.is_stale)
    assert stranger.plan is not None
    assert not stranger.plan.merge.changes_nothing


def test_what_was_taken_stays_when_the_rest_is_stopped(desk: Desk, page: ExchangePage) -> None:
    inbox = page.inbox
    with desk.qtbot.waitSignal(inbox.inbox.taken):
        inbox.all_button.click()
    with desk.qtbot.waitSignal(inbox.inbox.all_taken) as ended:
        inbox.halt_button.click()
    assert ended.args == [1, 0]
    assert states(page) == [State.TAKEN, State.READY, State.READY, State.READY]
    assert inbox.all_button.text() == "Terima se&muanya (2)"
    inbox.all_button.click()
    desk.qtbot.waitUntil(lambda: states(page).count(State.TAKEN) == 3)


def test_a_file_that_went_stops_no_other(desk: Desk, page: ExchangePage) -> None:
    page.inbox.inbox.parcels()[0].path.unlink()
    with desk.qtbot.waitSignal(page.inbox.inbox.all_taken) as ended:
        page.inbox.all_button.click()
    assert ended.args == [2, 0]
    assert states(page) == [State.FAILED, State.READY, State.TAKEN, State.TAKEN]
    assert desk.errors == []


def test_where_nothing_can_be_written_the_rest_is_not_tried(
    desk: Desk, page: ExchangePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = list[str]()

    def full(plan: ImportPlan, *, consent: bool) -> None:
        tried.append(plan.description.id)
        raise DiskFull(path="D")

    monkeypatch.setattr(desk.first.importing, "apply", full)
    with desk.qtbot.waitSignal(page.inbox.inbox.all_taken) as ended:
        page.inbox.all_button.click()
    assert ended.args == [0, 0]
    assert len(tried) == len(desk.errors) == 1
    assert states(page) == [State.READY] * 4
