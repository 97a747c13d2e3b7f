"""Put planned visits, as headquarters looks at them, into words."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.visit_plan import PlanStatus
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.line_list import Line
from kepatuhan_desktop.services.planning import Planned

_TONES: dict[PlanStatus, Zone] = {
    PlanStatus.DRAFT: "yellow",
    PlanStatus.CHANGED: "yellow",
    PlanStatus.SENT: "primary",
    PlanStatus.DONE: "green",
}


def status(one: PlanStatus) -> str:
    """How far a plan has come."""
    translate = QCoreApplication.translate
    return {
        PlanStatus.DRAFT: translate("plan", "Belum dikirim"),
        PlanStatus.CHANGED: translate("plan", "Perubahan belum dikirim"),
        PlanStatus.SENT: translate("plan", "Terkirim"),
        PlanStatus.DONE: translate("plan", "Sudah dimulai"),
    }[one]


def explained(one: PlanStatus) -> str:
    """What that means for whoever wants to change it."""
    translate = QCoreApplication.translate
    return {
        PlanStatus.DRAFT: translate(
            "plan", "Auditor belum mengetahuinya; rencana dapat diubah atau dibatalkan."
        ),
        PlanStatus.CHANGED: translate(
            "plan", "Auditor masih memegang yang lama, sampai surat berikutnya diterimanya."
        ),
        PlanStatus.SENT: translate(
            "plan", "Perubahan dan pembatalan diketahui auditor dari surat berikutnya."
        ),
        PlanStatus.DONE: translate(
            "plan", "Penilaiannya sudah dimulai di lapangan; rencana tidak diubah lagi."
        ),
    }[one]


def tone(one: PlanStatus) -> Zone:
    """The colour of a status."""
    return _TONES[one]


def icon(one: PlanStatus) -> str:
    """The picture of a status."""
    return "circle-check" if one is PlanStatus.DONE else "calendar"


def day(one: str, today: date) -> str:
    """The day, and how near it is where it is near."""
    translate = QCoreApplication.translate
    near = {
        today.isoformat(): translate("plan", "hari ini"),
        (today + timedelta(days=1)).isoformat(): translate("plan", "besok"),
    }
    told = near.get(one) or (translate("plan", "terlewat") if one < today.isoformat() else "")
    return f"{words.day(one)} ({told})" if told else words.day(one)


def place(one: Planned) -> str:
    """The unit, and the product where there is one."""
    return " · ".join(part for part in (one.row.unit, one.row.product) if part)


def line(one: Planned, today: date) -> Line:
    """A plan in two lines."""
    names = [one.row.auditor, *(person.name for person in one.team)]
    # That a day has passed is no news where the visit has taken place.
    when = words.day(one.row.day) if one.status is PlanStatus.DONE else day(one.row.day, today)
    return Line(
        one.row.id,
        icon(one.status),
        place(one),
        " · ".join((when, ", ".join(names), one.row.institution)),
        tone(one.status),
        status(one.status),
        tone(one.status),
    )


def due(counts: Mapping[DeviceId, int], names: Mapping[DeviceId, str]) -> str:
    """Who has not heard of what was planned, changed or called off."""
    translate = QCoreApplication.translate
    if not counts:
        return translate("plan", "Semua rencana sudah ada dalam surat kepada auditornya.")
    each = [f"{names.get(device, '?')} ({count})" for device, count in counts.items()]
    return translate("plan", "Belum dikirim: {names}.").format(names=", ".join(sorted(each)))
