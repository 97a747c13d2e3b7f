"""The doctor blames what is damaged and nothing else, in sentences; rebuild does not hide it."""

from pathlib import Path

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.errors import DatabaseDamaged, DatabaseMended, EvidenceMissing
from kepatuhan_desktop.storage.vault import ORIGINALS
from kepatuhan_desktop.storage.workspace import DATABASE, STORE
from tests.builders import workspaces
from tests.cli.conftest import Done, Run

PAGE = 4096


@pytest.fixture
def filled(home: Path) -> Path:
    """A workspace with one assessment and its evidence."""
    with workspaces.opened(home) as services:
        workspaces.filled(services)
    return home


def damage(home: Path, name: str) -> None:
    """Overwrite a few bytes of the first page of a table."""
    with workspaces.opened(home) as services:
        (number,) = services._workspace.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
    with (home / STORE / DATABASE).open("r+b") as file:
        file.seek((number - 1) * PAGE + 900)
        file.write(b"xxxx")


def checks(done: Done) -> dict[str, codec.Json]:
    """The checks by name."""
    return {one["name"]: one for one in done.data["checks"]}


def test_one_damaged_page_is_not_blamed_on_chain_and_evidence(run: Run, filled: Path) -> None:
    damage(filled, "_sqlite_migrations")
    done = run("doctor", "--home", filled, "--json")
    found = checks(done)
    assert done.status == DatabaseDamaged.exit_status
    assert [name for name, one in found.items() if one["ok"]] == ["chain", "keys", "evidence"]
    assert found["pages"]["code"] == "database.damaged"
    assert (found["projections"]["skipped"], found["projections"]["code"]) == (True, None)


def test_a_damaged_page_is_one_line(run: Run, filled: Path) -> None:
    damage(filled, "_sqlite_migrations")
    done = run("doctor", "--home", filled)
    assert "never used" not in done.out
    assert len(done.out.splitlines()) == 6  # five checks, and what to do about one
    assert "#2 rusak" in done.out
    assert "tidak dibandingkan" in done.out
    assert "rusak atau rantai jurnalnya terputus" in done.out
    assert "[database.damaged]" in done.out


def test_rebuild_touches_no_damaged_database(run: Run, filled: Path) -> None:
    damage(filled, "_sqlite_migrations")
    before = (filled / STORE / DATABASE).read_bytes()
    done = run("rebuild", "--home", filled, "--json")
    assert (done.status, done.error["code"]) == (44, "database.damaged")
    assert (filled / STORE / DATABASE).read_bytes() == before


def test_rebuild_says_what_there_is(run: Run, filled: Path) -> None:
    done = run("rebuild", "--home", filled)
    assert done.status == 0
    assert "0 berbeda" in done.out
    assert "0 differed" in run("rebuild", "--home", filled, "--language", "en").out


def test_a_lost_photo_is_named_with_its_place(run: Run, filled: Path) -> None:
    for path in (filled / ORIGINALS).rglob("*.age"):
        path.unlink()
    done = run("doctor", "--home", filled, "--json")
    assert done.status == EvidenceMissing.exit_status
    check = checks(done)["evidence"]
    assert check["code"] == "evidence.missing"
    (fault,) = check["faults"]
    assert fault["code"] == "evidence.missing"
    for word in ("papan.jpg", "Dinas Uji", "2024", "tetap aman"):
        assert word in fault["sentence"]
    assert fault["parameters"]["assessment"]
    assert fault["parameters"]["indicator"]
    text = run("doctor", "--home", filled).out
    assert fault["sentence"] in text
    assert "hilang" in text
    english = run("doctor", "--home", filled, "--language", "en").out
    assert "papan.jpg" in english
    assert "missing" in english
    assert "hilang" not in english


def test_a_damaged_photo_has_its_own_status(run: Run, filled: Path) -> None:
    (path,) = (filled / ORIGINALS).rglob("*.age")
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    done = run("doctor", "--home", filled, "--json")
    assert (done.status, checks(done)["evidence"]["code"]) == (31, "evidence.damaged")


def test_many_lost_photos_are_counted_for_people_and_named_for_programs(
    run: Run, home: Path
) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.started(services)
        indicator = next(iter(services.assessments.overview(one).instrument.indicators))
        for number in range(13):
            kept = services.attaching.keep(workspaces.a_photo() + bytes([number]), f"{number}.jpg")
            services.attaching.attach(one, indicator, kept)
    for path in (home / ORIGINALS).rglob("*.age"):
        path.unlink()
    text = run("doctor", "--home", home).out
    assert text.count("[evidence.missing]") == 10
    assert "… 3 lainnya" in text
    assert len(checks(run("doctor", "--home", home, "--json"))["evidence"]["faults"]) == 13


def test_a_mended_table_is_no_damaged_database(run: Run, filled: Path) -> None:
    with workspaces.opened(filled) as services:
        services._workspace.connection.execute("UPDATE assessments SET score = '1.00'")
    done = run("doctor", "--home", filled)
    assert done.status == DatabaseMended.exit_status
    assert "assessments diperbaiki" in done.out
    assert "[database.mended]" in done.out
    assert run("doctor", "--home", filled).status == 0


def test_the_worst_gives_the_status(run: Run, filled: Path) -> None:
    for path in (filled / ORIGINALS).rglob("*.age"):
        path.unlink()
    with workspaces.opened(filled) as services:
        services._workspace.connection.execute("UPDATE assessments SET score = '1.00'")
    assert run("doctor", "--home", filled).status == EvidenceMissing.exit_status


def test_a_sound_workspace_is_healthy_in_both_languages(run: Run, filled: Path) -> None:
    done = run("doctor", "--home", filled)
    assert (done.status, done.out.count("OK ")) == (0, 5)
    assert "bukti" in done.out
    assert "evidence" in run("doctor", "--home", filled, "--language", "en").out
