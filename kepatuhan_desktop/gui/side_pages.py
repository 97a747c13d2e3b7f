"""Make the pages beside the assessments when they are first wanted, and lead back from them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.turns import Deed
from kepatuhan_desktop.gui.warming import Piece

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.pages.authority import AuthorityPage
    from kepatuhan_desktop.gui.pages.conflicts import ConflictsPage
    from kepatuhan_desktop.gui.pages.exchange import ExchangePage
    from kepatuhan_desktop.gui.pages.exchange_inbox import InboxView
    from kepatuhan_desktop.gui.pages.exchange_outbox import OutboxView
    from kepatuhan_desktop.gui.pages.verify import VerifyPage
    from kepatuhan_desktop.gui.widgets.person_panel import PersonPanel

BUNDLE = ".paket"
"""How the names of bundles end, so that a drop on the list goes to the right page."""

# ruff: noqa: PLC0415 - the late imports are this module's purpose


class SidePages(QObject):
    """Verifying, exchanging, settling conflicts: each leads back to where one was.

    The authority leads back to the settings, from which it is reached.
    """

    opened = Signal(str)
    """An assessment that the person wants to see."""
    question_requested = Signal(str, str)
    """An assessment and one of its indicators."""
    review_requested = Signal(str)
    """An assessment that can be signed."""
    settings_requested = Signal()

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        refresher: Refresher,
        stack: QStackedWidget,
        join: Callable[[QWidget], QWidget],
        show: Callable[[QWidget], None],
    ) -> None:
        """`join` puts a page into the window, `show` shows it."""
        super().__init__(stack)
        self._services = services
        self._jobs = jobs
        self._refresher = refresher
        self._stack = stack
        self._join = join
        self._show = show
        self._verify: VerifyPage | None = None
        self._exchange: ExchangePage | None = None
        self._conflicts: ConflictsPage | None = None
        self._outbox: OutboxView | None = None
        self._inbox: InboxView | None = None
        self._person_panel: PersonPanel | None = None
        self._locked: AuthorityPage | None = None
        self._authority: AuthorityPage | None = None
        self._before: dict[QWidget, QWidget] = {}

    def verify(self) -> "VerifyPage":
        """The page that verifies."""
        if self._verify is None:
            from kepatuhan_desktop.gui.pages.verify import VerifyPage

            self._verify = page = VerifyPage(
                self._services, self._jobs, self._refresher, self._stack
            )
            self._take(page)
        return self._verify

    def exchange(self) -> "ExchangePage":
        """The page of bundles."""
        if self._exchange is None:
            from kepatuhan_desktop.gui.pages.exchange import ExchangePage

            made = (self._outbox, self._inbox)
            self._outbox = self._inbox = None
            self._exchange = page = ExchangePage(
                self._services, self._jobs, self._refresher, self._stack, *made
            )
            page.opened.connect(self.opened)
            page.conflicts_requested.connect(self.show_conflicts)
            self._take(page)
        return self._exchange

    def preparations(self) -> Sequence[Piece]:
        """Deeds that make parts of the page of bundles, which then does not make them again."""
        return self._prepare_outbox, self._prepare_inbox

    def _prepare_outbox(self) -> None:
        from kepatuhan_desktop.gui.pages.exchange_outbox import OutboxView

        if self._exchange is None and self._outbox is None:
            self._outbox = OutboxView(self._services, self._jobs, self._stack)

    def _prepare_inbox(self) -> None:
        from kepatuhan_desktop.gui.pages.exchange_inbox import InboxView

        if self._exchange is None and self._inbox is None:
            self._inbox = InboxView(self._services, self._jobs, self._stack)

    def conflicts(self) -> "ConflictsPage":
        """The page of conflicts."""
        if self._conflicts is None:
            from kepatuhan_desktop.gui.pages.conflicts import ConflictsPage

            self._conflicts = page = ConflictsPage(
                self._services, self._jobs, self._refresher, self._stack
            )
            page.question_requested.connect(self.question_requested)
            page.review_requested.connect(self.review_requested)
            self._take(page)
        return self._conflicts

    def authority(self) -> "AuthorityPage":
        """The authority of headquarters."""
        if self._authority is None:
            self._prepare_authority()
            assert self._locked is not None
            self._authority, self._locked = self._locked, None
            self._authority.left.connect(self.settings_requested)
            self._join(self._authority)
        return self._authority

    def preparations_of_authority(self) -> Sequence[Deed]:
        """Deeds that make parts of the authority's page; none where it has been made.

        Few people open it: nobody makes it ahead.
        """
        if self._authority is not None:
            return ()
        return self._prepare_person_panel, self._prepare_authority

    def _prepare_person_panel(self) -> None:
        from kepatuhan_desktop.gui.widgets.person_panel import PersonPanel

        if self._authority is None and self._person_panel is None:
            self._person_panel = PersonPanel(self._stack)

    def _prepare_authority(self) -> None:
        from kepatuhan_desktop.gui.pages.authority import AuthorityPage

        if self._authority is None and self._locked is None:
            panel, self._person_panel = self._person_panel, None
            self._locked = AuthorityPage(self._jobs, self._stack, panel)

    def is_authority(self, page: QWidget | None) -> bool:
        """Whether `page` is that of the authority."""
        return page is not None and page is self._authority

    def show_verify(self) -> None:
        """Check signed files and photos of pages."""
        self._go_to(self.verify())

    def show_exchange(self) -> None:
        """Send bundles and take them in."""
        self._go_to(self.exchange())

    def show_conflicts(self, one: str = "", slot: str = "") -> None:
        """Settle the conflicts of an assessment, or of all of them."""
        page = self.conflicts()
        if one:
            page.show_assessment(one, slot)
        else:
            page.show_all()
        self._go_to(page)

    def show_every_conflict(self) -> None:
        """Settle the conflicts of every open assessment."""
        self.show_conflicts()

    def open_files(self, paths: Sequence[str]) -> None:
        """Bundles to the page of bundles; everything else is checked."""
        bundles = [path for path in paths if path.lower().endswith(BUNDLE)]
        others = [path for path in paths if path not in bundles]
        if bundles:
            self.show_exchange()
            self.exchange().open_files(bundles)
        elif others:
            self.show_verify()
            self.verify().check_files(others)

    def _take(self, page: "VerifyPage | ExchangePage | ConflictsPage") -> None:
        page.left.connect(self._leave)
        self._join(page)

    def _go_to(self, page: QWidget) -> None:
        current = self._stack.currentWidget()
        # From one side page to another and back would never lead out.
        if current is not None and current is not page and self._before.get(current) is not page:
            self._before[page] = current
        self._show(page)

    def _leave(self) -> None:
        current = self._stack.currentWidget()
        before = self._before.get(current) if current is not None else None
        home = before or self._stack.widget(0)
        if home is not None:
            self._show(home)
