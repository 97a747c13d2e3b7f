"""A process killed at any moment loses no acknowledged answer and no acknowledged photo."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import open_services
from tests.faults import acknowledgements, scene
from tests.faults.deaths import every_step
from tests.faults.oracle import verdict
from tests.faults.rounds import Server
from tests.faults.worker import Order

pytestmark = [
    pytest.mark.faults,
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="needs fork"),
]

KILLS = int(os.environ.get("KEPATUHAN_KILLS", "60"))
EVERY = int(os.environ.get("KEPATUHAN_EVERY", "3"))
"""One step in so many; by hand, 1 dies at each of them."""
ROUNDS_PER_HOME = 10
SEED = int(os.environ.get("KEPATUHAN_SEED", "20260"))


@pytest.mark.timeout(60 + KILLS * 2)
def test_kills_at_random_moments_lose_nothing(server: Server, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    operations = photos = inside = 0
    began = time.monotonic()
    for number in range(0, KILLS, ROUNDS_PER_HOME):
        home, lines = tmp_path / f"home-{number}", tmp_path / f"lines-{number}"
        for kill in range(min(ROUNDS_PER_HOME, KILLS - number)):
            order = Order(home=str(home), lines=str(lines), seed=SEED + number + kill)
            # Opening takes some milliseconds; early kills fall into it.
            status = server.kill_after(order, chance.choice((0.02, 0.3)) * chance.random())
            assert status == -9, acknowledgements.read(lines)[-1:]
            said = acknowledgements.read(lines)
            assert verdict(home, said, unheard=kill + 1) == [], f"{SEED=} {number=} {kill=}"
            inside += bool(said) and said[-1].what == "done"
        done = [line for line in acknowledgements.read(lines) if line.what == "done"]
        operations += len(done)
        photos += sum(line.photo is not None for line in done)
        shutil.rmtree(home)
    print(  # noqa: T201 - the figures of docs/fault-report.md
        f"\n{KILLS} kills, {inside} between operations or inside one, {operations} acknowledged "
        f"operations, {photos} of them photos, {time.monotonic() - began:.0f} s, seed {SEED}"
    )
    assert operations > KILLS


@pytest.mark.timeout(300)
def test_dying_at_every_step_of_the_first_start_leaves_a_workspace_that_opens(
    server: Server,
    tmp_path: Path,
) -> None:
    deaths = list(
        every_step(server, tmp_path, prepared=None, unheard=0, operations=1, seed=SEED, every=EVERY)
    )
    assert len(deaths) > 100 / EVERY
    assert [death for death in deaths if death.faults] == []
    assert {death.status for death in deaths[1:]} == {-9}


@pytest.mark.timeout(600)
def test_dying_at_every_step_of_work_loses_nothing(server: Server, tmp_path: Path) -> None:
    prepared = tmp_path / "prepared"
    services = open_services(prepared)
    scene.fill(services, scene.begin(services), answers=3, photos=1)
    services.close()
    deaths = list(
        every_step(
            server,
            tmp_path,
            prepared=prepared,
            unheard=5,
            operations=12,
            seed=SEED,
            every=EVERY,
        )
    )
    assert len(deaths) > 150 / EVERY
    assert [death for death in deaths if death.faults] == []
    assert {death.status for death in deaths[1:]} == {-9}
