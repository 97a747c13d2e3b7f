"""The journal only grows, and entry and projection are written together or not at all."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.errors import DatabaseDamaged
from kepatuhan_desktop.storage.projections import Projections
from kepatuhan_desktop.storage.workspace import Workspace
from tests.builders.entries import AT, ONE, RECORD, Device, body_of

OFFICE = RecordId("institution:x")


def draft(name: str = "Kota Uji", replaces: tuple[Entry, ...] = ()) -> Draft:
    """An institution."""
    return Draft(
        kind=Kind.INSTITUTION,
        record=OFFICE,
        slot=Slot("profile"),
        value={"name": name, "region": ""},
        replaces=tuple(one.id for one in replaces),
    )


def written(workspace: Workspace, *drafts: Draft) -> list[Entry]:
    """`drafts` in the journal."""
    return workspace.journal.append(drafts or [draft()], author="Siti", at=AT)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = x'00'",
        "UPDATE journal SET seq = seq + 1",
        "UPDATE OR REPLACE journal SET record = 'x'",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 1",
    ],
)
def test_the_journal_refuses_to_change(workspace: Workspace, statement: str) -> None:
    written(workspace)
    before = workspace.journal.bodies()
    with pytest.raises(dbapi2.Error, match="append-only"):
        workspace.connection.execute(statement)
    assert workspace.journal.bodies() == before


def test_a_row_cannot_be_replaced_by_writing_it_again(closed: Path) -> None:
    # Opened a second time: a first start sets more, by way of the migrations.
    workspace = Workspace(closed)
    entry = written(workspace)[0]
    before = workspace.journal.bodies()
    with pytest.raises(dbapi2.Error, match="append-only"):
        workspace.connection.execute(
            "INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?, x'00')",
            (entry.device, entry.seq, entry.id, entry.record),
        )
    assert workspace.journal.bodies() == before
    workspace.close()


def test_entries_form_a_chain(workspace: Workspace) -> None:
    first, second = written(workspace, draft("x"), draft("y"))
    third = written(workspace)[0]
    assert [first.seq, second.seq, third.seq] == [1, 2, 3]
    assert [first.previous, second.previous, third.previous] == [None, first.id, second.id]


def test_the_chain_goes_on_after_opening_again(workspace: Workspace) -> None:
    before = written(workspace)[0]
    workspace.close()
    again = Workspace(workspace.home)
    assert written(again)[0].previous == before.id
    again.close()


def test_what_was_appended_is_read_back(workspace: Workspace) -> None:
    entries = written(workspace, draft("x"), draft("y"))
    assert workspace.journal.entries() == entries


def test_the_stored_bytes_are_those_that_the_id_names(workspace: Workspace) -> None:
    entry = written(workspace)[0]
    assert [journal.identify(body) for body in workspace.journal.bodies()] == [entry.id]


def test_the_projection_is_there_when_the_entry_is(workspace: Workspace) -> None:
    written(workspace)
    assert [one.name for _, one in workspace.register.institutions()] == ["Kota Uji"]


def test_a_failing_projection_leaves_no_entry(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Projections, "project", fail)
    before = workspace.journal.dump()
    with pytest.raises(RuntimeError):
        written(workspace)
    assert workspace.journal.bodies() == []
    assert workspace.journal.dump() == before


def test_the_journal_goes_on_after_a_failure(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Projections, "place", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            written(workspace)
    assert written(workspace)[0].seq == 1


def test_a_failure_leaves_the_state_in_memory_as_it_was(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = Device()
    workspace.journal.merge([body_of(device.profile())])
    before = workspace.journal.assessment(ONE)
    note = Draft(kind=Kind.NOTE, record=RECORD, slot=Slot("note/a.1"), value="x")
    monkeypatch.setattr(Projections, "put_assessment", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        written(workspace, note)
    assert workspace.journal.assessment(ONE) == before


def test_a_state_in_memory_is_that_of_the_journal(workspace: Workspace) -> None:
    workspace.journal.merge([body_of(Device().profile())])
    assert workspace.journal.assessment(ONE) is not None
    note = Draft(kind=Kind.NOTE, record=RECORD, slot=Slot("note/a.1"), value="x")
    written(workspace, note)
    history = workspace.journal.history(RECORD)
    assert workspace.journal.assessment(ONE) == assessments.fold(ONE, history)


def test_only_few_states_are_kept_in_memory(workspace: Workspace) -> None:
    device = Device()
    names = [AssessmentId(f"n{number}") for number in range(10)]
    profile = device.profile().value
    for one in names:
        entry = device.write(
            "profile", profile, kind=Kind.ASSESSMENT, record=assessments.record_of(one)
        )
        workspace.journal.merge([body_of(entry)])
    assert all(workspace.journal.assessment(one) is not None for one in names)
    assert len(workspace.journal._states) <= 4


def test_a_merge_says_what_was_new(workspace: Workspace) -> None:
    device = Device()
    first, second = device.write("note/a", "x"), device.write("note/a", "y")
    workspace.journal.merge([body_of(first)])
    assert workspace.journal.merge([body_of(first), body_of(second)]) == [second]


def test_a_merge_with_an_unreadable_entry_takes_in_nothing(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="truncated"):
        workspace.journal.merge([body_of(Device().write("note/a", "x")), b"{"])
    assert workspace.journal.bodies() == []


def test_two_entries_at_one_place_of_a_chain_are_both_kept(workspace: Workspace) -> None:
    twins = [Device("d").write("note/a", "x"), Device("d").write("note/a", "y")]
    workspace.journal.merge(map(body_of, twins))
    assert len(workspace.journal.bodies()) == 2
    assert [one.fault for one in workspace.journal.check()] == ["twice"]


def test_an_entry_of_an_unknown_kind_is_kept(workspace: Workspace) -> None:
    device = Device()
    device.profile()
    strange = body_of(device.write("answer/a.1", {"any": "thing"})).replace(
        b'"kind":"answer"', b'"kind":"verdict"'
    )
    workspace.journal.merge([body_of(Device("d2").profile()), strange])
    state = workspace.journal.assessment(ONE)
    assert strange in workspace.journal.bodies()
    assert state is not None
    assert state.answers == {}


def test_an_unknown_record_is_kept(workspace: Workspace) -> None:
    entry = Device().write("profile", {"any": 1}, record=RecordId("weather:today"))
    workspace.journal.merge([body_of(entry)])
    assert workspace.journal.heads_of(RecordId("weather:today")) == [entry]


def test_a_whole_chain_has_no_fault(workspace: Workspace) -> None:
    written(workspace, draft("x"), draft("y"))
    assert workspace.journal.check() == []


def planted(workspace: Workspace, statement: str) -> list[tuple[int, str]]:
    """The faults that the chain shows after somebody got past the triggers."""
    written(workspace, draft("x"), draft("y"), draft("z"))
    for trigger in ("journal_is_never_updated", "journal_is_never_deleted"):
        workspace.connection.execute(f"DROP TRIGGER {trigger}")
    workspace.connection.execute(statement)
    return [(one.seq, one.fault) for one in workspace.journal.check()]


@pytest.mark.parametrize(
    "statement,fault",
    [
        ("DELETE FROM journal WHERE seq = 2", (2, "gap")),
        ("DELETE FROM journal WHERE seq = 1", (1, "gap")),
        (
            "UPDATE journal SET body = CAST(replace(body, 'Siti', 'Budi') AS BLOB) WHERE seq = 2",
            (2, "broken"),
        ),
        ("UPDATE journal SET body = x'ff' WHERE seq = 2", (2, "broken")),
        ("UPDATE journal SET record = 'unit:x' WHERE seq = 3", (3, "broken")),
        ("UPDATE journal SET device = 'somebody' WHERE seq = 3", (3, "broken")),
    ],
)
def test_what_was_changed_behind_our_back_is_found(
    workspace: Workspace, statement: str, fault: tuple[int, str]
) -> None:
    assert fault in planted(workspace, statement)


def test_a_damaged_page_is_reported_as_damage(workspace: Workspace) -> None:
    big = [draft("x" * 3000) for _ in range(60)]
    written(workspace, *big)
    workspace.close()
    data = bytearray(workspace.path.read_bytes())
    for place in range(len(data) // 3, len(data), 4096):
        data[place] ^= 1
    workspace.path.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        Workspace(workspace.home).journal.entries()


def test_the_device_is_the_fingerprint_of_its_key(workspace: Workspace) -> None:
    assert written(workspace)[0].device == DeviceId(workspace.keys.file.device)


@pytest.mark.parametrize("prefix", ["", "bundle:", "bundle:b", "assessment:", "assessment:o", "zz"])
def test_what_a_device_wrote_is_found_by_how_its_records_begin(
    workspace: Workspace, prefix: str
) -> None:
    records = [
        "bundle:a",
        "bundle:b",
        "bundle:ba",
        "bundle;",
        "bundle",
        "bundlé:",
        "assessment:one",
    ]
    first, other = Device("a" * 32), Device("b" * 32)
    entries = [
        pen.write("note/a", "x", kind=Kind.NOTE, record=RecordId(record))
        for record in records
        for pen in (first, other)
    ]
    workspace.journal.merge(body_of(entry) for entry in entries)
    found = workspace.journal.written_by(DeviceId("a" * 32), prefix)
    assert found == [one for one in entries[::2] if one.record.startswith(prefix)]
