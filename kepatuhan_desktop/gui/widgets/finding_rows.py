"""List the findings that were raised from one question."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What one finding says."""

    key: str
    statement: str
    detail: str
    """Who puts it right and until when; may be empty."""


class FindingRows(QWidget):
    """One row per finding, with buttons to edit and to remove it."""

    edit_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._rows: list[QFrame] = []
        self._shown: tuple[tuple[FindingLine, ...], bool] = ((), False)

    def show_findings(self, findings: Sequence[FindingLine], *, read_only: bool) -> None:
        """Show these instead of the former ones."""
        wanted = (tuple(findings), read_only)
        if wanted == self._shown:
            return
        self._shown = wanted
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(finding, read_only=read_only) for finding in findings]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, finding: FindingLine, *, read_only: bool) -> QFrame:
        row = QFrame(self)
        row.setProperty("role", "notice")
        row.setProperty("tone", "yellow")
        icon = QLabel(row)
        icon.setProperty("icon_size", 16)
        icons.assign(icon, "flag", "yellow")
        words = QVBoxLayout()
        words.setContentsMargins(0, 10, 0, 10)
        words.setSpacing(2)
        words.addWidget(_label(row, finding.statement, ""))
        if finding.detail:
            words.addWidget(_label(row, finding.detail, "small-muted"))
        across = QHBoxLayout(row)
        across.setContentsMargins(14, 0, 4, 0)
        across.setSpacing(10)
        across.addWidget(icon)
        across.addLayout(words, 1)
        if not read_only:
            for name, text, slot in (
                ("pen-line", self.tr("Ubah temuan"), self._edit),
                ("trash-2", self.tr("Hapus temuan"), self._remove),
            ):
                button = QToolButton(row)
                icons.assign(button, name, "yellow")
                button.setProperty("finding", finding.key)
                button.setAccessibleName(text)
                button.setAccessibleDescription(finding.statement)
                button.setToolTip(text)
                button.clicked.connect(slot)
                across.addWidget(button)
        return row

    def _edit(self) -> None:
        self.edit_requested.emit(str(self.sender().property("finding")))

    def _remove(self) -> None:
        self.remove_requested.emit(str(self.sender().property("finding")))


def _label(parent: QWidget, text: str, role: str) -> QLabel:
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
