"""List what something would change, a line each with its icon."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Zone


class ChangeLine(NamedTuple):
    """One change."""

    icon: str
    tone: Zone
    text: str


class ChangeLines(QWidget):
    """As high as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._texts: list[str] = []

    def show_lines(self, lines: Iterable[ChangeLine]) -> None:
        """Show these lines instead."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._texts = []
        for row, line in enumerate(lines):
            icon = QLabel(self)
            icon.setContentsMargins(0, 1, 0, 0)
            icons.assign(icon, line.icon, "muted" if line.tone == "neutral" else line.tone)
            text = QLabel(line.text, self)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
            self._texts.append(line.text)
        self.setAccessibleName("\n".join(self._texts))

    def texts(self) -> list[str]:
        """The words of all lines."""
        return list(self._texts)
