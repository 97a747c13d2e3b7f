"""Settings are remembered, and never keep the program from starting."""

from pathlib import Path

import pytest

from kepatuhan_desktop.settings import FILE, Settings, SettingsFile


def test_without_a_file_the_settings_are_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).current == Settings()


def test_a_change_is_remembered(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(theme="dark", positions={"one": "a.1"})
    assert SettingsFile(tmp_path).current == Settings(theme="dark", positions={"one": "a.1"})


def test_a_change_leaves_the_other_settings_alone(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.change(auditor_name="Siti")
    assert file.change(language="en") == Settings(auditor_name="Siti", language="en")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"theme": "pink"}',
        b'{"auditor_name": "\xff"}',
        b"\x00" * 100,
        b'{"positions": 3}',
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert SettingsFile(tmp_path).current == Settings()


def test_a_damaged_file_is_mended_by_the_next_change(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"{")
    SettingsFile(tmp_path).change(theme="light")
    assert SettingsFile(tmp_path).current.theme == "light"


def test_settings_of_a_later_program_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"theme": "dark", "tomorrow": 1}')
    assert SettingsFile(tmp_path).current == Settings(theme="dark")


def test_a_change_that_cannot_be_written_did_not_happen(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "gone")
    with pytest.raises(OSError, match="gone"):
        file.change(theme="dark")
    assert file.current == Settings()
