"""Take a new passphrase twice, and say meanwhile how good it looks."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.models.passphrases import LEAST, Strength, strength
from kepatuhan_desktop.gui.theme import set_role

_TONES = {
    Strength.EMPTY: "",
    Strength.SHORT: "red",
    Strength.WEAK: "yellow",
    Strength.FAIR: "yellow",
    Strength.GOOD: "green",
}


class PassphraseFields(QWidget):
    """Accepts what is long enough and typed the same way twice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_edit = _secret(self, "first_edit")
        self.second_edit = _secret(self, "second_edit")
        self.reveal_button = QToolButton(self)
        self.reveal_button.setObjectName("reveal_button")
        self.reveal_button.setCheckable(True)
        icons.assign(self.reveal_button, "eye", "muted")
        self._first_label = _small(self, self.first_edit)
        self._second_label = _small(self, self.second_edit)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, int(Strength.GOOD))
        self._bar.setTextVisible(False)
        self._hint = _small(self)
        self._match = _small(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.first_edit, 1)
        row.addWidget(self.reveal_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._first_label)
        column.addLayout(row)
        column.addSpacing(2)
        column.addWidget(self._bar)
        column.addWidget(self._hint)
        column.addSpacing(6)
        column.addWidget(self._second_label)
        column.addWidget(self.second_edit)
        column.addWidget(self._match)
        self.setFocusProxy(self.first_edit)
        for edit in (self.first_edit, self.second_edit):
            edit.textChanged.connect(self._judge)
        self.reveal_button.toggled.connect(self._reveal)
        self._retranslate()

    def passphrase(self) -> str:
        """What was typed; empty unless it can be taken."""
        text = self.first_edit.text()
        return text if strength(text) > Strength.SHORT and text == self.second_edit.text() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.first_edit.clear()
        self.second_edit.clear()

    def _reveal(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.first_edit.setEchoMode(mode)
        self.second_edit.setEchoMode(mode)
        icons.assign(self.reveal_button, "eye-off" if is_shown else "eye", "muted")
        self._retranslate()

    def _judge(self) -> None:
        first, second = self.first_edit.text(), self.second_edit.text()
        found = strength(first)
        self._bar.setValue(int(found))
        set_role(self._bar, _TONES[found], "tone")
        words = {
            Strength.EMPTY: self.tr(
                "Paling sedikit {least} huruf; empat kata yang tidak berhubungan mudah diingat."
            ).format(least=LEAST),
            Strength.SHORT: self.tr("Terlalu pendek: {count} dari {least} huruf").format(
                count=len(first), least=LEAST
            ),
            Strength.WEAK: self.tr("Lemah: mudah ditebak. Tambahkan kata lain."),
            Strength.FAIR: self.tr("Cukup. Satu kata lagi membuatnya kuat."),
            Strength.GOOD: self.tr("Kuat"),
        }
        self._hint.setText(words[found])
        set_role(self._hint, _TONES[found], "tone")
        differs = bool(second) and not first.startswith(second)
        is_same = bool(first) and first == second
        self._match.setText(
            self.tr("Tidak sama dengan yang pertama")
            if differs
            else ("✓ " + self.tr("Sama") if is_same else "")
        )
        set_role(self._match, "red" if differs else "green", "tone")
        set_role(self.second_edit, "red" if differs else "", "tone")
        self.second_edit.setAccessibleDescription(self._match.text())
        self.first_edit.setAccessibleDescription(self._hint.text())
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._first_label.setText(self.tr("Frasa sandi"))
        self._second_label.setText(self.tr("Frasa sandi sekali lagi"))
        shown = self.reveal_button.isChecked()
        name = self.tr("Sembunyikan frasa sandi") if shown else self.tr("Tampilkan frasa sandi")
        self.reveal_button.setAccessibleName(name)
        self.reveal_button.setToolTip(name)
        self._judge()


def _secret(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def _small(parent: QWidget, buddy: QWidget | None = None) -> QLabel:
    made = QLabel(parent)
    made.setProperty("role", "small-muted" if buddy is not None else "small")
    made.setWordWrap(buddy is None)
    if buddy is not None:
        made.setBuddy(buddy)
    return made
