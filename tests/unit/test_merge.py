"""What an import would do, told in full before anything is done."""

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import Digest, EntryId, RecordId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.merge import Refused
from kepatuhan_desktop.domain.named_files import files_of, is_bookkeeping
from kepatuhan_desktop.domain.travel import Receipt, bundle_record
from tests.builders import instruments, seals
from tests.builders.entries import RECORD, Device
from tests.builders.merging import OWN, A, B, a_chain, known, planned

PHOTO, OTHER = Digest("1" * 64), Digest("2" * 64)
FULL = {"type": "chosen", "option": "full"}
NONE = {"type": "chosen", "option": "none"}
STRANGE = {"type": "chosen", "option": "strange"}


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
