"""The page of the authority, opened and filled by way of its own dialogs."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.dialogs.enrolment import EnrolmentDialog
from kepatuhan_desktop.gui.dialogs.secret import SecretDialog
from kepatuhan_desktop.gui.models.people import Column
from kepatuhan_desktop.gui.pages.authority import AuthorityPage
from tests.builders import gui_trust

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
