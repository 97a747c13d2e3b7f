"""The wheel works without development packages, started from anywhere."""

from pathlib import Path

import pytest

from kepatuhan_desktop import __version__
from tests.shipping.conftest import ROOT, SUFFIX, run, self_test

pytestmark = [pytest.mark.shipping, pytest.mark.timeout(900)]


def test_the_installed_program_passes_its_self_test(
    installation: Path, checks_of_the_checkout: list[str]
) -> None:
    found = self_test(installation / f"kepatuhan{SUFFIX}")
    assert [check for check in found.checks if not check.ok] == []
    assert found.ok
    assert [check.name for check in found.checks] == checks_of_the_checkout


def test_the_installed_program_does_not_lean_on_the_checkout(installation: Path) -> None:
    place = run(
        installation / f"python{SUFFIX}",
        "-c",
        "import kepatuhan_desktop.assets as a; print(a.path('ui')); print(a.path('resources'))",
        cwd=Path(ROOT.anchor),
    )
    assert str(ROOT) not in place
    assert place.count("_bundled") == 2


def test_the_window_starts_from_the_installation(installation: Path) -> None:
    said = run(installation / f"kepatuhan-desktop{SUFFIX}", "--version", cwd=Path(ROOT.anchor))
    assert __version__ in said
