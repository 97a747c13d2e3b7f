"""`kepatuhan unit`: the register of institutions, their units and products."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain import unit_register
from kepatuhan_desktop.domain.unit_register import PlannedUnit, RegisterPlan, State

if TYPE_CHECKING:
    from kepatuhan_desktop.services.unit_register import ListedUnit


@click.group()
def unit() -> None:
    """Units that can be assessed."""


@unit.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List every unit with its products, by institution and name."""
    with desk.services() as services:
        found = services.unit_register.units()
    rows = [
        {
            "id": one.id,
            "institution_id": one.unit.institution,
            "institution": one.institution,
            "region": one.region,
            "unit": one.unit.name,
            **{field: getattr(one.unit, field) for field in unit_register.PARTICULARS},
            "products": [{"id": product, "name": name} for product, name in one.products],
        }
        for one in found
    ]
    desk.say("\n".join(line for one in found for line in _listed(one)), rows)


@unit.command("load")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@pass_desk
def load(desk: Desk, file: Path, dry_run: bool) -> None:
    """Load a register of units from a CSV file (docs/formats/unit-register.md).

    What is known already stays, and an empty cell takes nothing away; loading the same file
    again changes nothing.
    """
    from kepatuhan_desktop.services import unit_register as registers  # noqa: PLC0415 - start-up

    with desk.services() as services:
        table = registers.read(file)
        if dry_run:
            plan = services.unit_register.plan(table.rows)
        else:
            plan, _ = services.unit_register.apply(table.rows)
    lines = [*_planned(plan, desk.language, table.ignored), _summed(plan, desk.language)]
    if dry_run:
        lines.append(_WORDS[desk.language]["dry"])
    desk.say("\n".join(lines), _data(plan, table.ignored, is_written=not dry_run))


_WORDS = {
    "id": {
        "contested": "versinya bertentangan; tidak diubah sebelum diputuskan (conflict list)",
        "ignored": "Kolom yang tidak dipakai: {names}",
        "sum": "Baru: {institutions} instansi, {units} unit, {products} produk. "
        "Berubah: {changed} unit. Sudah dikenal: {known} unit.",
        "dry": "Belum ada yang dicatat (--dry-run).",
        "none": "kosong",
    },
    "en": {
        "contested": "several versions of it conflict; not changed until decided (conflict list)",
        "ignored": "Columns that are not used: {names}",
        "sum": "New: {institutions} institutions, {units} units, {products} products. "
        "Changed: {changed} units. Known already: {known} units.",
        "dry": "Nothing was written yet (--dry-run).",
        "none": "empty",
    },
}
_MARKS = {State.NEW: "+", State.CHANGED: "~", State.CONTESTED: "!", State.KNOWN: "="}


def _listed(one: "ListedUnit") -> Iterator[str]:
    yield f"{one.id}  {one.unit.name} · {one.institution}"
    yield from (f"  {product}  {name}" for product, name in one.products)


def _planned(plan: RegisterPlan, language: str, ignored: tuple[str, ...]) -> Iterator[str]:
    """What would change; what is known already is only counted."""
    said = _WORDS[language]
    for it in plan.institutions:
        if it.state is not State.KNOWN:
            region = f" · {it.institution.region}" if it.institution.region else ""
            told = f": {said['contested']}" if it.state is State.CONTESTED else ""
            yield f"{_MARKS[it.state]} {it.institution.name}{region}{told}"
    for one in plan.units:
        if one.state is not State.KNOWN or one.products:
            yield _line(one, plan, language)
    if ignored:
        yield said["ignored"].format(names=", ".join(ignored))


def _line(one: PlannedUnit, plan: RegisterPlan, language: str) -> str:
    said = _WORDS[language]
    told = [
        f"{unit_register.caption(field, language)} “{before or said['none']}” → “{after}”"
        for field, before, after in one.differences()
    ]
    if one.state is State.CONTESTED:
        told = [said["contested"]]
    told += [f"+ {name}" for name in one.products]
    place = f"{one.unit.name} · {plan.institutions[one.under].institution.name}"
    return f"{_MARKS[one.state]} {place}" + (f": {'; '.join(told)}" if told else "")


def _summed(plan: RegisterPlan, language: str) -> str:
    return _WORDS[language]["sum"].format(
        institutions=plan.count_institutions(State.NEW),
        units=plan.count(State.NEW),
        products=plan.count_products(),
        changed=plan.count(State.CHANGED),
        known=plan.count(State.KNOWN),
    )


def _data(plan: RegisterPlan, ignored: tuple[str, ...], *, is_written: bool) -> codec.Json:
    """For programs; an id is null where nothing was written yet."""
    institutions = [
        {
            "id": it.id,
            "name": it.institution.name,
            "region": it.institution.region,
            "state": it.state.value,
        }
        for it in plan.institutions
    ]
    units = [
        {
            "id": one.id,
            "institution": plan.institutions[one.under].institution.name,
            "unit": one.unit.name,
            "state": one.state.value,
            "changes": {
                field: {"before": before, "after": after}
                for field, before, after in one.differences()
            },
            "new_products": list(one.products),
        }
        for one in plan.units
    ]
    return {
        "written": is_written and plan.changes_anything(),
        "institutions": institutions,
        "units": units,
        "ignored_columns": list(ignored),
    }


for _command in (list_, load):
    common_options(_command)
