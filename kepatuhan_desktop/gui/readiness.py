"""What to load and to make ahead of its time, in the order in which it will be wanted."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import icons, warming
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.turns import Deed, in_turns, next_turn
from kepatuhan_desktop.gui.warming import Piece

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.main_window import MainWindow

WALK = (
    "PIL.Image",
    "kepatuhan_desktop.gui.widgets.promoted",
    "kepatuhan_desktop.gui.widgets.question_card",
    "kepatuhan_desktop.gui.widgets.score_panel",
    "kepatuhan_desktop.gui.pages.walk_evidence",
    "kepatuhan_desktop.gui.pages.walk",
    "kepatuhan_desktop.services.answering",
)
"""Modules of the questions, each with what it needs; one holds the interpreter for 40 ms."""

REVIEW = ("kepatuhan_desktop.gui.widgets.promoted", "kepatuhan_desktop.gui.pages.review")
"""Modules of the page that reviews, as far as it needs them to be shown."""

SETTINGS = ("kepatuhan_desktop.gui.widgets.promoted", "kepatuhan_desktop.gui.pages.settings")
"""Modules of the settings."""

AUTHORITY = ("kepatuhan_desktop.gui.widgets.promoted", "kepatuhan_desktop.gui.pages.authority")
"""Modules of the authority, which few people open; nobody loads them ahead."""

_DIALOGS = (
    "kepatuhan_desktop.gui.dialogs.new_assessment",
    "kepatuhan_desktop.services.organisations",
    "kepatuhan_desktop.gui.dialogs.evidence_viewer",
)
_EVIDENCE = (
    "pyrage",
    "kepatuhan_desktop.imaging.ingest",
    "kepatuhan_desktop.imaging.pictures",
    "kepatuhan_desktop.imaging.copies",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.WebPImagePlugin",
)
_PAGES = (
    "reportlab.lib.utils",
    "reportlab.pdfbase.pdfmetrics",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "reportlab.platypus",
    "kepatuhan_desktop.reports.scorecard",
)
SAID = (
    "cryptography.x509",
    "kepatuhan_desktop.signing.certificates",
    "kepatuhan_desktop.services.adoptions",
    "kepatuhan_desktop.services.receiving",
    "kepatuhan_desktop.services.planning",
)
"""What the list needs to tell what headquarters has said."""

_OTHERS = (
    "kepatuhan_desktop.gui.pages.verify",
    "PySide6.QtPrintSupport",
)
_EXCHANGE = (
    "kepatuhan_desktop.signing.cms",
    "kepatuhan_desktop.services.exporting",
    "kepatuhan_desktop.services.importing",
    "kepatuhan_desktop.gui.pages.exchange",
    "kepatuhan_desktop.gui.pages.conflicts",
)
Page = TypeVar("Page", bound=QWidget)

_CARDS = 5
"""Question cards that are made before anybody asks for them: as many as most components have."""


def pieces(window: "MainWindow") -> list[Piece]:
    """Modules, and deeds of 10 to 40 ms that make the pages of `window`."""
    return [
        *WALK,
        window.walk,
        lambda: polish(window.walk()),
        *[partial(_prepare_card, window)] * _CARDS,
        partial(_look_ahead, window),
        *SAID,
        *_DIALOGS,
        *_EVIDENCE,
        *REVIEW,
        *_PAGES,
        window.prepare_review,
        window.review,
        lambda: polish(window.review()),
        *SETTINGS,
        *_OTHERS,
        window.settings,
        window.verify,
        *_EXCHANGE,
        *window.side.preparations(),
        window.side.exchange,
        lambda: polish(window.side.exchange()),
        window.side.conflicts,
        lambda: polish(window.side.conflicts()),
    ]


def every_module() -> Sequence[str]:
    """Every module that is loaded ahead, in its order."""
    first = (*WALK, *SAID, *_DIALOGS, *_EVIDENCE)
    return (*first, *REVIEW, *_PAGES, *SETTINGS, *_OTHERS, *_EXCHANGE)


def when_ready(
    window: "MainWindow",
    modules: Sequence[str],
    make: Callable[[], Page],
    *deeds: Callable[[Page], object],
    first: Sequence[Deed] = (),
    ahead: Callable[[], object] | None = None,
) -> None:
    """Do `deeds` to a page when its modules are there: at once, where they are.

    Who is quicker than the warm-up waits a moment. The window says so and does not stand still
    meanwhile: each of `first`, which make parts of the page, to `make` it, `ahead` and each of
    `deeds` have a turn of their own. With `first`, never at once.
    """
    if not first and warming.are_loaded(modules) and not warming.is_under_way(window):
        for deed in deeds:
            deed(make())
        return
    window.status_line.show_busy(True)
    turns: list[Deed] = [*first, make, lambda: polish(make())]
    if ahead is not None:
        turns.append(ahead)
    turns += [_applied(deed, make) for deed in deeds]
    then = partial(in_turns, window, [*turns, lambda: _show_whether_busy(window)])
    # A thread that loads keeps the interpreter from whoever wants to paint that it does.
    next_turn(window, partial(warming.after_loading, window, modules, then))


def _applied(deed: Callable[[Page], object], make: Callable[[], Page]) -> Deed:
    return lambda: deed(make())


def _show_whether_busy(window: "MainWindow") -> None:
    window.status_line.show_busy(window.jobs.count() > 0)


def _prepare_card(window: "MainWindow") -> None:
    polish(window.walk().question_column.prepare())


def _look_ahead(window: "MainWindow") -> None:
    """Look at the assessment that stands first in the list."""
    for row in window.services.assessments.rows()[:1]:
        look_at(window, row.id)


def look_at(window: "MainWindow", one: AssessmentId) -> None:
    """Read an assessment, and with it how it is scored, and draw the icons of its components."""
    with suppress(KnownError):  # whoever opens it is told
        for node in window.services.assessments.overview(one).instrument.components:
            icons.renderer(icons.of_node(node.icon), tokens_of().muted)


def polish(part: QWidget) -> None:
    """Style what is in `part` now; Qt would do it when it is first shown."""
    for widget in (part, *part.findChildren(QWidget)):
        widget.ensurePolished()
