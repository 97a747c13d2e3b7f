"""Say at the foot of the window whether everything is saved, and who works at which device."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kepatuhan_desktop.gui import icons, theme
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel

_SHOWN_OF_DEVICE = 4


class StatusLine(QFrame):
    """One line; states are words with an icon, never a colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._auditor = ""
        self._device = ""
        self._is_busy = False
        self._is_unsaved = False
        self.setProperty("role", "toolbar")
        self.setProperty("edge", "top")
        self._icon = QLabel(self)
        self._icon.setProperty("icon_size", 14)
        self._saved = _small(QLabel(self))
        self._saved.setProperty("tone", "green")
        self._network = _small(QLabel(self))
        self._who = ElidedLabel(self)
        self._who.setProperty("role", "small-muted")
        self._who.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._at = _small(QLabel(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._saved)
        row.addSpacing(14)
        row.addWidget(self._network)
        row.addSpacing(14)
        row.addWidget(self._who, 1)
        row.addWidget(self._at)
        self._retranslate()

    def show_who(self, auditor: str, device: str) -> None:
        """Name the auditor and the device's fingerprint."""
        self._auditor, self._device = auditor, device
        self._retranslate()

    def show_busy(self, is_busy: bool) -> None:
        """Whether the worker has something to do."""
        self._is_busy = is_busy
        self._show_state()

    def show_unsaved(self, is_unsaved: bool) -> None:
        """Whether the last change did not reach the disk."""
        self._is_unsaved = is_unsaved
        self._show_state()

    def text(self) -> str:
        """The state as it is written."""
        return self._saved.text()

    def who(self) -> str:
        """Auditor and device as they are written."""
        return f"{self._who.text()}  {self._at.text()}"

    def _show_state(self) -> None:
        if self._is_unsaved:
            icon, tone = "circle-alert", "red"
            text = self.tr("Perubahan terakhir tidak tersimpan")
        elif self._is_busy:
            icon, tone, text = "clock", "primary", self.tr("Sedang bekerja …")
        else:
            icon, tone, text = "circle-check", "green", self.tr("Semua tersimpan")
        icons.assign(self._icon, icon, tone)
        self._saved.setText(text)
        theme.set_role(self._saved, tone, "tone")

    def _retranslate(self) -> None:
        self._show_state()
        self._network.setText(self.tr("Luring"))
        self._network.setToolTip(self.tr("Program ini tidak memakai jaringan."))
        auditor = self._auditor or self.tr("belum diisi")
        self._who.show_text(self.tr("Auditor: {auditor}").format(auditor=auditor))
        device = self._device[:_SHOWN_OF_DEVICE].upper()
        self._at.setText(self.tr("·  Perangkat {device}").format(device=device))
        self._at.setToolTip(self._device)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _small(label: QLabel) -> QLabel:
    label.setProperty("role", "small-muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
