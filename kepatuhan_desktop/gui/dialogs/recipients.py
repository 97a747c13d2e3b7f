"""Show to whose keys bundles are encrypted, and change that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPushButton, QWidget

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar


class RecipientsDialog(QDialog):
    """Open with `open()`; its owner does what is wanted, then calls `show_recipients` or `tell`."""

    added = Signal(str)
    removed = Signal(str)

    error_bar: ErrorBar
    recipients_list: QListWidget
    remove_button: QPushButton
    add_edit: QLineEdit
    add_button: QPushButton
    close_button: QPushButton

    def __init__(self, recipients: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "recipients")
        self.recipients_list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recipients_list.currentRowChanged.connect(self._check)
        self.add_edit.textChanged.connect(self._check)
        self.add_edit.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.accept)
        # Enter in the field adds; it must not close the dialog as well.
        self.close_button.setAutoDefault(False)
        self.add_button.setAutoDefault(False)
        self.close_button.setDefault(False)
        self.show_recipients(recipients)
        self.add_edit.setFocus()
        fit(self)

    def show_recipients(self, recipients: tuple[str, ...]) -> None:
        """Show these; what was typed has been done."""
        self.error_bar.clear()
        self.recipients_list.clear()
        self.recipients_list.addItems(list(recipients))
        self.add_edit.clear()
        self._check()

    def tell(self, error: KnownError) -> None:
        """It was not changed, and why."""
        self.error_bar.say(messages.sentence(error, words.language()))
        self.add_edit.selectAll()

    def _check(self) -> None:
        self.remove_button.setEnabled(self.recipients_list.currentRow() >= 0)
        self.add_button.setEnabled(bool(self.add_edit.text().strip()))

    def _add(self) -> None:
        if self.add_edit.text().strip():
            self.added.emit(self.add_edit.text().strip())

    def _remove(self) -> None:
        item = self.recipients_list.currentItem()
        if item is not None:
            self.removed.emit(item.text())
