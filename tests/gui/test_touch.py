"""A finger that moves scrolls and presses nothing; one that is lifted again has clicked."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import EvidenceId
from kepatuhan_desktop.gui import touch
from kepatuhan_desktop.gui.forms import FINGERS
from kepatuhan_desktop.gui.widgets.page_preview import PagePreview
from kepatuhan_desktop.gui.widgets.picture_view import PictureView
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad
from tests.builders import walks, workspaces

Points = dict[int, QPoint]


@pytest.fixture(autouse=True)
def fingers(qapp: QApplication) -> Iterator[None]:
    """Forms let fingers in, as they do when the program has started."""
    touch.begin(qapp)
    yield
    qapp.setProperty(FINGERS, False)


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


class Hand:
    """Puts fingers on a window, moves and lifts them."""

    def __init__(self, window: QWidget, screen: QPointingDevice) -> None:
        self._window = window
        self._screen = screen

    def drag(self, widget: QWidget, start: QPoint, end: QPoint, steps: int = 10) -> None:
        """One finger from `start` to `end`, in the pixels of `widget`."""
        self._event("press", {0: widget.mapTo(self._window, start)})
        for step in range(1, steps + 1):
            QTest.qWait(10)
            spot = start + (end - start) * step / steps
            self._event("move", {0: widget.mapTo(self._window, spot)})
        self._event("release", {0: widget.mapTo(self._window, end)})

    def tap(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """One finger down and up again."""
        place = widget.mapTo(self._window, spot or widget.rect().center())
        self._event("press", {0: place})
        self._event("release", {0: place})

    def hold(self, widget: QWidget) -> None:
        """One finger that rests for as long as it takes, and goes."""
        place = widget.mapTo(self._window, widget.rect().center())
        self._event("press", {0: place})
        QTest.qWait(touch.HOLD_MS + 150)
        self._event("release", {0: place})

    def pinch(self, widget: QWidget, before: int, after: int) -> None:
        """Two fingers that go from `before` to `after` pixels apart."""
        middle = widget.mapTo(self._window, widget.rect().center())

        def apart(pixels: int) -> Points:
            return {0: middle - QPoint(pixels // 2, 0), 1: middle + QPoint(pixels // 2, 0)}

        self._event("press", apart(before))
        for step in range(1, 6):
            self._event("move", apart(before + (after - before) * step // 5))
        self._event("release", apart(after))

    def _event(self, kind: str, points: Points) -> None:
        sequence = QTest.touchEvent(self._window, self._screen)
        for number, place in points.items():
            getattr(sequence, kind)(number, place, self._window)
        del sequence  # sent as it goes


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """Forty buttons and a field, more than fits."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addWidget(QLineEdit())
    for number in range(40):
        column.addWidget(QPushButton(f"Jawaban {number}"))
    made = QScrollArea()
    made.setWidget(inner)
    shown(qtbot, made)
    touch.accept([made])
    return made


