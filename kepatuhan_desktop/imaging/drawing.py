"""Draw the photographs of the demonstration: realistic size, grain and EXIF, the same each time.

Pillow is loaded on first use, so importing this module costs nothing.
"""

import io
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

import msgspec

from kepatuhan_desktop.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Exif, Image

    from kepatuhan_desktop.imaging.canvas import Canvas

SCENES = (
    "service_hall",
    "waiting_room",
    "complaint_desk",
    "notice_board",
    "accessibility",
    "certificate",
    "toilet_sign",
    "staff_badge",
    "website",
)
"""What can be drawn. `website` is a PNG screenshot, the others are JPEG photographs."""


class Camera(msgspec.Struct, frozen=True):
    """What the EXIF block says about the camera, and its size in pixels."""

    make: str
    model: str
    long_side: int
    short_side: int


TELEPHONE = Camera("Peragaan", "Telepon 12", 4000, 3000)
TABLET = Camera("Peragaan", "Tablet 8", 3264, 2448)

_SCREEN = (1600, 900)
_PORTRAIT = {"certificate", "toilet_sign", "staff_badge"}
_DRAWN_AT = 2
"""Drawn at a half and enlarged: as soft as a photograph, and four times faster."""
_GRAIN_SIDE = 512
_GRAIN = 18
_QUALITY = 88


def draw(
    scene: str,
    seed: int,
    *,
    taken_at: str,
    texts: Sequence[str] = (),
    camera: Camera = TELEPHONE,
    orientation: int | None = None,
    location: tuple[float, float] | None = None,
) -> bytes:
    """One of `SCENES` as the bytes a camera would write; equal arguments give equal bytes.

    `texts` are the title and lines that can be read in the picture. `taken_at` is ISO 8601
    with an offset. `orientation` is the EXIF value 1, 3, 6 or 8 in which the pixels are stored;
    None lets the seed choose as a hand would. `location` is latitude and longitude in degrees.
    """
    if scene not in SCENES:
        msg = f"no scene {scene}"
        raise BugError(msg)
    random = Random(f"{scene}/{seed}")
    if scene == "website":
        return _screenshot(random, texts)
    is_portrait = scene in _PORTRAIT
    stored = orientation or random.choice((6, 6, 8) if is_portrait else (1, 1, 3))
    upright = _photographed(_drawn(scene, random, texts, camera), random)
    out = io.BytesIO()
    _as_stored(upright, stored).save(
        out, "JPEG", quality=_QUALITY, exif=_exif(camera, stored, taken_at, location)
    )
    return out.getvalue()


def _painter(scene: str) -> "Callable[[Canvas, Random, Sequence[str]], None]":
    from kepatuhan_desktop.imaging import closeups, scenes  # noqa: PLC0415 - loads Pillow

    painters: dict[str, Callable[[Canvas, Random, Sequence[str]], None]] = {
        "service_hall": scenes.service_hall,
        "waiting_room": scenes.waiting_room,
        "complaint_desk": scenes.complaint_desk,
        "notice_board": scenes.notice_board,
        "accessibility": scenes.accessibility,
        "certificate": closeups.certificate,
        "toilet_sign": closeups.toilet_sign,
        "staff_badge": closeups.staff_badge,
        "website": closeups.website,
    }
    return painters[scene]


def _canvas(width: int, height: int) -> "Canvas":
    from kepatuhan_desktop.imaging.canvas import Canvas  # noqa: PLC0415 - loads Pillow

    return Canvas(width, height, (255, 255, 255))


