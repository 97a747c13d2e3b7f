"""Draw the shapes that several painted widgets and delegates share."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import Tokens, Zone

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_UNLIMITED = 100_000.0
_MOST = 8192
"""Texts whose size is remembered: layouts ask for the same ones again and again."""

_heights: dict[tuple[str, str, float], float] = {}
_widths: dict[tuple[str, str], float] = {}
_elided: dict[tuple[str, str, float], str] = {}


def frame(
    painter: QPainter,
    area: QRectF,
    radius: float,
    fill: QColor | Qt.GlobalColor,
    line: QColor | Qt.GlobalColor,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose line lies inside `area`."""
    inset = width / 2
    pen = QPen(line, width)
    if dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, area: QRectF, radius: float, tokens: Tokens) -> None:
    """The two-pixel outline of whatever has the keyboard."""
    frame(painter, area, radius, Qt.GlobalColor.transparent, tokens.ink("primary"), width=2)


def text_height(text: str, font: QFont, width: float) -> float:
    """The height of `text` wrapped to `width`; 0 for no text."""
    if not text:
        return 0.0
    key = (text, font.key(), width)
    height = _heights.get(key)
    if height is None:
        room = QRectF(0, 0, width, _UNLIMITED)
        height = QFontMetricsF(font).boundingRect(room, int(WRAPPED), text).height()
        if len(_heights) >= _MOST:
            _heights.clear()
        _heights[key] = height
    return height


def text_width(text: str, font: QFont) -> float:
    """The width of `text` on one line."""
    key = (text, font.key())
    width = _widths.get(key)
    if width is None:
        width = QFontMetricsF(font).horizontalAdvance(text)
        if len(_widths) >= _MOST:
            _widths.clear()
        _widths[key] = width
    return width


def elided(text: str, font: QFont, width: float) -> str:
    """`text` on one line, with an ellipsis when it is wider than `width`."""
    key = (text, font.key(), width)
    short = _elided.get(key)
    if short is None:
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        if len(_elided) >= _MOST:
            _elided.clear()
        _elided[key] = short
    return short


def badge_font(tokens: Tokens) -> QFont:
    """The font of badges."""
    return tokens.font(12, QFont.Weight.DemiBold)


def badge_size(text: str, tokens: Tokens) -> QSize:
    """What `paint_badge` needs for `text`."""
    font = badge_font(tokens)
    return QSize(round(text_width(text, font)) + 20, round(text_height("X", font, 100)) + 8)


def paint_badge(painter: QPainter, area: QRectF, text: str, zone: Zone, tokens: Tokens) -> None:
    """A soft rounded ground with `text` in the strong colour of the zone, elided if need be."""
    strong, soft = tokens.zone(zone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame(
        painter, area, min(area.height() / 2, 9), QColor(soft), Qt.GlobalColor.transparent, width=0
    )
    font = badge_font(tokens)
    painter.setFont(font)
    painter.setPen(QColor(strong))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, elided(text, font, area.width() - 12))


def paint_two_lines(
    painter: QPainter, area: QRectF, above: str, below: str, tokens: Tokens
) -> None:
    """A name in bold over what tells more of it, both elided, in the middle of `area`."""
    bold, small = tokens.font(14, QFont.Weight.DemiBold), tokens.font(12)
    upper, lower = text_height("X", bold, 100), text_height("X", small, 100)
    top = area.center().y() - (upper + lower + 2) / 2
    for text, font, ink, at, height in (
        (above, bold, "text", top, upper),
        (below, small, "muted", top + upper + 2, lower),
    ):
        painter.setFont(font)
        painter.setPen(tokens.ink(ink))
        painter.drawText(
            QRectF(area.left(), at, area.width(), height),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            elided(text, font, area.width()),
        )


def paint_badge_left(
    painter: QPainter, area: QRectF, text: str, zone: Zone, tokens: Tokens
) -> None:
    """A badge at the left of `area`, in its middle."""
    size = badge_size(text, tokens)
    shape = QRectF(area.left(), 0, min(size.width(), area.width()), size.height())
    shape.moveTop(area.center().y() - size.height() / 2)
    paint_badge(painter, shape, text, zone, tokens)


def paint_ring(
    painter: QPainter,
    area: QRectF,
    share: float,
    icon: str,
    tokens: Tokens,
    zone: Zone = "primary",
) -> None:
    """A ring filled to `share` (0..1) around an icon; a full one is green with a check mark."""
    is_full = share >= 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(area.width(), area.height())
    width = max(2.0, side / 11)
    ring = QRectF(0, 0, side - width, side - width)
    ring.moveCenter(area.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.ink("line"), width))
    painter.drawEllipse(ring)
    colour = tokens.green if is_full else tokens.zone(zone)[0]
    if share > 0:
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * min(share, 1.0)))
    picture = QRectF(0, 0, side * 0.5, side * 0.5)
    picture.moveCenter(area.center())
    icons.paint(painter, picture, "check" if is_full else icon, colour if is_full else tokens.muted)


def plain_tip(text: str) -> str:
    """`text` as a tool tip that Qt does not read as HTML."""
    import html  # noqa: PLC0415 - start-up time

    return f"<span>{html.escape(text)}</span>" if text else ""
