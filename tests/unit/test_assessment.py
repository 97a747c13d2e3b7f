"""An assessment is the fold of its entries, whatever their order."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.ids import IndicatorId, OptionId, Slot
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from tests.builders.entries import HISTORIES, ONE, RECORD, Device, a_profile

A = IndicatorId("a.1")
ANSWER = assessments.answer_slot(A)
NONE: Json = {"type": "chosen", "option": "none"}
FULL: Json = {"type": "chosen", "option": "full"}


def fold(*entries: Entry) -> Assessment:
    """The state of some entries that have a profile among them."""
    found = assessments.fold(ONE, entries)
    assert found is not None
    return found


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_state_does_not_depend_on_the_order_of_arrival(
    history: list[Entry], chance: random.Random
) -> None:
    assert fold(*chance.sample(history, len(history))) == fold(*history)


@given(HISTORIES)
def test_one_entry_more_gives_what_folding_all_gives(history: list[Entry]) -> None:
    state = fold(history[0])
    for entry in history[1:]:
        state = state.with_entry(entry)
    assert state == fold(*history)


@given(HISTORIES)
def test_the_heads_alone_give_the_same_state(history: list[Entry]) -> None:
    state = fold(*history)
    assert fold(*(entry for some in state.heads.values() for entry in some)) == state


@given(HISTORIES)
def test_the_wall_clock_decides_nothing(history: list[Entry]) -> None:
    # The same deeds at other times: what holds, and what is in conflict, stays the same.
    renamed = [
        msgspec.structs.replace(entry, at=f"2024-01-01T00:00:{59 - number:02d}.000+07:00")
        for number, entry in enumerate(history)
    ]
    before, after = fold(*history), fold(*renamed)
    assert (before.answers, before.notes, before.remark, before.conflicts) == (
        after.answers,
        after.notes,
        after.remark,
        after.conflicts,
    )


def test_without_a_profile_there_is_no_assessment() -> None:
    assert assessments.fold(ONE, [Device().write(ANSWER, FULL)]) is None


def test_an_answer_is_held() -> None:
    device = Device()
    state = fold(device.profile(), device.write(ANSWER, FULL))
    assert state.answers == {A: Chosen(OptionId("full"))}


def test_a_reason_is_held() -> None:
    device = Device()
    value = {"type": "excluded", "reason": "tidak ada loket"}
    state = fold(device.profile(), device.write(ANSWER, value))
    assert state.answers == {A: Excluded("tidak ada loket")}


def test_two_answers_to_the_same_one_are_a_conflict() -> None:
    device, other = Device("d1"), Device("d2")
    first = device.write(ANSWER, None)
    state = fold(
        device.profile(),
        first,
        device.write(ANSWER, FULL, [first]),
        other.write(ANSWER, NONE, [first]),
    )
    assert state.conflicts == (ANSWER,)


def test_a_conflict_holds_no_value() -> None:
    device, other = Device("d1"), Device("d2")
    state = fold(device.profile(), device.write(ANSWER, FULL), other.write(ANSWER, NONE))
    assert A not in state.answers


def test_equal_answers_are_no_conflict() -> None:
    device, other = Device("d1"), Device("d2")
    state = fold(device.profile(), device.write(ANSWER, FULL), other.write(ANSWER, FULL))
    assert state.conflicts == ()
    assert state.answers == {A: Chosen(OptionId("full"))}


def test_an_entry_that_saw_both_settles_a_conflict() -> None:
    device, other = Device("d1"), Device("d2")
    both = [device.write(ANSWER, FULL), other.write(ANSWER, NONE)]
    state = fold(device.profile(), *both, device.write(ANSWER, NONE, both))
    assert state.conflicts == ()
    assert state.answers == {A: Chosen(OptionId("none"))}


def test_an_entry_that_saw_one_of_two_does_not_settle_the_conflict() -> None:
    device, other = Device("d1"), Device("d2")
    mine, theirs = device.write(ANSWER, FULL), other.write(ANSWER, NONE)
    state = fold(device.profile(), mine, theirs, device.write(ANSWER, None, [mine]))
    assert state.conflicts == (ANSWER,)


def test_a_cleared_slot_holds_nothing_and_is_no_conflict() -> None:
    device = Device()
    answer = device.write(ANSWER, FULL)
    state = fold(device.profile(), answer, device.write(ANSWER, None, [answer]))
    assert (dict(state.answers), state.conflicts) == ({}, ())


def test_concurrent_profiles_give_every_device_the_same_one() -> None:
    one, other = Device("d1").profile("2024"), Device("d2").profile("2025")
    smallest = min(one, other, key=lambda entry: entry.id)
    expected = {one.id: "2024", other.id: "2025"}[smallest.id]
    assert {fold(one, other).profile.period, fold(other, one).profile.period} == {expected}


@pytest.mark.parametrize("kind", ["answer2", "verdict"])
@pytest.mark.parametrize("slot", [ANSWER, "note/a.1", "evidence/x", "finding/x", "remark", "seal"])
def test_an_entry_of_an_unknown_kind_is_kept_and_not_interpreted(kind: str, slot: str) -> None:
    device = Device()
    strange = msgspec.structs.replace(device.write(slot, {"any": "thing"}), kind=kind)
    state = fold(Device("d2").profile(), strange)
    assert state.heads[Slot(slot)] == (strange,)
    assert (state.answers, state.notes, state.evidence, state.findings) == ({}, {}, {}, {})
    assert (state.remark, state.seal) == ("", None)


def test_a_profile_of_an_unknown_kind_does_not_hide_the_known_one() -> None:
    known = Device().profile()
    for number in range(20):  # among twenty, one has a smaller id
        strange = Device(f"x{number}").write("profile", {"any": "thing"}, kind=Kind.ASSESSMENT)
        state = fold(known, msgspec.structs.replace(strange, kind="profile2", id=f"{number:064x}"))
        assert state.profile == a_profile()


def test_a_slot_of_an_unknown_name_is_kept() -> None:
    device = Device()
    state = fold(device.profile(), device.write("weather", "rain"))
    assert Slot("weather") in state.heads


def test_a_clock_that_went_back_leaves_the_time_of_what_is_current() -> None:
    device = Device()
    profile = device.profile()
    late = device.write(ANSWER, FULL, at="2030-01-01T00:00:00.000+07:00")
    early = device.write(ANSWER, NONE, [late], at="2024-08-12T10:00:00.000+07:00")
    state = fold(profile, late).with_entry(early)
    assert state.updated_at == early.at


def test_a_seal_covers_every_current_entry_but_seals() -> None:
    device = Device()
    profile, answer = device.profile(), device.write(ANSWER, FULL)
    assert fold(profile, answer).covered() == tuple(sorted([profile.id, answer.id]))


def test_an_assessment_knows_its_record() -> None:
    assert assessments.id_of(fold(Device().profile()).record) == assessments.id_of(RECORD)
