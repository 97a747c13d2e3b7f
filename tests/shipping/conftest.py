"""Build what is shipped once, for all shipping tests."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

ROOT = Path(__file__).parents[2]
# As the person set it, before any fixture: pip keeps its settings in the user's folders.
ENVIRONMENT: Mapping[str, str] = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
SUFFIX = ".exe" if os.name == "nt" else ""


class Check(msgspec.Struct):
    """One line of the self-test."""

    name: str
    ok: bool
    detail: str = ""


class SelfTest(msgspec.Struct):
    """What `kepatuhan self-test --json` prints."""

    ok: bool
    checks: list[Check]


def run(*command: str | Path, cwd: Path | str = ROOT) -> str:
    """The standard output of a command that must succeed and say nothing else of note."""
    done = subprocess.run(  # the commands are written in these tests
        [str(part) for part in command],
        cwd=cwd,
        env=dict(ENVIRONMENT),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, (
        f"{json.dumps([str(part) for part in command])} ended with {done.returncode}\n"
        f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    )
    return done.stdout


def self_test(*program: str | Path) -> SelfTest:
    """What the program finds when it tests itself, started far from the checkout."""
    return msgspec.json.decode(
        run(*program, "self-test", "--json", cwd=Path(ROOT.anchor)), type=SelfTest
    )


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("archives")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    return folder


@pytest.fixture(scope="session")
def wheel(archives: Path) -> Path:
    """The wheel."""
    (found,) = archives.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel and its needs only."""
    folder = tmp_path_factory.mktemp("installation")
    venv.create(folder, with_pip=True)
    programs = folder / SCRIPTS
    python = programs / f"python{SUFFIX}"
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--no-input"]
    run(*pip, "--no-deps", "--require-hashes", "-r", ROOT / "requirements.txt")
    run(*pip, "--no-deps", "--no-index", wheel)
    run(python, "-m", "pip", "check")
    return programs


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one-folder program that build.spec makes."""
    folder = tmp_path_factory.mktemp("frozen")
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", folder / "dist", "--workpath", folder / "build", ROOT / "build.spec"),
    )
    return folder / "dist" / "kepatuhan-desktop"


@pytest.fixture(scope="session")
def checks_of_the_checkout() -> list[str]:
    """The names of the checks that the self-test makes here."""
    found = self_test(sys.executable, "-c", "from kepatuhan_desktop.cli.app import main; main()")
    return [check.name for check in found.checks]