def _screenshot(random: Random, texts: Sequence[str]) -> bytes:
    canvas = _canvas(*_SCREEN)
    _painter("website")(canvas, random, texts)
    out = io.BytesIO()
    canvas.image.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _drawn(scene: str, random: Random, texts: Sequence[str], camera: Camera) -> "Image":
    size = (camera.long_side // _DRAWN_AT, camera.short_side // _DRAWN_AT)
    canvas = _canvas(*(reversed(size) if scene in _PORTRAIT else size))
    _painter(scene)(canvas, random, texts)
    _light(canvas, random)
    return canvas.image


def _light(canvas: "Canvas", random: Random) -> None:
    """Dark corners, and light from one side, warm or cool."""
    width, height = canvas.width, canvas.height
    side = random.choice((0.0, width))
    tint = random.choice(((255, 238, 206), (236, 244, 255), (255, 246, 226)))
    canvas.glow((side, 0), (width * 0.9, height), tint, random.uniform(0.2, 0.36))
    dark = random.uniform(0.3, 0.44)
    for corner in ((0.0, 0.0), (width, 0.0), (0.0, height), (width, height)):
        canvas.glow(corner, (width * 0.6, height * 0.6), (18, 18, 30), dark)


def _photographed(drawn: "Image", random: Random) -> "Image":
    """The drawing seen through a hand-held camera: a little crooked, soft, grainy."""
    from PIL import Image, ImageChops  # noqa: PLC0415 - 90 ms that most sessions spend later

    width, height = drawn.size
    lean = random.uniform(-0.012, 0.012)
    inset = 0.016
    left, top = width * inset, height * inset
    right, bottom = width - left, height - top
    shift = lean * height
    crooked = drawn.transform(
        drawn.size,
        Image.Transform.AFFINE,
        _affine((left, top, right, bottom), shift, drawn.size),
        Image.Resampling.BILINEAR,
    )
    full = (width * _DRAWN_AT, height * _DRAWN_AT)
    large = crooked.resize(full, Image.Resampling.BILINEAR)
    return ImageChops.add(large, _grain(large.size, random), 1, -128)


def _affine(
    box: tuple[float, float, float, float], shift: float, size: tuple[int, int]
) -> tuple[float, float, float, float, float, float]:
    """Coefficients that show `box` of the drawing, turned so that its edges move by `shift`."""
    left, top, right, bottom = box
    width, height = size
    across, down, slope = (right - left) / width, (bottom - top) / height, shift / height
    return (
        across, slope, left - slope * height / 2,
        -slope, down, top + slope * width / 2,
    )  # fmt: skip


def _grain(size: tuple[int, int], random: Random) -> "Image":
    """Noise around 128, of the full size, from one tile that repeats."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 - as above

    side = (_GRAIN_SIDE, _GRAIN_SIDE)
    table = [round(128 + (value - 128) * _GRAIN / 128) for value in range(256)]
    noise = Image.frombytes("RGB", side, random.randbytes(3 * _GRAIN_SIDE**2))
    tile = noise.filter(ImageFilter.BoxBlur(0.4)).point(table * 3)
    sheet = Image.new("RGB", size)
    for top in range(0, size[1], _GRAIN_SIDE):
        for left in range(0, size[0], _GRAIN_SIDE):
            sheet.paste(tile, (left, top))
    return sheet


def _as_stored(upright: "Image", orientation: int) -> "Image":
    from PIL import Image  # noqa: PLC0415 - as above

    turns = {
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    turn = turns.get(orientation)
    return upright if turn is None else upright.transpose(turn)


def _exif(
    camera: Camera, orientation: int, taken_at: str, location: tuple[float, float] | None
) -> "Exif":
    from PIL.ExifTags import IFD, Base  # noqa: PLC0415 - as above
    from PIL.Image import Exif  # noqa: PLC0415 - as above

    moment, offset = taken_at[:19].replace("-", ":").replace("T", " "), taken_at[19:]
    exif = Exif()
    exif[Base.Make] = camera.make
    exif[Base.Model] = camera.model
    exif[Base.Orientation] = orientation
    exif[Base.DateTime] = moment
    detail = exif.get_ifd(IFD.Exif)
    detail[Base.DateTimeOriginal] = moment
    if offset:
        detail[Base.OffsetTimeOriginal] = offset.replace("Z", "+00:00")
    if location is not None:
        latitude, longitude = location
        place = exif.get_ifd(IFD.GPSInfo)
        place[1], place[2] = "N" if latitude >= 0 else "S", _degrees(latitude)
        place[3], place[4] = "E" if longitude >= 0 else "W", _degrees(longitude)
    return exif


def _degrees(value: float) -> tuple[float, float, float]:
    seconds = round(abs(value) * 3600, 2)
    return float(seconds // 3600), float(seconds % 3600 // 60), round(seconds % 60, 2)
