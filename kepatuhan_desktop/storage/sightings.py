"""Keep when this device saw a signature first: the only outside witness of its time.

A look is no work, so it is no entry of the journal and never leaves the device.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kepatuhan_desktop.storage import database
from kepatuhan_desktop.storage.database import Connection


class Sightings:
    """The first sightings of a workspace; for the journal's thread."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def all(self) -> dict[str, datetime]:
        """Each signature (SHA-256) with the moment at which it was seen first."""
        with database.explained(self._path):
            rows = self._connection.execute("SELECT digest, at FROM sightings")
            return {str(digest): datetime.fromisoformat(str(at)) for digest, at in rows}

    def note(self, digests: Iterable[str], at: datetime) -> None:
        """Remember `at` for those that were never seen; others keep their first moment.

        Inside `Journal.together` it is a part of that transaction.
        """
        rows = [(digest, at.isoformat()) for digest in digests]
        if rows:
            is_open = self._connection.in_transaction
            begin = database.joined if is_open else database.transaction
            with begin(self._connection, self._path):
                self._connection.executemany("INSERT OR IGNORE INTO sightings VALUES (?, ?)", rows)
