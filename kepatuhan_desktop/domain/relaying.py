"""Which entries no receiver takes from whoever brings them, so that they need not travel."""

from collections.abc import Collection

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Entry, Kind

RELAYED = "relayed"
ROLE = "role"
PASSED_OVER = frozenset({RELAYED, ROLE})
"""Reasons of refusals after which nothing is lacking: what was refused counts for nobody."""
_OF_HEADQUARTERS = frozenset({Kind.RETURN.value, Kind.PLAN.value})
_RECEIPT = Kind.RECEIPT.value
KINDS = _OF_HEADQUARTERS | {_RECEIPT}
"""Kinds that only some devices may bring."""


def fault(entry: Entry, sender: DeviceId, headquarters: Collection[DeviceId]) -> str:
    """Why it is not taken from `sender`, given the devices that are headquarters; empty: it is."""
    # Somebody else could write a receipt in the name of headquarters.
    if entry.kind == _RECEIPT and entry.device != sender:
        return RELAYED
    if entry.kind in _OF_HEADQUARTERS and entry.device not in headquarters:
        return ROLE
    return ""
