"""Entries name themselves by their bytes; heads do not depend on the order of arrival."""

import hashlib
import random

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import DeviceId, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.journal import ChainFault, Draft, Entry, Kind
from tests.builders.entries import AT, HISTORIES, RECORD, Device

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=6,
)
_DRAFTS = st.builds(
    Draft,
    kind=st.sampled_from(Kind),
    record=_TEXTS.map(RecordId),
    slot=_TEXTS.map(Slot),
    value=_VALUES,
    replaces=st.lists(_TEXTS.map(EntryId), max_size=3).map(tuple),
)


def written(draft: Draft) -> tuple[Entry, bytes]:
    """`draft` at some place in a chain."""
    return journal.write(
        draft, device=DeviceId("d"), seq=7, previous=EntryId("p"), author="Siti", at=AT
    )


@given(_DRAFTS)
def test_the_id_is_the_digest_of_the_canonical_bytes_of_all_the_rest(draft: Draft) -> None:
    entry, _ = written(draft)
    rest = {name: value for name, value in codec.plain(entry).items() if name != "id"}
    assert entry.id == hashlib.sha256(rfc8785.dumps(rest)).hexdigest()


@given(_DRAFTS)
def test_what_was_written_is_read_back(draft: Draft) -> None:
    entry, body = written(draft)
    assert journal.read(body) == entry


def test_another_value_gives_another_id() -> None:
    assert Device().write("answer/a", None).id != Device().write("answer/a", 1).id


@pytest.mark.parametrize("seq", ["0", "-1", str(2**53), "1.5", '"1"'])
def test_an_impossible_place_in_the_chain_is_refused(seq: str) -> None:
    _, body = written(Draft(kind=Kind.NOTE, record=RECORD, slot=Slot("note/a"), value="x"))
    with pytest.raises(ValueError, match="seq"):
        journal.read(body.replace(b'"seq":7', f'"seq":{seq}'.encode()))


@given(HISTORIES, st.randoms(use_true_random=False))
def test_heads_do_not_depend_on_the_order_of_arrival(
    history: list[Entry], chance: random.Random
) -> None:
    shuffled = chance.sample(history, len(history))
    assert journal.heads(shuffled) == journal.heads(history)


@given(HISTORIES)
def test_an_entry_that_arrives_twice_counts_once(history: list[Entry]) -> None:
    assert journal.heads(history + history) == journal.heads(history)


@given(HISTORIES)
def test_heads_of_heads_are_the_heads(history: list[Entry]) -> None:
    heads = journal.heads(history)
    assert journal.heads([entry for some in heads.values() for entry in some]) == heads


def test_a_replaced_entry_is_no_head() -> None:
    device = Device()
    old = device.write("note/a", "x")
    new = device.write("note/a", "y", [old])
    assert journal.heads([old, new]) == {(RECORD, Slot("note/a")): (new,)}


def test_two_entries_that_replace_the_same_one_are_both_heads() -> None:
    device, other = Device("d1"), Device("d2")
    old = device.write("note/a", "x")
    both = [device.write("note/a", "y", [old]), other.write("note/a", "z", [old])]
    found = journal.heads([old, *both])[RECORD, Slot("note/a")]
    assert set(found) == set(both)


def test_an_entry_replaces_nothing_in_another_slot() -> None:
    device = Device()
    kept = device.write("note/a", "x")
    stranger = device.write("note/b", "y", [kept])
    assert set(journal.heads([kept, stranger])) == {
        (RECORD, Slot("note/a")),
        (RECORD, Slot("note/b")),
    }


def test_an_entry_replaces_nothing_in_another_record() -> None:
    device = Device()
    kept = device.write("note/a", "x")
    stranger = device.write("note/a", "y", [kept], record=RecordId("assessment:other"))
    assert len(journal.heads([kept, stranger])) == 2


def test_the_digest_of_a_set_does_not_depend_on_its_order() -> None:
    assert journal.digest([EntryId("b"), EntryId("a")]) == hashlib.sha256(b"a\nb\n").hexdigest()


def a_chain(length: int = 5) -> list[Entry]:
    """Some entries of one device."""
    device = Device()
    return [device.write("note/a", str(number)) for number in range(length)]


def faults(entries: list[Entry]) -> list[tuple[int, str]]:
    """Where the chains of `entries` do not hold."""
    return [(one.seq, one.fault) for one in journal.check_chain(entries)]


def test_a_whole_chain_has_no_fault_in_any_order() -> None:
    assert faults(a_chain()[::-1]) == []


def test_two_whole_chains_have_no_fault() -> None:
    assert faults([Device("d1").write("note/a", 1), Device("d2").write("note/a", 1)]) == []


@pytest.mark.parametrize("lost", [0, 1, 3])
def test_a_missing_entry_is_a_gap(lost: int) -> None:
    chain = a_chain()
    assert (lost + 1, "gap") in faults(chain[:lost] + chain[lost + 1 :])


def test_a_missing_stretch_is_one_gap() -> None:
    chain = a_chain()
    assert faults([chain[0], chain[4]]) == [(2, "gap")]


def test_two_entries_at_one_place_are_named() -> None:
    chain, twin = a_chain(1), Device().write("note/a", "other")
    assert faults([*chain, twin]) == [(1, "twice")]


def test_an_entry_that_names_another_predecessor_is_broken() -> None:
    strange = a_chain(1)
    device = Device()
    device.write("note/a", "other")
    assert faults([*strange, device.write("note/a", "next")]) == [(2, "broken")]


def test_a_first_entry_with_a_predecessor_is_broken() -> None:
    _, body = written(Draft(kind=Kind.NOTE, record=RECORD, slot=Slot("note/a"), value="x"))
    first = journal.read(body.replace(b'"seq":7', b'"seq":1'))
    assert journal.check_chain([first]) == [ChainFault(device=DeviceId("d"), seq=1, fault="broken")]


@pytest.mark.timeout(5)
def test_an_astronomical_place_does_not_keep_the_check_busy() -> None:
    _, body = written(Draft(kind=Kind.NOTE, record=RECORD, slot=Slot("note/a"), value="x"))
    far = journal.read(body.replace(b'"seq":7', f'"seq":{2**53 - 1}'.encode()))
    assert faults([far]) == [(1, "gap")]
