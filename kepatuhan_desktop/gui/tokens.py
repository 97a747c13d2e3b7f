"""Name the colours of the two themes and tell which theme the application wears."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont

from kepatuhan_desktop.gui import fonts

Zone = Literal["green", "yellow", "red", "primary", "neutral"]
"""A tone of colour; always shown beside a word or a letter."""

PROPERTY = "kepatuhan_tokens"
"""The application property that holds the current `Tokens`."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#RRGGBB`, and the factor of the text size."""

    is_dark: bool
    window: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    text: str
    muted: str
    faint: str
    """Decoration and placeholders only: too pale for text that must be read."""
    primary: str
    primary_soft: str
    primary_hover: str
    on_primary: str
    green: str
    green_soft: str
    yellow: str
    yellow_soft: str
    red: str
    red_soft: str
    on_red: str
    scale: float = 1.0
    """What the sizes of all texts are multiplied by."""

    def colour(self, role: str) -> str:
        """The colour of that name; raises `AttributeError` for a role that does not exist."""
        return str(getattr(self, role))

    def zone(self, zone: Zone) -> tuple[str, str]:
        """The strong colour of a zone and its soft background."""
        if zone == "neutral":
            return self.muted, self.sunken
        return self.colour(zone), self.colour(f"{zone}_soft")

    def font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Inter of that size, enlarged as the user asked."""
        return fonts.font(pixels * self.scale, weight)

    def ink(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of that name for a painter."""
        ink = QColor(self.colour(role))
        ink.setAlphaF(alpha)
        return ink


# Two colours are darker than the sketches had them, green from #14804A and yellow from
# #B45F06, so that they reach 4.5:1 as text on their own soft background and on `sunken`.
LIGHT = Tokens(
    is_dark=False,
    window="#F5F6F8",
    surface="#FFFFFF",
    sunken="#F0F2F5",
    line="#E3E6EB",
    line_strong="#CDD3DC",
    text="#111827",
    muted="#5B6473",
    faint="#8A93A3",
    primary="#2457E6",
    primary_soft="#E8EEFE",
    primary_hover="#1C48C8",
    on_primary="#FFFFFF",
    green="#137A46",
    green_soft="#E3F5EA",
    yellow="#A85805",
    yellow_soft="#FEF1DC",
    red="#C42B2B",
    red_soft="#FDE8E8",
    on_red="#FFFFFF",
)

# The primary colour is lighter than the sketches' #5B8CFF for the same reason.
DARK = Tokens(
    is_dark=True,
    window="#0E1116",
    surface="#161A21",
    sunken="#1D222B",
    line="#272D38",
    line_strong="#3A4250",
    text="#EEF1F6",
    muted="#A2ABBA",
    faint="#727C8C",
    primary="#6291FF",
    primary_soft="#1C2A4A",
    primary_hover="#7BA4FF",
    on_primary="#0B1220",
    green="#46C988",
    green_soft="#143124",
    yellow="#F0B04E",
    yellow_soft="#36290F",
    red="#F57A7A",
    red_soft="#3B1A1D",
    on_red="#0B1220",
)


def tokens_of(_widget: object = None) -> Tokens:
    """What `theme.apply` put on the application; the light theme before that."""
    application = QCoreApplication.instance()
    found = application.property(PROPERTY) if application is not None else None
    return found if isinstance(found, Tokens) else LIGHT
