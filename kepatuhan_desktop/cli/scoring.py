"""`kepatuhan score`: answers in, score and explanation out; needs no workspace."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import score_words
from kepatuhan_desktop.cli.instrument import find
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.explaining import explain
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.domain.scoring import score as score_answers
from kepatuhan_desktop.services import answer_files


@click.command("score")
@click.option("--instrument", "name", required=True, help="Id, id@version or file.")
@click.argument("file", type=click.Path(path_type=Path))
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
    language = desk.language
    lines = score_words.head(result, instrument, language)
    if data["total"] is not None:
        lines += ["", *score_words.components(result, instrument, language)]
        lines += ["", *score_words.way(explanation, result, instrument, language)]
    desk.say("\n".join(lines), data)


common_options(score)
