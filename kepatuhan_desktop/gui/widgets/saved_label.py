"""Say whether everything is on the disk."""

from datetime import datetime
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.tokens import Zone, tokens_of
from kepatuhan_desktop.gui.widgets import drawing

State = Literal["none", "saved", "pending", "failed"]
_ZONES: dict[State, Zone] = {
    "none": "neutral",
    "saved": "green",
    "pending": "neutral",
    "failed": "red",
}
_DOT = 8


class SavedLabel(QLabel):
    """`Tersimpan 10.42.18`, said aloud to screen readers when it changes."""

    failed = Signal()
    """A change did not reach the disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State = "none"
        self._time = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def state(self) -> State:
        """What is shown."""
        return self._state

    def show_saved(self, at: str, *, aloud: bool = True) -> None:
        """Everything is on the disk since the moment `at`; only to be called after the commit."""
        self._show("saved", _to_the_second(at))
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def show_pending(self) -> None:
        """Something has been typed that is not on the disk yet."""
        if self._state != "failed":
            self._show("pending", self._time)

    def show_failed(self) -> None:
        """The last change is not on the disk."""
        self._show("failed", self._time)
        self.failed.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def show_nothing(self) -> None:
        """Nothing was written yet."""
        self._show("none", "")

    def sizeHint(self) -> QSize:
        # As wide as the longest state, so that nothing beside it moves.
        tokens = tokens_of(self)
        widest = max((drawing.badge_size(text, tokens) for text in self._words()), key=QSize.width)
        return QSize(widest.width() + _DOT + 6, widest.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.text():
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        zone = _ZONES[self._state]
        width = min(drawing.badge_size(self.text(), tokens).width() + _DOT + 6, self.width())
        area = QRectF(self.rect())
        area.setLeft(area.right() - width)
        strong, soft = tokens.zone(zone)
        clear = Qt.GlobalColor.transparent
        drawing.frame(painter, area, area.height() / 2, QColor(soft), clear, width=0)
        dot = QRectF(area.left() + 11, area.center().y() - _DOT / 2, _DOT, _DOT)
        drawing.frame(painter, dot, _DOT / 2, QColor(strong), clear, width=0)
        painter.setPen(QColor(strong))
        font = drawing.badge_font(tokens)
        painter.setFont(font)
        words = area.adjusted(_DOT + 17, 0, -6, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self._state, self._time)
        super().changeEvent(event)

    def _show(self, state: State, time: str) -> None:
        self._state, self._time = state, time
        texts = {
            "none": "",
            "saved": self.tr("Tersimpan {time}").format(time=time),
            "pending": self.tr("Menyimpan…"),
            "failed": self.tr("Belum tersimpan"),
        }
        self.setText(texts[state])
        self.setAccessibleName(texts[state])
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str]:
        return self.tr("Tersimpan {time}").format(time="00.00.00"), self.tr("Belum tersimpan")


def _to_the_second(at: str) -> str:
    """`10.42.18`, in English `10:42:18`; the text itself where it is no moment."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return moment.strftime("%H:%M:%S" if words.language() == "en" else "%H.%M.%S")
