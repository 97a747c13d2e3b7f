"""Offer headquarters to write to the field; hides itself anywhere else."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.dialogs.letter import LetterDialog
from kepatuhan_desktop.gui.jobs import Jobs


class LetterButton(QPushButton):
    """Says how many bundles wait for a receipt, and opens the dialog that writes them."""

    changed = Signal(object)
    """`Changes` that are on the disk."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.setMinimumHeight(40)
        self.clicked.connect(self.write)
        self.hide()

    def catch_up(self) -> None:
        """The journal or what this device trusts has changed."""
        self.setVisible(self._services.receiving.is_headquarters())
        if self.isHidden():
            return
        due = self._services.receiving.unacknowledged()
        bundles = sum(len(one.bundles) for one in due)
        text = self.tr("Tulis tanda terima…")
        self.setText(f"{text}  {bundles}" if bundles else text)
        tip = self.tr("Tidak ada paket yang menunggu tanda terima; surat tetap dapat ditulis.")
        if due:
            tip = self.tr("{bundles} paket dari {devices} perangkat menunggu tanda terima.").format(
                bundles=bundles, devices=len(due)
            )
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        icons.assign(self, "package-check")

    def write(self) -> None:
        """Ask to whom and where."""
        self.write_to("")

    def write_to(self, device: str) -> None:
        """Ask where; empty: to whom as well."""
        dialog = LetterDialog(self._services, self._jobs, self.window())
        dialog.prefer(DeviceId(device))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self.changed)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self.catch_up()
        super().changeEvent(event)
