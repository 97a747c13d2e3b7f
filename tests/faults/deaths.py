"""Die at one step, look, let the person do the same again, and look once more."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.faults import acknowledgements
from tests.faults.oracle import verdict
from tests.faults.rounds import Server
from tests.faults.worker import Order


class Death(msgspec.Struct, frozen=True):
    """What came of dying at one step."""

    step: int
    status: int
    faults: list[str]


def every_step(
    server: Server,
    folder: Path,
    *,
    prepared: Path | None,
    unheard: int,
    operations: int,
    seed: int,
    plant: str = "",
    backwards: bool = False,
    every: int = 1,
) -> Iterator[Death]:
    """Die at each step in turn, from a copy of `prepared` or from nothing.

    The first that comes is step 0, which only counts: nobody dies. `unheard` entries are in
    the prepared assessment already. Backwards, the steps of opening come last. With `every`,
    some steps are left out.
    """
    waiting = [0]
    while waiting:
        at = waiting.pop()
        home, lines = folder / f"home-{at}", folder / f"lines-{at}"
        if prepared is not None:
            shutil.copytree(prepared, home)
        order = Order(
            home=str(home),
            lines=str(lines),
            operations=operations,
            seed=seed,
            plant=plant,
            die_at=at,
        )
        status = server.wait(order)
        said = acknowledgements.read(lines)
        faults = verdict(home, said, unheard=unheard + 1)
        if at == 0:
            waiting = list(range(1, said[-1].steps + 1, every))
            if not backwards:
                waiting.reverse()
        elif not faults:
            # The same photographs again: what the first attempt left must not be taken for whole.
            server.wait(msgspec.structs.replace(order, die_at=None))
            faults = verdict(home, acknowledgements.read(lines), unheard=unheard + 1)
        yield Death(at, status, faults)
        shutil.rmtree(home)
