"""Settle what several devices filled in differently, one question after the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import Status, record_of
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId, OptionId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import dispute_words, forms
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.thumbnails import Thumbnails
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.turns import Turn
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.dispute_view import DisputeView
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.services.disputes import Dispute

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_KEYS = 9


class ConflictsPage(QWidget):
    """Each decision is an entry that replaces the versions; nothing is lost, all can be undone."""

    left = Signal()
    failed = Signal(object)
    announced = Signal(str, object)
    question_requested = Signal(str, str)
    """An assessment and one of its indicators."""
    review_requested = Signal(str)
    """An assessment in which nothing disagrees any more."""

    back_button: QToolButton
    subtitle_label: ElidedLabel
    count_badge: Badge
    undo_button: QPushButton
    previous_button: QPushButton
    next_button: QPushButton
    review_button: QPushButton
    content_stack: QStackedWidget
    disputes_page: QWidget
    disputes_list: LineList
    scroll_area: QScrollArea
    dispute_view: DisputeView
    nothing_state: EmptyState

    def __init__(
        self, services: Services, jobs: Jobs, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._refresher = refresher
        self._only: AssessmentId | None = None
        self._disputes: dict[str, Dispute] = {}
        self._decided: list[RecordId] = []
        self._deeds = 0
        self._is_writing = False
        self._is_stale = False
        forms.load(self, "conflicts")
        self._thumbnails = Thumbnails(services.attaching, jobs, self)
        self._showing = Turn(self, self._show_dispute)
        self._connect()

    def show_all(self) -> None:
        """Show the conflicts of every open assessment, and those of the register."""
        self._begin(None, "")

    def show_assessment(self, one: str, slot: str = "") -> None:
        """Show the conflicts of one assessment, this one first."""
        self._begin(AssessmentId(one), slot)

    def count(self) -> int:
        """How many are left."""
        return len(self._disputes)

    def current(self) -> Dispute | None:
        """The conflict that is shown."""
        return self._disputes.get(self.disputes_list.current_key())

    def take(self, place: int) -> None:
        """Decide for a version of the conflict that is shown."""
        dispute = self._seen()
        if dispute is not None and place < len(dispute.versions):
            version = dispute.versions[place]
            said = self.tr("Berlaku: isian {author}").format(
                author=dispute_words.plain_author(version)
            )
            self._decide(
                dispute, lambda: self._services.disputes.settle(dispute, version.entry), said
            )

    def undo(self) -> None:
        """Open the conflict again that was decided last."""
        if not self._decided:
            return
        one = self._decided[-1]
        changes = self._written(lambda: self._services.disputes.undo(one))
        if changes is not None:
            self._decided.pop()
            self.undo_button.setEnabled(bool(self._decided))
            for slot in sorted(changes.slots):
                self.disputes_list.make_current(_key(one, Slot(slot)))

    def go_on(self, step: int) -> None:
        """Go to the next conflict, or back."""
        keys = list(self._disputes)
        if keys:
            at = keys.index(self.disputes_list.current_key())
            self.disputes_list.make_current(keys[(at + step) % len(keys)])

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.undo_button.clicked.connect(self.undo)
        self.previous_button.clicked.connect(partial(self.go_on, -1))
        self.next_button.clicked.connect(partial(self.go_on, 1))
        self.review_button.clicked.connect(self._review)
        self.nothing_state.triggered.connect(self.left)
        self.disputes_list.current_changed.connect(self._showing.ask)
        self.dispute_view.shown.connect(self._on_shown)
        self.dispute_view.taken.connect(self.take)
        self.dispute_view.answered.connect(self._answer)
        self.dispute_view.written.connect(self._write)
        self.dispute_view.composed.connect(self._compose)
        self.dispute_view.question_requested.connect(self._open_question)
        self.dispute_view.picture_opened.connect(self._open_picture)
        self._thumbnails.loaded.connect(self._on_loaded)
        self._thumbnails.lost.connect(self._on_lost)
        self._refresher.changed.connect(self._on_changed)
        for keys, deed in (
            (QKeySequence(Qt.Key.Key_Escape), self.left.emit),
            (QKeySequence(Qt.Key.Key_PageDown), partial(self.go_on, 1)),
            (QKeySequence(Qt.Key.Key_PageUp), partial(self.go_on, -1)),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Return"), self.dispute_view.write),
            (QKeySequence("Ctrl+Enter"), self.dispute_view.write),
            *((QKeySequence(str(at + 1)), partial(self.take, at)) for at in range(_KEYS)),
        ):
            QShortcut(keys, self, context=_HERE).activated.connect(deed)

    def _begin(self, only: AssessmentId | None, slot: str) -> None:
        self._only = only
        self._decided = []
        self._read()
        if only is not None and slot:
            self.disputes_list.make_current(_key(record_of(only), Slot(slot)))
        elif self._disputes:
            self.disputes_list.make_current(next(iter(self._disputes)))
        target = self.disputes_list if self._disputes else self.nothing_state
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._is_stale = False
        disputes = self._services.disputes
        try:
            wanted = disputes.assessments() if self._only is None else (self._only,)
            found = [dispute for one in wanted for dispute in disputes.of(one)]
            if self._only is None:
                found += disputes.register()
        except KnownError as error:
            self.failed.emit(error)
            found = []
        self._disputes = {_key(it.record, it.slot): it for it in found}
        several = len({it.record for it in found}) > 1
        self.disputes_list.show_lines(
            [self._line(key, it, several=several) for key, it in self._disputes.items()]
        )
        self._show_frame()
        self._showing.ask()

    def _line(self, key: str, dispute: Dispute, *, several: bool) -> Line:
        title, who = dispute_words.line(dispute)
        detail = who
        if dispute.assessment is None:
            detail = f"{dispute_words.kind_of(dispute)} · {who}"
        elif several:
            detail = f"{self._services.assessments.row(dispute.assessment).unit} · {who}"
        return Line(key, dispute_words.icon_of(dispute), title, detail, "yellow")

    def _show_frame(self) -> None:
        count = len(self._disputes)
        has_any = count > 0
        self.content_stack.setCurrentWidget(self.disputes_page if has_any else self.nothing_state)
        self.count_badge.show_state(self.tr("{count} tersisa").format(count=count), "yellow")
        self.count_badge.setVisible(has_any)
        for button in (self.previous_button, self.next_button):
            button.setVisible(has_any)
            button.setEnabled(count > 1)
        self.review_button.setVisible(not has_any and self._can_sign())
        self.undo_button.setEnabled(bool(self._decided))
        self._show_subtitle()
        self._describe_nothing()

    def _can_sign(self) -> bool:
        return self._only is not None and self._status() != Status.SEALED

    def _status(self) -> Status | None:
        try:
            return None if self._only is None else self._services.assessments.row(self._only).status
        except KnownError:
            return None  # nothing is shown of it either

    def _show_subtitle(self) -> None:
        dispute = self.current()
        one = self._only if dispute is None else dispute.assessment
        if dispute is not None and one is None:
            self.subtitle_label.show_text(self.tr("Daftar instansi, unit, dan produk layanan"))
            return
        if one is None:
            self.subtitle_label.show_text(
                self.tr("Penilaian yang belum ditandatangani, dan daftar unit")
            )
            return
        try:
            row = self._services.assessments.row(one)
        except KnownError:
            self.subtitle_label.show_text("")
            return
        parts = [row.unit, row.product, row.period]
        self.subtitle_label.show_text(" · ".join(part for part in parts if part))

    def _describe_nothing(self) -> None:
        self.nothing_state.describe(
            "circle-check",
            self.tr("Tidak ada yang bertentangan"),
            self.tr(
                "Bila rekan setim mengisi hal yang sama dengan cara lain, semua isian muncul di "
                "sini berdampingan, dan Anda yang memutuskan."
            ),
            self.tr("Kembali"),
        )

    def _show_dispute(self) -> None:
        dispute = self.current()
        if dispute is not None:
            self.dispute_view.show_dispute(dispute)

    def _on_shown(self) -> None:
        self.scroll_area.verticalScrollBar().setValue(0)
        self._show_subtitle()
        self._thumbnails.want(self.dispute_view.wanted())

    def _seen(self) -> Dispute | None:
        """The current conflict, once it is shown: nobody decides what they have not seen."""
        dispute = self.current()
        return dispute if dispute == self.dispute_view.dispute() else None

    def _answer(self, option: str) -> None:
        dispute = self._seen()
        if dispute is None or dispute.indicator is None or dispute.assessment is None:
            return
        one, indicator = dispute.assessment, dispute.indicator.id
        self._decide(
            dispute,
            lambda: self._services.answering.choose(one, indicator, OptionId(option)),
            self.tr("Dijawab sekali lagi"),
        )

    def _write(self, text: str) -> None:
        dispute = self._seen()
        if dispute is None or dispute.assessment is None:
            return
        one, answering = dispute.assessment, self._services.answering
        if dispute.versions[0].kind == Kind.REMARK:
            self._decide(
                dispute, lambda: answering.remark(one, text), self.tr("Teks gabungan disimpan")
            )
        elif dispute.indicator is not None:
            indicator = dispute.indicator.id
            self._decide(
                dispute,
                lambda: answering.note(one, indicator, text),
                self.tr("Teks gabungan disimpan"),
            )

    def _compose(self, fields: dict[str, str]) -> None:
        dispute = self._seen()
        if dispute is not None:
            entry = dispute.versions[0].entry
            self._decide(
                dispute,
                lambda: self._services.disputes.settle(dispute, entry, fields),
                self.tr("Susunan gabungan disimpan"),
            )

    def _decide(self, dispute: Dispute, deed: Callable[[], Changes], said: str) -> None:
        keys = list(self._disputes)
        at = keys.index(_key(dispute.record, dispute.slot))
        after = [*keys[at + 1 :], *keys[:at]]
        if self._written(deed) is None:
            return
        self._decided.append(dispute.record)
        self.undo_button.setEnabled(bool(self._decided))
        if after:
            self.disputes_list.make_current(after[0])
            self.disputes_list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            target = self.review_button if self.review_button.isVisible() else self.nothing_state
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announced.emit(said, partial(self._undo_deed, self._deeds))

    def _written(self, deed: Callable[[], Changes]) -> Changes | None:
        self._is_writing = True
        try:
            changes = deed()
            self._deeds += 1
            self._refresher.changed.emit(changes)
        except KnownError as error:
            self._refresher.unsaved.emit()
            self.failed.emit(error)
            return None
        finally:
            self._is_writing = False
        self._read()
        return changes

    def _undo_deed(self, number: int) -> None:
        if number == self._deeds and self._decided:
            self.undo()
        else:
            self.announced.emit(self.tr("Sudah ada perubahan lain sesudahnya."), None)

    def _on_changed(self, changes: Changes) -> None:
        if self._is_writing:
            return
        # What was done elsewhere would be undone first; that is not what the button here says.
        self._decided = [one for one in self._decided if one not in changes.records]
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _on_loaded(self, key: str, picture: object) -> None:
        self.dispute_view.show_picture(key, picture if isinstance(picture, QImage) else None)

    def _on_lost(self, key: str, _error: object) -> None:
        self.dispute_view.show_lost(key)

    def _open_picture(self, key: str) -> None:
        from kepatuhan_desktop.gui.dialogs.evidence_viewer import (  # noqa: PLC0415 - rarely needed
            EvidenceViewer,
        )

        dispute = self.current()
        if dispute is None or dispute.indicator is None or dispute.assessment is None:
            return
        name = EvidenceId(key.partition(":")[2])
        if name not in self._services.assessments.get(dispute.assessment).evidence:
            return  # it is in conflict itself
        viewer = EvidenceViewer(
            self._services, self._jobs, dispute.assessment, dispute.indicator.id, name, self
        )
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.changed.connect(self._refresher.changed)
        viewer.removed.connect(self._refresher.changed)
        viewer.failed.connect(self.failed)
        viewer.open()

    def _open_question(self) -> None:
        dispute = self.current()
        if dispute is not None and dispute.indicator is not None and dispute.assessment:
            self.question_requested.emit(dispute.assessment, dispute.indicator.id)

    def _review(self) -> None:
        if self._only is not None:
            self.review_requested.emit(self._only)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.dispute_view.forget()
            self._is_stale = not self.isVisible()
            if not self._is_stale:
                self._read()
        super().changeEvent(event)


def _key(one: RecordId, slot: Slot) -> str:
    return f"{one}|{slot}"
