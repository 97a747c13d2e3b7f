"""Answer and attach without a pause, saying each time what was acknowledged, until killed.

`python -m tests.faults.worker` reads orders from standard input and forks for each: the
program is imported once, and every round is still a process of its own that opens the
workspace itself.
"""

import os
import random
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, Slot
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.progress import Unwatched
from tests.faults import bundle_plants, courier, crash_points, plants, scene, tracing
from tests.faults.acknowledgements import Line, Writer


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What one round shall do."""

    home: str
    lines: str
    """File that acknowledgements are appended to."""
    seed: int = 0
    operations: int = 0
    """How many; 0: until killed."""
    die_at: int | None = None
    """Crash point to die at; 0: count them only; None: put none in."""
    plant: str = ""
    deed: Literal["work", "send", "take in"] = "work"
    place: str = ""
    """The folder that a bundle is written to, or the bundle that is taken in."""
    recipients: list[str] = []
    """Of the bundle that is written; none: not encrypted."""
    strace: list[str] = []
    """Options; none: not watched."""


class Actor:
    """Does what an auditor does, at random."""

    def __init__(self, services: Services, one: AssessmentId, seed: int, writer: Writer) -> None:
        self._services = services
        self._one = one
        self._chance = random.Random(seed)
        self._writer = writer
        self._instrument = scene.instrument_of(services, one)
        self._indicators = list(self._instrument.indicators)[:12]

    def act(self) -> None:
        """One operation, then its acknowledgement."""
        photo: Digest | None = None
        kind = self._chance.choices(
            [self._answer, self._note, self._step_back, self._rearrange], [12, 3, 4, 2]
        )[0]
        if self._chance.random() < 0.2:
            photo, changes = self._attach()
        else:
            changes = kind()
        self._acknowledge(changes, photo)

    def _acknowledge(self, changes: Changes, photo: Digest | None) -> None:
        heads = self._services.assessments.get(self._one).heads
        for slot in sorted(changes.slots):
            entry = heads[Slot(slot)][0].id
            self._writer.say(Line(what="done", slot=Slot(slot), entry=entry, photo=photo))

    def _answer(self) -> Changes:
        indicator = self._chance.choice(self._indicators)
        answer = self._chance.choice([*scene.answers_of(self._instrument, indicator), None])
        answering = self._services.answering
        if isinstance(answer, Chosen):
            return answering.choose(self._one, indicator, answer.option)
        if isinstance(answer, Excluded):
            return answering.exclude(self._one, indicator, answer.reason)
        return answering.clear(self._one, indicator)

    def _note(self) -> Changes:
        text = "Catatan " * self._chance.randrange(40)
        return self._services.answering.note(self._one, self._chance.choice(self._indicators), text)

    def _step_back(self) -> Changes:
        editing = self._services.editing
        step: Callable[[AssessmentId], Changes] = self._chance.choice([editing.undo, editing.redo])
        return step(self._one)

    def _rearrange(self) -> Changes:
        evidence = sorted(self._services.assessments.get(self._one).evidence)
        if not evidence:
            return Changes()
        attaching, piece = self._services.attaching, self._chance.choice(evidence)
        deeds: list[Callable[[], Changes]] = [
            lambda: attaching.rotate(self._one, piece),
            lambda: attaching.remove(self._one, piece),
            lambda: attaching.caption(self._one, piece, f"Foto {self._chance.random():.6f}"),
        ]
        return self._chance.choice(deeds)()

    def _attach(self) -> tuple[Digest, Changes]:
        mark = self._chance.randbytes(16)
        data = scene.unlike_any_other(self._chance.choice(scene.photographs()), mark)
        kept = self._services.attaching.keep(data, "foto.jpg", "camera")
        _, changes = self._services.attaching.attach(
            self._one, self._chance.choice(self._indicators), kept
        )
        return kept.file.digest, changes


def work(order: Order) -> None:
    """One round."""
    writer = Writer(Path(order.lines))
    try:
        if order.plant:
            (plants.KINDS | bundle_plants.KINDS)[order.plant](setattr)
        countdown = None if order.die_at is None else crash_points.install(order.die_at)
        services = open_services(Path(order.home))
        writer.say(Line(what="opened", steps=countdown.count if countdown else 0))
        progress = countdown or Unwatched()
        if order.deed == "send":
            courier.send(services, Path(order.place), order.recipients, writer, progress)
        elif order.deed == "take in":
            courier.take_in(services, Path(order.place), writer, progress)
        else:
            _answer_on(services, order, writer)
        writer.say(Line(what="end", steps=countdown.count if countdown else 0))
        services.close()
    except KnownError as error:
        writer.say(Line(what="refused", text=error.code))
    except Exception:  # whatever it is, the parent must hear of it
        writer.say(Line(what="error", text=traceback.format_exc()))


def _answer_on(services: Services, order: Order, writer: Writer) -> None:
    one = scene.the_assessment(services)
    actor = Actor(services, one, order.seed, writer)
    done = 0
    while not order.operations or done < order.operations:
        actor.act()
        done += 1


def serve() -> None:
    """Fork for every order; a line `kill` ends the round, a line `wait` waits for its end."""
    scene.photographs()
    _import_what_is_imported_late()
    # The lines come through a buffer of our own making, so that a child inherits none.
    for asked in iter(sys.stdin.readline, ""):
        order = msgspec.json.decode(asked, type=Order)
        sys.stdout.write(f"{_served(order)}\n")
        sys.stdout.flush()


def _served(order: Order) -> int:
    if order.strace:
        sys.stdin.readline()
        return tracing.run(partial(work, order), order.strace)
    child = tracing.fork(partial(work, order))
    if sys.stdin.readline().strip() == "kill":
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _import_what_is_imported_late() -> None:
    import pyhanko.sign.signers  # noqa: PLC0415 - what a child needs, the parent loads once
    import pyhanko.sign.validation.generic_cms  # noqa: F401, PLC0415 - as above
    import pyrage  # noqa: F401, PLC0415 - as above
    import sqlite_utils  # noqa: F401, PLC0415 - as above
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: F401, PLC0415 - as above

    import kepatuhan_desktop.imaging.pictures  # noqa: PLC0415 - as above
    import kepatuhan_desktop.services.exporting  # noqa: PLC0415 - as above
    import kepatuhan_desktop.services.importing  # noqa: F401, PLC0415 - as above


if __name__ == "__main__":
    serve()
