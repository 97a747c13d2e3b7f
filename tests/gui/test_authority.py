"""The authority of headquarters in the window, on a real folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.errors import AuthorityInUse, KnownError
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.dialogs.new_authority import NewAuthorityDialog
from kepatuhan_desktop.gui.dialogs.recipients import RecipientsDialog
from kepatuhan_desktop.gui.dialogs.root_change import RootChangeDialog
from kepatuhan_desktop.gui.dialogs.secret import SecretDialog
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.pages.authority import AuthorityPage
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.signing import trust_file
from tests.builders import authorities as made
from tests.builders import gui_trust, workspaces
from tests.builders.gui_authority import (
    a_full_page,
    activate,
    an_open_page,
    clock,
    dialog_of,
    folder,
    go_to,
    idle,
    jobs,
    own_settings,
    page,
)
from tests.builders.gui_lists import nameless, tab_chain

__all__ = [
    "a_full_page",
    "an_open_page",
    "clock",
    "folder",
    "jobs",
    "own_settings",
    "page",
]


def test_an_authority_is_made_only_with_everything_that_it_needs(
    qtbot: QtBot, page: AuthorityPage, folder: Path
) -> None:
    page.create_button.click()
    dialog = dialog_of(page, NewAuthorityDialog)
    QTest.keyClicks(dialog.name_edit, gui_trust.NAME)
    dialog.folder_edit.setText(str(folder))
    QTest.keyClicks(dialog.passphrase_fields.first_edit, gui_trust.PASSPHRASE)
    assert "dua kali" in dialog.lacking_label.text()
    QTest.keyClicks(dialog.passphrase_fields.second_edit, gui_trust.PASSPHRASE)
    assert not dialog.create_button.isEnabled()
    dialog.kept_check.click()
    assert dialog.create_button.isEnabled()
    assert "tidak dapat dipulihkan" in dialog.warning_notice.title()
    QTest.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    assert not dialog.work_box.isHidden()
    idle(qtbot, page)
    assert page.title_label.text() == gui_trust.NAME
    assert page.notice.title() == "Belum pernah diterbitkan"
    assert page.people_stack.currentWidget() is page.nobody_yet
    page.lock_button.click()
    authorities.open(folder, gui_trust.PASSPHRASE).close()
    assert page.dialogs.recent() == str(folder)
    assert str(folder) in page.recent_label.text()


def test_a_folder_that_holds_one_already_is_told_in_the_dialog(
    qtbot: QtBot, page: AuthorityPage, folder: Path
) -> None:
    gui_trust.founded(folder).close()
    page.create_button.click()
    dialog = dialog_of(page, NewAuthorityDialog)
    page.desk.create(folder, "Lain", gui_trust.PASSPHRASE)
    idle(qtbot, page)
    assert "sudah berisi otoritas" in dialog.error_bar.text()
    dialog.reject()
    assert page.content_stack.currentWidget() is page.closed_page


def test_a_wrong_passphrase_may_be_tried_again(
    qtbot: QtBot, page: AuthorityPage, folder: Path
) -> None:
    gui_trust.founded(folder).close()
    page.dialogs.open_folder(str(folder))
    dialog = dialog_of(page, SecretDialog)
    dialog.secret_edit.setText("bukan frasa sandinya")
    dialog.use_button.click()
    idle(qtbot, page)
    assert dialog.error_bar.text()
    dialog.secret_edit.setText(gui_trust.PASSPHRASE)
    dialog.use_button.click()
    idle(qtbot, page)
    assert page.content_stack.currentWidget() is page.open_page


def test_a_folder_without_an_authority_is_told(
    qtbot: QtBot, page: AuthorityPage, tmp_path: Path
) -> None:
    page.dialogs.open_folder(str(tmp_path))
    dialog = dialog_of(page, SecretDialog)
    dialog.secret_edit.setText("apa saja")
    dialog.use_button.click()
    idle(qtbot, page)
    assert "Tidak ada otoritas" in dialog.error_bar.text()
    dialog.reject()


def test_a_trust_file_is_published(
    qtbot: QtBot, a_full_page: AuthorityPage, tmp_path: Path
) -> None:
    page = a_full_page
    for name in ("safe", "desk"):
        page.desk.add_recipient(made.recipient(name))
        idle(qtbot, page)
    page.publish_button.click()
    chooser = dialog_of(page, QFileDialog)
    proposed = Path(chooser.selectedFiles()[0]).name
    assert proposed == "inspektorat-kota-uji-v1.kepercayaan"
    chooser.reject()
    path = tmp_path / "t.kepercayaan"
    with qtbot.waitSignal(page.announced):
        page.dialogs.publish(str(path))
    assert len(trust_file.read(path.read_bytes()).enrolled) == 3
    assert page.notice.isHidden()
    assert "versi 1" in page.legend_label.text()
    go_to(page, "Siti Aminah")
    page.desk.revoke(page.people_table.current().device, RevocationReason.MOVED)  # type: ignore[union-attr]  # set above
    idle(qtbot, page)
    assert page.notice.title() == "Ada perubahan yang belum diterbitkan"


def test_a_published_file_with_too_few_recipients_is_warned_of(
    qtbot: QtBot, a_full_page: AuthorityPage, tmp_path: Path
) -> None:
    page = a_full_page
    page.desk.add_recipient(made.recipient("safe"))
    idle(qtbot, page)
    assert "sedikitnya dua" in page.notice.sentence()
    page.dialogs.publish(str(tmp_path / "t.kepercayaan"))
    idle(qtbot, page)
    assert page.notice.isVisible()
    assert page.notice.title() == "Paket dari lapangan belum dapat disandikan"
    assert "Penerima paket …" in page.notice.sentence()
    page.desk.add_recipient(made.recipient("desk"))
    idle(qtbot, page)
    assert "sedikitnya dua" not in page.notice.sentence()


def test_a_place_that_cannot_be_written_is_a_sentence(
    qtbot: QtBot, an_open_page: AuthorityPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(an_open_page.failed) as failed:
        an_open_page.dialogs.publish(str(tmp_path / "none" / "t.kepercayaan"))
    (error,) = failed.args or [None]
    assert isinstance(error, KnownError)


def test_the_root_is_replaced(
    qtbot: QtBot, a_full_page: AuthorityPage, folder: Path, tmp_path: Path
) -> None:
    page = a_full_page
    page.dialogs.ask_for_root()
    dialog = dialog_of(page, RootChangeDialog)
    assert nameless(dialog) == []
    new = "empat kata lain sekali"
    dialog.passphrase_fields.first_edit.setText(new)
    dialog.passphrase_fields.second_edit.setText(new)
    assert not dialog.replace_button.isEnabled()
    dialog.kept_check.click()
    dialog.replace_button.click()
    idle(qtbot, page)
    # Devices follow a root only from one that they know: the first must be published before.
    assert dialog.error_bar.text()
    dialog.reject()
    page.dialogs.publish(str(tmp_path / "t.kepercayaan"))
    idle(qtbot, page)
    before = page.subtitle_label.text()
    page.dialogs.ask_for_root()
    page.desk.replace_root(new)
    idle(qtbot, page)
    assert page.subtitle_label.text() != before
    assert not page.notice.isHidden()
    page.desk.lock()
    authorities.open(folder, new).close()


def test_recipients_are_added_and_removed(qtbot: QtBot, an_open_page: AuthorityPage) -> None:
    page = an_open_page
    page.dialogs.show_recipients()
    dialog = dialog_of(page, RecipientsDialog)
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.add_edit, "age1salah")
    QTest.keyClick(dialog.add_edit, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert dialog.error_bar.text()
    assert dialog.isVisible()
    dialog.add_edit.setText(made.recipient())
    dialog.add_button.click()
    idle(qtbot, page)
    assert dialog.recipients_list.item(0).text() == made.recipient()
    dialog.recipients_list.setCurrentRow(0)
    dialog.remove_button.click()
    idle(qtbot, page)
    assert dialog.recipients_list.count() == 0
    dialog.close_button.click()


def test_leaving_locks(qtbot: QtBot, an_open_page: AuthorityPage, folder: Path) -> None:
    with pytest.raises(AuthorityInUse):
        authorities.open(folder, gui_trust.PASSPHRASE)
    # The keyboard is where there is something to do, even while nobody is enrolled.
    focused = an_open_page.focusWidget()
    assert focused is not None
    assert an_open_page.nobody_yet.isAncestorOf(focused)
    activate(qtbot, an_open_page)
    with qtbot.waitSignal(an_open_page.left):
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    an_open_page.hide()
    assert an_open_page.desk.snapshot is None
    authorities.open(folder, gui_trust.PASSPHRASE).close()
    an_open_page.show()
    assert an_open_page.title_label.text() == "Otoritas"
    assert an_open_page.publish_button.isHidden()


def test_leaving_while_something_is_done_locks_afterwards(
    qtbot: QtBot, an_open_page: AuthorityPage, folder: Path, tmp_path: Path
) -> None:
    an_open_page.dialogs.publish(str(tmp_path / "t.kepercayaan"))
    an_open_page.hide()
    idle(qtbot, an_open_page)
    assert an_open_page.desk.snapshot is None
    authorities.open(folder, gui_trust.PASSPHRASE).close()


def test_the_fingerprint_is_shown_and_copied(
    qtbot: QtBot, an_open_page: AuthorityPage, qapp: QApplication
) -> None:
    assert an_open_page.desk.snapshot is not None
    groups = " ".join(an_open_page.desk.snapshot.overview.fingerprint)
    assert groups in an_open_page.subtitle_label.text()
    with qtbot.waitSignal(an_open_page.announced):
        an_open_page.more_button.menu().actions()[0].trigger()
    assert qapp.clipboard().text() == groups


def test_everything_has_a_name_and_its_turn(a_full_page: AuthorityPage) -> None:
    go_to(a_full_page, "Siti Aminah")
    assert nameless(a_full_page) == []
    chain = tab_chain(a_full_page)
    assert chain[chain.index("back_button") :] + chain[: chain.index("back_button")] == [
        "back_button",
        "more_button",
        "lock_button",
        "publish_button",
        "all_button",
        "valid_button",
        "ended_button",
        "revoked_button",
        "search_edit",
        "enrol_button",
        "people_table",
        "renew_button",
        "revoke_button",
    ]


def test_it_turns_english_and_back(qapp: QApplication, a_full_page: AuthorityPage) -> None:
    before = (a_full_page.notice.title(), a_full_page.valid_button.text())
    languages.apply(qapp, "en")
    try:
        qapp.processEvents()
        assert a_full_page.valid_button.text().endswith("3")
    finally:
        languages.apply(qapp, "id")
        qapp.processEvents()
    assert (a_full_page.notice.title(), a_full_page.valid_button.text()) == before


def test_the_window_leads_there_and_back(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        window.show_settings()
        window.settings().authority_button.click()
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.authority())
        # The settings' key leads back, and leaving the settings to the list, not in a circle.
        window.show_settings()
        window.show_authority()
        window.authority().left.emit()
        assert window.stack.currentWidget() is window.settings()
        window.settings().left.emit()
        assert window.stack.currentWidget() is window.list_page
        qtbot.waitUntil(lambda: window.jobs.count() == 0)
        window.close()
