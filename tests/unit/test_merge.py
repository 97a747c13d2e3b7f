"""What an import would do, told in full before anything is done."""

from collections.abc import Collection, Iterable

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal, merge
from kepatuhan_desktop.domain.chains import Chain, Fault
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId, RecordId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.merge import Known, MergePlan, Refused
from kepatuhan_desktop.domain.named_files import files_of, is_bookkeeping
from kepatuhan_desktop.domain.travel import Claim, Head, Receipt, bundle_record
from tests.builders import instruments, seals
from tests.builders.entries import RECORD, Device

A, B, OWN = DeviceId("a" * 32), DeviceId("b" * 32), DeviceId("c" * 32)
PHOTO, OTHER = Digest("1" * 64), Digest("2" * 64)
FULL = {"type": "chosen", "option": "full"}
NONE = {"type": "chosen", "option": "none"}
STRANGE = {"type": "chosen", "option": "strange"}


def a_claim(*entries: Entry, sequence: int = 1, device: DeviceId = A) -> Claim:
    """A sender who holds these entries."""
    heads = {one.device: Head(seq=one.seq, id=one.id) for one in entries}
    return Claim(bundle="x" * 26, device=device, sequence=sequence, previous=None, heads=heads)


def known(
    *entries: Entry,
    found: Instrument | None = None,
    files: Collection[Digest] = (),
    last_sequence: int = 0,
    is_known_bundle: bool = False,
) -> Known:
    """A journal that holds these entries."""
    chains: dict[DeviceId, Chain] = {}
    for one in entries:
        chains.setdefault(one.device, Chain()).add(one.seq, one.id)
    return Known(
        own=OWN,
        chains=chains,
        heads=journal.heads(entries),
        replaced={(one.record, one.slot, old) for one in entries for old in one.replaces},
        instruments={found.digest: found} if found else {},
        files=files,
        last_sequence=last_sequence,
        is_known_bundle=is_known_bundle,
    )


def planned(
    came: Iterable[Entry],
    there: Known | None = None,
    *,
    carried: Collection[Digest] = (),
    damaged: Collection[Digest] = (),
    claim: Claim | None = None,
    refused: Iterable[Refused] = (),
) -> MergePlan:
    """The plan for these entries."""
    found, here, said = list(enumerate(came, 1)), there or known(), claim or a_claim()
    return merge.plan(found, here, said, carried=carried, damaged=damaged, refused=refused)


def a_piece(pen: Device, name: str = "e", digest: Digest = PHOTO) -> Entry:
    """A photo's entry."""
    value = {"indicator": "a.1", "digest": digest, "size": 1, "name": "x", "media_type": "y"}
    return pen.write(f"evidence/{name}", value, kind=Kind.EVIDENCE)


# --- new, known, refused --------------------------------------------------------------------


def test_what_is_there_is_known_and_the_rest_is_new() -> None:
    pen = Device(A)
    first, second = pen.profile(), pen.write("answer/a.1", FULL)
    plan = planned([second, first, second], known(first))
    assert (plan.fresh, plan.known, plan.refused, plan.faults) == ((second,), 1, (), ())
    (record,) = plan.records
    assert (record.record, record.fresh, record.known) == (RECORD, 1, 1)
    assert not plan.changes_nothing


def test_a_second_time_nothing_changes() -> None:
    first = Device(A).profile()
    assert planned([first], known(first)).changes_nothing


def test_what_was_refused_before_is_told_with_its_record() -> None:
    pen = Device(A)
    first, bad = pen.profile(), pen.write("note/a.1", 5, kind=Kind.NOTE)
    nowhere = Refused(reason="syntax", line=3, id=EntryId("0" * 64))
    named = Refused(reason="value", line=2, id=bad.id, record=RECORD)
    plan = planned([first], refused=[nowhere, named])
    assert [one.line for one in plan.refused] == [2, 3]
    assert plan.records[0].refused == (named,)


def test_a_record_of_which_everything_is_refused_stands_in_the_plan() -> None:
    plan = planned([], refused=[Refused(reason="value", line=1, id=EntryId("0"), record=RECORD)])
    assert [one.record for one in plan.records] == [RECORD]


# --- options --------------------------------------------------------------------------------


def test_an_option_that_the_pinned_instrument_does_not_have_is_refused() -> None:
    pen = Device(A)
    profile, strange, good = (
        pen.profile(),
        pen.write("answer/a.1", STRANGE),
        pen.write("answer/a.2", FULL),
    )
    plan = planned([profile, strange, good], known(found=instruments.small()))
    assert [(one.reason, one.line, one.slot) for one in plan.refused] == [
        ("option", 2, "answer/a.1")
    ]
    assert plan.fresh == (profile, good)


