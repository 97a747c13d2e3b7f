"""The order of cause, the revisions and the acts, whatever the order of arrival."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import history
from kepatuhan_desktop.domain.acts import AMENDMENT, SEAL, is_act
from kepatuhan_desktop.domain.assessment import Assessment, fold
from kepatuhan_desktop.domain.history import Deed
from kepatuhan_desktop.domain.ids import EntryId, Slot
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Amendment, Corrected, Refusal, Stamp, Withdrawal
from tests.builders import seals
from tests.builders.entries import HISTORIES, ONE, Device

EARLY = "2020-01-01T00:00:00.000+07:00"
LATE = "2030-01-01T00:00:00.000+07:00"
NOTE = "note/a.1"
NOWHERE = EntryId("f" * 64)


def state_of(*entries: Entry) -> Assessment:
    """The state of some entries that have a profile among them."""
    found = fold(ONE, entries)
    assert found is not None
    return found


def seal(
    device: Device,
    covers: Sequence[Entry],
    *,
    revision: int = 1,
    amends: Entry | None = None,
    at: str = seals.AT,
) -> Entry:
    """A seal of these entries, which replaces what it amends."""
    corrects = Corrected(revision=1, digest=seals.NOTHING, reason="x") if amends else None
    made = seals.a_seal(
        [one.id for one in covers],
        revision=revision,
        amends=amends.id if amends else None,
        corrects=corrects,
    )
    replaces = [amends] if amends else []
    return device.write(SEAL, codec.plain(made), replaces, kind=Kind.SEAL, at=at)


def opened(device: Device, about: Entry, *late: Entry, reason: str = "x", at: str = LATE) -> Entry:
    """An amendment of a seal."""
    value = Amendment(
        amends=about.id, revision=2, reason=reason, late=tuple(one.id for one in late)
    )
    return device.write(AMENDMENT, codec.plain(value), kind=Kind.AMENDMENT, at=at)


def stamp(seal_id: EntryId) -> Json:
    """A seal's file came back stamped."""
    return codec.plain(
        Stamp(
            seal=seal_id,
            digest=seals.NOTHING,
            size=1,
            name="Budi Santoso",
            issuer="BSrE",
            claimed_at="",
        )
    )


def ids(entries: Sequence[Entry]) -> list[str]:
    """The ids in their order."""
    return [one.id for one in entries]


def deeds(state: Assessment, entries: Sequence[Entry]) -> list[tuple[str, int | None]]:
    """What was done, with the revisions."""
    return [(act.deed.value, act.revision) for act in history.acts(state, entries)]


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_arrival(
    entries: list[Entry], chance: random.Random
) -> None:
    shuffled = chance.sample(entries, len(entries))
    assert history.in_order(shuffled) == history.in_order(entries)
    state = state_of(*entries)
    assert history.acts(state, shuffled) == history.acts(state, entries)
    assert history.revisions(state, shuffled) == history.revisions(state, entries)


@given(HISTORIES)
def test_nothing_stands_before_its_causes(entries: list[Entry]) -> None:
    ordered = history.in_order(entries)
    assert sorted(ids(ordered)) == sorted(ids(entries))
    place = {one.id: number for number, one in enumerate(ordered)}
    for one in ordered:
        assert all(place[old] < place[one.id] for old in one.replaces)
    for device in {one.device for one in ordered}:
        numbers = [one.seq for one in ordered if one.device == device]
        assert numbers == sorted(numbers)


def test_a_wrong_clock_does_not_turn_cause_and_effect_round() -> None:
    first, second = Device("d1"), Device("d2")
    profile = first.profile()
    old = first.write(NOTE, "lama", kind=Kind.NOTE, at=LATE)
    new = second.write(NOTE, "baru", [old], kind=Kind.NOTE, at=EARLY)
    assert ids(history.in_order([new, old, profile])) == ids([profile, old, new])


def test_a_seal_stands_after_what_it_covers_and_before_what_corrects_it() -> None:
    first, second = Device("d1"), Device("d2")
    profile = first.profile()
    note = first.write(NOTE, "x", kind=Kind.NOTE, at=LATE)
    sealed = seal(second, [profile, note], at=EARLY)
    third = Device("d3")
    correction = opened(third, sealed, at=EARLY)
    again = seal(Device("d4"), [profile], revision=2, amends=sealed, at=EARLY)
    value = Withdrawal(seal=again.id, role="auditor", person=Person(name="S"), reason="x")
    withdrawn = Device("d5").write(
        "withdrawal/auditor", codec.plain(value), kind=Kind.WITHDRAWAL, at=EARLY
    )
    ordered = ids(history.in_order([withdrawn, again, correction, sealed, note, profile]))
    assert ordered[:3] == ids([profile, note, sealed])
    assert ordered.index(again.id) < ordered.index(withdrawn.id)


