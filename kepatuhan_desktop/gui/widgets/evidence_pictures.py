"""Remember which pictures of a card's evidence have come, and what the tiles say meanwhile."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import EvidenceId
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.widgets.thumbnail import Piece

PictureState = Literal["ready", "missing"]
_Pieces = Sequence[tuple[EvidenceId, Evidence]]


class EvidencePictures:
    """A turned picture is another picture: it has to come again.

    So has the picture of a piece that comes back, because its tile has gone.
    """

    def __init__(self) -> None:
        self._come: dict[str, tuple[int, PictureState, str]] = {}

    def forget(self) -> None:
        """Nothing has come."""
        self._come.clear()

    def put(self, pieces: _Pieces, key: str, state: PictureState, sentence: str) -> None:
        """The picture of a piece has come or never will; a piece that has gone is passed over."""
        for name, piece in pieces:
            if name == key:
                self._come[key] = (piece.rotation, state, sentence)

    def wanted(self, pieces: _Pieces) -> list[tuple[EvidenceId, Evidence]]:
        """The pieces without a picture."""
        return [(name, piece) for name, piece in pieces if self._known(name, piece) is None]

    def pieces(self, pieces: _Pieces) -> list[Piece]:
        """What the tiles say; no others are there from now on."""
        names = {name for name, _ in pieces}
        self._come = {name: known for name, known in self._come.items() if name in names}
        return [_tile(name, piece, self._known(name, piece)) for name, piece in pieces]

    def _known(self, name: str, piece: Evidence) -> tuple[PictureState, str] | None:
        rotation, state, sentence = self._come.get(name, (-1, "missing", ""))
        return (state, sentence) if rotation == piece.rotation else None


def _tile(name: str, piece: Evidence, known: tuple[PictureState, str] | None) -> Piece:
    time = words.moment(piece.taken_at or piece.added_at)
    detail = f"{piece.name}, {time}" if time else piece.name
    icon = "image" if piece.media_type.startswith("image/") else "file-text"
    caption = piece.caption or piece.name
    if known is None:
        # A tile only exists once its file and its entry are on the disk.
        saved = QCoreApplication.translate("evidence", "Tersimpan · {name}")
        return Piece(name, saved.format(name=caption), "loading", icon, detail)
    state, sentence = known
    return Piece(name, caption, state, icon, sentence or detail)
