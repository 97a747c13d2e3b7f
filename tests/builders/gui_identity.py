"""The settings page with the dialogs around the key that signs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.gui.dialogs.trust import TrustDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.settings import SettingsPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders.clock import CountingIds, FixedClock

D = TypeVar("D", bound=QDialog)
ASKED = (0, 1, 6, 7)
"""The groups of a fingerprint that a person must have heard."""


def shown(qtbot: QtBot, qapp: QApplication, services: Services, jobs: Jobs) -> SettingsPage:
    """The page, when it has said who signs."""
    page = SettingsPage(services, jobs, Refresher(qapp))
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    idle(qtbot, jobs)
    return page


def idle(qtbot: QtBot, jobs: Jobs) -> None:
    """Wait until the worker has nothing to do."""
    qtbot.waitUntil(lambda: jobs.count() == 0)


def dialog_of(page: SettingsPage, kind: type[D]) -> D:
    """The one open dialog of that kind."""
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def load(qtbot: QtBot, page: SettingsPage, jobs: Jobs, data: bytes, folder: Path) -> TrustDialog:
    """Give the page a trust file; the dialog that shows its plan."""
    path = folder / "t.kepercayaan"
    path.write_bytes(data)
    page.desk.load_trust(str(path))
    idle(qtbot, jobs)
    return dialog_of(page, TrustDialog)


def compare(dialog: TrustDialog, groups: tuple[str, ...]) -> None:
    """Type what headquarters reads aloud; typing runs on from group to group."""
    dialog.fingerprint_entry.edits[0].setFocus()
    for place, edit in zip(ASKED, dialog.fingerprint_entry.edits, strict=True):
        QTest.keyClicks(edit, groups[place].upper())


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(home: Path, clock: FixedClock) -> Iterator[Services]:
    made = bootstrap.open_services(home, clock=clock, ids=CountingIds())
    made.settings.change(auditor_name="Siti Aminah", auditor_nip="198001012005012001")
    yield made
    made.close()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.shutdown()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, services: Services, jobs: Jobs) -> SettingsPage:
    return shown(qtbot, qapp, services, jobs)
