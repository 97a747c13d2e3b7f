"""The workspace lies where the nearest instruction says."""

from pathlib import Path

import pytest

from kepatuhan_desktop import paths


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start without an instruction from the environment."""
    monkeypatch.delenv(paths.VARIABLE, raising=False)


def pointer() -> Path:
    """The file that remembers a person's choice."""
    found = paths._pointer()
    found.parent.mkdir(parents=True, exist_ok=True)
    return found


def test_the_option_wins_over_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.VARIABLE, str(tmp_path / "variable"))
    paths.remember_home(tmp_path / "remembered")
    assert paths.home(tmp_path / "option") == tmp_path / "option"


def test_the_variable_wins_over_what_was_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.VARIABLE, str(tmp_path / "variable"))
    paths.remember_home(tmp_path / "remembered")
    assert paths.home() == tmp_path / "variable"


def test_a_remembered_folder_wins_over_the_default(tmp_path: Path) -> None:
    paths.remember_home(tmp_path / "Ruang Kerja é")
    assert paths.home() == tmp_path / "Ruang Kerja é"


def test_without_instruction_it_is_the_default() -> None:
    assert paths.home() == paths.default_home()


def test_an_empty_variable_is_no_instruction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.VARIABLE, "")
    assert paths.home() == paths.default_home()


def test_a_relative_option_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.home(Path("here")) == tmp_path / "here"


def test_a_relative_folder_is_remembered_as_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths.remember_home(Path("here"))
    assert paths.home() == tmp_path / "here"


@pytest.mark.parametrize("damage", [b"", b"\n", b"\xff\xfe\x00", b"relative/folder\n"])
def test_a_damaged_memory_is_no_instruction(damage: bytes) -> None:
    pointer().write_bytes(damage)
    assert paths.home() == paths.default_home()
