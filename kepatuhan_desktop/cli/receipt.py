"""`kepatuhan receipt`: tell the field what arrived at headquarters."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import letters
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.exchange.description import Purpose


@click.group()
def receipt() -> None:
    """What headquarters acknowledges."""


@receipt.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the devices of which bundles arrived that have no receipt yet."""
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
    """Write the receipts that are due, and a bundle for each device into FOLDER."""
    with desk.services() as services:
        if only is None:
            devices = [one.device for one in services.receiving.unacknowledged()]
            services.receiving.acknowledge()
        else:
            devices = [letters.device(services, only)]
            services.receiving.acknowledge(devices[0])
        found = letters.write(services, devices, Purpose.RECEIPT, folder, plain=plain)
    desk.say("\n".join(letters.lines(found)), {"letters": found})


for _command in (list_, write):
    common_options(_command)
