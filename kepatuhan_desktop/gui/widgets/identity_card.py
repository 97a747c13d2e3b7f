"""Show who signs at this device, and whether an authority vouches for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.trust_words import role_words
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.fingerprint import FingerprintView
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import IdentityStatus


class IdentityCard(QFrame):
    """Stores nothing; says what it is told and what is wanted."""

    request_wanted = Signal()
    trust_wanted = Signal()
    copied = Signal()
    """The fingerprint is on the clipboard."""

    state_notice: StateNotice
    who_label: ElidedLabel
    nip_label: QLabel
    roles_label: QLabel
    key_box: QWidget
    fingerprint_view: FingerprintView
    fingerprint_note: QLabel
    copy_button: QToolButton
    list_notice: StateNotice
    request_button: QPushButton
    trust_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: IdentityStatus | None = None
        forms.load(self, "identity_card")
        self.request_button.clicked.connect(self.request_wanted)
        self.trust_button.clicked.connect(self.trust_wanted)
        self.copy_button.clicked.connect(self._copy)

    def show_status(self, status: "IdentityStatus") -> None:
        """Show this state."""
        self._status = status
        self._retranslate()

    def _copy(self) -> None:
        self.fingerprint_view.copy()
        self.copied.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "trust_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        status = self._status
        if status is None:
            return
        self.state_notice.show_state(*self._state(status))
        self.who_label.show_text(status.name or words.NO_VALUE)
        self.nip_label.setText(f"NIP {status.nip}")
        self.nip_label.setVisible(bool(status.nip))
        self.roles_label.setText(role_words(Role(role) for role in status.roles))
        self.fingerprint_view.show_groups(status.fingerprint)
        self.fingerprint_note.setVisible(not status.is_registered)
        self.request_button.setEnabled(bool(status.name))
        self.list_notice.setVisible(status.trust_version is not None)
        if status.trust_version is not None:
            self.list_notice.show_state(*self._list(status))

    def _state(self, status: "IdentityStatus") -> tuple[str, Zone, str, str]:
        if not status.name:
            return (
                "user",
                "neutral",
                self.tr("Belum ada nama"),
                self.tr("Isi nama auditor di sebelah kiri; kuncinya disiapkan oleh program."),
            )
        if status.is_revoked:
            return (
                "shield-x",
                "red",
                self.tr("Dicabut"),
                self.tr(
                    "Otoritas mencabut pendaftaran perangkat ini, sehingga kuncinya tidak dapat "
                    "dipakai lagi untuk menandatangani. Hubungi kantor pusat."
                ),
            )
        until = words.day(status.valid_until or "")
        if status.authority and status.is_expired:
            return (
                "shield-alert",
                "yellow",
                self.tr("Pendaftaran sudah habis masa berlakunya"),
                self.tr(
                    "Pada {authority}, sampai {date}. Kirimkan permohonan baru ke kantor pusat."
                ).format(authority=status.authority, date=until),
            )
        if status.is_registered:
            return (
                "shield-check",
                "green",
                self.tr("Terdaftar pada {authority}").format(authority=status.authority),
                self.tr("Berlaku sampai {date}").format(date=until),
            )
        return ("circle-dashed", "neutral", self.tr("Belum terdaftar"), self._why_not(status))

    def _why_not(self, status: "IdentityStatus") -> str:
        if status.trust_version is not None:
            return self.tr(
                "Otoritas sudah dipercaya, tetapi berkas kepercayaannya tidak memuat pendaftaran "
                "yang berlaku untuk nama dan kunci ini. Kirimkan permohonan, lalu muat berkas "
                "yang baru."
            )
        return self.tr(
            "Tanda tangan sudah melindungi isi dari perubahan, tetapi belum ada otoritas yang "
            "menjamin bahwa kunci ini milik Anda. Kirimkan permohonan ke kantor pusat."
        )

    def _list(self, status: "IdentityStatus") -> tuple[str, Zone, str, str]:
        since = words.day(status.revocations_from or "") or words.NO_VALUE
        if status.is_list_old:
            return (
                "clock",
                "yellow",
                self.tr("Daftar pencabutan sudah lama: {date}").format(date=since),
                self.tr(
                    "Pencabutan sesudah itu belum dikenal di sini. Minta berkas kepercayaan "
                    "terbaru dari kantor pusat; menandatangani tetap dapat dilakukan."
                ),
            )
        return (
            "history",
            "neutral",
            "",
            self.tr("Berkas kepercayaan versi {version} · daftar pencabutan {date}").format(
                version=status.trust_version, date=since
            ),
        )
