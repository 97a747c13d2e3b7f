"""Take one person's signature, or the refusal to give it."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Signature, Stroke
from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.clamped_label import ClampedLabel
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad
from kepatuhan_desktop.services.sealing import OwnKey


class Signing(NamedTuple):
    """What a card holds; nothing of it is stored before the seal."""

    person: Person
    strokes: tuple[Stroke, ...] = ()
    refused_because: str = ""
    key: OwnKey | None = None
    """A certificate file of the head's own, still closed; None: a key for this act alone."""

    def signature(self, role: str) -> Signature:
        """As the seal wants it."""
        person, strokes, refused, _ = self
        return Signature(role=role, person=person, strokes=strokes, refused_because=refused)


class SignerCard(QWidget):
    """Person, pad, undo and clear; a head of unit can be corrected and can refuse."""

    changed = Signal()
    refusal_requested = Signal()
    key_requested = Signal()
    """The head wants to sign with a certificate of their own."""

    title_label: QLabel
    person_label: ClampedLabel
    state_badge: Badge
    fields_box: QWidget
    name_edit: QLineEdit
    nip_edit: QLineEdit
    position_edit: QLineEdit
    pad: SignaturePad
    refusal_box: QFrame
    refusal_label: QLabel
    undo_button: QToolButton
    clear_button: QToolButton
    refuse_button: QPushButton
    revoke_button: QPushButton
    key_button: QPushButton
    key_box: QFrame
    key_label: QLabel
    drop_key_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._is_head = False
        self._read_only = False
        self._person = Person(name="")
        self._refused_because = ""
        self._is_withdrawn = False
        self._key: OwnKey | None = None
        forms.load(self, "signer_card")
        self.pad.changed.connect(self._on_change)
        for edit in (self.name_edit, self.nip_edit, self.position_edit):
            edit.textEdited.connect(self._on_change)
        self.undo_button.clicked.connect(self.pad.undo_stroke)
        self.clear_button.clicked.connect(self.pad.clear)
        self.refuse_button.clicked.connect(self.refusal_requested)
        self.revoke_button.clicked.connect(self.revoke)
        self.key_button.clicked.connect(self.key_requested)
        self.drop_key_button.clicked.connect(self.drop_key)
        self._refresh()

    def name_role(self, title: str, *, is_head: bool) -> None:
        """Whose signature this is, in words; only a head of unit has fields and can refuse."""
        self._title, self._is_head = title, is_head
        self._refresh()

    def show_signing(
        self, signing: Signing, *, read_only: bool, is_withdrawn: bool = False
    ) -> None:
        """Show what was entered so far, or for good."""
        self._is_withdrawn = is_withdrawn
        self._person = signing.person
        self._read_only = read_only
        self.name_edit.setText(signing.person.name)
        self.nip_edit.setText(signing.person.nip)
        self.position_edit.setText(signing.person.position)
        self.pad.set_strokes(signing.strokes)
        self.pad.set_read_only(read_only)
        self._refused_because = signing.refused_because
        self._key = signing.key
        self._refresh()

    def signing(self) -> Signing:
        """What stands on the card."""
        strokes = () if self._refused_because else tuple(map(tuple, self.pad.strokes()))
        key = None if self._refused_because else self._key
        return Signing(self.person(), strokes, self._refused_because, key)

    def person(self) -> Person:
        """Who signs."""
        if not self._is_head or self._read_only:
            return self._person
        return Person(
            name=self.name_edit.text().strip(),
            nip=self.nip_edit.text().strip(),
            position=self.position_edit.text().strip(),
        )

    def is_done(self) -> bool:
        """Signed, or refused with a reason."""
        return bool(self._refused_because) or not self.pad.is_empty()

    def refuse(self, reason: str) -> None:
        """The person gives this reason instead of a signature."""
        self._refused_because = reason
        self._on_change()
        self.revoke_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def revoke(self) -> None:
        """The refusal is taken back; strokes drawn before are there again."""
        self._refused_because = ""
        self._on_change()
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def use_key(self, key: OwnKey) -> None:
        """Sign with this certificate instead of a key for this act alone."""
        self._key = key
        self._on_change()
        self.drop_key_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_key(self) -> None:
        """Sign with a key for this act alone, as everybody does who has no certificate."""
        self._key = None
        self._on_change()
        self.key_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "pad"):
            self._refresh()
        super().changeEvent(event)

    def _on_change(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        refused, open_ = bool(self._refused_because), not self._read_only
        person = self.person()
        self.title_label.setText(self._title)
        post = [person.position, person.nip and f"NIP {person.nip}"]
        below = " · ".join(part for part in post if part)
        is_form = self._is_head and open_
        self.person_label.setVisible(not is_form)
        self.person_label.show_text("\n".join(part for part in (person.name, below) if part))
        self.fields_box.setVisible(is_form)
        self.pad.setVisible(not refused)
        self.refusal_box.setVisible(refused)
        self.refusal_label.setText(self._refused_because)
        has_strokes = not self.pad.is_empty()
        self.undo_button.setVisible(open_ and not refused)
        self.clear_button.setVisible(open_ and not refused)
        self.undo_button.setEnabled(has_strokes)
        self.clear_button.setEnabled(has_strokes)
        self.refuse_button.setVisible(is_form and not refused)
        self.revoke_button.setVisible(is_form and refused)
        self.key_button.setVisible(is_form and not refused and self._key is None)
        self.key_box.setVisible(is_form and not refused and self._key is not None)
        if self._key is not None:
            text = self.tr("Dengan sertifikat {name}. Kata sandinya diminta saat mengunci.")
            self.key_label.setText(text.format(name=self._key.name))
        if self._is_withdrawn:
            self.state_badge.show_state(self.tr("Ditarik"), "red")
        elif refused:
            self.state_badge.show_state(self.tr("Menolak"), "yellow")
        elif has_strokes:
            self.state_badge.show_state(self.tr("Sudah tanda tangan"), "green")
        else:
            self.state_badge.show_state(self.tr("Belum tanda tangan"), "neutral")
        self.pad.set_name(self.tr("Tanda tangan {who}").format(who=self._title))
        undo = self.tr("Hapus goresan terakhir {who}").format(who=self._title)
        self.undo_button.setAccessibleName(undo)
        clear = self.tr("Hapus tanda tangan {who}").format(who=self._title)
        self.clear_button.setAccessibleName(clear)
