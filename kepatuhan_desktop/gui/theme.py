"""Dress the application in the light or the dark theme, at any time while it runs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kepatuhan_desktop import assets
from kepatuhan_desktop.gui import fonts, icons
from kepatuhan_desktop.gui.frame import FUSION, remember_colours
from kepatuhan_desktop.gui.tokens import DARK, LIGHT, PROPERTY, Tokens, Zone, tokens_of
from kepatuhan_desktop.gui.wardrobe import Wardrobe

__all__ = ["DARK", "LIGHT", "Theme", "Tokens", "Zone", "apply", "set_role", "tokens_of"]

Theme = Literal["light", "dark", "system"]

_FOLLOWER = "kepatuhan_theme_follower"


def apply(app: QApplication, theme: Theme, scale: float = 1.0) -> Tokens:
    """Dress `app`; `system` follows the desktop from now on. `scale` enlarges all texts."""
    app.styleHints().setColorScheme(_SCHEMES[theme])  # also colours the window frames
    dark = (
        app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if theme == "system"
        else theme == "dark"
    )
    _follow_desktop(app, scale if theme == "system" else None)
    return _dress(app, replace(DARK if dark else LIGHT, scale=scale))


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Give a widget another role of the style sheet while it is shown."""
    if widget.property(name) == role:
        return
    widget.setProperty(name, role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


def _dress(app: QApplication, tokens: Tokens) -> Tokens:
    wardrobes = list(_wardrobes(app))
    sheet = style_sheet(tokens)
    if app.property(PROPERTY) == tokens and (wardrobes or app.styleSheet() == sheet):
        return tokens
    if not app.property(FUSION):
        app.setStyle("Fusion")
        app.setProperty(FUSION, True)
    fonts.register()
    app.setProperty(PROPERTY, tokens)
    app.setFont(tokens.font(14))
    app.setPalette(palette(tokens))
    if wardrobes:
        for one in wardrobes:
            one.change(sheet)
        remember_colours(tokens.window, tokens.surface, tokens.line)
    else:
        app.setStyleSheet(sheet)
        icons.dress(_icon_bearers(app))
    return tokens


def wardrobe(window: QWidget) -> Wardrobe:
    """Let `window` be dressed part by part, as soon as the theme changes."""
    made = Wardrobe(window)
    app = QApplication.instance()
    sheet = style_sheet(tokens_of())
    # The application keeps the sheet that it began with once a window dresses itself.
    if isinstance(app, QApplication) and app.styleSheet() not in {"", sheet}:
        made.change(sheet)
    return made


def _wardrobes(app: QApplication) -> Iterator[Wardrobe]:
    for window in app.topLevelWidgets():
        yield from window.findChildren(Wardrobe)


def _icon_bearers(app: QApplication) -> Iterator[QObject]:
    yield from app.allWidgets()
    for window in app.topLevelWidgets():
        yield from window.findChildren(QAction)


def palette(tokens: Tokens) -> QPalette:
    """The colours that Fusion takes for what the style sheet does not name."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.red,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.Accent: tokens.primary,
        role.Link: tokens.primary,
        role.LinkVisited: tokens.primary,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.line_strong,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return made


@lru_cache(maxsize=8)
def style_sheet(tokens: Tokens) -> str:
    """The style sheet with `@name`, `@14px` and `@check.svg` filled in."""
    template = assets.path("resources", "styles", "app.qss").read_text(encoding="utf-8")
    variant = "dark" if tokens.is_dark else "light"

    def value(match: re.Match[str]) -> str:
        picture, pixels, name = match.groups()
        if picture:
            file = assets.path("resources", "styles", f"{picture}-{variant}.svg")
            return f'url("{file.as_posix()}")'
        return f"{round(int(pixels) * tokens.scale)}px" if pixels else tokens.colour(name)

    return re.sub(r"@(?:([\w-]+)\.svg|(\d+)px|(\w+))", value, template)


class _DesktopFollower(QObject):
    """Dresses the application again when the desktop turns dark or light."""

    def __init__(self, app: QApplication, scale: float) -> None:
        super().__init__(app)
        self.setObjectName(_FOLLOWER)
        self._app = app
        self.scale = scale
        app.styleHints().colorSchemeChanged.connect(self.follow)

    def follow(self, scheme: Qt.ColorScheme) -> None:
        tokens = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        _dress(self._app, replace(tokens, scale=self.scale))


def _follow_desktop(app: QApplication, scale: float | None) -> None:
    """Start following the desktop at that text size, or stop with `None`."""
    follower = app.findChild(_DesktopFollower, _FOLLOWER)
    if scale is None:
        if follower is not None:
            app.styleHints().colorSchemeChanged.disconnect(follower.follow)
            follower.setParent(None)
            follower.deleteLater()
    elif follower is None:
        _DesktopFollower(app, scale)
    else:
        follower.scale = scale
