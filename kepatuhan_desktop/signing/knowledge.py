"""What a device knows before it looks at something signed; importing this costs nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.trust import Trust

if TYPE_CHECKING:
    import pyrage


def _nothing(_: bytes) -> str:
    return ""


class Knowledge(msgspec.Struct, frozen=True, kw_only=True):
    """The trust files that count, the time, and what was seen before."""

    now: datetime
    floor: datetime
    """It cannot be earlier than this: the program's release, or what was vouched for since."""
    trusts: tuple[Trust, ...] = ()
    seen: Mapping[str, datetime] = {}
    """When each signature (SHA-256) was seen here first."""
    instruments: Mapping[tuple[str, str], Digest] = {}
    """Digests of the definitions that are known here, by id and version."""
    own: tuple[bytes, ...] = ()
    """Certificates of this device, DER."""
    identities: "Callable[[], Sequence[pyrage.x25519.Identity]] | None" = None
    """Open what is encrypted to this device; None: there is no workspace that could."""
    page: Callable[[bytes], str] = _nothing
    """Gives the text of the first page of a PDF."""