def test_the_instrument_may_come_along() -> None:
    pen, small = Device(A), instruments.small()
    definition = pen.write(
        "profile", codec.plain(small), kind=Kind.INSTRUMENT, record=RecordId("instrument:s@1")
    )
    plan = planned([definition, pen.profile(), pen.write("answer/a.1", STRANGE)])
    assert [one.reason for one in plan.refused] == ["option"]


@pytest.mark.parametrize(
    "slot, value",
    [
        ("answer/a.1", None),
        ("answer/a.1", {"type": "excluded", "reason": "x"}),
        ("answer/unheard.of", STRANGE),
        ("answer/a.1", FULL),
    ],
)
def test_other_answers_are_taken(slot: str, value: codec.Json) -> None:
    pen = Device(A)
    came = [pen.profile(), pen.write(slot, value)]
    assert planned(came, known(found=instruments.small())).refused == ()


def test_an_option_is_taken_while_nobody_can_say() -> None:
    pen = Device(A)
    assert planned([pen.profile(), pen.write("answer/a.1", STRANGE)]).refused == ()
    assert planned([Device(A).write("answer/a.1", STRANGE)]).refused == ()


def test_a_profile_that_is_there_pins_too() -> None:
    profile = Device(B).profile()
    there = known(profile, found=instruments.small())
    assert [one.reason for one in planned([Device(A).write("answer/a.1", STRANGE)], there).refused]


# --- conflicts ------------------------------------------------------------------------------


def test_a_concurrent_answer_is_a_conflict() -> None:
    mine, theirs = Device(B).write("answer/a.1", FULL), Device(A).write("answer/a.1", NONE)
    plan = planned([theirs], known(mine))
    (conflict,) = plan.records[0].conflicts
    assert set(conflict.entries) == {mine.id, theirs.id}
    assert (conflict.slot, conflict.is_new, plan.conflicts) == ("answer/a.1", True, 1)


def test_agreement_is_no_conflict() -> None:
    plan = planned(
        [Device(A).write("answer/a.1", FULL)], known(Device(B).write("answer/a.1", FULL))
    )
    assert plan.records[0].conflicts == ()


def test_an_entry_that_replaces_ours_is_no_conflict() -> None:
    mine = Device(B).write("answer/a.1", FULL)
    plan = planned([Device(A).write("answer/a.1", NONE, [mine])], known(mine))
    assert plan.records[0].conflicts == ()


def test_an_old_entry_that_was_replaced_long_ago_is_no_conflict() -> None:
    late = Device(A).write("answer/a.1", NONE)
    pen = Device(B)
    second = pen.write("answer/a.1", FULL, [late])
    third = pen.write("answer/a.1", {"type": "chosen", "option": "half"}, [second])
    plan = planned([late], known(second, third))
    assert (plan.fresh, plan.records[0].conflicts) == ((late,), ())


def test_one_more_voice_for_what_already_stands_is_not_a_new_conflict() -> None:
    there = [Device(B).write("answer/a.1", FULL), Device(OWN).write("answer/a.1", NONE)]
    plan = planned([Device(A).write("answer/a.1", NONE)], known(*there))
    (conflict,) = plan.records[0].conflicts
    assert (conflict.is_new, len(conflict.entries), plan.conflicts) == (False, 3, 0)


def test_acts_but_seals_are_no_conflicts() -> None:
    ours = Device(B).write("withdrawal/auditor", None, kind=Kind.WITHDRAWAL)
    theirs = Device(A).write("withdrawal/auditor", {"x": 1}, kind=Kind.WITHDRAWAL)
    assert planned([theirs], known(ours)).records[0].conflicts == ()
    seal, other = codec.plain(seals.a_seal()), codec.plain(seals.a_seal(score="1.00"))
    ours = Device(B).write("seal", seal, kind=Kind.SEAL)
    theirs = Device(A).write("seal", other, kind=Kind.SEAL)
    assert planned([theirs], known(ours)).conflicts == 1


# --- after the seal -------------------------------------------------------------------------


def test_what_comes_after_a_seal_is_told() -> None:
    pen = Device(B)
    first = pen.write("answer/a.1", FULL)
    seal = pen.write("seal", codec.plain(seals.a_seal([first.id])), kind=Kind.SEAL)
    late = Device(A)
    came = [late.write("answer/a.1", NONE), late.write("withdrawal/auditor", None)]
    plan = planned(came, known(first, seal))
    assert plan.records[0].after_seal == ("answer/a.1",)


