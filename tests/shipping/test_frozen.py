"""The frozen one-folder program works, started from anywhere."""

import os
from pathlib import Path

import pytest

from kepatuhan_desktop import __version__
from tests.shipping.conftest import ROOT, SUFFIX, run, self_test

pytestmark = [pytest.mark.shipping, pytest.mark.timeout(900)]

# A USB stick of one gigabyte takes three of them.
LARGEST = 300 * 1000 * 1000


def test_the_frozen_program_passes_its_self_test(
    frozen: Path, checks_of_the_checkout: list[str]
) -> None:
    found = self_test(frozen / f"kepatuhan{SUFFIX}")
    assert [check for check in found.checks if not check.ok] == []
    assert found.ok
    assert [check.name for check in found.checks] == checks_of_the_checkout


def test_the_frozen_window_starts(frozen: Path) -> None:
    said = run(frozen / f"kepatuhan-desktop{SUFFIX}", "--version", cwd=Path(ROOT.anchor))
    assert __version__ in said


def test_the_folder_holds_every_form_and_resource(frozen: Path) -> None:
    inside = frozen / "_internal" / "kepatuhan_desktop" / "_bundled"
    for place in ("ui", "resources"):
        expected = {path.relative_to(ROOT) for path in (ROOT / place).rglob("*")}
        assert expected - {path.relative_to(inside) for path in inside.rglob("*")} == set()


def test_the_folder_stays_small_enough_to_be_carried(frozen: Path) -> None:
    files = (
        Path(folder, name)
        for folder, _, names in os.walk(frozen, followlinks=False)
        for name in names
    )
    assert sum(path.lstat().st_size for path in files) <= LARGEST
