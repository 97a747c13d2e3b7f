"""Show what several people wrote in the same place, and let one of it be kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.widgets.flow_layout import EqualColumnsLayout


@dataclass(frozen=True, slots=True)
class Version:
    """What one person wrote."""

    key: str
    """Comes back in `ConflictNotice.kept`."""
    value: str
    by: str
    """Author and time."""


class ConflictNotice(QFrame):
    """Versions side by side, each with a button."""

    kept = Signal(str)
    """The key of the version that the user decided for; empty: all shall be compared first."""

    def __init__(
        self, parent: QWidget, title: str, versions: Sequence[Version], *, is_settleable: bool
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "red")
        self._buttons: dict[QPushButton, str] = {}
        icon = QLabel(self)
        icons.assign(icon, "triangle-alert", "red")
        heading = _label(self, title, "heading")
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(icon)
        top.addWidget(heading, 1)
        sides = QWidget(self)
        sides.setProperty("role", "clear")
        flow = EqualColumnsLayout(sides, least_width=200, spacing=10)
        for version in versions:
            flow.addWidget(self._side(sides, version, is_settleable=is_settleable))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(sides)
        if is_settleable:
            compare = QPushButton(self.tr("Bandingkan dengan catatan, foto, dan nilainya"), self)
            compare.setProperty("role", "link")
            compare.clicked.connect(self._keep)
            self._buttons[compare] = ""
            column.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeft)

    def _side(self, parent: QWidget, version: Version, *, is_settleable: bool) -> QFrame:
        side = QFrame(parent)
        side.setProperty("role", "card")
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(_label(side, version.value, "heading"))
        column.addWidget(_label(side, version.by, "small-muted"), 1)
        if is_settleable:
            button = QPushButton(self.tr("Pakai yang ini"), side)
            button.setAccessibleDescription(f"{version.value}, {version.by}")
            button.clicked.connect(self._keep)
            self._buttons[button] = version.key
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _keep(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.kept.emit(self._buttons[button])


def _label(parent: QWidget, text: str, role: str) -> QLabel:
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made
