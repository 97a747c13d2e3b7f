"""Put numbers, days, states and zones into the words of the language that the window speaks."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.instrument import Text
from kepatuhan_desktop.gui.tokens import Zone

LANGUAGE_PROPERTY = "kepatuhan_language"
"""The application property that holds `id` or `en`."""

NO_VALUE = "–"


def language() -> str:
    """The language of the window as a code: `id` unless the person chose another."""
    application = QCoreApplication.instance()
    found = application.property(LANGUAGE_PROPERTY) if application is not None else None
    return str(found) if found else "id"


def text(words: Text) -> str:
    """What an instrument says, in the language of the window or else in Indonesian."""
    return words.get(language()) or words.get("id", "")


def number(decimal: str | None) -> str:
    """A decimal of the domain as people write it: "88.26" becomes "88,26"; None is a dash."""
    if decimal is None:
        return NO_VALUE
    return decimal if language() == "en" else decimal.replace(".", ",")


def provisional() -> str:
    """The word beside a score that can still move."""
    return QCoreApplication.translate("words", "sementara")


def zone_word(zone: str | None) -> str:
    """The colour that stands beside a category; empty where the category has none."""
    translate = QCoreApplication.translate
    words = {
        "green": translate("words", "hijau"),
        "yellow": translate("words", "kuning"),
        "red": translate("words", "merah"),
    }
    return words.get(zone or "", "")


def zone_tone(zone: str | None) -> Zone:
    """The tone in which widgets show a zone."""
    tones: dict[str, Zone] = {"green": "green", "yellow": "yellow", "red": "red"}
    return tones.get(zone or "", "neutral")


def category(letter: str | None, zone: str | None) -> str:
    """A category with its zone, such as "B · hijau"; says so where there is none yet."""
    if letter is None:
        return QCoreApplication.translate("words", "belum ada")
    word = zone_word(zone)
    return f"{letter} · {word}" if word else letter


def status_word(status: Status) -> str:
    """Where an assessment stands."""
    translate = QCoreApplication.translate
    words = {
        Status.DRAFT: translate("words", "Draf"),
        Status.READY: translate("words", "Siap ditandatangani"),
        Status.SEALED: translate("words", "Ditandatangani"),
        Status.AMENDING: translate("words", "Sedang dikoreksi"),
    }
    return words[status]


def withdrawn_word() -> str:
    """What stands instead of "signed" where a signature was withdrawn."""
    return QCoreApplication.translate("words", "Tanda tangan ditarik")


def returned_word() -> str:
    """What stands instead of "signed" where headquarters sent the seal back."""
    return QCoreApplication.translate("words", "Dikembalikan")


def refused_word() -> str:
    """What stands beside "signed" where the head of the unit refused."""
    return QCoreApplication.translate("words", "ditolak pimpinan unit")


def received_word() -> str:
    """What stands instead of "signed" where headquarters acknowledged it."""
    return QCoreApplication.translate("words", "Diterima pusat")


def role(name: str) -> str:
    """Whose signature it is."""
    translate = QCoreApplication.translate
    words = {
        "auditor": translate("words", "auditor"),
        "unit_head": translate("words", "pimpinan unit"),
    }
    return words.get(name, name)


def status_tone(status: Status) -> Zone:
    """The tone in which widgets show a state."""
    tones: dict[Status, Zone] = {
        Status.DRAFT: "neutral",
        Status.READY: "yellow",
        Status.SEALED: "green",
        Status.AMENDING: "yellow",
    }
    return tones[status]


def day(iso: str) -> str:
    """A calendar day or moment as "18 Nov 2026"; what is no day stays as it is."""
    found = _moment(iso)
    return f"{found.day} {_months()[found.month - 1]} {found.year}" if found else iso


def moment(iso: str) -> str:
    """A moment as "18 Nov 2026, 10.42", in the zone where it was written."""
    found = _moment(iso)
    return f"{day(iso)}, {clock_time(iso)}" if found else iso


def clock_time(iso: str) -> str:
    """The time of a moment: "10.42", in English "10:42"."""
    found = _moment(iso)
    if found is None:
        return iso
    return f"{found.hour:02}{':' if language() == 'en' else '.'}{found.minute:02}"


def relative_day(iso: str, today: date) -> str:
    """A moment as a list shows it: the time of today, "kemarin", "18 Nov", "18 Nov 2025"."""
    found = _moment(iso)
    if found is None:
        return iso
    if found.date() == today:
        return clock_time(iso)
    if found.date() == today - timedelta(days=1):
        return QCoreApplication.translate("words", "kemarin")
    if found.year == today.year:
        return f"{found.day} {_months()[found.month - 1]}"
    return day(iso)


def _moment(iso: str) -> datetime | None:
    # In the zone where it was written: that is what the printed scorecard says, too.
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


def _months() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("words", "Jan"),
        translate("words", "Feb"),
        translate("words", "Mar"),
        translate("words", "Apr"),
        translate("words", "Mei"),
        translate("words", "Jun"),
        translate("words", "Jul"),
        translate("words", "Agu"),
        translate("words", "Sep"),
        translate("words", "Okt"),
        translate("words", "Nov"),
        translate("words", "Des"),
    )
