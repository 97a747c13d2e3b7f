"""`kepatuhan plan`: visits that headquarters plans for the field."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import letters
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.domain.assessment import InstrumentPin
from kepatuhan_desktop.domain.ids import InstrumentId, PlanId, ProductId, UnitId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.visit_plan import PlanStatus
from kepatuhan_desktop.errors import InstrumentUnknown
from kepatuhan_desktop.exchange.description import Purpose

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services


@click.group()
def plan() -> None:
    """Planned visits."""


_MARKS = {
    PlanStatus.DRAFT: "·",
    PlanStatus.CHANGED: "~",
    PlanStatus.SENT: ">",
    PlanStatus.DONE: "✓",
}


@plan.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the plans that nobody called off, the earliest day first.

    A mark says how far each has come: · in no letter yet, ~ changed since the last letter,
    > sent, ✓ carried out.
    """
    with desk.services() as services:
        found = services.planning.look()
    lines = [
        f"{row.id}  {row.day}  {row.period}  {_MARKS[one.status]}  "
        f"{', '.join((row.auditor, *(it.name for it in one.team)))}  "
        f"{row.unit} · {row.institution}" + (f" · {row.product}" * bool(row.product))
        for one in found
        for row in [one.row]
    ]
    rows = [
        {**codec.plain(one.row), "team": codec.plain(one.team), "status": one.status.value}
        for one in found
    ]
    desk.say("\n".join(lines), rows)


@plan.command("add")
@click.option("--unit", required=True, help="Id of the unit.")
@click.option("--product", help="Id of a product; else the unit as a whole.")
@click.option("--period", required=True)
@click.option("--instrument", required=True, metavar="ID@VERSION")
@click.option("--day", required=True, metavar="YYYY-MM-DD")
@click.option("--device", "text", required=True, help="The auditor's device, by fingerprint.")
@click.option("--team", multiple=True, metavar="NAME", help="Who goes along; repeatable.")
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
    team: tuple[str, ...],
    note: str,
) -> None:
    """Plan a visit."""
    with desk.services() as services:
        one, _ = services.planning.add(
            unit=UnitId(unit),
            product=ProductId(product) if product else None,
            period=period,
            instrument=_pin(services, instrument),
            day=day,
            device=letters.device(services, text),
            note=note,
            team=_people(team),
        )
        row = services.planning.get(one)
    desk.say(one, codec.plain(row))


@plan.command("change")
@click.argument("name")
@click.option("--unit", help="Id of another unit.")
@click.option("--product", help="Id of a product; empty: the unit as a whole.")
@click.option("--period")
@click.option("--instrument", metavar="ID@VERSION")
@click.option("--day", metavar="YYYY-MM-DD")
@click.option("--device", "text", help="Another auditor's device, by fingerprint.")
@click.option("--team", multiple=True, metavar="NAME", help="Who goes along instead; repeatable.")
@click.option("--note")
@pass_desk
def change(
    desk: Desk,
    name: str,
    unit: str | None,
    product: str | None,
    period: str | None,
    instrument: str | None,
    day: str | None,
    text: str | None,
    team: tuple[str, ...],
    note: str | None,
) -> None:
    """Change what a plan says; what is not given stays as it is."""
    from kepatuhan_desktop.services.planning import Wish  # noqa: PLC0415 - for this command only

    one = PlanId(name)
    with desk.services() as services:
        row = services.planning.get(one)
        pin = InstrumentPin(id=row.instrument_id, version=row.version, digest=row.digest)
        # Another unit does not give the former one's product.
        chosen = product if product is not None else "" if unit else row.product_id
        wish = Wish(
            period=row.period if period is None else period,
            instrument=_pin(services, instrument) if instrument else pin,
            day=row.day if day is None else day,
            device=letters.device(services, text) if text else row.device,
            team=_people(team) if team else services.planning.team(one),
            note=row.note if note is None else note,
        )
        place = (UnitId(unit or row.unit_id), ProductId(chosen) if chosen else None)
        services.planning.revise(one, place, wish)
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
        posted = letters.write(
            desk, services, devices, Purpose.PLAN, folder, plain=plain, whole_register=whole
        )
    desk.say(posted.lines(), posted.data())
    if posted.status:
        stop(posted.status)


def _pin(services: "Services", text: str) -> InstrumentPin:
    name, _, version = text.partition("@")
    for pin in services.instruments.installed():
        if (pin.id, pin.version) == (InstrumentId(name), version):
            return pin
    raise InstrumentUnknown(instrument=text)


def _people(names: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(Person(name=one.strip()) for one in names if one.strip())


for _command in (list_, add, change, cancel, send):
    common_options(_command)
