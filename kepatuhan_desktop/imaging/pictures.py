"""Open and decode the pictures of evidence within fixed limits.

Imports Pillow, so it is itself imported only inside the functions that need it. Decoders are
called by name, not through `Image.open`: no other format can be reached by hostile bytes, and
limits are ours instead of a global of Pillow's.
"""

import io
import struct
from collections.abc import Callable

from PIL import Image, PngImagePlugin, WebPImagePlugin
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile

from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceTooLarge
from kepatuhan_desktop.imaging import exif
from kepatuhan_desktop.imaging.recognition import MediaType

PIXEL_LIMIT = 100_000_000
"""Largest picture that is decoded: 300 MB of memory as RGB."""


class Picture:
    """A picture whose header was read and found bearable; pixels are decoded on demand.

    Raises `EvidenceTooLarge` or `EvidenceDamaged`, whatever the decoders raise.
    """

    def __init__(self, data: bytes, media_type: MediaType, name: str) -> None:
        self._data = data
        self._media_type = media_type
        self._name = name
        try:
            self._image = self._open()
        except EvidenceTooLarge:
            raise
        except Exception as fault:  # Pillow and libheif raise nearly every built-in class
            raise EvidenceDamaged(name=name) from fault
        self._refuse_bomb(self._image.size)
        self.size: tuple[int, int] = self._image.size
        """Width and height as stored, before orientation."""
        self.exif = exif.read(self._block("exif"))
        self.icc_profile = self._block("icc_profile")
        self.has_location_in_xmp = b"GPSLatitude" in self._block("xmp")

    @property
    def orientation(self) -> int:
        """EXIF orientation, 1 to 8, of the decoded pixels; HEIC decodes upright."""
        return 1 if self._media_type is MediaType.HEIC else self.exif.orientation

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height as seen, orientation applied."""
        width, height = self.size
        return (height, width) if self.orientation in _TURNED else (width, height)

    def check_whole(self) -> None:
        """Raise `EvidenceDamaged` when bytes are missing, without decoding a pixel."""
        try:
            _WHOLE[self._media_type](self._data)
        except Exception as fault:  # as above
            raise EvidenceDamaged(name=self._name) from fault

    def decode(self, long_side: int) -> Image.Image:
        """The first frame at `long_side` or anything larger, each byte of it decoded.

        Works once. JPEG comes at a half, quarter or eighth where that is large enough.
        """
        self.check_whole()
        try:
            if self._media_type is MediaType.JPEG:
                # draft() wants both sides at least as large as asked: a square box
                # would make it decode every pixel, three times slower.
                self._image.draft(None, fitted(self.size, long_side))
            self._image.load()
        except Exception as fault:  # as above, and MemoryError
            raise EvidenceDamaged(name=self._name) from fault
        return self._image

    def _open(self) -> ImageFile:
        stream = io.BytesIO(self._data)
        if self._media_type is MediaType.JPEG:
            return _Jpeg(stream)
        if self._media_type is MediaType.PNG:
            return PngImagePlugin.PngImageFile(stream)
        if self._media_type is MediaType.WEBP:
            # Its decoder allocates the canvas when created.
            self._refuse_bomb(_webp_canvas(self._data))
            return WebPImagePlugin.WebPImageFile(stream)
        from pi_heif import HeifImageFile  # noqa: PLC0415 - 20 ms and 4 MB that only HEIC needs

        opened: ImageFile = HeifImageFile(stream)
        return opened

    def _refuse_bomb(self, size: tuple[int, int]) -> None:
        width, height = size
        if width * height > PIXEL_LIMIT:
            raise EvidenceTooLarge(
                name=self._name,
                found=f"{width} x {height} px",
                limit=f"{PIXEL_LIMIT // 1_000_000} MP",
            )
        if width < 1 or height < 1:
            raise EvidenceDamaged(name=self._name)

    def _block(self, key: str) -> bytes:
        value = self._image.info.get(key)
        return value if isinstance(value, bytes) else b""


def fitted(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    """`size` scaled down so that its longer side is `long_side`; never enlarged, never 0."""
    longest = max(size)
    if longest <= long_side:
        return size
    width, height = (max(1, round(side * long_side / longest)) for side in size)
    return width, height


_TURNED = {5, 6, 7, 8}


class _Jpeg(JpegImageFile):
    """JPEG whose EXIF block is left to `exif.read`."""

    def _read_dpi_from_exif(self) -> None:
        """Do nothing: it is not needed, and it warns and raises for the EXIF of cheap phones."""


def _require_whole_jpeg(data: bytes) -> None:
    """Raise `ValueError` unless an end marker follows the start of the picture's scan.

    A file whose tail was never written, or is all zeros after a power cut, decodes into a grey
    lower half without complaint.
    """
    at = 2
    while data[at : at + 2] != b"\xff\xda":
        if data[at : at + 1] != b"\xff":
            at += 1
        elif data[at + 1 : at + 2] in _BARE_JPEG_MARKERS:
            at += 1 if data[at + 1 : at + 2] == b"\xff" else 2
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += 2 + length
        if at >= len(data):
            msg = "no scan"
            raise ValueError(msg)
    # From the back, where it stands in a whole file: from the front it is 1 ms per megabyte.
    if data.rfind(b"\xff\xd9", at) < 0:
        msg = "no end of image"
        raise ValueError(msg)


_BARE_JPEG_MARKERS = {bytes([code]) for code in (0x00, 0x01, *range(0xD0, 0xD9), 0xFF)}


def _require_whole_png(data: bytes) -> None:
    """Raise unless all chunks up to IEND are there and their checksums hold."""
    PngImagePlugin.PngImageFile(io.BytesIO(data)).verify()
    if b"IEND\xaeB`\x82" not in data[-65_536:]:
        msg = "no IEND"
        raise ValueError(msg)


def _require_whole_webp(data: bytes) -> None:
    """Raise `ValueError` when the container announces more bytes than there are."""
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        msg = "truncated"
        raise ValueError(msg)


def _require_whole_heic(data: bytes) -> None:
    """Raise `ValueError` when a box announces more bytes than there are.

    libheif fills what is missing with the last colour it knows.
    """
    at = 0
    while data[at + 4 : at + 8] in _HEIF_BOXES:
        (length,) = struct.unpack_from(">I", data, at)
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
        if length == 0:
            return
        at += max(length, 8)
    if at > len(data) or at == 0:
        msg = "truncated"
        raise ValueError(msg)


_HEIF_BOXES = {b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"uuid", b"idat"}
"""What stands at the top level; some telephones append data of their own after it."""

_WHOLE: dict[MediaType, Callable[[bytes], None]] = {
    MediaType.JPEG: _require_whole_jpeg,
    MediaType.PNG: _require_whole_png,
    MediaType.WEBP: _require_whole_webp,
    MediaType.HEIC: _require_whole_heic,
}


def _webp_canvas(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF
