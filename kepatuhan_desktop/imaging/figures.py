"""People, furniture and walls that the scenes of the demonstration share. Imports Pillow."""

from random import Random

from kepatuhan_desktop.imaging.canvas import Box, Canvas, Colour, Point, darker, lighter, mixed

WHITE: Colour = (250, 250, 247)
INK: Colour = (38, 42, 56)
NAVY: Colour = (28, 52, 96)
BLUE: Colour = (38, 98, 168)
TEAL: Colour = (22, 128, 128)
GREEN: Colour = (46, 134, 88)
GOLD: Colour = (222, 164, 48)
RED: Colour = (190, 62, 56)
WOOD: Colour = (172, 122, 78)

WALLS: tuple[Colour, ...] = (
    (234, 228, 214), (222, 232, 234), (228, 234, 220), (236, 226, 222), (226, 228, 238),
)  # fmt: skip
ACCENTS: tuple[Colour, ...] = (BLUE, TEAL, GREEN, (116, 74, 140), (176, 92, 52))
_SHIRTS: tuple[Colour, ...] = (
    (92, 132, 184), (198, 108, 92), (108, 156, 122), (214, 176, 96), (136, 112, 168),
    (88, 96, 112), (226, 222, 210), (176, 84, 112),
)  # fmt: skip
_SKINS: tuple[Colour, ...] = ((232, 190, 154), (214, 166, 126), (190, 140, 102), (160, 112, 80))
_HAIR: tuple[Colour, ...] = ((34, 28, 30), (52, 38, 34), (24, 26, 34))
_UNIFORM: Colour = (176, 158, 116)
"""The khaki of civil servants."""


def room(canvas: Canvas, random: Random, floor: float) -> Colour:
    """Walls, ceiling lamps and a floor that begins at `floor`; gives the accent colour."""
    wall, accent = random.choice(WALLS), random.choice(ACCENTS)
    width, height = canvas.width, canvas.height
    canvas.gradient((0, 0, width, floor), darker(wall, 0.06), lighter(wall, 0.25))
    canvas.gradient((0, 0, width, 54), (206, 206, 202), (238, 238, 234))
    for index in range(3):
        left = width * (0.12 + 0.3 * index)
        canvas.polygon(
            [(left, 14), (left + 150, 14), (left + 138, 40), (left + 12, 40)], (255, 254, 246)
        )
        canvas.glow((left + 75, 40), (170, 120), (255, 252, 236), 0.75)
    _tiles(canvas, floor, mixed((206, 200, 190), wall, 0.3))
    canvas.box((0, floor - 12, width, 12), darker(wall, 0.35))
    canvas.shade(
        [(0, floor), (width, floor), (width, floor + 22), (0, floor + 22)], (30, 30, 44), 0.3, 9
    )
    canvas.glow((width * random.uniform(0.2, 0.8), height), (520, 190), (255, 255, 250), 0.5)
    return accent


def _tiles(canvas: Canvas, floor: float, colour: Colour) -> None:
    width, height = canvas.width, canvas.height
    canvas.gradient((0, floor, width, height - floor), darker(colour, 0.1), lighter(colour, 0.35))
    joint = darker(colour, 0.14)
    for index in range(-14, 15):
        canvas.line(
            [(width / 2 + index * 60, floor), (width / 2 + index * 170, height)], joint, 1.2
        )
    row, step = floor, 10.0
    while row < height:
        canvas.line([(0, row), (width, row)], joint, 1.2)
        row, step = row + step, step * 1.45


def window(canvas: Canvas, box: Box, random: Random) -> None:
    """A window with sky, trees and the light it throws."""
    left, top, width, height = box
    canvas.glow((left + width / 2, top + height / 2), (width * 1.5, height * 1.3), WHITE, 0.5)
    canvas.box((left - 7, top - 7, width + 14, height + 14), (244, 244, 242), 3, (190, 190, 188))
    canvas.gradient(box, (148, 198, 236), (226, 242, 248))
    for index in range(5):
        size = random.uniform(0.2, 0.34) * width
        x = left + width * (0.1 + 0.18 * index) - size / 2
        x = min(max(x, left), left + width - size)
        green = mixed((88, 148, 96), (150, 186, 110), random.random())
        canvas.ellipse((x, top + height - size * 0.8, size, size * 0.8), green)
    canvas.box((left + width / 2 - 3, top, 6, height), (244, 244, 242))
    canvas.box((left, top + height / 2 - 3, width, 6), (244, 244, 242))
    canvas.box((left - 12, top + height + 5, width + 24, 9), (232, 230, 224), 2)


