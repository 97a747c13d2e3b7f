"""File first, synced, named, synced; then the row, synced; and only then is anybody told."""

import re
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import open_services
from kepatuhan_desktop.errors import DatabaseUnsafe
from kepatuhan_desktop.storage import database
from kepatuhan_desktop.storage.vault import ORIGINALS
from tests.faults import plants, scene
from tests.faults.program import sentence_of
from tests.faults.rounds import Server
from tests.faults.sync_order import Recorder, faults
from tests.faults.tracing import needs_strace
from tests.faults.worker import Order

pytestmark = pytest.mark.faults


def attach_watched(home: Path, monkeypatch: pytest.MonkeyPatch, plant: str = "") -> list[str]:
    """Attach one photograph with every step recorded; returns what is wrong."""
    recorder = Recorder(monkeypatch.setattr)
    if plant:
        plants.KINDS[plant](monkeypatch.setattr)
    services = open_services(home)
    one = scene.begin(services)
    indicator = next(iter(scene.instrument_of(services, one).indicators))
    recorder.steps.clear()
    kept = services.attaching.keep(scene.unlike_any_other(scene.photographs()[0]), "foto.jpg")
    services.attaching.attach(one, indicator, kept)
    found = faults(recorder.steps, home / ORIGINALS)
    services.close()
    return found


def test_attaching_follows_the_safe_order(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert attach_watched(home, monkeypatch) == []


@pytest.mark.parametrize(
    "plant",
    [
        "row_before_file",
        "file_written_in_place",
        "nothing_is_synced",
        "renames_are_not_synced",
        "acknowledged_before_commit",
    ],
)
def test_a_planted_wrong_order_is_noticed(
    home: Path, monkeypatch: pytest.MonkeyPatch, plant: str
) -> None:
    assert attach_watched(home, monkeypatch, plant) != []


@pytest.mark.parametrize(
    "name, weaker", [("synchronous", "NORMAL"), ("synchronous", "OFF"), ("journal_mode", "DELETE")]
)
def test_a_database_that_keeps_a_weaker_setting_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, weaker: str
) -> None:
    # What is asked for is weaker, what is expected stays: as if SQLite had not honoured it.
    weakened = tuple(
        (one, weaker if one == name else wanted, expected)
        for one, wanted, expected in database._PRAGMAS
    )
    monkeypatch.setattr(database, "_PRAGMAS", weakened)
    with pytest.raises(DatabaseUnsafe) as refused:
        open_services(home)
    sentence_of(refused.value)
    monkeypatch.undo()
    open_services(home).close()


def too_early(server: Server, folder: Path, plant: str = "") -> list[str]:
    """Run the worker under strace; returns acknowledgements that came before their sync."""
    order = Order(
        home=str(folder / "home"), lines=str(folder / "lines"), operations=25, seed=3, plant=plant
    )
    calls = "trace=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2"
    trace = server.traced(order, folder / "trace", "-y", "-e", calls)
    found, dirty, acknowledged = [], set[str](), 0
    call = re.compile(r"^\d+ +(\w+)\((?:\d+<([^>]*)>)?(.*)")
    for line in trace.splitlines():
        match = call.match(line)
        if match is None:
            continue
        name, path, rest = match.group(1), match.group(2) or "", match.group(3)
        if name in ("fsync", "fdatasync"):
            dirty.discard(path)
        elif name.startswith("rename"):
            target = re.findall(r'"([^"]*)"', rest)[-1]
            dirty.add(str(Path(target).parent))
        elif path.endswith("/lines"):
            if '\\"done\\"' in rest:
                acknowledged += 1
                found += [f"acknowledged before {one} was synced" for one in sorted(dirty)]
        elif path.endswith(("-wal", ".part", ".age")):
            dirty.add(path)
    assert acknowledged > 10
    return found


@needs_strace
@pytest.mark.slow
def test_nothing_is_acknowledged_before_the_kernel_was_asked_to_sync_it(
    server: Server, tmp_path: Path
) -> None:
    assert too_early(server, tmp_path) == []


@needs_strace
@pytest.mark.slow
@pytest.mark.parametrize(
    "plant", ["commits_are_not_synced", "nothing_is_synced", "renames_are_not_synced"]
)
def test_a_planted_missing_sync_is_noticed(server: Server, tmp_path: Path, plant: str) -> None:
    assert too_early(server, tmp_path, plant) != []
