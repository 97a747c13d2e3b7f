"""Walk through the questions of an assessment, one component at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import record_of
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, IndicatorId, OptionId, Slot
from kepatuhan_desktop.domain.organisation import unit_record
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.dialogs.indicator_finder import IndicatorFinder
from kepatuhan_desktop.gui.dialogs.not_applicable import NotApplicableDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.cards import card_states, late_indicators, slot_indicator
from kepatuhan_desktop.gui.pages.walk_evidence import WalkEvidence
from kepatuhan_desktop.gui.pages.walk_findings import WalkFindings
from kepatuhan_desktop.gui.pages.walk_keys import WalkKeys
from kepatuhan_desktop.gui.pages.walk_places import WalkPlaces
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.turns import next_turn
from kepatuhan_desktop.gui.widgets.question_card import QuestionCard


class WalkPage(WalkPlaces):
    """Shows what is on the disk and writes one thing at a time."""

    left = Signal()
    review_requested = Signal(str)
    conflict_requested = Signal(str, str)
    """The assessment and one of its slots, in which entries disagree."""
    failed = Signal(object)
    announced = Signal(str, object)

    def __init__(
        self, services: Services, jobs: Jobs, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, parent)
        self._refresher = refresher
        self._deeds = 0
        self._unsaved: dict[tuple[AssessmentId, IndicatorId], str] = {}
        self._is_hint_folded = False
        self._is_stale = False
        self._is_foreign = False
        self._camera_reason = ""
        self.evidence = WalkEvidence(services, jobs, self.question_column, self)
        self.findings = WalkFindings(services, self)
        self._connect()
        self._connect_keys(WalkKeys(self, self.question_column))
        self._connect_parts()
        self.evidence.examine_camera()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.finder_button.clicked.connect(self.open_finder)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.review_button.clicked.connect(self._request_review)
        self.scorecard_button.clicked.connect(self._request_review)
        self.findings_button.clicked.connect(self._show_findings)
        self.amendment_banner.late_requested.connect(self._show_late)
        self.question_column.made.connect(self._on_card_made)
        self.question_column.completed.connect(self._on_completed)
        self.score_panel.review_requested.connect(self._request_review)
        self._refresher.changed.connect(self._on_changed)

    def _connect_keys(self, keys: WalkKeys) -> None:
        keys.option.connect(self._on_option_key)
        keys.not_applicable.connect(self._exclude_current)
        keys.cleared.connect(self._clear)
        keys.moved.connect(self.move_question)
        keys.component_moved.connect(self.move_component)
        keys.note.connect(self._enter_note)
        keys.add.connect(self._add_files)
        keys.photo.connect(self._take_photo)
        keys.finding.connect(self._raise_finding)
        keys.paste.connect(self._paste)
        keys.undo.connect(self.undo)
        keys.redo.connect(self.redo)
        keys.find.connect(self.open_finder)
        keys.back.connect(self._leave)

    def _connect_parts(self) -> None:
        evidence, intake, findings = self.evidence, self.evidence.intake, self.findings
        evidence.changed.connect(self._written)
        evidence.failed.connect(self._fail)
        evidence.rejected.connect(self.failed)
        evidence.removed.connect(self._on_evidence_removed)
        evidence.announced.connect(self.announced)
        evidence.found_lost.connect(self._look_at_losses)
        evidence.camera_known.connect(self._on_camera_known)
        intake.progressed.connect(self.show_intake)
        intake.finished.connect(self.intake_bar.hide)
        self.intake_cancel_button.clicked.connect(intake.cancel)
        findings.changed.connect(self._written)
        findings.failed.connect(self._fail)
        findings.removed.connect(self._on_finding_removed)
        findings.indicator_chosen.connect(self.go_to)

    def _on_card_made(self, card: QuestionCard) -> None:
        card.option_chosen.connect(self._choose)
        card.exclusion_requested.connect(self._exclude)
        card.note_finished.connect(self._save_note)
        card.note_typing.connect(self.saved_label.show_pending)
        card.add_requested.connect(self.evidence.choose_files)
        card.camera_requested.connect(self.evidence.take_photo)
        card.files_dropped.connect(self.evidence.add_files)
        card.evidence_opened.connect(self.evidence.open_viewer)
        card.evidence_removed.connect(self.evidence.remove)
        card.finding_requested.connect(self._raise_finding_from)
        card.finding_edited.connect(self._edit_finding)
        card.finding_removed.connect(self._remove_finding)
        card.settled.connect(self._settle)
        card.hint_folded.connect(self._fold_hints)
        card.set_hint_folded(self._is_hint_folded)
        card.set_camera(works=not self._camera_reason, reason=self._camera_reason)

    def show_assessment(self, one: AssessmentId) -> None:
        """Go on where this assessment was left, or at its first unanswered question."""
        self.flush()
        try:
            overview = self._services.assessments.opened(one)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.evidence.set_assessment(one)
        self.begin(overview)
        self._show_undo()
        self.saved_label.show_saved(overview.assessment.updated_at, aloud=False)

    def undo(self) -> None:
        """Take the last change back."""
        self._turn(self._services.editing.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._turn(self._services.editing.redo)

    def open_finder(self) -> None:
        """Look for a question by words or code."""
        if self._overview is None:
            return
        finder = IndicatorFinder(self._overview, self)
        finder.chosen.connect(self.go_to)
        finder.open()

    def _on_option_key(self, place: int) -> None:
        card = self.question_column.current_card()
        if card is not None and not card.choose_by_key(place):
            self.announced.emit(self.tr("Tidak ada jawaban nomor {n}.").format(n=place + 1), None)

    def _choose(self, indicator: str, option: str) -> None:
        one, asked = self.assessment(), IndicatorId(indicator)
        self._write(lambda: self._services.answering.choose(one, asked, OptionId(option)))

    def _exclude_current(self) -> None:
        self._exclude(self._current)

    def _exclude(self, indicator: str) -> None:
        overview = self._overview
        if overview is None or overview.assessment.is_sealed:
            return
        asked = overview.instrument.indicators[IndicatorId(indicator)]
        if not asked.not_applicable.allowed:
            self.announced.emit(self.tr("Pertanyaan ini berlaku bagi semua unit."), None)
            return
        dialog = NotApplicableDialog(asked, overview.assessment.answers.get(asked.id), self)
        dialog.reason_given.connect(self._on_reason_given)
        dialog.open()

    def _on_reason_given(self, indicator: str, reason: str) -> None:
        one = self.assessment()
        self._write(lambda: self._services.answering.exclude(one, IndicatorId(indicator), reason))

    def _clear(self) -> None:
        one, current = self.assessment(), self._current
        self._write(lambda: self._services.answering.clear(one, current))

    def _settle(self, slot: str, entry: str) -> None:
        one = self.assessment()
        if entry:
            self._write(lambda: self._services.editing.settle(one, Slot(slot), EntryId(entry)))
        else:
            self.flush()
            self.conflict_requested.emit(one, slot)

    def _save_note(self, indicator: str, text: str) -> None:
        one, place = self.assessment(), IndicatorId(indicator)
        if self._write(lambda: self._services.answering.note(one, place, text)):
            self._unsaved.pop((one, place), None)
            card = self.question_column.card(place)
            if card is not None:
                card.note.confirm(text)
        else:
            self._unsaved[one, place] = text

    def _enter_note(self) -> None:
        card = self.question_column.current_card()
        if card is not None and not card.note.isReadOnly():
            card.note.setFocus()

    def _add_files(self) -> None:
        if self.is_open():
            self.evidence.choose_files(self._current)

    def _take_photo(self) -> None:
        if self.is_open():
            self.evidence.take_photo(self._current)

    def _paste(self) -> None:
        if self.is_open():
            self.evidence.paste(self._current)

    def _raise_finding(self) -> None:
        self._raise_finding_from(self._current)

    def _raise_finding_from(self, indicator: str) -> None:
        if self._overview is not None and self.is_open():
            self.findings.raise_from(self._overview, indicator)

    def _edit_finding(self, _indicator: str, key: str) -> None:
        if self._overview is not None:
            self.findings.edit(self._overview, key)

    def _remove_finding(self, _indicator: str, key: str) -> None:
        self.findings.remove(self.assessment(), key)

    def _show_findings(self) -> None:
        if self._overview is not None:
            self.findings.show_all(self._overview, self.findings_button)

    def _show_late(self) -> None:
        """Go to the next question with an entry that had come after the seal."""
        if self._overview is None:
            return
        if not self.go_to_next(late_indicators(self._overview)):
            text = self.tr("Yang datang terlambat bukan jawaban; lihat Riwayat di halaman tinjau.")
            self.announced.emit(text, None)

    def _look_at_losses(self) -> None:
        if self.is_behind():
            self._reload()

    def _fold_hints(self, is_folded: bool) -> None:
        self._is_hint_folded = is_folded
        for card in self.question_column.all_cards():
            card.set_hint_folded(is_folded)

    def _on_camera_known(self, reason: str) -> None:
        self._camera_reason = reason
        for card in self.question_column.all_cards():
            card.set_camera(works=not reason, reason=reason)

    def _on_completed(self) -> None:
        for (one, indicator), text in self._unsaved.items():
            card = self.question_column.card(indicator)
            if card is not None and one == self.assessment() and not card.note.is_pending():
                card.note.show_unsaved(text)
        self.evidence.load_pictures()

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _request_review(self) -> None:
        self.flush()
        self.review_requested.emit(self.assessment())

    def _write(self, deed: Callable[[], Changes]) -> bool:
        try:
            changes = deed()
        except KnownError as error:
            self._fail(error)
            return False
        self._written(changes)
        return True

    def _written(self, changes: Changes) -> None:
        self._deeds += 1
        self._refresher.changed.emit(changes)
        if self._overview is not None:
            self.saved_label.show_saved(self._overview.assessment.updated_at)

    def _fail(self, error: KnownError) -> None:
        self.saved_label.show_failed()
        self._reload()  # what is shown is what is on the disk, not what was wished
        self.failed.emit(error)

    def _on_changed(self, changes: Changes) -> None:
        if self._overview is None:
            return
        profile = self._overview.assessment.profile
        ours = {record_of(self.assessment()), unit_record(profile.unit)}
        if ours & changes.records:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        try:
            self._overview = overview = self._services.assessments.overview(self.assessment())
        except KnownError as error:
            self.failed.emit(error)
            return
        self._is_stale = False
        if self._shown_node is not None:
            self.question_column.update_states(card_states(overview, self._shown_node.indicators))
        self.frame_overview(overview)
        self._show_undo()
        self.evidence.load_pictures()

    def _turn(self, deed: Callable[[AssessmentId], Changes]) -> None:
        """Undo or redo, and go where something changed."""
        before = self._overview
        if before is None:
            return
        self.flush()
        changes = Changes()
        try:
            changes = deed(before.assessment.id)
        except KnownError as error:
            self._fail(error)
            return
        self._written(changes)
        for slot in map(Slot, sorted(changes.slots)):
            place = slot_indicator(self._overview or before, slot) or slot_indicator(before, slot)
            if place is not None and place != self._current:
                self.go_to(place)
                return

    def _offer_undo(self, text: str) -> None:
        self.announced.emit(text, partial(self._undo_deed, self._deeds))

    def _undo_deed(self, number: int) -> None:
        if number == self._deeds:
            self.undo()
        else:
            self.announced.emit(self.tr("Sudah ada perubahan lain sesudahnya; pakai Ctrl+Z."), None)

    def _on_evidence_removed(self, changes: Changes) -> None:
        self._written(changes)
        self._offer_undo(self.tr("Bukti dihapus dari jawaban."))

    def _on_finding_removed(self, changes: Changes) -> None:
        self._written(changes)
        self._offer_undo(self.tr("Temuan dihapus."))

    def _show_undo(self) -> None:
        one = self.assessment()
        self.undo_button.setEnabled(self._services.editing.can_undo(one))
        self.redo_button.setEnabled(self._services.editing.can_redo(one))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._reload()
        if self._is_foreign:
            self._is_foreign = False
            self.retranslate()
        elif not self.question_column.all_shown():
            self._show_again()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def wear(self, sheet: str) -> None:
        """Dress in a style sheet, first without the cards, which come back one by one."""
        had_focus = self.question_column.has_focus()
        self.flush()
        self.question_column.let_go()
        next_turn(self, partial(self._wear_without_cards, sheet, had_focus))

    def _wear_without_cards(self, sheet: str, had_focus: bool) -> None:
        self.setStyleSheet(sheet)
        if self.isVisible():
            next_turn(self, partial(self._bring_cards_back, had_focus))

    def _bring_cards_back(self, had_focus: bool) -> None:
        if self.isVisible():
            self._show_again()
        if had_focus:
            self.question_column.set_current(self._current, focus=True)

    def retranslate(self) -> None:
        if not self.isVisible():
            self._is_foreign = True  # nobody reads it now
            return
        super().retranslate()
        self.flush()
        self._show_again()

    def _show_again(self) -> None:
        if self._shown_node is not None and self._overview is not None:
            self._show_questions(self._shown_node, self._current)
            self.frame_place(self._overview, self._shown_node, self._current)
