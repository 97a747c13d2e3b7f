"""Answers come from a JSON file that is held against the instrument."""

import json
from pathlib import Path

import pytest

from kepatuhan_desktop import messages
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
        ({"a.1": {"option": 1}}, "a.1"),
        ({"a.1": {"option": 1.5}}, "a.1"),
        ({"a.1": {"not_applicable": True}}, "a.1"),
        ({"a.1": {"option": {"id": "full"}}}, "objek"),
        ({"a.1": ["full"]}, "daftar"),
        ({"a.1": "full"}, "a.1"),
        ([], "daftar"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, answers: Json, hint: str) -> None:
    with pytest.raises(AnswersDamaged, match=hint):
        answer_files.read(written(tmp_path, answers), small())


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"\xff", b'{"a.1": {"option": "\xff"}}'),
        *(b"[" * 200_000, b"9" * 5000, b'{"a": NaN}'),
    ],
)
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


def refused(path: Path, language: str) -> str:
    """The sentence about a file that is not taken."""
    with pytest.raises(AnswersDamaged) as caught:
        answer_files.read(path, small())
    return messages.sentence(caught.value, language)


def test_every_fault_is_told_at_once_with_its_place_in_the_reader_s_language(
    tmp_path: Path,
) -> None:
    path = written(
        tmp_path,
        {"a.1": {"option": "surprise"}, "z.9": {"option": "full"}, "a.2": {"na": True}, "b.1": 4},
    )
    said = refused(path, "id")
    assert "a.1: pilihan “surprise” tidak ada; pilih salah satu: none, half, full" in said
    assert "z.9: instrumen tidak memuat indikator ini" in said
    assert "a.2: bidang “na” tidak dikenal; yang dikenal: option, not_applicable" in said
    assert "b.1: " in said
    said = refused(path, "en")
    assert "a.1: there is no option “surprise”; choose one of: none, half, full" in said
    assert "z.9: the instrument has no such indicator" in said
    assert "a.2: the field “na” is unknown; known are: option, not_applicable" in said


def test_an_indicator_that_is_answered_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"a.1": {"option": "full"}, "a.1": {"option": "none"}}')
    assert "a.1: ditulis dua kali" in refused(path, "id")
    path.write_text('{"a.1": {"option": "full", "option": "none"}}')
    assert "a.1: the field “option” is written twice" in refused(path, "en")


def test_a_file_that_ends_too_soon_says_where(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"a.1": {"option": "full"}\n')
    assert "berkas berakhir sebelum JSON-nya lengkap" in refused(path, "id")
    path.write_text('{"a.1": \n  full}')
    assert "line 2, column 3" in refused(path, "en")


def test_a_file_that_is_not_there_is_told_without_the_system_s_words(tmp_path: Path) -> None:
    said = refused(tmp_path / "gone.json", "id")
    assert "No such file" not in said
    assert "tidak ditemukan" in said
    assert "it is a folder" in refused(tmp_path, "en")


def test_a_thousand_faults_do_not_flood_the_reader(tmp_path: Path) -> None:
    path = written(tmp_path, {f"z.{number}": {} for number in range(1000)})
    said = refused(path, "en")
    assert said.count("\n") < 60
    assert "and 950 more" in said
