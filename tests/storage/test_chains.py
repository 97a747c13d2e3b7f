"""The chains kept at hand are those of the journal, however it was read and written meanwhile."""

import random

import pytest
from sqlcipher3 import dbapi2

from kepatuhan_desktop.domain.chains import Chain
from kepatuhan_desktop.domain.ids import DeviceId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.storage import chains
from kepatuhan_desktop.storage.workspace import Workspace
from tests.builders.entries import AT, Device, body_of

A = DeviceId("a" * 32)


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few entries make several."""
    monkeypatch.setattr(chains, "SLICE", 2)


def forked(count: int) -> list[Entry]:
    """Chains of two laptops with one name: the same at first, then each its own way."""
    pen, twin = Device(A), Device(A)
    entries = []
    for number in range(count):
        entries.append(pen.write(f"note/n.{number}", "x", kind=Kind.NOTE))
        other = "x" if number < count // 2 else "y"
        entries.append(twin.write(f"note/n.{number}", other, kind=Kind.NOTE))
    return list({one.id: one for one in entries}.values())


def a_note(record: str) -> Draft:
    """Something of this device's own."""
    return Draft(kind=Kind.NOTE, record=RecordId(record), slot=Slot("note/a"), value="x")


def in_the_table(workspace: Workspace) -> Chain:
    """What the database says."""
    rows = workspace.connection.execute("SELECT seq, id FROM journal WHERE device = ?", (A,))
    return Chain(rows)


@pytest.mark.parametrize("seed", range(20))
def test_a_chain_that_is_read_while_the_journal_grows_lacks_nothing(
    workspace: Workspace, seed: int
) -> None:
    store, chance = workspace.journal, random.Random(seed)
    bodies = [body_of(entry) for entry in forked(9)]
    chance.shuffle(bodies)
    cut = chance.randrange(len(bodies))
    store.merge(bodies[:cut])
    left = bodies[cut:]
    for _ in store.reading_chain(A):
        if left and chance.random() < 0.7:
            store.merge([left.pop()])
    store.merge(left)
    assert dict(store.chain(A)) == dict(in_the_table(workspace))
    assert store.chain(A).count() == len(bodies)


def test_what_was_rolled_back_is_in_no_chain(workspace: Workspace) -> None:
    store, entries = workspace.journal, forked(6)
    store.merge(body_of(entry) for entry in entries[:3])
    assert store.chain(A).last == 3

    def fail_late() -> None:
        with store.together():
            store.merge(body_of(entry) for entry in entries[3:])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_late()
    assert dict(store.chain(A)) == dict(in_the_table(workspace))
    assert store.chain(A).last == 3


def test_own_entries_join_the_chain_with_what_is_noted_beside_a_merge(
    workspace: Workspace,
) -> None:
    store = workspace.journal
    store.chain(store.device)
    store.append([a_note("record:a")], author="", at=AT)
    store.merge([body_of(one) for one in forked(2)], [a_note("record:b")], author="", at=AT)
    assert store.chain(store.device).straight == 2


def test_slices_give_every_entry_behind_a_place_once(workspace: Workspace) -> None:
    store, entries = workspace.journal, forked(7)
    store.merge(body_of(entry) for entry in entries)
    for place in range(9):
        found = [pair for some in store.slices(A, place) for pair in some]
        expected = sorted((one.seq, one.id, body_of(one)) for one in entries if one.seq > place)
        assert found == [(seq, body) for seq, _, body in expected]


def test_a_reading_that_fails_does_not_leave_half_a_chain(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, entries = workspace.journal, forked(6)
    store.merge(body_of(entry) for entry in entries)

    class Failing:
        """A connection that fails after its first answer."""

        def __init__(self) -> None:
            self.left = 1

        def execute(self, statement: str, parameters: tuple[str | int, ...]) -> dbapi2.Cursor:
            """An answer, or no more."""
            self.left -= 1
            if self.left < 0:
                raise dbapi2.OperationalError("disk I/O error")
            return workspace.connection.execute(statement, parameters)

    kept = store._chains
    monkeypatch.setattr(kept, "_connection", Failing())
    with pytest.raises(dbapi2.OperationalError):
        kept.of(A)
    monkeypatch.setattr(kept, "_connection", workspace.connection)
    assert dict(kept.of(A)) == dict(in_the_table(workspace))
