"""A signature is taken as drawn, whatever the size of the pad."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.widgets.signature_pad import HEIGHT, WIDTH, SignaturePad, path_of


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    """An empty pad, shown."""
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(406, 166)
    made.show()
    qtbot.waitExposed(made)
    return made


def draw(qtbot: QtBot, pad: SignaturePad, *points: tuple[int, int]) -> None:
    """One stroke with the mouse."""
    spots = [QPoint(x, y) for x, y in points]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(pad, spot)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=spots[-1])


def test_strokes_are_whole_numbers_in_the_box(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (3, 3), (203, 83), (403, 163))
    (stroke,) = pad.strokes()
    assert [(x, y) for x, y, _ in stroke] == [(0, 0), (WIDTH // 2, HEIGHT // 2), (WIDTH, HEIGHT)]
    assert all(isinstance(number, int) for point in stroke for number in point)
    assert [time for _, _, time in stroke] == sorted(time for _, _, time in stroke)


def test_a_stroke_that_leaves_the_pad_stays_in_the_box(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (200, 80), (900, 600))
    x, y, _ = pad.strokes()[0][-1]
    assert (x, y) == (WIDTH, HEIGHT)


def test_strokes_survive_a_round_trip(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (50, 50), (90, 120), (150, 60))
    other = SignaturePad()
    qtbot.addWidget(other)
    with qtbot.assertNotEmitted(other.changed):
        other.set_strokes(pad.strokes())
    assert other.strokes() == pad.strokes()
    assert other.accessibleDescription() == "Sudah digambar, 1 goresan"


def test_undo_and_clear_by_keyboard(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (50, 50), (90, 120))
    draw(qtbot, pad, (150, 50), (190, 120))
    with qtbot.waitSignal(pad.changed):
        QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.strokes()) == 1
    with qtbot.waitSignal(pad.changed):
        QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_empty()
    assert pad.accessibleDescription() == "Kosong"


def test_a_read_only_pad_cannot_be_changed(qtbot: QtBot, pad: SignaturePad) -> None:
    pad.set_strokes([[(100, 100, 0), (900, 900, 10)]])
    pad.set_read_only(True)
    with qtbot.assertNotEmitted(pad.changed):
        draw(qtbot, pad, (50, 50), (90, 120))
        pad.clear()
        pad.undo_stroke()
    assert len(pad.strokes()) == 1


def test_a_tap_is_a_dot(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (100, 100))
    (stroke,) = pad.strokes()
    assert len(stroke) == 1
    assert path_of(stroke, QRectF(0, 0, 100, 40)).elementCount() == 2


def test_strokes_handed_out_are_copies(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (50, 50), (90, 120))
    pad.strokes()[0].clear()
    assert pad.strokes()[0]


def test_the_pad_keeps_its_shape(pad: SignaturePad) -> None:
    assert pad.heightForWidth(1006) == 406
    pad.resize(800, 166)
    assert pad._box().width() / pad._box().height() == pytest.approx(2.5)


def test_a_finger_draws(pad: SignaturePad) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(50, 50), pad).commit()
    for x in range(60, 200, 10):
        QTest.touchEvent(pad, device).move(0, QPoint(x, 80), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(200, 80), pad).commit()
    (stroke,) = pad.strokes()
    assert len(stroke) > 10


def test_a_pen_draws(pad: SignaturePad) -> None:
    for kind, x in (
        (QEvent.Type.TabletPress, 50),
        (QEvent.Type.TabletMove, 100),
        (QEvent.Type.TabletRelease, 150),
    ):
        event = QTabletEvent(
            kind,
            QPointingDevice.primaryPointingDevice(),
            QPointF(x, 60),
            QPointF(x, 60),
            0.5,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
        )
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()
    assert [len(stroke) for stroke in pad.strokes()] == [3]
