"""Say what became of a seal, and offer what can still be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.seal import Seal, Stamp
from kepatuhan_desktop.gui import icons, words
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.assessments import Overview


class AfterSeal(QWidget):
    """Notices first, then the buttons; hides itself where nothing is closed."""

    amend_requested = Signal()
    withdraw_requested = Signal()
    stamp_requested = Signal()
    return_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._stamps: Sequence[Stamp] = ()
        self._can_return = False
        self.setProperty("role", "clear")
        self.returned_notice = StateNotice(self)
        self.withdrawn_notice = StateNotice(self)
        self.rival_notice = StateNotice(self)
        self.late_notice = StateNotice(self)
        self.stamp_notice = StateNotice(self)
        self.return_button = QPushButton(self)
        self.amend_button = QPushButton(self)
        self.stamp_button = QPushButton(self)
        self.withdraw_button = QPushButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (*self._notices(), self.return_button, self.amend_button):
            column.addWidget(part)
        column.addWidget(self.stamp_button)
        column.addWidget(self.withdraw_button)
        self.return_button.clicked.connect(self.return_requested)
        self.amend_button.clicked.connect(self.amend_requested)
        self.stamp_button.clicked.connect(self.stamp_requested)
        self.withdraw_button.clicked.connect(self.withdraw_requested)
        self.hide()

    def show_overview(self, overview: Overview, stamps: Sequence[Stamp] = ()) -> None:
        """Show what became of the seal of this assessment, and its stamped files."""
        self._overview, self._stamps = overview, stamps
        self._retranslate()

    def allow_return(self, can_return: bool) -> None:
        """Whether this is a device of headquarters, which may send the seal back."""
        self._can_return = can_return
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "withdraw_button"):
            self._retranslate()
        super().changeEvent(event)

    def _notices(self) -> tuple[StateNotice, ...]:
        return (
            self.returned_notice,
            self.withdrawn_notice,
            self.rival_notice,
            self.late_notice,
            self.stamp_notice,
        )

    def _retranslate(self) -> None:
        overview = self._overview
        seal = overview.assessment.seal if overview is not None else None
        is_sealed = overview is not None and overview.assessment.is_sealed
        self.setVisible(is_sealed)
        if overview is None or seal is None or not is_sealed:
            return
        self._show_returned(overview)
        self._show_withdrawn(overview)
        self._show_rivals(overview, seal)
        self._show_late(overview)
        self._show_stamps()
        self.return_button.setVisible(self._can_return)
        is_back = bool(overview.assessment.returns)
        self.return_button.setText(
            self.tr("Ubah pengembalia&n…") if is_back else self.tr("Kembalikan ke a&uditor…")
        )
        icons.assign(self.return_button, "undo-2")
        self.amend_button.setText(self.tr("Buka ko&reksi…"))
        icons.assign(self.amend_button, "pen-line")
        self.stamp_button.setText(self.tr("Muat berkas ber-TT&E…"))
        icons.assign(self.stamp_button, "stamp")
        self.withdraw_button.setText(self.tr("Tarik tan&da tangan…"))
        icons.assign(self.withdraw_button, "circle-minus")
        withdrawn = overview.assessment.acts.withdrawn
        signed = [one for one in seal.signatures if not one.refused_because]
        self.withdraw_button.setEnabled(any(one.role not in withdrawn for one in signed))

    def _show_returned(self, overview: Overview) -> None:
        returns = overview.assessment.returns
        self.returned_notice.setVisible(bool(returns))
        if not returns:
            return
        lines = list(dict.fromkeys(said.reason for said in returns))
        commented = {one for said in returns for one in said.comments}
        if commented:
            lines.append(
                self.tr("Komentar pada {count} pertanyaan; tampil saat koreksi dibuka.").format(
                    count=len(commented)
                )
            )
        who = ", ".join(dict.fromkeys(said.person.name for said in returns if said.person.name))
        title = self.tr("Dikembalikan pusat: {who}").format(who=who)
        self.returned_notice.show_state(
            "undo-2", "yellow", title if who else self.tr("Dikembalikan pusat"), "\n".join(lines)
        )

    def _show_withdrawn(self, overview: Overview) -> None:
        withdrawn = overview.assessment.acts.withdrawn.values()
        self.withdrawn_notice.setVisible(bool(withdrawn))
        lines = [
            self.tr("{who} ({role}): {reason}").format(
                who=one.person.name, role=words.role(one.role), reason=one.reason
            )
            for one in withdrawn
        ]
        self.withdrawn_notice.show_state(
            "circle-minus", "red", words.withdrawn_word(), "\n".join(lines)
        )

    def _show_rivals(self, overview: Overview, seal: Seal) -> None:
        self.rival_notice.setVisible(bool(overview.rivals))
        others = ", ".join(
            self.tr("{score} · {category} pada {moment}").format(
                score=words.number(one.seal.score),
                category=one.seal.category,
                moment=words.moment(one.seal.sealed_at),
            )
            for one in overview.rivals
        )
        self.rival_notice.show_state(
            "triangle-alert",
            "red",
            self.tr("Dua perangkat menandatangani revisi {revision}").format(
                revision=seal.revision
            ),
            self.tr(
                "Yang lain: {others}. Semua perangkat menampilkan yang sama; buka koreksi untuk "
                "menyatukannya dalam revisi berikutnya."
            ).format(others=others),
        )

    def _show_stamps(self) -> None:
        self.stamp_notice.setVisible(bool(self._stamps))
        lines = [
            self.tr("{name}, menurut sertifikat dari {issuer}").format(
                name=one.name, issuer=one.issuer
            )
            for one in self._stamps
        ]
        self.stamp_notice.show_state(
            "stamp", "primary", self.tr("Berkas ber-TTE tersimpan"), "\n".join(lines)
        )

    def _show_late(self, overview: Overview) -> None:
        self.late_notice.setVisible(bool(overview.late))
        self.late_notice.show_state(
            "clock",
            "yellow",
            self.tr("{count} isian datang setelah penandatanganan").format(
                count=len(overview.late)
            ),
            self.tr("Tidak mengubah nilai ini; baru dihitung dalam revisi berikutnya."),
        )
