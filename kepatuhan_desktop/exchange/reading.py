"""Read a bundle of others, in a stream: nothing is unpacked, nothing becomes a path.

Everything is verified in one pass; a second one hands on the files that somebody wants, and
verifies all of it again.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.sender import Signer
from kepatuhan_desktop.errors import (
    BundleChanged,
    BundleDamaged,
    BundleSignatureWrong,
    BundleTooLarge,
    BundleUnreadable,
    BundleUnsafe,
    StorageFailed,
)
from kepatuhan_desktop.exchange import archive, bag, description, secrecy
from kepatuhan_desktop.exchange.archive import Unpacker
from kepatuhan_desktop.exchange.description import Description
from kepatuhan_desktop.exchange.limits import LIMITS, MIB, Limits
from kepatuhan_desktop.progress import Progress, Unwatched

if TYPE_CHECKING:
    import pyrage


def is_bundle(head: bytes) -> bool:
    """Whether a file that begins so is a bundle, or is meant to look like one."""
    name = head[archive.NAME_AT : archive.NAME_AT + len(bag.FOLDER)]
    return head.startswith(secrecy.HEADER) or (
        head.startswith(_ZIP) and name == bag.FOLDER.encode("ascii")
    )


Verify = Callable[[bytes, bytes], Signer]
"""Who signed these bytes, with this CMS; raises `ValueError` where it does not hold."""
Keep = Callable[[bytes], object]
"""Stores a file durably."""

_ZIP = b"PK\x03\x04"
_PIECE = MIB
_CHUNK = 256 * 1024
"""Small pieces of the decrypted stream are put together: each costs a few calls."""


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle whose bag holds and whose signature matches. Its entries were not looked at."""

    title: str
    """The file's name; shown, never used as a path."""
    description: Description
    signer: Signer
    lines: tuple[bytes, ...]
    """What should be entries, one each."""
    blobs: dict[Digest, int]
    """The files that travel along and hold, by digest, with their sizes."""
    damaged: frozenset[Digest]
    """Files of which the bundle holds other bytes than their names and the manifest promise."""
    seal: Digest
    """SHA-256 of the tag manifest: two files with the same one promise the same."""
    size: int
    is_encrypted: bool


