"""A photo that was damaged on its way: everything else arrives, and the photo comes later."""

from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.services.authorities import Authority
from kepatuhan_desktop.storage.vault import ORIGINALS
from tests.builders import bundles, workspaces
from tests.builders.devices import enrol, exported
from tests.services.test_outbox import receipt_for


def photos_of(services: Services) -> set[Digest]:
    """The photos that its assessments name."""
    rows = services.assessments.rows()
    return {
        piece.digest for row in rows for piece in services.assessments.get(row.id).evidence.values()
    }


def test_everything_else_of_the_bundle_is_taken(
    field: Services, other: Services, stick: Path
) -> None:
    one = workspaces.a_sealed_assessment(field)
    broken = min(photos_of(field))
    path = bundles.damage(exported(field, stick), broken)
    plan, _ = other.importing.take_in(path, consent=True)
    assert (plan.merge.damaged, plan.merge.missing, plan.merge.refused) == (
        (broken,),
        (broken,),
        (),
    )
    (record,) = [it for it in plan.merge.records if it.record == f"assessment:{one}"]
    assert {it.digest: it.state for it in record.photos}[broken] == "damaged"
    assert other.assessments.get(one).answers == field.assessments.get(one).answers
    assert other.sealing.pdf(one) == field.sealing.pdf(one)
    there = {one for one in photos_of(field) if other._workspace.vault.holds(one)}
    assert there == photos_of(field) - {broken}
    (arrival,) = other.importing.arrivals().values()
    assert (arrival.damaged, arrival.refused) == (1, 0)


def test_the_same_bundle_copied_again_brings_the_photo(
    field: Services, other: Services, stick: Path
) -> None:
    workspaces.filled(field)
    broken = min(photos_of(field))
    path = exported(field, stick)
    whole = path.read_bytes()
    other.importing.take_in(bundles.damage(path, broken), consent=True)
    again = other.importing.plan(other.importing.inspect(path))
    assert (again.is_over, again.merge.damaged) == (True, (broken,))
    path.write_bytes(whole)
    assert not other.importing.plan(other.importing.inspect(path)).is_over
    plan, changes = other.importing.take_in(path, consent=True)
    assert (plan.merge.fresh, plan.merge.wanted, changes.records) == ((), (broken,), frozenset())
    assert other._workspace.vault.holds(broken)


def test_it_stays_in_the_outbox_until_it_arrived_whole(
    field: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    workspaces.filled(field)
    broken = min(photos_of(field))
    office.importing.take_in(bundles.damage(exported(field, stick), broken))
    receipt_for(office, field, stick)
    assert field.exporting.outbox().files == (broken,)
    plan, _ = office.importing.take_in(exported(field, stick))
    assert plan.merge.wanted == (broken,)
    receipt_for(office, field, stick)
    assert field.exporting.outbox().is_empty


def test_a_photo_that_is_damaged_after_the_plan_refuses_the_file(
    field: Services, other: Services, stick: Path
) -> None:
    workspaces.filled(field)
    path = exported(field, stick)
    plan = other.importing.plan(other.importing.inspect(path))
    bundles.damage(path, min(photos_of(field)))
    with pytest.raises(errors.BundleChanged):
        other.importing.fetch(plan)


@pytest.mark.parametrize("keep", [0, 0.5])
def test_a_colleagues_bundle_brings_back_a_photo_that_was_seen_to_be_damaged(
    field: Services, other: Services, stick: Path, keep: float
) -> None:
    one = workspaces.filled(field)
    path = exported(field, stick)
    other.importing.take_in(path, consent=True)
    (photo,) = (other.home / ORIGINALS).rglob("*.age")
    photo.write_bytes(photo.read_bytes()[: int(photo.stat().st_size * keep)])
    assert other.assessments.opened(one).missing.lost
    other.importing.take_in(path, consent=True)
    assert other.assessments.overview(one).missing.is_nothing
