"""A workspace opens as it was left, and a failed start holds nothing back."""

from pathlib import Path

import pytest

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import InstrumentDamaged
from kepatuhan_desktop.services.instruments import Instruments
from tests.builders import workspaces


def test_the_bundled_instruments_are_installed_once(home: Path) -> None:
    with workspaces.opened(home) as services:
        before = services._workspace.journal.bodies()
    with workspaces.opened(home) as services:
        assert services._workspace.journal.bodies() == before
        assert len(services.instruments.installed()) == len(before)


def test_opening_gives_random_ids_and_the_real_clock(home: Path) -> None:
    services = bootstrap.open_services(home)
    unit = workspaces.an_office(services)
    services.close()
    assert len(unit) == 26


def test_a_start_that_fails_lets_go_of_the_workspace(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Instruments) -> None:
        raise InstrumentDamaged(name="x", faults=1, first="y")

    with monkeypatch.context() as patch:
        patch.setattr(Instruments, "install_bundled", fail)
        with pytest.raises(InstrumentDamaged):
            bootstrap.open_services(home)
    with workspaces.opened(home) as services:
        assert services.instruments.installed()


def test_the_auditor_is_who_the_settings_name(home: Path) -> None:
    with workspaces.opened(home) as services:
        services.settings.change(auditor_name="Siti", auditor_nip="1980", auditor_position="Ahli")
        assert services.auditor() == Person(name="Siti", nip="1980", position="Ahli")


def test_every_service_is_made_once(home: Path) -> None:
    with workspaces.opened(home) as services:
        for name in ("answering", "attaching", "findings", "organisations", "sealing", "health"):
            assert getattr(services, name) is getattr(services, name)
