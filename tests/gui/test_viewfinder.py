"""The part that needs Qt's multimedia: real frames through the real session, without a camera."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import cameras
from kepatuhan_desktop.gui.cameras import Trouble
from kepatuhan_desktop.gui.dialogs import camera
from kepatuhan_desktop.gui.dialogs.camera import CameraDialog
from kepatuhan_desktop.imaging import drawing
from kepatuhan_desktop.imaging.drawing import Camera
from tests.builders import walks

if not cameras.is_installed():
    pytest.skip("the camera extra is not installed", allow_module_level=True)
if cameras.load():
    pytest.skip(f"Qt's multimedia does not load: {cameras.load()}", allow_module_level=True)

from PySide6.QtMultimedia import QCameraDevice, QVideoFrame, QVideoFrameInput

from kepatuhan_desktop.gui.viewfinder import Mode, Viewfinder, best

pytestmark = pytest.mark.qt_log_ignore(
    "pipewire",  # for recording the screen
    "QRhi",  # there is no graphics card off screen
    "This plugin does not support",
    "Camera",  # of a device that is none, on purpose
    extend=True,
)
SIZE = (1280, 960)
Status = Qt.PermissionStatus


class FedViewfinder(Viewfinder):
    """The session, the picture and the shutter are real; a photograph stands for the camera."""

    def __init__(self, image: QImage | None, status: Status = Status.Granted) -> None:
        super().__init__()
        self.status = status
        self.asked: list[Callable[[Status], object]] = []
        self._image = image
        self._input = QVideoFrameInput(self)
        self._clock = QTimer(self)
        self._clock.setInterval(30)
        self._clock.timeout.connect(self._send)

    def permission(self) -> Status:
        return self.status

    def ask(self, then: Callable[[Status], object]) -> None:
        self.asked.append(then)

    def _open(self) -> None:
        self._patience.start()
        self.session.setVideoFrameInput(self._input)
        self._clock.start()

    def stop(self) -> None:
        super().stop()
        self._clock.stop()

    def _send(self) -> None:
        if self._image is not None:
            self._input.sendVideoFrame(QVideoFrame(self._image))


@pytest.fixture(scope="module")
def scene() -> QImage:
    """What stands in front of the camera."""
    made = drawing.draw(
        "notice_board", 4, taken_at="2024-08-12T09:30:00+07:00", camera=Camera("Uji", "Uji", *SIZE)
    )
    source = QBuffer()
    source.setData(QByteArray(made))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(source).read().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def finder(qtbot: QtBot, scene: QImage) -> Iterator[FedViewfinder]:
    """In front of a notice board."""
    made = FedViewfinder(scene)
    qtbot.addWidget(made.view())
    yield made
    made.stop()


def test_the_shutter_waits_for_the_first_picture(qtbot: QtBot, finder: FedViewfinder) -> None:
    with qtbot.waitSignal(finder.ready) as ready:
        finder.start()
    assert ready.args == [True]


def test_the_photo_has_every_pixel_of_the_picture(
    qtbot: QtBot, finder: FedViewfinder, scene: QImage
) -> None:
    with qtbot.waitSignal(finder.ready):
        finder.start()
    with qtbot.waitSignal(finder.taken) as photo:
        finder.shoot()
    assert photo.args is not None
    image: QImage = photo.args[0]
    assert (image.width(), image.height()) == SIZE
    middle = image.pixelColor(SIZE[0] // 2, SIZE[1] // 2)
    wanted = scene.pixelColor(SIZE[0] // 2, SIZE[1] // 2)
    assert abs(middle.lightness() - wanted.lightness()) < 12


def test_a_photo_goes_through_the_dialog_into_the_evidence(
    qtbot: QtBot, home: Path, scene: QImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cameras, "why_not", lambda: "")
    monkeypatch.setattr(camera, "_of_this_machine", lambda: FedViewfinder(scene))
    with walks.walking(qtbot, home) as walk:
        walk.idle()
        walk.press(Qt.Key.Key_F)
        (dialog,) = walk.page.findChildren(CameraDialog)
        qtbot.waitUntil(dialog.shoot_button.isEnabled)
        dialog.shoot_button.click()
        qtbot.waitUntil(lambda: bool(walk.state().evidence))
        walk.idle()
        (piece,) = walk.state().evidence.values()
        assert (piece.media_type, piece.width, piece.height) == ("image/jpeg", *SIZE)
        assert walk.services.attaching.copies(piece).thumbnail


@pytest.mark.parametrize("answer,is_opened", [(Status.Granted, True), (Status.Denied, False)])
def test_the_system_asks_the_person_first(
    qtbot: QtBot, scene: QImage, answer: Status, is_opened: bool
) -> None:
    finder = FedViewfinder(scene, Status.Undetermined)
    qtbot.addWidget(finder.view())
    finder.start()
    (then,) = finder.asked
    signal = finder.ready if is_opened else finder.troubled
    with qtbot.waitSignal(signal) as came:
        then(answer)
    assert came.args == ([True] if is_opened else [Trouble.DENIED, ""])
    finder.stop()


def test_what_was_refused_before_is_not_asked_again(qtbot: QtBot, scene: QImage) -> None:
    finder = FedViewfinder(scene, Status.Denied)
    qtbot.addWidget(finder.view())
    with qtbot.waitSignal(finder.troubled) as came:
        finder.start()
    assert came.args == [Trouble.DENIED, ""]


def test_a_camera_that_sends_nothing_is_given_up(qtbot: QtBot) -> None:
    finder = FedViewfinder(None)
    qtbot.addWidget(finder.view())
    finder._patience.setInterval(100)
    with qtbot.waitSignal(finder.troubled) as came:
        finder.start()
    assert came.args == [Trouble.SILENT, ""]


def test_a_camera_that_falls_silent_is_given_up(qtbot: QtBot, finder: FedViewfinder) -> None:
    finder._patience.setInterval(300)
    with qtbot.waitSignal(finder.ready):
        finder.start()
    finder._image = None
    with qtbot.waitSignal(finder.troubled) as came:
        pass
    assert came.args == [Trouble.SILENT, ""]


def test_a_device_that_is_none_fails_with_a_reason(qtbot: QtBot) -> None:
    finder = Viewfinder()
    qtbot.addWidget(finder.view())
    with qtbot.waitSignal(finder.troubled) as came:
        finder.connect_camera(QCameraDevice())
        finder._on_camera_error(None, "Device or resource busy")
    assert came.args == [Trouble.FAILED, "Device or resource busy"]


def test_a_camera_that_has_gone_is_let_go(qtbot: QtBot) -> None:
    finder = Viewfinder()
    qtbot.addWidget(finder.view())
    finder._key = "unplugged"
    finder.connect_camera(QCameraDevice())
    with qtbot.waitSignals([finder.troubled, finder.devices_changed]):
        finder._inputs.videoInputsChanged.emit()
    assert finder._camera is None


def test_without_a_camera_it_says_so(qtbot: QtBot) -> None:
    finder = Viewfinder()
    qtbot.addWidget(finder.view())
    if finder.devices():
        pytest.skip("there is a camera here")
    with qtbot.waitSignal(finder.troubled) as came:
        finder.start()
    assert came.args == [Trouble.NO_CAMERA, ""]
    assert "Tidak ada kamera" in cameras.why_not()


@pytest.mark.parametrize(
    "modes,chosen",
    [
        ([], -1),
        ([Mode(640, 480, 30), Mode(1920, 1080, 30), Mode(1280, 720, 60)], 1),
        ([Mode(640, 480, 30), Mode(3840, 2160, 5)], 0),
        ([Mode(640, 480, 5), Mode(3840, 2160, 2)], 1),
        ([Mode(1920, 1080, 15), Mode(1920, 1080, 30)], 1),
    ],
)
def test_the_largest_smooth_picture_is_chosen(modes: list[Mode], chosen: int) -> None:
    assert best(modes) == chosen


def test_the_dialog_of_this_machine_opens_and_closes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CameraDialog(parent)
    dialog.open()
    assert dialog.reason_label.text()
    dialog.reject()
