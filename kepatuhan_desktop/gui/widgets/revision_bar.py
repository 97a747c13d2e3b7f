"""Say that an earlier revision is being looked at, and lead back to the present one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kepatuhan_desktop.domain.history import Revision
from kepatuhan_desktop.gui import icons, words


class RevisionBar(QFrame):
    """Hidden until something else than the present pages is shown."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Revision, bool] | None = None
        self.setProperty("role", "banner")
        self.setProperty("tone", "primary")
        icon = QLabel(self)
        icons.assign(icon, "history", "primary")
        self.text_label = QLabel(self)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.text_label.setWordWrap(True)
        self.back_button = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 7, 20, 7)
        row.setSpacing(14)
        row.addWidget(icon)
        row.addWidget(self.text_label, 1)
        row.addWidget(self.back_button)
        self.back_button.clicked.connect(self.left)
        self.hide()

    def show_revision(self, revision: Revision | None, *, is_stamped: bool = False) -> None:
        """Say which signed pages are shown; None hides the bar."""
        self._shown = None if revision is None else (revision, is_stamped)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "back_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setVisible(self._shown is not None)
        if self._shown is None:
            return
        revision, is_stamped = self._shown
        if is_stamped:
            text = self.tr("Menampilkan berkas ber-TTE untuk revisi {revision}.")
        elif revision.is_present:
            text = self.tr("Menampilkan revisi {revision} seperti yang ditandatangani, {moment}.")
        else:
            text = self.tr(
                "Menampilkan revisi {revision} seperti yang ditandatangani, {moment}. Revisi ini "
                "bukan yang berlaku sekarang."
            )
        seal = revision.seal
        self.text_label.setText(
            text.format(revision=seal.revision, moment=words.moment(seal.sealed_at))
        )
        self.back_button.setText(self.tr("Kembali ke yan&g sekarang"))
