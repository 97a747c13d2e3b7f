"""Print a scorecard as a PDF; the same scorecard gives the same bytes on any day."""

from collections.abc import Mapping
from typing import NamedTuple

from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.seal import Frame
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.reports import (
    bars,
    calculation,
    details,
    findings,
    pages,
    signatures,
    summary,
)
from kepatuhan_desktop.reports.gallery import Gallery, Pictures
from kepatuhan_desktop.reports.paper_code import Code
from kepatuhan_desktop.reports.reading import Reading
from kepatuhan_desktop.reports.sheet import About, Sheet
from kepatuhan_desktop.reports.strips import Bookmark, Strip, gap
from kepatuhan_desktop.reports.text import clean

_UNWATCHED = Unwatched()


class Drawing(NamedTuple):
    """The pages, and where on them signatures go."""

    pdf: bytes
    frames: Mapping[str, Frame]
    """By the names of the signature fields."""


def render(
    card: Scorecard,
    *,
    pictures: Pictures,
    language: str = "id",
    code: Code | None = None,
    progress: Progress = _UNWATCHED,
) -> bytes:
    """The pages alone; see `draw`."""
    return draw(card, pictures=pictures, language=language, code=code, progress=progress).pdf


def draw(
    card: Scorecard,
    *,
    pictures: Pictures,
    language: str = "id",
    code: Code | None = None,
    progress: Progress = _UNWATCHED,
) -> Drawing:
    """The PDF: A4, fonts embedded; with `code` drawn beside the signatures.

    `pictures` gives the print copy (JPEG) of a piece of evidence, at most once for each file
    and rotation; None leaves a named empty frame, and where it raises `EvidenceMissing` or the
    card says so, the frame says that the file is lost. `progress` counts pages; what it raises
    passes through, and nothing has been written.
    """
    reading = Reading(card, language)
    sheet = Sheet(_about(reading))
    ribbon = _ribbon(reading, Gallery(pictures, reading.words, card.lost), code)
    pages.draw(ribbon, reading, sheet, progress)
    return Drawing(sheet.finish(), sheet.frames)


def _ribbon(reading: Reading, gallery: Gallery, code: Code | None) -> list[Strip]:
    return [
        *summary.title(reading),
        *summary.identity(reading),
        *summary.correction(reading),
        *summary.notice(reading),
        *bars.section(reading),
        *signatures.remark(reading),
        *signatures.section(reading, code),
        Strip(0, is_page_end=True),
        Strip(0, keep=True, bookmark=Bookmark("details", reading.words.details, 0)),
        *details.section(reading, gallery),
        gap(26),
        *findings.table(reading),
        *calculation.section(reading),
    ]


def _about(reading: Reading) -> About:
    card, said = reading.card, reading.words
    title = f"{said.title.title()} · {card.unit.name} · {card.profile.period}"
    if reading.is_draft:
        title = f"{said.draft_mark} · {title}"
    instrument = reading.say(card.instrument.title)
    return About(
        title=_one_line(title),
        subject=_one_line(f"{said.subject} · {instrument} {card.instrument.version}"),
        author=_one_line(card.profile.auditor.name),
        keywords=(_one_line(card.assessment), _one_line(card.journal), card.instrument.digest),
        language=said.language,
    )


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
