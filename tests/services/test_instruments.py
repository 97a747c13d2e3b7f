"""Instruments are installed once, never change, and travel to the field."""

import msgspec
import pytest

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import InstrumentTaken
from tests.builders import instruments, workspaces


def test_installing_the_same_again_changes_nothing(services: Services) -> None:
    assert services.instruments.install(instruments.small()).records
    assert services.instruments.install(instruments.small()).records == frozenset()


def test_other_contents_under_a_version_that_is_taken_are_refused(services: Services) -> None:
    services.instruments.install(instruments.small())
    other = msgspec.structs.replace(instruments.small(), title={"id": "Lain"})
    with pytest.raises(InstrumentTaken) as refused:
        services.instruments.install(other)
    assert "Naikkan “version”" in messages.sentence(refused.value)
    assert "Raise “version”" in messages.sentence(refused.value, "en")
    assert workspaces.pin(other) not in services.instruments.installed()


def test_a_higher_version_stands_beside_the_former(services: Services) -> None:
    services.instruments.install(instruments.small())
    higher = msgspec.structs.replace(instruments.small(), version="99")
    services.instruments.install(higher)
    assert services.instruments.pin(higher.id) == workspaces.pin(higher)
    assert workspaces.pin(instruments.small()) in services.instruments.installed()
