"""Say what the letters of headquarters have carried: entries count as told only from then on."""

from collections.abc import Iterable

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.travel import Dispatch, bundle_record
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.storage.journal import Journal

PURPOSES = frozenset({"receipt", "return", "plan"})
"""Of bundles for one device of the field, each of which holds all that there is to say to it."""


class SentLetters:
    """The letters of this device: what lay in them, and who could open them."""

    def __init__(self, journal: Journal, trusts: Iterable[Trust] = ()) -> None:
        self._own = journal.device
        self._dispatches = [
            dispatch
            for entry in journal.written_here(bundle_record(""))
            if entry.kind == Kind.DISPATCH and entry.value is not None
            for dispatch in [codec.typed(entry.value, Dispatch)]
            if dispatch.purpose in PURPOSES
        ]
        self._recipients = {one.device: one.recipient for trust in trusts for one in trust.enrolled}
        self._marks: dict[DeviceId, str] = {}

    def places(self) -> frozenset[int]:
        """The `seq` of every entry of ours that some letter held, whoever it was for."""
        return frozenset(
            seq
            for dispatch in self._dispatches
            for first, last in dispatch.parts.get(self._own, ())
            for seq in range(first, last + 1)
        )

    def hold(self, entry: Entry, device: DeviceId) -> bool:
        """Whether a letter that `device` can open held an entry of ours."""
        return any(
            any(first <= entry.seq <= last for first, last in dispatch.parts.get(self._own, ()))
            and (not dispatch.recipients or self._mark(device) in dispatch.recipients)
            for dispatch in self._dispatches
        )

    def _mark(self, device: DeviceId) -> str:
        if device not in self._marks:
            from kepatuhan_desktop.exchange import secrecy  # noqa: PLC0415 - imports age

            self._marks[device] = secrecy.fingerprint(self._recipients.get(device, ""))
        return self._marks[device]
