"""What several devices wrote apart about one unit or institution, and what becomes of it."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain import merge
from kepatuhan_desktop.domain.assessment import answer_slot
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, EntryId, RecordId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.organisation import Product, Unit, institution_record, unit_record
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.services.disputes import Dispute, Field
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.services.register_disputes import RegisterDisputes
from kepatuhan_desktop.storage import database, migrations
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register
from tests.builders import team
from tests.builders.entries import WORLDS, body_of
from tests.builders.instruments import A1, FULL


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Services, ...]]:
    with team.laptops(tmp_path / "tim", 2) as some:
        yield some


@pytest.fixture
def one(laptops: tuple[Services, ...], tmp_path: Path) -> AssessmentId:
    """An assessment of a unit about which two laptops disagree; the first one knows of it."""
    first, second = laptops
    found = team.visit(tmp_path, laptops)
    team.register_quarrel(laptops, found)
    team.take(first, team.bundle(second, tmp_path / "b", found))
    return found


def of(services: Services, kind: str) -> Dispute:
    """The conflict about the only thing of this kind."""
    (found,) = (it for it in services.disputes.register() if it.record.startswith(f"{kind}:"))
    return found


def field(dispute: Dispute, name: str) -> Field:
    """A field by its name."""
    return next(it for it in dispute.fields if it.name == name)


def the_unit(services: Services) -> Unit:
    """The only unit, as every list shows it."""
    ((institution, _),) = services.organisations.institutions()
    ((_, unit),) = services.organisations.units(institution)
    return unit


@pytest.mark.usefixtures("one")
def test_both_versions_stand_side_by_side(laptops: tuple[Services, ...]) -> None:
    first, second = laptops
    kinds = [it.record.partition(":")[0] for it in first.disputes.register()]
    assert kinds == ["institution", "unit"]
    assert (first.disputes.count(), second.disputes.count()) == (2, 0)
    dispute = of(first, "unit")
    assert (dispute.assessment, dispute.slot, dispute.indicator) == (None, "profile", None)
    budi, siti = dispute.versions
    assert (siti.author, siti.device) == ("Siti Aminah (198001012005012001)", first.device)
    assert (budi.author, budi.device) == ("Budi Santoso (197502021999031002)", second.device)
    assert siti.at < budi.at
    assert [it.name for it in dispute.contested] == ["address", "head_name", "head_nip"]
    assert field(dispute, "address").texts == ("Jalan Merdeka 1, Bandung", "")
    assert field(dispute, "head_name").texts == ("Budi Santoso", "Rahmat Hidayat")
    assert field(dispute, "institution").is_reference
    assert field(dispute, "name").texts == ("Dinas Uji", "Dinas Uji")


@pytest.mark.usefixtures("one")
def test_who_changed_a_field_alone_is_suggested(laptops: tuple[Services, ...]) -> None:
    unit, institution = of(laptops[0], "unit"), of(laptops[0], "institution")
    said = {it.name: it.texts[it.suggested] for it in unit.contested}
    assert said == {
        "address": "Jalan Merdeka 1, Bandung",
        "head_name": "Rahmat Hidayat",
        "head_nip": "197001011995031001",
    }
    assert field(institution, "name").suggested == 0


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.usefixtures("one")
def test_either_version_can_hold(laptops: tuple[Services, ...], place: int) -> None:
    first = laptops[0]
    for dispute in first.disputes.register():
        version = dispute.versions[place]
        changes = first.disputes.settle(dispute, version.entry)
        assert changes.records == {dispute.record}
        (head,) = first._workspace.journal.heads_of(dispute.record)
        assert head.value == version.value
    assert (first.disputes.register(), first.disputes.count()) == ((), 0)


@pytest.mark.usefixtures("one")
def test_one_can_be_put_together_from_both(laptops: tuple[Services, ...]) -> None:
    first = laptops[0]
    dispute = of(first, "unit")
    fields = {it.name: it.values[it.suggested] for it in dispute.contested}
    first.disputes.settle(
        dispute, dispute.versions[0].entry, {**fields, "head_position": " Kadis "}
    )
    unit = the_unit(first)
    assert (unit.address, unit.head_name) == ("Jalan Merdeka 1, Bandung", "Rahmat Hidayat")
    assert (unit.name, unit.head_position) == ("Dinas Uji", "Kadis")


def test_a_decision_travels_and_is_final_everywhere(
    laptops: tuple[Services, ...], one: AssessmentId, tmp_path: Path
) -> None:
    first, second = laptops
    for dispute in first.disputes.register():
        first.disputes.settle(dispute, dispute.versions[1].entry)
    team.take(second, team.bundle(first, tmp_path / "kembali", one))
    assert second.disputes.register() == ()
    assert the_unit(second) == the_unit(first)
    assert second.organisations.institutions() == first.organisations.institutions()


def test_two_decisions_apart_are_a_conflict_again(
    laptops: tuple[Services, ...], one: AssessmentId, tmp_path: Path
) -> None:
    first, second = laptops
    team.take(second, team.bundle(first, tmp_path / "a", one))
    for place, services in enumerate(laptops):
        dispute = of(services, "unit")
        services.disputes.settle(dispute, dispute.versions[place].entry)
    team.take(first, team.bundle(second, tmp_path / "c", one))
    assert len(of(first, "unit").versions) == 2
    # Nobody is named for what they only repeated.
    assert [it.device for it in of(first, "unit").versions] == [second.device, first.device]


@pytest.mark.usefixtures("one")
def test_undoing_shows_the_same_people_again(laptops: tuple[Services, ...]) -> None:
    first = laptops[0]
    before = of(first, "unit")
    first.disputes.settle(before, before.versions[0].entry)
    changes = first.disputes.undo(before.record)
    assert changes.records == {before.record}
    after = of(first, "unit")
    people = [(it.author, it.value) for it in before.versions]
    assert [(it.author, it.value) for it in after.versions] == people
    assert after.fields == before.fields
    assert not first.disputes.undo(before.record).records


@pytest.mark.usefixtures("one")
def test_what_somebody_changed_since_is_not_undone(laptops: tuple[Services, ...]) -> None:
    first = laptops[0]
    dispute = of(first, "unit")
    first.disputes.settle(dispute, dispute.versions[0].entry)
    ((institution, _),) = first.organisations.institutions()
    ((unit, known),) = first.organisations.units(institution)
    first.organisations.revise_unit(unit, Unit(institution=institution, name="Dinas Lain"))
    assert not first.disputes.undo(dispute.record).records
    assert the_unit(first).name == "Dinas Lain"
    assert known.name == "Dinas Uji"


def test_undo_of_an_assessment_is_that_of_its_answers(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    first = laptops[0]
    record = first.assessments.get(one).record
    first.answering.choose(one, A1, FULL)
    assert first.disputes.undo(record).slots == {answer_slot(A1)}


@pytest.mark.parametrize(
    "fields, fault",
    [({"name": " "}, "unit"), ({"colour": "x"}, "colour"), ({"institution": "x"}, "institution")],
)
@pytest.mark.usefixtures("one")
def test_what_cannot_be_is_refused(
    laptops: tuple[Services, ...], fields: dict[str, str], fault: str
) -> None:
    first = laptops[0]
    dispute = of(first, "unit")
    with pytest.raises(InputInvalid) as refused:
        first.disputes.settle(dispute, dispute.versions[0].entry, fields)
    assert refused.value.parameters["field"] == fault
    assert of(first, "unit") == dispute


@pytest.mark.usefixtures("one")
def test_only_a_version_that_rivals_can_hold(laptops: tuple[Services, ...]) -> None:
    first = laptops[0]
    dispute = of(first, "unit")
    with pytest.raises(InputInvalid):
        first.disputes.settle(dispute, EntryId("0" * 64))
    with pytest.raises(InputInvalid):
        first.disputes.of_register(RecordId("plan:x"))
    assert first.disputes.of_register(RecordId("unit:nowhere")) == ()


def test_a_version_that_came_since_is_not_passed_over(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim") as some:
        first, second, third = some
        one = team.visit(tmp_path, some)
        unit, _ = team.register_quarrel(some, one)
        team.take(first, team.bundle(second, tmp_path / "b", one))
        dispute = of(first, "unit")
        known = the_unit(third)
        third.organisations.revise_unit(unit, Unit(institution=known.institution, name="Lain"))
        team.take(first, team.bundle(third, tmp_path / "c", one))
        with pytest.raises(InputInvalid):
            first.disputes.settle(dispute, dispute.versions[0].entry)
        assert len(of(first, "unit").versions) == 3


def test_who_wrote_the_same_is_named_beside_and_agreement_is_no_conflict(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim") as some:
        first, *others = some
        one = team.visit(tmp_path, some)
        known = the_unit(first)
        ((institution, _),) = first.organisations.institutions()
        ((unit, _),) = first.organisations.units(institution)
        for services in others:
            moved = Unit(institution=known.institution, name=known.name, address="Jalan Baru")
            services.organisations.revise_unit(unit, moved)
        second, third = others
        team.take(second, team.bundle(third, tmp_path / "c", one))
        assert (second.disputes.register(), second.disputes.count()) == ((), 0)
        first.organisations.revise_unit(unit, Unit(institution=institution, name="Lain"))
        team.take(first, team.bundle(second, tmp_path / "b", one))
        agreed = next(it for it in of(first, "unit").versions if it.others)
        assert {agreed.author.split(" (")[0], *(it.split(" (")[0] for it in agreed.others)} == {
            "Budi Santoso",
            "Citra Dewi Lestari",
        }


def test_products_have_conflicts_too(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim", 2) as some:
        first, second = some
        one = team.visit(tmp_path, some)
        ((institution, _),) = first.organisations.institutions()
        ((unit, _),) = first.organisations.units(institution)
        product, _ = first.organisations.register_product(Product(unit=unit, name="KTP"))
        for services in some:
            services._workspace.journal.merge(first._workspace.journal.bodies())
        organisations = second.organisations
        for services, name in ((first, "KTP elektronik"), (second, "e-KTP")):
            services.organisations._put(
                Kind.PRODUCT, RecordId(f"product:{product}"), Product(unit=unit, name=name)
            )
        first._workspace.journal.merge(second._workspace.journal.bodies())
        dispute = of(first, "product")
        assert [it.name for it in dispute.contested] == ["name"]
        assert field(dispute, "unit").texts == ("Dinas Uji", "Dinas Uji")
        first.disputes.settle(dispute, dispute.versions[0].entry, {"name": "KTP-el"})
        assert [it.name for _, it in first.organisations.products(unit)] == ["KTP-el"]
        assert organisations.products(unit) != []
        assert one


# --- whatever the order ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An empty migrated database."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    connection = database.connect(path, bytes(32))
    migrations.migrate(connection, path)
    connection.close()
    return path.read_bytes()


def looked_at(
    template: bytes, entries: list[Entry], decide: int | None = None
) -> tuple[tuple[Dispute, ...], dict[str, bytes]]:
    """The register's conflicts and all tables, after one decision for each where it is asked."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        path.write_bytes(template)
        connection = database.connect(path, bytes(32))
        try:
            journal = Journal(connection, path, DeviceId("d9"))
            for entry in entries:
                journal.merge([body_of(entry)])
            pen = Pen(journal, SystemClock(), lambda: "Pusat")
            disputes = RegisterDisputes(journal, Register(connection), pen)
            found = disputes.all()
            assert disputes.count() == len(found)
            if decide is not None:
                for one in found:
                    disputes.settle(one, one.versions[decide % len(one.versions)].entry)
                assert disputes.all() == ()
            tables = journal.dump()
            # Ids depend on the moment of the decision; what people see does not.
            shown = ("institutions", "units", "products")
            return found, {name: tables[name] for name in shown}
        finally:
            connection.close()


