"""The page of bundles: what comes in is looked at before it is taken."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.models.inbox import State
from tests.builders import bundles, team
from tests.builders.exchange import Desk, desk, one, press, texts  # fixtures among them

__all__ = ["desk", "one"]


def test_a_plan_is_looked_at_before_anything_is_taken(desk: Desk, one: AssessmentId) -> None:
    team.quarrel((desk.first, desk.second), one)
    path = team.bundle(desk.second, desk.folder / "b", one)
    page = desk.show()
    before = desk.first._workspace.journal.bodies()
    desk.open(path)
    assert page.view_stack.currentWidget() is page.inbox
    said = texts(page.inbox.plan_view)
    for word in ("Budi Santoso", "belum ada yang menjamin", "bertentangan", "Tanggapan unit"):
        assert word in said
    assert "ruang-tunggu.jpg" in said
    assert "a.1 · Jawaban" in said
    assert desk.first._workspace.journal.bodies() == before
    assert page.inbox.waiting() == 1
    assert not page.inbox.take_button.isEnabled()
    press(page, Qt.Key.Key_Return, control=True)
    desk.idle()
    assert desk.first._workspace.journal.bodies() == before


def test_what_was_agreed_to_is_taken_and_conflicts_are_one_step_away(
    desk: Desk, one: AssessmentId, qtbot: QtBot
) -> None:
    team.quarrel((desk.first, desk.second), one)
    page = desk.show()
    desk.open(team.bundle(desk.second, desk.folder / "b", one))
    page.inbox.consent_check.setChecked(True)
    with qtbot.waitSignal(desk.refresher.changed):
        press(page, Qt.Key.Key_Return, control=True)
    desk.idle()
    parcel = page.inbox.current()
    assert parcel is not None
    assert parcel.state is State.TAKEN
    assert desk.first.disputes.count() == 7
    assert page.inbox.settle_button.isVisible()
    assert page.conflicts_button.text() == "Pertenta&ngan (7)"
    with qtbot.waitSignal(page.conflicts_requested) as asked:
        page.inbox.settle_button.click()
    assert asked.args == [one]
    with qtbot.waitSignal(page.opened) as shown:
        page.inbox.show_button.click()
    assert shown.args == [one]
    page.show_travels()
    desk.idle()
    assert page.travels.received_list.count() == 1


def test_a_trusted_sender_needs_no_comparing(desk: Desk, one: AssessmentId) -> None:
    team.trusting(desk.folder, desk.first, desk.second, desk.third)
    page = desk.show()
    desk.open(team.bundle(desk.second, desk.folder / "b", one))
    assert not page.inbox.consent_check.isVisible()
    assert page.inbox.take_button.isEnabled()
    assert "terdaftar pada" in texts(page.inbox.plan_view)


def test_several_at_once_and_a_broken_one_stops_nothing(desk: Desk, one: AssessmentId) -> None:
    desk.second.answering.remark(one, "setuju")
    good = team.bundle(desk.second, desk.folder / "b", one)
    broken, gone = desk.folder / "rusak.paket", desk.folder / "hilang.paket"
    broken.write_bytes(b"PK\x03\x04")
    page = desk.show()
    desk.open(broken, gone, good)
    inbox = page.inbox
    states = [it.state for it in inbox.inbox.parcels()]
    assert states == [State.FAILED, State.FAILED, State.READY]
    assert inbox.detail_stack.currentWidget() is inbox.failure_state
    assert "rusak.paket" in inbox.failure_state.accessibleDescription()
    QTest.keyClick(inbox.parcels_list, Qt.Key.Key_End)
    desk.idle()
    assert inbox.detail_stack.currentWidget() is inbox.scroll_area
    inbox.drop_button.click()
    assert len(inbox.inbox.parcels()) == 2
    inbox.inbox.clear()
    desk.idle()
    assert inbox.content_stack.currentWidget() is inbox.empty_page
    assert desk.errors == []


def test_the_same_bundle_a_second_time_changes_nothing(desk: Desk, one: AssessmentId) -> None:
    desk.second.answering.remark(one, "setuju")
    path = team.bundle(desk.second, desk.folder / "b", one)
    team.take(desk.first, path)
    page = desk.show()
    desk.open(path, path)
    assert "sudah pernah diterima" in texts(page.inbox.plan_view)
    assert not page.inbox.take_button.isVisible()
    assert len(page.inbox.inbox.parcels()) == 1


def test_what_was_taken_changes_the_plans_of_the_others(desk: Desk, one: AssessmentId) -> None:
    desk.second.answering.remark(one, "setuju")
    first = team.bundle(desk.second, desk.folder / "b", one)
    second = team.bundle(desk.second, desk.folder / "c", one)
    page = desk.show()
    desk.open(first, second)
    page.inbox.consent_check.setChecked(True)
    page.inbox.take()
    desk.idle()
    other = page.inbox.inbox.parcels()[1]
    desk.qtbot.waitUntil(lambda: not other.is_stale)
    assert other.plan is not None
    assert other.plan.merge.changes_nothing
    assert page.inbox.parcels_list.lines()[1].detail == "Tidak ada yang baru"


def test_a_damaged_photo_keeps_nothing_else_back(
    desk: Desk, one: AssessmentId, qtbot: QtBot
) -> None:
    team.quarrel((desk.first, desk.second), one)
    pieces = desk.second.assessments.get(one).evidence.values()
    (broken,) = (it.digest for it in pieces if it.name == "ruang-tunggu.jpg")
    path = bundles.damage(team.bundle(desk.second, desk.folder / "b", one), broken)
    page = desk.show()
    desk.open(path)
    said = texts(page.inbox.plan_view)
    assert "1 foto atau berkas rusak di jalan" in said
    assert "Foto yang rusak di jalan; tidak diterima\n•  ruang-tunggu.jpg" in said
    page.inbox.consent_check.setChecked(True)
    with qtbot.waitSignal(desk.refresher.changed):
        page.inbox.take()
    desk.idle()
    assert desk.first.disputes.count() == 7
    desk.open(path)
    assert "1 foto atau berkas yang disebutnya belum" in texts(page.inbox.plan_view)
    page.show_travels()
    desk.idle()
    (line,) = page.travels.received_list.lines()
    assert line.detail.endswith("1 foto rusak")


def test_files_dropped_on_the_page_are_read(desk: Desk, one: AssessmentId) -> None:
    path = team.bundle(desk.second, desk.folder / "b", one)
    page = desk.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, modifier))
    desk.idle()
    assert page.inbox.waiting() == 1
