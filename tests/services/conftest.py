"""Workspaces for the tests of the services."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.services import authorities as folders
from kepatuhan_desktop.services.authorities import Authority
from tests.builders import authorities, workspaces
from tests.builders.clock import START, CountingIds, FixedClock


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


@pytest.fixture
def siti(services: Services) -> Services:
    """The device of an auditor."""
    services.settings.change(
        auditor_name="Siti Aminah",
        auditor_nip="198001012005012001",
        auditor_position="Auditor Muda",
    )
    return services


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an authority that enrolled nobody, for copies."""
    folder = tmp_path_factory.mktemp("founded") / "hq"
    folders.create(folder, "Inspektorat Uji", authorities.PASSPHRASE, START).close()
    return folder


@pytest.fixture
def hq(tmp_path: Path, founded: Path) -> Path:
    """The folder of a fresh authority, closed."""
    folder = tmp_path / "hq"
    shutil.copytree(founded, folder)
    return folder


@pytest.fixture
def headquarters(hq: Path) -> Iterator[Authority]:
    """A fresh authority."""
    opened = folders.open(hq, authorities.PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A medium that goes from hand to hand."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Services]:
    """The auditor's laptop."""
    with workspaces.opened(tmp_path / "field", CountingIds("a")) as services:
        services.settings.change(auditor_name="Siti Aminah")
        yield services


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Services]:
    """A colleague's laptop."""
    with workspaces.opened(tmp_path / "other", CountingIds("b")) as services:
        services.settings.change(auditor_name="Budi Santoso")
        yield services


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    """Headquarters."""
    with workspaces.opened(tmp_path / "office", CountingIds("h")) as services:
        services.settings.change(auditor_name="Pusat")
        yield services


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    """Who vouches."""
    made = folders.create(tmp_path / "authority", "Inspektorat", "kuda nil makan rumput", START)
    yield made
    made.close()