@pytest.mark.parametrize("at", ["kapan-kapan", "2024-08-12T09:00:00", ""])
def test_a_time_that_is_none_disturbs_nothing(at: str) -> None:
    device = Device()
    profile = device.profile()
    note = device.write(NOTE, "x", kind=Kind.NOTE, at=at)
    other = Device("d9").write("note/b", "x", kind=Kind.NOTE)
    assert len(history.in_order([other, note, profile])) == 3


def test_a_chain_that_goes_round_in_a_circle_still_has_an_order() -> None:
    honest = Device()
    profile = honest.profile()
    later = honest.write(NOTE, "x", kind=Kind.NOTE)
    forged = Device().write(NOTE, "y", [later], kind=Kind.NOTE)
    entries = [profile, later, forged]
    assert sorted(ids(history.in_order(entries))) == sorted(ids(entries))
    assert history.in_order(entries) == history.in_order(entries[::-1])


def test_entries_that_follow_each_other_round_are_all_shown() -> None:
    # Forged: the third of one chain replaces the fourth, and what follows it waits for both.
    device = Device()
    profile, second = device.profile(), device.write(NOTE, "x", kind=Kind.NOTE)
    fourth_of_another = Device()
    for _ in range(3):
        fourth_of_another.write("note/z", "x", kind=Kind.NOTE)
    fourth = fourth_of_another.write(NOTE, "y", kind=Kind.NOTE)
    third = device.write(NOTE, "z", [fourth, second], kind=Kind.NOTE)
    fifth = device.write("note/b", "z", [third], kind=Kind.NOTE)
    entries = [fifth, third, fourth, second, profile]
    assert len(history.in_order(entries)) == 5
    assert history.in_order(entries) == history.in_order(entries[::-1])


def test_nothing_was_done_but_the_beginning() -> None:
    device = Device()
    profile = device.profile()
    again = device.profile("2025", [profile])
    note = device.write(NOTE, "x", kind=Kind.NOTE)
    entries = [profile, again, note]
    assert deeds(state_of(*entries), entries) == [("started", 1)]


def test_the_acts_stand_in_their_order() -> None:
    device = Device()
    profile = device.profile()
    sealed = seal(device, [profile])
    person = Person(name="Budi")
    refusal = Refusal(role="unit_head", person=person, reason="tidak setuju", revision=1)
    refused = device.write("refusal/unit_head", codec.plain(refusal), kind=Kind.REFUSAL)
    amended = opened(device, sealed)
    dropped = device.write(AMENDMENT, None, [amended], kind=Kind.AMENDMENT)
    reopened = opened(device, sealed, reason="y")
    again = seal(device, [profile], revision=2, amends=sealed)
    withdrawal = Withdrawal(seal=sealed.id, role="auditor", person=person, reason="keliru")
    withdrawn = device.write("withdrawal/auditor", codec.plain(withdrawal), kind=Kind.WITHDRAWAL)
    stamped = device.write("stamp/x", stamp(again.id), kind=Kind.STAMP)
    entries = [
        profile, sealed, refused, amended, dropped, reopened, again, withdrawn, stamped
    ]  # fmt: skip
    state = state_of(*entries)
    assert deeds(state, entries) == [
        ("started", 1),
        ("sealed", 1),
        ("refused", 1),
        ("amended", 2),
        ("dropped", 2),
        ("amended", 2),
        ("sealed", 2),
        ("withdrawn", 1),
        ("stamped", 2),
    ]
    acts = history.acts(state, entries)
    assert [act.is_present for act in acts if act.deed is Deed.SEALED] == [False, True]
    assert [act.corrects for act in acts if act.deed is Deed.AMENDED] == [1, 1]
    assert (acts[6].corrects, acts[6].reason) == (1, "x")
    assert acts[1].made is not None
    assert acts[1].made.revision == 1
    assert (acts[7].role, acts[7].person, acts[7].reason) == ("auditor", person, "keliru")
    assert acts[2].reason == "tidak setuju"
    assert (acts[8].person, acts[8].issuer) == (Person(name="Budi Santoso"), "BSrE")


def test_what_came_late_is_told_where_it_was_looked_at() -> None:
    device, other = Device("d1"), Device("d2")
    profile = device.profile()
    sealed = seal(device, [profile])
    note = other.write(NOTE, "terlambat", kind=Kind.NOTE)
    entries = [profile, sealed, note]
    state = state_of(*entries)
    assert deeds(state, entries) == [("started", 1), ("sealed", 1), ("late", 1)]
    assert history.acts(state, entries)[-1].late == (note.id,)
    amended = opened(device, sealed, note)
    twice = opened(other, sealed, note, reason="y")
    entries += [amended, twice]
    state = state_of(*entries)
    assert [one for one, _ in deeds(state, entries)] == [
        "started",
        "sealed",
        "late",
        "amended",
        "amended",
    ]


