"""The page of bundles: what goes out, what went where, and how it is reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import languages, media
from kepatuhan_desktop.gui.media import Medium
from kepatuhan_desktop.gui.models.outgoing import Choice
from kepatuhan_desktop.gui.side_pages import BUNDLE
from kepatuhan_desktop.gui.widgets.export_panel import ExportPanel
from kepatuhan_desktop.gui.widgets.plan_view import Listing
from kepatuhan_desktop.services.exporting import EXTENSION
from tests.builders import team, workspaces
from tests.builders.exchange import GIB, Desk, desk, one, press, texts  # fixtures among them
from tests.builders.gui_lists import nameless, tab_chain

__all__ = ["desk", "one"]


def test_an_empty_workspace_says_what_belongs_here(desk: Desk) -> None:
    page = desk.show()
    outbox = page.outbox
    assert outbox.list_stack.currentWidget() is outbox.nothing_state
    assert not outbox.export_panel.write_button.isEnabled()
    page.show_inbox()
    assert "Jatuhkan paket di sini" in texts(page.inbox)
    page.show_travels()
    desk.idle()
    assert page.travels.content_stack.currentWidget() is page.travels.nothing_state
    assert not page.conflicts_button.isVisible()


def test_one_key_of_headquarters_is_said_to_be_too_few(qtbot: QtBot) -> None:
    panel = ExportPanel()
    qtbot.addWidget(panel)
    panel.show_recipients(["Inspektorat"], ["age1a"], ())
    assert not panel.encrypt_radio.isEnabled()
    assert "Minta pusat menambah penerima kedua" in panel.encrypt_label.text()
    panel.show_recipients(["Inspektorat"], ["age1a", "age1b"], ())
    assert panel.encrypt_radio.isEnabled()
    assert panel.encrypt_label.text() == "Hanya pusat (Inspektorat) yang dapat membukanya."


def test_everything_has_a_name_and_its_turn(desk: Desk, one: AssessmentId) -> None:
    team.trusting(desk.folder, desk.first, desk.second, desk.third)
    page = desk.show()
    desk.open(team.bundle(desk.second, desk.folder / "b", one))
    for show in (page.show_outbox, page.show_inbox, page.show_travels):
        show()
        assert nameless(page) == []
    page.show_outbox()
    page.share(one)
    desk.idle()
    chain = tab_chain(page)
    order = [
        "back_button",
        "outbox_button",
        "inbox_button",
        "travels_button",
        "open_button",
        "assessments_list",
        "encrypt_radio",
        "colleagues_list",
        "refresh_button",
        "media_list",
        "folder_button",
        "write_button",
    ]
    assert [name for name in chain if name in order] == order


def test_nobody_writes_in_the_clear_by_accident(desk: Desk, one: AssessmentId) -> None:
    page = desk.show()
    panel = page.outbox.export_panel
    assert not panel.encrypt_radio.isEnabled()
    assert not panel.encrypt_radio.isChecked()
    assert not panel.plain_radio.isChecked()
    assert "Pilih dahulu" in panel.reason_label.text()
    assert not panel.write_button.isEnabled()
    panel.plain_radio.click()
    desk.idle()
    assert panel.plain_notice.isVisible()
    assert "membaca isinya" in panel.plain_notice.title()
    assert panel.write_button.isEnabled()
    assert one


def test_only_at_the_end_the_stick_may_be_pulled(desk: Desk, one: AssessmentId) -> None:
    page = desk.show()
    press(page, Qt.Key.Key_3)
    assert page.outbox.choice() is Choice.TEAM
    panel = page.outbox.export_panel
    assert "Centang dahulu" in panel.reason_label.text() or not panel.write_button.isEnabled()
    page.outbox.assessments_list.setFocus()
    press(page, Qt.Key.Key_Space)
    panel.plain_radio.click()
    desk.idle()
    assert "isian" in panel.summary_label.text()
    press(page, Qt.Key.Key_Return, control=True)
    assert panel.work_box.isVisible()
    assert "Jangan cabut" in panel.work_label.text()
    assert not panel.done_notice.isVisible()
    desk.idle()
    assert panel.done_notice.isVisible()
    assert panel.done_notice.title() == "Aman dilepas"
    assert not panel.work_box.isVisible()
    (path,) = desk.stick.iterdir()
    assert path.suffix == EXTENSION == BUNDLE
    plan, _ = desk.second.importing.take_in(path, consent=True)
    assert plan.description.purpose == Purpose.TEAM
    page.show_travels()
    desk.idle()
    assert page.travels.sent_list.count() == 2
    assert desk.errors == []
    assert one


def test_an_encrypted_bundle_opens_for_headquarters_and_the_ticked(
    desk: Desk, one: AssessmentId
) -> None:
    team.trusting(desk.folder, desk.first, desk.second, desk.third)
    page = desk.show()
    panel = page.outbox.export_panel
    assert panel.encrypt_radio.isChecked()
    # Headquarters has one key only, which can be lost.
    assert "satu rekan lagi" in panel.reason_label.text()
    page.share(one)
    desk.idle()
    assert panel.chosen_colleagues() == (desk.second.device,)
    page.outbox.write()
    desk.idle()
    (path,) = desk.stick.iterdir()
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    for services in (desk.second, desk.third):
        assert services.importing.inspect(path).parcel.is_encrypted
    desk.open(path)
    assert "penerima lain" in page.inbox.failure_state.accessibleDescription()


def test_too_small_a_stick_is_told_before(
    desk: Desk, one: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = (Medium(desk.stick, "STIK KECIL", 1000, GIB, is_removable=True),)
    monkeypatch.setattr(media, "plugged_in", lambda _progress: small)
    page = desk.show()
    panel = page.outbox.export_panel
    panel.plain_radio.click()
    desk.idle()
    assert "Ruang di STIK KECIL kurang" in panel.reason_label.text()
    assert not panel.write_button.isEnabled()
    assert one


def test_a_folder_can_be_chosen_instead(desk: Desk, one: AssessmentId) -> None:
    page = desk.show()
    page.outbox.choose_folder()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.reject()
    folder = desk.folder / "arsip"
    folder.mkdir()
    page.outbox.use_folder(str(folder))
    desk.idle()
    medium = page.outbox.export_panel.medium()
    assert medium is not None
    assert medium.path == folder
    assert one


def test_a_stick_that_refuses_is_an_error_and_nothing_is_sent(
    desk: Desk, one: AssessmentId
) -> None:
    page = desk.show()
    panel = page.outbox.export_panel
    panel.plain_radio.click()
    desk.idle()
    desk.stick.rmdir()
    page.outbox.write()
    desk.idle()
    assert len(desk.errors) == 1
    assert not panel.done_notice.isVisible()
    assert len(desk.first.travels.sent()) == 1
    assert one


def test_a_cancelled_export_leaves_nothing(desk: Desk, one: AssessmentId) -> None:
    page = desk.show()
    panel = page.outbox.export_panel
    panel.plain_radio.click()
    desk.idle()
    page.outbox.write()
    panel.stop_button.click()
    desk.idle()
    assert list(desk.stick.iterdir()) == []
    assert panel.write_button.isVisible()
    assert one


def test_the_views_are_reached_by_keys(desk: Desk, qtbot: QtBot) -> None:
    page = desk.show()
    press(page, Qt.Key.Key_2, control=True)
    assert page.view_stack.currentWidget() is page.inbox
    press(page, Qt.Key.Key_3, control=True)
    assert page.view_stack.currentWidget() is page.travels
    press(page, Qt.Key.Key_1, control=True)
    assert page.view_stack.currentWidget() is page.outbox
    press(page, Qt.Key.Key_O, control=True)
    (dialog,) = page.findChildren(QFileDialog)
    dialog.reject()
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)


def test_it_speaks_english(desk: Desk, one: AssessmentId, qapp: QApplication) -> None:
    page = desk.show()
    desk.open(team.bundle(desk.second, desk.folder / "b", one))
    try:
        languages.apply(qapp, "en")
        assert page.inbox.waiting() == 1
        assert page.inbox.detail_stack.currentWidget() is page.inbox.scroll_area
    finally:
        languages.apply(qapp, "id")


def test_long_lists_are_folded(qtbot: QtBot) -> None:
    listing = Listing(tuple(f"foto {number}.jpg" for number in range(40)))
    qtbot.addWidget(listing)
    assert "foto 39.jpg" not in listing.text()
    listing._more.click()
    assert "foto 39.jpg" in listing.text()


def test_long_names_stay_readable(desk: Desk) -> None:
    office = workspaces.an_office(desk.first, "Dinas Kependudukan dan Pencatatan Sipil " * 4)
    workspaces.started(desk.first, unit=office)
    page = desk.show()
    page.outbox.choose(Choice.CHOSEN)
    (line,) = page.outbox.assessments_list.lines()
    assert line.title.startswith("Dinas Kependudukan")
    assert "Pencatatan Sipil" in page.outbox.assessments_list.item(0).toolTip()


def test_a_receipt_of_headquarters_empties_the_outbox(desk: Desk, one: AssessmentId) -> None:
    team.trusting(desk.folder, desk.first, desk.second, desk.third)
    team.take(desk.third, team.bundle(desk.first, desk.folder / "hasil", None, Purpose.RESULTS))
    page = desk.show()
    page.show_travels()
    desk.idle()
    assert page.travels.sent_list.lines()[0].badge == "Menunggu tanda terima"
    desk.third.receiving.acknowledge(desk.first.device)
    letter = desk.third.posting.plan(desk.first.device, Purpose.RECEIPT, is_plain=True)
    (written,) = desk.third.exporting.export(letter, desk.stick)
    desk.open(written.delivered.path)
    assert "tanda terima" in texts(page.inbox.plan_view)
    page.inbox.take()
    desk.idle()
    page.show_travels()
    desk.idle()
    assert page.travels.sent_list.lines()[0].badge == "Diterima pusat"
    page.show_outbox()
    desk.idle()
    assert one not in [line.key for line in page.outbox.assessments_list.lines()]
