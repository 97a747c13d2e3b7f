"""Say scores and states on the command line, in the words of the printed page and the window.

Identifiers and decimal points belong to `--json`; here a person reads.
"""

from collections.abc import Iterable, Iterator

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.completeness import Missing
from kepatuhan_desktop.domain.explaining import Explanation, Step
from kepatuhan_desktop.domain.ids import IndicatorId, OptionId
from kepatuhan_desktop.domain.instrument import Instrument, OptionScale, say
from kepatuhan_desktop.domain.scoring import NotScored, Result
from kepatuhan_desktop.reports import figures
from kepatuhan_desktop.reports.phrases import Phrases, phrases
from kepatuhan_desktop.storage.register import Row

_NOTHING = "–"


def head(result: Result, instrument: Instrument, language: str) -> list[str]:
    """What the score is, whether it can still move, and whether it is official."""
    said, words = phrases(language), _WORDS[language]
    total = result.total
    if isinstance(total, NotScored):
        return [said.not_scored]
    name = (said.final if result.is_final else said.provisional).capitalize()
    parts = [
        f"{name}: {figures.number(total.value, said)}",
        said.category.format(category=total.category),
    ]
    if total.zone:
        parts.append(said.zone.format(zone=said.zones[total.zone]).capitalize())
    answered = words["answered"].format(answered=result.answered, all=result.indicators)
    lines = [" · ".join(parts), answered]
    if instrument.has_unofficial_weights:
        lines.append(f"{said.unofficial} {said.unofficial_text}")
    return lines


def components(result: Result, instrument: Instrument, language: str) -> list[str]:
    """The score of each component."""
    said = phrases(language)
    return [
        f"{_number(result.nodes[node.id].value, said):>7}  {node.code}  {say(node.title, language)}"
        for node in instrument.components
    ]


def missing(lacking: Missing, instrument: Instrument, language: str) -> list[str]:
    """What keeps an assessment from being signed; no line where nothing does."""
    if lacking.is_nothing:
        return []
    words = _WORDS[language]
    lines = [words["missing"]]
    if lacking.unanswered:
        codes = ", ".join(_code(instrument, one) for one in lacking.unanswered)
        lines.append(f"  {words['unanswered'].format(count=len(lacking.unanswered))}: {codes}")
    for one, rule in lacking.evidence:
        evidence = words["evidence"].format(what=say(rule.label, language))
        lines.append(f"  {_code(instrument, one)}: {evidence}")
    for it in lacking.lost:
        lines.append(f"  {_code(instrument, it.indicator)}: {words['lost'].format(name=it.name)}")
    lines += [f"  {_code(instrument, one)}: {words['note']}" for one in lacking.notes]
    if lacking.conflicts:
        lines.append(f"  {words['conflicts'].format(count=len(lacking.conflicts))}")
    return lines


def way(
    explanation: Explanation, result: Result, instrument: Instrument, language: str
) -> list[str]:
    """The cheapest way to the next category, or why there is none."""
    said, words, found = phrases(language), _WORDS[language], explanation.way
    if isinstance(result.total, NotScored):
        return []
    if found is None:
        is_top = result.total.category == instrument.categories[0].id
        return [said.way_top if is_top else said.way_none]
    title = words["way"].format(
        category=found.category,
        threshold=figures.number(found.threshold, said),
        distance=figures.number(found.distance, said),
        reaches=figures.number(found.reaches, said),
    )
    return [title, *(f"  {_step(step, instrument, said)}" for step in found.steps)]


