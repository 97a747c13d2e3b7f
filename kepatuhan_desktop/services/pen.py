"""Write into the journal in somebody's name, now."""

from collections.abc import Callable

from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Clock, stamp
from kepatuhan_desktop.domain.journal import Draft
from kepatuhan_desktop.storage.journal import Journal


class Pen:
    """The only way by which services append entries."""

    def __init__(self, journal: Journal, clock: Clock, author: Callable[[], str]) -> None:
        self._journal = journal
        self._clock = clock
        self._author = author

    def write(self, *drafts: Draft) -> Changes:
        """Append entries in one transaction; on the disk when this returns."""
        written = self._journal.append(drafts, author=self._author(), at=self.now())
        return Changes(
            records=frozenset(entry.record for entry in written),
            slots=frozenset(entry.slot for entry in written),
        )

    def author(self) -> str:
        """In whose name this pen writes."""
        return self._author()

    def now(self) -> str:
        """The present moment as the journal writes it."""
        return stamp(self._clock.now())