def person(
    canvas: Canvas, foot: Point, height: float, random: Random, *, staff: bool = False
) -> None:
    """Somebody standing; `foot` is where they stand. Behind a desk, only the upper part shows."""
    x, y = foot
    unit = height / 8
    skin, hair = random.choice(_SKINS), random.choice(_HAIR)
    shirt = _UNIFORM if staff else random.choice(_SHIRTS)
    veiled = random.random() < 0.45  # noqa: PLR2004 - share of people with a head scarf
    canvas.glow((x, y), (unit * 2.2, unit * 0.7), (20, 22, 40), 0.6)
    trousers = (52, 56, 74) if staff else random.choice(((58, 62, 84), (84, 70, 62), (48, 74, 92)))
    for side in (-0.62, 0.08):
        canvas.box((x + side * unit, y - 3.8 * unit, 0.56 * unit, 3.7 * unit), trousers, unit * 0.2)
    for side in (-0.78, 0.04):
        canvas.ellipse((x + side * unit, y - 0.32 * unit, 0.76 * unit, 0.34 * unit), (40, 34, 36))
    for side in (-1.28, 0.84):
        canvas.box(
            (x + side * unit, y - 6.3 * unit, 0.46 * unit, 2.7 * unit),
            darker(shirt, 0.12),
            unit * 0.23,
        )
        canvas.ellipse(
            (x + side * unit + 0.04 * unit, y - 3.85 * unit, 0.38 * unit, 0.44 * unit), skin
        )
    _torso(canvas, (x, y - 6.5 * unit), unit, shirt)
    _head(
        canvas,
        (x, y - 7.2 * unit),
        unit,
        (skin, random.choice(_SHIRTS) if veiled else hair),
        veiled=veiled,
    )
    if staff:
        canvas.box((x + 0.2 * unit, y - 5.9 * unit, 0.42 * unit, 0.26 * unit), WHITE, 1)


def seated(canvas: Canvas, seat: Point, height: float, random: Random) -> None:
    """Somebody seen from behind or the front on a chair; `seat` is the middle of its edge."""
    x, y = seat
    unit = height / 8
    skin, hair = random.choice(_SKINS), random.choice(_HAIR)
    veiled = random.random() < 0.45  # noqa: PLR2004 - as above
    shirt = random.choice(_SHIRTS)
    _torso(canvas, (x, y - 2.6 * unit), unit, shirt)
    _head(
        canvas,
        (x, y - 3.3 * unit),
        unit,
        (skin, random.choice(_SHIRTS) if veiled else hair),
        veiled=veiled,
    )
    legs = random.choice(((58, 62, 84), (84, 70, 62), (48, 74, 92)))
    for side in (-0.72, 0.1):
        canvas.box((x + side * unit, y - 0.3 * unit, 0.62 * unit, 2.3 * unit), legs, unit * 0.25)
        canvas.ellipse(
            (x + (side - 0.06) * unit, y + 1.8 * unit, 0.74 * unit, 0.36 * unit), (40, 34, 36)
        )


def _torso(canvas: Canvas, neck: Point, unit: float, shirt: Colour) -> None:
    x, y = neck
    canvas.box((x - 0.95 * unit, y, 1.9 * unit, 3.1 * unit), shirt, unit * 0.55)
    canvas.box(
        (x - 0.8 * unit, y + 0.3 * unit, 0.34 * unit, 2.5 * unit), lighter(shirt, 0.12), unit * 0.17
    )
    canvas.polygon(
        [(x - 0.34 * unit, y), (x + 0.34 * unit, y), (x, y + 0.6 * unit)], darker(shirt, 0.2)
    )


def _head(
    canvas: Canvas, centre: Point, unit: float, colours: tuple[Colour, Colour], *, veiled: bool
) -> None:
    (x, y), (skin, cover) = centre, colours
    if veiled:
        canvas.box((x - 0.74 * unit, y - 0.82 * unit, 1.48 * unit, 2.0 * unit), cover, unit * 0.7)
        canvas.ellipse((x - 0.46 * unit, y - 0.56 * unit, 0.92 * unit, 1.14 * unit), skin)
        return
    canvas.box(
        (x - 0.22 * unit, y + 0.4 * unit, 0.44 * unit, 0.6 * unit), darker(skin, 0.1), unit * 0.1
    )
    canvas.ellipse((x - 0.6 * unit, y - 0.84 * unit, 1.2 * unit, 1.2 * unit), cover)
    canvas.ellipse((x - 0.54 * unit, y - 0.62 * unit, 1.08 * unit, 1.3 * unit), skin)
    canvas.box((x - 0.56 * unit, y - 0.72 * unit, 1.12 * unit, 0.36 * unit), cover, unit * 0.16)


