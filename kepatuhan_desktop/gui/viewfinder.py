"""A camera of this machine, by the multimedia part of Qt. Import it only where `cameras.load` can.

The pictures go from the camera to the screen without passing through Python; only the photo
comes here.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCameraPermission, QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QImageCapture,
    QMediaCaptureSession,
    QMediaDevices,
)
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QApplication, QWidget

from kepatuhan_desktop.gui.cameras import Device, Source, Trouble

PATIENCE_MS = 6000
"""How long a camera may send nothing."""
_SMOOTH = 10.0
"""Frames a second below which aiming is no pleasure."""


class Mode(NamedTuple):
    """A size that a camera offers, and how many frames a second it then sends."""

    width: int
    height: int
    rate: float


class Viewfinder(Source):
    """Opens one camera at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._camera: QCamera | None = None
        self._view = QVideoWidget()
        self._view.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._inputs = QMediaDevices(self)
        self._inputs.videoInputsChanged.connect(self._on_devices)
        self.session = QMediaCaptureSession(self)
        self._capture = QImageCapture(self)
        self.session.setImageCapture(self._capture)
        self.session.setVideoOutput(self._view)
        self._capture.imageCaptured.connect(self._on_image)
        self._capture.errorOccurred.connect(self._on_capture_error)
        self._view.videoSink().videoFrameChanged.connect(self._on_frame)
        self._is_seeing = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_silence)

    def devices(self) -> list[Device]:
        return [Device(_key(one), one.description()) for one in _inputs()]

    def view(self) -> QWidget:
        return self._view

    def start(self, key: str = "") -> None:
        self.stop()
        self._key = key
        status = self.permission()
        if status == Qt.PermissionStatus.Undetermined:
            self.ask(self._on_permission)
        elif status == Qt.PermissionStatus.Denied:
            self.troubled.emit(Trouble.DENIED, "")
        else:
            self._open()

    def shoot(self) -> None:
        if self._capture.capture() < 0:
            self._fail(self._capture.errorString())

    def stop(self) -> None:
        self._patience.stop()
        self._see(False)
        if self._camera is not None:
            camera, self._camera = self._camera, None
            camera.stop()
            self.session.setCamera(None)  # type: ignore[arg-type] # the stubs forget that it may
            camera.deleteLater()

    def permission(self) -> Qt.PermissionStatus:
        """What the system says about using cameras; some never ask."""
        return QApplication.instance().checkPermission(QCameraPermission())  # type: ignore[union-attr] # the window has one

    def ask(self, then: Callable[[Qt.PermissionStatus], object]) -> None:
        """Let the system ask the person; `then` hears the answer."""
        application = QApplication.instance()
        assert application is not None
        application.requestPermission(
            QCameraPermission(), self, lambda permission: then(permission.status())
        )

    def connect_camera(self, device: QCameraDevice) -> None:
        """Let the pictures of `device` into the session."""
        self._camera = camera = QCamera(device, self)
        wanted = _format(device)
        if wanted is not None:
            camera.setCameraFormat(wanted)
        camera.errorOccurred.connect(self._on_camera_error)
        self.session.setCamera(camera)
        camera.start()

    def _on_permission(self, status: Qt.PermissionStatus) -> None:
        if status == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self.troubled.emit(Trouble.DENIED, "")

    def _open(self) -> None:
        found = [one for one in _inputs() if self._key in {"", _key(one)}]
        if not found:
            self.troubled.emit(Trouble.NO_CAMERA, "")
            return
        self._key = _key(found[0])
        self._patience.start()
        self.connect_camera(found[0])

    def _on_frame(self) -> None:
        if self._patience.isActive():
            self._patience.start()
            self._see(True)

    def _see(self, is_seeing: bool) -> None:
        if is_seeing != self._is_seeing:
            self._is_seeing = is_seeing
            self.ready.emit(is_seeing)

    def _on_image(self, _number: int, image: QImage) -> None:
        self.taken.emit(image)

    def _on_capture_error(self, _number: int, _error: object, reason: str) -> None:
        self._fail(reason)

    def _on_camera_error(self, _error: object, reason: str) -> None:
        # An unplugged camera reports a fault before the list of cameras has changed.
        QTimer.singleShot(0, self, lambda: self._fail(reason))

    def _fail(self, reason: str) -> None:
        if self._camera is not None or self._is_seeing:
            self.stop()
            self.troubled.emit(Trouble.FAILED, reason)

    def _on_silence(self) -> None:
        self.stop()
        self.troubled.emit(Trouble.SILENT, "")

    def _on_devices(self) -> None:
        if self._camera is not None and all(_key(one) != self._key for one in _inputs()):
            self.stop()
            self.troubled.emit(Trouble.GONE, "")
        self.devices_changed.emit()


def has_camera() -> bool:
    """Whether there is a camera at this moment."""
    return bool(QMediaDevices.videoInputs())


def watch(parent: QObject, then: Callable[[], object]) -> None:
    """Call `then` whenever a camera comes or goes, as long as `parent` lives."""
    QMediaDevices(parent).videoInputsChanged.connect(then)


def best(modes: Sequence[Mode]) -> int:
    """The place of the largest smooth mode; of the largest, where none is smooth; -1 for none."""
    order = sorted(
        range(len(modes)),
        key=lambda at: (
            modes[at].rate >= _SMOOTH,
            modes[at].width * modes[at].height,
            modes[at].rate,
        ),
    )
    return order[-1] if order else -1


def _format(device: QCameraDevice) -> QCameraFormat | None:
    offered = device.videoFormats()
    place = best(
        [
            Mode(one.resolution().width(), one.resolution().height(), one.maxFrameRate())
            for one in offered
        ]
    )
    return offered[place] if place >= 0 else None


def _inputs() -> list[QCameraDevice]:
    """The cameras; the one that looks away from the person first, then the system's own choice."""

    def order(one: QCameraDevice) -> tuple[bool, bool]:
        return one.position() != QCameraDevice.Position.BackFace, not one.isDefault()

    return sorted(QMediaDevices.videoInputs(), key=order)


def _key(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
