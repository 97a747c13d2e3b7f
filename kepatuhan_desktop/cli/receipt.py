"""`kepatuhan receipt`: tell the field what arrived at headquarters."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import letters
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.exchange.description import Purpose

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services


@click.group()
def receipt() -> None:
    """What headquarters acknowledges."""


@receipt.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the devices of which bundles arrived whose receipts no letter has carried yet."""
    with desk.services() as services:
        waiting = services.receiving.unacknowledged()
    rows = [f"{one.device}  {len(one.bundles):>3}  {one.name}" for one in waiting]
    desk.say("\n".join(rows), codec.plain(waiting))


@receipt.command("write")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "only", help="Only for this device, by fingerprint; again where it has one.")
@letters.plain_option
@pass_desk
def write(desk: Desk, folder: Path, only: str | None, plain: bool) -> None:
    """Write the receipts that are due, and a bundle for each device into FOLDER.

    A device that cannot be written to keeps no other back; the exit status is the highest.
    """
    with desk.services() as services:
        waiting = [one.device for one in services.receiving.unacknowledged()]
        devices = waiting if only is None else [_device(services, only)]
        posted = letters.write(desk, services, devices, Purpose.RECEIPT, folder, plain=plain)
    desk.say(posted.lines(), posted.data())
    if posted.status:
        stop(posted.status)


def _device(services: "Services", text: str) -> DeviceId:
    """An enrolled device, or one that sent something here, for whom a person once vouched."""
    senders = (arrival.device for arrival in services.importing.arrivals().values())
    return letters.device(services, text, senders)


for _command in (list_, write):
    common_options(_command)
