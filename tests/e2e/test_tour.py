"""From an empty laptop to a sealed scorecard, by keyboard and mouse in the real window."""

import hashlib
import io
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.domain.instrument import OptionScale
from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog
from kepatuhan_desktop.gui.dialogs.sealing import SealingDialog
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.pages.review import ReviewPage
from kepatuhan_desktop.gui.pages.walk import WalkPage
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad
from kepatuhan_desktop.imaging import drawing
from kepatuhan_desktop.imaging.drawing import Camera
from kepatuhan_desktop.storage.workspace import Workspace

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

LONG = 30_000


def test_from_first_start_to_the_sealed_pdf(
    qtbot: QtBot, window: MainWindow, services: Services, home: Path, tmp_path: Path
) -> None:
    with qtbot.waitExposed(window):
        window.activateWindow()
    one = begin(qtbot, window, services)
    photo = photograph(tmp_path)
    walk = window.walk()
    answer_everything(qtbot, walk, services, one, photo)
    assert services.assessments.row(one).status is Status.READY
    QTest.mouseClick(walk.review_button, Qt.MouseButton.LeftButton)
    review = window.review()
    assert window.stack.currentWidget() is review
    sign_and_seal(qtbot, review, services, one)
    hold_what_was_sealed(services, one, photo)
    services.close()
    hold_the_journal_to_be_the_truth(home, tmp_path)


def begin(qtbot: QtBot, window: MainWindow, services: Services) -> AssessmentId:
    """Start an assessment from the empty list."""
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(NewAssessmentDialog)))
    (dialog,) = window.findChildren(NewAssessmentDialog)
    for widget, text in (
        (dialog.institution_combo.lineEdit(), "Pemerintah Kota Contoh"),
        (dialog.unit_combo.lineEdit(), "Dinas Kependudukan dan Pencatatan Sipil"),
        (dialog.product_combo.lineEdit(), "Akta kelahiran"),
        (dialog.head_name_edit, "Siti Rahmawati"),
        (dialog.auditor_name_edit, "Ratna Wulandari"),
    ):
        assert widget is not None
        widget.clear()
        QTest.keyClicks(widget, text)
    QTest.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.walk())
    # Off the screen no window manager gives the focus back when a dialog has gone.
    qtbot.waitUntil(lambda: not window.findChildren(NewAssessmentDialog))
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    (row,) = services.assessments.rows()
    assert (row.unit, row.product) == ("Dinas Kependudukan dan Pencatatan Sipil", "Akta kelahiran")
    return row.id


def answer_everything(
    qtbot: QtBot, walk: WalkPage, services: Services, one: AssessmentId, photo: Path
) -> None:
    """Answer every indicator with its best option, by key, pasting the evidence it needs."""
    indicators = services.assessments.overview(one).instrument.indicators
    for indicator in indicators.values():
        assert walk.current() == indicator.id
        assert isinstance(indicator.scale, OptionScale)
        press(walk, getattr(Qt.Key, f"Key_{len(indicator.scale.options)}"))
        assert indicator.id in services.assessments.get(one).answers
        best = indicator.scale.options[-1]
        for number in range(sum(rule.minimum for rule in best.evidence)):
            paste(walk, photo)
            wait_for_evidence(qtbot, services, one, indicator.id, number + 1)
        press(walk, Qt.Key.Key_J)


def wait_for_evidence(
    qtbot: QtBot, services: Services, one: AssessmentId, indicator: IndicatorId, wanted: int
) -> None:
    """Wait until the journal names so many pieces."""

    def is_there() -> bool:
        return len(services.assessments.get(one).evidence_of(indicator)) >= wanted

    qtbot.waitUntil(is_there, timeout=LONG)


def focused(walk: WalkPage) -> QWidget:
    """Where a key goes."""
    widget: QWidget | None = walk.window().focusWidget()
    return walk if widget is None else widget


def press(walk: WalkPage, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(walk), key)


