"""`kepatuhan plan`: visits that headquarters plans for the field."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import letters
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.ids import InstrumentId, PlanId, ProductId, UnitId
from kepatuhan_desktop.errors import InstrumentUnknown
from kepatuhan_desktop.exchange.description import Purpose


@click.group()
def plan() -> None:
    """Planned visits."""


@plan.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the plans that nobody called off, the earliest day first."""
    with desk.services() as services:
        rows = services.planning.rows()
    lines = [
        f"{row.id}  {row.day}  {row.period}  {'✓' if row.visits else '·'}  "
        f"{row.auditor}  {row.unit} · {row.institution}" + (f" · {row.product}" * bool(row.product))
        for row in rows
    ]
    desk.say("\n".join(lines), codec.plain(rows))


@plan.command("add")
@click.option("--unit", required=True, help="Id of the unit.")
@click.option("--product", help="Id of a product; else the unit as a whole.")
@click.option("--period", required=True)
@click.option("--instrument", required=True, metavar="ID@VERSION")
@click.option("--day", required=True, metavar="YYYY-MM-DD")
@click.option("--device", "text", required=True, help="The auditor's device, by fingerprint.")
@click.option("--note", default="", help="What the auditor should know.")
@pass_desk
def add(
    desk: Desk,
    unit: str,
    product: str | None,
    period: str,
    instrument: str,
    day: str,
    text: str,
    note: str,
) -> None:
    """Plan a visit."""
    name, _, version = instrument.partition("@")
    with desk.services() as services:
        pins = [
            pin
            for pin in services.instruments.installed()
            if (pin.id, pin.version) == (InstrumentId(name), version)
        ]
        if not pins:
            raise InstrumentUnknown(instrument=instrument)
        one, _ = services.planning.add(
            unit=UnitId(unit),
            product=ProductId(product) if product else None,
            period=period,
            instrument=pins[0],
            day=day,
            device=letters.device(services, text),
            note=note,
        )
        row = services.planning.get(one)
    desk.say(one, codec.plain(row))


@plan.command("cancel")
@click.argument("name")
@pass_desk
def cancel(desk: Desk, name: str) -> None:
    """Call a visit off."""
    one = PlanId(name)
    with desk.services() as services:
        services.planning.cancel(one)
    desk.say(one, {"plan": one})


@plan.command("send")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "text", required=True, help="The auditor's device, by fingerprint.")
@click.option("--register", "whole", is_flag=True, help="Also all units, products, instruments.")
@letters.plain_option
@pass_desk
def send(desk: Desk, folder: Path, text: str, whole: bool, plain: bool) -> None:
    """Write a bundle with the plans of one device, and what they need, into FOLDER."""
    with desk.services() as services:
        devices = [letters.device(services, text)]
        found = letters.write(
            services, devices, Purpose.PLAN, folder, plain=plain, whole_register=whole
        )
    desk.say("\n".join(letters.lines(found)), {"letters": found})


for _command in (list_, add, cancel, send):
    common_options(_command)
