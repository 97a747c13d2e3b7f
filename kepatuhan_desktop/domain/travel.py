"""What devices write down about the bundles between them: sent, arrived, acknowledged.

These are entries like any other: they travel, and headquarters sees what went where.
"""

from collections.abc import Iterable

import msgspec

from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId, RecordId, Slot

SENT = Slot("sent")
RECEIPT = Slot("receipt")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """How far a device's chain goes without a gap."""

    seq: int
    id: EntryId


Heads = dict[DeviceId, Head]
Parts = dict[DeviceId, tuple[tuple[int, int], ...]]
"""By device, the first and last `seq` of each run of entries without a gap."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of its sender, and its signature covers."""

    bundle: str
    device: DeviceId
    sequence: int
    previous: str | None
    heads: Heads
    is_whole: bool = True
    """Whether all that the receiver lacks should lie in it; a team's swap is a part only."""
    is_extract: bool = False
    """Whether it holds single entries, as headquarters sends them; gaps then say nothing."""


class Dispatch(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle was written and read back; record `bundle:ID`, slot `sent`, kind `dispatch`."""

    sequence: int
    """1, 2, 3 …: the bundles of this device."""
    purpose: str
    digest: Digest
    """SHA-256 of the file."""
    size: int
    entries: int
    files: tuple[Digest, ...]
    recipients: tuple[str, ...]
    """SHA-256 of each age recipient; empty: not encrypted."""
    heads: Heads
    parts: Parts = msgspec.field(default_factory=dict)
    """Which entries lay in it."""
    doubled: tuple[EntryId, ...] = ()
    """Those of them that stand with others at one place of a chain, as far as they were noted."""
    addressee: DeviceId | None = None
    """The one device that a letter of headquarters is for; None: no letter, or an older version."""


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle was taken in; record `bundle:ID`, slot `arrived/DEVICE`, kind `arrival`."""

    device: DeviceId
    """Who sent it."""
    sequence: int
    previous: str | None
    purpose: str
    seal: Digest
    """SHA-256 of its tag manifest."""
    head: int
    """How far the sender's own chain went by its own word."""
    devices: tuple[DeviceId, ...]
    """Whose entries it brought, sorted."""
    fresh: int
    known: int
    refused: int
    passed_over: int = 0
    """How many of the refused count for nobody, so that nothing is lacking without them."""
    faults: dict[str, Parts] = msgspec.field(default_factory=dict)
    """What it showed of cloned disks and restored backups: by fault (`twice`, `rollback`,
    `broken`) and device, the first and last `seq` of each.
    """
    damaged: int = 0
    """How many files of it had other bytes than they should, so that they were not taken."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Headquarters holds it; record `bundle:ID`, slot `receipt`, kind `receipt`."""

    device: DeviceId
    """Whose bundle it was."""
    heads: Heads
    """By device, the entry up to which headquarters holds everything."""
    missing: tuple[Digest, ...]
    """Files that headquarters lacks and that entries name: those up to the heads, and all
    entries that it holds of the devices in `surveyed`.
    """
    is_whole: bool = False
    """Whether every entry of the bundle was taken that counts for anybody."""
    surveyed: tuple[DeviceId, ...] = ()
    """Sorted; older versions name none."""


def parts_of(places: Iterable[tuple[DeviceId, int]]) -> Parts:
    """The runs that these entries, by device and seq, make."""
    found: dict[DeviceId, list[tuple[int, int]]] = {}
    for device, seq in sorted(set(places)):
        runs = found.setdefault(device, [])
        if runs and runs[-1][1] == seq - 1:
            runs[-1] = (runs[-1][0], seq)
        else:
            runs.append((seq, seq))
    return {device: tuple(runs) for device, runs in found.items()}


def bundle_record(bundle: str) -> RecordId:
    """The record of one bundle."""
    return RecordId(f"bundle:{bundle}")


def arrival_slot(device: DeviceId) -> Slot:
    """Where the device that took a bundle in notes it."""
    return Slot(f"arrived/{device}")
