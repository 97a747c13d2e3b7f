"""Say which visits headquarters has planned for the next days, and start one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import icons, words
from kepatuhan_desktop.gui.widgets.drawing import plain_tip
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.storage.register import PlanRow

KEY = "Ctrl+R"
_SHOWN = 3
"""Visits that have a line of their own; the others stand in a menu."""


class PlanNotice(QFrame):
    """Hides itself where nothing is planned."""

    chosen = Signal(str)
    """Id of the plan that shall be carried out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlanRow, ...] = ()
        self._today = date.min
        self._lines: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self.setProperty("role", "hint")
        icon = QLabel(self)
        icons.assign(icon, "calendar", "primary")
        self.title_label = QLabel(self)
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty("role", "heading")
        self.more_button = QPushButton(self)
        self.more_button.setProperty("role", "filter")
        self._menu = QMenu(self.more_button)
        self.more_button.setMenu(self._menu)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(icon)
        top.addWidget(self.title_label, 1)
        top.addWidget(self.more_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 8, 8)
        self._column.setSpacing(2)
        self._column.addLayout(top)
        self.hide()

    def show_plans(self, rows: Sequence[PlanRow], today: date) -> None:
        """Show these, the earliest first."""
        self._rows, self._today = tuple(rows), today
        self._retranslate()

    def start_first(self) -> None:
        """Choose the visit that comes next, as its key does."""
        if self.buttons and self.buttons[0].isEnabled() and not self.isHidden():
            self.chosen.emit(self._rows[0].id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_column"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], []
        self.setVisible(bool(self._rows))
        if not self._rows:
            return
        counts = Counter(self._day(row) for row in self._rows)
        title = " · ".join(
            self.tr("{day}: {count} unit").format(day=day, count=count)
            for day, count in list(counts.items())[:_SHOWN]
        )
        self.title_label.setText(self.tr("Rencana dari pusat — {days}").format(days=title))
        for row in self._rows[:_SHOWN]:
            line = self._line(row, is_first=not self._lines)
            self._column.addWidget(line)
            self._lines.append(line)
        self._show_more(self._rows[_SHOWN:])

    def _show_more(self, rest: Sequence[PlanRow]) -> None:
        self.more_button.setVisible(bool(rest))
        self.more_button.setText(self.tr("{count} lain&nya").format(count=len(rest)))
        self._menu.clear()
        for row in rest:
            action = self._menu.addAction(f"{self._day(row)} · {_named(row)}".replace("&", "&&"))
            action.setEnabled(row.has_instrument)
            action.triggered.connect(partial(self.chosen.emit, row.id))

    def _line(self, row: PlanRow, *, is_first: bool) -> QWidget:
        line = QWidget(self)
        line.setProperty("role", "clear")
        day = QLabel(self._day(row), line)
        day.setTextFormat(Qt.TextFormat.PlainText)
        day.setProperty("role", "small")
        day.setProperty("tone", "red" if self._is_late(row) else "primary")
        day.setMinimumWidth(86)
        what = ElidedLabel(line)
        what.show_text(" · ".join(part for part in (_named(row), row.note) if part))
        text = self.tr("Mulai  {key}").format(key=KEY) if is_first else self.tr("Mulai")
        button = QPushButton(text, line)
        button.setMinimumHeight(40)
        button.setAccessibleName(self.tr("Mulai menilai {unit}").format(unit=_named(row)))
        button.setEnabled(row.has_instrument)
        if not row.has_instrument:
            tip = self.tr("Instrumen {name} {version} belum datang.").format(
                name=row.instrument_id, version=row.version
            )
            button.setToolTip(plain_tip(tip))
            button.setAccessibleDescription(tip)
        button.clicked.connect(partial(self.chosen.emit, row.id))
        self.buttons.append(button)
        across = QHBoxLayout(line)
        across.setContentsMargins(36, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(day)
        across.addWidget(what, 1)
        across.addWidget(button)
        return line

    def _is_late(self, row: PlanRow) -> bool:
        return row.day < self._today.isoformat()

    def _day(self, row: PlanRow) -> str:
        near = {
            self._today.isoformat(): self.tr("Hari ini"),
            (self._today + timedelta(days=1)).isoformat(): self.tr("Besok"),
        }
        if self._is_late(row):
            return self.tr("Terlewat")
        return near.get(row.day) or words.day(row.day)


def _named(row: PlanRow) -> str:
    return " · ".join(part for part in (row.unit, row.product, row.institution) if part)
