"""`kepatuhan instrument` and `kepatuhan score`."""

import json
from pathlib import Path

from tests.cli.conftest import Run

BUNDLED = Path("resources/instruments/uu25-14/2024.1/instrument.yaml")


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
