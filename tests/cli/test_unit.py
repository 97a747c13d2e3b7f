"""`kepatuhan unit`."""

from pathlib import Path

import pytest

from tests.builders import workspaces
from tests.cli.conftest import Run

TEXT = "instansi,unit,alamat,produk,no\nKota Uji,Dinas A,Jalan 1,KTP,1\nKota Uji,Dinas B,,,2\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty workspace."""
    made = tmp_path / "home"
    with workspaces.opened(made):
        return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A register of two units."""
    made = tmp_path / "unit.csv"
    made.write_text(TEXT, "utf-8")
    return made


def test_what_was_loaded_is_listed(run: Run, home: Path, file: Path) -> None:
    assert run("unit", "load", file, "--home", home).status == 0
    found = run("unit", "list", "--home", home, "--json").data
    assert [(row["institution"], row["unit"], row["address"]) for row in found] == [
        *(("Kota Uji", "Dinas A", "Jalan 1"), ("Kota Uji", "Dinas B", "")),
    ]
    assert [product["name"] for product in found[0]["products"]] == ["KTP"]


def test_the_answer_names_what_is_new_by_its_id(run: Run, home: Path, file: Path) -> None:
    done = run("unit", "load", file, "--home", home, "--json").data
    listed = run("unit", "list", "--home", home, "--json").data
    assert done["written"]
    assert [row["id"] for row in done["units"]] == [row["id"] for row in listed]
    assert [row["state"] for row in done["units"]] == ["new", "new"]
    assert done["units"][0]["new_products"] == ["KTP"]
    assert done["ignored_columns"] == ["no"]


def test_a_dry_run_writes_nothing(run: Run, home: Path, file: Path) -> None:
    done = run("unit", "load", file, "--dry-run", "--home", home, "--json").data
    assert not done["written"]
    assert done["units"][0]["id"] is None
    assert run("unit", "list", "--home", home, "--json").data == []


def test_loading_again_changes_nothing(run: Run, home: Path, file: Path) -> None:
    run("unit", "load", file, "--home", home)
    done = run("unit", "load", file, "--home", home, "--json").data
    assert not done["written"]
    assert {row["state"] for row in done["units"]} == {"known"}


def test_a_change_is_told_with_what_was_and_what_will_be(run: Run, home: Path, file: Path) -> None:
    run("unit", "load", file, "--home", home)
    file.write_text(TEXT.replace("Jalan 1", "Jalan 2"), "utf-8")
    data = run("unit", "load", file, "--dry-run", "--home", home, "--json").data
    assert data["units"][0]["changes"] == {"address": {"before": "Jalan 1", "after": "Jalan 2"}}
    said = run("unit", "load", file, "--home", home).out
    assert "~ Dinas A · Kota Uji: alamat “Jalan 1” → “Jalan 2”" in said


def test_people_read_counts_in_their_language(run: Run, home: Path, file: Path) -> None:
    assert "Baru: 1 instansi, 2 unit, 1 produk." in run("unit", "load", file, "--home", home).out
    again = run("unit", "load", file, "--home", home, "--language", "en").out
    assert "Known already: 2 units." in again


def test_faults_have_their_code_and_write_nothing(run: Run, home: Path, file: Path) -> None:
    file.write_text(TEXT + ",Dinas C\n", "utf-8")
    done = run("unit", "load", file, "--home", home, "--json")
    assert (done.status, done.error["code"]) == (86, "units.damaged")
    assert "baris 4" in done.error["sentence"]
    assert run("unit", "list", "--home", home, "--json").data == []


@pytest.mark.parametrize("command", ["list", "load"])
def test_no_workspace_is_made(run: Run, tmp_path: Path, file: Path, command: str) -> None:
    arguments = [file] if command == "load" else []
    done = run("unit", command, *arguments, "--home", tmp_path / "none", "--json")
    assert (done.status, done.error["code"]) == (49, "workspace.missing")
    assert not (tmp_path / "none").exists()