def paste(walk: WalkPage, photo: Path) -> None:
    """Paste a file from the clipboard."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(focused(walk), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def sign_and_seal(qtbot: QtBot, review: ReviewPage, services: Services, one: AssessmentId) -> None:
    """Draw both signatures and seal."""
    panel = review.panel
    panel.place_edit.setText("Kota Contoh")
    for card in (panel.auditor_card, panel.head_card):
        assert card.name_edit.text()
        scribble(card.pad)
    assert panel.seal_button.isEnabled()
    QTest.mouseClick(panel.seal_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(review.findChildren(SealingDialog)))
    (dialog,) = review.findChildren(SealingDialog)
    with qtbot.waitSignal(review.sealed, timeout=LONG):
        QTest.mouseClick(dialog.seal_button, Qt.MouseButton.LeftButton)
    assert services.assessments.row(one).status is Status.SEALED


def scribble(pad: SignaturePad) -> None:
    """Draw a zigzag with the mouse."""
    left, middle = 20, pad.height() // 2
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, button, pos=QPoint(left, middle))
    for step in range(1, 12):
        QTest.mouseMove(pad, QPoint(left + 14 * step, middle + (18 if step % 2 else -18)))
    QTest.mouseRelease(pad, button, pos=QPoint(left + 170, middle))
    assert not pad.is_empty()


def hold_what_was_sealed(services: Services, one: AssessmentId, photo: Path) -> None:
    """The stored PDF is what the same sealed assessment gives again; the photo is unchanged."""
    state = services.assessments.get(one)
    assert state.seal is not None
    assert (state.seal.score, state.seal.category, state.seal.zone) == ("100.00", "A", "green")
    pdf = services.sealing.pdf(one)
    assert hashlib.sha256(pdf).hexdigest() == state.seal.scorecard
    again = services.scorecards.draw(
        services.scorecards.sealed(one), state.seal.paper, state.seal.details
    )
    assert pdf.startswith(again.pdf)
    assert len(again.pdf) == state.seal.drawn_size
    signed = list(PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures)
    assert [str(signature.field_name) for signature in signed] == ["Auditor", "KepalaUnit"]
    assert {services.attaching.original(piece) for piece in state.evidence.values()} == {
        photo.read_bytes()
    }


def hold_the_journal_to_be_the_truth(home: Path, tmp_path: Path) -> None:
    """Every table but the journal can go; merging in any order gives the same tables."""
    workspace = Workspace(home)
    tables, bodies = workspace.journal.dump(), workspace.journal.bodies()
    workspace.journal.rebuild()
    assert workspace.journal.dump() == tables
    workspace.close()
    for name, order in (("forwards", bodies), ("backwards", bodies[::-1])):
        other = Workspace(tmp_path / name)
        half = len(order) // 2
        other.journal.merge(order[half:])
        other.journal.merge(order[: half + 5])
        assert other.journal.dump() == tables
        other.close()


def photograph(folder: Path) -> Path:
    """A photo on a stick."""
    path = folder / "IMG_0001.jpg"
    path.write_bytes(
        drawing.draw(
            "notice_board",
            3,
            taken_at="2024-08-12T09:30:00+07:00",
            camera=Camera("Uji", "Uji", 1200, 900),
        )
    )
    return path


def test_resuming_shows_the_question_where_one_stopped(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    with qtbot.waitExposed(window):
        window.activateWindow()
    one = begin(qtbot, window, services)
    walk = window.walk()
    for _ in range(7):
        press(walk, Qt.Key.Key_J)
    stopped = walk.current()
    window.show_list()
    other = MainWindow(services)
    other.show()
    other.open_assessment(one)
    assert other.walk().current() == stopped
    other.jobs.shutdown()


def test_the_window_answers_by_keyboard_alone_with_undo(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    with qtbot.waitExposed(window):
        window.activateWindow()
    one = begin(qtbot, window, services)
    walk = window.walk()
    first = walk.current()
    press(walk, Qt.Key.Key_1)
    assert first in services.assessments.get(one).answers
    QTest.keyClick(focused(walk), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first not in services.assessments.get(one).answers
    QTest.keyClick(focused(walk), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert first in services.assessments.get(one).answers
