"""Lay out evidence in rows of small pictures of one height, with captions below."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.errors import EvidenceMissing
from kepatuhan_desktop.reports import figures, styles
from kepatuhan_desktop.reports.phrases import Phrases
from kepatuhan_desktop.reports.sheet import Jpeg, Sheet, jpeg
from kepatuhan_desktop.reports.strips import Cell, Strip, gap, rows, together
from kepatuhan_desktop.reports.text import Line, Run, wrap

Pictures = Callable[[Evidence], bytes | None]
"""Print copies by evidence; None for what is no picture. Raises `EvidenceMissing`."""

_HEIGHT = 83.5  # 29 mm: a photo of 4 by 3 fills its frame
_COLUMNS = 4
_GAP = 8.0


class Gallery:
    """The pictures of one scorecard, each fetched once."""

    def __init__(self, pictures: Pictures, words: Phrases, lost: Collection[Digest] = ()) -> None:
        self._pictures = pictures
        self._words = words
        self._lost = set(lost)
        self._found: dict[tuple[Digest, int], Jpeg | None] = {}

    def strips(self, pieces: Sequence[Evidence], x: float, room: float) -> list[Strip]:
        """Rows of pictures; a row stays with its captions."""
        wide = (room - _GAP * (_COLUMNS - 1)) / _COLUMNS
        found: list[Strip] = []
        for at in range(0, len(pieces), _COLUMNS):
            some = pieces[at : at + _COLUMNS]
            places = [(x + number * (wide + _GAP), piece) for number, piece in enumerate(some)]
            captions = [Cell(left, self._caption(piece, wide)) for left, piece in places]
            found += together(
                [
                    Strip(_HEIGHT, partial(self._row, places, wide)),
                    Strip(2.5),
                    *rows(captions, styles.SMALL.leading - 0.6),
                ],
                limit=220,
            )
            found.append(gap(6))
        return found

    def _row(
        self, places: Sequence[tuple[float, Evidence]], wide: float, sheet: Sheet, top: float
    ) -> None:
        for x, piece in places:
            image = self._picture(piece)
            sheet.box(x, top, wide, _HEIGHT, fill=styles.SUNKEN, radius=3)
            if piece.digest in self._lost:
                self._gap(piece, sheet, x, top, wide)
            elif image is not None:
                sheet.picture(image, x, top, wide, _HEIGHT)
            else:
                self._placeholder(piece, sheet, x, top, wide)

    def _picture(self, piece: Evidence) -> Jpeg | None:
        key = (piece.digest, piece.rotation)
        if piece.digest not in self._lost and key not in self._found:
            try:
                data = self._pictures(piece)
            except EvidenceMissing:
                self._lost.add(piece.digest)
                return None
            self._found[key] = jpeg(data) if data is not None else None
        return self._found.get(key)

    def _name(self, piece: Evidence, wide: float) -> list[Line]:
        text = self._words.file.format(name=piece.name)
        return wrap([(text, styles.SMALL)], wide - 18)

    def _holds_name(self, piece: Evidence, wide: float) -> bool:
        return len(self._name(piece, wide)) <= _PLACEHOLDER_LINES

    def _placeholder(
        self, piece: Evidence, sheet: Sheet, x: float, top: float, wide: float
    ) -> None:
        left, upper = x + 9, top - 9
        sheet.box(left, upper, 13, 17, fill=styles.PAPER, stroke=styles.FAINT, radius=1.5)
        for stroke in range(3):
            sheet.rule(left + 3, upper - 5 - stroke * 3.6, left + 10, styles.FAINT, 0.7)
        for at, line in enumerate(self._name(piece, wide)[:_PLACEHOLDER_LINES]):
            sheet.line_of_words(left, upper - 22 - at * styles.SMALL.leading, line)

    def _gap(self, piece: Evidence, sheet: Sheet, x: float, top: float, wide: float) -> None:
        """An empty frame where the evidence was; unlike a document it has no sheet of paper."""
        sheet.box(x, top, wide, _HEIGHT, stroke=styles.RED.strong, radius=3, dash=(3, 2))
        room, style = wide - 18, styles.coloured(styles.SMALL_STRONG, styles.RED.strong)
        lines = wrap([(self._words.proof["lost"], style)], room)
        lines += wrap([(piece.name, styles.SMALL)], room)[:_PLACEHOLDER_LINES]
        for at, line in enumerate(lines):
            sheet.line_of_words(x + 9, top - 10 - at * styles.SMALL.leading, line)

    def _caption(self, piece: Evidence, wide: float) -> list[Line]:
        runs: list[Run] = []
        said = piece.caption.strip()
        if not _is_picture(piece) and not self._holds_name(piece, wide):
            said = f"{said}\n{piece.name}".strip()
        lines = wrap([(said, styles.SMALL)], wide) if said else []
        if piece.taken_at:
            runs.append((figures.moment(piece.taken_at, self._words), styles.SMALL_MUTED))
        elif piece.added_at:
            when = figures.moment(piece.added_at, self._words)
            runs.append((self._words.added.format(moment=when), styles.SMALL_MUTED))
        separator = "· " if runs else ""
        runs.append((separator + piece.digest[:8], styles.SMALL_MUTED))
        return lines + wrap(runs, wide)


_PLACEHOLDER_LINES = 4


def _is_picture(piece: Evidence) -> bool:
    return piece.media_type.startswith("image/")
