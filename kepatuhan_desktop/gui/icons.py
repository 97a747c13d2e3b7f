"""Draw the Lucide icons in the colours of the theme, crisp at every pixel ratio."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from kepatuhan_desktop import assets
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui.tokens import Tokens, tokens_of

SIZE = 18
"""Logical pixels of an icon on a button."""

_ICON_SIZES = (16, SIZE, 20, 24)
_GAP = 4


@lru_cache(maxsize=512)
def renderer(name: str, colour: str) -> QSvgRenderer:
    """The drawing `name` in `colour` (`#RRGGBB`); raises `BugError` when it did not ship."""
    source = assets.path("resources", "icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode("ascii"))))


@lru_cache(maxsize=512)
def of_node(name: str) -> str:
    """The icon that an instrument gives a node, or a circle where none of that name shipped.

    An instrument in a letter may have been made with a later version of the program.
    """
    try:
        assets.path("resources", "icons", f"{name}.svg")
    except BugError:
        return "circle-dashed"
    return name


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int = SIZE, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """`size` logical pixels square and `gap` more on the right, for that pixel ratio."""
    drawing = renderer(name, colour)
    picture = QPixmap(QSize(size + gap, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=512)
def icon(
    name: str,
    colour: str,
    gap: int = 0,
    sizes: tuple[int, ...] = _ICON_SIZES,
    disabled: str = "",
) -> QIcon:
    """`name` in `colour`, drawn for the pixel ratio of each screen, with `gap` pixels after it.

    `disabled` is its colour where nobody can press; empty: Qt makes a paler one.
    """
    made = QIcon()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0}
    for ratio in sorted(ratios):
        for size in sizes:
            made.addPixmap(pixmap(name, colour, size, ratio, gap))
            if disabled:
                off = pixmap(name, disabled, size, ratio, gap)
                made.addPixmap(off, QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    """Draw `name` into `area` of a widget or delegate, as vectors."""
    renderer(name, colour).render(painter, area)


def forget() -> None:
    """Drop all drawings; needed before the application object goes."""
    icon.cache_clear()
    pixmap.cache_clear()
    renderer.cache_clear()


def assign(target: QAbstractButton | QAction | QLabel, name: str, role: str = "") -> None:
    """Give `target` an icon that follows the theme; `role` is the name of a colour token."""
    target.setProperty("icon_name", name)
    target.setProperty("icon_role", role)
    _dress(target, tokens_of())


def dress(targets: Iterable[QObject]) -> None:
    """Redraw the icon of each button, action and label that names one in `icon_name`.

    A form may set the properties `icon_name`, `icon_role` and `icon_size` itself.
    """
    tokens = tokens_of()
    for target in targets:
        if isinstance(target, QAbstractButton | QAction | QLabel):
            _dress(target, tokens)


def _dress(target: QAbstractButton | QAction | QLabel, tokens: Tokens) -> None:
    name = target.property("icon_name")
    if not name:
        return
    colour = tokens.colour(str(target.property("icon_role") or _usual_role(target)))
    size = int(target.property("icon_size") or SIZE)
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(str(name), colour, size, target.devicePixelRatioF()))
        return
    if isinstance(target, QAction):
        target.setIcon(icon(str(name), colour))
        return
    # Qt leaves four pixels between icon and text, which is too close for this type.
    gap = _GAP if target.text() else 0
    # What is drawn for the colour of a primary button cannot be seen on a grey one.
    disabled = tokens.muted if target.property("role") == "primary" else ""
    target.setIcon(icon(str(name), colour, gap, (size,), disabled))
    target.setIconSize(QSize(size + gap, size))


def _usual_role(target: QObject) -> str:
    usual = {"primary": "on_primary", "danger": "red", "quiet": "muted"}
    return usual.get(str(target.property("role")), "text")