def table(rows: Iterable[Row], unofficial: frozenset[str], language: str) -> list[str]:
    """Assessments under the heads of their columns; below it whose weights are unofficial."""
    said, words = phrases(language), _WORDS[language]
    shown = list(rows)
    if not shown:
        return [words["none"]]
    cells = [tuple(words["heads"].split("|")), *(_cells(row, said) for row in shown)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
    names = sorted({row.instrument for row in shown} & unofficial)
    if names:
        mark = said.unofficial.removesuffix(":")
        lines += ["", f"{mark} ({', '.join(names)}): {said.unofficial_text}"]
    return lines


def plain(rows: Iterable[Row], unofficial: frozenset[str]) -> list[dict[str, object]]:
    """The same for programs; null where the instrument has not arrived."""
    return [
        {
            **codec.plain(row),
            "is_final": is_final(row),
            "unofficial_weights": row.instrument in unofficial if row.instrument else None,
        }
        for row in rows
    ]


def standing(row: Row, language: str) -> str:
    """Where an assessment stands, and what was said against its seal."""
    words = _WORDS[language]
    if row.status is not Status.SEALED:
        return words[row.status.value]
    name = "withdrawn" if row.withdrawn else "returned" if row.returned else row.status.value
    return f"{words[name]}, {words['refused']}" if row.refused else words[name]


def is_final(row: Row) -> bool:
    """Whether the score of a row cannot move any more by answering what is open."""
    return row.score is not None and row.answered == row.indicators


def _cells(row: Row, said: Phrases) -> tuple[str, ...]:
    number = _number(row.score, said)
    if row.score is not None and not is_final(row):
        number = f"{number} {_WORDS[said.language]['provisional']}"
    zone = said.zones.get(row.zone or "", "")
    return (
        row.id,
        row.period,
        standing(row, said.language),
        f"{row.answered}/{row.indicators}",
        number,
        " · ".join(part for part in (row.category, zone) if part) or _NOTHING,
        " · ".join(part for part in (row.unit, row.product, row.institution) if part),
    )


def _number(decimal: str | None, said: Phrases) -> str:
    return _NOTHING if decimal is None else figures.number(decimal, said)


def _code(instrument: Instrument, one: IndicatorId) -> str:
    return instrument.indicators[one].code


def _step(step: Step, instrument: Instrument, said: Phrases) -> str:
    labels = dict(_labels(instrument, step.indicator, said.language))
    return said.way_step.format(
        code=_code(instrument, step.indicator),
        before=labels.get(step.before, step.before),
        after=labels.get(step.after, step.after),
        gain=figures.number(step.gain, said),
    )


def _labels(
    instrument: Instrument, one: IndicatorId, language: str
) -> Iterator[tuple[OptionId, str]]:
    scale = instrument.indicators[one].scale
    if isinstance(scale, OptionScale):
        yield from ((option.id, say(option.label, language)) for option in scale.options)


_WORDS = {
    "id": {
        "none": "Belum ada penilaian.",
        "heads": "Id|Periode|Status|Dijawab|Nilai|Kategori|Unit layanan",
        "draft": "Draf",
        "ready": "Siap ditandatangani",
        "sealed": "Ditandatangani",
        "amending": "Sedang dikoreksi",
        "withdrawn": "Tanda tangan ditarik",
        "returned": "Dikembalikan",
        "refused": "ditolak pimpinan unit",
        "provisional": "sementara",
        "answered": "{answered} dari {all} indikator dijawab",
        "missing": "Masih kurang:",
        "unanswered": "{count} indikator belum dijawab",
        "evidence": "bukti wajib: {what}",
        "lost": "bukti hilang: {name}",
        "note": "catatan wajib diisi",
        "conflicts": "{count} perbedaan antarperangkat belum diputuskan",
        "way": (
            "Jalan terpendek ke kategori {category} (mulai {threshold}, kurang {distance}; "
            "nilai menjadi {reaches}):"
        ),
    },
    "en": {
        "none": "There are no assessments yet.",
        "heads": "Id|Period|Status|Answered|Score|Category|Service unit",
        "draft": "Draft",
        "ready": "Ready to sign",
        "sealed": "Signed",
        "amending": "In correction",
        "withdrawn": "Signature withdrawn",
        "returned": "Returned",
        "refused": "refused by the head of the unit",
        "provisional": "provisional",
        "answered": "{answered} of {all} indicators answered",
        "missing": "Still missing:",
        "unanswered": "{count} indicators not answered",
        "evidence": "required evidence: {what}",
        "lost": "lost evidence: {name}",
        "note": "a note is required",
        "conflicts": "{count} differences between devices are not settled",
        "way": (
            "The shortest way to category {category} (from {threshold}, {distance} missing; "
            "the score becomes {reaches}):"
        ),
    },
}
