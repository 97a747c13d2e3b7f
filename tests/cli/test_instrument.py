"""`kepatuhan instrument` and `kepatuhan score`."""

import json
from pathlib import Path

import pytest

from tests.builders import instruments, workspaces
from tests.cli.conftest import Run

BUNDLED = Path("resources/instruments/uu25-14/2024.1/instrument.yaml")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty workspace."""
    made = tmp_path / "home"
    with workspaces.opened(made):
        return made


def definition(folder: Path, **changes: str) -> Path:
    """A new version of what ships, in a file."""
    text = BUNDLED.read_text(encoding="utf-8")
    made = folder / "instrument.yaml"
    for before, after in {'version: "2024.1"': 'version: "2025.1"', **changes}.items():
        assert before in text
        text = text.replace(before, after, 1)
    made.write_text(text, encoding="utf-8")
    return made


def test_list_names_the_bundled_instrument_and_its_unofficial_weights(run: Run) -> None:
    done = run("instrument", "list", "--json")
    assert done.status == 0
    assert [(row["id"], row["unofficial_weights"]) for row in done.data] == [("uu25-14", True)]


def test_show_prints_every_indicator(run: Run) -> None:
    done = run("instrument", "show", "uu25-14")
    assert done.status == 0
    assert "b.1" in done.out
    assert "n.1" in done.out


def test_check_accepts_what_ships(run: Run) -> None:
    assert run("instrument", "check", BUNDLED).status == 0


def test_check_names_every_fault_with_its_place(run: Run, tmp_path: Path) -> None:
    text = BUNDLED.read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        text.replace('value: "0.5"', 'value: "1.5"', 1).replace("code: b.2", "code: b.1", 1),
        encoding="utf-8",
    )
    done = run("instrument", "check", broken, "--json")
    assert done.status == 21
    assert not done.data["ok"]
    assert len({problem["place"] for problem in done.data["problems"]}) >= 2


def test_an_installed_definition_is_listed_with_its_workspace(
    run: Run, home: Path, tmp_path: Path
) -> None:
    done = run("instrument", "install", definition(tmp_path), "--home", home, "--json")
    assert (done.status, done.data["installed"]) == (0, True)
    listed = run("instrument", "list", "--home", home, "--json").data
    assert [(row["id"], row["version"]) for row in listed] == [
        *(("uu25-14", "2024.1"), ("uu25-14", "2025.1")),
    ]
    assert listed[1]["digest"] == done.data["digest"]
    assert len(run("instrument", "list", "--json").data) == 1


def test_install_says_id_version_digest_and_that_it_travels(
    run: Run, home: Path, tmp_path: Path
) -> None:
    file = definition(tmp_path)
    said = run("instrument", "install", file, "--home", home).out
    digest = run("instrument", "list", "--home", home, "--json").data[1]["digest"]
    assert "uu25-14 2025.1" in said
    assert digest in said
    assert "surat" in said
    again = run("instrument", "install", file, "--home", home, "--language", "en").out
    assert "installed already; nothing changed" in again


def test_install_refuses_what_check_refuses_in_the_same_words(
    run: Run, home: Path, tmp_path: Path
) -> None:
    file = definition(tmp_path, **{'value: "0.5"': 'value: "1.5"', "code: b.2": "code: b.1"})
    checked = run("instrument", "check", file, "--json")
    done = run("instrument", "install", file, "--home", home, "--json")
    assert (done.status, done.out) == (21, checked.out)
    assert len(run("instrument", "list", "--home", home, "--json").data) == 1


def test_a_version_that_is_taken_has_a_code_and_a_way_out(
    run: Run, home: Path, tmp_path: Path
) -> None:
    run("instrument", "install", definition(tmp_path), "--home", home)
    other = definition(tmp_path, **{"code: b.2": "code: b.22"})
    done = run("instrument", "install", other, "--home", home, "--language", "en", "--json")
    assert (done.status, done.error["code"]) == (85, "instrument.taken")
    assert "Raise “version”" in done.error["sentence"]


def test_what_arrived_in_the_workspace_is_listed(run: Run, home: Path) -> None:
    with workspaces.opened(home) as services:
        services.instruments.install(instruments.small())
    listed = run("instrument", "list", "--home", home, "--json").data
    assert [row["id"] for row in listed] == ["small", "uu25-14"]


@pytest.mark.parametrize("command", ["list", "install"])
def test_no_workspace_is_made(run: Run, tmp_path: Path, command: str) -> None:
    arguments = [BUNDLED] if command == "install" else []
    done = run("instrument", command, *arguments, "--home", tmp_path / "none", "--json")
    assert (done.status, done.error["code"]) == (49, "workspace.missing")
    assert not (tmp_path / "none").exists()


def test_an_unknown_instrument_has_its_code_and_sentence(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("{}")
    done = run("score", "--instrument", "nowhere", answers, "--json")
    assert done.status == 20
    assert done.error["code"] == "instrument.unknown"
    assert "nowhere" in done.error["sentence"]


def test_score_explains_itself(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"b.1": {"option": "full"}, "b.2": {"option": "partial"}}))
    done = run("score", "--instrument", "uu25-14", answers, "--json")
    assert done.status == 0
    assert done.data["total"]["value"] == "75.00"
    assert done.data["total"]["category"] == "C"
    assert not done.data["is_final"]
    assert [step["indicator"] for step in done.data["explanation"]["way"]["steps"]] == ["b.2"]


def test_score_says_nothing_rather_than_zero(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("{}")
    assert run("score", "--instrument", "uu25-14", answers, "--json").data["total"] is None


def test_answers_that_do_not_fit_are_named(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    for bad in (
        "{",
        '{"z.9": {"option": "full"}}',
        '{"b.1": {"option": "perfect"}}',
        '{"b.1": {}}',
        '{"b.1": {"not_applicable": "free"}}',
        '{"b.1": {"option": "full", "extra": 1}}',
    ):
        answers.write_text(bad)
        done = run("score", "--instrument", "uu25-14", answers, "--json")
        assert (done.status, done.error["code"]) == (22, "answers.damaged"), bad
