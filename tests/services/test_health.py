"""The doctor finds each planted damage, mends what can be mended, and says so."""

import os
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.progress import Cancelled
from kepatuhan_desktop.storage import database, keyslots
from kepatuhan_desktop.storage import vault as vaults
from tests.builders.instruments import A1, NONE

NAMES = ["pages", "chain", "projections", "keys", "evidence"]


def failing(services: Services) -> dict[str, str]:
    """What the doctor finds wrong."""
    return {check.name: check.detail for check in services.health.examine() if not check.ok}


def plant(services: Services, *statements: str) -> None:
    """Change the database behind our back."""
    for statement in statements:
        services._workspace.connection.execute(statement)


def originals(home: Path) -> list[Path]:
    """The files of the vault."""
    return sorted((home / vaults.ORIGINALS).rglob("*.age"))


def test_a_sound_workspace_passes_every_check(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    checks = services.health.examine()
    assert [check.name for check in checks] == NAMES
    assert all(check.ok for check in checks)


def test_looking_changes_nothing(services: Services, a_sealed_assessment: AssessmentId) -> None:
    before = services.health.fingerprint()
    services.health.examine()
    assert services.health.fingerprint() == before


@pytest.mark.parametrize(
    "statement,table",
    [
        ("UPDATE assessments SET score = '1.00'", "assessments"),
        ("DELETE FROM units", "units"),
        ("DELETE FROM heads WHERE slot LIKE 'answer/%'", "heads"),
        ("INSERT INTO institutions VALUES ('x', 'Kota Hantu', '')", "institutions"),
        ("UPDATE instruments SET version = '9'", "instruments"),
    ],
)
def test_a_table_that_differs_is_named_and_mended(
    services: Services, a_sealed_assessment: AssessmentId, statement: str, table: str
) -> None:
    before = services.health.fingerprint()
    plant(services, statement)
    assert failing(services) == {"projections": f"{table}: mended"}
    assert services.health.fingerprint() == before
    assert failing(services) == {}


def test_a_table_that_was_dropped_is_mended(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    before = services.health.fingerprint()
    plant(services, "DROP TABLE assessments")
    assert failing(services) == {"projections": "assessments: mended"}
    assert services.health.fingerprint() == before


def test_a_lost_entry_is_found(services: Services, a_sealed_assessment: AssessmentId) -> None:
    plant(services, "DROP TRIGGER journal_is_never_deleted", "DELETE FROM journal WHERE seq = 3")
    assert "3 gap" in failing(services)["chain"]


def test_a_changed_entry_is_found(services: Services, a_sealed_assessment: AssessmentId) -> None:
    plant(
        services,
        "DROP TRIGGER journal_is_never_updated",
        "UPDATE journal SET body = CAST(replace(body, 'Dinas Uji', 'Dinas Iju') AS BLOB)",
    )
    assert "broken" in failing(services)["chain"]


def test_an_unreadable_entry_does_not_stop_the_doctor(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    plant(
        services,
        "DROP TRIGGER journal_is_never_updated",
        "UPDATE journal SET body = x'7b' WHERE seq = 3",
    )
    assert "broken" in failing(services)["chain"]
    assert len(services.health.examine()) == len(NAMES)


def test_a_damaged_page_is_found(
    home: Path, services: Services, a_sealed_assessment: AssessmentId
) -> None:
    services.close()
    path = services._workspace.path
    size = path.stat().st_size
    data = bytearray(path.read_bytes())
    # The first pages hold the schema, without which nothing can be opened at all.
    for place in range(size // 2, size, 4096):
        data[place] ^= 1
    path.write_bytes(data)
    services._workspace.connection = database.connect(path, services._workspace.keys.database)
    found = services.health.examine()[0]
    services._workspace.connection.close()
    assert (found.name, found.ok, found.is_skipped) == ("pages", False, False)
    assert len(found.detail.splitlines()) == 1
    assert {fault.error.code for fault in found.faults} == {"database.damaged"}


def test_missing_evidence_is_found(
    services: Services, a_sealed_assessment: AssessmentId, home: Path
) -> None:
    for path in originals(home):
        path.unlink()
    assert failing(services)["evidence"].count("missing") == 2


def test_damaged_evidence_is_found(
    services: Services, a_sealed_assessment: AssessmentId, home: Path
) -> None:
    path = originals(home)[0]
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert failing(services)["evidence"].count("damaged") == 1


def test_removed_evidence_is_looked_at_too(
    services: Services, a_filled_assessment: AssessmentId, home: Path
) -> None:
    (evidence,) = services.assessments.get(a_filled_assessment).evidence
    services.attaching.remove(a_filled_assessment, evidence)
    for path in originals(home):
        path.unlink()
    assert "missing" in failing(services)["evidence"]


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_a_key_that_others_can_read_is_found(services: Services, home: Path) -> None:
    (home / keyslots.FILE_SLOT).chmod(0o644)
    assert "readable" in failing(services)["keys"]


@pytest.mark.parametrize("name", [keyslots.KEYS, keyslots.FILE_SLOT])
def test_a_lost_key_is_found_while_the_workspace_is_open(
    services: Services, home: Path, name: str
) -> None:
    (home / name).unlink()
    assert set(failing(services)) == {"keys"}


def test_a_changed_device_is_found(services: Services, home: Path) -> None:
    path = home / keyslots.KEYS
    text = path.read_text("utf-8").replace(services.device, "0" * 32)
    path.write_text(text, encoding="utf-8")
    assert "changed" in failing(services)["keys"]


def test_a_rebuild_gives_the_same_tables_and_says_how_many_entries(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    before = services.health.fingerprint()
    assert services.health.rebuild() == len(services._workspace.journal.bodies())
    assert services.health.fingerprint() == before


def test_a_look_can_be_cancelled(services: Services) -> None:
    class Impatient:
        """Stops at the second step."""

        def step(self, done: int, total: int, text: str = "") -> None:
            if (done, text) > (0, "") and total:
                raise Cancelled

    with pytest.raises(Cancelled):
        services.health.examine(Impatient())


def test_work_goes_on_after_mending(services: Services, an_assessment: AssessmentId) -> None:
    services.assessments.get(an_assessment)
    plant(services, "DELETE FROM heads")
    assert failing(services)
    services.answering.choose(an_assessment, A1, NONE)
    assert services.assessments.row(an_assessment).score == "0.00"
    assert failing(services) == {}
