"""The page that verifies takes bundles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.checks import State
from kepatuhan_desktop.gui.pages.verify import VerifyPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import workspaces
from tests.builders.verifying import finished
from tests.signing import builders
from tests.signing import bundle_forging as forging


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, services: Services) -> Iterator[VerifyPage]:
    jobs = Jobs(qapp)
    made = VerifyPage(services, jobs, Refresher(qapp))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    jobs.shutdown()


def test_the_sender_the_score_and_the_notes_are_shown(
    qtbot: QtBot, page: VerifyPage, tmp_path: Path
) -> None:
    path = tmp_path / "hasil.paket"
    path.write_bytes(forging.sent(builders.auditor(), forging.card(), forging.a_better_number()))
    page.check_files([str(path)])
    finished(qtbot, page)
    sender, score, notes = page.verdict_view.cards
    assert sender.title_label.text() == "Pengirim paket"
    assert sender.rows[0].statement.code == "unchanged.bundle"
    assert [row.statement.code for row in score.rows] == ["score.scorecards_differ"]
    assert "Tertulis 99,99" in notes.rows[0].sentence_label.text()
    head = page.verdict_view.head
    assert head.title_label.text() == "Paket antarperangkat"
    assert not head.score_label.isVisibleTo(head)
    assert "SHA-256" in page.verdict_view.as_text()


def test_a_damaged_bundle_looks_bad(qtbot: QtBot, page: VerifyPage, tmp_path: Path) -> None:
    path = tmp_path / "hasil.paket"
    path.write_bytes(forging.honest()[:-9])
    page.check_files([str(path)])
    finished(qtbot, page)
    assert page.verdict_view.notice.title() == "Ada yang tidak benar"
    assert "terpotong" in page.verdict_view.notice.sentence()


def test_a_bundle_for_others_says_so(qtbot: QtBot, page: VerifyPage, tmp_path: Path) -> None:
    import pyrage  # noqa: PLC0415 - only here

    path = tmp_path / "rahasia.paket"
    keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
    path.write_bytes(forging.encrypted(forging.honest(), *keys))
    page.check_files([str(path)])
    finished(qtbot, page)
    shown = page.checks.check(0)
    assert shown is not None
    assert shown.state is State.FAILED
    assert "penerima lain" in page.failure_state.accessibleDescription()


def test_bundles_can_be_chosen(page: VerifyPage) -> None:
    page.choose_files()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert "*.paket" in dialog.nameFilters()[0]
    dialog.reject()
