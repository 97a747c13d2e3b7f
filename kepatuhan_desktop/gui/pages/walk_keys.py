"""Bind the keys of the walk; text fields keep theirs, because Qt asks them first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.gui.widgets.note_edit import NoteEdit
from kepatuhan_desktop.gui.widgets.thumbnail import Thumbnail


class WalkKeys(QObject):
    """Turns keys into wishes."""

    option = Signal(int)
    """Place of the answer, from 0."""
    not_applicable = Signal()
    cleared = Signal()
    moved = Signal(int)
    """Questions forward or back."""
    component_moved = Signal(int)
    note = Signal()
    add = Signal()
    photo = Signal()
    finding = Signal()
    paste = Signal()
    undo = Signal()
    redo = Signal()
    find = Signal()
    back = Signal()

    def __init__(self, page: QWidget, questions: QWidget) -> None:
        """`questions` is where the arrow keys move between cards; elsewhere they are not ours."""
        super().__init__(page)
        self._page = page
        for digit in range(1, 10):
            self._bind(page, str(digit), self._on_digit)
        for keys, then in (
            ("0", self.not_applicable.emit),
            ("N", self.note.emit),
            ("E", self.add.emit),
            ("F", self.photo.emit),
            ("T", self.finding.emit),
            ("J", self._on_next),
            ("K", self._on_previous),
            ("PgDown", self._on_next_component),
            ("PgUp", self._on_previous_component),
            ("Ctrl+Right", self._on_next_component),
            ("Ctrl+Left", self._on_previous_component),
            ("Ctrl+V", self.paste.emit),
            ("Ctrl+Z", self.undo.emit),
            ("Ctrl+Shift+Z", self.redo.emit),
            ("Ctrl+Y", self.redo.emit),
            ("Ctrl+K", self.find.emit),
            ("Del", self._on_delete),
            ("Esc", self._on_back),
        ):
            self._bind(page, keys, then)
        self._bind(questions, "Down", self._on_next)
        self._bind(questions, "Up", self._on_previous)

    @staticmethod
    def _bind(owner: QWidget, keys: str, then: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(then)

    def _on_digit(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.option.emit(int(shortcut.key().toString()) - 1)

    def _on_next(self) -> None:
        self.moved.emit(1)

    def _on_previous(self) -> None:
        self.moved.emit(-1)

    def _on_next_component(self) -> None:
        self.component_moved.emit(1)

    def _on_previous_component(self) -> None:
        self.component_moved.emit(-1)

    def _on_delete(self) -> None:
        focused = self._page.window().focusWidget()
        if isinstance(focused, Thumbnail):
            # There the key means the picture, not the answer.
            focused.removed.emit(focused.piece().key)
        else:
            self.cleared.emit()

    def _on_back(self) -> None:
        focused = self._page.window().focusWidget()
        if isinstance(focused, NoteEdit):
            focused.leave()  # one step at a time: from the note to its card
        else:
            self.back.emit()
