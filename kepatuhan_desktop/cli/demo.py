"""`kepatuhan demo`: make a workspace to look at."""

from pathlib import Path

import click

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.cli import score_words
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.errors import InputInvalid, WorkspaceNotEmpty
from kepatuhan_desktop.services import saving
from kepatuhan_desktop.services.demonstration import AUDITORS, Demonstration, DemonstrationClock


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder for the PDFs.",
)
@click.option(
    "--photos",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Use the photographs of this folder as evidence.",
)
@pass_desk
def demo(desk: Desk, out: Path, photos: Path | None) -> None:
    """Make an institution with three units, two of them sealed, in a new workspace (--home)."""
    if desk.home is None:
        raise InputInvalid(field="--home")
    saving.prepare_folder(out)
    clock = DemonstrationClock()
    home = desk.home.expanduser().absolute()
    services = bootstrap.open_services(home, clock=clock)
    try:
        if services.assessments.rows() or services.organisations.institutions():
            raise WorkspaceNotEmpty(path=home)
        first = AUDITORS[0]
        services.settings.change(
            auditor_name=first.name, auditor_nip=first.nip, auditor_position=first.position
        )
        made = Demonstration(
            organisations=services.organisations,
            instruments=services.instruments,
            assessments=services.assessments,
            answering=services.answering,
            attaching=services.attaching,
            findings=services.findings,
            sealing=services.sealing,
            clock=clock,
        ).build(_Steps(desk), photos)
        rows = services.assessments.rows()
        unofficial = services.instruments.unofficial()
    finally:
        services.close()
    files = [str(path) for path in saving.save_copies(out, made.sealed)]
    lines = [*score_words.table(rows, unofficial, desk.language), "", *files]
    data = {"assessments": score_words.plain(rows, unofficial), "files": files}
    desk.say("\n".join(lines), data)


class _Steps:
    """Progress on the error stream, so that the answer stays clean."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def step(self, done: int, total: int, text: str = "") -> None:
        """Name the step."""
        if text and not self._desk.as_json:
            click.echo(f"[{done + 1}/{total}] {text}", err=True)


common_options(demo)
