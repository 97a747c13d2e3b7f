"""Say who works here, how the window looks and speaks, and where the workspace lies."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from kepatuhan_desktop import __version__, paths
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.errors import StorageFailed
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.identity import IdentityDesk
from kepatuhan_desktop.gui.identity_watch import IdentityWatch
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.identity_card import IdentityCard
from kepatuhan_desktop.gui.widgets.key_card import KeyCard

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import IdentityStatus

_DEVICE_BLOCK = 8


class SettingsPage(QWidget):
    """Everything is kept as soon as it is chosen, and the page says so beside it."""

    left = Signal()
    failed = Signal(object)
    announced = Signal(str, object)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    home_chosen = Signal(str)
    identity_changed = Signal()
    authority_requested = Signal()

    back_button: QToolButton
    name_edit: QLineEdit
    nip_edit: QLineEdit
    position_edit: QLineEdit
    identity_saved: QLabel
    system_button: QPushButton
    light_button: QPushButton
    dark_button: QPushButton
    indonesian_button: QPushButton
    english_button: QPushButton
    look_saved: QLabel
    home_edit: QLineEdit
    show_home_button: QPushButton
    choose_home_button: QPushButton
    home_saved: QLabel
    about_label: QLabel
    identity_sign_card: IdentityCard
    key_card: KeyCard
    authority_button: QPushButton

    def __init__(
        self, services: Services, jobs: Jobs, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._refresher = refresher
        forms.load(self, "settings")
        self.desk = IdentityDesk(services, jobs, self)
        self.watch = IdentityWatch(services, jobs, self)
        self.setAcceptDrops(True)
        self._themes = {
            "system": self.system_button,
            "light": self.light_button,
            "dark": self.dark_button,
        }
        self._languages = {"id": self.indonesian_button, "en": self.english_button}
        self._fields = {
            "auditor_name": self.name_edit,
            "auditor_nip": self.nip_edit,
            "auditor_position": self.position_edit,
        }
        self._show_settings()
        self._connect()
        self._retranslate()

    def choose_home(self, folder: str) -> None:
        """Open that folder from now on; it takes effect at once."""
        try:
            paths.remember_home(Path(folder))
        except OSError as error:
            self._fail(folder, error)
            return
        self.home_saved.setText("✓ " + self.tr("Tersimpan, dibuka sekarang"))
        self.home_chosen.emit(folder)

    def keep_identity(self) -> None:
        """Keep what the identity fields hold, where it differs."""
        wanted: dict[str, object] = {
            name: field.text().strip() for name, field in self._fields.items()
        }
        current = self._services.settings.current
        if all(getattr(current, name) == text for name, text in wanted.items()):
            return
        if self._change(wanted):
            self.identity_saved.setText("✓ " + self.tr("Tersimpan"))
            self._look_at_identity()
            self.identity_changed.emit()

    def _look_at_identity(self) -> None:
        self.watch.ensure()
        self.watch.look()

    def _show_identity(self, status: "IdentityStatus") -> None:
        self.identity_sign_card.show_status(status)
        self.key_card.show_status(status)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        for field in self._fields.values():
            field.editingFinished.connect(self.keep_identity)
            field.textEdited.connect(self.identity_saved.clear)
        for button in self._themes.values():
            button.clicked.connect(self._keep_theme)
        for button in self._languages.values():
            button.clicked.connect(self._keep_language)
        self.show_home_button.clicked.connect(self._show_home)
        self.choose_home_button.clicked.connect(self._ask_for_home)
        self.authority_button.clicked.connect(self.authority_requested)
        self._connect_desk()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave)

    def _connect_desk(self) -> None:
        card, desk = self.identity_sign_card, self.desk
        card.request_wanted.connect(desk.ask_where_to_save)
        card.trust_wanted.connect(desk.ask_for_trust_file)
        card.copied.connect(self._tell_copied)
        self.key_card.device_wanted.connect(desk.use_device)
        self.key_card.file_wanted.connect(desk.ask_for_key_file)
        self.key_card.token_wanted.connect(desk.ask_for_token)
        desk.changed.connect(self._pass_on)
        desk.chosen.connect(self.key_card.confirm)
        desk.settled.connect(self.watch.look)
        self.watch.seen.connect(self._show_identity)
        self.watch.changed.connect(self._pass_on)
        self.watch.failed.connect(self.failed)
        desk.announced.connect(self._announce)
        desk.failed.connect(self.failed)

    def _pass_on(self, changes: Changes) -> None:
        self._refresher.changed.emit(changes)

    def _announce(self, text: str) -> None:
        self.announced.emit(text, None)

    def _tell_copied(self) -> None:
        self._announce(self.tr("Sidik jari disalin"))

    def _show_settings(self) -> None:
        current = self._services.settings.current
        for name, field in self._fields.items():
            field.setText(getattr(current, name))
        self._themes[current.theme].setChecked(True)
        self._languages[current.language].setChecked(True)
        self.home_edit.setText(str(self._services.home))

    def _keep_theme(self) -> None:
        chosen = next(name for name, button in self._themes.items() if button.isChecked())
        if self._change({"theme": chosen}):
            self.theme_chosen.emit(chosen)
            self._confirm_look()

    def _keep_language(self) -> None:
        chosen = next(name for name, button in self._languages.items() if button.isChecked())
        if self._change({"language": chosen}):
            self.language_chosen.emit(chosen)
            self._confirm_look()

    def _confirm_look(self) -> None:
        self.look_saved.setText("✓ " + self.tr("Tersimpan"))

    def _change(self, fields: dict[str, object]) -> bool:
        try:
            self._services.settings.change(**fields)
        except OSError as error:
            self._fail(str(self._services.home), error)
            return False
        return True

    def _fail(self, path: str, error: OSError) -> None:
        self.failed.emit(StorageFailed(path=path, reason=error.strerror or type(error).__name__))

    def _show_home(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.home)))

    def _ask_for_home(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder ruang kerja"), str(self._services.home.parent))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.choose_home)
        chooser.open()

    def _leave(self) -> None:
        self.keep_identity()
        self.left.emit()

    def _retranslate(self) -> None:
        device = self._services.device
        blocks = " ".join(
            device[at : at + _DEVICE_BLOCK] for at in range(0, len(device), _DEVICE_BLOCK)
        )
        names = [
            f"{words.text(self._services.instruments.get(pin.digest).title)} ({pin.version})"
            for pin in self._services.instruments.installed()
        ]
        lines = (
            self.tr("Kepatuhan versi {version}").format(version=__version__),
            self.tr("Sidik jari perangkat: {device}").format(device=blocks),
            self.tr("Instrumen: {names}").format(names=", ".join(names) or words.NO_VALUE),
            self.tr("Program ini tidak memakai jaringan. Data tersimpan tersandi di perangkat."),
        )
        self.about_label.setText("\n\n".join(lines))
        for label in (self.identity_saved, self.look_saved, self.home_saved):
            label.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_settings()
        self._look_at_identity()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.desk.load_trust(path)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _dropped(event: QDropEvent) -> str:
    """The path of the one file that is being dropped; empty where it is something else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
