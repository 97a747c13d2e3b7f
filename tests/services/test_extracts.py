"""A bundle that brings a part of a journal brings one copy of each instrument."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import RecordId
from kepatuhan_desktop.domain.instrument import Instrument, instrument_record
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services.exporting import ExportPlan
from tests.builders import instruments, offices, workspaces
from tests.builders.offices import Round


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """An auditor, a colleague and headquarters."""
    with offices.round_of(tmp_path) as found:
        yield found


def carried(plan: ExportPlan) -> list[Entry]:
    """The entries of instruments in what would be written."""
    entries = [journal.read(body) for volume in plan.volumes for body in volume.bodies]
    return [entry for entry in entries if entry.kind == Kind.INSTRUMENT]


def all_report(all_: Round) -> None:
    """The auditor and the colleague send what they have; each wrote the instrument down."""
    all_.office.instruments.install(instruments.small())
    for laptop in (all_.field, all_.colleague):
        workspaces.started(laptop)
        all_.arrive(all_.results(laptop))
    record = instrument_record(instruments.small().id, instruments.small().version)
    copies = all_.office._workspace.journal.history(record)
    assert len({entry.device for entry in copies if entry.kind == Kind.INSTRUMENT}) > 1


def test_a_letter_brings_headquarters_own_copy(all_: Round) -> None:
    all_report(all_)
    plan = all_.office.posting.plan(all_.field.device, Purpose.PLAN, whole_register=True)
    found = carried(plan)
    assert {entry.device for entry in found} == {all_.office.device}
    assert len(found) == len({entry.record for entry in found})


def test_a_visit_brings_one_copy_to_the_team(all_: Round) -> None:
    one = workspaces.started(all_.field)
    all_.arrive(offices.written(all_.field, all_.stick, one), all_.colleague)
    plan = all_.colleague.exporting.plan(Purpose.TEAM, assessments=[one], recipients=[])
    assert len(carried(plan)) == 1


def strange(services: Services) -> tuple[RecordId, Instrument]:
    """Another instrument under the id and version of one that is here."""
    small = instruments.small()
    other = msgspec.structs.replace(small, title={"id": "Lain", "en": "Another"})
    services.instruments.install(other)
    return instrument_record(small.id, small.version), other


def test_two_instruments_under_one_name_travel_both(all_: Round) -> None:
    one = workspaces.started(all_.field)
    record, other = strange(all_.colleague)
    all_.arrive(offices.written(all_.field, all_.stick, one), all_.colleague)
    plan = all_.colleague.exporting.plan(Purpose.TEAM, assessments=[one], recipients=[])
    found = [entry for entry in carried(plan) if entry.record == record]
    assert {entry.device for entry in found} == {all_.field.device, all_.colleague.device}
    assert other.digest in {pin.digest for pin in all_.colleague.instruments.installed()}
