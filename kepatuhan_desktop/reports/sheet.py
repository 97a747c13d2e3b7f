"""Draw on the pages of a PDF; the only module that knows ReportLab's canvas."""

import hashlib
import io
import struct
from collections.abc import Sequence
from itertools import groupby

import msgspec
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFError
from reportlab.pdfbase.pdfutils import readJPEGInfo
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas

from kepatuhan_desktop.domain.seal import Frame
from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.styles import Style
from kepatuhan_desktop.reports.text import UNPRINTABLE, Line

# Base 85 would make every stream a quarter longer, for the sake of 7-bit mail.
rl_config.useA85 = 0

Point = tuple[float, float]

_COLOURS: dict[str, HexColor] = {}


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a PDF says about itself."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str


class Jpeg(ImageReader):  # type: ignore[misc]  # ReportLab comes without types
    """A JPEG that goes into the PDF as it is.

    ReportLab's own reader decodes every pixel, only to find a name for the picture.
    """

    def __init__(self, data: bytes) -> None:
        # The parent would open the picture; nothing of what it sets up is needed.
        self._bytes = data
        self._dataA = None
        self.width, self.height, *_ = readJPEGInfo(io.BytesIO(data))

    def getRGBData(self) -> bytes:  # noqa: N802 - ReportLab's name; what it hashes for the name
        """A digest of the file, which names it as well as its pixels would."""
        return hashlib.sha256(self._bytes).digest()

    def jpeg_fh(self) -> io.BytesIO:
        """The file."""
        return io.BytesIO(self._bytes)


def jpeg(data: bytes) -> Jpeg | None:
    """A picture for `Sheet.picture`; None for bytes that are no JPEG that a PDF can hold."""
    if not data.startswith(b"\xff\xd8"):
        return None
    try:
        found = Jpeg(data)
    except (PDFError, struct.error, IndexError):
        return None
    return found if found.width and found.height else None


