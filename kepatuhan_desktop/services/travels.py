"""Say what went where and what came from where, as this device noted it."""

import msgspec

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.travel import Arrival, bundle_record
from kepatuhan_desktop.domain.trust import Enrolled
from kepatuhan_desktop.services.exporting import Exporting
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.importing import Importing
from kepatuhan_desktop.services.outbox import Sent
from kepatuhan_desktop.signing import trust_file
from kepatuhan_desktop.storage.journal import Journal


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that this device has taken in."""

    bundle: str
    at: str
    """When it was taken in, by this device's clock."""
    arrival: Arrival
    name: str
    """Of the sender's holder, as far as anybody here says it; may be empty."""


class Travels:
    """The way of bundles, newest first."""

    def __init__(
        self, journal: Journal, identities: Identities, exporting: Exporting, importing: Importing
    ) -> None:
        self._journal = journal
        self._identities = identities
        self._exporting = exporting
        self._importing = importing

    def sent(self) -> tuple[Sent, ...]:
        """What was written here."""
        return tuple(reversed(self._exporting.sent()))

    def received(self) -> tuple[Received, ...]:
        """What was taken in here."""
        arrivals = self._importing.arrivals()
        times = {
            entry.record: entry.at
            for entry in self._journal.written_here(bundle_record(""))
            if entry.kind == Kind.ARRIVAL
        }
        names = {one: self._holder(one) for one in {it.device for it in arrivals.values()}}
        found = [
            Received(
                bundle=bundle,
                at=times[bundle_record(bundle)],
                arrival=arrival,
                name=names[arrival.device],
            )
            for bundle, arrival in arrivals.items()
        ]
        return tuple(reversed(found))

    def colleagues(self) -> tuple[Enrolled, ...]:
        """Whom a bundle could be encrypted to besides headquarters, by name; this device not."""
        found: dict[DeviceId, Enrolled] = {}
        for trust in self._identities.trust():
            living = trust_file.living(trust)
            for one in trust.enrolled:
                if one.recipient and one.device in living and one.device != self._journal.device:
                    found[one.device] = one
        return tuple(sorted(found.values(), key=lambda one: (one.name, one.device)))

    def _holder(self, device: DeviceId) -> str:
        for trust in self._identities.trust():
            holder = trust.holder(device)
            if holder is not None:
                return holder.name
        said = self._journal.written_by(device, f"device:{device}")
        return said[-1].author if said else ""
