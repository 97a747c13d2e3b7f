"""Say in passing that something happened, and offer to take it back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from kepatuhan_desktop.gui import icons

_ABOVE_BOTTOM = 24
_MOST_WIDTH = 640


class Toast(QFrame):
    """A bar over the lower edge of its parent; stays while it is pointed at or has the focus."""

    acted = Signal(object)
    """The user took the action; carries the token given to `say`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._token: object = None
        self._about: QWidget | None = None
        self.setProperty("role", "toast")
        self._label = QLabel(self)
        self._label.setProperty("role", "toast")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._action = QPushButton(self)
        self._action.setProperty("role", "toast")
        self._action.clicked.connect(self._act)
        self._close = QToolButton(self)
        self._close.setProperty("role", "toast")
        self._close.clicked.connect(self.hide)
        icons.assign(self._close, "x", "surface")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass_away)
        self._retranslate()
        self.hide()
        parent.installEventFilter(self)

    def say(
        self,
        text: str,
        action: str = "",
        token: object = None,
        seconds: float = 7.0,
        about: QWidget | None = None,
    ) -> None:
        """Show `text`, instead of what was said before; `action` is a button, `&` its mnemonic.

        What was said `about` a page goes when that page does.
        """
        self._token = token
        self._about = about
        self._label.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        self._timer.start(round(seconds * 1000))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What is said at the moment."""
        return self._label.text() if not self.isHidden() else ""

    def _act(self) -> None:
        self.hide()
        self.acted.emit(self._token)

    def _pass_away(self) -> None:
        if self.underMouse() or self._action.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        parent, row = self._host, self._row
        room = min(_MOST_WIDTH, parent.width() - 32)
        self._label.setMinimumWidth(0)
        one_line = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4
        beside = row.sizeHint().width() - self._label.sizeHint().width()
        width = max(200, min(room, one_line + beside))
        self.setFixedWidth(width)
        height = row.heightForWidth(width) if row.hasHeightForWidth() else 0
        self.resize(width, max(height, row.minimumSize().height()))
        self.move((parent.width() - width) // 2, parent.height() - self.height() - _ABOVE_BOTTOM)

    def leave_page(self) -> None:
        """Another page is shown: what was said about the one before goes."""
        # No event filter on the pages: one would still be called while they are destroyed.
        about = self._about
        if about is not None and not (isValid(about) and about.isVisible()):
            self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Tutup pesan"))
        self._close.setToolTip(self.tr("Tutup pesan"))
