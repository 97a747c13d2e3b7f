"""What waits leaves the outbox only when a receipt proves that headquarters holds just that."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.clock import stamp
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.travel import RECEIPT, Arrival, Receipt, bundle_record
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services import outbox
from kepatuhan_desktop.services.exporting import Written
from kepatuhan_desktop.services.importing import ImportPlan
from tests.builders import clones, instruments, offices, team, workspaces
from tests.builders.clock import START, CountingIds
from tests.builders.instruments import A1, A2
from tests.builders.offices import Round

PHOTOS = 4
SMALL = 20_000
"""Bytes of a volume that has room for one photo."""


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters, the auditor and a colleague."""
    with offices.round_of(tmp_path) as found:
        yield found


def acknowledged(all_: Round) -> None:
    """Headquarters gives its receipts, and the field hears of them."""
    all_.office.receiving.acknowledge()
    all_.arrive(all_.letter(), all_.field)


def pictured(services: Services, one: AssessmentId) -> AssessmentId:
    """The same assessment with several photos."""
    for number in range(PHOTOS):
        team.photo(services, one, A1, number, f"{number}.jpg")
    return one


def volumes(services: Services, stick: Path, one: AssessmentId | None = None) -> list[Written]:
    """Several bundles, of all that waits or of one assessment for headquarters."""
    chosen = None if one is None else [one]
    plan = services.exporting.plan(assessments=chosen, recipients=[], limit=SMALL)
    written = services.exporting.export(plan, stick)
    assert len(written) > 1
    return list(written)


def lacked(all_: Round, one: AssessmentId) -> set[Digest]:
    """The photos that headquarters does not hold."""
    pieces = all_.office.assessments.get(one).evidence.values()
    return {it.digest for it in pieces if not all_.office.attaching.is_there(it)}


def test_a_lost_volume_of_a_chosen_export_stays_in_the_outbox(all_: Round) -> None:
    workspaces.started(all_.field)
    one = workspaces.sealed(all_.field, pictured(all_.field, workspaces.filled(all_.field)))
    first, *others = volumes(all_.field, all_.stick, one)
    all_.arrive(first.delivered.path)
    acknowledged(all_)
    assert lacked(all_, one)
    assert lacked(all_, one) <= set(all_.field.exporting.outbox().files)
    assert all_.field.receiving.received() == frozenset()
    assert [it.acknowledged for it in all_.field.exporting.sent()] == [True] + [False] * len(others)
    all_.arrive(all_.results())
    acknowledged(all_)
    assert not lacked(all_, one)
    assert all_.field.exporting.outbox().is_empty
    assert one in all_.field.receiving.received()
    assert all(it.acknowledged for it in all_.field.exporting.sent())


def test_a_receipt_of_an_earlier_version_proves_no_more_than_it_says(all_: Round) -> None:
    workspaces.started(all_.field)
    one = pictured(all_.field, workspaces.filled(all_.field))
    first, *_ = volumes(all_.field, all_.stick, one)
    all_.arrive(first.delivered.path)
    # It looked at the entries up to its heads only, and a chosen export has none from the start.
    old = codec.plain(Receipt(device=all_.field.device, heads={}, missing=(), is_whole=True))
    all_.office._workspace.journal.append(
        [
            Draft(
                kind=Kind.RECEIPT,
                record=bundle_record(first.description.id),
                slot=RECEIPT,
                value=old,
            )
        ],
        author="Pusat",
        at=stamp(START),
    )
    all_.arrive(all_.letter(), all_.field)
    assert lacked(all_, one) <= set(all_.field.exporting.outbox().files)


def test_a_volume_that_was_lost_is_not_called_acknowledged(all_: Round) -> None:
    pictured(all_.field, workspaces.started(all_.field))
    first, *others = volumes(all_.field, all_.stick)
    all_.arrive(first.delivered.path)
    acknowledged(all_)
    assert [it.acknowledged for it in all_.field.exporting.sent()] == [True] + [False] * len(others)
    all_.arrive(all_.results())
    acknowledged(all_)
    assert all(it.acknowledged for it in all_.field.exporting.sent())


