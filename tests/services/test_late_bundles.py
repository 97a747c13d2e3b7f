"""Bundles that come late, by a detour or back to their sender are no sign of a restored backup."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import RecordId
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services.health import Check
from tests.builders import clones, offices, workspaces
from tests.builders.entries import body_of
from tests.builders.instruments import A1
from tests.builders.offices import Round


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """An auditor, a colleague and headquarters."""
    with offices.round_of(tmp_path) as found:
        yield found


def test_a_bundle_that_comes_after_what_a_colleague_brought_is_no_alarm(all_: Round) -> None:
    one = workspaces.started(all_.field)
    all_.field.answering.note(one, A1, "satu")
    early = all_.results()
    all_.field.answering.note(one, A1, "dua")
    all_.arrive(offices.written(all_.field, all_.stick, one), all_.colleague)
    all_.arrive(all_.results(all_.colleague))
    assert all_.arrive(early).alarms == ()
    assert all_.office.travels.splits() == ()


def test_a_letter_that_comes_after_what_a_colleague_brought_is_no_alarm(all_: Round) -> None:
    unit = workspaces.an_office(all_.office)
    late = all_.letter(Purpose.PLAN, whole_register=True)
    (institution, _), *_ = all_.office.organisations.institutions()
    known = dict(all_.office.organisations.units(institution))[unit]
    moved = msgspec.structs.replace(known, address="Jalan Baru 1")
    all_.office.organisations.revise_unit(unit, moved)
    all_.arrive(all_.letter(Purpose.PLAN, all_.colleague, whole_register=True), all_.colleague)
    (pin, *_) = all_.colleague.instruments.installed()
    instrument = all_.colleague.instruments.get(pin.digest)
    one, _ = all_.colleague.assessments.start(workspaces.profile(all_.colleague, instrument, unit))
    all_.arrive(offices.written(all_.colleague, all_.stick, one), all_.field)
    all_.arrive(late, all_.field)
    assert all_.field.travels.splits() == ()


def test_a_bundle_that_comes_back_to_its_sender_is_no_alarm(all_: Round) -> None:
    one = workspaces.started(all_.field)
    own = offices.written(all_.field, all_.stick, one)
    all_.field.answering.note(one, A1, "sesudah")
    assert all_.arrive(own, all_.field).alarms == ()
    assert all_.field.travels.splits() == ()


def test_a_restored_backup_is_an_alarm_even_when_nothing_new_was_written(all_: Round) -> None:
    one = workspaces.filled(all_.field)
    with clones.of(all_.field) as restored:
        all_.field.answering.note(one, A1, "sesudah cadangan")
        all_.arrive(all_.results())
        all_.field = restored
        assert {it.fault for it in all_.arrive(all_.results()).alarms} == {"rollback"}
    (split,) = all_.office.travels.splits()
    assert split.device == restored.device


def chain_of(services: Services) -> Check:
    """What is said of the chains."""
    (found,) = [one for one in services.health.examine() if one.name == "chain"]
    return found


def test_a_letter_that_brings_a_part_of_a_chain_damages_no_database(all_: Round) -> None:
    workspaces.filled(all_.office)  # which is no business of the field
    workspaces.an_office(all_.office)
    all_.arrive(all_.letter(Purpose.PLAN, whole_register=True), all_.field)
    store = all_.field._workspace.journal
    assert "gap" in {one.fault for one in store.check()}
    assert chain_of(all_.field).ok


def test_a_cloned_disk_elsewhere_damages_no_database_here(all_: Round) -> None:
    one = workspaces.started(all_.field)
    with clones.of(all_.field) as twin:
        all_.field.answering.note(one, A1, "satu")
        twin.answering.note(one, A1, "dua")
        all_.arrive(all_.results())
        all_.arrive(all_.results(twin))
    assert "twice" in {it.fault for it in all_.office._workspace.journal.check()}
    assert chain_of(all_.office).ok


def test_a_second_entry_that_no_bundle_brought_is_damage(all_: Round) -> None:
    workspaces.started(all_.field)
    all_.arrive(all_.results())
    store = all_.office._workspace.journal
    first = store.history(RecordId(f"device:{all_.field.device}"))[0]
    other = msgspec.structs.replace(first, author="Orang lain")
    store.merge([body_of(other)])
    check = chain_of(all_.office)
    assert [fault.word for fault in check.faults] == ["twice"]