def still(qtbot: QtBot, area: QAbstractScrollArea) -> None:
    """Wait until the momentum is used up."""
    scroller = QScroller.scroller(area.viewport())
    qtbot.waitUntil(lambda: scroller.state() == QScroller.State.Inactive, timeout=10_000)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Show it in the size of a small window."""
    widget.resize(400, 360)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


def presses(area: QWidget) -> list[str]:
    """What is clicked from now on."""
    clicked: list[str] = []
    for button in area.findChildren(QPushButton):
        button.clicked.connect(partial(_note, clicked, button))
    return clicked


def _note(clicked: list[str], button: QPushButton, _is_on: bool = False) -> None:
    clicked.append(button.text())


def test_a_finger_that_moves_scrolls_and_presses_nothing(
    area: QScrollArea, screen: QPointingDevice
) -> None:
    clicked = presses(area)
    Hand(area, screen).drag(area.viewport(), QPoint(100, 300), QPoint(100, 120))
    assert area.verticalScrollBar().value() > 100
    assert clicked == []


def test_a_finger_that_is_lifted_again_has_clicked(
    area: QScrollArea, screen: QPointingDevice
) -> None:
    clicked = presses(area)
    button = area.findChildren(QPushButton)[3]
    Hand(area, screen).tap(button)
    assert clicked == ["Jawaban 3"]
    assert area.verticalScrollBar().value() == 0


def test_a_tap_brings_the_keyboard_into_a_field(area: QScrollArea, screen: QPointingDevice) -> None:
    area.activateWindow()
    field = area.findChildren(QLineEdit)[0]
    area.setFocus()
    Hand(area, screen).tap(field)
    assert area.window().focusWidget() is field


def test_a_touch_stops_what_is_still_moving(
    qtbot: QtBot, area: QScrollArea, screen: QPointingDevice
) -> None:
    clicked = presses(area)
    hand = Hand(area, screen)
    hand.drag(area.viewport(), QPoint(100, 300), QPoint(100, 60), steps=4)
    bar = area.verticalScrollBar()
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before)  # momentum
    hand.tap(area.viewport(), QPoint(100, 180))
    stopped = bar.value()
    qtbot.wait(60)
    assert bar.value() == stopped
    assert clicked == []


def test_the_mouse_does_not_scroll(qtbot: QtBot) -> None:
    view, left = long_list(qtbot), Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=QPoint(5, 300))
    QTest.mouseMove(view.viewport(), QPoint(5, 200))
    QTest.mouseRelease(view.viewport(), left, pos=QPoint(5, 200))
    assert view.verticalScrollBar().value() == 0


def long_list(qtbot: QtBot) -> QListView:
    """Two hundred rows."""
    view = QListView()
    view.setModel(QStringListModel([f"Baris {number}" for number in range(200)], view))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    shown(qtbot, view)
    touch.accept([view])
    return view


def test_two_taps_open_a_row_and_a_drag_selects_none(qtbot: QtBot, screen: QPointingDevice) -> None:
    view = long_list(qtbot)
    opened: list[int] = []
    view.doubleClicked.connect(lambda index: opened.append(index.row()))
    hand = Hand(view, screen)
    hand.drag(view.viewport(), QPoint(100, 300), QPoint(100, 150))
    assert not view.currentIndex().isValid()
    still(qtbot, view)
    place = view.visualRect(view.indexAt(QPoint(100, 100))).center()
    row = view.indexAt(place).row()
    hand.tap(view.viewport(), place)
    assert view.currentIndex().row() == row
    assert opened == []
    hand.tap(view.viewport(), place)
    assert opened == [row]


def test_a_pad_keeps_its_strokes_inside_a_scroll_area(
    qtbot: QtBot, screen: QPointingDevice
) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    pad = SignaturePad()
    column.addWidget(pad)
    for number in range(30):
        column.addWidget(QPushButton(f"Tombol {number}"))
    area = QScrollArea()
    area.setWidget(inner)
    shown(qtbot, area)
    touch.accept([area])
    middle = pad.rect().center()
    Hand(area, screen).drag(pad, middle + QPoint(0, 30), middle - QPoint(40, 30))
    (stroke,) = pad.strokes()
    assert len(stroke) > 5
    assert area.verticalScrollBar().value() == 0


def test_the_ball_of_the_hand_adds_nothing_to_a_stroke(
    qtbot: QtBot, screen: QPointingDevice
) -> None:
    pad = SignaturePad()
    shown(qtbot, pad)
    middle = pad.rect().center()
    ball = middle + QPoint(0, 30)
    QTest.touchEvent(pad, screen).press(0, middle - QPoint(60, 0), pad)
    QTest.touchEvent(pad, screen).move(0, middle, pad).press(1, ball, pad)
    QTest.touchEvent(pad, screen).move(0, middle + QPoint(60, 0), pad).stationary(1)
    QTest.touchEvent(pad, screen).release(0, middle + QPoint(60, 0), pad).stationary(1)
    QTest.touchEvent(pad, screen).release(1, ball, pad)
    (stroke,) = pad.strokes()
    assert {y for _, y, _ in stroke} == {stroke[0][1]}


def test_questions_scroll_under_the_finger_without_being_answered(
    qtbot: QtBot, home: Path, screen: QPointingDevice
) -> None:
    with walks.walking(qtbot, home) as walk:
        hand, column = Hand(walk.page, screen), walk.page.question_column
        bar = column.verticalScrollBar()
        option = walk.card().options()[0]
        middle = option.rect().center()
        before = bar.value()
        hand.drag(option, middle, middle - QPoint(0, 150))
        assert bar.value() > before
        assert walk.state().answers == {}
        still(qtbot, column)
        walk.page.question_column.reveal_current()
        hand.tap(option)
        assert list(walk.state().answers) == [walk.page.current()]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of menus off screen
def test_a_finger_that_rests_on_a_picture_asks_what_to_do_with_it(
    qtbot: QtBot, home: Path, screen: QPointingDevice
) -> None:
    with walks.walking(qtbot, home) as walk:
        one = walk.page.current()
        key: EvidenceId = workspaces.attached(walk.services, walk.one, one)
        walk.page.show_assessment(walk.one)
        walk.settle()
        walk.idle()
        tile = walk.card().strip.tile(key)
        walk.page.question_column.ensureWidgetVisible(tile)
        Hand(walk.page, screen).hold(tile)
        (menu,) = tile.findChildren(QMenu)
        assert [action.text() for action in menu.actions()] == ["Buka", "Hapus dari jawaban"]
        menu.close()


def test_two_fingers_make_the_pages_larger(qtbot: QtBot, screen: QPointingDevice) -> None:
    preview = PagePreview()
    shown(qtbot, preview)
    preview.set_pages([QImage(400, 566, QImage.Format.Format_RGB32)] * 3)
    before = preview.zoom()
    Hand(preview, screen).pinch(preview.viewport(), 80, 160)
    assert preview.zoom() == pytest.approx(before * 2, rel=0.05)


@pytest.fixture
def picture(qtbot: QtBot) -> PictureView:
    """A view with a photo, shown as a whole."""
    view = PictureView()
    shown(qtbot, view)
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    view.show_picture(image)
    return view


def test_two_fingers_make_a_photo_larger_and_one_moves_it(
    picture: PictureView, screen: QPointingDevice
) -> None:
    hand = Hand(picture, screen)
    hand.pinch(picture, 60, 180)
    assert picture.zoom() == pytest.approx(3, rel=0.05)
    before = picture._place()
    middle = picture.rect().center()
    hand.drag(picture, middle, middle + QPoint(30, 20))
    assert (picture._place().topLeft() - before.topLeft()).toPoint() == QPoint(30, 20)


def test_a_photo_is_never_smaller_than_its_frame_nor_moved_out_of_it(
    picture: PictureView, screen: QPointingDevice
) -> None:
    hand = Hand(picture, screen)
    hand.pinch(picture, 180, 60)
    assert picture.zoom() == 1
    picture.set_zoom(2, QPointF(0, 0))
    middle = picture.rect().center()
    for _ in range(6):
        hand.drag(picture, middle, middle + QPoint(150, 150), steps=3)
    assert picture._place().left() <= 0.5
    assert picture._place().top() <= 0.5


def test_a_double_click_goes_close_and_back(picture: PictureView) -> None:
    QTest.mouseDClick(picture, Qt.MouseButton.LeftButton)
    assert picture.zoom() > 1
    QTest.mouseDClick(picture, Qt.MouseButton.LeftButton)
    assert picture.zoom() == 1


def small(window: QWidget) -> list[str]:
    """What can be pressed and is smaller than a fingertip, with its size."""
    return [
        f"{button.objectName() or type(button).__name__} {button.text()!r}: "
        f"{button.width()} × {button.height()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisibleTo(window)
        and button.isEnabled()
        and min(button.width(), button.height()) < 40
    ]


def test_everything_on_the_walk_is_large_enough_for_a_finger(qtbot: QtBot, home: Path) -> None:
    with walks.walking(qtbot, home) as walk:
        workspaces.attached(walk.services, walk.one, walk.page.current())
        walk.page.show_assessment(walk.one)
        walk.settle()
        assert small(walk.page) == []
