"""Draw a signature's strokes as the visible appearance of its field in a PDF.

Importing this imports pyHanko, which takes more than a second.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle
from pyhanko.stamp.base import BaseStamp

from kepatuhan_desktop.domain.seal import PAD_HEIGHT, PAD_WIDTH, Stroke

Point = tuple[float, float]

INK = "#14235A"
_LINE = 1.25
_DOT = 1.75
_ROUND = b"1 J 1 j"


@dataclass(frozen=True)
class Drawn(BaseStampStyle):
    """The strokes and nothing else: name, day and label stand on the page below the field."""

    strokes: tuple[Stroke, ...] = ()

    def create_stamp(
        self,
        writer: BasePdfFileWriter,
        box: BoxConstraints,
        text_params: dict[str, object],  # noqa: ARG002 - pyHanko hands over words; there are none
    ) -> BaseStamp:
        """The appearance for a field of that size."""
        return _Strokes(writer, self, box)


class _Strokes(BaseStamp):
    """A form XObject as large as the field."""

    def render(self) -> bytes:
        return content(self.style.strokes, self.box.width, self.box.height)


def content(strokes: tuple[Stroke, ...], width: float, height: float) -> bytes:
    """The operators that draw `strokes` in a box of that size; a smooth curve for each."""
    colour = " ".join(_number(int(INK[at : at + 2], 16) / 255) for at in (1, 3, 5))
    across, down = width / PAD_WIDTH, height / PAD_HEIGHT
    parts = [b"q", f"{colour} RG {_LINE} w".encode("ascii"), _ROUND]
    for stroke in strokes:
        points = [
            (_within(x, PAD_WIDTH) * across, height - _within(y, PAD_HEIGHT) * down)
            for x, y, _ in stroke
        ]
        parts += _curve(points)
    return b"\n".join([*parts, b"Q"])


def _curve(points: list[Point]) -> Iterator[bytes]:
    """A curve through the middles between the points, as reports draw pen strokes."""
    if not points:
        return
    if len(set(points)) == 1:
        # A line of no length with round ends is a dot.
        yield b"%g w %s m %s l S %g w" % (_DOT, _at(points[0]), _at(points[0]), _LINE)
        return
    start, *others = points
    yield b"%s m" % _at(start)
    for at, bend in enumerate(others):
        is_last = at == len(others) - 1
        after = bend if is_last else others[at + 1]
        end = bend if is_last else ((bend[0] + after[0]) / 2, (bend[1] + after[1]) / 2)
        yield b"%s %s %s c" % (_at(_towards(start, bend)), _at(_towards(end, bend)), _at(end))
        start = end
    yield b"S"


def _towards(end: Point, bend: Point) -> Point:
    """The control point that makes a cubic curve of a quadratic one."""
    return (end[0] + 2 * (bend[0] - end[0]) / 3, end[1] + 2 * (bend[1] - end[1]) / 3)


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most)


def _at(point: Point) -> bytes:
    return f"{_number(point[0])} {_number(point[1])}".encode("ascii")


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
