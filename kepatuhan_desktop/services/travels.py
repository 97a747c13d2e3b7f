"""Say what went where and what came from where, as this device noted it."""

import msgspec

from kepatuhan_desktop.domain import chain_notes
from kepatuhan_desktop.domain.chains import Fault
from kepatuhan_desktop.domain.ids import DeviceId, RecordId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.travel import Arrival, Dispatch, bundle_record
from kepatuhan_desktop.domain.trust import Enrolled
from kepatuhan_desktop.exchange import secrecy
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services import senders
from kepatuhan_desktop.services.exporting import Exporting
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.importing import Importing
from kepatuhan_desktop.services.outbox import Sent
from kepatuhan_desktop.services.sent_letters import PURPOSES
from kepatuhan_desktop.signing import trust_file
from kepatuhan_desktop.storage.journal import Journal

_FOR_HEADQUARTERS = frozenset({Purpose.RESULTS.value, Purpose.CHOSEN.value})
_HEADQUARTERS = ""
"""Stands for its keys among the names of people, none of which is empty."""
_ENOUGH = 8
"""Characters of an id that tell two devices apart."""


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that this device has taken in."""

    bundle: str
    at: str
    """When it was taken in, by this device's clock."""
    arrival: Arrival
    name: str
    """Of the sender's holder, as far as anybody here says it; may be empty."""


class Addressees(msgspec.Struct, frozen=True, kw_only=True):
    """To whom a bundle went, as far as it is known."""

    is_for_headquarters: bool
    """Whether the keys of headquarters open it; of a letter that headquarters wrote, never."""
    names: tuple[str, ...]
    """Of the others, sorted; a device that nobody names stands there by the first of its id."""
    unknown: int = 0
    """For how many keys more it was encrypted that no trust file of today names."""


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """A device whose chain went two ways: a cloned disk, or a backup that went on."""

    device: DeviceId
    name: str
    """Of its holder; may be empty."""
    faults: tuple[Fault, ...]


class Travels:
    """The way of bundles, newest first."""

    def __init__(
        self, journal: Journal, identities: Identities, exporting: Exporting, importing: Importing
    ) -> None:
        self._journal = journal
        self._identities = identities
        self._exporting = exporting
        self._importing = importing
        self._marks: tuple[int, dict[str, str]] | None = None

    def sent(self) -> tuple[Sent, ...]:
        """What was written here."""
        return tuple(reversed(self._exporting.sent()))

    @staticmethod
    def acknowledged(one: Sent) -> bool | None:
        """Whether headquarters says that it holds all of a bundle.

        None for a letter and for what went to the team: nobody acknowledges those.
        """
        return one.acknowledged if one.dispatch.purpose in _FOR_HEADQUARTERS else None

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

    def splits(self) -> tuple[Split, ...]:
        """The devices of which something that was taken in here ever showed that, by name."""
        by_device: dict[DeviceId, list[Fault]] = {}
        for one in chain_notes.gathered(it.faults for it in self._importing.arrivals().values()):
            by_device.setdefault(one.device, []).append(one)
        found = [
            Split(device=device, name=self._holder(device), faults=tuple(faults))
            for device, faults in by_device.items()
        ]
        return tuple(sorted(found, key=lambda one: (one.name, one.device)))

    def addressees(self, dispatch: Dispatch) -> Addressees:
        """To whom a bundle of this device went."""
        if dispatch.addressee is not None:
            name = self._holder(dispatch.addressee) or dispatch.addressee[:_ENOUGH]
            return Addressees(is_for_headquarters=False, names=(name,))
        holders = self._holders() if dispatch.recipients else {}
        names = [holders.get(one) for one in dispatch.recipients]
        is_for_headquarters = dispatch.purpose in _FOR_HEADQUARTERS or _HEADQUARTERS in names
        return Addressees(
            is_for_headquarters=is_for_headquarters and dispatch.purpose not in PURPOSES,
            names=tuple(sorted({it for it in names if it})),
            unknown=names.count(None),
        )

    def colleagues(self) -> tuple[Enrolled, ...]:
        """Whom a bundle could be encrypted to besides headquarters, by name; this device not."""
        found: dict[DeviceId, Enrolled] = {}
        for trust in self._identities.trust():
            living = trust_file.living(trust)
            for one in trust.enrolled:
                if one.recipient and one.device in living and one.device != self._journal.device:
                    found[one.device] = one
        return tuple(sorted(found.values(), key=lambda one: (one.name, one.device)))

    def _holders(self) -> dict[str, str]:
        """By fingerprint of an age recipient, whose it is; `_HEADQUARTERS` for those of it."""
        mark = self._journal.surroundings
        if self._marks is None or self._marks[0] != mark:
            trusts = self._identities.trust()
            people = {
                secrecy.fingerprint(one.recipient): one.name
                for trust in trusts
                for one in trust.enrolled
                if one.recipient
            }
            offices = {
                secrecy.fingerprint(one): _HEADQUARTERS
                for trust in trusts
                for one in trust.recipients
            }
            self._marks = (mark, {**people, **offices})
        return self._marks[1]

    def _holder(self, device: DeviceId) -> str:
        name = senders.holder_name(self._identities.trust(), device)
        if name:
            return name
        record = RecordId(f"device:{device}")
        said = [one for one in self._journal.history(record) if one.device == device]
        return said[-1].author if said else ""
