"""Answers come from a JSON file that is held against the instrument."""

import json
from pathlib import Path

import pytest

from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from kepatuhan_desktop.errors import AnswersDamaged
from kepatuhan_desktop.services import answer_files
from tests.builders.instruments import A1, A2, FULL, small


def written(folder: Path, answers: Json) -> Path:
    """A file of answers."""
    path = folder / "answers.json"
    path.write_text(json.dumps(answers), encoding="utf-8")
    return path


def test_answers_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, {"a.1": {"option": "full"}, "a.2": {"not_applicable": "tidak ada"}})
    assert answer_files.read(path, small()) == {A1: Chosen(FULL), A2: Excluded("tidak ada")}


def test_an_empty_file_of_answers_has_none(tmp_path: Path) -> None:
    assert answer_files.read(written(tmp_path, {}), small()) == {}


@pytest.mark.parametrize(
    "answers,hint",
    [
        ({"z.9": {"option": "full"}}, "z.9"),
        ({"a.1": {"option": "surprise"}}, "surprise"),
        ({"a.1": {}}, "a.1"),
        ({"a.1": {"option": "full", "not_applicable": "x"}}, "a.1"),
        ({"a.1": {"not_applicable": ""}}, "a.1"),
        ({"b.2": {"not_applicable": "x"}}, "not_applicable"),
        ({"a.1": {"choice": "full"}}, "choice"),
        ({"a.1": "full"}, "a.1|object"),
        ([], "array"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, answers: Json, hint: str) -> None:
    with pytest.raises(AnswersDamaged, match=hint):
        answer_files.read(written(tmp_path, answers), small())


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b'{"a.1": {"option": "\xff"}}'])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.json").write_bytes(data)
    with pytest.raises(AnswersDamaged):
        answer_files.read(tmp_path / "x.json", small())


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_files, "LARGEST", 10)
    with pytest.raises(AnswersDamaged, match="> 10 bytes"):
        answer_files.read(written(tmp_path, {"a.1": {"option": "full"}}), small())


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswersDamaged, match=r"gone\.json"):
        answer_files.read(tmp_path / "gone.json", small())
