"""A drawing surface with light, shadows and text, for the photographs of the demonstration.

Coordinates are units: the longer side has 1000, the shorter 750. Imports Pillow.
"""

from functools import cache

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from kepatuhan_desktop import assets

LONG_UNITS, SHORT_UNITS = 1000, 750

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Point = tuple[float, float]

_SHADOW_STEP = 4
"""Shadows and glows are soft: they are computed at a quarter of the resolution."""


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with `share` (0 to 1) of `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def darker(colour: Colour, share: float = 0.15) -> Colour:
    """`colour` towards a bluish black."""
    return mixed(colour, (18, 22, 38), share)


def lighter(colour: Colour, share: float = 0.2) -> Colour:
    """`colour` towards white."""
    return mixed(colour, (255, 255, 255), share)


class Canvas:
    """An RGB picture drawn in units."""

    def __init__(self, width: int, height: int, background: Colour) -> None:
        self.image = Image.new("RGB", (width, height), background)
        self._scale = max(width, height) / LONG_UNITS
        self._pen = ImageDraw.Draw(self.image)
        self.width: float = width / self._scale
        """Units."""
        self.height: float = height / self._scale

    def box(self, box: Box, fill: Colour, radius: float = 0, edge: Colour | None = None) -> None:
        """A filled rectangle with rounded corners; `edge` draws a thin outline."""
        width = max(1, round(1.5 * self._scale)) if edge else 0
        self._pen.rounded_rectangle(
            self._pixels(box), radius * self._scale, fill=fill, outline=edge, width=width
        )

    def gradient(self, box: Box, first: Colour, last: Colour, *, across: bool = False) -> None:
        """A rectangle that goes from `first` to `last`, downward or across."""
        left, top, right, bottom = self._pixels(box)
        ramp = Image.linear_gradient("L")
        if across:
            ramp = ramp.transpose(Image.Transpose.ROTATE_90)
        mask = ramp.resize((max(1, right - left), max(1, bottom - top)))
        base = Image.new("RGB", mask.size, first)
        base.paste(last, mask=mask)
        self.image.paste(base, (left, top))

    def polygon(self, points: list[Point], fill: Colour) -> None:
        """A filled polygon."""
        self._pen.polygon([(x * self._scale, y * self._scale) for x, y in points], fill=fill)

    def ellipse(self, box: Box, fill: Colour) -> None:
        """A filled ellipse."""
        self._pen.ellipse(self._pixels(box), fill=fill)

    def ring(self, box: Box, colour: Colour, thickness: float, turn: Point = (0, 360)) -> None:
        """An arc of an ellipse from and to the angles `turn`, clockwise from three o'clock."""
        self._pen.arc(
            self._pixels(box), *turn, fill=colour, width=max(1, round(thickness * self._scale))
        )

    def line(self, points: list[Point], colour: Colour, thickness: float = 1.5) -> None:
        """A polyline with rounded joints."""
        self._pen.line(
            [(x * self._scale, y * self._scale) for x, y in points],
            fill=colour,
            width=max(1, round(thickness * self._scale)),
            joint="curve",
        )

    def shade(self, points: list[Point], colour: Colour, strength: float, blur: float) -> None:
        """A soft polygon of `colour`; `strength` 0 to 1, `blur` in units."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        margin = 3 * blur
        left, top = min(xs) - margin, min(ys) - margin
        factor = self._scale / _SHADOW_STEP
        size = (
            max(1, round((max(xs) + margin - left) * factor)),
            max(1, round((max(ys) + margin - top) * factor)),
        )
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon(
            [((x - left) * factor, (y - top) * factor) for x, y in points],
            fill=round(255 * strength),
        )
        soft = mask.filter(ImageFilter.GaussianBlur(blur * factor))
        full = soft.resize((size[0] * _SHADOW_STEP, size[1] * _SHADOW_STEP))
        at = (round(left * self._scale), round(top * self._scale))
        self.image.paste(colour, (*at, at[0] + full.width, at[1] + full.height), full)

    def shadow(self, box: Box, strength: float = 0.35, blur: float = 8, drop: float = 6) -> None:
        """The soft shadow of a rectangle, `drop` units below it."""
        left, top, width, height = box
        right, bottom = left + width, top + height + drop
        corners = [(left, top + drop), (right, top + drop), (right, bottom), (left, bottom)]
        self.shade(corners, (20, 22, 40), strength, blur)

    def glow(self, centre: Point, radii: Point, colour: Colour, strength: float) -> None:
        """Light (or, in a dark colour, shade) that fades from `centre` to `radii`."""
        (x, y), (across, down) = centre, radii
        left, top, right, bottom = self._pixels((x - across, y - down, 2 * across, 2 * down))
        # Light that falls beside the picture is most of it at times, and is not reckoned.
        seen = (
            max(0, left),
            max(0, top),
            min(self.image.width, right),
            min(self.image.height, bottom),
        )
        size = (seen[2] - seen[0], seen[3] - seen[1])
        if min(size) <= 0:
            return
        light = Image.radial_gradient("L").point(_fading(strength))
        per_x, per_y = light.width / (right - left), light.height / (bottom - top)
        part = (
            (seen[0] - left) * per_x, (seen[1] - top) * per_y,
            (seen[2] - left) * per_x, (seen[3] - top) * per_y,
        )  # fmt: skip
        self.image.paste(colour, seen, light.resize(size, box=part))

    def text(
        self,
        at: Point,
        text: str,
        size: float,
        colour: Colour = (38, 42, 56),
        *,
        weight: str = "Regular",
        anchor: str = "lm",
        room: float = 0,
    ) -> None:
        """One line; smaller when it would be wider than `room` units."""
        face = font(weight, round(size * self._scale))
        if room and (needed := face.getlength(text) / self._scale) > room:
            face = font(weight, max(4, int(size * self._scale * room / needed)))
        x, y = at
        self._pen.text((x * self._scale, y * self._scale), text, colour, face, anchor)

    def paste(self, layer: Image.Image, at: Point, degrees: float = 0) -> None:
        """Lay an RGB picture down, its centre at `at`, turned, with a shadow under it."""
        turned = layer.convert("RGBA")
        if degrees:
            turned = turned.rotate(degrees, Image.Resampling.BILINEAR, expand=True)
        x = round(at[0] * self._scale - turned.width / 2)
        y = round(at[1] * self._scale - turned.height / 2)
        mask = turned.getchannel("A")
        small = mask.resize((mask.width // 8 + 16, mask.height // 8 + 16))
        soft = small.filter(ImageFilter.GaussianBlur(4)).point([v // 2 for v in range(256)])
        soft = soft.resize((mask.width + 60, mask.height + 60))
        self.image.paste(
            (24, 22, 34), (x - 18, y - 6, x - 18 + soft.width, y - 6 + soft.height), soft
        )
        self.image.paste(turned, (x, y), mask)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top, width, height = (round(value * self._scale) for value in box)
        return left, top, left + width, top + height


@cache
def _fading(strength: float) -> list[int]:
    """Falls smoothly to nothing at the middle of an edge, which Pillow's gradient gives as 180."""
    shares = (max(0.0, 1 - value / 178) for value in range(256))
    return [round(255 * strength * share * share * (3 - 2 * share)) for share in shares]


@cache
def font(weight: str, pixels: int) -> ImageFont.FreeTypeFont:
    """Inter, as shipped."""
    return ImageFont.truetype(assets.path("resources", "fonts", f"Inter-{weight}.ttf"), pixels)


def wrapped(text: str, weight: str, size: float, room: float) -> list[str]:
    """`text` broken into lines at most `room` units wide."""
    face = font(weight, 100)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) * size / 100 <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
