"""A damaged, truncated, lost or newer database is refused or reported, never believed."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.errors import DatabaseDamaged, DatabaseIsNewer
from kepatuhan_desktop.storage import keyslots
from tests.faults import scene
from tests.faults.program import ROOT, assert_refused, kepatuhan, sentence_of

pytestmark = pytest.mark.faults

FLIPS = int(os.environ.get("KEPATUHAN_FLIPS", "50"))
DATABASE = Path("store", "store.db")
WAL = Path("store", "store.db-wal")

_WORK_AND_DIE = """
import os, signal, sys
from pathlib import Path
from kepatuhan_desktop.bootstrap import open_services
from tests.faults import scene
services = open_services(Path(sys.argv[1]))
one = scene.the_assessment(services)
for number in range(20):
    services.answering.remark(one, f"Tanggapan {number}")
os.kill(os.getpid(), signal.SIGKILL)
"""


class Truth:
    """What an undamaged workspace holds."""

    def __init__(self, services: Services) -> None:
        self.bodies = services._workspace.journal.bodies()
        self.state = scene_state(services)
        self.rows = services.assessments.rows()


def scene_state(services: Services) -> Assessment:
    """The state of the only assessment."""
    return services.assessments.get(scene.the_assessment(services))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with some work in it, closed properly; copied, never used itself."""
    home = tmp_path_factory.mktemp("sound") / "home"
    services = open_services(home)
    scene.fill(services, scene.begin(services), answers=20, photos=2)
    services.close()
    return home


@pytest.fixture(scope="module")
def truth(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Truth:
    """What it holds."""
    home = tmp_path_factory.mktemp("truth") / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    try:
        return Truth(services)
    finally:
        services.close()


def noticed(home: Path, truth: Truth) -> bool:
    """Whether damage is refused or reported; fails where something else than the truth is shown."""
    try:
        services = open_services(home)
    except DatabaseDamaged:
        return True
    refusals = 0
    looks: list[tuple[Callable[[], object], object]] = [
        (services._workspace.journal.bodies, truth.bodies),
        (services.assessments.rows, truth.rows),
        (lambda: scene_state(services), truth.state),
    ]
    try:
        for look, expected in looks:
            try:
                assert look() == expected
            except DatabaseDamaged:
                refusals += 1
        reported = [check for check in services.health.examine() if not check.ok]
    finally:
        services.close()
    return bool(refusals or reported)


def test_no_flipped_bit_goes_unnoticed(sound: Path, truth: Truth, tmp_path: Path) -> None:
    chance = random.Random(1404)
    size = (sound / DATABASE).stat().st_size
    for number in range(FLIPS):
        home = tmp_path / str(number)
        shutil.copytree(sound, home)
        place, bit = chance.randrange(size), chance.randrange(8)
        data = bytearray((home / DATABASE).read_bytes())
        data[place] ^= 1 << bit
        (home / DATABASE).write_bytes(data)
        assert noticed(home, truth), f"bit {bit} of byte {place}"
        shutil.rmtree(home)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.2, 0.5, 0.9, 0.999])
def test_a_truncated_database_is_noticed(
    sound: Path, truth: Truth, tmp_path: Path, share: float
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    os.truncate(home / DATABASE, int((home / DATABASE).stat().st_size * share))
    left = (home / DATABASE).read_bytes()
    if share < 0.5:  # otherwise what is lost may be something that a list does not read
        assert_refused(DatabaseDamaged, "assessment", "list", home=home)
        assert (home / DATABASE).read_bytes() == left
    assert noticed(home, truth)


def test_a_damaged_database_has_a_sentence_and_an_exit_status(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    data = bytearray((home / DATABASE).read_bytes())
    data[4096:8192] = bytes(4096)
    (home / DATABASE).write_bytes(data)
    result = kepatuhan("doctor", home=home)
    assert result.returncode == DatabaseDamaged.exit_status
    assert "Traceback" not in result.stderr
    data[:4096] = bytes(4096)
    (home / DATABASE).write_bytes(data)
    assert_refused(DatabaseDamaged, "doctor", home=home)
    assert (home / DATABASE).read_bytes() == bytes(data)


@pytest.mark.parametrize("lost", ["store/store.db", "store"])
def test_a_lost_database_is_not_replaced_by_an_empty_one(
    sound: Path, tmp_path: Path, lost: str
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    before = scene.files_under(home)
    if lost == "store":
        shutil.rmtree(home / lost)
    else:
        (home / lost).unlink()
    with pytest.raises(DatabaseDamaged) as refused:
        open_services(home)
    sentence_of(refused.value)
    assert_refused(DatabaseDamaged, "assessment", "list", home=home)
    # Brought back, everything is there again.
    (home / "store").mkdir(exist_ok=True)
    (home / DATABASE).write_bytes(before["store/store.db"])
    assert kepatuhan("doctor", home=home).returncode == 0


def test_a_newer_database_is_refused_and_left_alone(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    key = keyslots.load(home).database
    connection = dbapi2.connect(str(home / DATABASE), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = scene.files_under(home)
    with pytest.raises(DatabaseIsNewer) as refused:
        open_services(home)
    assert "99" in sentence_of(refused.value)
    assert_refused(DatabaseIsNewer, "assessment", "list", home=home)
    assert scene.files_under(home) == before


def killed_with_a_wal(sound: Path, home: Path) -> bytes:
    """A workspace whose last work lies in the write-ahead log; returns that log."""
    shutil.copytree(sound, home)
    result = subprocess.run([sys.executable, "-c", _WORK_AND_DIE, str(home)], cwd=ROOT, check=False)
    assert result.returncode == -signal.SIGKILL
    return (home / WAL).read_bytes()


def older_state(home: Path, truth: Truth) -> int:
    """How many entries are left; fails unless they are a sound beginning of what there was."""
    services = open_services(home)
    try:
        assert [check for check in services.health.examine() if not check.ok] == []
        bodies = services._workspace.journal.bodies()
        assert bodies[: len(truth.bodies)] == truth.bodies
        remarks = len(bodies) - len(truth.bodies)
        assert scene_state(services).remark == (f"Tanggapan {remarks - 1}" if remarks else "")
    finally:
        services.close()
    return remarks


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_wal_that_somebody_deletes_costs_its_own_work_and_nothing_else(
    sound: Path, truth: Truth, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    killed_with_a_wal(sound, home)
    (home / WAL).unlink()
    assert older_state(home, truth) == 0


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_wal_damaged_before_it_is_read_gives_a_sound_earlier_state(
    sound: Path, truth: Truth, tmp_path: Path
) -> None:
    # Frames carry checksums: SQLite stops at the first that does not hold.
    home = tmp_path / "home"
    wal = killed_with_a_wal(sound, home)
    chance = random.Random(1405)
    left = set()
    for number in range(8):
        copy = tmp_path / str(number)
        shutil.copytree(home, copy)
        data = bytearray(wal)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (copy / WAL).write_bytes(data)
        left.add(older_state(copy, truth))
    assert older_state(home, truth) == 20
    assert max(left) < 20


def test_a_journal_edited_by_somebody_with_the_key_is_reported(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    run = services._workspace.connection.execute
    run("DROP TRIGGER journal_is_never_updated")
    run(
        "UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), 'Papan', 'papan') AS BLOB) "
        "WHERE CAST(body AS TEXT) LIKE '%Papan%'"
    )
    services.close()
    result = kepatuhan("doctor", "--json", home=home)
    assert result.returncode == DatabaseDamaged.exit_status
    assert '"chain"' in result.stdout
    assert "broken" in result.stdout
