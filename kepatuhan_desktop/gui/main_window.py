"""The window: one page at a time, what went wrong above it, what happened below."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QChildEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import frame, languages, readiness, refusals, theme
from kepatuhan_desktop.gui.drops import local_files
from kepatuhan_desktop.gui.identity_watch import IdentityWatch
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.assessments import AssessmentsPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.refusals import Refusals
from kepatuhan_desktop.gui.side_pages import SidePages
from kepatuhan_desktop.gui.turns import next_turn
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.status_line import StatusLine
from kepatuhan_desktop.gui.widgets.toast import Toast
from kepatuhan_desktop.settings import Language

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.pages.authority import AuthorityPage
    from kepatuhan_desktop.gui.pages.review import ReviewPage
    from kepatuhan_desktop.gui.pages.settings import SettingsPage
    from kepatuhan_desktop.gui.pages.verify import VerifyPage
    from kepatuhan_desktop.gui.pages.walk import WalkPage
    from kepatuhan_desktop.gui.widgets.sealing_panel import SealingPanel

# Faults that only writing meets; of others, whoever wrote says whether a change is unsaved.
# The next change that reaches the disk ends it.
_UNSAVED = {"workspace.disk_full", "workspace.read_only"}

Page = TypeVar("Page", bound=QWidget)


class MainWindow(QWidget):
    """Shows the list at first; the other pages are made when they are first wanted.

    A window of its own, or what `frame.Frame` holds.
    """

    home_chosen = Signal(str)
    """The folder of another workspace that should be open instead."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.jobs = Jobs(self)
        self.refresher = Refresher(self)
        self._identity = IdentityWatch(services, self.jobs, self)
        self._walk: WalkPage | None = None
        self._review: ReviewPage | None = None
        self._panel: SealingPanel | None = None
        self._settings: SettingsPage | None = None
        self._before_settings: QWidget | None = None
        self._wanted: QWidget | None = None
        self._is_closing = False
        self._wardrobe = theme.wardrobe(self)
        self._build()
        self.list_page = self._join(AssessmentsPage(services, self.jobs, self.refresher))
        self.list_page.opened.connect(self.open_assessment)
        self.list_page.settings_requested.connect(self.show_settings)
        self.list_page.keys_requested.connect(self.show_keys)
        self.side = SidePages(
            services, self.jobs, self.refresher, self.stack, self._join, self._show
        )
        self.side.opened.connect(self.open_assessment)
        self.side.question_requested.connect(self.show_indicator)
        self.side.review_requested.connect(self.show_review)
        self.side.settings_requested.connect(self.show_settings)
        self.list_page.verify_requested.connect(self.show_verify)
        self.list_page.exchange_requested.connect(self.side.show_exchange)
        self.list_page.identity_given.connect(self._take_name)
        self._connect()
        self._show_who()

    def open_assessment(self, one: str) -> None:
        """Show an assessment where work on it goes on: the walk, or the sealed scorecard."""
        self._guarded(self._open, AssessmentId(one))

    def show_list(self) -> None:
        """Go back to the list."""
        self._show(self.list_page)

    def show_walk(self, one: str) -> None:
        """Show the questions of an assessment."""
        self.walk().show_assessment(AssessmentId(one))
        self._show(self.walk())

    def show_indicator(self, one: str, indicator: str) -> None:
        """Show one question of an assessment."""
        self.show_walk(one)
        self.walk().go_to(indicator)

    def show_review(self, one: str) -> None:
        """Show what an assessment still lacks, and have it signed."""
        readiness.when_ready(
            self, readiness.REVIEW, self.review, lambda page: page.show_assessment(one), self._show
        )

    def show_settings(self) -> None:
        """Show the settings; leaving them leads back to where one was."""
        readiness.when_ready(self, readiness.SETTINGS, self.settings, self._show_settings)

    def _show_settings(self, page: QWidget) -> None:
        # The authority is reached from the settings, and leads back there.
        current = self.stack.currentWidget()
        if current is not page and not self.side.is_authority(current):
            self._before_settings = current
        self._show(page)

    def show_authority(self) -> None:
        """Show the authority, locked."""
        readiness.when_ready(
            self,
            readiness.AUTHORITY,
            self.authority,
            self._show,
            first=self.side.preparations_of_authority(),
        )

    def show_verify(self) -> None:
        """Check signed files and photos of pages; leaving leads back to where one was."""
        self.side.show_verify()

    def show_keys(self) -> None:
        """List the keys of all pages."""
        from kepatuhan_desktop.gui.dialogs.keys import KeysDialog  # noqa: PLC0415 - when wanted

        dialog = KeysDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def walk(self) -> "WalkPage":
        """The walk, made when first wanted."""
        if self._walk is None:
            from kepatuhan_desktop.gui.pages.walk import WalkPage  # noqa: PLC0415 - when wanted

            self._walk = self._join(WalkPage(self.services, self.jobs, self.refresher, self.stack))
            self._walk.left.connect(self.show_list)
            self._walk.saved_label.failed.connect(self.refresher.unsaved)
            self._walk.review_requested.connect(self.show_review)
            self._walk.conflict_requested.connect(self.side.show_conflicts)
        return self._walk

    def review(self) -> "ReviewPage":
        """The review, made when first wanted."""
        if self._review is None:
            from kepatuhan_desktop.gui.pages.review import ReviewPage  # noqa: PLC0415 - when wanted

            panel, self._panel = self._panel, None
            self._review = self._join(
                ReviewPage(self.services, self.jobs, self.refresher, self.stack, panel)
            )
            self._review.left.connect(self._leave_review)
            self._review.acts.unsaved.connect(self.refresher.unsaved)
            self._review.panel.remark_state.failed.connect(self.refresher.unsaved)
            self._review.indicator_requested.connect(self.show_indicator)
            self._review.conflict_requested.connect(self.side.show_conflicts)
        return self._review

    def prepare_review(self) -> None:
        """Make the part of the review that takes longest, which then does not make it again."""
        from kepatuhan_desktop.gui.widgets.sealing_panel import (  # noqa: PLC0415 - when wanted
            SealingPanel,
        )

        if self._review is None and self._panel is None:
            self._panel = SealingPanel(self.stack)

    def settings(self) -> "SettingsPage":
        """The settings, made when first wanted."""
        if self._settings is None:
            from kepatuhan_desktop.gui.pages.settings import (  # noqa: PLC0415 - when wanted
                SettingsPage,
            )

            page = self._join(SettingsPage(self.services, self.jobs, self.refresher, self.stack))
            page.left.connect(self._leave_settings)
            page.theme_chosen.connect(self._wear)
            page.language_chosen.connect(self._speak)
            page.identity_changed.connect(self._show_who)
            page.home_chosen.connect(self.home_chosen)
            page.authority_requested.connect(self.show_authority)
            self._settings = page
        return self._settings

    def authority(self) -> "AuthorityPage":
        """The authority of headquarters, made when first wanted."""
        return self.side.authority()

    def verify(self) -> "VerifyPage":
        """The page that verifies, made when first wanted."""
        return self.side.verify()

    def say_error(self, error: object) -> None:
        """Show a fault above the page; what is unknown is written to the log by its catcher."""
        if isinstance(error, KnownError | Refusals):
            self.error_bar.say(refusals.told(error))
            if _UNSAVED & refusals.codes(error):
                self.refresher.unsaved.emit()
            return
        text = self.tr(
            "Terjadi kesalahan di dalam program ({kind}). Jawaban dan bukti yang sudah "
            "tersimpan tetap aman. Lanjutkan bekerja; bila terulang, kirimkan berkas "
            "logs/desktop.log dari folder ruang kerja."
        )
        self.error_bar.say(text.format(kind=type(error).__name__))

    def announce(self, text: str, undo: object = None) -> None:
        """Say something in passing, with a button that takes it back where `undo` can be called."""
        about = self._wanted or self.stack.currentWidget()
        self.toast.say(text, self.tr("Urungkan") if callable(undo) else "", undo, about=about)

    def _build(self) -> None:
        self.setWindowTitle(frame.TITLE)
        # By the palette and not by the style sheet, which the wardrobe gives to the parts only.
        self.setAutoFillBackground(True)
        self.setAcceptDrops(True)
        self.error_bar = ErrorBar(self)
        self.stack = QStackedWidget(self)
        self.status_line = StatusLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.error_bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status_line)
        self.toast = Toast(self)
        for part in (self.error_bar, self.status_line, self.toast):
            self._wardrobe.add(part)
        frame.place(self)

    def _connect(self) -> None:
        self.toast.acted.connect(self._act)
        self.stack.currentChanged.connect(self.toast.leave_page)
        self.jobs.busy.connect(self.status_line.show_busy)
        self.jobs.busy.connect(self._close_when_idle)
        self.refresher.changed.connect(self._saved)
        self.refresher.unsaved.connect(partial(self.status_line.show_unsaved, True))
        self._identity.changed.connect(self.refresher.changed)
        self._identity.failed.connect(self.say_error)
        for keys, deed in (
            ("Ctrl+,", self.show_settings),
            ("Ctrl+Shift+P", self.show_verify),
            ("Ctrl+Shift+E", self.side.show_exchange),
            ("Ctrl+Shift+K", self.side.show_every_conflict),
            ("F1", self.show_keys),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _join(self, page: Page) -> Page:
        page.failed.connect(self.say_error)  # type: ignore[attr-defined]  # by the contract of pages
        page.announced.connect(self.announce)  # type: ignore[attr-defined]  # as above
        self.stack.addWidget(page)
        self._wardrobe.add(page)
        return page

    def _show(self, page: QWidget) -> None:
        self.error_bar.clear()
        self._wanted = page
        if self._wardrobe.hurry(page):
            # To dress a page and to show it takes 50 ms together.
            next_turn(self, partial(self._turn_to, page))
        else:
            self.stack.setCurrentWidget(page)

    def _turn_to(self, page: QWidget) -> None:
        if page is self._wanted:  # and no other one meanwhile
            self.stack.setCurrentWidget(page)

    def _open(self, one: AssessmentId) -> None:
        is_sealed = self.services.assessments.row(one).status == Status.SEALED
        self.list_page.make_current(one)
        if is_sealed:
            self.show_review(one)
        else:
            readiness.when_ready(
                self,
                readiness.WALK,
                self.walk,
                lambda page: page.show_assessment(one),
                self._show,
                ahead=partial(readiness.look_at, self, one),
            )

    def _leave_review(self, one: str) -> None:
        self._guarded(self._return_from_review, AssessmentId(one))

    def _return_from_review(self, one: AssessmentId) -> None:
        if self.services.assessments.row(one).status == Status.SEALED:
            self.show_list()
        else:
            self.show_walk(one)

    def _leave_settings(self) -> None:
        self._show(self._before_settings or self.list_page)

    def _guarded(self, deed: Callable[[AssessmentId], None], one: AssessmentId) -> None:
        try:
            deed(one)
        except KnownError as error:
            self.say_error(error)

    def _act(self, undo: object) -> None:
        if callable(undo):
            try:
                undo()
            except KnownError as error:
                self.say_error(error)

    def _saved(self, _changes: Changes) -> None:
        self.status_line.show_unsaved(False)

    def _take_name(self) -> None:
        self._show_who()
        self._identity.ensure()

    def _show_who(self) -> None:
        self.status_line.show_who(self.services.auditor().name, self.services.device)

    def _wear(self, name: theme.Theme) -> None:
        theme.apply(_application(), name)

    def _speak(self, language: Language) -> None:
        languages.apply(_application(), language)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # The other pages take files themselves, or have no use for them.
        if self.stack.currentWidget() is self.list_page and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.side.open_files(paths)

    def childEvent(self, event: QChildEvent) -> None:
        child = event.child()
        if event.polished() and isinstance(child, QWidget) and child.isWindow():
            self._wardrobe.lend(child)
        super().childEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._walk is not None:
            # A note still being typed is saved before anything is let go.
            self._walk.flush()
        if self.jobs.count():
            event.ignore()
            if not self._is_closing:
                self._ask_to_stop()
            return
        frame.remember_place(self.window())
        self.jobs.shutdown()
        super().closeEvent(event)

    def _ask_to_stop(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - start-up time

        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Pekerjaan belum selesai"))
        box.setText(self.tr("Masih ada pekerjaan yang berjalan."))
        box.setInformativeText(
            self.tr("Yang sudah tersimpan tetap aman; yang sedang berjalan dibatalkan.")
        )
        stop = box.addButton(self.tr("Batalkan dan tutup"), QMessageBox.ButtonRole.DestructiveRole)
        wait = box.addButton(self.tr("Tunggu selesai"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(wait)
        box.setEscapeButton(wait)
        stop.clicked.connect(self._stop_and_close)
        box.open()

    def _stop_and_close(self) -> None:
        self._is_closing = True
        self.jobs.cancel_all()
        self._close_when_idle(self.jobs.count() > 0)

    def _close_when_idle(self, is_busy: bool) -> None:
        if self._is_closing and not is_busy:
            # The signal comes from inside the last job; it should be over first.
            QTimer.singleShot(0, self.window().close)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
