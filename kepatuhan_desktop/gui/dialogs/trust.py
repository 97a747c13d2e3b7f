"""Show what a trust file would change, and have its authority compared at the first time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kepatuhan_desktop.gui import forms, icons, theme, words
from kepatuhan_desktop.gui.dialogs.fitting import fit
from kepatuhan_desktop.gui.widgets.change_lines import ChangeLine, ChangeLines
from kepatuhan_desktop.gui.widgets.fingerprint import FingerprintEntry

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import TrustPlan


class TrustDialog(QDialog):
    """Open with `open()`.

    An authority that this device does not know yet is trusted only by whoever types half of
    its fingerprint, which the dialog does not show.
    """

    agreed = Signal(object)
    """The `TrustPlan`, which may be adopted now."""

    title_label: QLabel
    what_label: QLabel
    authority_label: QLabel
    version_label: QLabel
    change_lines: ChangeLines
    compare_box: QWidget
    fingerprint_entry: FingerprintEntry
    compare_hint: QLabel
    cancel_button: QPushButton
    adopt_button: QPushButton

    def __init__(self, plan: "TrustPlan", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        forms.load(self, "trust")
        self.compare_box.setVisible(plan.is_first)
        self.adopt_button.setVisible(plan.is_news)
        self.cancel_button.setDefault(not plan.is_news)
        self.fingerprint_entry.changed.connect(self._judge)
        self.cancel_button.clicked.connect(self.reject)
        self.adopt_button.clicked.connect(self._agree)
        if plan.is_first:
            self.fingerprint_entry.ask_for(plan.fingerprint)
        self._retranslate()
        (self.fingerprint_entry if plan.is_first else self.adopt_button).setFocus()
        fit(self)

    def _may_adopt(self) -> bool:
        return not self._plan.is_first or self.fingerprint_entry.is_right()

    def _agree(self) -> None:
        if self._may_adopt():
            self.agreed.emit(self._plan)
            self.accept()

    def _judge(self) -> None:
        wrong = self.fingerprint_entry.wrong_groups()
        is_right = self.fingerprint_entry.is_right()
        if wrong:
            text = self.tr(
                "Kelompok {numbers} tidak cocok. Minta dibacakan sekali lagi; bila tetap berbeda, "
                "berkas ini bukan dari kantor pusat dan jangan dimuat."
            ).format(numbers=", ".join(map(str, wrong)))
        elif is_right:
            text = "✓ " + self.tr("Cocok. Bandingkan juga keempat kelompok yang sudah tampak.")
        else:
            text = self.tr("Empat kelompok yang kosong: yang pertama, kedua, ketujuh, kedelapan.")
        self.compare_hint.setText(text)
        theme.set_role(self.compare_hint, "red" if wrong else "green" if is_right else "", "tone")
        self.fingerprint_entry.setAccessibleDescription(text)
        self.adopt_button.setEnabled(self._may_adopt())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "adopt_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        plan = self._plan
        if plan.is_first:
            title = self.tr("Percayai otoritas ini?")
            what = self.tr(
                "Perangkat ini akan percaya kepada setiap orang yang didaftarkan otoritas ini. "
                "Pastikan dahulu bahwa berkasnya benar-benar dari kantor pusat."
            )
            action = self.tr("&Percayai otoritas ini")
        elif plan.is_news:
            title = self.tr("Berkas kepercayaan yang lebih baru")
            what = self.tr("Ditandatangani oleh otoritas yang sudah dipercaya perangkat ini.")
            action = self.tr("Pakai ber&kas ini")
        else:
            title = self.tr("Berkas ini sudah dimuat")
            what = self.tr("Isinya sama dengan yang sudah dipakai perangkat ini.")
            action = ""
        self.title_label.setText(title)
        self.what_label.setText(what)
        self.adopt_button.setText(action)
        icons.assign(self.adopt_button, "shield-check")
        self.cancel_button.setText(self.tr("&Batal") if plan.is_news else self.tr("&Tutup"))
        self.authority_label.setText(plan.authority)
        day = words.day(plan.issued_at)
        self.version_label.setText(
            self.tr("Versi {version} menggantikan versi {known} · diterbitkan {date}").format(
                version=plan.version, known=plan.known_version, date=day
            )
            if plan.is_news and not plan.is_first
            else self.tr("Versi {version} · diterbitkan {date}").format(
                version=plan.version, date=day
            )
        )
        self.change_lines.show_lines(self._lines(plan))
        self._judge()

    def _lines(self, plan: "TrustPlan") -> list[ChangeLine]:
        lines = []
        if plan.revokes_me:
            text = self.tr(
                "Pendaftaran perangkat ini dicabut; kuncinya tidak dapat dipakai lagi untuk "
                "menandatangani"
            )
            lines.append(ChangeLine("shield-x", "red", text))
        if plan.gives_me_certificate:
            lines.append(ChangeLine("badge-check", "green", self.tr("Anda menjadi terdaftar")))
        if plan.replaces_root:
            text = self.tr(
                "Kunci otoritas diganti; kunci yang lama mengesahkan yang baru. Sidik jari barunya "
                "{fingerprint}"
            ).format(fingerprint=" ".join(plan.fingerprint))
            lines.append(ChangeLine("key-round", "yellow", text))
        enrolled = self.tr("{people} perangkat terdaftar, {revoked} pendaftaran dicabut").format(
            people=plan.people, revoked=plan.revoked
        )
        lines.append(ChangeLine("users", "neutral", enrolled))
        if plan.recipients:
            text = self.tr("{count} kunci kantor pusat untuk menerima paket").format(
                count=plan.recipients
            )
            lines.append(ChangeLine("inbox", "neutral", text))
        if plan.revocations_until:
            text = self.tr("Daftar pencabutan dianggap baru sampai {date}").format(
                date=words.day(plan.revocations_until)
            )
            lines.append(ChangeLine("clock", "neutral", text))
        return lines
