"""Write letters of headquarters from the command line; shared by several commands."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.errors import InputInvalid, KnownError, NotHeadquarters
from kepatuhan_desktop.exchange.description import Purpose

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services

F = TypeVar("F", bound=Callable[..., object])


class Posted(msgspec.Struct):
    """What became of letters to several devices."""

    written: list[dict[str, codec.Json]] = msgspec.field(default_factory=list)
    failed: list[dict[str, codec.Json]] = msgspec.field(default_factory=list)
    """The devices without a letter, each with the code of its error."""
    status: int = 0
    """The highest exit status of those errors; 0: there are none."""

    def lines(self) -> str:
        """For people: where each lies, how large it is, and its digest."""
        return "\n".join(f"{one['file']}  {one['size']}  {one['digest']}" for one in self.written)

    def data(self) -> dict[str, codec.Json]:
        """For programs."""
        found: dict[str, codec.Json] = {"letters": [*self.written]}
        return {**found, "failed": [*self.failed]} if self.failed else found


def plain_option(command: F) -> F:
    """Let somebody choose not to encrypt."""
    option = click.option(
        "--plain", is_flag=True, help="Do not encrypt. Whoever finds it can read it."
    )
    return option(command)


def device(services: "Services", text: str, others: Iterable[DeviceId] = ()) -> DeviceId:
    """The enrolled device of that fingerprint, or of its beginning, or one of the `others`.

    Raises `InputInvalid`.
    """
    wanted = "".join(one for one in text.lower() if one.isalnum())
    enrolled = {one.device for trust in services.identities.trust() for one in trust.enrolled}
    fitting = [one for one in enrolled.union(others) if wanted and one.startswith(wanted)]
    if len(fitting) != 1:
        raise InputInvalid(field="device")
    return fitting[0]


def write(
    desk: Desk,
    services: "Services",
    devices: Iterable[DeviceId],
    purpose: Purpose,
    folder: Path,
    *,
    plain: bool,
    whole_register: bool = False,
) -> Posted:
    """One letter for each device, `receipt` letters with the receipts that are due.

    A device that cannot be written to is named on the error stream, and keeps no other back.
    Raises `NotHeadquarters`.
    """
    from kepatuhan_desktop.services import senders  # noqa: PLC0415 - imports certificates

    if not services.receiving.is_headquarters():
        raise NotHeadquarters()
    posted = Posted()
    for one in devices:
        try:
            # Nobody is given a receipt that no letter can bring.
            services.posting.recipients(one, is_plain=plain)
            if purpose is Purpose.RECEIPT:
                services.receiving.acknowledge(one)
            letters = _letters(services, one, purpose, folder, plain, whole_register)
            posted.written.extend(letters)
        except KnownError as error:
            name = senders.holder_name(services.identities.trust(), one)
            if not desk.as_json:
                click.echo(f"{one}  {name}".rstrip(), err=True)
            posted.status = max(posted.status, desk.fail(error))
            posted.failed.append({"device": one, "name": name, "error": error.code})
    return posted


def _letters(
    services: "Services",
    one: DeviceId,
    purpose: Purpose,
    folder: Path,
    plain: bool,
    whole_register: bool,
) -> Iterator[dict[str, codec.Json]]:
    plan = services.posting.plan(one, purpose, is_plain=plain, whole_register=whole_register)
    for written in services.exporting.export(plan, folder):
        yield {
            "device": one,
            "file": str(written.delivered.path),
            "id": written.description.id,
            "size": written.delivered.size,
            "digest": written.delivered.digest,
            "entries": written.entries,
            "encrypted": bool(plan.recipients),
        }
