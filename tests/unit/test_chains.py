"""A chain says the same as a plain map of its entries would, in whatever order they came."""

from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import EntryId

LINKS = st.lists(st.tuples(st.integers(1, 9), st.sampled_from("abc").map(EntryId)))


def plain(links: list[tuple[int, EntryId]]) -> dict[int, frozenset[EntryId]]:
    """The same without any shortcut."""
    found: dict[int, set[EntryId]] = {}
    for seq, one in links:
        found.setdefault(seq, set()).add(one)
    return {seq: frozenset(ids) for seq, ids in found.items()}


@given(LINKS)
def test_a_chain_holds_what_was_added(links: list[tuple[int, EntryId]]) -> None:
    chain, expected = Chain(links), plain(links)
    assert dict(chain) == expected
    assert len(chain) == len(expected)
    assert list(chain) == sorted(expected)
    assert all(chain.get(seq) == expected.get(seq) for seq in range(-1, 12))


@given(LINKS, st.integers(0, 11))
def test_what_a_chain_says_of_itself_is_what_counting_says(
    links: list[tuple[int, EntryId]], place: int
) -> None:
    chain, expected = Chain(links), plain(links)
    assert chain.last == max(expected, default=0)
    assert chain.count() == sum(map(len, expected.values()))
    assert chain.count(place) == sum(len(ids) for seq, ids in expected.items() if seq <= place)
    twice = {seq: ids for seq, ids in expected.items() if len(ids) > 1}
    assert chain.doubled == frozenset(one for ids in twice.values() for one in ids)
    assert all(seq > chain.single for seq in twice)
    assert not twice or chain.single == min(twice) - 1
    straight = 0
    while len(expected.get(straight + 1, ())) == 1:
        straight += 1
    assert chain.straight == straight


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_in_which_links_come_makes_no_difference(
    links: list[tuple[int, EntryId]], chance: object
) -> None:
    first = Chain(links)
    chance.shuffle(links)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert dict(first) == dict(Chain(links))
