"""Show what happened to an assessment, and open the signed pages of any revision."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QPushButton, QWidget

from kepatuhan_desktop.domain.history import Act
from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.models import history
from kepatuhan_desktop.gui.models.history import Row
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.timeline import ROW, TimelineDelegate
from kepatuhan_desktop.gui.widgets.wrapping_rows import WrappingRows
from kepatuhan_desktop.services.history import Line

_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class HistoryDialog(QDialog):
    """Type to search, arrows to move, Enter opens a revision; Esc leaves."""

    chosen = Signal(str, bool)
    """The entry of a seal whose signed pages are wanted; True: as they came back stamped."""

    subtitle_label: ElidedLabel
    count_label: QLabel
    search_edit: QLineEdit
    acts_button: QPushButton
    entries_button: QPushButton
    history_list: QListView
    empty_label: QLabel
    open_button: QPushButton
    close_button: QPushButton

    def __init__(
        self, name: str, acts: Sequence[Act], lines: Sequence[Line], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts, self._lines = acts, lines
        self._rows: list[Row] = []
        forms.load(self, "history")
        self.subtitle_label.show_text(name)
        self._model = QStandardItemModel(self)
        self.history_list.setModel(self._model)
        self.history_list.setItemDelegate(TimelineDelegate(self.history_list))
        WrappingRows(self.history_list)
        self.history_list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.acts_button.setAutoExclusive(True)
        self.entries_button.setAutoExclusive(True)
        self.acts_button.setChecked(True)
        self.entries_button.toggled.connect(self._read)
        self.search_edit.textChanged.connect(self._show)
        self.search_edit.installEventFilter(self)
        self.history_list.doubleClicked.connect(self._open)
        self.history_list.selectionModel().currentChanged.connect(self._refresh)
        self.open_button.clicked.connect(self._open)
        self.close_button.clicked.connect(self.reject)
        self._read()
        self.history_list.setFocus()

    def rows(self) -> list[Row]:
        """What is listed now, from above."""
        return [self._model.index(at, 0).data(ROW) for at in range(self._model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list is moved through while the typing goes on.
        if (
            watched is self.search_edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _UP_DOWN
        ):
            self.history_list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_model"):
            self._read()
        super().changeEvent(event)

    def _read(self) -> None:
        if self.entries_button.isChecked():
            self._rows = history.entry_rows(self._lines, self._acts)
        else:
            self._rows = history.act_rows(self._acts)
        self._show()

    def _show(self) -> None:
        needles = self.search_edit.text().casefold().split()
        found = [row for row in self._rows if row.matches(needles)]
        self._model.clear()
        for row in found:
            item = QStandardItem(row.title)
            item.setData(row, ROW)
            spoken = ", ".join(
                part for part in (row.title, row.badge, row.meta, row.details) if part
            )
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.history_list.setVisible(bool(found))
        self.empty_label.setVisible(not found)
        self.count_label.setText(
            self.tr("{shown} dari {all}").format(shown=len(found), all=len(self._rows))
        )
        if found:
            self.history_list.setCurrentIndex(self._model.index(0, 0))
        self._refresh()

    def _refresh(self) -> None:
        row = self.history_list.currentIndex().data(ROW)
        can_open = isinstance(row, Row) and row.seal is not None
        self.open_button.setEnabled(can_open)
        number = row.revision if can_open else None
        text = self.tr("Buka P&DF yang ditandatangani")
        if isinstance(row, Row) and row.is_stamped:
            text = self.tr("Buka P&DF ber-TTE · Enter")
        elif number:
            text = self.tr("Buka P&DF revisi {revision} · Enter").format(revision=number)
        self.open_button.setText(text)

    def _open(self, _index: QModelIndex | bool = False) -> None:
        row = self.history_list.currentIndex().data(ROW)
        if isinstance(row, Row) and row.seal is not None:
            self.accept()
            self.chosen.emit(row.seal, row.is_stamped)
