"""Show one enrolment in full, with what can be done about it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.standing_words import standing_tone, standing_word
from kepatuhan_desktop.gui.trust_words import reason_word, role_words
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.fingerprint import FingerprintView
from kepatuhan_desktop.services.authorities import Holder, Standing


class PersonPanel(QFrame):
    """Says what is wanted; the page does it."""

    renewal_wanted = Signal()
    revocation_wanted = Signal()

    person_stack: QStackedWidget
    person_page: QWidget
    nobody_page: QWidget
    state_badge: Badge
    person_name: QLabel
    person_nip: QLabel
    roles_value: QLabel
    validity_value: QLabel
    reason_box: QWidget
    reason_value: QLabel
    fingerprint_view: FingerprintView
    renew_button: QPushButton
    revoke_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder: Holder | None = None
        self._is_busy = False
        forms.load(self, "person_panel")
        self.renew_button.clicked.connect(self.renewal_wanted)
        self.revoke_button.clicked.connect(self.revocation_wanted)
        self._retranslate()

    def show_holder(self, holder: Holder | None) -> None:
        """Show somebody, or nobody."""
        self._holder = holder
        self._retranslate()

    def set_busy(self, is_busy: bool) -> None:
        """Close the buttons while something is being done."""
        self._is_busy = is_busy
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "revoke_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        one = self._holder
        self.person_stack.setCurrentWidget(self.person_page if one else self.nobody_page)
        if one is None:
            return
        is_revoked = one.standing == Standing.REVOKED
        self.state_badge.show_state(standing_word(one.standing), standing_tone(one.standing))
        self.person_name.setText(one.name)
        parts = (one.nip and f"NIP {one.nip}", one.position)
        self.person_nip.setText("\n".join(part for part in parts if part))
        self.person_nip.setVisible(any(parts))
        self.roles_value.setText(role_words(one.roles))
        self.validity_value.setText(
            self.tr("{first} – {last}").format(
                first=words.day(one.valid_from), last=words.day(one.valid_until)
            )
        )
        self.reason_box.setVisible(is_revoked)
        if is_revoked:
            reason = reason_word(one.reason) if one.reason else words.NO_VALUE
            self.reason_value.setText(f"{words.day(one.revoked_since or '')} · {reason}")
        self.fingerprint_view.show_groups(one.fingerprint)
        for button in (self.renew_button, self.revoke_button):
            button.setVisible(not is_revoked)
            button.setEnabled(not self._is_busy)
