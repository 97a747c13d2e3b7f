"""The page of the authority, opened and filled by way of its own dialogs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.dialogs.enrolment import EnrolmentDialog
from kepatuhan_desktop.gui.dialogs.secret import SecretDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.people import Column
from kepatuhan_desktop.gui.pages.authority import AuthorityPage
from tests.builders import gui_trust
from tests.builders.clock import FixedClock

D = TypeVar("D", bound=QDialog)
PEOPLE = ("Siti Aminah", "Budi Santoso", gui_trust.LONG)


def idle(qtbot: QtBot, page: AuthorityPage) -> None:
    """Wait until the desk has done what it was asked for."""
    qtbot.waitUntil(lambda: not page.desk.is_busy())


def activate(qtbot: QtBot, page: AuthorityPage) -> None:
    """Off screen, a dialog that closes leaves no window active."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def dialog_of(page: AuthorityPage, kind: type[D]) -> D:
    """The one open dialog of that kind."""
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def unlocked(qtbot: QtBot, page: AuthorityPage, folder: Path) -> AuthorityPage:
    """The page with the authority of `folder` open, by way of its dialog."""
    page.dialogs.open_folder(str(folder))
    dialog = dialog_of(page, SecretDialog)
    QTest.keyClicks(dialog.secret_edit, gui_trust.PASSPHRASE)
    QTest.keyClick(dialog.secret_edit, Qt.Key.Key_Return)
    idle(qtbot, page)
    return page


def enrol(qtbot: QtBot, page: AuthorityPage, paths: list[str]) -> None:
    """Compare and enrol everybody in these files."""
    page.dialogs.take_requests(paths)
    idle(qtbot, page)
    dialog = dialog_of(page, EnrolmentDialog)
    for card in dialog.cards:
        card.compared_check.setChecked(True)
    dialog.enrol_button.click()
    idle(qtbot, page)


def names(page: AuthorityPage) -> list[str]:
    """Who is shown, in order."""
    model = page.people_table.model()
    return [str(model.index(at, Column.PERSON).data()) for at in range(model.rowCount())]


def go_to(page: AuthorityPage, name: str) -> None:
    """Make somebody current."""
    page.people_table.setCurrentIndex(page.people_table.model().index(names(page).index(name), 0))


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """The folder that was open last is remembered outside the workspace."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    QSettings().remove("authority/folder")
    yield
    QSettings().remove("authority/folder")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "authority"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    found = Jobs(qapp)
    yield found
    found.shutdown()


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, clock: FixedClock) -> Iterator[AuthorityPage]:
    found = AuthorityPage(jobs, clock=clock)
    qtbot.addWidget(found)
    found.resize(1366, 704)
    found.show()
    qtbot.waitExposed(found)
    found.activateWindow()
    yield found
    idle(qtbot, found)
    found.desk.lock()


@pytest.fixture
def an_open_page(qtbot: QtBot, page: AuthorityPage, folder: Path) -> AuthorityPage:
    """With an authority that enrolled nobody yet."""
    gui_trust.founded(folder).close()
    return unlocked(qtbot, page, folder)


@pytest.fixture
def a_full_page(
    qtbot: QtBot, an_open_page: AuthorityPage, tmp_path: Path, folder: Path
) -> AuthorityPage:
    """With three people."""
    enrol(qtbot, an_open_page, gui_trust.request_files(tmp_path / "in", PEOPLE))
    return an_open_page