@pytest.mark.parametrize("is_part", [True, False])
def test_a_colleagues_photos_wait_through_receipts_about_other_things(
    all_: Round, *, is_part: bool
) -> None:
    workspaces.started(all_.colleague, period="2020")
    one = pictured(all_.colleague, workspaces.started(all_.colleague))
    all_.arrive(offices.written(all_.colleague, all_.stick, one if is_part else None), all_.field)
    first, *_ = volumes(all_.field, all_.stick)
    all_.arrive(first.delivered.path)
    acknowledged(all_)
    assert lacked(all_, one) == set(all_.field.exporting.outbox().files) != set()
    own = workspaces.started(all_.field, unit=workspaces.an_office(all_.field, "Lain"))
    plan = all_.field.exporting.plan(assessments=[own], recipients=[])
    (done,) = all_.field.exporting.export(plan, all_.stick)
    all_.arrive(done.delivered.path)
    acknowledged(all_)
    assert lacked(all_, one) == set(all_.field.exporting.outbox().files) != set()
    all_.arrive(all_.results())
    acknowledged(all_)
    assert all_.field.exporting.outbox().is_empty


def test_a_file_that_somebody_else_brought_need_not_be_sent(all_: Round) -> None:
    workspaces.started(all_.colleague, period="2020")
    one = workspaces.filled(all_.colleague)
    all_.arrive(offices.written(all_.colleague, all_.stick, one), all_.field)
    for path in (all_.field.home / "evidence").rglob("*.age"):
        path.unlink()
    all_.arrive(all_.results())
    acknowledged(all_)
    assert len(all_.field.exporting.outbox().files) == 1
    all_.arrive(all_.results(all_.colleague))
    all_.arrive(all_.results())
    acknowledged(all_)
    assert all_.field.exporting.outbox().is_empty


def test_a_receipt_that_cannot_name_all_that_is_missing_vouches_for_nothing(
    all_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "NAMED", 1)
    pictured(all_.field, workspaces.started(all_.field))
    before = all_.field.exporting.outbox()
    first, *_ = volumes(all_.field, all_.stick)
    all_.arrive(first.delivered.path)
    acknowledged(all_)
    after = all_.field.exporting.outbox()
    assert after.files == before.files
    assert {body for _, body in before.pairs} <= {body for _, body in after.pairs}


# --- headquarters is another computer by now ------------------------------------------------


@pytest.fixture
def successor(all_: Round, tmp_path: Path) -> Iterator[Services]:
    """The new computer, after the old one gave receipts and planned a visit."""
    workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    all_.office.receiving.acknowledge()
    ((institution, _),) = all_.office.organisations.institutions()
    ((unit, _),) = all_.office.organisations.units(institution)
    all_.office.planning.add(
        unit=unit,
        period="2025",
        instrument=workspaces.pin(instruments.small()),
        day="2025-01-13",
        device=all_.field.device,
    )
    all_.arrive(all_.letter(), all_.field)
    with workspaces.opened(tmp_path / "h2", CountingIds("z")) as services:
        services.settings.change(auditor_name="Pusat baru")
        all_.authority.enrol(services.identities.request(), (Role.HEADQUARTERS,), START)
        all_.authority.revoke(all_.office.device, RevocationReason.REPLACED, START)
        yield services


def test_a_new_headquarters_is_sent_nothing_that_it_must_refuse(
    all_: Round, successor: Services
) -> None:
    all_.publish(all_.field, all_.colleague, successor)
    old, all_.office = all_.office, successor
    plan = all_.arrive(all_.results())
    assert plan.merge.refused == ()
    assert old.device in {entry.device for entry in plan.merge.fresh}
    acknowledged(all_)
    assert all_.field.exporting.outbox().is_empty
    assert all(it.acknowledged for it in all_.field.exporting.sent())
    (row,) = all_.field.assessments.rows()
    mate = offices.written(all_.field, all_.stick, row.id)
    assert all_.arrive(mate, all_.colleague).merge.refused == ()


def test_what_a_new_headquarters_refuses_of_an_older_bundle_is_no_lack(
    all_: Round, successor: Services
) -> None:
    # As an earlier version of the program fills its outbox after the change.
    all_.publish(all_.field, successor)
    exporting = all_.field.exporting
    pairs = journal.in_order(all_.field._workspace.journal.bodies())
    (done,) = exporting.export(exporting.plan_of(Purpose.RESULTS, pairs, ()), all_.stick)
    all_.office = successor
    plan = all_.arrive(done.delivered.path)
    assert {it.reason for it in plan.merge.refused} == {"relayed", "role"}
    acknowledged(all_)
    assert exporting.outbox().is_empty
    assert all(it.acknowledged for it in exporting.sent())


