"""Put what keeps an assessment from being signed into lines for a list."""

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.ids import IndicatorId, Slot
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.gui import dispute_words, words
from kepatuhan_desktop.gui.widgets.missing_list import Gap
from kepatuhan_desktop.services.assessments import Overview

_OF_INDICATORS = ("answer", "note")


def gaps_of(overview: Overview) -> list[Gap]:
    """Every gap: conflicts first, then question by question."""
    translate = QCoreApplication.translate
    missing, instrument = overview.missing, overview.instrument
    found = [_conflict(overview, slot) for slot in missing.conflicts]
    by_indicator: dict[IndicatorId, list[Gap]] = {}

    def add(one: IndicatorId, icon: str, what: str) -> None:
        gap = _gap(instrument, one, icon, what)
        by_indicator.setdefault(one, []).append(gap)

    for one in missing.unanswered:
        add(one, "circle-dashed", translate("gaps", "Belum dijawab"))
    for one, rule in missing.evidence:
        label = words.text(rule.label)
        add(one, "paperclip", translate("gaps", "Bukti wajib: {label}").format(label=label))
    for it in missing.lost:
        lost = translate("gaps", "Bukti hilang: {name}").format(name=it.name)
        add(it.indicator, "image-off", lost)
    for one in missing.notes:
        add(one, "message-square", translate("gaps", "Catatan wajib diisi"))
    return found + [gap for one in instrument.indicators for gap in by_indicator.get(one, [])]


def _conflict(overview: Overview, slot: Slot) -> Gap:
    kind, _, name = slot.partition("/")
    indicator = name if kind in _OF_INDICATORS else ""
    state = overview.assessment
    for entry in state.heads.get(slot, ()):
        # Evidence and findings say themselves which question they belong to.
        if not indicator and isinstance(entry.value, dict):
            indicator = str(entry.value.get("indicator") or "")
    what = QCoreApplication.translate("gaps", "Isian berbeda dari dua perangkat")
    gap = _gap(overview.instrument, IndicatorId(indicator), "triangle-alert", what)
    return gap._replace(slot=slot, where=gap.where or dispute_words.kind(slot))


def _gap(instrument: Instrument, one: IndicatorId, icon: str, what: str) -> Gap:
    indicator = instrument.indicators.get(one)
    if indicator is None:
        return Gap("", icon, what, "")
    return Gap(one, icon, f"{indicator.code} · {what}", words.text(indicator.question))
