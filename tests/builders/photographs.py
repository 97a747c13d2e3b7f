"""What becomes of a printed page: scans, photocopies and telephone photos of it."""

import io
from collections.abc import Sequence
from functools import lru_cache

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

POINTS_PER_INCH = 72


@lru_cache(maxsize=8)
def printed(pdf: bytes, dots_per_inch: int, page: int = 0) -> Image.Image:
    """A page as a good printer puts it on paper, grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=dots_per_inch / POINTS_PER_INCH)
        page_image: Image.Image = bitmap.to_pil().convert("L").copy()
    finally:
        document.close()
    return page_image


def jpeg(image: Image.Image, quality: int) -> bytes:
    """As a scanner or telephone saves it."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def rotated(image: Image.Image, degrees: float) -> Image.Image:
    """Laid down askew."""
    turned = image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=235)
    assert isinstance(turned, Image.Image)
    return turned


def noisy(image: Image.Image, sigma: float) -> Image.Image:
    """With the grain of a small sensor."""
    grain = Image.effect_noise(image.size, sigma)
    return ImageChops.add(image, grain, scale=1, offset=-128)


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """Out of focus."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def copied(image: Image.Image, *, threshold: int = 140, spread: float = 0.8) -> Image.Image:
    """Through a photocopier: toner spreads, grey becomes black or white, specks appear."""
    soft = noisy(blurred(image, spread), 18)
    return soft.point(lambda value: 0 if value < threshold else 255)


def perspective(image: Image.Image, corners: Sequence[tuple[float, float]]) -> Image.Image:
    """Seen from the side: `corners` say where the page's corners come to lie, as shares of its
    size, from the upper left one clockwise."""
    width, height = image.size
    seen = [(x * width, y * height) for x, y in corners]
    flat = [(0, 0), (width, 0), (width, height), (0, height)]
    return image.transform(
        image.size,
        Image.Transform.PERSPECTIVE,
        _coefficients(seen, flat),
        Image.Resampling.BICUBIC,
        fillcolor=90,
    )


def telephone(
    page: Image.Image,
    *,
    megapixels: float = 12,
    share: float = 0.9,
    tilt: float = 0.04,
    turn: float = 3,
    blur: float = 1.0,
    noise: float = 9,
    quality: int = 80,
) -> bytes:
    """A photo of the whole page on a desk, lit from one side.

    `share` is how much of the frame's height the page takes, `tilt` how much narrower its far
    edge is.
    """
    height = round((megapixels * 1_000_000 * 4 / 3) ** 0.5)
    width = round(height * 3 / 4)
    tall = round(height * share)
    wide = round(tall * page.width / page.height)
    paper = page.resize((wide, tall), Image.Resampling.BICUBIC)
    desk = Image.effect_noise((width, height), 25).point(lambda value: value * 0.6 + 10)
    desk.paste(paper, ((width - wide) // 2, (height - tall) // 2))
    desk = desk.rotate(turn, Image.Resampling.BICUBIC, fillcolor=70)
    seen = perspective(desk, ((tilt, 0), (1 - tilt, tilt / 2), (1, 1), (0, 1 - tilt / 2)))
    light = Image.linear_gradient("L").rotate(35, expand=False, fillcolor=128).resize(seen.size)
    lit = ImageChops.multiply(seen, light.point(lambda value: 130 + value * 0.45))
    return jpeg(noisy(blurred(lit, blur), noise), quality)


def creased(image: Image.Image) -> Image.Image:
    """Folded twice: dark lines across the page."""
    folded = image.copy()
    draw = ImageDraw.Draw(folded)
    for share in (1 / 3, 2 / 3):
        y = round(image.height * share)
        draw.line([(0, y), (image.width, y + 6)], fill=150, width=3)
    return folded


def _coefficients(
    seen: Sequence[tuple[float, float]], flat: Sequence[tuple[float, float]]
) -> list[float]:
    """Pillow's eight numbers that lead from a point of the picture to a point of the page."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Gauss and Jordan's elimination of eight equations."""
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(size):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]
