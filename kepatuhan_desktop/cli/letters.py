"""Write letters of headquarters from the command line; shared by several commands."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.exchange.description import Purpose

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services

F = TypeVar("F", bound=Callable[..., object])


def plain_option(command: F) -> F:
    """Let somebody choose not to encrypt."""
    option = click.option(
        "--plain", is_flag=True, help="Do not encrypt. Whoever finds it can read it."
    )
    return option(command)


def device(services: "Services", text: str) -> DeviceId:
    """The enrolled device of that fingerprint, or of its beginning; raises `InputInvalid`."""
    wanted = "".join(one for one in text.lower() if one.isalnum())
    enrolled = {one.device for trust in services.identities.trust() for one in trust.enrolled}
    fitting = [one for one in enrolled if wanted and one.startswith(wanted)]
    if len(fitting) != 1:
        raise InputInvalid(field="device")
    return fitting[0]


def write(
    services: "Services",
    devices: Iterable[DeviceId],
    purpose: Purpose,
    folder: Path,
    *,
    plain: bool,
    whole_register: bool = False,
) -> list[dict[str, codec.Json]]:
    """One letter for each device; what was written of it."""
    found: list[dict[str, codec.Json]] = []
    for one in devices:
        plan = services.posting.plan(one, purpose, is_plain=plain, whole_register=whole_register)
        for written in services.exporting.export(plan, folder):
            found.append(
                {
                    "device": one,
                    "file": str(written.delivered.path),
                    "id": written.description.id,
                    "size": written.delivered.size,
                    "digest": written.delivered.digest,
                    "entries": written.entries,
                    "encrypted": bool(plan.recipients),
                }
            )
    return found


def lines(letters: Iterable[dict[str, codec.Json]]) -> list[str]:
    """The same for people: where it lies, how large it is, and its digest."""
    return [f"{one['file']}  {one['size']}  {one['digest']}" for one in letters]
