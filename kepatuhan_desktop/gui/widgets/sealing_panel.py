"""Hold what a seal needs: what is missing, place, signatures and the remarks of the office."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import NotScored
from kepatuhan_desktop.domain.seal import Seal, Signature, Stamp
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.models.gaps import gaps_of
from kepatuhan_desktop.gui.theme import set_role
from kepatuhan_desktop.gui.trust_words import signing_line
from kepatuhan_desktop.gui.widgets.after_seal import AfterSeal
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.missing_list import MissingList
from kepatuhan_desktop.gui.widgets.note_edit import NoteEdit
from kepatuhan_desktop.gui.widgets.saved_label import SavedLabel
from kepatuhan_desktop.gui.widgets.signer_card import SignerCard, Signing
from kepatuhan_desktop.services.assessments import Overview
from kepatuhan_desktop.services.sealing import AUDITOR, UNIT_HEAD

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import IdentityStatus


class Unsealed(NamedTuple):
    """What was entered for a seal that is not made yet; lives as long as the program."""

    place: str
    auditor: Signing
    head: Signing

    def signatures(self) -> tuple[Signature, Signature]:
        """As the seal wants them."""
        return self.auditor.signature(AUDITOR), self.head.signature(UNIT_HEAD)


class SealingPanel(QFrame):
    """The right side of the review; stores nothing itself."""

    edited = Signal()
    """Place, person or signature changed: see `entered`."""
    chosen = Signal(str)
    """An indicator that lacks something."""
    conflict_chosen = Signal(str)
    """The slot of a conflict that keeps it from being sealed."""
    seal_requested = Signal()
    """Nothing is lacking, and the user wants to seal."""
    stop_requested = Signal()
    refusal_requested = Signal()

    panel_scroll: QScrollArea
    sealed_box: QFrame
    sealed_title: QLabel
    sealed_label: QLabel
    after_seal: AfterSeal
    complete_box: QFrame
    complete_label: QLabel
    missing_box: QWidget
    missing_badge: Badge
    missing_list: MissingList
    score_label: QLabel
    score_badge: Badge
    score_caption: QLabel
    unofficial_label: QLabel
    place_label: QLabel
    place_edit: QLineEdit
    auditor_card: SignerCard
    head_card: SignerCard
    remark_edit: NoteEdit
    remark_state: SavedLabel
    meaning_box: QFrame
    key_label: QLabel
    footer: QFrame
    reason_label: QLabel
    work_box: QWidget
    work_bar: QProgressBar
    work_label: QLabel
    stop_button: QPushButton
    seal_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._identity: IdentityStatus | None = None
        self._work = ""
        self._is_locked = False
        forms.load(self, "sealing_panel")
        self.missing_list.chosen.connect(self.chosen)
        self.missing_list.conflict_chosen.connect(self.conflict_chosen)
        self.place_edit.textEdited.connect(self._on_edit)
        self.auditor_card.changed.connect(self._on_edit)
        self.head_card.changed.connect(self._on_edit)
        self.head_card.refusal_requested.connect(self.refusal_requested)
        self.remark_edit.typing.connect(self.remark_state.show_pending)
        self.stop_button.clicked.connect(self.stop_requested)
        self.seal_button.clicked.connect(self.ask)
        self._retranslate()

    def show_overview(self, overview: Overview, stamps: Sequence[Stamp] = ()) -> None:
        """Show the state; what was entered stays."""
        self._overview = overview
        self.after_seal.show_overview(overview, stamps)
        self.remark_edit.show_text(overview.assessment.remark)
        self._retranslate()

    def begin(self, entered: Unsealed, *, read_only: bool, withdrawn: Collection[str] = ()) -> None:
        """Show what was entered so far, or what a seal holds; `withdrawn` names roles."""
        self.place_edit.setText(entered.place)
        for card, signing, role in (
            (self.auditor_card, entered.auditor, AUDITOR),
            (self.head_card, entered.head, UNIT_HEAD),
        ):
            card.show_signing(signing, read_only=read_only, is_withdrawn=role in withdrawn)
        self.remark_edit.setReadOnly(read_only)
        self.remark_edit.forget()
        self.remark_state.show_nothing()

    def entered(self) -> Unsealed:
        """What stands in the fields."""
        return Unsealed(
            self.place_edit.text().strip(), self.auditor_card.signing(), self.head_card.signing()
        )

    def show_identity(self, status: "IdentityStatus") -> None:
        """Say which key will sign, and who vouches for it."""
        self._identity = status
        self._retranslate_key()

    def score(self) -> str:
        """The score with its category, in words."""
        return f"{self.score_label.text()} · {self.score_badge.text()}"

    def show_work(self, text: str, *, locks: bool) -> None:
        """Say that something runs, which can be stopped; `locks` closes the fields meanwhile."""
        self._work, self._is_locked = text, locks
        self.work_bar.setRange(0, 0)
        self.work_label.setText(text)
        self._refresh()

    def show_step(self, done: int, total: int) -> None:
        """How far it is."""
        self.work_bar.setRange(0, total)
        self.work_bar.setValue(done)

    def go_to_start(self) -> None:
        """Put the focus where there is something to do first."""
        self.panel_scroll.verticalScrollBar().setValue(0)
        target: QWidget = self.auditor_card.pad
        if self.missing_list.count():
            target = self.missing_list
        if self._is_sealed():
            target = self.after_seal.amend_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the seal, or go to the first thing that it lacks."""
        if self._work or self._is_sealed():
            return
        lacking = self._lacking()
        if lacking:
            lacking[0][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.panel_scroll.ensureWidgetVisible(lacking[0][1])
        else:
            self.seal_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "seal_button"):
            self._retranslate()
        super().changeEvent(event)

    def _is_sealed(self) -> bool:
        return self._overview is not None and self._overview.assessment.is_sealed

    def _on_edit(self) -> None:
        self._refresh()
        self.edited.emit()

    def _retranslate(self) -> None:
        """Everything that code writes: for another state and for another language."""
        self.auditor_card.name_role(self.tr("Auditor"), is_head=False)
        self.head_card.name_role(self.tr("Pimpinan unit"), is_head=True)
        self._retranslate_key()
        overview = self._overview
        if overview is None:
            return
        seal = overview.assessment.seal if self._is_sealed() else None
        total = overview.result.total
        shown = None if isinstance(total, NotScored) else total
        self.score_label.setText(words.number(shown.value if shown else None))
        zone = shown.zone if shown else None
        letter = shown.category if shown else None
        self.score_badge.show_state(words.category(letter, zone), words.zone_tone(zone))
        final = overview.result.is_final
        self.score_caption.setText(self.tr("nilai akhir") if final else self.tr("nilai sementara"))
        self.unofficial_label.setVisible(overview.instrument.has_unofficial_weights)
        gaps = gaps_of(overview)
        self.missing_list.show_gaps(gaps)
        self.missing_badge.show_state(str(len(gaps)), "yellow")
        self.missing_box.setVisible(bool(gaps))
        self.complete_box.setVisible(not gaps and seal is None)
        self.complete_label.setText(
            self.tr("{answered} dari {all} indikator terjawab, semua bukti wajib lengkap.").format(
                answered=overview.result.answered, all=overview.result.indicators
            )
        )
        self.sealed_box.setVisible(seal is not None)
        if seal is not None:
            self.missing_box.hide()
            self.sealed_label.setText(
                self.tr("{moment} di {place}. Isinya tidak dapat diubah lagi.").format(
                    moment=words.moment(seal.sealed_at), place=seal.place
                )
            )
            self.sealed_title.setText(
                self.tr("Revisi {revision} terkunci dan ditandatangani").format(
                    revision=seal.revision
                )
                if seal.revision > 1
                else self.tr("Terkunci dan ditandatangani")
            )
        for widget in (self.place_label, self.place_edit, self.meaning_box):
            widget.setVisible(seal is None)
        self._refresh()

    def _retranslate_key(self) -> None:
        status = self._identity
        self.key_label.setVisible(status is not None)
        if status is not None:
            self.key_label.setText(signing_line(status))
            is_lost = status.is_revoked and status.source == "device"
            set_role(self.key_label, "red" if is_lost else "", "tone")

    def _refresh(self) -> None:
        """What can be done now, and why the rest cannot."""
        lacking = [text for text, _ in self._lacking()]
        is_sealed, is_working = self._is_sealed(), bool(self._work)
        self.footer.setVisible(is_working or not is_sealed)
        self.work_box.setVisible(is_working)
        self.seal_button.setVisible(not is_sealed and not is_working)
        self.seal_button.setEnabled(not lacking)
        self.reason_label.setVisible(not is_sealed and not is_working)
        if lacking:
            text = self.tr("Belum dapat dikunci: {what}.").format(what=", ".join(lacking))
        else:
            text = self.tr("Lengkap. Periksa halaman di kiri, lalu kunci.")
        self.reason_label.setText(text)
        set_role(self.reason_label, "yellow" if lacking else "green", "tone")
        for widget in (self.place_edit, self.auditor_card, self.head_card, self.remark_edit):
            widget.setEnabled(not self._is_locked)

    def _lacking(self) -> list[tuple[str, QWidget]]:
        """What the form lacks for a seal, and where to enter it."""
        if self._overview is None or self._is_sealed():
            return []
        lacking: list[tuple[str, QWidget]] = []
        count = self.missing_list.count()
        if count:
            lacking.append(
                (self.tr("{count} hal masih kurang").format(count=count), self.missing_list)
            )
        elif isinstance(self._overview.result.total, NotScored):
            lacking.append((self.tr("belum ada nilai"), self.missing_list))
        if not self.place_edit.text().strip():
            lacking.append((self.tr("tempat"), self.place_edit))
        if not self.auditor_card.is_done():
            lacking.append((self.tr("tanda tangan auditor"), self.auditor_card.pad))
        if not self.head_card.person().name:
            lacking.append((self.tr("nama pimpinan unit"), self.head_card.name_edit))
        if not self.head_card.is_done():
            what = self.tr("tanda tangan pimpinan unit atau alasan menolak")
            lacking.append((what, self.head_card.pad))
        return lacking


def entered_of(seal: Seal) -> Unsealed:
    """What a seal holds, as it was entered."""
    by_role = {signature.role: signature for signature in seal.signatures}
    return Unsealed(seal.place, _signing(by_role.get(AUDITOR)), _signing(by_role.get(UNIT_HEAD)))


def _signing(signature: Signature | None) -> Signing:
    if signature is None:
        return Signing(Person(name=""))
    return Signing(signature.person, signature.strokes, signature.refused_because)
