"""Take a photo with a camera of this machine."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.cameras import Source, Trouble, is_installed, why_not
from kepatuhan_desktop.gui.theme import set_role

__all__ = ["CameraDialog", "is_installed", "why_not"]


class CameraDialog(QDialog):
    """Shows what the camera sees; Space or the button takes the photo and closes."""

    taken = Signal(QImage)

    view_layout: QVBoxLayout
    device_combo: QComboBox
    reason_label: QLabel
    retry_button: QPushButton
    shoot_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, parent: QWidget | None = None, source: Source | None = None) -> None:
        """Of a camera of this machine, unless told of another `source`."""
        super().__init__(parent)
        self._source = source = _of_this_machine() if source is None else source
        self._trouble: tuple[Trouble, str] | None = None
        self._is_running = False
        forms.load(self, "camera")
        source.setParent(self)
        self.view_layout.addWidget(source.view())
        self.cancel_button.clicked.connect(self.reject)
        self.shoot_button.clicked.connect(self._shoot)
        self.retry_button.clicked.connect(self._start)
        self.device_combo.activated.connect(self._start)
        self.finished.connect(source.stop)
        source.ready.connect(self._on_ready)
        source.taken.connect(self._on_taken)
        source.troubled.connect(self._on_trouble)
        source.devices_changed.connect(self._on_devices)
        self._list_devices()
        self._start()

    def _start(self) -> None:
        self._trouble = None
        self._is_running = True
        self._show_state(is_ready=False)
        self._source.start(str(self.device_combo.currentData() or ""))

    def _shoot(self) -> None:
        self.shoot_button.setEnabled(False)
        self._source.shoot()

    def _on_ready(self, is_ready: bool) -> None:
        self._show_state(is_ready=is_ready)

    def _on_taken(self, image: QImage) -> None:
        self.taken.emit(image)
        self.accept()

    def _on_trouble(self, trouble: Trouble, reason: str) -> None:
        self._trouble = (trouble, reason)
        self._is_running = False
        self._show_state(is_ready=False)

    def _on_devices(self) -> None:
        self._list_devices()
        if not self._is_running and self.device_combo.count():
            self._start()  # one was plugged in

    def _list_devices(self) -> None:
        chosen = self.device_combo.currentData()
        self.device_combo.clear()
        for device in self._source.devices():
            self.device_combo.addItem(device.name, device.key)
        self.device_combo.setCurrentIndex(max(0, self.device_combo.findData(chosen)))
        self.device_combo.setVisible(self.device_combo.count() > 1)

    def _show_state(self, *, is_ready: bool) -> None:
        self.shoot_button.setEnabled(is_ready)
        if is_ready:
            self.shoot_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retry_button.setVisible(self._trouble is not None)
        self.reason_label.setText("" if is_ready else self._words())
        self.reason_label.setVisible(not is_ready)
        set_role(self.reason_label, "red" if self._trouble else "", "tone")
        self._source.view().setVisible(self._trouble is None)

    def _words(self) -> str:
        if self._trouble is None:
            return self.tr("Menyiapkan kamera…")
        trouble, reason = self._trouble
        sentences = {
            Trouble.NO_CAMERA: self.tr("Tidak ada kamera pada perangkat ini."),
            Trouble.DENIED: self.tr(
                "Kamera tidak boleh dipakai. Izinkan program ini memakai kamera di pengaturan "
                "sistem, lalu coba lagi."
            ),
            Trouble.FAILED: self.tr(
                "Kamera tidak dapat dibuka ({reason}). Tutup program lain yang memakai kamera, "
                "lalu coba lagi."
            ),
            Trouble.GONE: self.tr("Kamera dicabut. Sambungkan lagi atau pilih kamera lain."),
            Trouble.SILENT: self.tr(
                "Kamera tidak mengirim gambar. Tutup program lain yang memakai kamera, lalu "
                "coba lagi."
            ),
        }
        return sentences[trouble].format(reason=reason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "reason_label"):
            self._show_state(is_ready=self.shoot_button.isEnabled())
        super().changeEvent(event)


def _of_this_machine() -> Source:
    # Only where the optional extra is installed: whoever opens the dialog has asked `why_not`.
    from kepatuhan_desktop.gui.viewfinder import Viewfinder  # noqa: PLC0415 - as above

    return Viewfinder()
