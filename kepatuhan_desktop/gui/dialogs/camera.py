"""Take a photo with the camera of this machine, where the optional extra is installed."""

from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui import forms


def is_installed() -> bool:
    """Whether the multimedia part of Qt came with the program; costs nothing."""
    return find_spec("PySide6.QtMultimedia") is not None


def why_not() -> str:
    """Why no photo can be taken here; empty where one can. Loads the multimedia part of Qt."""
    if not is_installed():
        return QCoreApplication.translate(
            "camera", "Kamera tidak tersedia: program ini dipasang tanpa dukungan kamera."
        )
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - an optional extra

    if not QMediaDevices.videoInputs():
        return QCoreApplication.translate("camera", "Tidak ada kamera pada perangkat ini.")
    return ""


class CameraDialog(QDialog):
    """Shows what the camera sees; Space or the button takes the photo and closes."""

    taken = Signal(QImage)

    view_layout: QVBoxLayout
    reason_label: QLabel
    shoot_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not is_installed():
            raise BugError("the camera dialog was opened without the camera extra")
        from PySide6.QtMultimedia import (  # noqa: PLC0415 - an optional extra
            QCamera,
            QImageCapture,
            QMediaCaptureSession,
        )
        from PySide6.QtMultimediaWidgets import QVideoWidget  # noqa: PLC0415 - as above

        forms.load(self, "camera")
        self.cancel_button.clicked.connect(self.reject)
        self.shoot_button.clicked.connect(self._shoot)
        self.reason_label.hide()
        view = QVideoWidget(self)
        view.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.view_layout.addWidget(view)
        self._session = QMediaCaptureSession(self)
        self._camera = QCamera(self)
        self._capture = QImageCapture(self)
        self._session.setCamera(self._camera)
        self._session.setImageCapture(self._capture)
        self._session.setVideoOutput(view)
        self._capture.imageCaptured.connect(self._on_captured)
        self._capture.errorOccurred.connect(self._on_error)
        self._camera.errorOccurred.connect(self._on_camera_error)
        self.finished.connect(self._camera.stop)
        self._camera.start()

    def _shoot(self) -> None:
        self.shoot_button.setEnabled(False)
        self._capture.capture()

    def _on_captured(self, _number: int, image: QImage) -> None:
        self.taken.emit(image)
        self.accept()

    def _on_error(self, _number: int, _error: object, reason: str) -> None:
        self._say(reason)

    def _on_camera_error(self, _error: object, reason: str) -> None:
        self._say(reason)

    def _say(self, reason: str) -> None:
        self.reason_label.setText(
            self.tr("Kamera tidak memberi gambar: {reason}").format(reason=reason)
        )
        self.reason_label.show()
        self.shoot_button.setEnabled(True)
