"""Say why a workspace does not open, and offer another folder."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kepatuhan_desktop import messages, paths
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import icons, words

_WIDTH = 560


class StartFailureDialog(QDialog):
    """The only window while no workspace is open; made without a form, to depend on little."""

    home_chosen = Signal(str)

    def __init__(self, error: KnownError, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kepatuhan")
        self.setFixedWidth(_WIDTH)
        icon = QLabel(self)
        icon.setProperty("icon_size", 28)
        icons.assign(icon, "circle-alert", "red")
        title = _plain(self.tr("Ruang kerja tidak dapat dibuka"), "title")
        self.sentence_label = _plain(messages.sentence(error, words.language()), "")
        self.sentence_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code_label = _plain(
            self.tr("Kode {code}  ·  Folder {folder}").format(code=error.code, folder=home),
            "small-muted",
        )
        self.code_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other_button = QPushButton(self.tr("&Pilih folder lain …"), self)
        icons.assign(self.other_button, "folder-open")
        self.other_button.clicked.connect(self._ask_for_folder)
        self.close_button = QPushButton(self.tr("&Tutup"), self)
        self.close_button.setProperty("role", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self._lay_out(icon, title)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(self.sentence_label.text())

    def choose(self, folder: str) -> None:
        """Take that folder from now on and open it."""
        paths.remember_home(Path(folder))
        self.home_chosen.emit(folder)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The hint of wrapped texts is a guess, and leaves gaps.
        self.setFixedHeight(self.heightForWidth(_WIDTH))

    def _lay_out(self, icon: QLabel, title: QLabel) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(icon)
        head.addWidget(title, 1)
        line = QFrame(self)
        line.setProperty("role", "line")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.other_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.sentence_label)
        column.addWidget(self.code_label)
        column.addWidget(line)
        column.addLayout(buttons)

    def _ask_for_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder ruang kerja"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.choose)
        chooser.open()


def _plain(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
