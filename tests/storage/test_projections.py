"""The tables follow from the entries alone, not from their order or the way they came."""

import itertools
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.ids import DeviceId, RecordId
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.storage import database, migrations
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.workspace import Workspace
from tests.builders.entries import ONE, RECORD, WORLDS, Device, body_of
from tests.builders.instruments import small

KEY = bytes(32)
MINE = DeviceId("d0")
Dump = dict[str, bytes]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty migrated database, for copies."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    connection = database.connect(path, KEY)
    migrations.migrate(connection, path)
    connection.close()
    return path


@contextmanager
def a_journal(template: Path) -> Iterator[Journal]:
    """An empty journal of device `d0` in a file of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        shutil.copy(template, path)
        connection = database.connect(path, KEY)
        try:
            yield Journal(connection, path, MINE)
        finally:
            connection.close()


def merged(template: Path, parts: Iterable[Iterable[Entry]]) -> tuple[Dump, list[bytes]]:
    """Tables and entries after taking in `parts` one after the other."""
    with a_journal(template) as journal:
        for part in parts:
            journal.merge([body_of(entry) for entry in part])
        return journal.dump(), journal.bodies()


def ids(entries: Iterable[Entry]) -> set[str]:
    """The ids of some entries."""
    return {entry.id for entry in entries}


def draft_of(entry: Entry) -> Draft:
    """What its author said."""
    return Draft(
        kind=Kind(entry.kind),
        record=entry.record,
        slot=entry.slot,
        value=entry.value,
        replaces=entry.replaces,
    )


def lived_through(template: Path, history: list[Entry]) -> tuple[Dump, Dump]:
    """Tables of a device that wrote its own entries as they came, and after a rebuild."""
    with a_journal(template) as journal:
        for entry in history:
            journal.assessment(ONE)  # the state is in memory, as while somebody answers
            if entry.device == MINE:
                journal.append([draft_of(entry)], author=entry.author, at=entry.at)
            else:
                journal.merge([body_of(entry)])
        before = journal.dump()
        journal.rebuild()
        return before, journal.dump()


def partitioned(history: list[Entry], chance: Random) -> list[list[Entry]]:
    """All entries in up to four lots in any order, some twice."""
    lots: list[list[Entry]] = [[] for _ in range(4)]
    for entry in [*history, *chance.sample(history, len(history) // 2)]:
        chance.choice(lots).append(entry)
    for lot in lots:
        chance.shuffle(lot)
    return lots


@settings(max_examples=60)
@given(history=WORLDS, chance=st.randoms(use_true_random=False))
def test_a_merge_gives_the_same_in_any_order_and_partition(
    template: Path, history: list[Entry], chance: Random
) -> None:
    expected = merged(template, [history])
    assert merged(template, partitioned(history, chance)) == expected


@settings(max_examples=60)
@given(history=WORLDS)
def test_row_by_row_gives_what_all_at_once_gives(template: Path, history: list[Entry]) -> None:
    before, _ = lived_through(template, history)
    assert before == merged(template, [history])[0]


@settings(max_examples=40)
@given(history=WORLDS)
def test_a_rebuild_gives_the_same_bytes(template: Path, history: list[Entry]) -> None:
    before, after = lived_through(template, history)
    assert before == after


@settings(max_examples=40)
@given(history=WORLDS)
def test_merging_again_changes_nothing(template: Path, history: list[Entry]) -> None:
    assert merged(template, [history, history]) == merged(template, [history])


@settings(max_examples=40)
@given(history=WORLDS)
def test_the_table_of_heads_is_what_the_domain_says(template: Path, history: list[Entry]) -> None:
    heads = chain.heads(history)
    with a_journal(template) as journal:
        journal.merge(map(body_of, history))
        for record in {entry.record for entry in history}:
            expected = {one.id for (it, _), some in heads.items() if it == record for one in some}
            assert ids(journal.heads_of(record)) == expected


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_an_entry_may_arrive_after_what_replaces_it(template: Path, order: tuple[int, ...]) -> None:
    device = Device()
    profile = device.profile()
    old = device.write("note/a", "old", kind=Kind.NOTE)
    new = device.write("note/a", "new", [old], kind=Kind.NOTE)
    entries = [profile, old, new]
    with a_journal(template) as journal:
        for number in order:
            journal.merge([body_of(entries[number])])
        assert ids(journal.heads_of(RECORD)) == {profile.id, new.id}


@pytest.mark.parametrize("order", list(itertools.permutations(range(2))))
def test_an_entry_replaces_nothing_in_another_slot(template: Path, order: tuple[int, ...]) -> None:
    device = Device()
    kept = device.write("note/a", "kept", kind=Kind.NOTE)
    entries = [kept, device.write("note/b", "stranger", [kept], kind=Kind.NOTE)]
    with a_journal(template) as journal:
        for number in order:
            journal.merge([body_of(entries[number])])
        assert ids(journal.heads_of(RECORD)) == ids(entries)


def test_an_instrument_that_arrives_late_gives_scores_to_what_waited(template: Path) -> None:
    device = Device()
    answer = device.write("answer/a.1", {"type": "chosen", "option": "full"})
    late = device.write(
        "profile", codec.plain(small()), kind=Kind.INSTRUMENT, record=RecordId("instrument:small@1")
    )
    with a_journal(template) as journal:
        journal.merge([body_of(device.profile()), body_of(answer)])
        waiting = journal.dump()["assessments"]
        journal.merge([body_of(late)])
        assert b"100.00" not in waiting
        assert b"100.00" in journal.dump()["assessments"]


def test_tables_that_were_dropped_are_made_again_at_the_next_start(workspace: Workspace) -> None:
    entries = [Device().profile()]
    workspace.journal.merge(map(body_of, entries))
    before = workspace.journal.dump()
    for table in migrations.PROJECTIONS:
        workspace.connection.execute(f"DROP TABLE {table}")
    workspace.close()
    again = Workspace(workspace.home)
    assert again.journal.dump() == before
    again.close()


def test_a_rebuild_says_how_many_entries_there_are(workspace: Workspace) -> None:
    device = Device()
    workspace.journal.merge([body_of(device.profile()), body_of(device.write("note/a", "x"))])
    assert workspace.journal.rebuild() == 2


def test_a_failing_rebuild_leaves_the_tables_as_they_were(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.journal.merge([body_of(Device().profile())])
    before = workspace.journal.dump()
    monkeypatch.setattr(assessments, "fold", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        workspace.journal.rebuild()
    assert workspace.journal.dump() == before
