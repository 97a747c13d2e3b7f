"""Put what an enrolment is worth into the words of the language that the window speaks."""

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.services.authorities import Standing


def standing_word(standing: Standing) -> str:
    """What an enrolment is worth today."""
    translate = QCoreApplication.translate
    found = {
        Standing.ACTIVE: translate("standing_words", "Berlaku"),
        Standing.EXPIRED: translate("standing_words", "Habis"),
        Standing.REVOKED: translate("standing_words", "Dicabut"),
    }
    return found[standing]


def standing_tone(standing: Standing) -> Zone:
    """The tone in which widgets show it."""
    tones: dict[Standing, Zone] = {
        Standing.ACTIVE: "green",
        Standing.EXPIRED: "yellow",
        Standing.REVOKED: "red",
    }
    return tones[standing]
