"""The pinned requirements are whole, hashed and in step with what the project declares."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DECLARED = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
CAMERA = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["camera"]]
IMPORTED_AS = {
    "pi-heif": "pi_heif",
    "pillow": "PIL",
    "pyside6-essentials": "PySide6",
    "pyyaml": "yaml",
    "sqlite-utils": "sqlite_utils",
    "zxing-cpp": "zxingcpp",
}


def pins(file: str) -> dict[str, Version]:
    """The name and version of each pin in a requirements file."""
    lines = (ROOT / file).read_text("utf-8").splitlines()
    found = (re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", line) for line in lines)
    return {canonicalize_name(pin[1]): Version(pin[2]) for pin in found if pin}


@pytest.mark.parametrize(
    "file,declared",
    [
        ("requirements.txt", DECLARED),
        ("requirements-dev.txt", DECLARED + DEVELOPMENT),
        ("requirements-camera.txt", DECLARED + CAMERA),
    ],
)
def test_every_declared_dependency_is_pinned_to_a_version_it_allows(
    file: str, declared: list[Requirement]
) -> None:
    pinned = pins(file)
    wrong = [
        str(requirement)
        for requirement in declared
        if pinned.get(canonicalize_name(requirement.name), Version("0"))
        not in requirement.specifier
    ]
    assert wrong == []


@pytest.mark.parametrize("file", ["requirements-dev.txt", "requirements-camera.txt"])
def test_the_larger_sets_hold_the_very_versions_that_are_shipped(file: str) -> None:
    assert pins("requirements.txt").items() <= pins(file).items()


@pytest.mark.parametrize(
    "file", ["requirements.txt", "requirements-dev.txt", "requirements-camera.txt"]
)
def test_every_pin_has_hashes_and_none_has_an_address(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    blocks = re.split(r"^(?=[a-zA-Z])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(file))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_a_dependency_is_declared_only_when_the_program_uses_it() -> None:
    used: set[str] = set()
    for path in ROOT.glob("kepatuhan_desktop/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.partition(".")[0])
    names = [canonicalize_name(requirement.name) for requirement in DECLARED]
    assert [name for name in names if IMPORTED_AS.get(name, name) not in used] == []
