"""What headquarters acknowledges is received; what anybody else says counts for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import offices, workspaces
from tests.builders.clock import START
from tests.builders.instruments import A1, A2, FULL, NONE
from tests.builders.offices import Round


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters and the field."""
    with offices.round_of(tmp_path) as found:
        yield found


def acknowledged(all_: Round) -> None:
    """Headquarters gives its receipts, and the field hears of them."""
    all_.office.receiving.acknowledge()
    all_.arrive(all_.letter(), all_.field)


def test_a_receipt_empties_the_outbox_and_says_received(all_: Round) -> None:
    one = workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    assert all_.field.receiving.received() == frozenset()
    (waiting,) = all_.office.receiving.unacknowledged()
    assert (waiting.device, waiting.name) == (all_.field.device, "Siti Aminah")
    acknowledged(all_)
    assert all_.office.receiving.unacknowledged() == ()
    assert all_.field.exporting.outbox().is_empty
    assert [it.acknowledged for it in all_.field.exporting.sent()] == [True]
    assert all_.field.receiving.received() == {one}


def test_a_receipt_is_given_once(all_: Round) -> None:
    workspaces.filled(all_.field)
    all_.arrive(all_.results())
    assert all_.office.receiving.acknowledge(all_.field.device).records
    assert not all_.office.receiving.acknowledge().records


def test_only_headquarters_gives_receipts(all_: Round) -> None:
    workspaces.filled(all_.field)
    all_.arrive(all_.results(), all_.colleague)
    assert not all_.colleague.receiving.is_headquarters()
    with pytest.raises(errors.NotHeadquarters):
        all_.colleague.receiving.acknowledge()
    with pytest.raises(errors.NotHeadquarters):
        all_.colleague.posting.plan(all_.field.device, Purpose.RECEIPT, is_plain=True)


def test_a_receipt_of_a_device_that_was_revoked_counts_for_nothing(all_: Round) -> None:
    workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    acknowledged(all_)
    assert all_.field.exporting.outbox().is_empty
    all_.authority.revoke(DeviceId(all_.office.device), RevocationReason.KEY_STOLEN, START)
    all_.publish(all_.field)
    assert not all_.field.exporting.outbox().is_empty
    assert all_.field.receiving.received() == frozenset()


def test_a_receipt_counts_as_soon_as_its_author_is_trusted(all_: Round) -> None:
    workspaces.filled(all_.field)
    all_.arrive(all_.results())
    all_.office.receiving.acknowledge()
    letter = all_.letter()
    all_.authority.enrol(all_.office.identities.request(), (Role.AUDITOR,), START)
    all_.publish(all_.field)
    all_.arrive(letter, all_.field)
    assert not all_.field.exporting.outbox().is_empty


def test_what_was_missing_is_sent_again(all_: Round) -> None:
    one = workspaces.a_sealed_assessment(all_.field)
    photos = list((all_.field.home / "evidence").rglob("*.age"))
    hidden = [path.rename(path.with_suffix(".hidden")) for path in photos]
    all_.arrive(all_.results())
    acknowledged(all_)
    for path in hidden:
        path.rename(path.with_suffix(".age"))
    waiting = all_.field.exporting.outbox()
    assert (waiting.records, len(waiting.files)) == ((), len(photos))
    assert all_.field.receiving.received() == frozenset()
    found = all_.arrive(all_.results())
    assert found.merge.missing == ()
    acknowledged(all_)
    assert all_.field.exporting.outbox().is_empty
    assert all_.field.receiving.received() == {one}


def test_a_colleagues_part_that_travelled_with_ours_is_received_too(all_: Round) -> None:
    # Of her chain only the part about this visit is here: no mark of headquarters fits it.
    workspaces.started(all_.colleague, period="2020")
    one = workspaces.filled(all_.field)
    all_.arrive(offices.written(all_.field, all_.stick, one), all_.colleague)
    all_.colleague.answering.choose(one, A1, NONE)
    all_.colleague.answering.choose(one, A2, FULL)
    all_.arrive(offices.written(all_.colleague, all_.stick, one), all_.field)
    all_.arrive(all_.results())
    all_.arrive(all_.results(all_.colleague))
    acknowledged(all_)
    assert all_.field.exporting.outbox().is_empty
    assert [it.acknowledged for it in all_.field.exporting.sent()] == [True, True]


