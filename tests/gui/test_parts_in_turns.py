"""What is read and made in turns of its own: what may happen before such a turn comes."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.models.inbox import State
from kepatuhan_desktop.gui.pages.authority import AuthorityPage
from kepatuhan_desktop.gui.pages.verify import VerifyPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.body_swap import BodySwap
from kepatuhan_desktop.gui.widgets.flow_layout import EqualColumnsLayout, FlowLayout
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow
from kepatuhan_desktop.gui.widgets.person_panel import PersonPanel
from kepatuhan_desktop.services.outbox import Sent
from kepatuhan_desktop.services.travels import Travels
from tests.builders import team, workspaces
from tests.builders.exchange import Desk, desk, one
from tests.builders.waiting import has_turns, until_quiet

__all__ = ["desk", "one"]

_NUMBERS = count(1)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    found = Jobs(qapp)
    yield found
    found.shutdown()


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for each time that somebody reads what went where."""
    found: list[None] = []
    sent = Travels.sent

    def read(travels: Travels) -> tuple[Sent, ...]:
        found.append(None)
        return sent(travels)

    monkeypatch.setattr(Travels, "sent", read)
    return found


def said(holder: QWidget) -> list[str]:
    """What can be seen of its labels."""
    return [label.text() for label in holder.findChildren(QLabel) if label.isVisibleTo(holder)]


def a_label(bodies: BodySwap, text: str) -> None:
    body = bodies.begin()
    QVBoxLayout(body).addWidget(QLabel(text, body))
    bodies.offer()