class Reader:
    """Opens bundles for one device."""

    def __init__(
        self,
        verify: Verify,
        identities: "Callable[[], Sequence[pyrage.x25519.Identity]]",
        limits: Limits = LIMITS,
    ) -> None:
        """`identities` are asked for where a bundle is encrypted."""
        self._verify = verify
        self._identities = identities
        self._limits = limits

    def inspect(self, path: Path, progress: Progress | None = None) -> Parcel:
        """What lies in the file.

        Raises `BundleUnreadable`, `BundleNewer`, `BundleNotForUs`, `BundleDamaged`,
        `BundleTooLarge`, `BundleUnsafe`, `BundleSignatureWrong`, `StorageFailed`.
        """
        return self._read(path, progress or Unwatched(), frozenset(), _nothing)

    def inspect_open(self, file: BinaryIO, title: str, progress: Progress | None = None) -> Parcel:
        """What lies in an open file that can be read again from its beginning.

        Raises what `inspect` raises, and `OSError` instead of `StorageFailed`.
        """
        return self._read_open(file, title, progress or Unwatched(), frozenset(), _nothing)

    def harvest(
        self,
        path: Path,
        parcel: Parcel,
        wanted: Collection[Digest],
        keep: Keep,
        progress: Progress | None = None,
    ) -> None:
        """Hand the wanted files to `keep`, each when its digest was found to hold.

        Raises `BundleChanged` where the file is another one than `parcel`, and what `inspect`
        raises; files that were handed on by then are what their digests say all the same.
        """
        if wanted:
            found = self._read(path, progress or Unwatched(), frozenset(wanted), keep)
            _require_same(found, parcel)

    def harvest_open(
        self,
        file: BinaryIO,
        parcel: Parcel,
        wanted: Collection[Digest],
        keep: Keep,
        progress: Progress | None = None,
    ) -> None:
        """The same from an open file; raises `OSError` instead of `StorageFailed`."""
        if wanted:
            watched, chosen = progress or Unwatched(), frozenset(wanted)
            found = self._read_open(file, parcel.title, watched, chosen, keep)
            _require_same(found, parcel)

    def _read(
        self, path: Path, progress: Progress, wanted: frozenset[Digest], keep: Keep
    ) -> Parcel:
        title = path.name
        try:
            # A stick that was pulled has no such file: that is said of the file, not of its form.
            if path.exists() and not path.is_file():
                raise BundleUnreadable(name=title)
            with path.open("rb") as file:
                return self._read_open(file, title, progress, wanted, keep)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise StorageFailed(path=path, reason=reason) from error

    def _read_open(
        self,
        file: BinaryIO,
        title: str,
        progress: Progress,
        wanted: frozenset[Digest],
        keep: Keep,
    ) -> Parcel:
        size = file.seek(0, os.SEEK_END)
        if size > self._limits.archive:
            raise BundleTooLarge(
                name=title,
                found=f"{size // MIB} MB",
                limit=f"{self._limits.archive // MIB} MB",
            )
        file.seek(0)
        sink = _Contents(title, self._limits, wanted, keep)
        unpacker = Unpacker(sink, bag.NAMES, self._limits, title)
        head = file.read(len(secrecy.HEADER))
        file.seek(0)
        watched = _Watched(file, size, progress)
        is_encrypted = head == secrecy.HEADER
        if is_encrypted:
            self._decrypt(watched, unpacker, title)
        elif head.startswith(_ZIP):
            while piece := watched.read(_PIECE):
                unpacker.feed(piece)
        else:
            raise BundleUnreadable(name=title)
        unpacker.close()
        signed, signature = sink.checked()
        said = sink.description
        signer = self._signer(signed, signature, title)
        if said is None or signer.device != said.device:
            raise BundleSignatureWrong(name=title, reason="other_device")
        return Parcel(
            title=title,
            description=said,
            signer=signer,
            lines=sink.lines(),
            blobs=sink.blobs,
            damaged=frozenset(sink.damaged),
            seal=Digest(bag.sha256(signed)),
            size=size,
            is_encrypted=is_encrypted,
        )

    def _decrypt(self, file: "_Watched", unpacker: Unpacker, title: str) -> None:
        waiting = bytearray()

        def put(piece: bytes) -> None:
            waiting.extend(piece)
            if len(waiting) >= _CHUNK:
                unpacker.feed(bytes(waiting))
                waiting.clear()

        secrecy.decrypt(file, self._identities(), put, title)
        unpacker.feed(bytes(waiting))

    def _signer(self, signed: bytes, signature: bytes, title: str) -> Signer:
        try:
            return self._verify(signed, signature)
        except ValueError as error:
            raise BundleSignatureWrong(name=title, reason=str(error)) from error


