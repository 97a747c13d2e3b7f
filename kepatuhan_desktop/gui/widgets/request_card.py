"""Show one request for an enrolment, to be compared with what the applicant reads aloud."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QWidget

from kepatuhan_desktop import messages
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.authority_work import Applicant
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.fingerprint import FingerprintView
from kepatuhan_desktop.services.authorities import RequestPlan


class RequestCard(QFrame):
    """A file that is no request shows why instead."""

    changed = Signal()

    name_label: QLabel
    nip_label: QLabel
    state_badge: Badge
    fingerprint_view: FingerprintView
    compared_check: QCheckBox
    auditor_check: QCheckBox
    headquarters_check: QCheckBox
    note_label: QLabel
    fault_label: QLabel

    def __init__(self, applicant: Applicant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.applicant = applicant
        self._fault = applicant.fault
        self._is_enrolled = False
        forms.load(self, "request_card")
        for check in (self.compared_check, self.auditor_check, self.headquarters_check):
            check.toggled.connect(self.changed)
        if applicant.plan is not None:
            self.fingerprint_view.show_groups(applicant.plan.fingerprint)
        if applicant.roles:
            self.auditor_check.setChecked(Role.AUDITOR in applicant.roles)
            self.headquarters_check.setChecked(Role.HEADQUARTERS in applicant.roles)
        self._retranslate()

    def roles(self) -> tuple[Role, ...]:
        """What the person would be enrolled as."""
        checks = {Role.AUDITOR: self.auditor_check, Role.HEADQUARTERS: self.headquarters_check}
        return tuple(role for role, check in checks.items() if check.isChecked())

    def is_open(self) -> bool:
        """A request that can still be enrolled."""
        plan = self.applicant.plan
        return plan is not None and not plan.is_key_stolen and not self._is_enrolled

    def is_ready(self) -> bool:
        """Compared, and for something."""
        return self.is_open() and self.compared_check.isChecked() and bool(self.roles())

    def show_outcome(self, fault: KnownError | None) -> None:
        """Enrolled, or refused for that reason."""
        self._fault = fault
        self._is_enrolled = fault is None
        self.compared_check.setChecked(False)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "fault_label"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        plan = self.applicant.plan
        self.name_label.setText(plan.name if plan else self.applicant.file)
        self.nip_label.setText(self._below(plan) if plan else "")
        self.nip_label.setVisible(plan is not None)
        self.fingerprint_view.setVisible(plan is not None)
        for check in (self.compared_check, self.auditor_check, self.headquarters_check):
            check.setVisible(self.is_open())
        is_known = plan is not None and plan.enrolled_as is not None
        self.state_badge.setVisible(is_known or self._is_enrolled)
        if self._is_enrolled:
            self.state_badge.show_state(self.tr("Didaftarkan"), "green")
        else:
            self.state_badge.show_state(self.tr("Sudah terdaftar"), "neutral")
        notes = self._notes(plan) if plan else []
        self.note_label.setText("\n".join(notes))
        self.note_label.setVisible(bool(notes))
        self.fault_label.setText(
            messages.sentence(self._fault, words.language()) if self._fault else ""
        )
        self.fault_label.setVisible(self._fault is not None)
        who = self.name_label.text()
        self.compared_check.setAccessibleName(
            self.tr("Sidik jari {who} sudah dicocokkan").format(who=who)
        )
        self.auditor_check.setAccessibleName(self.tr("{who}: Auditor").format(who=who))
        self.headquarters_check.setAccessibleName(self.tr("{who}: Kantor pusat").format(who=who))

    def _below(self, plan: RequestPlan) -> str:
        made = self.tr("permohonan {date}").format(date=words.day(plan.made_at))
        parts = (plan.nip and f"NIP {plan.nip}", plan.position, made)
        return " · ".join(part for part in parts if part)

    def _notes(self, plan: RequestPlan) -> list[str]:
        notes = []
        if plan.is_key_stolen:
            notes.append(
                self.tr("Kunci ini pernah dicabut karena hilang atau dicuri; tidak didaftarkan.")
            )
        if plan.enrolled_as is not None and plan.enrolled_as != plan.name:
            notes.append(
                self.tr("Perangkat ini masih terdaftar atas nama {name}; cabut dahulu.").format(
                    name=plan.enrolled_as
                )
            )
        if plan.other_devices:
            notes.append(
                self.tr("NIP ini juga terdaftar pada perangkat lain ({count}).").format(
                    count=plan.other_devices
                )
            )
        return notes