def test_what_the_seal_covers_is_not_late() -> None:
    pen = Device(A)
    first = pen.write("answer/a.1", FULL)
    seal = pen.write("seal", codec.plain(seals.a_seal([first.id])), kind=Kind.SEAL)
    assert planned([first, seal]).records[0].after_seal == ()


# --- files ----------------------------------------------------------------------------------


def test_a_photo_is_new_known_damaged_or_missing() -> None:
    pen = Device(A)
    lost, broken, unnamed = (Digest(one * 64) for one in "345")
    names = zip("efgh", (PHOTO, OTHER, lost, broken), strict=True)
    came = [a_piece(pen, name, digest) for name, digest in names]
    carried, damaged = [PHOTO, unnamed], [OTHER, broken, Digest("6" * 64)]
    plan = planned(came, known(files=[OTHER]), carried=carried, damaged=damaged)
    states = {it.digest: it.state for it in plan.records[0].photos}
    assert states == {PHOTO: "new", OTHER: "known", lost: "missing", broken: "damaged"}
    assert (plan.wanted, plan.missing, plan.damaged) == ((PHOTO,), (lost, broken), (broken,))
    assert plan.unnamed == (unnamed,)


def test_a_photo_that_came_later_than_its_entry_is_wanted() -> None:
    piece = a_piece(Device(A))
    plan = planned([piece], known(piece), carried=[PHOTO])
    assert plan.wanted == (PHOTO,)
    assert not plan.changes_nothing


def test_entries_name_their_files() -> None:
    pen = Device(A)
    seal = pen.write("seal", codec.plain(seals.a_seal()), kind=Kind.SEAL)
    later = msgspec.structs.replace(seal, kind="later", value={"files": [PHOTO, "x", 5]})
    assert files_of(seal) == (seals.NOTHING,)
    assert files_of(later) == (PHOTO,)
    assert files_of(msgspec.structs.replace(later, value={"files": PHOTO})) == ()
    assert files_of(msgspec.structs.replace(later, value={})) == ()
    assert files_of(pen.write("note/a.1", "x", kind=Kind.NOTE)) == ()
    assert files_of(pen.write("answer/a.1", FULL)) == ()
    assert not is_bookkeeping(seal)


# --- chains ---------------------------------------------------------------------------------


def faults(plan: MergePlan) -> list[tuple[str, DeviceId, int, int]]:
    """The faults of a plan, in a form that is read at a glance."""
    return [(one.fault, one.device, one.first, one.last) for one in plan.faults]


def a_chain(device: DeviceId, length: int) -> list[Entry]:
    """So many entries in a row."""
    pen = Device(device)
    return [pen.write(f"note/n.{number}", "x", kind=Kind.NOTE) for number in range(length)]


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
    there = known(*chain, last_sequence=3)
    assert faults(planned(chain[:2], there, claim=claim)) == [("rollback", A, 2, 5)]
    again = msgspec.structs.replace(there, is_known_bundle=True)
    assert faults(planned(chain[:2], again, claim=claim)) == []


def test_an_old_bundle_is_no_rollback() -> None:
    chain = a_chain(A, 5)
    plan = planned(chain[:2], known(*chain, last_sequence=7), claim=a_claim(chain[1], sequence=4))
    assert faults(plan) == [("old", A, 4, 7)]


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


# --- in our own name ------------------------------------------------------------------------


def test_our_own_lost_entries_come_back_in_order() -> None:
    chain = a_chain(OWN, 4)
    plan = planned(chain, known(chain[0]))
    assert plan.fresh == tuple(chain[1:])
    assert plan.refused == ()


def test_nobody_makes_our_own_chain_jump() -> None:
    chain = a_chain(OWN, 6)
    plan = planned([chain[5]], known(chain[0]))
    assert [one.reason for one in plan.refused] == ["own"]


def test_nobody_speaks_of_bundles_in_our_name() -> None:
    pen = Device(OWN)
    claim = pen.write("sent", {}, kind=Kind.DISPATCH, record=bundle_record("x"))
    assert [one.reason for one in planned([claim]).refused] == ["own"]


def test_a_receipt_counts_only_from_whoever_gives_it() -> None:
    value = codec.plain(Receipt(device=OWN, heads={}, missing=()))
    theirs = Device(A).write("receipt", value, kind=Kind.RECEIPT, record=bundle_record("x"))
    others = Device(B).write("receipt", value, kind=Kind.RECEIPT, record=bundle_record("x"))
    plan = planned([theirs, others])
    assert plan.fresh == (theirs,)
    assert [(one.reason, one.device) for one in plan.refused] == [("relayed", B)]
