"""Put into words what a question card shows."""

from fractions import Fraction

import msgspec
from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.completeness import chosen_option
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.instrument import Indicator, Medium, Official, Option, OptionScale
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.scoring import Answer, Excluded
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.cards import CardState, Conflict, Rule
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.chips import Chip
from kepatuhan_desktop.gui.widgets.conflict_notice import Version
from kepatuhan_desktop.gui.widgets.finding_rows import FindingLine


def chips(indicator: Indicator, state: CardState) -> list[Chip]:
    """Code, weight, medium and what the answer needs."""
    found = [Chip(indicator.code, "primary"), _weight(indicator)]
    if indicator.medium is not None:
        room, electronic = (
            QCoreApplication.translate("card", "Ruang pelayanan"),
            QCoreApplication.translate("card", "Media elektronik"),
        )
        is_room = indicator.medium is Medium.ROOM
        found.append(
            Chip(
                room if is_room else electronic,
                icon="building-2" if is_room else "monitor",
                tip=QCoreApplication.translate("card", "Tempat publikasi yang diperiksa"),
            )
        )
    found += [_rule(one) for one in state.rules]
    if state.note_required:
        met = bool(state.note)
        found.append(
            Chip(
                QCoreApplication.translate("card", "Catatan wajib"),
                "green" if met else "yellow",
                "check" if met else "pen-line",
            )
        )
    return found


def options(indicator: Indicator) -> tuple[Option, ...]:
    """The answers that can be chosen; none where a number is asked for."""
    return indicator.scale.options if isinstance(indicator.scale, OptionScale) else ()


def zone(option: Option) -> Zone:
    """The colour of an answer: red for nothing, green for everything."""
    share = Fraction(option.value)
    return "green" if share == 1 else ("yellow" if share else "red")


def answer(indicator: Indicator, given: Answer | None) -> str:
    """An answer in words; empty for none."""
    if isinstance(given, Excluded):
        return QCoreApplication.translate("card", "Tidak berlaku: {reason}").format(
            reason=given.reason
        )
    option = chosen_option(indicator, given)
    return words.text(option.label) if option else ""


def note_hint(state: CardState) -> str:
    """What the empty note asks for."""
    if state.note_required:
        return QCoreApplication.translate("card", "Jawaban ini perlu catatan · N")
    return QCoreApplication.translate("card", "Tulis catatan · N")


def finding_line(finding: Finding, key: str) -> FindingLine:
    """A finding in two lines."""
    parts = [finding.legal_reference, finding.responsible]
    if finding.due:
        due = QCoreApplication.translate("card", "paling lambat {day}")
        parts.append(due.format(day=words.day(finding.due)))
    return FindingLine(key, finding.statement, " · ".join(part for part in parts if part))


def conflict_title(conflict: Conflict) -> str:
    """What several people said differently."""
    titles = {
        Kind.ANSWER.value: QCoreApplication.translate("card", "Dua perangkat menjawab berbeda"),
        Kind.NOTE.value: QCoreApplication.translate("card", "Dua catatan yang berbeda"),
        Kind.EVIDENCE.value: QCoreApplication.translate("card", "Dua versi dari bukti yang sama"),
        Kind.FINDING.value: QCoreApplication.translate("card", "Dua versi dari temuan yang sama"),
    }
    return titles.get(conflict.slot.partition("/")[0], "")


def versions(indicator: Indicator, conflict: Conflict) -> list[Version]:
    """What each of them said, with author and time."""
    return [
        Version(
            key=entry.id,
            value=_value(indicator, entry) or QCoreApplication.translate("card", "Dikosongkan"),
            by=f"{entry.author}, {words.moment(entry.at)}",
        )
        for entry in conflict.entries
    ]


def _value(indicator: Indicator, entry: Entry) -> str:
    if entry.value is None:
        return ""
    if entry.kind == Kind.ANSWER.value:
        return answer(indicator, codec.typed({"it": entry.value}, _Given).it)
    if entry.kind == Kind.EVIDENCE.value:
        return _evidence(codec.typed(entry.value, Evidence))
    if entry.kind == Kind.FINDING.value:
        return codec.typed(entry.value, Finding).statement
    if entry.kind == Kind.NOTE.value:
        return codec.typed(entry.value, str)
    return "…"  # of a later vocabulary: kept, and not interpreted


class _Given(msgspec.Struct, frozen=True):
    """A union has no class that could be converted to; a struct that holds one has."""

    it: Answer


def _evidence(one: Evidence) -> str:
    if not one.rotation:
        return one.caption or one.name
    return QCoreApplication.translate("card", "{name}, diputar {degrees}°").format(
        name=one.caption or one.name, degrees=one.rotation
    )


def _weight(indicator: Indicator) -> Chip:
    weight = QCoreApplication.translate("card", "Bobot {weight}").format(
        weight=words.number(indicator.weight.value)
    )
    if indicator.weight.official is Official.YES:
        return Chip(weight, tip=indicator.weight.source)
    marked = QCoreApplication.translate("card", "{weight} · tidak resmi").format(weight=weight)
    tip = QCoreApplication.translate(
        "card", "Belum ada sumber resmi untuk bobot ini. {source}"
    ).format(source=indicator.weight.source)
    return Chip(marked, tip=tip.strip())


def _rule(one: Rule) -> Chip:
    label = words.text(one.rule.label)
    if one.rule.minimum > 1:
        label = f"{label} × {one.rule.minimum}"
    if one.is_lost:
        text = QCoreApplication.translate("card", "Bukti hilang: {label}").format(label=label)
        tip = QCoreApplication.translate(
            "card", "Berkasnya belum ada atau tidak utuh di perangkat ini"
        )
        return Chip(text, "red", "image-off", tip)
    if not one.is_sure:
        text = QCoreApplication.translate("card", "Siapkan bukti: {label}").format(label=label)
        tip = QCoreApplication.translate("card", "Wajib atau tidaknya bergantung pada jawaban")
        return Chip(text, "green" if one.is_met else "neutral", "paperclip", tip)
    text = QCoreApplication.translate("card", "Bukti wajib: {label}").format(label=label)
    if one.is_met:
        return Chip(text, "green", "check", QCoreApplication.translate("card", "Sudah ada"))
    return Chip(text, "yellow", "camera", QCoreApplication.translate("card", "Belum ada"))
