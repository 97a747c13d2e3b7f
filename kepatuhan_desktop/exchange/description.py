"""What a bundle says about itself: `bundle.json`."""

import re
from enum import StrEnum
from typing import Literal

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.travel import Heads
from kepatuhan_desktop.errors import BundleDamaged, BundleNewer, BundleUnreadable
from kepatuhan_desktop.exchange import json_gate
from kepatuhan_desktop.exchange.bag import DESCRIPTION

FORMAT = "kepatuhan-bundle"
MAJOR, MINOR = 1, 0
_ID = re.compile(r"[0-9a-z]{20,40}")
_DEVICE = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.:+\-Z]{0,16}", re.ASCII)
_WORD = re.compile(r"[a-z][a-z_-]{0,30}")


class Purpose(StrEnum):
    """Why a bundle was made; later programs may know more."""

    RESULTS = "results"
    """From the field to headquarters: all that headquarters has not acknowledged."""
    CHOSEN = "chosen"
    """From the field to headquarters: some assessments only."""
    TEAM = "team"
    """Between the auditors of one visit."""
    RECEIPT = "receipt"
    """From headquarters: what arrived."""
    RETURN = "return"
    """From headquarters: work with comments."""
    PLAN = "plan"
    """From headquarters: units, visits, instruments."""


class App(msgspec.Struct, frozen=True, kw_only=True):
    """Which program wrote it."""

    name: str
    version: str


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """`bundle.json`, which the tag manifest covers and the signature thereby too."""

    format: Literal["kepatuhan-bundle"] = "kepatuhan-bundle"
    major: int = MAJOR
    """Another one: another format."""
    minor: int = MINOR
    """A higher one: more that an older reader can pass over."""
    min_reader: tuple[int, int] = (MAJOR, 0)
    """The lowest version, major and minor, that may read it."""
    id: str
    """26 characters, fresh for each bundle."""
    device: DeviceId
    """Who made it; the signature is this device's."""
    sequence: int
    """1, 2, 3 …: the bundles that this device has made."""
    previous: str | None
    """The device's bundle before; None for the first."""
    heads: Heads
    """By device, how far the chains go that the sender holds, whether or not they travel."""
    trust_version: int | None
    """Of the sender's trust file; None where there is none."""
    recipients: tuple[str, ...]
    """SHA-256 of the age recipients that it is encrypted to; empty: not encrypted."""
    created_claimed: str
    """Wall clock of the sender, ISO 8601 with offset."""
    purpose: str
    """One of `Purpose`, or of a later version's."""
    app: App


class _Version(msgspec.Struct, frozen=True):
    format: str
    major: int
    minor: int
    min_reader: tuple[int, int]


def write(description: Description) -> bytes:
    """The bytes of `bundle.json`."""
    return codec.canonical(description) + b"\n"


def read(data: bytes, title: str) -> Description:
    """The description that `data` holds.

    Raises `BundleNewer` before anything else is asked of it; `BundleUnreadable` where it is of
    another kind, `BundleDamaged` where it does not hold what the format asks.
    """
    try:
        plain = json_gate.load(data.removesuffix(b"\n"))
        version = codec.typed(plain, _Version)
    except ValueError as error:  # what msgspec and the gate raise
        raise BundleDamaged(name=title, reason=DESCRIPTION) from error
    if version.format != FORMAT:
        raise BundleUnreadable(name=title)
    if version.major != MAJOR or version.min_reader > (MAJOR, MINOR):
        needed = max(version.min_reader, (version.major, 0))
        raise BundleNewer(
            name=title,
            found=f"{version.major}.{version.minor}",
            supported=f"{MAJOR}.{MINOR}",
            needed=f"{needed[0]}.{needed[1]}",
        )
    try:
        found = codec.typed(plain, Description)
    except ValueError as error:
        raise BundleDamaged(name=title, reason=DESCRIPTION) from error
    if not _is_plausible(found):
        raise BundleDamaged(name=title, reason=DESCRIPTION)
    return found


def _is_plausible(found: Description) -> bool:
    """Whether ids and counts are what they can be; they are shown and compared later."""
    ids = [found.id] if found.previous is None else [found.id, found.previous]
    return (
        all(_ID.fullmatch(one) for one in ids)
        and all(_DEVICE.fullmatch(one) for one in (found.device, *found.heads))
        and all(
            _DIGEST.fullmatch(head.id) and 1 <= head.seq <= json_gate.LARGEST
            for head in found.heads.values()
        )
        and all(_DIGEST.fullmatch(one) for one in found.recipients)
        and 1 <= found.sequence <= json_gate.LARGEST
        and bool(_MOMENT.fullmatch(found.created_claimed))
        and bool(_WORD.fullmatch(found.purpose))
    )
