"""Icons are crisp, coloured and all there."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import assets
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui import fonts, icons
from kepatuhan_desktop.gui.tokens import LIGHT

NAMES = sorted(file.stem for file in assets.path("resources", "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something_in_its_colour(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, "#C42B2B", 24, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
    inks = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inks
    # Where two strokes meet, blending may be off by one.
    assert all(abs(ink.red() - 0xC4) <= 2 and abs(ink.green() - 0x2B) <= 2 for ink in inks)


def test_an_unknown_icon_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(BugError):
        icons.icon("no-such-icon", "#000000")


def test_a_part_with_an_icon_of_a_later_version_gets_a_circle(qapp: QApplication) -> None:
    assert [icons.of_node(name) for name in ("workflow", "from-tomorrow", "")] == [
        "workflow",
        "circle-dashed",
        "circle-dashed",
    ]


def test_icons_are_drawn_once(qapp: QApplication) -> None:
    assert icons.icon("check", "#000000") is icons.icon("check", "#000000")


def test_buttons_labels_and_actions_take_icons(qtbot: QtBot) -> None:
    button, label, action = QPushButton("Simpan"), QLabel(), QAction()
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    for target in (button, label, action):
        icons.assign(target, "save", "primary")
    assert not button.icon().isNull()
    assert not label.pixmap().isNull()
    assert not action.icon().isNull()
    assert button.property("icon_role") == "primary"


def test_a_primary_button_has_the_icon_of_its_text(qtbot: QtBot) -> None:
    button = QPushButton("Simpan")
    qtbot.addWidget(button)
    button.setProperty("role", "primary")
    icons.assign(button, "save")
    assert QColor(LIGHT.on_primary).name() in _inks(button.icon(), QIcon.Mode.Normal)
    # On the grey of a button that cannot be pressed it would not be seen.
    assert QColor(LIGHT.muted).name() in _inks(button.icon(), QIcon.Mode.Disabled)


def _inks(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    image = icon.pixmap(QSize(22, 18), mode).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_every_icon_that_the_window_names_ships() -> None:
    source = Path(icons.__file__).parent
    named = {
        name
        for file in source.rglob("*.py")
        for name in re.findall(r'icons\.assign\([^",)]*, "([a-z0-9-]+)"', file.read_text("utf-8"))
    }
    forms = assets.path("ui").glob("*.ui")
    for form in forms:
        named |= set(
            re.findall(r'"icon_name"[^>]*>\s*<string[^>]*>([^<]+)<', form.read_text("utf-8"))
        )
    assert named - set(NAMES) == set()


def test_inter_is_the_font_of_the_window(qapp: QApplication) -> None:
    assert qapp.font().family() == fonts.FAMILY
    assert fonts.font(14).exactMatch()
