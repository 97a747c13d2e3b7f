"""Tell how a question is checked; once known, it folds into one line."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons


class HintBox(QFrame):
    """Text and source, with a button that folds them away."""

    folded = Signal(bool)
    """The user folded or unfolded it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hint")
        self._is_folded = False
        self._legal = ""
        icon = QLabel(self)
        icon.setProperty("icon_size", 16)
        icons.assign(icon, "scan-search", "primary")
        self._title = _label(self, "small")
        self._text = _label(self, "")
        self._source = _label(self, "small-muted")
        self._toggle = QToolButton(self)
        self._toggle.clicked.connect(self._fold)
        column = QVBoxLayout()
        column.setContentsMargins(0, 11, 0, 11)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._source)
        icon.setContentsMargins(0, 12, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 2, 0)
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        self._title.hide()
        self._retranslate()

    def show_hint(self, text: str, legal: str) -> None:
        """`legal` names the place in the law; empty, none."""
        self._legal = legal
        self._text.setText(text)
        self._retranslate()
        self._arrange()

    def set_folded(self, is_folded: bool) -> None:
        """Show one line only, or everything."""
        self._is_folded = is_folded
        self._arrange()

    def _fold(self) -> None:
        self.folded.emit(not self._is_folded)

    def _arrange(self) -> None:
        self._title.setVisible(self._is_folded)
        self._text.setVisible(not self._is_folded)
        self._source.setVisible(not self._is_folded and bool(self._legal))
        icons.assign(self._toggle, "chevron-down" if self._is_folded else "chevron-up", "primary")
        name = self.tr("Tampilkan cara memeriksa") if self._is_folded else self.tr("Ringkas")
        self._toggle.setAccessibleName(name)
        self._toggle.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._arrange()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Cara memeriksa"))
        self._source.setText(self.tr("Dasar: {legal}").format(legal=self._legal))


def _label(parent: QWidget, role: str) -> QLabel:
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
