"""The archives hold every form and resource."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.shipping.conftest import ROOT

pytestmark = [pytest.mark.shipping, pytest.mark.timeout(600)]


def shipped_files() -> set[str]:
    """Every file below `ui/` and `resources/`."""
    found = [*(ROOT / "ui").rglob("*"), *(ROOT / "resources").rglob("*")]
    return {path.relative_to(ROOT).as_posix() for path in found if path.is_file()}


def test_the_wheel_holds_every_form_and_resource(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert {f"kepatuhan_desktop/_bundled/{name}" for name in shipped_files()} - held == set()


def test_the_wheel_holds_neither_tests_nor_scripts(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kepatuhan_desktop"}


def test_the_source_archive_holds_what_building_and_testing_need(archives: Path) -> None:
    (found,) = archives.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    needed = {
        "Makefile",
        "build.spec",
        "pyproject.toml",
        "requirements-dev.txt",
        "scripts/setup",
        "tests/conftest.py",
    }
    assert (shipped_files() | needed) - held == set()
