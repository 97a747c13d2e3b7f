"""Planted bugs: the kill suite and the merge check must notice each of them."""

import os
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import open_services
from tests.faults import bundle_plants, plants, scene
from tests.faults.deaths import every_step
from tests.faults.rounds import Server

pytestmark = [pytest.mark.faults, pytest.mark.slow]

OPERATIONS = 10


def prepared(home: Path) -> int:
    """A small workspace; returns how many entries of its assessment nobody acknowledged."""
    services = open_services(home)
    scene.fill(services, scene.begin(services), answers=3, photos=0)
    services.close()
    return 4


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
@pytest.mark.parametrize(
    "plant",
    [
        "row_before_file",
        "file_written_in_place",
        "acknowledged_before_commit",
        "projection_in_another_transaction",
    ],
)
@pytest.mark.timeout(300)
def test_dying_at_every_step_finds_the_planted_bug(
    server: Server, tmp_path: Path, plant: str
) -> None:
    unheard = prepared(tmp_path / "prepared")
    deaths = every_step(
        server,
        tmp_path,
        prepared=tmp_path / "prepared",
        unheard=unheard,
        operations=OPERATIONS,
        seed=2,
        plant=plant,
        backwards=True,
    )
    found = next((death for death in deaths if death.faults), None)
    assert found is not None


def disagreement(folder: Path) -> list[str]:
    """What differs when the same entries arrive in other orders, or are rebuilt."""
    source = open_services(folder / "source")
    one = scene.begin(source)
    scene.fill(source, one, answers=6, photos=0)
    scene.fill(source, one, answers=6, photos=0)
    indicator = next(iter(scene.instrument_of(source, one).indicators))
    for number in range(3):
        source.answering.note(one, indicator, f"Catatan {number}")
    bodies = source._workspace.journal.bodies()
    expected = source.health.fingerprint()
    source.close()
    found = []
    orders = {
        "forwards": bodies,
        "backwards": bodies[::-1],
        "odd first": bodies[1::2] + bodies[::2],
    }
    for name, some in orders.items():
        # In several parcels, as they come from several sticks.
        target = open_services(folder / name)
        for start in range(0, len(some), 5):
            target._workspace.journal.merge(some[start : start + 5])
        merged = target.health.fingerprint()
        target.health.rebuild()
        if target.health.fingerprint() != merged:
            found.append(f"{name}: the rebuilt tables differ")
        for table in ("assessments", "institutions", "units"):
            if merged[table] != expected[table]:
                found.append(f"{name}: {table} differs from the source")
        target.close()
    return found


def test_the_order_of_arrival_decides_nothing(tmp_path: Path) -> None:
    assert disagreement(tmp_path) == []


@pytest.mark.parametrize("plant", ["late_entry_gets_no_head", "replaced_entry_comes_back"])
def test_a_planted_wrong_merge_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: str
) -> None:
    plants.KINDS[plant](monkeypatch.setattr)
    assert disagreement(tmp_path) != []


def test_every_plant_is_used() -> None:
    used = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    every = plants.KINDS | bundle_plants.KINDS
    unused = [
        name for name in every if f'"{name}"' not in used and f"bundle_plants.{name}" not in used
    ]
    assert unused == []
