"""Read bundles of others, show what they would do, and take in those that a person wants."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.sender import Standing
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import exchange_words, forms, words
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.bundle_plan import PlanText, describe
from kepatuhan_desktop.gui.models.inbox import Inbox, Parcel, State
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.turns import Turn, next_turn
from kepatuhan_desktop.gui.widgets.drop_zone import DropZone
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.gui.widgets.plan_view import PlanView

_LEGIBLE = (State.READY, State.QUEUED, State.TAKEN)
"""The states in which the plan is shown."""
_JUDGED = (State.READY, State.TAKEN)
"""The states in which the list says what is wrong with the chains of a bundle."""
_TOLD = (State.READY, State.TAKEN, State.FAILED)
"""The states that screen readers hear of."""


class InboxView(QWidget):
    """Nothing is taken in before its plan was shown and `take_button` pressed."""

    changed = Signal(object)
    """`Changes`: a bundle is in the journal."""
    failed = Signal(object)
    announced = Signal(str, object)
    counted = Signal(int)
    """How many bundles wait for a decision."""
    opened = Signal(str)
    """An assessment that the person wants to see."""
    conflicts_requested = Signal(str)
    """An assessment whose conflicts the person wants to settle; empty: of all of them."""

    content_stack: QStackedWidget
    empty_page: QWidget
    drop_zone: DropZone
    plan_page: QWidget
    list_panel: QFrame
    count_label: QLabel
    parcels_list: LineList
    all_frame: QFrame
    all_label: QLabel
    all_button: QPushButton
    halt_button: QPushButton
    detail_stack: QStackedWidget
    scroll_area: QScrollArea
    plan_view: PlanView
    busy_page: QWidget
    busy_label: QLabel
    busy_bar: QProgressBar
    stop_button: QPushButton
    failure_state: EmptyState
    footer: QFrame
    consent_check: QCheckBox
    reason_label: QLabel
    drop_button: QPushButton
    show_button: QPushButton
    settle_button: QPushButton
    take_button: QPushButton

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.inbox = Inbox(services, jobs, self)
        self._texts: dict[str, PlanText] = {}
        self._shown = ("", State.WAITING)
        # A bundle that comes in changes the journal, the list and what is shown: a turn for each.
        self._listing = Turn(self, self._show_list)
        self._showing = Turn(self, self._show_current)
        self._offering = Turn(self, self._show_footer)
        forms.load(self, "exchange_inbox")
        self.inbox.listed.connect(self._listing.ask)
        self.inbox.updated.connect(self._on_updated)
        self.inbox.stepped.connect(self._on_stepped)
        self.inbox.all_taken.connect(self._on_all_taken)
        self.inbox.taken.connect(self._on_taken)
        self.inbox.failed.connect(self.failed)
        self.parcels_list.current_changed.connect(self._showing.ask)
        self.plan_view.shown.connect(self._show_detail)
        self.stop_button.clicked.connect(self.inbox.stop)
        self.halt_button.clicked.connect(self.inbox.stop)
        self.all_button.clicked.connect(self.take_all)
        self.consent_check.toggled.connect(self._show_footer)
        self.drop_button.clicked.connect(self._drop)
        self.show_button.clicked.connect(self._open)
        self.settle_button.clicked.connect(self._settle)
        self.take_button.clicked.connect(self.take)
        self._retranslate()
        self._show_list()

    def add(self, paths: Sequence[str]) -> None:
        """Read these files, and show the plan of the first."""
        if paths:
            first = self.inbox.add([Path(path) for path in paths])
            self._show_list()
            self.parcels_list.make_current(first)

    def take(self) -> None:
        """Take in what is shown; nothing that a person has not seen yet."""
        is_seen = self._shown[0] == self.parcels_list.current_key()
        if is_seen and self.take_button.isEnabled() and self.take_button.isVisibleTo(self):
            key = self.parcels_list.current_key()
            self.inbox.take(key, consent=self.consent_check.isChecked())

    def take_all(self) -> None:
        """Take in all whose senders somebody vouches for."""
        if self.all_button.isVisibleTo(self):
            self.inbox.take_all()
            self._show_list()
            self._show_footer()
            self.halt_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Parcel | None:
        """The bundle that is shown."""
        return self.inbox.parcel(self.parcels_list.current_key())

    def waiting(self) -> int:
        """How many bundles wait for a decision."""
        return sum(one.state is State.READY for one in self.inbox.parcels())

    def catch_up(self) -> None:
        """The journal has changed."""
        self.inbox.plan_again(self.parcels_list.current_key())

    def _show_list(self) -> None:
        parcels = self.inbox.parcels()
        self._texts = {key: it for key, it in self._texts.items() if self.inbox.parcel(key)}
        self.content_stack.setCurrentWidget(self.plan_page if parcels else self.empty_page)
        self.count_label.setText(self.tr("{count} PAKET").format(count=len(parcels)))
        before = self.parcels_list.lines()
        self.parcels_list.show_lines([self._line(one) for one in parcels])
        self._tell(before)
        self._showing.ask()
        self._show_batch()
        self.counted.emit(self.waiting())

    def _show_batch(self) -> None:
        done, total = self.inbox.batch()
        count = len(self.inbox.welcome())
        self.all_frame.setVisible(total > 0 or count > 1)
        self.halt_button.setVisible(total > 0)
        self.all_button.setVisible(total == 0)
        if total:
            said = self.tr("{done} dari {total} paket diterima").format(done=done, total=total)
        else:
            said = self.tr("{count} paket dari pengirim yang dijamin").format(count=count)
        self.all_label.setText(said)
        self.all_button.setText(self.tr("Terima se&muanya ({count})").format(count=count))

    def _line(self, parcel: Parcel) -> Line:
        signs: dict[State, tuple[str, Zone, str]] = {
            State.WAITING: ("clock", "neutral", self.tr("Menunggu dibaca")),
            State.READING: ("scan-search", "primary", self.tr("Sedang dibaca")),
            State.QUEUED: ("clock", "primary", self.tr("Menunggu dimasukkan")),
            State.TAKING: ("download", "primary", self.tr("Sedang dimasukkan")),
            State.TAKEN: ("circle-check", "green", self.tr("Diterima")),
            State.FAILED: ("circle-x", "red", self.tr("Tidak dapat dibuka")),
        }
        if parcel.plan is not None and parcel.state is State.READY:
            icon, tone, _ = exchange_words.standing(parcel.plan.sender)
            says = self._ready(parcel.plan.merge.changes_nothing, len(parcel.plan.merge.fresh))
        else:
            icon, tone, says = signs[parcel.state]
        if parcel.plan is None:
            return Line(parcel.key, icon, parcel.path.name, says, tone)
        if parcel.state in _JUDGED:
            alarm = exchange_words.alarm(parcel.plan.alarms)
            if alarm and tone != "red":
                icon, tone = "triangle-alert", "yellow"
            lack = exchange_words.lack(parcel.plan.faults)
            # The end of a long line is cut off: what matters stands at its beginning.
            says = " · ".join(it for it in (alarm[:1].upper() + alarm[1:], says, lack) if it)
        return Line(parcel.key, icon, exchange_words.sender_name(parcel.plan.sender), says, tone)

    def _ready(self, changes_nothing: bool, fresh: int) -> str:
        if changes_nothing:
            return self.tr("Tidak ada yang baru")
        return self.tr("{count} isian baru, belum diterima").format(count=fresh)

    def _on_updated(self, key: str) -> None:
        self._texts.pop(key, None)
        if key == self.parcels_list.current_key():
            self._shown = ("", State.WAITING)
        self._listing.ask()

    def _tell(self, before: Sequence[Line]) -> None:
        """Say to screen readers which bundles are further than in the list `before`."""
        for line in self.parcels_list.lines():
            parcel = self.inbox.parcel(line.key)
            is_told = parcel is not None and parcel.state in _TOLD
            if is_told and line not in before:
                event = QAccessibleAnnouncementEvent(self, f"{line.title}: {line.detail}")
                QAccessible.updateAccessibility(event)

    def _on_stepped(self, key: str) -> None:
        parcel = self.current()
        if parcel is not None and parcel.key == key:
            self._show_step(parcel)

    def _on_taken(self, key: str, changes: Changes) -> None:
        self.changed.emit(changes)
        self.inbox.plan_again(self.parcels_list.current_key())
        if self.parcels_list.current_key() == key and not self.inbox.batch().total:
            next_turn(self, self._go_on)

    def _go_on(self) -> None:
        """Lead to what can be done with what was taken in."""
        self.take_button.clearFocus()
        target = self.settle_button if self.settle_button.isVisible() else self.show_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all_taken(self, count: int, alarms: int) -> None:
        self._shown = ("", State.WAITING)
        self._show_list()
        self.parcels_list.setFocus(Qt.FocusReason.OtherFocusReason)
        said = self.tr("{count} paket diterima")
        if alarms:
            said = self.tr("{count} paket diterima, {alarms} di antaranya bercabang: lihat Riwayat")
        if count:
            self.announced.emit(said.format(count=count, alarms=alarms), None)

    def _show_current(self) -> None:
        key = self.parcels_list.current_key()
        parcel = self.inbox.parcel(key)
        if parcel is None:
            self._shown = ("", State.WAITING)
            return
        if self._shown == (key, parcel.state):
            return
        if self._shown[0] != key:
            self.consent_check.setChecked(False)
        self._shown = (key, parcel.state)
        if parcel.state in _LEGIBLE and parcel.plan is not None:
            self.plan_view.show_plan(
                parcel.plan, self._text(parcel), is_taken=parcel.state is State.TAKEN
            )
        elif parcel.state is State.FAILED:
            self._show_failure(parcel)
            self._offering.ask()
        else:
            self._show_step(parcel)
            self.detail_stack.setCurrentWidget(self.busy_page)
            self._offering.ask()
        self.take_button.setEnabled(False)

    def _show_detail(self) -> None:
        """The plan can be seen; whether it is still wanted is another question."""
        parcel = self.current()
        if parcel is not None and parcel.plan is not None and parcel.state in _LEGIBLE:
            self.scroll_area.verticalScrollBar().setValue(0)
            self.detail_stack.setCurrentWidget(self.scroll_area)
            self._offering.ask()

    def _text(self, parcel: Parcel) -> PlanText:
        if parcel.key not in self._texts:
            assert parcel.plan is not None
            self._texts[parcel.key] = describe(parcel.plan, self._services)
        return self._texts[parcel.key]

    def _show_step(self, parcel: Parcel) -> None:
        text = (
            self.tr("Memasukkan {name}")
            if parcel.state is State.TAKING
            else self.tr("Membaca {name}")
        )
        self.busy_label.setText(text.format(name=parcel.path.name))
        self.busy_bar.setRange(0, parcel.step.total)
        self.busy_bar.setValue(parcel.step.done)

    def _show_failure(self, parcel: Parcel) -> None:
        sentence = self.tr(
            "Terjadi kesalahan di dalam program. Tidak ada yang dimasukkan dari paket ini."
        )
        if isinstance(parcel.error, KnownError):
            sentence = messages.sentence(parcel.error, words.language())
        title = self.tr("Paket ini tidak dapat dibuka")
        self.failure_state.describe("circle-x", title, sentence)
        self.detail_stack.setCurrentWidget(self.failure_state)

    def _show_footer(self) -> None:
        parcel = self.current()
        if parcel is None:
            return
        plan = parcel.plan
        is_ready = parcel.state is State.READY and plan is not None
        is_taken = parcel.state is State.TAKEN
        self.footer.setVisible(is_ready or is_taken or parcel.state is State.FAILED)
        needs_consent = is_ready and plan is not None and plan.needs_consent
        is_revoked = plan is not None and plan.sender.standing is Standing.REVOKED
        is_old = plan is not None and plan.is_over
        self.consent_check.setVisible(needs_consent and not is_old)
        self.take_button.setVisible(is_ready and not is_old and not is_revoked)
        is_agreed = not needs_consent or self.consent_check.isChecked()
        self.take_button.setEnabled(is_agreed and not self.inbox.batch().total)
        self.drop_button.setText(
            self.tr("&Hapus dari daftar") if not is_ready else self.tr("&Lewati")
        )
        disputed = len(self._disputed()) + self._disputed_units() if is_taken else 0
        self.settle_button.setVisible(disputed > 0)
        self.settle_button.setText(
            self.tr("&Selesaikan pertentangan ({count})").format(count=disputed)
        )
        self.show_button.setVisible(is_taken and self._only() is not None)
        self.reason_label.setText(self._reason(needs_consent=needs_consent, is_ready=is_ready))
        self.reason_label.setVisible(bool(self.reason_label.text()))

    def _reason(self, *, needs_consent: bool, is_ready: bool) -> str:
        if needs_consent and not self.consent_check.isChecked():
            return self.tr("Bacakan sidik jari di atas kepada pengirim sebelum menerima.")
        if is_ready:
            return self.tr("Belum ada yang dimasukkan. Berkasnya tidak diubah.")
        return ""

    def _named(self) -> tuple[AssessmentId, ...]:
        parcel = self.current()
        if parcel is None or parcel.plan is None:
            return ()
        records = self._text(parcel).records
        return tuple(one.assessment for one in records if one.assessment is not None)

    def _disputed(self) -> tuple[AssessmentId, ...]:
        """Each assessment of this bundle as often as it has conflicts."""
        found: list[AssessmentId] = []
        for one in self._named():
            try:
                found += [one] * len(self._services.disputes.of(one))
            except KnownError as error:
                self.failed.emit(error)
        return tuple(found)

    def _disputed_units(self) -> int:
        """How many units, institutions and products of this bundle have several versions."""
        parcel = self.current()
        if parcel is None or parcel.plan is None:
            return 0
        named = {one.record for one in parcel.plan.merge.records}
        return sum(it.record in named for it in self._services.disputes.register())

    def _only(self) -> AssessmentId | None:
        named = self._named()
        return named[0] if len(named) == 1 else None

    def _settle(self) -> None:
        concerned = set(self._disputed())
        is_one = len(concerned) == 1 and not self._disputed_units()
        self.conflicts_requested.emit(concerned.pop() if is_one else "")

    def _open(self) -> None:
        only = self._only()
        if only is not None:
            self.opened.emit(only)

    def _drop(self) -> None:
        self.inbox.drop(self.parcels_list.current_key())

    def _retranslate(self) -> None:
        self.drop_zone.state.describe(
            "inbox",
            self.tr("Jatuhkan paket di sini"),
            self.tr(
                "Dari rekan setim, dari pusat, atau dari perangkat Anda yang lain. Isinya "
                "diperlihatkan dahulu; tidak ada yang masuk sebelum Anda menerimanya."
            ),
        )
        self.drop_zone.hint_label.setText(
            self.tr("Ctrl+O membuka paket, juga beberapa sekaligus  ·  Ctrl+Enter menerima")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._texts = {}
            self._shown = ("", State.WAITING)
            self._show_list()
        super().changeEvent(event)
