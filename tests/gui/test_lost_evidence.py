"""Evidence whose file is not here whole is shown as such wherever somebody decides by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId
from kepatuhan_desktop.gui.dialogs.evidence_viewer import EvidenceViewer
from kepatuhan_desktop.gui.dialogs.sealing import SealingDialog
from kepatuhan_desktop.gui.widgets.chips import Chip
from kepatuhan_desktop.storage.vault import DERIVED, ORIGINALS
from tests.builders import workspaces
from tests.builders.instruments import A1, B2, FULL, small
from tests.builders.review import Desk, a_desk, sign
from tests.builders.walks import Walk, walking


def originals(home: Path) -> list[Path]:
    """The files of evidence."""
    return [path for path in (home / ORIGINALS).rglob("*") if path.is_file()]


def flip(path: Path) -> None:
    """One bit in the middle is another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.fixture
def walk(qtbot: QtBot, home: Path) -> Iterator[Walk]:
    """A complete assessment, shown."""
    with walking(qtbot, home, small(), _complete) as made:
        made.go_to(A1)
        made.idle()
        yield made


def _complete(services: Services, one: AssessmentId) -> None:
    for indicator in small().indicators:
        services.answering.choose(one, indicator, FULL)
    workspaces.attached(services, one, A1)


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    """A page over an empty workspace."""
    with a_desk(home) as made:
        qtbot.addWidget(made.page)
        yield made


def shown(qtbot: QtBot, desk: Desk, one: AssessmentId) -> Desk:
    """The page with this assessment, its pages drawn."""
    desk.page.show()
    qtbot.waitExposed(desk.page)
    desk.page.show_assessment(one)
    qtbot.waitUntil(desk.is_drawn, timeout=20_000)
    return desk


def chip(walk: Walk) -> Chip:
    """What the current card says of required evidence."""
    chips = walk.card().chips()
    return next(one for one in chips if one.text.startswith("Bukti"))


def lacks(walk: Walk) -> list[str]:
    """What the panel says that still blocks signing."""
    return [jump.text for jump in walk.page.score_panel.lacks.jumps()]


def viewer(walk: Walk) -> EvidenceViewer:
    """The viewer with the only piece of the current question."""
    (key,) = walk.state().evidence
    walk.page.evidence.open_viewer(walk.page.current(), EvidenceId(key))
    found = walk.page.findChild(EvidenceViewer)
    assert isinstance(found, EvidenceViewer)
    walk.idle()
    return found


def test_a_lost_file_is_a_red_chip_and_not_a_tick(walk: Walk, home: Path) -> None:
    assert chip(walk).icon == "check"
    originals(home)[0].unlink()
    walk.page.show_assessment(walk.one)
    assert (chip(walk).zone, chip(walk).icon) == ("red", "image-off")


def test_a_lost_file_stands_in_the_way_of_signing(walk: Walk, home: Path) -> None:
    originals(home)[0].unlink()
    walk.page.show_assessment(walk.one)
    assert lacks(walk) == ["a.1 · Bukti hilang: papan.jpg"]


def test_a_damaged_file_stands_in_the_way_as_soon_as_its_picture_is_missed(
    walk: Walk, home: Path
) -> None:
    flip(originals(home)[0])
    for path in (home / DERIVED).rglob("*.age"):
        path.unlink()
    fresh = Walk(walk.qtbot, walk.services, walk.one)
    fresh.go_to(A1)
    fresh.qtbot.waitUntil(lambda: chip(fresh).zone == "red")
    assert lacks(fresh) == ["a.1 · Bukti hilang: papan.jpg"]
    fresh.page.hide()
    fresh.jobs.shutdown()


@pytest.mark.parametrize("is_damaged, word", [(False, "tidak ada lagi"), (True, "rusak")])
def test_the_viewer_says_that_only_the_copy_is_left(
    walk: Walk, home: Path, is_damaged: bool, word: str
) -> None:
    (path,) = originals(home)
    flip(path) if is_damaged else path.unlink()
    opened = viewer(walk)
    assert opened.picture_view.has_picture()
    assert f"Berkas asli bukti ini {word}" in opened.error_bar.text()
    opened.reject()


def test_the_viewer_says_nothing_of_a_whole_file(walk: Walk) -> None:
    opened = viewer(walk)
    assert opened.picture_view.has_picture()
    assert opened.error_bar.isHidden()
    opened.reject()


def test_the_review_lists_lost_evidence(qtbot: QtBot, desk: Desk, home: Path) -> None:
    one = workspaces.filled(desk.services)
    originals(home)[0].unlink()
    panel = shown(qtbot, desk, one).page.panel
    assert "a.1 · Bukti hilang: papan.jpg" in panel.missing_list.item(0).text()
    assert panel.complete_box.isHidden()
    assert desk.page.state_badge.text() == "Draf"


def test_damage_that_drawing_meets_is_on_the_list(qtbot: QtBot, desk: Desk, home: Path) -> None:
    one = workspaces.filled(desk.services)
    flip(originals(home)[0])
    panel = shown(qtbot, desk, one).page.panel
    qtbot.waitUntil(lambda: panel.missing_list.count() == 1)


def test_damage_that_signing_meets_is_said_and_on_the_list(
    qtbot: QtBot, desk: Desk, home: Path
) -> None:
    one = workspaces.filled(desk.services)
    page = shown(qtbot, desk, one).page
    sign(page.panel.auditor_card.pad)
    sign(page.panel.head_card.pad)
    flip(originals(home)[0])
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(SealingDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.errors), timeout=20_000)
    assert [error.code for error in desk.errors] == ["evidence.lost"]
    assert page.panel.missing_list.count() == 1
    assert page.panel.auditor_card.is_done()
    qtbot.waitUntil(lambda: desk.jobs.count() == 0, timeout=20_000)


def test_the_row_of_many_losses_leads_to_the_next(walk: Walk, home: Path) -> None:
    originals(home)[0].unlink()
    walk.page.show_assessment(walk.one)
    walk.go_to(B2)
    walk.page.score_panel.next_requested.emit("lost")
    assert walk.page.current() == A1
