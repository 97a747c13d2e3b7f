"""A photo from the camera becomes evidence; without one the button says why."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import cameras
from kepatuhan_desktop.gui.cameras import Device, Source, Trouble
from kepatuhan_desktop.gui.dialogs import camera
from kepatuhan_desktop.gui.dialogs.camera import CameraDialog
from tests.builders import walks, workspaces

FRONT, BACK = Device("front", "Kamera depan"), Device("back", "Kamera belakang")


class StillSource(Source):
    """A camera in front of a photograph."""

    def __init__(self, *devices: Device) -> None:
        super().__init__()
        self.here = list(devices)
        self.trouble: Trouble | None = None
        self.started: list[str] = []
        self.stops = 0
        self._view = QWidget()

    def devices(self) -> list[Device]:
        return self.here

    def view(self) -> QWidget:
        return self._view

    def start(self, key: str = "") -> None:
        self.started.append(key)
        if not self.here:
            self.troubled.emit(Trouble.NO_CAMERA, "")
        elif self.trouble is not None:
            self.troubled.emit(self.trouble, "Device or resource busy")
        else:
            self.ready.emit(True)

    def shoot(self) -> None:
        self.taken.emit(QImage.fromData(workspaces.a_photo()))

    def stop(self) -> None:
        self.stops += 1

    def plug(self, *devices: Device) -> None:
        """Come and go."""
        gone = bool(self.here) and not devices
        self.here = list(devices)
        if gone:
            self.troubled.emit(Trouble.GONE, "")
        self.devices_changed.emit()


@pytest.fixture
def source(qtbot: QtBot) -> StillSource:
    """One camera."""
    return StillSource(BACK)


Open = Callable[[Source], CameraDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Opens the dialog on a source."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(source: Source) -> CameraDialog:
        dialog = CameraDialog(parent, source)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return make


def says(dialog: CameraDialog) -> str:
    """What stands where there is no picture."""
    return dialog.reason_label.text() if dialog.reason_label.isVisible() else ""


def test_space_takes_the_photo_and_closes(qtbot: QtBot, opened: Open, source: StillSource) -> None:
    dialog = opened(source)
    assert dialog.shoot_button.isEnabled()
    assert says(dialog) == ""
    with qtbot.waitSignal(dialog.taken) as photo:
        QTest.keyClick(dialog.shoot_button, Qt.Key.Key_Space)
    assert photo.args is not None
    assert photo.args[0].width() == 320
    assert not dialog.isVisible()
    assert source.stops


def test_one_camera_needs_no_choice_and_two_do(opened: Open, source: StillSource) -> None:
    dialog = opened(source)
    assert not dialog.device_combo.isVisible()
    source.plug(BACK, FRONT)
    assert dialog.device_combo.isVisible()
    dialog.device_combo.setCurrentIndex(1)
    dialog.device_combo.activated.emit(1)
    assert source.started[-1] == FRONT.key


@pytest.mark.parametrize(
    "trouble,words",
    [
        (Trouble.DENIED, "pengaturan sistem"),
        (Trouble.FAILED, "Device or resource busy"),
        (Trouble.SILENT, "tidak mengirim gambar"),
    ],
)
def test_trouble_is_said_and_can_be_tried_again(
    opened: Open, source: StillSource, trouble: Trouble, words: str
) -> None:
    source.trouble = trouble
    dialog = opened(source)
    assert words in says(dialog)
    assert not dialog.shoot_button.isEnabled()
    source.trouble = None
    dialog.retry_button.click()
    assert says(dialog) == ""
    assert dialog.shoot_button.isEnabled()
    assert not dialog.retry_button.isVisible()


def test_an_unplugged_camera_is_missed_and_welcome_again(opened: Open, source: StillSource) -> None:
    dialog = opened(source)
    source.plug()
    assert "dicabut" in says(dialog)
    assert not dialog.shoot_button.isEnabled()
    source.plug(BACK)
    assert dialog.shoot_button.isEnabled()
    assert says(dialog) == ""


def test_without_any_camera_the_dialog_says_so(opened: Open) -> None:
    dialog = opened(StillSource())
    assert says(dialog) == "Tidak ada kamera pada perangkat ini."


def test_leaving_lets_go_of_the_camera(opened: Open, source: StillSource) -> None:
    dialog = opened(source)
    before = source.stops
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert source.stops > before


def test_every_button_is_reached_by_tab(qtbot: QtBot, opened: Open, source: StillSource) -> None:
    dialog = opened(source)
    dialog.activateWindow()
    dialog.shoot_button.setFocus()
    seen = set()
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
        seen.add(dialog.focusWidget())
    assert {dialog.shoot_button, dialog.cancel_button} <= seen
    assert all(button.text() for button in dialog.findChildren(QPushButton))


def test_the_photo_becomes_evidence_as_a_jpeg(
    qtbot: QtBot, home: Path, source: StillSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cameras, "why_not", lambda: "")
    monkeypatch.setattr(camera, "_of_this_machine", lambda: source)
    with walks.walking(qtbot, home) as walk:
        walk.press(Qt.Key.Key_F)
        (dialog,) = walk.page.findChildren(CameraDialog)
        dialog.shoot_button.click()
        walk.idle()
        (piece,) = walk.state().evidence.values()
        assert (piece.media_type, piece.source, piece.width) == ("image/jpeg", "camera", 320)
        assert piece.name.endswith(".jpg")
        assert walk.services.attaching.original(piece).startswith(b"\xff\xd8")


def test_the_walk_says_why_there_is_no_camera(qtbot: QtBot, home: Path) -> None:
    with walks.walking(qtbot, home) as walk:
        walk.idle()
        if cameras.why_not():
            walk.press(Qt.Key.Key_F)
            assert "amera" in walk.said[-1][0]


def test_a_library_of_the_system_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, qapp: QObject
) -> None:
    monkeypatch.setattr(cameras, "is_installed", lambda: True)
    monkeypatch.setitem(sys.modules, cameras.MULTIMEDIA, None)
    assert cameras.load()
    assert "pustaka sistem" in cameras.why_not()
    assert cameras.MULTIMEDIA in cameras.why_not()
