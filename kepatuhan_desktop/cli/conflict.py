"""`kepatuhan conflict`: list what several auditors answered differently, and settle it."""

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, Slot


@click.group()
def conflict() -> None:
    """Questions to which there are several answers."""


@conflict.command("list")
@click.argument("name", required=False)
@pass_desk
def list_(desk: Desk, name: str | None) -> None:
    """List the conflicts of an assessment, or of all of them."""
    rows = []
    with desk.services() as services:
        names = [row.id for row in services.assessments.rows() if row.conflicts]
        for one in [AssessmentId(name)] if name else names:
            state = services.assessments.get(one)
            rows += [
                {
                    "assessment": one,
                    "slot": slot,
                    "entry": entry.id,
                    "author": entry.author,
                    "device": entry.device,
                    "at": entry.at,
                    "value": entry.value,
                }
                for slot in state.conflicts
                for entry in state.heads.get(slot, ())
            ]
    lines = [
        f"{row['assessment']}  {row['slot']}  {row['entry'][:12]}  {row['author']}  "
        f"{codec.canonical(row['value']).decode('utf-8')}"
        for row in rows
    ]
    desk.say("\n".join(lines), rows)


@conflict.command("settle")
@click.argument("name")
@click.argument("slot")
@click.argument("entry")
@pass_desk
def settle(desk: Desk, name: str, slot: str, entry: str) -> None:
    """Decide SLOT of assessment NAME for ENTRY (its id, or the beginning of it)."""
    one, place = AssessmentId(name), Slot(slot)
    with desk.services() as services:
        heads = services.assessments.get(one).heads.get(place, ())
        fitting = [head.id for head in heads if head.id.startswith(entry)]
        chosen = fitting[0] if len(fitting) == 1 else EntryId(entry)
        changes = services.editing.settle(one, place, chosen)
    desk.say(chosen, {"entry": chosen, "slots": sorted(changes.slots)})


for _command in (list_, settle):
    common_options(_command)
