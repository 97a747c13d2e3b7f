"""Who asked for JSON gets JSON, also where the command line is not understood."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "bogus"),
        ("score", "--json"),
        ("instrument", "check", "--bogus", "--json"),
        ("assessment", "list", "--language", "fr", "--json"),
        ("assessment", "withdraw", "x", "--role", "nobody", "--json"),
    ],
)
def test_a_command_line_that_is_not_understood_is_answered_in_json(
    run: Run, arguments: tuple[str, ...]
) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.error["code"] == "usage"
    assert done.error["sentence"]


def test_without_json_the_usage_is_printed(run: Run) -> None:
    done = run("bogus")
    assert (done.status, done.out) == (2, "")
    assert "Usage: " in done.err


def test_answers_that_are_not_there_have_the_reader_s_sentence(run: Run, tmp_path: Path) -> None:
    done = run("score", "--instrument", "uu25-14", tmp_path / "nofile", "--json")
    assert (done.status, done.error["code"]) == (22, "answers.damaged")
    assert "nofile" in done.error["sentence"]
    done = run("score", "--instrument", "uu25-14", tmp_path, "--json")
    assert (done.status, done.error["code"]) == (22, "answers.damaged")


def test_a_definition_that_is_not_there_has_the_reader_s_sentence(run: Run, tmp_path: Path) -> None:
    done = run("instrument", "check", tmp_path / "nofile.yaml", "--json")
    assert done.status == 21
    assert not done.data["ok"]
    assert len(done.data["problems"]) == 1
