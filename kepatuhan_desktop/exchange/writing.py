"""Make the bytes of a bundle, front to back: one file of evidence in memory at a time."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.exchange import archive, bag, description
from kepatuhan_desktop.exchange.archive import Packer
from kepatuhan_desktop.exchange.description import Description

Load = Callable[[Digest], bytes | None]
"""Gives a file's bytes; None where it cannot be read, and the bundle goes without it."""
Sign = Callable[[bytes], bytes]
"""A detached CMS signature, DER, over these bytes, by the key of the device that is described."""

FILES = len(bag.REQUIRED)
"""Of each bag itself."""
_CONTROL = 8192
"""What the bag's own small files hold at most together, the description apart."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into a bundle."""

    description: Description
    bodies: tuple[bytes, ...]
    """Canonical bytes of entries, sorted by device, seq and id."""
    blobs: tuple[Digest, ...]
    """Files that go along, sorted."""


def pack(content: Content, load: Load, sign: Sign) -> Iterator[bytes]:
    """The pieces of the archive.

    The description comes first, so that a reader can refuse a newer format at once; what
    declares and signs comes last, when everything is known.
    """
    packer, software = Packer(), content.description.app
    base = bag.base(content.description.id)
    said = description.write(content.description)
    entries = b"".join(body + b"\n" for body in content.bodies)
    payload = {bag.ENTRIES: bag.sha256(entries)}
    sizes = {bag.ENTRIES: len(entries)}
    yield from packer.add(f"{base}/{bag.DESCRIPTION}", said)
    yield from packer.add(f"{base}/{bag.ENTRIES}", entries)
    for digest in content.blobs:
        data = load(digest)
        if data is not None:
            payload[bag.blob(digest)], sizes[bag.blob(digest)] = digest, len(data)
            yield from packer.add(f"{base}/{bag.blob(digest)}", data)
    tags = {
        bag.BAGIT: bag.DECLARATION,
        bag.INFO: bag.info(
            sizes, content.description.created_claimed, f"{software.name} {software.version}"
        ),
        bag.MANIFEST: bag.manifest(payload),
    }
    for name, data in tags.items():
        yield from packer.add(f"{base}/{name}", data)
    declared = bag.manifest(
        {name: bag.sha256(data) for name, data in (*tags.items(), (bag.DESCRIPTION, said))}
    )
    yield from packer.add(f"{base}/{bag.TAG_MANIFEST}", declared)
    yield from packer.add(f"{base}/{bag.SIGNATURE}", sign(declared))
    yield packer.end()


def size_of(bodies: Sequence[bytes], blobs: Sequence[int]) -> int:
    """About how many bytes a bundle with these entries and files has, never fewer."""
    of_blobs = sum(size + archive.overhead("x" * 120) + 150 for size in blobs)
    return _CONTROL + 70_000 + sum(len(body) + 1 for body in bodies) + of_blobs
