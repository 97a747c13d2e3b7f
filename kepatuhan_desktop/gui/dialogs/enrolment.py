"""Have the fingerprints of applicants compared before they are enrolled."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.authority_work import Applicant, Enrolment
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.request_card import RequestCard

_MOST_HEIGHT = 640
_CHROME = 300


class EnrolmentDialog(QDialog):
    """Open with `open()`; after `wanted` its owner calls `accept`, or `tell` who was refused."""

    wanted = Signal(object)
    """A tuple of `Enrolment`."""

    error_bar: ErrorBar
    requests_area: QScrollArea
    requests_column: QVBoxLayout
    work_box: QWidget
    hint_label: QLabel
    cancel_button: QPushButton
    enrol_button: QPushButton

    def __init__(self, applicants: Sequence[Applicant], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "enrolment")
        self.work_box.hide()
        self.cards = [RequestCard(one, self) for one in applicants]
        for place, card in enumerate(self.cards):
            self.requests_column.insertWidget(place, card)
            card.changed.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.enrol_button.clicked.connect(self._enrol)
        self._check()
        first = next((card for card in self.cards if card.applicant.plan), None)
        (first.compared_check if first else self.cancel_button).setFocus()
        wanted = self.requests_column.sizeHint().height() + _CHROME
        self.resize(self.minimumWidth(), min(wanted, _MOST_HEIGHT))

    def tell(self, faults: Mapping[DeviceId, KnownError]) -> None:
        """Who was refused and why; the others are enrolled."""
        self._set_busy(False)
        for card in self.cards:
            plan = card.applicant.plan
            if plan is None or not card.is_ready():
                continue
            card.show_outcome(faults.get(plan.device))
        self._check()

    def _ready(self) -> list[RequestCard]:
        return [card for card in self.cards if card.is_ready()]

    def _enrol(self) -> None:
        chosen = tuple(
            Enrolment(card.applicant.plan.device, card.applicant.data, card.roles())
            for card in self._ready()
            if card.applicant.plan is not None
        )
        if chosen:
            self._set_busy(True)
            self.wanted.emit(chosen)

    def _set_busy(self, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        self.requests_area.setEnabled(not is_busy)
        self.enrol_button.setEnabled(not is_busy)

    def _check(self) -> None:
        count = len(self._ready())
        self.enrol_button.setEnabled(count > 0)
        self.enrol_button.setText(
            self.tr("Dafta&rkan {count} orang").format(count=count)
            if count > 1
            else self.tr("&Daftarkan")
        )
        unticked = sum(card.is_open() for card in self.cards) - count
        self.hint_label.setText(
            self.tr("{count} permohonan belum dicentang dan tidak akan didaftarkan.").format(
                count=unticked
            )
            if unticked
            else ""
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "enrol_button"):
            self._check()
        super().changeEvent(event)
