"""Killed while a bundle is written or taken in: never half a bundle, on either side."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from tests.faults import acknowledgements
from tests.faults.acknowledgements import Line
from tests.faults.parcels import Luggage, after_sending, after_taking_in
from tests.faults.rounds import Server
from tests.faults.worker import Order

pytestmark = [pytest.mark.faults, pytest.mark.skipif(os.name == "nt", reason="needs fork")]

KILLS = int(os.environ.get("KEPATUHAN_KILLS", "60"))
EVERY = int(os.environ.get("KEPATUHAN_EVERY", "3"))
"""One step in so many; by hand, 1 dies at each of them."""
FEW = 5
"""Deaths of each kind in the quick set."""
SEED = int(os.environ.get("KEPATUHAN_SEED", "20260"))


class Round(msgspec.Struct, frozen=True):
    """One laptop that will die, and how it is judged."""

    order: Order
    judge: Callable[[list[Line]], list[str]]

    def said(self) -> list[Line]:
        """What it said."""
        return acknowledgements.read(Path(self.order.lines))


def sending(luggage: Luggage, folder: Path, *, secretly: bool = False) -> Round:
    """A laptop that writes a bundle to an empty medium."""
    home, medium = folder / "home", folder / "medium"
    shutil.copytree(luggage.sender, home)
    medium.mkdir()
    order = Order(
        home=str(home),
        lines=str(folder / "lines"),
        deed="send",
        place=str(medium),
        recipients=list(luggage.recipients) if secretly else [],
    )
    return Round(order, lambda said: after_sending(luggage, home, medium, said))


def taking_in(luggage: Luggage, folder: Path) -> Round:
    """A laptop that takes the bundle in."""
    home = folder / "home"
    shutil.copytree(luggage.receiver, home)
    order = Order(
        home=str(home), lines=str(folder / "lines"), deed="take in", place=str(luggage.bundle)
    )
    return Round(order, lambda said: after_taking_in(luggage, home, said))


Start = Callable[[Luggage, Path], Round]
STARTS: dict[str, Start] = {
    "sent": sending,
    "sent encrypted": lambda luggage, folder: sending(luggage, folder, secretly=True),
    "taken in": taking_in,
}
every_start = pytest.mark.parametrize("how", STARTS)


def deaths(
    server: Server,
    luggage: Luggage,
    start: Start,
    folder: Path,
    *,
    plant: str = "",
    few: int = 0,
    every: int = 1,
    backwards: bool = False,
) -> Iterator[tuple[int, list[str]]]:
    """Die at each step after the workspace was opened; yields the step and what is wrong.

    Step 0 comes first: nobody dies. `few` takes that many of them, spread out.
    """
    steps = [0]
    while steps:
        at = steps.pop(0)
        place = folder / f"step-{at}"
        place.mkdir()
        found = start(luggage, place)
        order = msgspec.structs.replace(found.order, die_at=at, plant=plant)
        status = server.wait(order)
        said = found.said()
        yield at, found.judge(said)
        if at == 0:
            opened, end = said[0], said[-1]
            assert (opened.what, end.what) == ("opened", "end"), said
            steps = list(range(opened.steps + 1, end.steps + 1, every))
            if backwards:
                steps.reverse()
            if few:
                steps = steps[:: max(1, len(steps) // few)]
        else:
            assert status == -9
        shutil.rmtree(place)


def killed(
    server: Server, luggage: Luggage, start: Start, folder: Path, count: int
) -> dict[str, int]:
    """Kill at random moments; returns how often what had been said last."""
    chance = random.Random(SEED)
    place = folder / "timed"
    place.mkdir()
    began = time.monotonic()
    assert server.wait(start(luggage, place).order) == 0
    lasts = time.monotonic() - began
    ends: dict[str, int] = {}
    for number in range(count):
        place = folder / f"kill-{number}"
        place.mkdir()
        found = start(luggage, place)
        server.kill_after(found.order, chance.random() * lasts)
        said = found.said()
        assert found.judge(said) == [], f"{SEED=} {number=}"
        last = said[-1].what if said else "nothing"
        ends[last] = ends.get(last, 0) + 1
        shutil.rmtree(place)
    return ends


@every_start
def test_a_few_deaths_leave_no_half_bundle(
    how: str, server: Server, luggage: Luggage, tmp_path: Path
) -> None:
    found = list(deaths(server, luggage, STARTS[how], tmp_path, few=FEW))
    assert len(found) > FEW
    assert [one for one in found if one[1]] == []


@every_start
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_dying_at_every_step_leaves_no_half_bundle(
    how: str, server: Server, luggage: Luggage, tmp_path: Path
) -> None:
    found = list(deaths(server, luggage, STARTS[how], tmp_path, every=EVERY))
    print(f"\n{len(found) - 1} deaths while it was {how}")  # noqa: T201 - for docs/fault-report.md
    assert len(found) > 30 / EVERY
    assert [one for one in found if one[1]] == []


@every_start
@pytest.mark.slow
@pytest.mark.timeout(60 + KILLS * 4)
def test_kills_at_random_moments_leave_no_half_bundle(
    how: str, server: Server, luggage: Luggage, tmp_path: Path
) -> None:
    began = time.monotonic()
    ends = killed(server, luggage, STARTS[how], tmp_path, KILLS)
    print(  # noqa: T201 - the figures of docs/fault-report.md
        f"\n{KILLS} kills while it was {how}, said last: {ends}, "
        f"{time.monotonic() - began:.0f} s, seed {SEED}"
    )
    assert ends.get("opened", 0) > KILLS / 10


@pytest.mark.parametrize(
    "how, plant",
    [
        ("sent", "bundle_written_in_place"),
        ("sent", "bundle_noted_before_it_is_there"),
        ("taken in", "import_without_a_transaction"),
        ("taken in", "import_entries_before_files"),
    ],
)
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_planted_mistake_is_noticed(
    how: str, plant: str, server: Server, luggage: Luggage, tmp_path: Path
) -> None:
    found = deaths(server, luggage, STARTS[how], tmp_path, plant=plant, backwards=True)
    assert next((faults for _, faults in found if faults), None) is not None
