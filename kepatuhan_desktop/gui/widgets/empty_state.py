"""Say why a page is empty and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons

_ICON = 40
_SENTENCE_WIDTH = 420


class EmptyState(QWidget):
    """An icon, a title, a sentence and, when there is something to do, a button."""

    triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._icon.setProperty("icon_size", _ICON)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "muted")
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(_SENTENCE_WIDTH)
        for label in (self._icon, self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(self.triggered)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.hide()

    def describe(
        self, icon: str, title: str, sentence: str, action: str = "", action_icon: str = ""
    ) -> None:
        """Set everything; no `action`, no button."""
        icons.assign(self._icon, icon, "faint")
        self._title.setText(title)
        self._sentence.setText(sentence)
        # An aligned item gets the height of its hint, which for wrapped text is a guess.
        self._sentence.ensurePolished()
        # A longer sentence before this one must not count.
        self._sentence.setMinimumHeight(0)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(_SENTENCE_WIDTH))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        if action_icon:
            icons.assign(self._button, action_icon)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
