"""What to load and to make ahead of its time, in the order in which it will be wanted."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.errors import KnownError
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
_REVIEW = (
    "kepatuhan_desktop.gui.pages.review",
    "pypdfium2",
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
    "kepatuhan_desktop.gui.pages.settings",
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
_CARDS = 5
"""Question cards that are made before anybody asks for them: as many as most components have."""


def pieces(window: "MainWindow") -> list[Piece]:
    """Modules, and deeds of 10 to 40 ms that make the pages of `window`."""
    return [
        *WALK,
        window.walk,
        lambda: _polish(window.walk()),
        *[partial(_prepare_card, window)] * _CARDS,
        partial(_look_ahead, window),
        *SAID,
        *_DIALOGS,
        *_EVIDENCE,
        *_REVIEW,
        window.review,
        lambda: _polish(window.review()),
        *_OTHERS,
        window.settings,
        window.verify,
        *_EXCHANGE,
        window.side.exchange,
        window.side.conflicts,
    ]


def _prepare_card(window: "MainWindow") -> None:
    _polish(window.walk().question_column.prepare())


def _look_ahead(window: "MainWindow") -> None:
    """Read the assessment that stands first in the list, and with it how it is scored."""
    assessments = window.services.assessments
    with suppress(KnownError):  # whoever opens it is told
        for row in assessments.rows()[:1]:
            assessments.overview(row.id)


def _polish(part: QWidget) -> None:
    """Style what is in `part` now; Qt would do it when it is first shown."""
    for widget in (part, *part.findChildren(QWidget)):
        widget.ensurePolished()
