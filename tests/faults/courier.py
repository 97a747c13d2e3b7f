"""What a person does with a bundle: write one to a medium, or take one in, saying what is done."""

from collections.abc import Sequence
from pathlib import Path

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.progress import Progress
from tests.faults.acknowledgements import Line, Writer


def send(
    services: Services,
    medium: Path,
    recipients: Sequence[str],
    writer: Writer,
    progress: Progress,
) -> None:
    """Write everything that waits; a line tells that the medium may be pulled."""
    plan = services.exporting.plan(recipients=recipients)
    for one in services.exporting.export(plan, medium, progress):
        delivered = one.delivered
        writer.say(Line(what="done", text=delivered.path.name, bundle=delivered.digest))


def take_in(services: Services, bundle: Path, writer: Writer, progress: Progress) -> None:
    """Take the bundle in; a line tells that it is there."""
    services.importing.take_in(bundle, consent=True, progress=progress)
    writer.say(Line(what="done", text=bundle.name))
