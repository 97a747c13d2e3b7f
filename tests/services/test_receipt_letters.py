"""A receipt is due until a letter of headquarters has carried it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import offices, workspaces
from tests.builders.clock import START
from tests.builders.offices import Round


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters holds a bundle of the field."""
    with offices.round_of(tmp_path) as found:
        workspaces.a_sealed_assessment(found.field)
        found.arrive(found.results())
        yield found


def due(all_: Round) -> list[DeviceId]:
    """Who waits for a receipt."""
    return [one.device for one in all_.office.receiving.unacknowledged()]


def given(all_: Round) -> int:
    """How many receipts headquarters has written down."""
    written = all_.office._workspace.journal.written_here("bundle:")
    return sum(entry.kind == Kind.RECEIPT for entry in written)


def test_a_receipt_that_no_letter_carried_is_still_due(all_: Round) -> None:
    all_.office.receiving.acknowledge()
    assert due(all_) == [all_.field.device]
    assert not all_.office.receiving.acknowledge().records
    all_.arrive(all_.letter(), all_.field)
    assert (due(all_), given(all_)) == ([], 1)
    assert all_.field.exporting.outbox().is_empty


def test_a_letter_that_could_not_be_written_carried_nothing(all_: Round) -> None:
    all_.office.receiving.acknowledge()
    plan = all_.office.posting.plan(all_.field.device, Purpose.RECEIPT, is_plain=True)
    with pytest.raises(errors.KnownError):
        all_.office.exporting.export(plan, all_.stick / "nowhere")
    assert due(all_) == [all_.field.device]


def test_any_letter_to_the_device_carries_its_receipts(all_: Round) -> None:
    all_.office.receiving.acknowledge()
    all_.letter(Purpose.PLAN, all_.colleague)
    assert due(all_) == [all_.field.device]
    all_.letter(Purpose.PLAN)
    assert due(all_) == []


def test_an_encrypted_letter_carries_them_too(all_: Round) -> None:
    all_.office.receiving.acknowledge()
    plan = all_.office.posting.plan(all_.field.device, Purpose.RECEIPT)
    all_.office.exporting.export(plan, all_.stick)
    assert due(all_) == []
    # What was carried stays so, whatever becomes of the device afterwards.
    all_.authority.revoke(DeviceId(all_.field.device), RevocationReason.MOVED, START)
    all_.publish(all_.office)
    assert due(all_) == []


def test_a_letter_that_was_written_before_the_receipt_did_not_carry_it(all_: Round) -> None:
    all_.letter()
    all_.office.receiving.acknowledge()
    assert due(all_) == [all_.field.device]


def test_a_later_letter_carries_what_a_lost_one_did(all_: Round) -> None:
    all_.office.receiving.acknowledge()
    all_.letter().unlink()
    assert due(all_) == []
    assert not all_.office.receiving.acknowledge(all_.field.device).records
    all_.arrive(all_.letter(), all_.field)
    assert all_.field.exporting.outbox().is_empty


def test_only_the_later_bundle_is_due_when_it_arrives(all_: Round) -> None:
    all_.office.receiving.acknowledge()
    all_.letter()
    workspaces.filled(all_.field)
    all_.arrive(all_.results())
    (waiting,) = all_.office.receiving.unacknowledged()
    assert len(waiting.bundles) == 1
    all_.office.receiving.acknowledge()
    all_.letter()
    assert (due(all_), given(all_)) == ([], 2)


def test_nobody_writes_secretly_to_a_device_that_was_revoked(all_: Round) -> None:
    all_.authority.revoke(DeviceId(all_.field.device), RevocationReason.MOVED, START)
    all_.publish(all_.office)
    with pytest.raises(errors.InputInvalid, match="unreachable"):
        all_.office.posting.recipients(all_.field.device)
    assert all_.office.posting.recipients(all_.field.device, is_plain=True) == ()
    assert len(all_.office.posting.recipients(all_.colleague.device)) == 2
