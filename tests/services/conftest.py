"""Workspaces for the tests of the services."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from tests.builders import workspaces
from tests.builders.clock import CountingIds, FixedClock


@pytest.fixture
def clock() -> FixedClock:
    """The clock of `services`."""
    return FixedClock()


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that was opened once, for copies: making keys and tables takes its time."""
    folder = tmp_path_factory.mktemp("untouched") / "home"
    bootstrap.open_services(folder, clock=FixedClock(), ids=CountingIds()).close()
    return folder


@pytest.fixture
def services(home: Path, clock: FixedClock, untouched: Path) -> Iterator[Services]:
    """Everything that can be done, in a fresh workspace."""
    shutil.copytree(untouched, home)
    opened = bootstrap.open_services(home, clock=clock, ids=CountingIds())
    yield opened
    opened.close()


@pytest.fixture
def an_assessment(services: Services) -> AssessmentId:
    """A fresh assessment with the small instrument."""
    return workspaces.started(services)


@pytest.fixture
def a_filled_assessment(services: Services) -> AssessmentId:
    """An assessment with the small instrument that can be signed."""
    return workspaces.filled(services)


@pytest.fixture
def a_sealed_assessment(services: Services) -> AssessmentId:
    """A signed assessment with the small instrument."""
    return workspaces.a_sealed_assessment(services)
