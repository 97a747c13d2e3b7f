"""`kepatuhan conflict`: list what several devices filled in differently, and settle it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain.acts import SEAL, is_act
from kepatuhan_desktop.domain.assessment import PROFILE
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.errors import InputInvalid

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services

_BY_CORRECTION = {
    "id": "diselesaikan lewat koreksi (assessment amend)",
    "en": "settled by a correction (assessment amend)",
}
_OF = ":"
"""Stands in the names of records (unit:ID), and in no id of an assessment."""


@click.group()
def conflict() -> None:
    """Answers, units and institutions of which there are several versions."""


@conflict.command("list")
@click.argument("name", required=False)
@pass_desk
def list_(desk: Desk, name: str | None) -> None:
    """List the conflicts of an assessment or of a record (unit:ID, institution:ID), or all."""
    rows: list[dict[str, codec.Json]] = []
    with desk.services() as services:
        if name is None or _OF not in name:
            names = [row.id for row in services.assessments.rows() if row.conflicts]
            for one in names if name is None else [AssessmentId(name)]:
                rows += _of_assessment(services, one)
        if name is None or _OF in name:
            rows += _of_register(services, None if name is None else RecordId(name))
    desk.say("\n".join(_line(row, desk.language) for row in rows), rows)


@conflict.command("settle")
@click.argument("name")
@click.argument("slot")
@click.argument("entry")
@click.option(
    "--set",
    "fields",
    multiple=True,
    metavar="FIELD=TEXT",
    help="Of a unit, institution or product: hold ENTRY with this field changed.",
)
@pass_desk
def settle(desk: Desk, name: str, slot: str, entry: str, fields: tuple[str, ...]) -> None:
    """Decide SLOT of assessment or record NAME for ENTRY (its id, or the beginning of it)."""
    with desk.services() as services:
        if _OF in name:
            record = RecordId(name)
            found = services.disputes.of_register(record) if slot == PROFILE else ()
            if not found:
                raise InputInvalid(field="version")
            chosen = _chosen([one.entry for one in found[0].versions], entry)
            changes = services.disputes.settle(found[0], chosen, _fields(fields))
        else:
            if fields:
                raise InputInvalid(field="set")
            one, place = AssessmentId(name), Slot(slot)
            heads = services.assessments.get(one).heads.get(place, ())
            chosen = _chosen([head.id for head in heads], entry)
            changes = services.editing.settle(one, place, chosen)
    desk.say(chosen, {"entry": chosen, "slots": sorted(changes.slots)})


def _of_assessment(services: "Services", one: AssessmentId) -> Iterator[dict[str, codec.Json]]:
    state = services.assessments.get(one)
    for slot in state.conflicts:
        for entry in state.heads.get(slot, ()):
            yield {
                "assessment": one,
                "record": state.record,
                "slot": slot,
                "entry": entry.id,
                "author": entry.author,
                "device": entry.device,
                "at": entry.at,
                "value": entry.value,
                "differs": [],
                "settled_by": "correction" if is_act(slot) or state.is_sealed else "choice",
            }


def _of_register(services: "Services", record: RecordId | None) -> Iterator[dict[str, codec.Json]]:
    disputes = services.disputes
    for dispute in disputes.register() if record is None else disputes.of_register(record):
        for version in dispute.versions:
            yield {
                "assessment": None,
                "record": dispute.record,
                "slot": dispute.slot,
                "entry": version.entry,
                "author": version.author,
                "device": version.device,
                "at": version.at,
                "value": version.value,
                "differs": [field.name for field in dispute.contested],
                "settled_by": "choice",
            }


def _line(row: dict[str, codec.Json], language: str) -> str:
    said = codec.canonical(row["value"]).decode("utf-8")
    if row["slot"] == SEAL:
        seal = codec.typed(row["value"], Seal)
        said = f"{seal.score} {seal.category}  {seal.sealed_at}"
    parts = [
        row["assessment"] or row["record"],
        row["slot"],
        row["entry"][:12],
        row["author"],
        _BY_CORRECTION[language] if row["settled_by"] == "correction" else "",
        said,
    ]
    return "  ".join(part for part in parts if part)


def _chosen(there: list[EntryId], wanted: str) -> EntryId:
    fitting = [one for one in there if one.startswith(wanted)]
    return fitting[0] if len(fitting) == 1 else EntryId(wanted)


def _fields(texts: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for one in texts:
        name, mark, text = one.partition("=")
        if not mark:
            raise InputInvalid(field="set")
        found[name] = text
    return found


for _command in (list_, settle):
    common_options(_command)
