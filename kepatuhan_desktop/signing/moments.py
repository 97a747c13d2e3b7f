"""Say when a signature claims to have been made, and what bounds that from outside.

A wrong clock, the signer's or ours, makes a moment doubtful; it never makes a file look forged.
"""

from datetime import datetime, timedelta

import msgspec

from kepatuhan_desktop.domain.verdict import Statement, say

TOLERANCE = timedelta(minutes=10)
"""How far two honest clocks may be apart."""


class Moments(msgspec.Struct, frozen=True, kw_only=True):
    """What this device knows about time while it looks at one signature."""

    now: datetime
    floor: datetime
    """It cannot be earlier than this: the program's release, the last thing that was known."""
    received: datetime | None
    """When this device saw the signature first; None: it sees it now."""

    @property
    def present(self) -> datetime:
        """The present, as far as it can be known."""
        return max(self.now, self.floor)

    @property
    def bound(self) -> datetime:
        """The signature was certainly made before this."""
        return self.received or self.present


def when(claimed: datetime | None, not_before: datetime | None, moments: Moments) -> Statement:
    """The statement about a claimed moment; `not_before` is when the key came to be known."""
    if claimed is None:
        return say("when.missing")
    said, received = _text(claimed), _text(moments.bound)
    if moments.now < moments.floor - TOLERANCE:
        return say("when.clock_here", claimed=said, now=_text(moments.now),
                   floor=_text(moments.floor))  # fmt: skip
    if claimed > moments.bound + TOLERANCE:
        return say("when.clock", claimed=said, bound=received)
    if not_before is not None and claimed < not_before - TOLERANCE:
        return say("when.clock", claimed=said, bound=_text(not_before))
    if moments.received is None:
        return say("when.first_seen", claimed=said, received=received)
    return say("when.ok", claimed=said, received=received)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