class _Contents:
    """Takes the members of one bundle as they come."""

    def __init__(self, title: str, limits: Limits, wanted: frozenset[Digest], keep: Keep) -> None:
        self.description: Description | None = None
        self.blobs: dict[Digest, int] = {}
        self.damaged: set[Digest] = set()
        self._title = title
        self._limits = limits
        self._wanted = wanted
        self._keep = keep
        self._base = ""
        self._held: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._name = ""
        self._size = 0
        self._hash = hashlib.sha256()
        self._buffer: bytearray | None = None

    def begin(self, name: str, size: int) -> None:
        """A member starts."""
        base, _, self._name = name.partition("/")
        if not self._digests:
            if self._name != bag.DESCRIPTION:
                raise BundleUnsafe(name=self._title, reason="zip_order")
            self._base = base
        if base != self._base:
            raise BundleUnsafe(name=self._title, reason="zip_folder")
        self._require_small(size)
        self._size, self._hash = size, hashlib.sha256()
        digest = bag.blob_digest(self._name)
        self._buffer = bytearray() if digest is None or digest in self._wanted else None

    def take(self, piece: memoryview) -> None:
        """Some of its bytes."""
        self._hash.update(piece)
        if self._buffer is not None:
            self._buffer += piece

    def finish(self, *, is_sound: bool) -> None:
        """The member ends."""
        found = self._hash.hexdigest()
        digest = bag.blob_digest(self._name)
        if digest is not None:
            self._finish_blob(digest, is_whole=is_sound and digest == found)
            return
        if not is_sound:
            raise BundleDamaged(name=self._title, reason="checksum")
        self._digests[self._name] = found
        self._held[self._name] = bytes(self._buffer or b"")
        if self._name == bag.DESCRIPTION:
            self.description = description.read(self._held[self._name], self._title)
            if bag.base(self.description.id) != self._base:
                raise BundleDamaged(name=self._title, reason="zip_folder")

    def _finish_blob(self, digest: Digest, *, is_whole: bool) -> None:
        # A damaged file keeps nothing else back: the manifest must promise what its name does,
        # and it counts as one that did not come.
        self._digests[self._name] = digest
        if not is_whole:
            self.damaged.add(digest)
            return
        self.blobs[digest] = self._size
        if self._buffer is not None:
            self._keep(bytes(self._buffer))

    def checked(self) -> tuple[bytes, bytes]:
        """The tag manifest and its signature, once the whole bag was found to hold."""
        for name in bag.REQUIRED:
            if name not in self._digests:
                if name == bag.SIGNATURE:
                    raise BundleSignatureWrong(name=self._title, reason="unsigned")
                raise BundleDamaged(name=self._title, reason=f"{name} missing")
        if self._held[bag.BAGIT] != bag.DECLARATION:
            raise BundleDamaged(name=self._title, reason=bag.BAGIT)
        payload = {name: it for name, it in self._digests.items() if name.startswith("data/")}
        tags = {
            name: it
            for name, it in self._digests.items()
            if name not in payload and name not in (bag.TAG_MANIFEST, bag.SIGNATURE)
        }
        self._require(bag.MANIFEST, payload)
        self._require(bag.TAG_MANIFEST, tags)
        return self._held[bag.TAG_MANIFEST], self._held[bag.SIGNATURE]

    def lines(self) -> tuple[bytes, ...]:
        """The lines of the entries' file."""
        data = self._held[bag.ENTRIES]
        if not data:
            return ()
        if not data.endswith(b"\n"):
            raise BundleDamaged(name=self._title, reason="entries")
        found = data.count(b"\n")
        if found > self._limits.lines:
            raise BundleTooLarge(name=self._title, found=found, limit=self._limits.lines)
        return tuple(data[:-1].split(b"\n"))

    def _require(self, name: str, digests: dict[str, str]) -> None:
        given = self._held[name]
        if given == bag.manifest(digests):
            return
        # Which one is told first: somebody may be able to copy just that again.
        declared = {
            line[66:].decode("utf-8", "replace"): line[:64].decode("ascii", "replace")
            for line in given.splitlines()
        }
        differing = sorted(
            one for one in {*declared, *digests} if declared.get(one, "") != digests.get(one, "")
        )
        reason = differing[0][:80] if differing else "form"
        raise BundleDamaged(name=self._title, reason=f"{name}: {ascii(reason)[1:-1]}")

    def _require_small(self, size: int) -> None:
        limit = self._limits.control
        if self._name == bag.ENTRIES:
            limit = self._limits.entries
        elif self._name.startswith(bag.BLOBS):
            limit = self._limits.blob
        if size > limit:
            raise BundleTooLarge(
                name=self._title, found=f"{size // MIB} MB", limit=f"{limit // MIB} MB"
            )


class _Watched:
    """A file whose reading is told."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress) -> None:
        self._file = file
        self._total = max(1, size // MIB)
        self._progress = progress
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        before = self._done // MIB
        piece = self._file.read(size)
        self._done += len(piece)
        if self._done // MIB > before:
            self._progress.step(min(self._done // MIB, self._total), self._total)
        return piece


def _require_same(found: Parcel, parcel: Parcel) -> None:
    # That other files are damaged than at first is a failing medium, or another file.
    if (found.seal, found.damaged) != (parcel.seal, parcel.damaged):
        raise BundleChanged(name=parcel.title)


def _nothing(_: bytes) -> None:
    """Keep nothing."""
