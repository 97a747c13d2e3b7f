"""Make the copies of a picture that screens and reports show: upright, sRGB, without metadata."""

import io

from PIL import Image, ImageCms

from kepatuhan_desktop.imaging.pictures import Picture, fitted

PRINT_SIDE = 1600
"""Longer side of the print copy in pixels: 13 cm at 300 dpi."""
THUMBNAIL_SIDE = 320
"""Longer side of a thumbnail in pixels: 160 points on a screen of double density."""

_PRINT_QUALITY = 82
_THUMBNAIL_QUALITY = 80

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def print_sized(picture: Picture) -> Image.Image:
    """The picture decoded, fitted to `PRINT_SIDE`, upright, sRGB on white."""
    image = _plain(picture.decode(PRINT_SIDE))
    small = image.resize(fitted(image.size, PRINT_SIDE), Image.Resampling.BICUBIC)
    opaque = _on_white(_in_srgb(small, picture.icc_profile))
    turn = _UPRIGHT.get(picture.orientation)
    return opaque if turn is None else opaque.transpose(turn)


def grey(picture: Picture, long_side: int) -> Image.Image:
    """The picture decoded at `long_side` or anything larger, as stored, grey on white."""
    return _on_white(_plain(picture.decode(long_side))).convert("L")


def rotated(image: Image.Image, rotation: int) -> Image.Image:
    """`image` turned clockwise by 0, 90, 180 or 270 degrees."""
    return image if rotation == 0 else image.transpose(_CLOCKWISE[rotation])


def print_jpeg(image: Image.Image) -> bytes:
    """JPEG of an RGB picture that is already print-sized."""
    return _jpeg(image, _PRINT_QUALITY)


def thumbnail_jpeg(image: Image.Image) -> bytes:
    """JPEG of an RGB picture, fitted to `THUMBNAIL_SIDE`."""
    size = fitted(image.size, THUMBNAIL_SIDE)
    small = image.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)
    return _jpeg(small, _THUMBNAIL_QUALITY)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    image.info = {}  # a comment would be carried over
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that scales well: L, RGB, RGBA or CMYK."""
    if image.mode == "I;16" or image.mode.startswith("I"):
        # 16-bit grey; converting to L directly would clip instead of scale.
        return image.point(lambda value: value * (1 / 256) + 0).convert("L")
    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBa"):
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "RGBA", "CMYK"):
        return image
    return image.convert("RGB")


def _in_srgb(image: Image.Image, icc_profile: bytes) -> Image.Image:
    """RGB or RGBA in sRGB; a profile that cannot be read or does not fit counts as none."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if image.mode == "RGBA" else image
    if icc_profile:
        colours = _converted(colours, icc_profile)
    if colours.mode != "RGB":
        colours = colours.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


_COLOUR_SPACES = {"RGB": "RGB", "CMYK": "CMYK", "L": "GRAY"}


def _converted(image: Image.Image, icc_profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(icc_profile))
        if source.profile.xcolor_space.strip() != _COLOUR_SPACES[image.mode]:
            return image
        if "sRGB" in (source.profile.profile_description or ""):
            return image
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return image if converted is None else converted


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
