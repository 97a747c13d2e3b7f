"""The settings around the identity of the signer: its state and its enrolment."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import files, languages
from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog
from kepatuhan_desktop.gui.dialogs.token import TokenDialog
from kepatuhan_desktop.gui.dialogs.trust import TrustDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.pages.settings import SettingsPage
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.signing import request_file
from tests.builders import gui_trust, workspaces
from tests.builders.clock import START, FixedClock
from tests.builders.gui_identity import (
    ASKED,
    clock,
    compare,
    dialog_of,
    idle,
    jobs,
    load,
    page,
    services,
    shown,
)
from tests.builders.gui_lists import nameless, tab_chain

__all__ = ["clock", "jobs", "page", "services"]


def test_a_name_is_enough_for_an_identity(page: SettingsPage, services: Services) -> None:
    status = services.identities.status()
    assert status.valid_until is not None
    assert not status.is_registered
    card = page.identity_sign_card
    assert card.state_notice.title() == "Belum terdaftar"
    assert card.who_label.text() == "Siti Aminah"
    assert card.fingerprint_view.text().replace(" ", "") == services.device
    assert card.request_button.isEnabled()


def test_without_a_name_it_asks_for_one(
    qtbot: QtBot, qapp: QApplication, services: Services, jobs: Jobs
) -> None:
    services.settings.change(auditor_name="")
    page = shown(qtbot, qapp, services, jobs)
    assert page.identity_sign_card.state_notice.title() == "Belum ada nama"
    assert not page.identity_sign_card.request_button.isEnabled()
    QTest.keyClicks(page.name_edit, "Budi")
    QTest.keyClick(page.name_edit, Qt.Key.Key_Return)
    idle(qtbot, jobs)
    assert services.identities.status().name == "Budi"
    assert services.identities.certificate() is not None
    assert page.identity_sign_card.who_label.text() == "Budi"
    assert page.identity_sign_card.request_button.isEnabled()


def test_the_fingerprint_is_copied(
    qtbot: QtBot, page: SettingsPage, services: Services, qapp: QApplication
) -> None:
    with qtbot.waitSignal(page.announced):
        page.identity_sign_card.copy_button.click()
    assert qapp.clipboard().text().split() == list(services.identities.status().fingerprint)


def test_a_request_is_saved(
    qtbot: QtBot, page: SettingsPage, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "a.permohonan"
    with qtbot.waitSignal(page.announced) as said:
        page.desk.save_request(str(path))
    assert "a.permohonan" in (said.args or [""])[0]
    assert request_file.read(path.read_bytes()).device == services.device


def test_the_button_proposes_a_name_for_the_request(page: SettingsPage) -> None:
    page.identity_sign_card.request_button.click()
    chooser = dialog_of(page, QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "permohonan-siti-aminah.permohonan"
    chooser.reject()


def test_a_place_that_cannot_be_written_is_a_sentence(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.failed) as failed:
        page.desk.save_request(str(tmp_path / "none" / "a.permohonan"))
    (error,) = failed.args or [None]
    assert isinstance(error, KnownError)
    assert error.code == "writing.no_folder"


def test_the_first_trust_needs_the_fingerprint_that_the_screen_does_not_show(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    data = gui_trust.enrolling(tmp_path / "authority", services)
    groups = services.identities.examine(data).fingerprint
    dialog = load(qtbot, page, jobs, data, tmp_path)
    words = "".join(label.text() for label in dialog.findChildren(type(dialog.what_label)))
    assert all(groups[place] not in words for place in ASKED)
    assert not dialog.adopt_button.isEnabled()
    dialog.adopt_button.click()
    assert services.identities.trust() == ()
    compare(dialog, groups)
    assert dialog.fingerprint_entry.edits[3].hasFocus()
    with qtbot.waitSignal(page.announced):
        dialog.adopt_button.click()
    assert services.identities.status().is_registered
    assert page.identity_sign_card.state_notice.title() == f"Terdaftar pada {gui_trust.NAME}"
    assert page.identity_sign_card.roles_label.text() == "Auditor"
    assert not page.identity_sign_card.list_notice.isHidden()


def test_a_wrong_group_is_named_and_nothing_is_adopted(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    data = gui_trust.enrolling(tmp_path / "authority", services)
    groups = list(services.identities.examine(data).fingerprint)
    groups[6] = "0000" if groups[6] != "0000" else "1111"
    dialog = load(qtbot, page, jobs, data, tmp_path)
    compare(dialog, tuple(groups))
    assert "Kelompok 7" in dialog.compare_hint.text()
    assert not dialog.adopt_button.isEnabled()
    # Backspace in an empty group leads back to the one before.
    edit = dialog.fingerprint_entry.edits[3]
    edit.clear()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert dialog.fingerprint_entry.edits[2].hasFocus()
    dialog.cancel_button.click()
    assert services.identities.trust() == ()


def test_the_same_file_again_changes_nothing(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    data = gui_trust.enrolling(tmp_path / "authority", services)
    services.identities.adopt(services.identities.examine(data))
    dialog = load(qtbot, page, jobs, data, tmp_path)
    assert dialog.title_label.text() == "Berkas ini sudah dimuat"
    assert dialog.adopt_button.isHidden()
    assert dialog.compare_box.isHidden()
    dialog.reject()


def test_a_revocation_is_told_before_and_after(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    data = gui_trust.enrolling(tmp_path / "authority", services, revoked=True)
    groups = services.identities.examine(data).fingerprint
    dialog = load(qtbot, page, jobs, data, tmp_path)
    assert any("dicabut" in text for text in dialog.change_lines.texts())
    compare(dialog, groups)
    dialog.adopt_button.click()
    assert page.identity_sign_card.state_notice.title() == "Dicabut"


def test_another_root_is_told(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    folder, later = tmp_path / "authority", START + timedelta(days=3)
    first = gui_trust.enrolling(folder, services)
    services.identities.adopt(services.identities.examine(first))
    with authorities.open(folder, gui_trust.PASSPHRASE) as authority:
        authority.replace_root(gui_trust.PASSPHRASE, later)
        second = authority.publish(later)
    dialog = load(qtbot, page, jobs, second, tmp_path)
    assert any("Kunci otoritas diganti" in text for text in dialog.change_lines.texts())
    assert dialog.compare_box.isHidden()
    dialog.adopt_button.click()
    assert services.identities.status().trust_version == 2


def test_an_old_list_of_revocations_is_a_gentle_warning(
    qtbot: QtBot,
    qapp: QApplication,
    services: Services,
    jobs: Jobs,
    tmp_path: Path,
    clock: FixedClock,
) -> None:
    data = gui_trust.enrolling(tmp_path / "authority", services)
    services.identities.adopt(services.identities.examine(data))
    clock.set(START + timedelta(days=400))
    page = shown(qtbot, qapp, services, jobs)
    assert "sudah lama" in page.identity_sign_card.list_notice.title()
    assert "tetap dapat" in page.identity_sign_card.list_notice.sentence()
    clock.set(START + timedelta(days=1000))
    page.hide()
    page.show()
    assert page.identity_sign_card.state_notice.title() == "Belum terdaftar"
    assert "pendaftaran yang berlaku" in page.identity_sign_card.state_notice.sentence()


def test_a_dropped_file_is_examined(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "t.kepercayaan"
    path.write_bytes(gui_trust.enrolling(tmp_path / "authority", services))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    idle(qtbot, jobs)
    dialog_of(page, TrustDialog).reject()


@pytest.mark.parametrize("data", [b"", b"x" * 100, b"x" * (files.LARGEST + 10)])
def test_what_is_no_trust_file_is_a_sentence(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "t.kepercayaan"
    path.write_bytes(data)
    with qtbot.waitSignal(page.failed) as failed:
        page.desk.load_trust(str(path))
    (error,) = failed.args or [None]
    assert isinstance(error, KnownError)
    assert error.code == "trust.damaged"


def test_everything_has_a_name_and_its_turn(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    assert nameless(page) == []
    chain = tab_chain(page)
    assert chain[chain.index("choose_home_button") :][:8] == [
        "choose_home_button",
        "copy_button",
        "request_button",
        "trust_button",
        "device_radio",
        "file_radio",
        "token_radio",
        "authority_button",
    ]
    data = gui_trust.enrolling(tmp_path / "authority", services)
    dialog = load(qtbot, page, jobs, data, tmp_path)
    assert nameless(dialog) == []
    dialog.reject()
    token = TokenDialog(page)
    assert nameless(token) == []


def test_a_long_name_is_cut_with_its_whole_on_pointing(
    qtbot: QtBot, qapp: QApplication, services: Services, jobs: Jobs
) -> None:
    services.settings.change(auditor_name=gui_trust.LONG)
    page = shown(qtbot, qapp, services, jobs)
    label = page.identity_sign_card.who_label
    assert label.text().startswith("Drs. Raden Mas")
    assert label.toolTip()
    assert label.width() <= page.identity_sign_card.width()


def test_the_cards_turn_english(
    qapp: QApplication, page: SettingsPage, services: Services, tmp_path: Path
) -> None:
    assert page.identity_sign_card.roles_label.text() == "–"
    languages.apply(qapp, "en")
    try:
        qapp.processEvents()
        # What a card says by code is said again; the words are the translation's affair.
        assert page.identity_sign_card.state_notice.title()
        assert page.identity_sign_card.who_label.text() == "Siti Aminah"
    finally:
        languages.apply(qapp, "id")
        qapp.processEvents()
    assert page.identity_sign_card.state_notice.title() == "Belum terdaftar"


def test_a_name_given_with_the_first_assessment_makes_an_identity(qtbot: QtBot, home: Path) -> None:
    with workspaces.opened(home) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        assert services.identities.certificate() is None
        dialog = NewAssessmentDialog(services, window.refresher, window.list_page)
        dialog.remembered.connect(window.list_page.identity_given)
        dialog._remember(Person(name="Siti Aminah"))
        qtbot.waitUntil(lambda: window.jobs.count() == 0)
        assert services.identities.certificate() is not None
        assert "Siti Aminah" in window.status_line._who.text()
        window.close()
