"""The rules of the house that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("kepatuhan_desktop/**/*.py"), *ROOT.glob("tests/**/*.py")])
FORMS = sorted(ROOT.glob("ui/**/*.ui"))
LONGEST = 400
DRAWERS = {"utils", "util", "helpers", "misc", "common", "manager", "handler", "base", "core"}


def name_of(path: Path) -> str:
    """The path as a person would say it."""
    return path.relative_to(ROOT).as_posix()


def texts() -> list[Path]:
    """Every file of the project that a person writes."""
    kinds = {".py", ".md", ".toml", ".txt", ".ps1", ".yaml", ".yml", ".json", ".ui", ".spec", ""}
    places = ("kepatuhan_desktop", "tests", "ui", "resources", "docs", "scripts", ".ci")
    found = [path for path in ROOT.iterdir() if path.is_file() and path.name != "uv.lock"]
    for place in places:
        found += [path for path in (ROOT / place).rglob("*") if path.is_file()]
    return sorted(path for path in found if path.suffix in kinds)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_longer_than_a_reader_can_hold(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    purpose = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert purpose
    assert purpose.splitlines()[0].endswith((".", "?", ":", ";"))


def test_no_module_is_a_drawer() -> None:
    assert [name_of(path) for path in MODULES if path.stem in DRAWERS] == []


def test_the_program_processes_no_events_in_the_middle_of_a_function() -> None:
    # The user could close the window inside the function that calls it.
    guilty = [
        name_of(path)
        for path in ROOT.glob("kepatuhan_desktop/**/*.py")
        if "processEvents(" in path.read_text("utf-8")
    ]
    assert guilty == []


def test_any_lives_in_the_codec_alone() -> None:
    guilty = [
        name_of(path)
        for path in ROOT.glob("kepatuhan_desktop/**/*.py")
        if path.name != "codec.py"
        and re.search(r"^from typing import .*\bAny\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert guilty == []


def test_no_work_is_left_as_a_note() -> None:
    note = re.compile(r"\b(TODO|FIX" + r"ME|XXX)\b")
    guilty = [path for path in MODULES if note.search(path.read_text("utf-8"))]
    assert [name_of(path) for path in guilty if path != Path(__file__)] == []


def test_every_form_belongs_to_a_page_or_dialog_of_its_name() -> None:
    owners = {path.stem for path in ROOT.glob("kepatuhan_desktop/gui/**/*.py")}
    assert [name_of(form) for form in FORMS if form.stem not in owners] == []


def test_no_file_names_a_place_that_packages_come_from() -> None:
    # Whoever installs uses the index of their own choice; hashes say what is meant.
    index = re.compile(r"index[-_]url|find[-_]links|https?://\S+/simple\b", re.IGNORECASE)
    allowed = {Path(__file__), ROOT / "scripts" / "pin"}
    guilty = [path for path in texts() if index.search(path.read_text("utf-8", "replace"))]
    assert [name_of(path) for path in guilty if path not in allowed] == []
