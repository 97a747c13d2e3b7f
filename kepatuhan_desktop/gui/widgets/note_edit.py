"""Write a note that saves itself shortly after the typing stops."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_PAUSE = 600
"""Milliseconds without a key after which the note is saved."""
_MOST_LINES = 8


class NoteEdit(QPlainTextEdit):
    """As high as its text; Esc leaves it, Tab goes on."""

    finished = Signal(str)
    """The text to save: after a pause, on leaving, and on `flush`."""
    typing = Signal()
    """There is something that is not saved yet."""
    left = Signal()
    """The user pressed Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._is_pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def is_pending(self) -> bool:
        """Whether there is text that nobody has saved."""
        return self._is_pending

    def show_text(self, text: str) -> None:
        """Show what is saved; what is being typed at the moment stays."""
        if self._is_pending or self.toPlainText().strip() == text.strip():
            return
        self._timer.stop()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._fit()

    def show_unsaved(self, text: str) -> None:
        """Bring back text that could not be saved before."""
        self.setPlainText(text)

    def forget(self) -> None:
        """Empty the field for another question."""
        self._timer.stop()
        self._is_pending = False
        self.show_text("")

    def confirm(self, text: str) -> None:
        """`text` has been saved."""
        if self.toPlainText() == text:
            self._is_pending = False
            self._timer.stop()

    def flush(self) -> None:
        """Have the text saved now if it is not."""
        self._timer.stop()
        if self._is_pending:
            self.finished.emit(self.toPlainText())

    def leave(self) -> None:
        """What Esc does; for a page that takes the key itself."""
        self.flush()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        # Qt takes Ctrl+K for "delete to the end of the line" here; in this program it finds.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() == Qt.Key.Key_K
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _on_text_changed(self) -> None:
        self._is_pending = True
        self._timer.start()
        self.typing.emit()

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        many = self.document().size().height() > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = round(lines * self.fontMetrics().lineSpacing()) + 20
        if self.height() != max(40, height) or self.minimumHeight() != max(40, height):
            self.setFixedHeight(max(40, height))
