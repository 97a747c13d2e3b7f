"""Look the scorecard over, sign it on both sides, seal it, save it and print it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.completeness import status_given
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.organisation import unit_record
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs.refusal import RefusalDialog
from kepatuhan_desktop.gui.dialogs.sealing import SealingDialog, Summary
from kepatuhan_desktop.gui.identity_watch import IdentityWatch
from kepatuhan_desktop.gui.jobs import Jobs, Step
from kepatuhan_desktop.gui.pages.review_acts import ReviewActs
from kepatuhan_desktop.gui.pages.review_pages import ReviewPages
from kepatuhan_desktop.gui.printing import Printing
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.saving import Saving
from kepatuhan_desktop.gui.sealing import Sealer
from kepatuhan_desktop.gui.turns import next_turn
from kepatuhan_desktop.gui.widgets.amendment_banner import AmendmentBanner
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.revision_bar import RevisionBar
from kepatuhan_desktop.gui.widgets.scorecard_preview import ScorecardPreview
from kepatuhan_desktop.gui.widgets.sealing_panel import SealingPanel, Unsealed, entered_of
from kepatuhan_desktop.gui.widgets.signer_card import Signing
from kepatuhan_desktop.gui.widgets.toast import Toast
from kepatuhan_desktop.services.assessments import Overview


class ReviewPage(QWidget):
    """One assessment, as it will be printed or as it was sealed."""

    failed = Signal(object)
    announced = Signal(str, object)
    left = Signal(str)
    """Back to where this assessment is worked on; to the list when it is sealed."""
    sealed = Signal(str)
    indicator_requested = Signal(str, str)
    """An assessment and one of its indicators, which lacks something."""
    conflict_requested = Signal(str, str)
    """An assessment and one of its slots, in which entries disagree."""

    back_button: QPushButton
    subtitle_label: ElidedLabel
    state_badge: Badge
    history_button: QPushButton
    save_button: QPushButton
    print_button: QPushButton
    amendment_banner: AmendmentBanner
    revision_bar: RevisionBar
    body_row: QHBoxLayout

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        refresher: Refresher,
        parent: QWidget | None = None,
        panel: SealingPanel | None = None,
    ) -> None:
        """`panel` is one that was made ahead, in a turn of its own."""
        super().__init__(parent)
        self._services = services
        self._refresher = refresher
        self._overview: Overview | None = None
        self._unsealed: dict[AssessmentId, Unsealed] = {}
        forms.load(self, "review")
        self.preview = ScorecardPreview(jobs, self)
        self.panel = panel or SealingPanel(self)
        self.body_row.addWidget(self.preview, 1)
        self.body_row.addWidget(self.panel)
        self._toast = Toast(self)
        self._sealer = Sealer(services, jobs, self)
        self._saving = Saving(jobs, self)
        self._printing = Printing(jobs, self)
        self._watch = IdentityWatch(services, jobs, self)
        self.acts = ReviewActs(services, jobs, self)
        self.pages = ReviewPages(services, self.preview, self.revision_bar, refresher)
        self._connect()
        self._connect_acts()
        refresher.changed.connect(self._on_changes)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.panel.edited.connect(self._remember)
        self.panel.chosen.connect(self._go_to)
        self.panel.conflict_chosen.connect(self._go_to_conflict)
        self.panel.seal_requested.connect(self._ask_to_seal)
        self.panel.stop_requested.connect(self._stop)
        self.panel.refusal_requested.connect(self._ask_for_reason)
        self.panel.remark_edit.finished.connect(self._save_remark)
        self.preview.changed.connect(self._refresh_buttons)
        self.preview.changed.connect(self._warm_up)
        self.preview.failed.connect(self._fail)
        self._watch.seen.connect(self.panel.show_identity)
        self._watch.failed.connect(self._fail)
        self._toast.acted.connect(self._open_folder)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._fail)
        self._sealer.serve(self.panel.head_card)
        self._sealer.started.connect(self._refresh_work)
        self._sealer.progressed.connect(self._on_step)
        self._sealer.sealed.connect(self._on_sealed)
        self._sealer.cancelled.connect(self._on_not_sealed)
        self._sealer.failed.connect(self._fail)
        self._sealer.failed.connect(self.pages.look_at_losses)
        self._sealer.finished.connect(self._refresh_work)
        self._printing.started.connect(self._refresh_work)
        self._printing.progressed.connect(self._on_step)
        self._printing.printed.connect(self._on_printed)
        self._printing.cancelled.connect(self._on_not_printed)
        self._printing.failed.connect(self._fail)
        self._printing.finished.connect(self._refresh_work)
        for keys, deed in (
            ("Esc", self._leave),
            ("Ctrl+S", self._save),
            ("Ctrl+P", self._print),
            ("Ctrl+Return", self.panel.ask),
            ("Ctrl+Enter", self.panel.ask),
            ("Ctrl+H", self._show_history),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _connect_acts(self) -> None:
        self.history_button.clicked.connect(self._show_history)
        self.panel.after_seal.amend_requested.connect(self._ask_to_amend)
        self.panel.after_seal.withdraw_requested.connect(self._ask_to_withdraw)
        self.panel.after_seal.stamp_requested.connect(self._ask_for_stamped)
        self.panel.after_seal.return_requested.connect(self._ask_to_send_back)
        self.amendment_banner.drop_requested.connect(self._drop)
        self.pages.changed.connect(self._refresh_buttons)
        self.revision_bar.left.connect(self.history_button.setFocus)
        self.acts.changed.connect(self._refresher.changed)
        self.acts.failed.connect(self._fail)
        self.acts.announced.connect(self._announce)
        self.acts.amended.connect(self._on_amended)
        self.acts.looked_at.connect(self.pages.look)

    def show_assessment(self, one: str) -> None:
        """Show this assessment with whatever was entered for its seal in this session."""
        self.panel.remark_edit.flush()
        try:
            overview = self._services.assessments.opened(AssessmentId(one))
        except KnownError as error:
            self.failed.emit(error)
            return
        self._show(overview, is_new=True)
        self._watch.look()
        self.panel.after_seal.allow_return(self._services.receiving.is_headquarters())
        self.panel.go_to_start()

    def _show(self, overview: Overview, *, is_new: bool) -> None:
        before = None if self._overview is None else self._overview.assessment.acts
        self._overview = overview
        state = overview.assessment
        seal = state.seal if state.is_sealed else None
        if is_new or before != state.acts:
            entered = entered_of(seal) if seal is not None else self._entered(overview)
            withdrawn = state.acts.withdrawn if seal is not None else {}
            self.panel.begin(entered, read_only=seal is not None, withdrawn=withdrawn)
        self.panel.show_overview(overview, self.acts.stamps(state.id) if seal else ())
        can_drop = state.is_amending and self.acts.can_drop(state.id)
        self.amendment_banner.show_overview(overview, can_drop=can_drop, is_walk=False)
        self._retranslate()
        self.pages.show_overview(overview, is_new=is_new)

    def _entered(self, overview: Overview) -> Unsealed:
        """What was entered before, or what is known to begin with."""
        auditor = self._services.auditor()
        if not auditor.name.strip():
            auditor = overview.assessment.profile.auditor
        known = self._unsealed.get(overview.assessment.id)
        if known is not None:
            # A signature stays with the person who gave it.
            same = known.auditor.person.name == auditor.name
            now = known.auditor._replace(person=auditor) if same else Signing(auditor)
            return known._replace(auditor=now)
        unit = overview.unit
        head = Person(name=unit.head_name, nip=unit.head_nip, position=unit.head_position)
        return Unsealed(self._usual_place(overview), Signing(auditor), Signing(head))

    def _usual_place(self, overview: Overview) -> str:
        """Where this institution's last seal was made, or else its region."""
        if overview.assessment.seal is not None:
            return overview.assessment.seal.place
        for row in self._services.assessments.rows():
            if row.institution == overview.institution.name and row.revision:
                seal = self._services.assessments.get(row.id).seal
                if seal is not None:
                    return seal.place
        return overview.institution.region or overview.institution.name

    def _is_sealed(self) -> bool:
        return self._overview is not None and self._overview.assessment.is_sealed

    def _on_changes(self, changes: Changes) -> None:
        if self._overview is None or not self.isVisible():
            return
        state = self._overview.assessment
        if not changes.records & {state.record, unit_record(state.profile.unit)}:
            return
        try:
            self._show(self._services.assessments.overview(state.id), is_new=False)
        except KnownError as error:
            self.failed.emit(error)

    def _on_sealed(self, one: str, changes: Changes) -> None:
        self._unsealed.pop(AssessmentId(one), None)
        # To append the seal and to show it takes 50 ms together.
        next_turn(self, partial(self._tell_sealed, one, changes))

    def _tell_sealed(self, one: str, changes: Changes) -> None:
        self._refresher.changed.emit(changes)
        self._announce(self.tr("Penilaian terkunci dan ditandatangani"))
        self.sealed.emit(one)

    def _on_not_sealed(self) -> None:
        text = self.tr("Penguncian dibatalkan; tanda tangan masih ada dan belum ada yang dikunci")
        self._announce(text)

    def _save(self) -> None:
        drawn, overview = self.preview.drawn(), self._overview
        if drawn is not None and overview is not None:
            self._saving.ask(drawn.pdf, self.pages.file_name())

    def _on_saved(self, path: Path) -> None:
        text = self.tr("Tersimpan: {name}").format(name=path.name)
        self._toast.say(text, self.tr("&Buka folder"), token=path.parent)

    def _open_folder(self, folder: object) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _print(self) -> None:
        drawn, overview = self.preview.drawn(), self._overview
        if drawn is not None and overview is not None and not self._printing.is_busy():
            self._printing.ask(drawn.pdf, len(drawn.images), self.pages.file_name())

    def _on_printed(self, printer: str) -> None:
        self.announced.emit(self.tr("Halaman dikirim ke {printer}").format(printer=printer), None)

    def _on_not_printed(self) -> None:
        self.announced.emit(self.tr("Pencetakan dibatalkan"), None)

    def _on_step(self, step: Step) -> None:
        self.panel.show_step(step.done, step.total)

    def _stop(self) -> None:
        self._sealer.cancel()
        self._printing.cancel()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error  # a fault of the program: whoever reports those must see it
        self.failed.emit(error)

    def _go_to(self, indicator: str) -> None:
        if self._overview is not None:
            self.indicator_requested.emit(self._overview.assessment.id, indicator)

    def _go_to_conflict(self, slot: str) -> None:
        if self._overview is not None:
            self.conflict_requested.emit(self._overview.assessment.id, slot)

    def _leave(self) -> None:
        if self._overview is not None and not self._sealer.is_busy():
            self.panel.remark_edit.flush()
            self.left.emit(self._overview.assessment.id)

    def _remember(self) -> None:
        if self._overview is not None and not self._is_sealed():
            self._unsealed[self._overview.assessment.id] = self.panel.entered()

    def _save_remark(self, text: str) -> None:
        if self._overview is None or self._is_sealed():
            return
        state = self.panel.remark_state
        try:
            changes = self._services.answering.remark(self._overview.assessment.id, text)
        except KnownError as error:
            state.show_failed()
            self.failed.emit(error)
            return
        self.panel.remark_edit.confirm(text)
        if changes.records:
            self._refresher.changed.emit(changes)
        state.show_saved(words.clock_time(self._overview.assessment.updated_at))

    def _ask_for_reason(self) -> None:
        if self._overview is None:
            return
        name = self.panel.head_card.person().name
        dialog = RefusalDialog(name, self._overview.unit.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.refused.connect(self.panel.head_card.refuse)
        dialog.open()

    def _ask_to_seal(self) -> None:
        self.panel.remark_edit.flush()
        if self.panel.remark_edit.is_pending():
            return  # it could not be saved, and the reason is shown
        place, auditor, head = self.panel.entered()
        summary = Summary(self.subtitle_label.text(), self.panel.score(), place, auditor, head)
        dialog = SealingDialog(summary, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._seal)
        dialog.open()

    def _seal(self) -> None:
        if self._overview is not None:
            entered = self.panel.entered()
            one = self._overview.assessment.id
            self._sealer.start(one, entered.signatures(), entered.place, entered.head.key)

    def _warm_up(self) -> None:
        # Behind the first picture of the pages, which must not wait for it.
        if self.preview.drawn() is not None and not self._is_sealed():
            self._sealer.warm_up()

    def _show_history(self) -> None:
        if self._overview is not None:
            self.acts.show_history(self._overview)

    def _ask_to_amend(self) -> None:
        if self._overview is not None:
            self.acts.amend(self._overview)

    def _ask_to_withdraw(self) -> None:
        if self._overview is not None:
            self.acts.withdraw(self._overview)

    def _ask_to_send_back(self) -> None:
        if self._overview is not None:
            self.acts.send_back(self._overview)

    def _ask_for_stamped(self) -> None:
        if self._overview is not None:
            self.acts.ask_for_stamped(self._overview.assessment.id)

    def _drop(self) -> None:
        if self._overview is not None and not self._sealer.is_busy():
            self.acts.drop(self._overview.assessment.id)

    def _on_amended(self, one: str) -> None:
        # It is said about the page that this leads to.
        self.left.emit(one)
        self._announce(self.tr("Dibuka untuk koreksi; perubahan menjadi revisi baru"))

    def _announce(self, text: str) -> None:
        self.announced.emit(text, None)

    def _refresh_work(self) -> None:
        is_sealing, is_printing = self._sealer.is_busy(), self._printing.is_busy()
        text = self.tr("Mencetak…") if is_printing else ""
        if is_sealing:
            text = self.tr("Mengunci: menyusun kartu nilai…")
        self.panel.show_work(text, locks=is_sealing)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        has_pdf = self.preview.drawn() is not None
        self.back_button.setEnabled(not self._sealer.is_busy())
        self.save_button.setEnabled(has_pdf)
        self.print_button.setEnabled(has_pdf and not self._printing.is_busy())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.panel.remark_edit.flush()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_toast"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        overview = self._overview
        if overview is None:
            return
        names = (overview.unit.name, overview.institution.name, overview.assessment.profile.period)
        self.subtitle_label.show_text(" · ".join(names))
        state = status_given(overview.missing, overview.assessment)
        if overview.assessment.acts.withdrawn and self._is_sealed():
            self.state_badge.show_state(words.withdrawn_word(), "red")
        elif overview.assessment.returns and self._is_sealed():
            self.state_badge.show_state(words.returned_word(), "yellow")
        else:
            self.state_badge.show_state(words.status_word(state), words.status_tone(state))
        self._refresh_work()
