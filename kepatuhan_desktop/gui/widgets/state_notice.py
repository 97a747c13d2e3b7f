"""Say where something stands: an icon, a few words and a sentence on the ground of their tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.theme import set_role
from kepatuhan_desktop.gui.tokens import Zone

_GROUNDS: dict[Zone, tuple[str, str]] = {
    "neutral": ("sunken", ""),
    "primary": ("hint", ""),
    "green": ("notice", "green"),
    "yellow": ("notice", "yellow"),
    "red": ("notice", "red"),
}


class StateNotice(QFrame):
    """As high as its words need; either line may be empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._icon.setProperty("icon_size", 20)
        self._title = _line(self, "heading")
        self._sentence = _line(self, "small")
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 11, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_state(self, icon: str, tone: Zone, title: str, sentence: str = "") -> None:
        """Change everything together."""
        role, ground = _GROUNDS[tone]
        set_role(self, ground, "tone")
        set_role(self, role)
        icons.assign(self._icon, icon, "muted" if tone == "neutral" else tone)
        for label, text in ((self._title, title), (self._sentence, sentence)):
            label.setText(text)
            label.setVisible(bool(text))
        set_role(self._title, "" if tone in {"neutral", "primary"} else tone, "tone")
        self.setAccessibleName(title or sentence)
        self.setAccessibleDescription(sentence)

    def title(self) -> str:
        """The few words."""
        return self._title.text()

    def sentence(self) -> str:
        """What stands below them."""
        return self._sentence.text()


def _line(parent: QWidget, role: str) -> QLabel:
    made = QLabel(parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
