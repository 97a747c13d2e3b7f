"""`kepatuhan score`: answers in, score and explanation out; needs no workspace."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.instrument import find
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.explaining import Explanation, explain
from kepatuhan_desktop.domain.instrument import Instrument, say
from kepatuhan_desktop.domain.scoring import Result, Score
from kepatuhan_desktop.domain.scoring import score as score_answers
from kepatuhan_desktop.services import answer_files


@click.command("score")
@click.option("--instrument", "name", required=True, help="Id, id@version or file.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_desk
def score(desk: Desk, name: str, file: Path) -> None:
    """Score the answers of a JSON FILE ({"b.1": {"option": "full"}, …})."""
    instrument = find(name)
    answers = answer_files.read(file, instrument)
    result = score_answers(instrument, answers)
    explanation = explain(instrument, answers)
    total = result.total
    data = {
        "instrument": {
            "id": instrument.id,
            "version": instrument.version,
            "digest": instrument.digest,
        },
        "total": codec.plain(total) if isinstance(total, Score) else None,
        "is_final": result.is_final,
        "answered": result.answered,
        "indicators": result.indicators,
        "nodes": codec.plain(result.nodes),
        "unofficial_weights": instrument.has_unofficial_weights,
        "explanation": codec.plain(explanation),
    }
    desk.say(_text(instrument, result, explanation, desk.language), data)


def _text(instrument: Instrument, result: Result, explanation: Explanation, language: str) -> str:
    words = _WORDS[language]
    if not isinstance(result.total, Score):
        return words["nothing"]
    lines = [
        f"{words['final'] if result.is_final else words['partial']}: {result.total.value}  "
        f"{result.total.category} · {words.get(result.total.zone or '', '')}",
        f"{result.answered}/{result.indicators} {words['answered']}",
    ]
    if instrument.has_unofficial_weights:
        lines.append(words["unofficial"])
    lines.append("")
    for node in instrument.components:
        part = result.nodes[node.id]
        lines.append(f"{part.value or '–':>7}  {node.code}  {say(node.title, language)}")
    if explanation.way:
        way = explanation.way
        lines.append(f"\n{words['way']} {way.category} ({way.threshold}, +{way.distance}):")
        lines += [
            f"  {step.indicator}: {step.before} → {step.after}  (+{step.gain})"
            for step in way.steps
        ]
    return "\n".join(lines)


_WORDS = {
    "id": {
        "nothing": "Belum ada yang dapat dinilai.",
        "final": "Nilai",
        "partial": "Nilai sementara",
        "answered": "indikator terjawab",
        "unofficial": "Bobot tidak resmi: tidak ada sumber yang menetapkannya.",
        "way": "Jalan termurah ke kategori",
        "green": "zona hijau",
        "yellow": "zona kuning",
        "red": "zona merah",
    },
    "en": {
        "nothing": "Nothing can be scored yet.",
        "final": "Score",
        "partial": "Provisional score",
        "answered": "indicators answered",
        "unofficial": "Unofficial weights: no source sets them.",
        "way": "Cheapest way to category",
        "green": "green zone",
        "yellow": "yellow zone",
        "red": "red zone",
    },
}

common_options(score)