def test_what_is_written_after_the_bundle_waits(all_: Round) -> None:
    one = workspaces.filled(all_.field)
    path = all_.results()
    all_.field.answering.choose(one, A1, NONE)
    all_.arrive(path)
    acknowledged(all_)
    assert all_.field.exporting.outbox().records == (f"assessment:{one}",)


def test_a_letter_holds_nothing_about_other_devices(all_: Round) -> None:
    for services in (all_.field, all_.colleague):
        workspaces.filled(services)
        all_.arrive(all_.results(services))
    all_.office.receiving.acknowledge()
    plan = all_.field.importing.plan(all_.field.importing.inspect(all_.letter()))
    receipts = [entry for entry in plan.merge.fresh if entry.kind == "receipt"]
    assert [entry.value["device"] for entry in receipts] == [all_.field.device]
    assert (plan.merge.refused, plan.merge.faults) == ((), ())


def test_a_letter_is_encrypted_to_the_field_and_to_headquarters(all_: Round) -> None:
    workspaces.filled(all_.field)
    all_.arrive(all_.results())
    all_.office.receiving.acknowledge()
    plan = all_.office.posting.plan(all_.field.device, Purpose.RECEIPT)
    assert len(plan.recipients) == 2
    (done,) = all_.office.exporting.export(plan, all_.stick)
    with pytest.raises(errors.BundleNotForUs):
        all_.colleague.importing.inspect(done.delivered.path)
    all_.arrive(done.delivered.path, all_.field)
    assert all_.field.exporting.outbox().is_empty


def test_at_headquarters_nothing_waits(all_: Round) -> None:
    workspaces.filled(all_.field)
    all_.arrive(all_.results())
    assert all_.office.exporting.outbox().is_empty


# --- trust that travels ---------------------------------------------------------------------


def test_a_newer_trust_file_comes_with_a_letter(all_: Round) -> None:
    all_.authority.revoke(DeviceId(all_.colleague.device), RevocationReason.KEY_STOLEN, START)
    all_.publish(all_.office)
    plan = all_.field.importing.plan(all_.field.importing.inspect(all_.letter()))
    assert plan.trust is not None
    assert (plan.trust.version, plan.trust.known_version, plan.trust.is_first) == (2, 1, False)
    assert all_.field.identities.trust()[0].version == 1
    all_.field.importing.apply(plan)
    assert all_.field.identities.trust()[0].version == 2
    again = all_.field.importing.plan(plan.inspected)
    assert again.trust is None


def test_an_older_trust_file_changes_nothing(all_: Round) -> None:
    letter = all_.letter()
    all_.authority.revoke(DeviceId(all_.colleague.device), RevocationReason.MOVED, START)
    all_.publish(all_.field)
    assert all_.arrive(letter, all_.field).trust is None
    assert all_.field.identities.trust()[0].version == 2


def test_a_first_trust_never_comes_with_a_bundle(all_: Round, tmp_path: Path) -> None:
    letter = all_.letter()
    with workspaces.opened(tmp_path / "new") as fresh:
        plan, _ = fresh.importing.take_in(letter, consent=True)
        assert plan.trust is None
        assert fresh.identities.trust() == ()


def test_a_sender_that_the_carried_trust_file_revokes_is_refused(all_: Round) -> None:
    all_.authority.revoke(DeviceId(all_.office.device), RevocationReason.KEY_STOLEN, START)
    all_.office.identities.adopt(all_.office.identities.examine(all_.authority.publish(START)))
    own = f"device:{all_.office.device}"
    bodies = [
        body
        for prefix in ("authority:", own)
        for record in {it.record for it in all_.office._workspace.journal.written_here(prefix)}
        for body in all_.office._workspace.journal.bodies_of([record])
    ]
    plan = all_.office.exporting.plan_of(Purpose.PLAN, journal.in_order(bodies), ())
    (done,) = all_.office.exporting.export(plan, all_.stick)
    with pytest.raises(errors.BundleSenderUnknown, match="revoked"):
        all_.arrive(done.delivered.path, all_.field)
