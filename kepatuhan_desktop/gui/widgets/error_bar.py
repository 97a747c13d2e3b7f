"""Say what went wrong, in the page where it did, until it is put right."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.gui import icons


class ErrorBar(QFrame):
    """Hidden while there is nothing to say."""

    closed = Signal()
    acted = Signal()
    """The user pressed the button that `say` offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        icon = QLabel(self)
        icons.assign(icon, "circle-alert", "red")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._action = QPushButton(self)
        self._action.clicked.connect(self.acted)
        self._close = QToolButton(self)
        icons.assign(self._close, "x", "red")
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 6, 8)
        row.setSpacing(12)
        row.addWidget(icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._retranslate()
        self.hide()

    def say(self, text: str, action: str = "") -> None:
        """Show `text`, and a button when `action` names one."""
        self._label.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._label.clear()
        self.hide()

    def text(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._label.text()

    def _dismiss(self) -> None:
        self.clear()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Tutup pesan kesalahan"))
        self._close.setToolTip(self.tr("Tutup pesan kesalahan"))