def test_what_was_there_stays_until_the_new_one_can_be_seen(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    bodies = BodySwap(holder)
    holder.show()
    a_label(bodies, "satu")
    assert said(holder) == []
    qtbot.waitUntil(lambda: said(holder) == ["satu"])
    a_label(bodies, "dua")
    a_label(bodies, "tiga")
    assert said(holder) == ["satu"]
    with qtbot.waitSignal(bodies.swapped):
        pass
    assert said(holder) == ["tiga"]
    qtbot.waitUntil(lambda: len(holder.findChildren(QLabel)) == 1)


def test_a_body_whose_holder_goes_is_never_shown(qtbot: QtBot) -> None:
    holder = QWidget()
    a_label(BodySwap(holder), "satu")
    holder.deleteLater()
    qtbot.waitUntil(lambda: not has_turns())


def test_a_layout_knows_its_height_anew_after_each_change(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, spacing=0)
    tile = QWidget()
    tile.setFixedSize(100, 50)
    flow.addWidget(tile)
    assert flow.heightForWidth(100) == 50
    tile.setFixedSize(100, 70)
    assert flow.heightForWidth(100) == 70
    other = QWidget()
    other.setFixedSize(100, 20)
    flow.addWidget(other)
    assert flow.heightForWidth(100) == 90
    host.show()
    other.hide()
    assert flow.heightForWidth(100) == 70
    flow.removeWidget(tile)
    assert flow.heightForWidth(100) == 0


def test_a_label_that_says_more_makes_its_row_higher(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = EqualColumnsLayout(host, least_width=100, spacing=0)
    label = QLabel("pendek")
    label.setWordWrap(True)
    flow.addWidget(label)
    host.show()
    low = flow.heightForWidth(100)
    label.setText("panjang sekali " * 20)
    assert flow.heightForWidth(100) > 3 * low


def test_options_ask_for_no_height_before_they_have_a_width(qtbot: QtBot) -> None:
    row = OptionRow()
    qtbot.addWidget(row)
    row.set_options([OptionButton(row, "Tersedia", "Terbaca dari pintu masuk. " * 12)])
    assert row.minimumHeight() == 0
    row.resize(400, 200)
    row.show()
    assert row.minimumHeight() > 0


def test_the_history_is_read_when_it_is_shown_and_only_then(
    desk: Desk, one: AssessmentId, readings: list[None], qapp: QApplication
) -> None:
    page = desk.show()
    page.travels.changeEvent(QEvent(QEvent.Type.LanguageChange))
    desk.refresher.changed.emit(team_answer(desk, one))
    desk.idle()
    assert readings == []
    page.show_travels()
    desk.idle()
    assert len(readings) == 1
    page.show_outbox()
    page.show_travels()
    desk.idle()
    assert len(readings) == 1
    page.show_outbox()
    desk.refresher.changed.emit(team_answer(desk, one))
    page.show_travels()
    page.show_outbox()
    desk.idle()
    assert len(readings) == 1, "it was left before its turn"
    page.show_travels()
    desk.idle()
    assert len(readings) == 2
    desk.refresher.changed.emit(team_answer(desk, one))
    desk.refresher.changed.emit(team_answer(desk, one))
    desk.idle()
    assert len(readings) == 3, "once for all that was asked"


def team_answer(desk: Desk, one: AssessmentId) -> object:
    """Something that the journal says more."""
    indicator = next(iter(desk.first.assessments.overview(one).instrument.indicators))
    return desk.first.answering.note(one, indicator, f"catatan {next(_NUMBERS)}")


def test_a_bundle_that_is_dropped_before_its_plan_stays_away(desk: Desk, one: AssessmentId) -> None:
    page = desk.show()
    inbox = page.inbox.inbox
    seen: list[State] = []

    def drop(is_busy: bool) -> None:
        if not is_busy and inbox.parcels():
            seen.extend(parcel.state for parcel in inbox.parcels())
            inbox.clear()

    desk.jobs.busy.connect(drop)
    desk.open(team.bundle(desk.second, desk.folder / "b", one))
    assert seen == [State.READING]
    assert inbox.parcels() == ()
    assert not inbox.is_busy()
    assert page.inbox.content_stack.currentWidget() is page.inbox.empty_page
    assert desk.errors == []


def test_nothing_is_taken_in_before_its_plan_can_be_seen(desk: Desk, one: AssessmentId) -> None:
    page = desk.show()
    paths = [team.bundle(desk.second, desk.folder / name, one) for name in ("b", "c")]
    desk.open(*paths)
    first, second = page.inbox.inbox.parcels()
    page.inbox.consent_check.setChecked(True)
    page.inbox.parcels_list.make_current(second.key)
    page.inbox.take()
    desk.idle()
    page.inbox.take()  # for the second one nobody has agreed yet
    desk.idle()
    assert (first.state, second.state) == (State.READY, State.READY)
    assert page.inbox.detail_stack.currentWidget() is page.inbox.scroll_area


def test_a_check_that_is_cleared_before_it_is_shown_stays_away(
    qtbot: QtBot, home: Path, jobs: Jobs, qapp: QApplication
) -> None:
    with workspaces.opened(home) as services:
        page = verifying(qtbot, services, jobs, qapp)
        page.checks.updated.connect(lambda _row: None if page.checks.is_busy() else page.clear())
        page.check_text("KPD1:A")
        until_quiet(qtbot, jobs)
        assert page.checks.rowCount() == 0
        assert page.content_stack.currentWidget() is page.empty_page
        page.hide()


def verifying(qtbot: QtBot, services: Services, jobs: Jobs, qapp: QApplication) -> VerifyPage:
    page = VerifyPage(services, jobs, Refresher(qapp))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_panel_that_was_made_ahead_stands_in_its_place(qtbot: QtBot, jobs: Jobs) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    panel = PersonPanel(host)
    page = AuthorityPage(jobs, host, panel)
    usual = AuthorityPage(jobs)
    qtbot.addWidget(usual)
    assert page.person_panel is panel
    assert page.isAncestorOf(panel)
    assert chain(page)[:2] == ["renew_button", "revoke_button"]
    assert chain(page) == chain(usual)


def chain(page: AuthorityPage) -> list[str]:
    """What Tab visits from the table on; of what can be seen there later, too."""
    found: list[str] = []
    widget = page.people_table.nextInFocusChain()
    while widget is not None and widget is not page.people_table:
        if page.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return found


def test_the_authority_is_made_once_however_often_it_is_asked_for(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        window.show_authority()
        window.show_authority()
        qtbot.waitUntil(lambda: window.side.is_authority(window.stack.currentWidget()))
        until_quiet(qtbot, window.jobs)
        assert len(window.findChildren(AuthorityPage)) == 1
        assert len(window.findChildren(PersonPanel)) == 1
        assert window.side.preparations_of_authority() == ()
        window.close()


def test_a_window_that_closes_meanwhile_makes_no_authority(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        window.show()
        window.show_authority()
        until_quiet(qtbot, window.jobs)
        window.close()
        window.deleteLater()
        qtbot.waitUntil(lambda: not has_turns())
