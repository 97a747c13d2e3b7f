"""Put into words what the score panel shows."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.explaining import Way
from kepatuhan_desktop.domain.ids import IndicatorId, OptionId
from kepatuhan_desktop.domain.instrument import Indicator, Instrument, OptionScale
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.models.cards import Conflict, conflict_indicators
from kepatuhan_desktop.gui.widgets.jump_list import Jump
from kepatuhan_desktop.gui.widgets.score_bars import Bar
from kepatuhan_desktop.services.assessments import Overview

UNANSWERED, EVIDENCE, LOST, NOTES, CONFLICT, REVIEW = (
    "unanswered",
    "evidence",
    "lost",
    "notes",
    "conflict",
    "review",
)
_LISTED = 4
"""Rows of one kind that are shown; the rest is one row."""


def borders(instrument: Instrument) -> tuple[float, ...]:
    """Where categories begin, as parts of 100."""
    maximum = Fraction(instrument.maximum)
    lowest = [Fraction(one.lowest) / maximum * 100 for one in instrument.categories]
    return tuple(float(one) for one in lowest if one)


def earlier(overview: Overview) -> str:
    """The sealed result of an earlier period with the change since; empty for none."""
    before = overview.earlier
    if before is None:
        return ""
    text = QCoreApplication.translate("score", "{period}: {score} · {category}").format(
        period=before.period,
        score=words.number(before.score),
        category=words.category(before.category, before.zone),
    )
    total = overview.result.total
    if not isinstance(total, Score):
        return text
    change = Fraction(total.value) - Fraction(before.score)
    places = overview.instrument.rounding.places
    arrow = "▲" if change > 0 else "▼" if change < 0 else "="
    return f"{text}  {arrow} {words.number(f'{float(abs(change)):.{places}f}')}"


def bars(overview: Overview) -> list[Bar]:
    """One bar per component."""
    maximum = float(overview.instrument.maximum)
    found = []
    for node in overview.instrument.components:
        score = overview.result.nodes[node.id]
        found.append(
            Bar(
                key=node.id,
                label=words.text(node.short) or words.text(node.title),
                share=float(score.value) / maximum if score.value else None,
                text=words.number(score.value),
                zone=words.zone_tone(score.zone),
            )
        )
    return found


def lacks(overview: Overview) -> list[Jump]:
    """What still blocks signing, or one row that says that nothing does."""
    missing = overview.missing
    found: list[Jump] = []
    for slot in missing.conflicts:
        jumps = _conflict(overview, Conflict(slot, overview.assessment.heads[slot]))
        found += [jump for jump in jumps if jump not in found]  # answer and note may both differ
    if missing.unanswered:
        text = QCoreApplication.translate("score", "{count} indikator belum dijawab")
        found.append(
            Jump(UNANSWERED, text.format(count=len(missing.unanswered)), "circle-dashed", "primary")
        )
    evidence = [
        (one, f"{overview.instrument.indicators[one].code} · {words.text(rule.label)}")
        for one, rule in missing.evidence
    ]
    more = QCoreApplication.translate("score", "{count} bukti wajib lagi belum ada")
    found += _listed(EVIDENCE, evidence, "camera", more)
    gone = QCoreApplication.translate("score", "{code} · Bukti hilang: {name}")
    lost = [
        (
            it.indicator,
            gone.format(code=overview.instrument.indicators[it.indicator].code, name=it.name),
        )
        for it in missing.lost
    ]
    more = QCoreApplication.translate("score", "{count} bukti lagi hilang")
    found += _listed(LOST, lost, "image-off", more)
    note = QCoreApplication.translate("score", "{code} · catatan wajib")
    notes = [
        (one, note.format(code=overview.instrument.indicators[one].code)) for one in missing.notes
    ]
    more = QCoreApplication.translate("score", "{count} catatan wajib lagi belum ada")
    found += _listed(NOTES, notes, "pen-line", more)
    if not found:
        ready = QCoreApplication.translate("score", "Lengkap; siap ditandatangani")
        found.append(Jump(REVIEW, ready, "circle-check", "green"))
    return found


def steps(overview: Overview, way: Way) -> list[Jump]:
    """The changes that lead to the next category."""
    found = []
    for step in way.steps:
        indicator = overview.instrument.indicators[step.indicator]
        found.append(
            Jump(
                step.indicator,
                QCoreApplication.translate("score", "{code} · {before} → {after}").format(
                    code=indicator.code,
                    before=_label(indicator, step.before),
                    after=_label(indicator, step.after),
                ),
                "arrow-right",
                "primary",
                f"+{words.number(step.gain)}",
            )
        )
    return found


def _conflict(overview: Overview, conflict: Conflict) -> list[Jump]:
    indicators = [
        one for one in conflict_indicators(conflict) if one in overview.instrument.indicators
    ]
    if not indicators:
        text = QCoreApplication.translate("score", "Tanggapan unit: ada dua versi")
        return [Jump(REVIEW, text, "triangle-alert", "red")]
    text = QCoreApplication.translate("score", "{code} · ada dua versi")
    return [
        Jump(
            f"{CONFLICT}:{one}",
            text.format(code=overview.instrument.indicators[one].code),
            "triangle-alert",
            "red",
        )
        for one in indicators
    ]


def _listed(kind: str, rows: list[tuple[IndicatorId, str]], icon: str, more: str) -> list[Jump]:
    fits = len(rows) <= _LISTED + 1
    shown = rows if fits else rows[:_LISTED]
    found = [Jump(f"{kind}:{one}", text, icon, "yellow") for one, text in shown]
    if not fits:
        found.append(Jump(kind, more.format(count=len(rows) - _LISTED), icon, "yellow"))
    return found


def _label(indicator: Indicator, option: OptionId) -> str:
    if not isinstance(indicator.scale, OptionScale):
        return ""
    return next((words.text(one.label) for one in indicator.scale.options if one.id == option), "")
