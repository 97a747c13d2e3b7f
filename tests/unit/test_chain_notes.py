"""Faults of chains in few words: what an arrival keeps of them."""

from kepatuhan_desktop.domain import chain_notes
from kepatuhan_desktop.domain.chains import Fault
from kepatuhan_desktop.domain.ids import DeviceId

A, B = DeviceId("a" * 32), DeviceId("b" * 32)


def fault(word: str, first: int, last: int | None = None, device: DeviceId = A) -> Fault:
    return Fault(fault=word, device=device, first=first, last=first if last is None else last)


def test_neighbouring_places_are_told_together() -> None:
    given = [fault("twice", it) for it in (4, 5, 9, 6, 5)] + [fault("gap", 1, 2)] * 2
    assert chain_notes.in_runs(given) == (
        fault("twice", 4, 6),
        fault("twice", 9),
        fault("gap", 1, 2),
    )


def test_what_is_merely_lacking_is_no_alarm() -> None:
    given = [fault("gap", 1, 3), fault("withheld", 4), fault("old", 1, 2), fault("broken", 7)]
    assert chain_notes.alarming(given) == (fault("broken", 7),)
    assert chain_notes.noted(given) == {"broken": {A: ((7, 7),)}}
    assert chain_notes.noted(given[:3]) == {}


def test_what_arrivals_kept_is_put_together_by_device() -> None:
    first = [fault("twice", 4), fault("twice", 5), fault("twice", 2, device=B)]
    second = [fault("twice", 6), fault("twice", 8), fault("rollback", 3, 9), fault("twice", 5)]
    notes = [chain_notes.noted(first), chain_notes.noted(second), {}]
    assert chain_notes.gathered(notes) == (
        fault("rollback", 3, 9),
        fault("twice", 4, 6),
        fault("twice", 8),
        fault("twice", 2, device=B),
    )
    assert chain_notes.gathered([]) == ()


def test_chains_that_went_back_are_not_joined() -> None:
    given = [fault("rollback", 3, 9), fault("rollback", 4, 9), fault("rollback", 3, 9)]
    assert chain_notes.alarming(given) == (fault("rollback", 3, 9), fault("rollback", 4, 9))