# --- two entries at one place ---------------------------------------------------------------


def home_again(all_: Round, laptop: Services, one: AssessmentId) -> ImportPlan:
    """Headquarters gives the laptop back what it holds of an assessment."""
    return all_.arrive(offices.written(all_.office, all_.stick, one), laptop)


def test_after_a_restored_backup_everything_is_acknowledged_in_the_end(all_: Round) -> None:
    one = workspaces.filled(all_.field)
    all_.arrive(all_.results())
    acknowledged(all_)
    with clones.of(all_.field) as restored:
        all_.field.answering.note(one, A1, "sesudah cadangan")
        workspaces.sealed(all_.field, one)
        all_.arrive(all_.results())
        acknowledged(all_)
        all_.field = restored
        restored.answering.note(one, A2, "sesudah dipulihkan")
        plan = all_.arrive(all_.results())
        assert "rollback" in {it.fault for it in plan.merge.faults}
        acknowledged(all_)
        back = home_again(all_, restored, one)
        assert "twice" in {it.fault for it in back.merge.faults}
        # Which of the two at a place was sent, the runs of earlier bundles do not say.
        assert not restored.exporting.outbox().is_empty
        all_.arrive(all_.results())
        acknowledged(all_)
        assert restored.exporting.outbox().is_empty
        assert restored.receiving.received() == {one}
        assert all(it.acknowledged for it in restored.exporting.sent())
        other = workspaces.started(restored, period="2030")
        plan = all_.arrive(all_.results())
        assert plan.merge.faults == ()
        acknowledged(all_)
        assert f"assessment:{other}" not in restored.exporting.outbox().records


def test_a_head_vouches_for_no_twin_of_what_it_stands_on(all_: Round) -> None:
    one = workspaces.filled(all_.field)
    with clones.of(all_.field) as twin:
        all_.field.answering.note(one, A1, "di laptop")
        all_.field.answering.note(one, A2, "di laptop")
        all_.arrive(all_.results())
        acknowledged(all_)
        assert all_.field.exporting.outbox().is_empty
        twin.answering.note(one, A1, "di salinan")
        all_.arrive(offices.written(twin, all_.stick, one), all_.field)
        pairs = all_.field.exporting.outbox().pairs
        assert "di salinan" in [entry.value for entry, _ in pairs if entry.kind == Kind.NOTE]


def test_a_chain_that_is_broken_at_headquarters_is_held_up_to_the_break(all_: Round) -> None:
    one = workspaces.filled(all_.field)
    with clones.of(all_.field) as twin:
        # The copy is complete up to a place; the laptop sends only what lies behind it.
        twin.answering.note(one, A1, "di salinan")
        all_.arrive(all_.results(twin))
        all_.field.answering.note(one, A1, "belum")
        workspaces.started(all_.field, period="2031")
        held = all_.office._workspace.journal
        end = held.chain(all_.field.device).last
        (behind,) = all_.field._workspace.journal.slices(all_.field.device, end)
        some = journal.in_order(body for _, body in behind)
        plan = all_.field.exporting.plan_of(Purpose.CHOSEN, some, ())
        (done,) = all_.field.exporting.export(plan, all_.stick)
        assert "broken" in {it.fault for it in all_.arrive(done.delivered.path).merge.faults}
        places = outbox.contiguous(held.chains([all_.field.device]))
        assert places[all_.field.device].seq > end
        acknowledged(all_)
        notes = [it.value for it, _ in all_.field.exporting.outbox().pairs if it.kind == Kind.NOTE]
        assert "belum" in notes


# --- what an arrival of an earlier version says ---------------------------------------------


def test_an_arrival_that_does_not_say_what_was_passed_over_is_not_whole(all_: Round) -> None:
    arrival = Arrival(
        device=all_.field.device,
        sequence=1,
        previous=None,
        purpose="results",
        seal=Digest("0" * 64),
        head=1,
        devices=(),
        fresh=1,
        known=0,
        refused=1,
    )
    store = all_.office._workspace.journal
    (draft,) = outbox.receipts_due(store, {"x": arrival}, lambda _: True)
    assert not codec.typed(draft.value, Receipt).is_whole
    told = msgspec.structs.replace(arrival, passed_over=1)
    (draft,) = outbox.receipts_due(store, {"x": told}, lambda _: True)
    assert codec.typed(draft.value, Receipt).is_whole
