"""Share what travels among bundles that each fit on a stick and are each complete in itself."""

from collections.abc import Iterable, Sequence

import msgspec

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.exchange import writing
from kepatuhan_desktop.exchange.limits import FILES, VOLUME


class Blob(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is to travel."""

    digest: Digest
    size: int
    """Bytes, as far as it is known."""
    bodies: tuple[bytes, ...]
    """The entries that name it; they go wherever it goes."""


class Volume(msgspec.Struct, frozen=True, kw_only=True):
    """What one bundle holds."""

    bodies: tuple[bytes, ...]
    """In the order in which they were given."""
    blobs: tuple[Digest, ...]
    """Sorted."""
    size: int
    """About how many bytes it will have, never fewer where the sizes are right."""


def split(
    bodies: Sequence[bytes], blobs: Iterable[Blob], limit: int = VOLUME
) -> tuple[Volume, ...]:
    """The volumes; the first has all entries, a later one those that name its files.

    A file that is too large for any volume still travels, alone in one.
    """
    room = limit - writing.size_of(bodies, [])
    shares: list[list[Blob]] = [[]]
    left = room
    for blob in blobs:
        cost = writing.size_of([], [blob.size]) - writing.size_of([], [])
        if shares[-1] and (cost > left or len(shares[-1]) >= FILES):
            shares.append([])
            left = limit - writing.size_of([], [])
        if len(shares) > 1:
            cost += sum(len(body) + 1 for body in blob.bodies)
        shares[-1].append(blob)
        left -= cost
    order = {body: number for number, body in enumerate(bodies)}
    return tuple(
        _volume(bodies if not number else _of(share, order), share)
        for number, share in enumerate(shares)
    )


def _of(share: Sequence[Blob], order: dict[bytes, int]) -> tuple[bytes, ...]:
    named = {body for blob in share for body in blob.bodies}
    return tuple(sorted(named, key=lambda body: order[body]))


def _volume(bodies: Sequence[bytes], share: Sequence[Blob]) -> Volume:
    return Volume(
        bodies=tuple(bodies),
        blobs=tuple(sorted(blob.digest for blob in share)),
        size=writing.size_of(bodies, [blob.size for blob in share]),
    )
