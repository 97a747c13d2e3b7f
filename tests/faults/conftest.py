"""What the fault suite makes once: the process that forks, and two laptops for copies."""

from collections.abc import Iterator

import pytest

from tests.faults.parcels import Luggage, packed
from tests.faults.rounds import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Forks the process that dies."""
    with Server() as started:
        yield started


@pytest.fixture(scope="session")
def luggage(tmp_path_factory: pytest.TempPathFactory) -> Luggage:
    """Two laptops and a bundle, for copies."""
    return packed(tmp_path_factory.mktemp("luggage"))
