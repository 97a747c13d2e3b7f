"""Look at the outbox anew only where the journal has changed, for all who ask."""

from collections.abc import Iterator

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.services import senders
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.mentions import Mentions
from kepatuhan_desktop.services.outbox import View
from kepatuhan_desktop.storage.journal import Journal


class Outlook:
    """Where this device stands with headquarters."""

    def __init__(self, journal: Journal, identities: Identities) -> None:
        self._journal = journal
        self._identities = identities
        self._mentions = Mentions()
        self._seen: tuple[int, View] | None = None

    def view(self) -> View:
        """As it is now; good until the journal changes."""
        mark = self._journal.changes
        if self._seen is None or self._seen[0] != mark:
            self._seen = (mark, View(self._journal, self.offices(), self._mentions))
        return self._seen[1]

    def offices(self) -> frozenset[DeviceId]:
        """The devices of headquarters, whose receipts count."""
        return senders.headquarters(self._identities.trust())

    def approach(self) -> Iterator[None]:
        """Reckon what waits in steps of some milliseconds; then `view` has it at once.

        Between two steps the journal may be written; what that changes, `view` reckons.
        """
        yield from self._mentions.reading(self._journal)
        yield from self.view().gathering()
