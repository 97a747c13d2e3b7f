"""`kepatuhan bundle export` and `outbox` say what did not go along, and to whom it matters."""

from pathlib import Path

import pytest

from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.storage.vault import ORIGINALS
from tests.builders import authorities, offices, workspaces
from tests.builders.clock import CountingIds
from tests.cli.conftest import Done, Run


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A medium."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def field(tmp_path: Path) -> tuple[Path, AssessmentId]:
    """A workspace with an assessment that names one photo."""
    home = tmp_path / "field"
    with workspaces.opened(home, CountingIds("a")) as services:
        one = workspaces.filled(services)
    return home, one


def exported(run: Run, stick: Path, field: tuple[Path, AssessmentId], *more: str) -> Done:
    """The team's bundle of the assessment."""
    home, one = field
    chosen = ("--purpose", "team", "--assessment", one, "--plain", "--home", home)
    done = run("bundle", "export", stick, *chosen, *more)
    assert done.status == 0, done.err
    return done


def photo(home: Path) -> Path:
    """The file of the only photo."""
    (path,) = (home / ORIGINALS).rglob("*.age")
    return path


def damage(path: Path) -> None:
    """One byte in the middle is another; the size is the same."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_an_export_ends_by_saying_that_the_medium_may_be_pulled(
    run: Run, stick: Path, field: tuple[Path, AssessmentId]
) -> None:
    assert "aman dilepas" in exported(run, stick, field).out.splitlines()[-1]
    english = exported(run, stick, field, "--language", "en").out
    assert "safe to remove" in english.splitlines()[-1]


def test_an_export_with_everything_names_nothing_as_lacking(
    run: Run, stick: Path, field: tuple[Path, AssessmentId]
) -> None:
    assert "kepatuhan doctor" not in exported(run, stick, field).out


def test_an_export_counts_the_evidence_that_is_not_here(
    run: Run, stick: Path, field: tuple[Path, AssessmentId]
) -> None:
    photo(field[0]).unlink()
    said = exported(run, stick, field).out
    assert "1 berkas bukti tidak ada di perangkat ini dan tidak ikut" in said
    assert "kepatuhan doctor" in said
    english = exported(run, stick, field, "--language", "en").out
    assert "1 evidence file is not on this device and did not go along" in english


def test_an_export_counts_the_evidence_that_could_not_be_read(
    run: Run, stick: Path, field: tuple[Path, AssessmentId]
) -> None:
    damage(photo(field[0]))
    said = exported(run, stick, field).out
    assert "1 berkas bukti tidak dapat dibaca dan tidak ikut" in said
    assert "kepatuhan doctor" in said
    english = exported(run, stick, field, "--language", "en").out
    assert "1 evidence file could not be read and did not go along" in english


def test_nobody_is_asked_to_acknowledge_a_letter_of_headquarters(run: Run, tmp_path: Path) -> None:
    with offices.round_of(tmp_path, SystemClock().now()) as some:
        some.letter(Purpose.PLAN)
        home = some.office.home
    (sent,) = run("bundle", "outbox", "--home", home, "--json").data["sent"]
    assert sent["acknowledged"] is None
    assert run("bundle", "outbox", "--home", home).out.rstrip().endswith("  –")


def test_nobody_is_asked_to_acknowledge_what_went_to_the_team(
    run: Run, stick: Path, field: tuple[Path, AssessmentId]
) -> None:
    exported(run, stick, field)
    (sent,) = run("bundle", "outbox", "--home", field[0], "--json").data["sent"]
    assert sent["acknowledged"] is None
    assert "belum diterima" not in run("bundle", "outbox", "--home", field[0]).out


def test_with_one_recipient_the_refusal_says_who_can_add_another(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    with offices.round_of(tmp_path / "all", SystemClock().now()) as some:
        workspaces.started(some.field)
        home = some.field.home
    done = run("bundle", "export", stick, "--home", home, "--json")
    assert (done.status, done.error["code"]) == (89, "bundle.recipients")
    assert done.error["parameters"] == {"found": "1", "needed": "2"}
    for word in ("kantor pusat", "kepatuhan authority add-recipient", "--to", "--recipient"):
        assert word in done.error["sentence"]
    assert list(stick.iterdir()) == []


def test_a_second_recipient_of_headquarters_lets_the_field_encrypt(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    with offices.round_of(tmp_path / "all", SystemClock().now()) as some:
        workspaces.started(some.field)
        some.authority.add_recipient(authorities.recipient("safe"))
        some.publish(some.field)
        home = some.field.home
    assert run("bundle", "export", stick, "--home", home).status == 0
