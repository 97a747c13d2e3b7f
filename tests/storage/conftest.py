"""Workspaces for the tests of the storage."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop.storage.workspace import Workspace


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that was opened once, for copies: making keys and tables takes its time."""
    folder = tmp_path_factory.mktemp("untouched") / "home"
    Workspace(folder).close()
    return folder


@pytest.fixture
def closed(home: Path, untouched: Path) -> Path:
    """The folder of a workspace that was opened once."""
    shutil.copytree(untouched, home)
    return home


@pytest.fixture
def workspace(closed: Path) -> Iterator[Workspace]:
    """A fresh workspace."""
    opened = Workspace(closed)
    yield opened
    opened.close()
