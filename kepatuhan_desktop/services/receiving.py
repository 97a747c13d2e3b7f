"""Give receipts for what arrived at headquarters, and say at the field what was acknowledged.

A receipt is an entry that says so in a letter: until one has carried it, it is due.
"""

import msgspec

from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, Digest, RecordId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.travel import Arrival, bundle_record
from kepatuhan_desktop.services import headquarters, outbox, senders, sent_letters
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.outlook import Outlook
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.services.sent_letters import SentLetters
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Row
from kepatuhan_desktop.storage.vault import Vault

_BUNDLES = bundle_record("")


class Unacknowledged(msgspec.Struct, frozen=True, kw_only=True):
    """A device of which bundles arrived whose receipts no letter has carried yet."""

    device: DeviceId
    name: str
    """As an authority enrolled them; empty where none did."""
    bundles: tuple[str, ...]


class Receiving:
    """Receipts are entries: they count where a trusted headquarters wrote them."""

    def __init__(
        self,
        journal: Journal,
        vault: Vault,
        identities: Identities,
        assessments: Assessments,
        pen: Pen,
        outlook: Outlook,
    ) -> None:
        self._journal = journal
        self._vault = vault
        self._identities = identities
        self._assessments = assessments
        self._pen = pen
        self._outlook = outlook
        self._last: tuple[int, frozenset[AssessmentId]] | None = None
        self._waits: tuple[int, dict[str, Arrival]] | None = None

    def is_headquarters(self) -> bool:
        """Whether this device may give receipts, send work back and plan visits."""
        return headquarters.is_here(self._identities)

    def unacknowledged(self) -> tuple[Unacknowledged, ...]:
        """Who waits for a receipt of this device, in the order in which their bundles came."""
        trusts = self._identities.trust()
        by_device: dict[DeviceId, list[str]] = {}
        for bundle, arrival in self._due().items():
            by_device.setdefault(arrival.device, []).append(bundle)
        return tuple(
            Unacknowledged(
                device=device,
                name=senders.holder_name(trusts, device),
                bundles=tuple(bundles),
            )
            for device, bundles in by_device.items()
        )

    def acknowledge(self, device: DeviceId | None = None) -> Changes:
        """Write the receipts that are due, for one device or all; they travel by `Posting`.

        One that was written and not carried is not written again. Raises `NotHeadquarters`.
        """
        headquarters.require(self._identities)
        due = {
            bundle: arrival
            for bundle, arrival in self._due().items()
            if device in (None, arrival.device)
        }
        drafts = outbox.receipts_due(self._journal, due, self._vault.holds)
        return self._pen.write(*drafts) if drafts else Changes()

    def received(self) -> frozenset[AssessmentId]:
        """The sealed assessments that headquarters holds as they are here."""
        mark = self._journal.surroundings
        if self._last is None or self._last[0] != mark:
            self._last = (mark, self._received())
        return self._last[1]

    def _received(self) -> frozenset[AssessmentId]:
        offices = self._outlook.offices()
        if self._journal.device in offices or not outbox.has_receipts(self._journal, offices):
            return frozenset()
        waiting = self._outlook.view().outbox
        behind: set[RecordId] = set(waiting.records)
        lacking = set(waiting.files)
        return frozenset(
            row.id
            for row in self._assessments.rows()
            if row.revision
            and f"assessment:{row.id}" not in behind
            and not (lacking and self._lacks(row, lacking))
        )

    def _lacks(self, row: Row, lacking: set[Digest]) -> bool:
        state = self._assessments.get(row.id)
        named = {piece.digest for piece in state.evidence.values()}
        if state.seal is not None:
            named.add(state.seal.scorecard)
        return not named.isdisjoint(lacking)

    def _due(self) -> dict[str, Arrival]:
        mark = self._journal.surroundings
        if self._waits is None or self._waits[0] != mark:
            self._waits = (mark, self._read_due())
        return self._waits[1]

    def _read_due(self) -> dict[str, Arrival]:
        # Receipts for a device lie in letters to that device alone: whoever holds one was told.
        carried = SentLetters(self._journal).places()
        given = {
            entry.record
            for entry in self._journal.written_here(_BUNDLES)
            if entry.kind == Kind.RECEIPT and entry.seq in carried
        }
        return {
            bundle: arrival
            for bundle, arrival in outbox.arrivals(self._journal).items()
            if bundle_record(bundle) not in given
            and arrival.purpose not in sent_letters.PURPOSES
            and arrival.device != self._journal.device
        }
