"""Bugs to plant: each is a plausible mistake, and the suite must notice every one of them."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EvidenceId, IndicatorId
from kepatuhan_desktop.domain.journal import Draft, Entry
from kepatuhan_desktop.imaging import ingest
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.attaching import Attaching, Kept
from kepatuhan_desktop.storage import database
from kepatuhan_desktop.storage.database import Connection
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.projections import Projections
from kepatuhan_desktop.storage.vault import Vault

Put = Callable[[object, str, object], None]
"""Sets an attribute: `setattr`, or a test's own that takes it back."""


def row_before_file(put: Put) -> None:
    """Attach writes the journal first and the file afterwards."""
    waiting: dict[Digest, bytes] = {}
    attach = Attaching.attach

    def keep(
        self: Attaching,
        data: bytes,
        name: str,
        source: str = "file",
        progress: Progress | None = None,
    ) -> Kept:
        digest = Digest(hashlib.sha256(data).hexdigest())
        waiting[digest] = data
        return Kept(
            file=StoredFile(digest=digest, size=len(data)),
            inspected=ingest.glance(data, name),
            name=name,
            source=source,
        )

    def attach_first(
        self: Attaching, one: AssessmentId, indicator: IndicatorId, kept: Kept, caption: str = ""
    ) -> tuple[EvidenceId, Changes]:
        attached = attach(self, one, indicator, kept, caption)
        self._vault.store(waiting.pop(kept.file.digest))
        return attached

    put(Attaching, "keep", keep)
    put(Attaching, "attach", attach_first)


def file_written_in_place(put: Put) -> None:
    """The file gets its final name before its bytes are in it."""

    def store(self: Vault, data: bytes) -> StoredFile:
        import pyrage  # noqa: PLC0415 - as in the vault

        digest = Digest(hashlib.sha256(data).hexdigest())
        target = self._original(digest)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                os.fsync(file.fileno())
            target.write_bytes(pyrage.encrypt(data, [self._keys.recipient()]))
        return StoredFile(digest=digest, size=len(data))

    put(Vault, "store", store)


def acknowledged_before_commit(put: Put) -> None:
    """Several operations share one commit, and each is told as saved at once."""
    begun = [0]

    @contextmanager
    def shared(connection: Connection, path: Path) -> Iterator[None]:
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        yield
        begun[0] += 1
        if begun[0] % 4 == 0:
            connection.execute("COMMIT")

    put(database, "transaction", shared)


def projection_in_another_transaction(put: Put) -> None:
    """The journal commits, then the tables follow."""
    later: list[Callable[[], None]] = []
    append = Journal.append

    def postponed(call: Callable[..., None]) -> Callable[..., None]:
        return lambda *asked: later.append(partial(call, *asked))

    def append_then_project(
        self: Journal, drafts: Iterable[Draft], *, author: str, at: str
    ) -> list[Entry]:
        later.clear()
        entries = append(self, drafts, author=author, at=at)
        with database.transaction(self._connection, self._path):
            for call in later:
                call()
        return entries

    for name in ("place", "put_assessment", "project"):
        put(Projections, name, postponed(getattr(Projections, name)))
    put(Journal, "append", append_then_project)


def nothing_is_synced(put: Put) -> None:
    """`fsync` is left out everywhere."""
    put(os, "fsync", lambda _descriptor: None)


def renames_are_not_synced(put: Put) -> None:
    """The file is synced, its new name is not."""
    from kepatuhan_desktop.storage import files  # noqa: PLC0415 - only this plant

    put(files, "sync_folder", lambda _folder: None)


def commits_are_not_synced(put: Put) -> None:
    """WAL with `synchronous=NORMAL`, as most advice has it."""
    put(
        database,
        "_PRAGMAS",
        tuple(
            (name, "NORMAL", 1) if name == "synchronous" else (name, wanted, expected)
            for name, wanted, expected in database._PRAGMAS
        ),
    )


def late_entry_gets_no_head(put: Put) -> None:
    """Whatever arrives behind a later entry of its device is passed over."""
    place_all = Projections.place_all

    def place_recent(self: Projections, entries: list[Entry]) -> None:
        highest: dict[str, int] = {}
        recent = []
        for entry in entries:
            if entry.seq > highest.get(entry.device, 0):
                recent.append(entry)
                highest[entry.device] = entry.seq
        place_all(self, recent)

    put(Projections, "place_all", place_recent)


def replaced_entry_comes_back(put: Put) -> None:
    """An entry that arrives after its successor becomes a head again."""
    put(Projections, "place_all", _place_blindly)


def _place_blindly(projections: Projections, entries: list[Entry]) -> None:
    for entry in entries:
        projections._connection.executemany(
            "DELETE FROM heads WHERE id = ?", [(old,) for old in entry.replaces]
        )
        projections._connection.execute(
            "INSERT OR IGNORE INTO heads VALUES (?, ?, ?, ?, ?)",
            (entry.record, entry.slot, entry.id, entry.device, entry.seq),
        )


KINDS: dict[str, Callable[[Put], None]] = {
    plant.__name__: plant
    for plant in (
        row_before_file,
        file_written_in_place,
        acknowledged_before_commit,
        projection_in_another_transaction,
        nothing_is_synced,
        renames_are_not_synced,
        commits_are_not_synced,
        late_entry_gets_no_head,
        replaced_entry_comes_back,
    )
}
