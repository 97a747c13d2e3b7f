"""Workspaces in memory: the real journal on the real database, which no disk slows down."""

import hashlib
from functools import cache
from pathlib import Path
from typing import cast

from sqlcipher3 import dbapi2

from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import DeviceId, Digest
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.exchange.limits import LIMITS, Limits
from kepatuhan_desktop.exchange.reading import Reader
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.importing import Importing
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.migrations import migrate
from kepatuhan_desktop.storage.sightings import Sightings
from kepatuhan_desktop.storage.workspace import Workspace
from tests.builders import bundles
from tests.builders.clock import FixedClock

HERE = Path(":memory:")


@cache
def _template() -> dbapi2.Connection:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrate(connection, HERE)
    return connection


class MemoryVault:
    """Files by digest."""

    def __init__(self) -> None:
        self.files: dict[Digest, bytes] = {}

    def store(self, data: bytes) -> StoredFile:
        """Keep `data`."""
        digest = Digest(hashlib.sha256(data).hexdigest())
        self.files[digest] = data
        return StoredFile(digest=digest, size=len(data))

    def holds(self, digest: Digest) -> bool:
        """Whether it is there."""
        return digest in self.files


class Laptop:
    """A device whose disk is its memory."""

    def __init__(
        self, device: str, trusts: tuple[Trust, ...] = (), limits: Limits = LIMITS
    ) -> None:
        self.device = DeviceId(device)
        self.clock = FixedClock()
        self.vault = MemoryVault()
        self.trusts = trusts
        self._limits = limits
        self._connect(_template())

    def _connect(self, source: dbapi2.Connection) -> None:
        self.connection = dbapi2.connect(":memory:", isolation_level=None)
        source.backup(self.connection)
        self.journal = Journal(self.connection, HERE, self.device)
        self.sightings = Sightings(self.connection, HERE)
        pen = Pen(self.journal, self.clock, lambda: "Siti")
        self.importing = Importing(
            cast("Workspace", self), cast("Identities", self), pen, self.clock, self._limits
        )
        self.importing._reader = Reader(bundles.verify, list, self._limits)

    @property
    def keys(self) -> "Laptop":
        """Asked for when a bundle is encrypted; here none is."""
        return self

    def trust(self) -> tuple[Trust, ...]:
        """Whom this laptop trusts."""
        return self.trusts

    def backup(self) -> dbapi2.Connection:
        """A copy of the disk as it is now."""
        copy = dbapi2.connect(":memory:", isolation_level=None)
        self.connection.backup(copy)
        return copy

    def restore(self, copy: dbapi2.Connection) -> None:
        """Go on from that copy, as if nothing had been since."""
        self.connection.close()
        self._connect(copy)

    def bodies(self) -> frozenset[bytes]:
        """Every entry that is there."""
        return frozenset(self.journal.bodies())

    def count(self) -> int:
        """How many entries are there."""
        return int(self.connection.execute("SELECT count(*) FROM journal").fetchone()[0])

    def close(self) -> None:
        """Forget everything."""
        self.connection.close()
