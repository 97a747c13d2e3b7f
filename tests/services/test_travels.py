"""What went where and what came from where, and whom one can write to."""

from pathlib import Path

import msgspec

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import DeviceId, IndicatorId
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services.travels import Addressees
from tests.builders import clones, offices, team, workspaces


def test_the_way_of_bundles_is_told_on_both_sides(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim", 2) as some:
        first, second = some
        one = team.visit(tmp_path, some)
        (sent,) = first.travels.sent()
        assert (sent.dispatch.purpose, sent.dispatch.sequence) == (Purpose.TEAM, 1)
        (received,) = second.travels.received()
        assert received.bundle == sent.bundle
        assert received.name.startswith("Siti Aminah")
        assert received.arrival.device == first.device
        assert received.at
        team.bundle(first, tmp_path / "dua", one)
        assert [it.dispatch.sequence for it in first.travels.sent()] == [2, 1]
        assert first.travels.received() == ()


def test_a_trust_file_knows_names_and_colleagues_better(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim") as some:
        first, second, third = some
        assert first.travels.colleagues() == ()
        team.trusting(tmp_path, *some)
        names = [it.name for it in first.travels.colleagues()]
        assert names == ["Budi Santoso", "Citra Dewi Lestari"]
        one = team.visit(tmp_path, (second, first))
        (received,) = first.travels.received()
        assert received.name == "Budi Santoso"
        recipients = first.exporting.recipients([second.device, third.device])
        assert len(recipients) == 2
        assert first.assessments.get(one).id == one


def test_it_is_told_to_whom_something_went(tmp_path: Path) -> None:
    with offices.round_of(tmp_path) as some:
        field, office, colleague = some.field, some.office, some.colleague
        one = workspaces.filled(field)
        some.arrive(some.results())
        assert addressees(field) == Addressees(is_for_headquarters=True, names=())
        shared = field.exporting.recipients([colleague.device])
        for recipients in (shared, ()):
            plan = field.exporting.plan(Purpose.TEAM, assessments=[one], recipients=recipients)
            field.exporting.export(plan, some.stick)
        with_colleague, open_to_all = field.travels.sent()[1], field.travels.sent()[0]
        assert field.travels.addressees(with_colleague.dispatch) == Addressees(
            is_for_headquarters=True, names=("Rina Wati",)
        )
        assert field.travels.addressees(open_to_all.dispatch) == Addressees(
            is_for_headquarters=False, names=()
        )
        for is_plain in (True, False):
            letter = office.posting.plan(field.device, Purpose.RECEIPT, is_plain=is_plain)
            office.exporting.export(letter, some.stick)
            assert addressees(office) == Addressees(
                is_for_headquarters=False, names=("Siti Aminah",)
            )


def test_only_what_is_for_headquarters_is_acknowledged(tmp_path: Path) -> None:
    with offices.round_of(tmp_path) as some:
        one = workspaces.filled(some.field)
        results = some.results()
        offices.written(some.field, some.stick, one)
        some.letter(Purpose.PLAN)
        assert said(some.field) == {Purpose.RESULTS: False, Purpose.TEAM: None}
        some.arrive(results)
        some.office.receiving.acknowledge(some.field.device)
        some.arrive(some.letter(), some.field)
        assert said(some.field) == {Purpose.RESULTS: True, Purpose.TEAM: None}
        assert said(some.office) == {Purpose.PLAN: None, Purpose.RECEIPT: None}


def said(services: Services) -> dict[str, bool | None]:
    """By purpose, whether a bundle is said to be acknowledged."""
    travels = services.travels
    return {one.dispatch.purpose: travels.acknowledged(one) for one in travels.sent()}


def test_letters_of_older_versions_name_whom_their_keys_name(tmp_path: Path) -> None:
    with offices.round_of(tmp_path) as some:
        field, office = some.field, some.office
        letter = office.posting.plan(field.device, Purpose.RECEIPT)
        office.exporting.export(letter, some.stick)
        dispatch = office.travels.sent()[0].dispatch
        older = msgspec.structs.replace(dispatch, addressee=None)
        assert office.travels.addressees(older) == Addressees(
            is_for_headquarters=False, names=("Siti Aminah",)
        )
        strange = msgspec.structs.replace(older, recipients=("0" * 64, *older.recipients))
        assert office.travels.addressees(strange).unknown == 1
        nowhere = msgspec.structs.replace(dispatch, addressee=DeviceId("5a" * 16))
        assert office.travels.addressees(nowhere).names == ("5a5a5a5a",)


def test_a_cloned_disk_is_remembered_for_good(tmp_path: Path) -> None:
    with offices.round_of(tmp_path) as some:
        field, office = some.field, some.office
        one = workspaces.filled(field)
        some.arrive(some.results())
        assert office.travels.splits() == ()
        with clones.of(field) as other:
            for services in (field, other):
                for text in ("satu", "dua"):
                    services.answering.note(one, IndicatorId("a.1"), f"{text} {id(services)}")
            some.arrive(some.results())
            assert office.travels.splits() == ()
            plan = some.arrive(some.results(other))
        assert {it.fault for it in plan.alarms} == {"twice"}
        (split,) = office.travels.splits()
        assert (split.device, split.name) == (field.device, "Siti Aminah")
        (twice,) = split.faults
        assert twice.last > twice.first
        assert [bool(it.arrival.faults) for it in office.travels.received()] == [True, False, False]
        some.arrive(some.results())
        assert office.travels.splits()[0].device == field.device


def addressees(services: Services) -> Addressees:
    """Of what was written last."""
    return services.travels.addressees(services.travels.sent()[0].dispatch)