def test_acts_whose_seal_has_not_arrived_are_told_all_the_same() -> None:
    device = Device()
    profile = device.profile()
    about = Device("d2").profile()
    amended = opened(device, about)
    stamped = device.write("stamp/x", stamp(NOWHERE), kind=Kind.STAMP)
    dropped = device.write(AMENDMENT, None, kind=Kind.AMENDMENT)
    nothing = device.write("stamp/x", None, [stamped], kind=Kind.STAMP)
    strange = device.write("refusal/unit_head", {}, kind=Kind.NOTE)
    strange_slot = device.write(AMENDMENT, "x", kind=Kind.NOTE)
    entries = [profile, amended, stamped, dropped, nothing, strange, strange_slot]
    state = state_of(*entries)
    assert deeds(state, entries) == [
        ("started", 1),
        ("amended", 2),
        ("stamped", None),
        ("dropped", None),
    ]
    assert history.acts(state, entries)[1].corrects == 0


def test_a_seal_without_its_entries_has_nothing_late() -> None:
    device = Device()
    profile = device.profile()
    stranger = Device("d7").profile("x")
    sealed = seal(device, [stranger])
    entries = [profile, sealed]
    state = state_of(*entries)
    assert deeds(state, entries) == [("started", 1), ("sealed", 1)]
    found = history.revisions(state, entries)
    assert history.as_sealed(state, found[0], entries) is None


def test_of_rivals_that_one_is_found_that_was_gone_on_from() -> None:
    first, second = Device("d1"), Device("d2")
    profile = first.profile()
    rivals = [seal(first, [profile]), seal(second, [profile])]
    for gone_on in rivals:
        next_one = seal(Device("d3"), [profile], revision=2, amends=gone_on)
        entries = [profile, *rivals, next_one]
        state = state_of(*entries)
        found = history.find(history.revisions(state, entries), 1)
        assert found is not None
        assert found.id == gone_on.id
    assert history.find((), 1) is None


def test_of_rivals_without_a_successor_the_present_one_is_found() -> None:
    profile = Device("d1").profile()
    rivals = [seal(Device("d1"), [profile]), seal(Device("d2"), [profile])]
    state = state_of(profile, *rivals)
    found = history.find(history.revisions(state, rivals), 1)
    assert found is not None
    assert found.id == state.seal_id == min(one.id for one in rivals)
    assert state.conflicts == ()  # both say the same


def test_the_higher_revision_stands_whatever_the_ids() -> None:
    profile = Device("d1").profile()
    first, lonely = seal(Device("d1"), [profile]), seal(Device("d2"), [])
    for number in range(8):
        second = seal(Device(f"e{number}"), [profile], revision=2, amends=first)
        state = state_of(profile, first, lonely, second)
        assert state.seal_id == second.id
        assert state.conflicts == ("seal",)


def test_a_seal_that_amends_what_never_arrived_ends_the_way_back() -> None:
    device = Device()
    profile = device.profile()
    made = seals.a_seal([profile.id], revision=2, amends=NOWHERE)
    sealed = device.write(SEAL, codec.plain(made), kind=Kind.SEAL)
    state = state_of(profile, sealed)
    found = history.revisions(state, [profile, sealed])
    assert history.find(found, 1) is None
    assert history.find(found, 2) == found[0]


def test_an_amendment_of_another_seal_opens_nothing() -> None:
    device = Device()
    profile = device.profile()
    first = seal(device, [profile])
    amended = opened(device, first)
    assert state_of(profile, first, amended).is_amending
    second = seal(device, [profile], revision=2, amends=first)
    state = state_of(profile, first, amended, second)
    assert (state.is_amending, state.is_sealed, state.revision) == (False, True, 2)
    assert state_of(profile, amended).acts.open_amendments == ()


def test_before_the_first_seal_there_is_nothing_to_correct() -> None:
    state = state_of(Device().profile())
    assert (state.is_sealed, state.is_amending, state.corrects) == (False, False, None)
    assert (state.revision, state.next_revision, state.refusals) == (1, 1, ())


@pytest.mark.parametrize(
    "slot, expected",
    [
        ("seal", True),
        ("amendment", True),
        ("stamp/x", True),
        ("withdrawal/auditor", True),
        ("refusal/unit_head", True),
        ("remark", False),
        ("answer/seal", False),
    ],
)
def test_acts_are_told_by_their_slots(slot: str, expected: bool) -> None:
    assert is_act(Slot(slot)) is expected
