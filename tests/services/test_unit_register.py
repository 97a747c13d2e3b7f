"""A register of units is loaded as a whole, twice changes nothing, and travels in a letter."""

from pathlib import Path

import pytest

from kepatuhan_desktop import codec, messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import PROFILE, Unit, unit_record
from kepatuhan_desktop.domain.unit_register import RegisterRow, State
from kepatuhan_desktop.errors import UnitsDamaged
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.progress import Unwatched
from kepatuhan_desktop.services import unit_register
from tests.builders import offices, workspaces

TEXT = (
    "instansi;wilayah;unit;alamat;kepala;produk\n"
    "Kota Uji;Jawa Barat;Dinas Uji;Jalan 1;Rina;KTP\n"
    "Kota Uji;;Dinas Uji;;;KK\n"
    "Kota Uji;;Dinas Baru;;;\n"
    "Kota Lain;;Dinas Baru;;;\n"
)


@pytest.fixture
def rows(tmp_path: Path) -> tuple[RegisterRow, ...]:
    """Three units of two institutions."""
    file = tmp_path / "unit.csv"
    file.write_text(TEXT, "utf-8")
    return unit_register.read(file).rows


def names(services: Services) -> list[tuple[str, str, list[str]]]:
    """Institution, unit and products of all that is known."""
    return [
        (one.institution, one.unit.name, [name for _, name in one.products])
        for one in services.unit_register.units()
    ]


def test_a_register_is_loaded_into_an_empty_workspace(
    services: Services, rows: tuple[RegisterRow, ...]
) -> None:
    services.unit_register.apply(rows)
    assert names(services) == [
        *(("Kota Lain", "Dinas Baru", []), ("Kota Uji", "Dinas Baru", [])),
        ("Kota Uji", "Dinas Uji", ["KK", "KTP"]),
    ]
    assert services.unit_register.sizes() == (2, 3)


def test_what_is_known_is_completed_and_not_registered_again(
    services: Services, rows: tuple[RegisterRow, ...]
) -> None:
    unit = workspaces.an_office(services, "dinas uji")
    plan, changes = services.unit_register.apply(rows)
    assert f"unit:{unit}" in changes.records
    assert [one.state for one in plan.units] == [State.CHANGED, State.NEW, State.NEW]
    (known,) = [one for one in services.unit_register.units() if one.id == unit]
    assert (known.unit.name, known.unit.address, known.unit.head_name) == (
        *("dinas uji", "Jalan 1", "Rina"),
    )


def test_loading_again_writes_nothing(services: Services, rows: tuple[RegisterRow, ...]) -> None:
    services.unit_register.apply(rows)
    before = services._workspace.journal.changes
    plan, changes = services.unit_register.apply(rows)
    assert not plan.changes_anything()
    assert changes.records == frozenset()
    assert services._workspace.journal.changes == before


def test_the_plan_comes_back_with_every_id(
    services: Services, rows: tuple[RegisterRow, ...]
) -> None:
    plan, _ = services.unit_register.apply(rows)
    assert {one.id for one in plan.units} == {one.id for one in services.unit_register.units()}
    assert None not in {it.id for it in plan.institutions}


def test_looking_writes_nothing(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "unit.csv"
    file.write_text(TEXT, "utf-8")
    known = services.unit_register.known()
    looked = unit_register.look(file, known, Unwatched())
    assert looked.plan == services.unit_register.plan(looked.table.rows)
    assert names(services) == []


def test_versions_in_conflict_stay_for_a_person_to_settle(
    services: Services, rows: tuple[RegisterRow, ...]
) -> None:
    unit = workspaces.an_office(services)
    institution, _ = services.organisations.institutions()[0]
    rival = codec.plain(Unit(institution=institution, name="Dinas Uji", address="Jalan 9"))
    services._pen.write(Draft(kind=Kind.UNIT, record=unit_record(unit), slot=PROFILE, value=rival))
    plan, changes = services.unit_register.apply(rows)
    assert plan.count(State.CONTESTED) == 1
    assert unit_record(unit) not in changes.records
    assert len(services._workspace.journal.heads_of(unit_record(unit))) == 2


def test_every_fault_is_in_the_sentence(tmp_path: Path) -> None:
    file = tmp_path / "unit.csv"
    file.write_text("instansi,unit\n,A\nKota,\n", "utf-8")
    with pytest.raises(UnitsDamaged) as refused:
        unit_register.read(file)
    said = messages.sentence(refused.value)
    assert "baris 2" in said
    assert "baris 3" in said
    assert "line 3" in messages.sentence(refused.value, "en")


def test_of_very_many_faults_the_rest_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "unit.csv"
    file.write_text("instansi,unit\n" + ",A\n" * 60, "utf-8")
    with pytest.raises(UnitsDamaged) as refused:
        unit_register.read(file)
    assert "dan 10 kesalahan lagi" in messages.sentence(refused.value)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(UnitsDamaged) as refused:
        unit_register.read(tmp_path / "none.csv")
    assert refused.value.parameters["faults"] == "1"


def test_what_headquarters_loaded_arrives_in_the_field(tmp_path: Path) -> None:
    file = tmp_path / "unit.csv"
    file.write_text(TEXT, "utf-8")
    with offices.round_of(tmp_path) as all_:
        all_.office.unit_register.apply(unit_register.read(file).rows)
        all_.arrive(all_.letter(Purpose.PLAN, whole_register=True), all_.field)
        assert names(all_.field) == names(all_.office)
