"""Which key signs: chosen in the settings, tried at once, told at the review."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.gui.dialogs.secret import Secret, SecretDialog
from kepatuhan_desktop.gui.dialogs.token import TokenDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.settings import SettingsPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import authorities, gui_trust, tokens, workspaces
from tests.builders.clock import START
from tests.builders.gui_identity import clock, dialog_of, idle, jobs, page, services
from tests.builders.gui_lists import nameless

__all__ = ["clock", "jobs", "page", "services"]


def test_a_key_file_is_tried_at_once_and_then_kept(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    path = gui_trust.key_file(tmp_path / "siti.p12")
    page.desk.try_key_file(str(path))
    dialog = dialog_of(page, SecretDialog)
    QTest.keyClicks(dialog.secret_edit, "salah")
    QTest.keyClick(dialog.secret_edit, Qt.Key.Key_Return)
    assert not dialog.secret_edit.isEnabled()
    idle(qtbot, jobs)
    assert "tidak cocok" in dialog.error_bar.text()
    assert services.identities.status().source == "device"
    dialog.secret_edit.setText(gui_trust.SECRET)
    QTest.keyClick(dialog.secret_edit, Qt.Key.Key_Return)
    idle(qtbot, jobs)
    assert services.identities.status().source == "pkcs12"
    assert page.key_card.file_radio.isChecked()
    assert "siti.p12" in page.key_card.file_chosen.text()
    assert page.key_card.token_chosen.isHidden()
    assert "Tersimpan" in page.key_card.key_saved.text()
    assert gui_trust.SECRET not in (services.home / "settings.json").read_text()
    page.key_card.device_radio.click()
    assert services.identities.status().source == "device"
    assert page.key_card.file_chosen.isHidden()


def test_giving_up_leaves_the_key_as_it_was(
    page: SettingsPage, services: Services, tmp_path: Path
) -> None:
    page.key_card.token_radio.click()
    dialog = dialog_of(page, TokenDialog)
    assert not dialog.use_button.isEnabled()
    dialog.reject()
    assert page.key_card.device_radio.isChecked()
    page.key_card.file_radio.click()
    dialog_of(page, QFileDialog).reject()
    assert page.key_card.device_radio.isChecked()
    assert services.identities.status().source == "device"


def test_a_token_that_is_not_there_is_told_in_the_dialog(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    page.key_card.token_radio.click()
    dialog = dialog_of(page, TokenDialog)
    dialog.module_edit.setText(str(tmp_path / "none.so"))
    dialog.label_edit.setText("Kartu")
    QTest.keyClicks(dialog.pin_edit, "1234")
    QTest.keyClick(dialog.pin_edit, Qt.Key.Key_Return)
    idle(qtbot, jobs)
    assert dialog.error_bar.text()
    assert dialog.pin_edit.isEnabled()
    assert services.identities.status().source == "device"
    dialog.reject()


def test_a_token_is_tried_at_once_and_then_kept(
    qtbot: QtBot, page: SettingsPage, services: Services, jobs: Jobs, tmp_path: Path
) -> None:
    with tokens.a_token(tmp_path / "softhsm") as module:
        sec1 = authorities.key().private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
        tokens.put(module, 1, sec1, authorities.certificate(at=START))
        page.key_card.token_radio.click()
        dialog = dialog_of(page, TokenDialog)
        dialog.module_edit.setText(str(module))
        dialog.label_edit.setText(tokens.LABEL)
        dialog.pin_edit.setText("000000")
        dialog.use_button.click()
        idle(qtbot, jobs)
        assert "tidak cocok" in dialog.error_bar.text()
        dialog.pin_edit.setText(tokens.PIN)
        dialog.use_button.click()
        idle(qtbot, jobs)
        status = services.identities.status()
        assert (status.source, status.source_name) == ("token", tokens.LABEL)
        assert page.key_card.token_radio.isChecked()
        assert tokens.LABEL in page.key_card.token_chosen.text()
        assert tokens.PIN not in (services.home / "settings.json").read_text()


@pytest.mark.parametrize("secret", list(Secret))
def test_a_secret_is_hidden_named_and_forgotten(qtbot: QtBot, secret: Secret) -> None:
    dialog = SecretDialog(secret, "siti.p12")
    qtbot.addWidget(dialog)
    dialog.open()
    assert nameless(dialog) == []
    assert dialog.secret_edit.echoMode() == dialog.secret_edit.EchoMode.Password
    assert not dialog.use_button.isEnabled()
    dialog.reveal_button.click()
    assert dialog.secret_edit.echoMode() == dialog.secret_edit.EchoMode.Normal
    dialog.secret_edit.setText("rahasia")
    dialog.reject()
    assert dialog.secret_edit.text() == ""


def test_the_review_tells_which_key_signs(qtbot: QtBot, services: Services, jobs: Jobs) -> None:
    from kepatuhan_desktop.gui.pages.review import ReviewPage  # noqa: PLC0415 - start-up time

    one = workspaces.filled(services)
    services.identities.ensure()
    review = ReviewPage(services, jobs, Refresher())
    qtbot.addWidget(review)
    review.show_assessment(one)
    qtbot.waitUntil(lambda: bool(review.panel.key_label.text()))
    expected = "Ditandatangani dengan kunci perangkat ini · belum terdaftar"
    assert review.panel.key_label.text() == expected
    idle(qtbot, jobs)
