"""Show the fingerprint of a key in groups that can be read aloud, and take one that was heard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kepatuhan_desktop.gui.theme import set_role

GROUPS = 8
GROUP = 4
"""Characters of a group."""

_COLUMNS = 4
_ASKED = (0, 1, 6, 7)
"""The groups that must come from outside: 64 bits, which nobody finds by trying keys."""


class FingerprintView(QWidget):
    """Eight groups in two rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._cells = [_shown(self) for _ in range(GROUPS)]
        _arrange(self, self._cells)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show a fingerprint; none, when there is none."""
        self._groups = tuple(groups)
        for at, cell in enumerate(self._cells):
            cell.setText(groups[at] if at < len(groups) else "····")
        self._tell()

    def text(self) -> str:
        """The groups with a blank between them."""
        return " ".join(self._groups)

    def copy(self) -> None:
        """Put the fingerprint on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Sidik jari: {groups}").format(groups=self.text()))


class FingerprintEntry(QWidget):
    """Shows half of a fingerprint and asks for the other half, which the person must have heard.

    What has to be typed stands nowhere on the screen: agreeing without comparing is impossible.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self.edits: list[QLineEdit] = []
        self._shown: dict[int, QLabel] = {}
        cells: list[QWidget] = []
        hexadecimal = QRegularExpressionValidator(QRegularExpression("[0-9a-fA-F]{0,4}"), self)
        for at in range(GROUPS):
            if at in _ASKED:
                edit = QLineEdit(self)
                edit.setObjectName(f"group_{at + 1}_edit")
                edit.setMaxLength(GROUP)
                edit.setValidator(hexadecimal)
                edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
                edit.setPlaceholderText("····")
                edit.textEdited.connect(self._follow)
                edit.installEventFilter(self)
                self.edits.append(edit)
                cells.append(edit)
            else:
                self._shown[at] = _shown(self)
                cells.append(self._shown[at])
        _arrange(self, cells)
        self.setFocusProxy(self.edits[0])
        self._retranslate()

    def ask_for(self, groups: Sequence[str]) -> None:
        """Ask for the fingerprint `groups`."""
        self._groups = tuple(groups)
        for at, label in self._shown.items():
            label.setText(groups[at])
        for edit in self.edits:
            edit.clear()
        self._judge()

    def is_complete(self) -> bool:
        """Every asked group has all its characters."""
        return all(len(edit.text()) == GROUP for edit in self.edits)

    def is_right(self) -> bool:
        """What was typed is what the file says."""
        return bool(self._groups) and not self._wrong() and self.is_complete()

    def wrong_groups(self) -> tuple[int, ...]:
        """Numbers, from 1, of the groups that are complete and differ."""
        return tuple(_ASKED[place] + 1 for place in self._wrong())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Typing runs on from group to group, and backspace runs back.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = self.edits.index(watched) if watched in self.edits else 0
            is_back = event.key() == Qt.Key.Key_Backspace and not self.edits[place].text()
            if is_back and place:
                self.edits[place - 1].setFocus(Qt.FocusReason.BacktabFocusReason)
                return False
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit) and len(edit.text()) == GROUP:
            place = self.edits.index(edit)
            if place + 1 < len(self.edits) and edit.cursorPosition() == GROUP:
                self.edits[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        self._judge()
        self.changed.emit()

    def _wrong(self) -> list[int]:
        return [
            place
            for place, edit in enumerate(self.edits)
            if len(edit.text()) == GROUP
            and self._groups
            and edit.text().casefold() != self._groups[_ASKED[place]].casefold()
        ]

    def _judge(self) -> None:
        wrong = self._wrong()
        for place, edit in enumerate(self.edits):
            set_role(edit, "red" if place in wrong else "", "tone")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for at, edit in zip(_ASKED, self.edits, strict=True):
            edit.setAccessibleName(self.tr("Kelompok {number}").format(number=at + 1))


def _shown(parent: QWidget) -> QLabel:
    made = QLabel("····", parent)
    made.setProperty("role", "group")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _arrange(holder: QWidget, cells: Sequence[QWidget]) -> None:
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(6)
    for at, cell in enumerate(cells):
        grid.addWidget(cell, at // _COLUMNS, at % _COLUMNS)
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