class Sheet:
    """One page after another. Lengths in points, y upwards from the lower edge."""

    def __init__(self, about: About) -> None:
        self._out = io.BytesIO()
        # Every page would otherwise name Helvetica, which nobody embeds.
        styles.font(styles.REGULAR)
        self._canvas = Canvas(
            self._out,
            pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=styles.REGULAR,
            lang=about.language,
        )
        self._canvas.setTitle(about.title)
        self._canvas.setSubject(about.subject)
        self._canvas.setAuthor(about.author)
        self._canvas.setKeywords(", ".join(about.keywords))
        self._canvas.setCreator("Kepatuhan Desktop")
        self._canvas.setProducer("ReportLab")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._words: list[tuple[float, float, str, Style]] = []
        self._page = 0
        self.frames: dict[str, Frame] = {}
        """Rectangles that were reserved, by their names."""

    def words(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Clean text from `x` rightwards."""
        if text:
            self._words.append((x, baseline, text, style))

    def line_of_words(self, x: float, top: float, line: Line) -> None:
        """A line of text below `top`, in the middle of its leading."""
        if line:
            largest = max(line, key=lambda piece: piece.style.size).style
            baseline = top - baseline_below(largest)
            for piece in line:
                self.words(x + piece.x, baseline, piece.text, piece.style)

    def has_unprintable(self) -> bool:
        """Whether a character of this page has no glyph."""
        return any(UNPRINTABLE in text for _, _, text, _ in self._words)

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        radius: float = 0,
        line: float = 0.6,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A rectangle hanging from `top`."""
        canvas = self._canvas
        if fill:
            canvas.setFillColor(_colour(fill))
        if stroke:
            canvas.setStrokeColor(_colour(stroke))
            canvas.setLineWidth(line)
            canvas.setDash(list(dash))
        shape = (x, top - height, width, height)
        if radius:
            canvas.roundRect(*shape, radius, stroke=bool(stroke), fill=bool(fill))
        else:
            canvas.rect(*shape, stroke=bool(stroke), fill=bool(fill))

    def rule(
        self, x: float, y: float, until: float, colour: str = styles.LINE, line: float = 0.6
    ) -> None:
        """A horizontal line."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(line)
        self._canvas.setDash([])
        self._canvas.line(x, y, until, y)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.9,
    ) -> None:
        """A circle around a point."""
        if fill:
            self._canvas.setFillColor(_colour(fill))
        if stroke:
            self._canvas.setStrokeColor(_colour(stroke))
            self._canvas.setLineWidth(line)
            self._canvas.setDash([])
        self._canvas.circle(x, y, radius, stroke=bool(stroke), fill=bool(fill))

    def half_disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """The lower half of a disc."""
        self._canvas.setFillColor(_colour(fill))
        self._canvas.wedge(x - radius, y - radius, x + radius, y + radius, 180, 180, 0, 1)

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A filled shape with straight sides."""
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        self._canvas.setFillColor(_colour(fill))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def mosaic(self, x: float, top: float, side: float, rows: Sequence[Sequence[int]]) -> None:
        """A square of black and white fields, such as a QR code: rows of 1 and 0."""
        step = side / len(rows)
        path = self._canvas.beginPath()
        for down, row in enumerate(rows):
            across = 0
            for field, run in groupby(row):
                long = sum(1 for _ in run)
                if field:
                    path.rect(x + across * step, top - (down + 1) * step, long * step, step)
                across += long
        # One path, because neighbours that are filled one by one show white seams.
        self._canvas.setFillColor(_colour(styles.BLACK))
        self._canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)

    def picture(self, image: Jpeg, x: float, top: float, width: float, height: float) -> None:
        """A picture in the middle of a frame, as large as it gets without losing its shape."""
        scale = min(width / image.width, height / image.height)
        wide, high = image.width * scale, image.height * scale
        self._canvas.drawImage(
            image, x + (width - wide) / 2, top - (height + high) / 2, width=wide, height=high
        )

    def watermark(self, text: str, size: float) -> None:
        """Pale words across the page, under everything that is drawn afterwards."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(styles.PAGE_WIDTH / 2, styles.PAGE_HEIGHT / 2)
        canvas.rotate(52)
        canvas.setFillColor(_colour(styles.WATERMARK))
        canvas.setFont(styles.BOLD, size)
        canvas.drawCentredString(0, -size * 0.36, text)
        canvas.restoreState()

    def mark(self, key: str, top: float) -> None:
        """A place that the outline can lead to."""
        self._canvas.bookmarkHorizontal(key, 0, top)

    def reserve(self, name: str, x: float, top: float, width: float, height: float) -> None:
        """A rectangle of this page that is filled later, found in `frames`."""
        self.frames[name] = Frame(page=self._page, x=x, y=top - height, width=width, height=height)

    def frame(self, key: str, x: float, top: float, width: float, height: float) -> None:
        """A rectangle that other programs find as the PDF's named destination `key`."""
        place = self._canvas.bookmarkPage(
            key, fit="FitR", left=x, bottom=top - height, right=x + width, top=top
        )
        self._canvas.setCatalogEntry("Dests", {key: place})

    def outline(self, key: str, title: str, level: int) -> None:
        """An entry of the outline that leads to a named place."""
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def end_page(self) -> None:
        """Finish the page; the next drawing goes on a fresh one."""
        text = self._canvas.beginText()
        style: Style | None = None
        for x, baseline, words, wanted in self._words:
            if style is None or wanted.font != style.font or wanted.size != style.size:
                text.setFont(wanted.font, wanted.size, 0)
            if style is None or wanted.colour != style.colour:
                text.setFillColor(_colour(wanted.colour))
            style = wanted
            text.setTextOrigin(x, baseline)
            text.textLine(words)
        self._canvas.drawText(text)
        self._canvas.showPage()
        self._words = []
        self._page += 1

    def finish(self) -> bytes:
        """The whole PDF."""
        self._canvas.showOutline()
        self._canvas.save()
        return self._out.getvalue()


def baseline_below(style: Style) -> float:
    """How far below the top of its leading a line's baseline lies: capitals in the middle."""
    return style.leading / 2 + style.size * 0.364


def _colour(name: str) -> HexColor:
    found = _COLOURS.get(name)
    if found is None:
        found = _COLOURS[name] = HexColor(name)
    return found
