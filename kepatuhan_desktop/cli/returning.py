"""`kepatuhan assessment return`: send a sealed assessment back to its auditor."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import letters
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.exchange.description import Purpose


@click.command("return")
@click.argument("name")
@click.option("--reason", help="What is wrong, in a sentence.")
@click.option(
    "--comment", "comments", multiple=True, metavar="INDICATOR=TEXT", help="What to look at again."
)
@click.option("--take-back", is_flag=True, help="Let the seal stand after all.")
@click.option(
    "--out",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Also write a bundle for each device that worked on it into this folder.",
)
@letters.plain_option
@pass_desk
def return_(
    desk: Desk,
    name: str,
    reason: str | None,
    comments: tuple[str, ...],
    take_back: bool,
    folder: Path | None,
    plain: bool,
) -> None:
    """Send a sealed assessment back with comments; its seal stays as it was signed."""
    one = AssessmentId(name)
    if take_back and (reason or comments):
        raise InputInvalid(field="comments")
    with desk.services() as services:
        if take_back:
            services.returning.take_back(one)
        else:
            services.returning.give_back(one, reason or "", _said(comments))
        found = services.returning.returned(one)
        devices = services.posting.devices_of(one)
        posted = (
            letters.write(desk, services, devices, Purpose.RETURN, folder, plain=plain)
            if folder
            else letters.Posted()
        )
    desk.say(posted.lines(), {"assessment": one, "returned": codec.plain(found), **posted.data()})
    if posted.status:
        stop(posted.status)


def _said(comments: tuple[str, ...]) -> dict[IndicatorId, str]:
    said: dict[IndicatorId, str] = {}
    for one in comments:
        indicator, mark, text = one.partition("=")
        if not mark or not text.strip():
            raise InputInvalid(field="comments")
        said[IndicatorId(indicator.strip())] = text
    return said


common_options(return_)
