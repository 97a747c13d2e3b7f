"""Show at a question what headquarters says about it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.gui.widgets.state_notice import StateNotice


class CommentNotice(StateNotice):
    """Hides itself where nothing was said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.hide()

    def show_comment(self, text: str) -> None:
        """Show this; what has not changed is not touched."""
        if text != self._text:
            self._text = text
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_text"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setVisible(bool(self._text))
        self.show_state("message-square", "yellow", self.tr("Komentar pusat"), self._text)
