"""Make the Inter typeface known to Qt."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from kepatuhan_desktop import assets

FAMILY = "Inter"
_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")


@lru_cache(maxsize=1)
def register() -> None:
    """Register the four weights, once per application.

    All four at once: the first page shows each of them, and registering a weight after
    the first paint makes Qt forget every laid-out text.
    """
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(assets.path("resources", "fonts", name)))


def font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter of that height in logical pixels."""
    return QFont(_made(pixels, weight))


@lru_cache(maxsize=64)
def _made(pixels: float, weight: QFont.Weight) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(weight)
    # Hinting would snap the strokes of each size to the pixel grid and change text widths.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
