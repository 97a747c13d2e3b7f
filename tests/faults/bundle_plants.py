"""Bugs to plant where bundles are written and taken in: each a plausible mistake."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.exchange import delivery
from kepatuhan_desktop.exchange.delivery import Delivered
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services.exporting import Exporting, ExportPlan, Written
from kepatuhan_desktop.services.importing import Importing, ImportPlan
from kepatuhan_desktop.storage import database
from kepatuhan_desktop.storage.database import Connection
from kepatuhan_desktop.storage.vault import Vault
from tests.faults.plants import Put


def _written(path: Path, pieces: Iterable[bytes], progress: Progress, *, synced: bool) -> Delivered:
    seen, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb", 0) as file:
        for piece in pieces:
            progress.step(0, 1)
            file.write(piece)
            seen.update(piece)
            size += len(piece)
        if synced:
            os.fsync(file.fileno())
    return Delivered(path=path, size=size, digest=Digest(seen.hexdigest()))


def _moved(part: Delivered, target: Path) -> Delivered:
    part.path.replace(target)
    return Delivered(path=target, size=part.size, digest=part.digest)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def bundle_written_in_place(put: Put) -> None:
    """The bundle gets its final name before its bytes are in it."""

    def deliver(
        target: Path,
        pieces: Iterable[bytes],
        *,
        progress: Progress | None = None,
        **_: object,
    ) -> Delivered:
        with delivery.explained(target):
            return _written(target, pieces, progress or Unwatched(), synced=True)

    put(delivery, "deliver", deliver)


def bundle_renamed_before_it_is_synced(put: Put) -> None:
    """The name appears, then the bytes are made to stay."""

    def deliver(
        target: Path,
        pieces: Iterable[bytes],
        *,
        progress: Progress | None = None,
        **_: object,
    ) -> Delivered:
        part = target.with_suffix(".part")
        with delivery.explained(target):
            found = _moved(_written(part, pieces, progress or Unwatched(), synced=False), target)
            _sync(target)
            _sync(target.parent)
        return found

    put(delivery, "deliver", deliver)


def bundle_not_synced(put: Put) -> None:
    """Nothing is made to stay: the stick may be pulled as soon as the system feels like it."""

    def deliver(
        target: Path,
        pieces: Iterable[bytes],
        *,
        progress: Progress | None = None,
        **_: object,
    ) -> Delivered:
        part = target.with_suffix(".part")
        with delivery.explained(target):
            return _moved(_written(part, pieces, progress or Unwatched(), synced=False), target)

    put(delivery, "deliver", deliver)


def bundle_not_read_back(put: Put) -> None:
    """What was written is taken for what lies there."""

    def deliver(
        target: Path,
        pieces: Iterable[bytes],
        *,
        progress: Progress | None = None,
        **_: object,
    ) -> Delivered:
        part = target.with_suffix(".part")
        with delivery.explained(target):
            found = _moved(_written(part, pieces, progress or Unwatched(), synced=True), target)
            _sync(target.parent)
        return found

    put(delivery, "deliver", deliver)


def bundle_noted_before_it_is_there(put: Put) -> None:
    """The journal says that it was sent, and then it is written."""

    def export(
        self: Exporting, plan: ExportPlan, folder: Path, progress: Progress | None = None
    ) -> tuple[Written, ...]:
        # What was written is known only by writing it: once for the note, once for the stick.
        early = self.write(plan, folder, progress)
        for one in early:
            one.delivered.path.unlink()
        self.record(early)
        return self.write(plan, folder, progress)

    put(Exporting, "export", export)


def import_without_a_transaction(put: Put) -> None:
    """Every statement commits by itself."""

    @contextmanager
    def none(connection: Connection, path: Path) -> Iterator[None]:
        yield

    put(database, "transaction", none)


def import_entries_before_files(put: Put) -> None:
    """The entries come in, and then the files that they name."""
    holds = Vault.holds

    def take_in(
        self: Importing, path: Path, *, consent: bool = False, progress: Progress | None = None
    ) -> tuple[ImportPlan, Changes]:
        plan = self.plan(self.inspect(path, progress))
        put(Vault, "holds", lambda *_: True)
        changes = self.apply(plan, consent=consent)
        put(Vault, "holds", holds)
        self.fetch(plan, progress)
        return plan, changes

    put(Importing, "take_in", take_in)


KINDS: dict[str, Callable[[Put], None]] = {
    plant.__name__: plant
    for plant in (
        bundle_written_in_place,
        bundle_renamed_before_it_is_synced,
        bundle_not_synced,
        bundle_not_read_back,
        bundle_noted_before_it_is_there,
        import_without_a_transaction,
        import_entries_before_files,
    )
}
