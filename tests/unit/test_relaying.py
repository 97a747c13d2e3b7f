"""What no receiver takes need not travel; a head that ends before a doubled place is no loss."""

import pytest

from kepatuhan_desktop.domain import chains, relaying
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.travel import Claim, Head
from tests.builders.entries import Device

A, B = DeviceId("a" * 32), DeviceId("b" * 32)


def claiming(entry: Entry) -> Claim:
    """A sender who says that the chain goes as far as this."""
    heads = {A: Head(seq=entry.seq, id=entry.id)}
    return Claim(bundle="x", device=A, sequence=4, previous=None, heads=heads)


@pytest.mark.parametrize(
    "kind, author, offices, reason",
    [
        (Kind.RECEIPT, A, {A}, ""),
        (Kind.RECEIPT, A, set(), ""),
        (Kind.RECEIPT, B, {B}, "relayed"),
        (Kind.PLAN, B, {B}, ""),
        (Kind.PLAN, B, {A}, "role"),
        (Kind.RETURN, A, set(), "role"),
        (Kind.NOTE, B, set(), ""),
    ],
)
def test_who_may_bring_what(
    kind: Kind, author: DeviceId, offices: set[DeviceId], reason: str
) -> None:
    entry = Device(author).write("x", None, kind=kind)
    assert relaying.fault(entry, A, offices) == reason
    assert reason == "" or reason in relaying.PASSED_OVER


def test_a_head_before_a_doubled_place_is_no_rollback() -> None:
    pen, twin = Device(A), Device(A)
    first, second, third = (pen.write(f"note/{one}", "x", kind=Kind.NOTE) for one in "123")
    assert twin.write("note/1", "x", kind=Kind.NOTE).id == first.id
    other = twin.write("note/2", "y", kind=Kind.NOTE)
    there = chains.Chain((one.seq, one.id) for one in (first, second, third))
    doubled = chains.Chain((one.seq, one.id) for one in (first, second, third, other))

    def told(fresh: list[Entry], chain: chains.Chain) -> list[str]:
        before = chains.Told(bundle="y", sequence=3, head=3)
        found = chains.faults(fresh, {A: chain}, claiming(first), [before])
        return [one.fault for one in found]

    assert told([], there) == ["rollback"]
    assert told([other], there) == ["twice"]
    assert told([], doubled) == []