@settings(max_examples=60)
@given(history=WORLDS, chance=st.randoms(use_true_random=False), decide=st.integers(0, 2))
def test_the_same_conflicts_and_decisions_whatever_came_first(
    template: bytes, history: list[Entry], chance: Random, decide: int
) -> None:
    shuffled = chance.sample(history, len(history))
    assert looked_at(template, shuffled) == looked_at(template, history)
    assert looked_at(template, shuffled, decide) == looked_at(template, history, decide)


@settings(max_examples=60)
@given(history=WORLDS)
def test_every_concurrent_edit_of_the_register_shows(template: bytes, history: list[Entry]) -> None:
    kinds = (Kind.INSTITUTION.value, Kind.UNIT.value, Kind.PRODUCT.value)
    expected = {
        record: {entry.id for entry in some}
        for (record, _), some in chain.heads(history).items()
        if record.partition(":")[0] in kinds and merge.disagree(some)
    }
    found, _ = looked_at(template, history)
    assert {it.record for it in found} == set(expected)
    for dispute in found:
        assert {it.entry for it in dispute.versions} <= expected[dispute.record]


def test_records_are_named_as_everywhere(laptops: tuple[Services, ...], one: AssessmentId) -> None:
    profile = laptops[0].assessments.get(one).profile
    records = [it.record for it in laptops[0].disputes.register()]
    assert records == [institution_record(profile.institution), unit_record(profile.unit)]
    assert list(itertools.chain(*(laptops[0].disputes.of_register(it) for it in records))) == list(
        laptops[0].disputes.register()
    )
