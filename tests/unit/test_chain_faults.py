"""What is wrong with chains, and with the order of bundles, is told; what is merely late is not."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.domain.chains import Fault, Told
from kepatuhan_desktop.domain.ids import DeviceId, EntryId
from kepatuhan_desktop.domain.merge import MergePlan
from kepatuhan_desktop.domain.travel import Claim, Head
from tests.builders.entries import Device
from tests.builders.merging import A, B, a_chain, a_claim, known, planned, told_by

FULL = {"type": "chosen", "option": "full"}


def faults(plan: MergePlan) -> list[tuple[str, DeviceId, int, int]]:
    """The faults of a plan, in a form that is read at a glance."""
    return [(one.fault, one.device, one.first, one.last) for one in plan.faults]


def test_a_gap_is_told_and_what_lies_behind_it_is_taken() -> None:
    chain = a_chain(A, 6)
    plan = planned([chain[0], chain[4]])
    assert len(plan.fresh) == 2
    assert faults(plan) == [("gap", A, 2, 4)]


def test_what_lacks_right_behind_what_came_is_told() -> None:
    chain = a_chain(A, 6)
    assert faults(planned([chain[0]], known(chain[4]))) == [("gap", A, 2, 4)]


def test_an_old_gap_elsewhere_is_not_told_again() -> None:
    chain = a_chain(A, 9)
    plan = planned([chain[8]], known(chain[0], chain[6], chain[7]))
    assert faults(plan) == []


def test_a_gap_that_closes_is_no_fault() -> None:
    chain = a_chain(A, 4)
    assert faults(planned(chain[1:3], known(chain[0], chain[3]))) == []


def test_two_entries_at_one_place_are_a_cloned_disk() -> None:
    first = a_chain(A, 1)[0]
    other = Device(A).write("answer/a.1", FULL)
    plan = planned([other], known(first))
    assert plan.fresh == (other,)
    assert faults(plan) == [("twice", A, 1, 1)]


def test_a_wrong_predecessor_is_told() -> None:
    chain = a_chain(A, 3)
    foreign = msgspec.structs.replace(chain[2], previous=EntryId("f" * 64), id=EntryId("e" * 64))
    assert faults(planned([foreign], known(*chain[:2]))) == [("broken", A, 3, 3)]


def test_what_the_sender_holds_and_did_not_send_is_told() -> None:
    chain = a_chain(A, 5)
    claim = a_claim(chain[4])
    assert faults(planned(chain[:3], claim=claim)) == [("withheld", A, 4, 5)]
    part = msgspec.structs.replace(claim, is_whole=False)
    assert faults(planned(chain[:3], claim=part)) == []


def test_a_head_that_is_another_entry_here_is_told() -> None:
    chain = a_chain(A, 2)
    claim = Claim(
        bundle="x",
        device=A,
        sequence=1,
        previous=None,
        heads={A: Head(seq=2, id=EntryId("f" * 64))},
    )
    assert faults(planned(chain, claim=claim)) == [("twice", A, 2, 2)]


def test_a_shorter_chain_than_before_is_a_restored_backup() -> None:
    chain = a_chain(A, 5)
    claim = a_claim(chain[1], sequence=4)
    there = known(*chain, told=[Told(bundle="y", sequence=3, head=5)])
    assert faults(planned(chain[:2], there, claim=claim)) == [("rollback", A, 2, 5)]
    again = msgspec.structs.replace(there, told=[*there.told, told_by(claim)])
    assert faults(planned(chain[:2], again, claim=claim)) == []


def test_a_restored_backup_is_told_when_its_bundle_comes_first_as_well() -> None:
    chain = a_chain(A, 5)
    there = known(*chain[:2], told=[Told(bundle="y", sequence=5, head=2)])
    plan = planned(chain, there, claim=a_claim(chain[4], sequence=4))
    assert faults(plan) == [("old", A, 4, 5), ("rollback", A, 2, 5)]


def test_a_bundle_with_the_number_of_another_is_a_restored_backup_when_it_ends_earlier() -> None:
    chain = a_chain(A, 5)
    there = known(*chain, told=[Told(bundle="y", sequence=4, head=5)])
    plan = planned(chain[:2], there, claim=a_claim(chain[1], sequence=4))
    assert faults(plan) == [("rollback", A, 2, 5)]


def test_an_old_bundle_is_no_rollback() -> None:
    chain = a_chain(A, 5)
    there = known(*chain, told=[Told(bundle="y", sequence=7, head=5)])
    plan = planned(chain[:2], there, claim=a_claim(chain[1], sequence=4))
    assert faults(plan) == [("old", A, 4, 7)]


def test_what_a_colleague_brought_of_a_sender_makes_no_rollback_of_a_late_bundle() -> None:
    chain = a_chain(A, 5)
    assert faults(planned(chain[:2], known(*chain), claim=a_claim(chain[1], sequence=4))) == []


def claims(places: list[tuple[int, int]]) -> list[Claim]:
    """Bundles of one sender, by their number and how far its chain goes."""
    chain = a_chain(A, 7)
    return [
        msgspec.structs.replace(a_claim(chain[head - 1], sequence=sequence), bundle=f"{place}")
        for place, (sequence, head) in enumerate(places)
    ]


def all_told(order: list[Claim]) -> set[str]:
    """The faults that are told while these bundles come to somebody who holds every entry."""
    chain, told, seen = a_chain(A, 7), list[Told](), set[str]()
    for claim in order:
        seen |= {one for one, *_ in faults(planned((), known(*chain, told=told), claim=claim))}
        told.append(told_by(claim))
    return seen


@given(st.permutations(claims([(1, 2), (2, 2), (3, 4), (4, 7), (5, 7)])))
def test_honest_bundles_are_no_rollback_in_whatever_order_they_come(order: list[Claim]) -> None:
    assert "rollback" not in all_told(order)


@given(st.permutations(claims([(1, 2), (2, 6), (2, 3), (3, 4)])))
def test_a_restored_backup_is_told_in_whatever_order_its_bundles_come(order: list[Claim]) -> None:
    assert "rollback" in all_told(order)


def test_entries_of_others_are_vouched_for_by_the_sender() -> None:
    assert planned([*a_chain(A, 1), *a_chain(B, 1)]).relayed == (B,)


def test_a_fault_is_told_once() -> None:
    first, other = a_chain(A, 1)[0], Device(A).write("answer/a.1", FULL)
    claim = Claim(
        bundle="x",
        device=A,
        sequence=1,
        previous=None,
        heads={A: Head(seq=1, id=EntryId("f" * 64))},
    )
    plan = planned([other], known(first), claim=claim)
    assert plan.faults == (Fault(fault="twice", device=A, first=1, last=1),)
