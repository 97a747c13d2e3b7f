"""`kepatuhan assessment stamp`: take back a sealed PDF that was stamped elsewhere."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.ids import AssessmentId


@click.command("stamp")
@click.argument("name")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_desk
def stamp(desk: Desk, name: str, file: Path) -> None:
    """Keep FILE, the sealed PDF with a certified signature (BSrE), beside the sealed one."""
    one = AssessmentId(name)
    with desk.services() as services:
        request = services.stamping.request(one)
        found = services.stamping.keep(request, file.read_bytes(), file.name)
        services.stamping.add(one, found)
    desk.say(
        f"{found.name} · {found.issuer} · {found.claimed_at or '–'}",
        {"assessment": one, "revision": request.seal.revision, "stamp": codec.plain(found)},
    )


common_options(stamp)
