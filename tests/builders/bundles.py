"""Bundles of any content, rightly or wrongly made, signed by a stand-in that costs nothing."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec

from kepatuhan_desktop.domain.ids import DeviceId, Digest
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.domain.sender import Signer
from kepatuhan_desktop.exchange import bag, description, writing
from kepatuhan_desktop.exchange.archive import Packer
from kepatuhan_desktop.exchange.description import App, Description, Purpose
from kepatuhan_desktop.exchange.limits import LIMITS, Limits
from kepatuhan_desktop.exchange.reading import Parcel, Reader
from kepatuhan_desktop.exchange.writing import Content
from tests.builders.entries import Device, body_of

SENDER = DeviceId("a" * 32)
BUNDLE = "0123456789abcdefghjkmnpqrs"
AT = "2024-08-12T09:00:00.000+07:00"
PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 8
Members = list[tuple[str, bytes]]


def sign(device: DeviceId, data: bytes) -> bytes:
    """Something that `verify` takes for a signature of `device`."""
    return device.encode() + hashlib.sha256(b"signed" + device.encode() + data).digest()


def verify(data: bytes, signature: bytes) -> Signer:
    """Who signed, or `ValueError`."""
    device = DeviceId(signature[:32].decode("ascii", "replace"))
    if signature != sign(device, data):
        raise ValueError("invalid")
    return Signer(device=device, name="Siti", certificate=b"")


def digest(data: bytes) -> Digest:
    """SHA-256."""
    return Digest(hashlib.sha256(data).hexdigest())


def described(purpose: Purpose = Purpose.RESULTS, **changes: object) -> Description:
    """What a bundle of `SENDER` says of itself."""
    plain = Description(
        id=BUNDLE,
        device=SENDER,
        sequence=1,
        previous=None,
        heads={},
        trust_version=None,
        recipients=(),
        created_claimed=AT,
        purpose=purpose.value,
        app=App(name="kepatuhan", version="0.1.0"),
    )
    return msgspec.structs.replace(plain, **changes)


def some_entries(device: DeviceId = SENDER, count: int = 4) -> list[Entry]:
    """An assessment with a few answers."""
    pen = Device(device)
    entries = [pen.profile()]
    for number in range(count):
        entries.append(
            pen.write(f"answer/a.{number % 3 + 1}", {"type": "chosen", "option": "full"})
        )
    return entries


def content(
    entries: Sequence[Entry] | None = None,
    blobs: Sequence[bytes] = (PHOTO,),
    said: Description | None = None,
) -> Content:
    """What goes into a bundle; a few entries and a photo unless told otherwise."""
    given = some_entries() if entries is None else entries
    return Content(
        description=said or described(),
        bodies=tuple(body_of(entry) for entry in given),
        blobs=tuple(sorted(digest(data) for data in blobs)),
    )


def packed(
    entries: Sequence[Entry] | None = None,
    blobs: Sequence[bytes] = (PHOTO,),
    said: Description | None = None,
) -> bytes:
    """The bytes of a bundle as our writer makes it."""
    by_digest = {digest(data): data for data in blobs}
    made = content(entries, blobs, said)
    device = made.description.device
    return b"".join(writing.pack(made, by_digest.get, partial(sign, device)))


def members(
    entries: bytes = b"",
    blobs: Sequence[bytes] = (),
    said: bytes | None = None,
    *,
    base: str | None = None,
    tags: Sequence[tuple[str, bytes]] = (),
    payload: Sequence[tuple[str, bytes]] = (),
) -> Members:
    """The files of a bundle whose manifests and signature fit, whatever it holds."""
    folder = bag.base(BUNDLE) if base is None else base
    about = description.write(described()) if said is None else said
    load = [(bag.ENTRIES, entries), *((bag.blob(digest(it)), it) for it in blobs), *payload]
    rest = [
        (bag.BAGIT, bag.DECLARATION),
        (bag.INFO, b"Payload-Oxum: 0.0\n"),
        *tags,
        (bag.MANIFEST, bag.manifest({name: bag.sha256(data) for name, data in load})),
    ]
    declared = bag.manifest(
        {name: bag.sha256(data) for name, data in [(bag.DESCRIPTION, about), *rest]}
    )
    files = [
        (bag.DESCRIPTION, about),
        *load,
        *rest,
        (bag.TAG_MANIFEST, declared),
        (bag.SIGNATURE, sign(SENDER, declared)),
    ]
    return [(f"{folder}/{name}", data) for name, data in files]


def damage(path: Path, photo: Digest) -> Path:
    """Change a byte of a file that lies in a bundle which is not encrypted; the same path."""
    data = bytearray(path.read_bytes())
    name = bag.blob(photo).encode("ascii")
    data[data.index(name) + len(name) + 5] ^= 1
    path.write_bytes(data)
    return path


def zipped(files: Members) -> bytes:
    """The archive of these files."""
    packer = Packer()
    return b"".join(
        [*(piece for name, data in files for piece in packer.add(name, data)), packer.end()]
    )


def changed(files: Members, name: str, change: Callable[[bytes], bytes]) -> Members:
    """The same with one file changed and nothing made to fit."""
    return [(one, change(data) if one.endswith(name) else data) for one, data in files]


def without(files: Members, name: str) -> Members:
    """The same without one file."""
    return [(one, data) for one, data in files if not one.endswith(name)]


def reader(limits: Limits = LIMITS) -> Reader:
    """Opens what this module makes."""
    return Reader(verify, list, limits)


def inspected(data: bytes, folder: Path, limits: Limits = LIMITS) -> Parcel:
    """What a reader finds in these bytes."""
    path = folder / "x.paket"
    path.write_bytes(data)
    return reader(limits).inspect(path)
