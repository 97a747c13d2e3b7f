"""The settings page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import __version__, paths
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.settings import SettingsPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.settings import SettingsFile
from tests.builders import workspaces
from tests.builders.gui_lists import nameless, tab_chain


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, services: Services) -> Iterator[SettingsPage]:
    jobs = Jobs(qapp)
    made = SettingsPage(services, jobs, Refresher(qapp))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    jobs.shutdown()


def test_the_identity_is_kept_as_it_is_typed(qtbot: QtBot, page: SettingsPage, home: Path) -> None:
    QTest.keyClicks(page.name_edit, "Siti Aminah")
    with qtbot.waitSignal(page.identity_changed):
        QTest.keyClick(page.name_edit, Qt.Key.Key_Return)
    assert SettingsFile(home).current.auditor_name == "Siti Aminah"
    assert "Tersimpan" in page.identity_saved.text()


def test_leaving_keeps_what_was_typed_last(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    QTest.keyClicks(page.nip_edit, "19800101")
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.nip_edit, Qt.Key.Key_Escape)
    assert services.settings.current.auditor_nip == "19800101"


def test_a_theme_is_kept_and_announced(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        page.dark_button.click()
    assert chosen.args == ["dark"]
    assert services.settings.current.theme == "dark"
    assert not page.system_button.isChecked()


def test_a_language_is_kept_and_announced(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    with qtbot.waitSignal(page.language_chosen) as chosen:
        page.english_button.click()
    assert chosen.args == ["en"]
    assert services.settings.current.language == "en"
    # The two groups of buttons do not know each other.
    assert page.system_button.isChecked()


def test_another_folder_is_opened_now_and_at_the_next_start(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.VARIABLE, raising=False)
    folder = tmp_path / "other"
    with qtbot.waitSignal(page.home_chosen) as chosen:
        page.choose_home(str(folder))
    assert chosen.args == [str(folder)]
    assert paths.home() == folder


def test_settings_that_cannot_be_written_are_a_sentence(
    qtbot: QtBot, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: SettingsFile, **_fields: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(SettingsFile, "change", refuse)
    with qtbot.waitSignal(page.failed) as failed:
        page.dark_button.click()
    (error,) = failed.args or [None]
    assert isinstance(error, KnownError)
    assert error.code == "workspace.io"


def test_it_names_program_and_device(page: SettingsPage, services: Services) -> None:
    text = page.about_label.text().replace(" ", "")
    assert __version__ in text
    assert services.device in text


def test_everything_has_a_name_and_its_turn(page: SettingsPage) -> None:
    assert nameless(page) == []
    chain = tab_chain(page)
    assert chain[chain.index("back_button") :][:4] == [
        "back_button",
        "name_edit",
        "nip_edit",
        "position_edit",
    ]