def chair(canvas: Canvas, seat: Point, size: float, colour: Colour) -> None:
    """A chair of a waiting row; `seat` is the middle of the front edge."""
    x, y = seat
    canvas.glow((x, y + size * 0.62), (size * 0.9, size * 0.2), (20, 22, 40), 0.6)
    for side in (-0.36, 0.3):
        canvas.box((x + side * size, y, size * 0.06, size * 0.6), (130, 134, 142))
    canvas.box(
        (x - size * 0.42, y - size * 0.78, size * 0.84, size * 0.66),
        darker(colour, 0.1),
        size * 0.12,
    )
    canvas.box(
        (x - size * 0.36, y - size * 0.73, size * 0.72, size * 0.16),
        lighter(colour, 0.14),
        size * 0.08,
    )
    canvas.box((x - size * 0.45, y - size * 0.14, size * 0.9, size * 0.2), colour, size * 0.08)


def plant(canvas: Canvas, foot: Point, height: float, random: Random) -> None:
    """A potted plant."""
    x, y = foot
    canvas.glow((x, y), (height * 0.36, height * 0.09), (20, 22, 40), 0.6)
    for _ in range(13):
        lean = random.uniform(-0.34, 0.34) * height
        top = y - height * random.uniform(0.6, 1.0) + abs(lean) * 0.4
        green = mixed((42, 104, 66), (118, 168, 92), random.random())
        base = y - height * 0.3
        middle = (x + lean * 0.55, (base + top) / 2 - height * 0.08)
        wide = height * 0.055
        canvas.polygon(
            [
                (x - 3, base),
                (middle[0] - wide, middle[1]),
                (x + lean, top),
                (middle[0] + wide, middle[1] + wide),
                (x + 3, base),
            ],
            green,
        )
    canvas.polygon(
        [(x - height * 0.16, y - height * 0.32), (x + height * 0.16, y - height * 0.32),
         (x + height * 0.12, y), (x - height * 0.12, y)],
        (188, 110, 78),
    )  # fmt: skip
    canvas.box(
        (x - height * 0.175, y - height * 0.34, height * 0.35, height * 0.06), (204, 126, 92), 2
    )


def desk(canvas: Canvas, box: Box, accent: Colour) -> None:
    """A counter with a pale top and a coloured stripe."""
    left, top, width, height = box
    canvas.shadow((left, top + height - 12, width, 12), 0.5, 10, 6)
    canvas.gradient((left, top, width, height), lighter(WOOD, 0.25), darker(WOOD, 0.12))
    for index in range(1, int(width // 90) + 1):
        x = left + index * width / (int(width // 90) + 1)
        canvas.line([(x, top), (x, top + height)], darker(WOOD, 0.2), 1)
    canvas.box((left, top + height * 0.36, width, height * 0.2), accent)
    canvas.box((left - 10, top - 14, width + 20, 16), (240, 236, 228), 4)
    canvas.shade(
        [(left, top + 2), (left + width, top + 2), (left + width, top + 10), (left, top + 10)],
        (20, 16, 20), 0.45, 4,
    )  # fmt: skip


def seal(canvas: Canvas, centre: Point, size: float) -> None:
    """A plain round seal in place of the state emblem, which must not be imitated."""
    x, y = centre
    canvas.ellipse((x - size, y - size, 2 * size, 2 * size), GOLD)
    canvas.ellipse(
        (x - size * 0.82, y - size * 0.82, 1.64 * size, 1.64 * size), lighter(GOLD, 0.75)
    )
    canvas.polygon(
        [(x - size * 0.5, y + size * 0.1), (x, y - size * 0.62), (x + size * 0.5, y + size * 0.1),
         (x, y + size * 0.62)],
        darker(GOLD, 0.2),
    )  # fmt: skip
    canvas.ellipse((x - size * 0.2, y - size * 0.22, size * 0.4, size * 0.4), lighter(GOLD, 0.75))
