"""The themes can be read by everybody and changed while the program runs."""

import re
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import assets
from kepatuhan_desktop.gui import icons, theme
from kepatuhan_desktop.gui.tokens import DARK, LIGHT, Tokens, tokens_of

SURFACES = ("window", "surface", "sunken", "primary_soft")
ZONES = ("green", "yellow", "red", "primary")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, in the light theme again afterwards."""
    yield qapp
    theme.apply(qapp, "light")


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("ink", ["text", "muted", "primary"])
def test_text_can_be_read_on_every_surface(tokens: Tokens, surface: str, ink: str) -> None:
    assert contrast(tokens.colour(ink), tokens.colour(surface)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("zone", ZONES)
def test_zones_can_be_read_on_their_soft_ground_and_on_surfaces(tokens: Tokens, zone: str) -> None:
    for ground in (f"{zone}_soft", "surface", "window"):
        assert contrast(tokens.colour(zone), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("zone", ZONES)
def test_the_text_of_a_chosen_option_can_be_read(tokens: Tokens, zone: str) -> None:
    assert contrast(tokens.text, tokens.colour(f"{zone}_soft")) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_filled_buttons_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_primary, tokens.primary) >= 4.5
    assert contrast(tokens.on_primary, tokens.primary_hover) >= 4.5
    assert contrast(tokens.on_red, tokens.red) >= 4.5


def test_the_theme_changes_while_the_program_runs(app: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Simpan")
    qtbot.addWidget(button)
    icons.assign(button, "save")
    button.show()
    before = button.icon().pixmap(18, 18).toImage()
    theme.apply(app, "dark")
    assert tokens_of(button) == DARK
    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert DARK.primary in app.styleSheet()
    assert button.icon().pixmap(18, 18).toImage() != before


def test_texts_grow_with_the_text_size(app: QApplication) -> None:
    theme.apply(app, "light", scale=1.5)
    assert app.font().pixelSize() == 21
    assert "font-size: 30px" in app.styleSheet()


def test_the_system_theme_follows_the_desktop(app: QApplication) -> None:
    theme.apply(app, "system")
    follower = app.findChild(QObject, "kepatuhan_theme_follower")
    assert isinstance(follower, theme._DesktopFollower)
    follower.follow(Qt.ColorScheme.Dark)
    assert tokens_of() == DARK
    theme.apply(app, "light")
    assert app.findChild(QObject, "kepatuhan_theme_follower") is None


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_in_completely(tokens: Tokens) -> None:
    sheet = theme.style_sheet(tokens)
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for file in re.findall(r'url\("([^"]+)"\)', sheet):
        assert assets.path("resources", "styles", file.rsplit("/", 1)[1]).is_file()


def test_a_role_changes_while_the_widget_is_shown(qtbot: QtBot) -> None:
    label = QLabel("Nilai")
    qtbot.addWidget(label)
    label.show()
    theme.set_role(label, "display")
    assert label.font().pixelSize() == 32


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from 3.12 on")
def test_signals_do_not_eat_references_to_true() -> None:
    """Qt for Python 6.12.0 lost one per emission and aborted in the end."""

    class Emitter(QObject):
        told = Signal()

    emitter = Emitter()
    before = sys.getrefcount(True)
    for _ in range(100):
        emitter.told.emit()
    assert sys.getrefcount(True) > before - 50
