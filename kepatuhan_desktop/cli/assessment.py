"""`kepatuhan assessment`: list assessments, show one with its score, write its scorecard."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.instrument import say
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.services import saving


@click.group()
def assessment() -> None:
    """The assessments of a workspace."""


@assessment.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the assessments, last changed first."""
    with desk.services() as services:
        rows = services.assessments.rows()
    lines = [
        f"{row.id}  {row.period}  {row.status.value:<6}  {row.answered:>3}/{row.indicators:<3}  "
        f"{row.score or '–':>6}  {row.category or '–'}  {row.unit} · {row.institution}"
        for row in rows
    ]
    desk.say("\n".join(lines), codec.plain(rows))


@assessment.command("show")
@click.argument("name")
@pass_desk
def show(desk: Desk, name: str) -> None:
    """Show one assessment: score, components, what is missing, the way upward."""
    with desk.services() as services:
        overview = services.assessments.overview(AssessmentId(name))
        row = services.assessments.row(AssessmentId(name))
    total = overview.result.total
    data = {
        "assessment": codec.plain(row),
        "total": codec.plain(total) if isinstance(total, Score) else None,
        "nodes": codec.plain(overview.result.nodes),
        "missing": codec.plain(overview.missing),
        "earlier": codec.plain(overview.earlier),
        "explanation": codec.plain(overview.explanation()),
        "unofficial_weights": overview.instrument.has_unofficial_weights,
    }
    lines = [
        f"{row.unit} · {row.institution} · {row.period} · {row.status.value}",
        f"{row.score or '–'} {row.category or ''} {row.zone or ''}",
        f"{row.answered}/{row.indicators}",
    ]
    for node in overview.instrument.components:
        part = overview.result.nodes[node.id]
        lines.append(f"{part.value or '–':>7}  {node.code}  {say(node.title, desk.language)}")
    desk.say("\n".join(lines), data)


@assessment.command("scorecard")
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@pass_desk
def scorecard(desk: Desk, name: str, out: Path) -> None:
    """Write the sealed PDF as it was signed, or the draft where nothing is sealed."""
    one = AssessmentId(name)
    with desk.services() as services:
        sealed = services.assessments.get(one).seal is not None
        if sealed:
            pdf = services.sealing.pdf(one)
        else:
            pdf = services.scorecards.render(services.scorecards.draft(one), language=desk.language)
        saving.save_copy(out, pdf)
    desk.say(str(out), {"file": str(out), "sealed": sealed, "bytes": len(pdf)})


for _command in (list_, show, scorecard):
    common_options(_command)
