"""The pages of a PDF, whoever made it, drawn in the decoding process for screens and printers."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kepatuhan_desktop.errors import EvidenceDamaged
from kepatuhan_desktop.imaging.child import Child
from kepatuhan_desktop.imaging.confinement import SECONDS
from kepatuhan_desktop.imaging.decoding_talk import Draw, Drawn, Open, Sizes
from kepatuhan_desktop.imaging.sheets import Page

__all__ = ["Document", "Page", "opened"]

_POINTS_PER_INCH = 72
_MOST = 10_000
"""Pages; more are no document that somebody looks at."""


class Document:
    """An open PDF. One page after the other comes; the next one is drawn meanwhile."""

    def __init__(self, child: Child, name: str, sizes: list[tuple[float, float]]) -> None:
        self._child = child
        self._name = name
        self.sizes = sizes
        """Width and height of every page in points; 0 for one that is broken."""

    def fitting(self, width: int) -> Iterator[Page]:
        """Every page, `width` pixels wide."""
        return self._drawn(Draw(list(range(len(self.sizes))), width=max(1, width)))

    def resolved(self, dots_per_inch: float, which: Sequence[int]) -> Iterator[Page]:
        """The pages `which` (from 0) in that order."""
        return self._drawn(Draw(list(which), scale=dots_per_inch / _POINTS_PER_INCH))

    def _drawn(self, task: Draw) -> Iterator[Page]:
        self._child.ask(task)
        for _ in task.which:
            said, pixels = self._child.hear()
            if not isinstance(said, Drawn) or not _holds(said, len(pixels)):
                raise EvidenceDamaged(name=self._name, reason="decoder")
            yield Page(said.width, said.height, said.stride, pixels)


@contextmanager
def opened(
    data: bytes, name: str, *, seconds: float = SECONDS, command: list[str] | None = None
) -> Iterator[Document]:
    """The PDF, open in a process of its own for as long as the block lasts. For the worker.

    Raises `EvidenceDamaged`, also where that process dies or takes longer than `seconds` for
    one answer, and `EvidenceProtected`; so does drawing.
    """
    with Child(name, seconds=seconds, command=command) as child:
        child.ask(Open(name), data)
        said, _ = child.hear()
        if not isinstance(said, Sizes) or not _is_sane(said):
            raise EvidenceDamaged(name=name, reason="decoder")
        yield Document(child, name, said.points)


def _is_sane(said: Sizes) -> bool:
    return (
        0 < len(said.points) <= _MOST
        and all(math.isfinite(side) and side >= 0 for size in said.points for side in size)
        and all(said.points[0])
    )


def _holds(said: Drawn, size: int) -> bool:
    """Whether what the process says of a page fits its pixels; the process is not believed."""
    return (
        said.width > 0
        and said.height > 0
        and said.stride >= 3 * said.width
        and said.stride * said.height == size
    )
