"""Keep evidence files: content-addressed, encrypted with age, durable before anyone is told.

A file's name is an HMAC of its digest, so that the folder betrays no known photo. Original
bytes are kept exactly; derived pictures are a cache that can be made again.
"""

import hashlib
import hmac
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.errors import (
    EvidenceDamaged,
    EvidenceMissing,
    StorageFailed,
    WorkspaceReadOnly,
)
from kepatuhan_desktop.storage.files import explained, make_folder, sync_folder, write_durably
from kepatuhan_desktop.storage.keyslots import Keys

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

ORIGINALS = "evidence"
DERIVED = "derived"
STAGING = "tmp"
_UNREADABLE = (EvidenceMissing, EvidenceDamaged, StorageFailed, WorkspaceReadOnly)


_AT_ONCE = 1_000_000
"""Bytes up to which age works in one go. It keeps the interpreter for itself meanwhile, about
3 ms for so many, and the window would stand still for 80 ms with a document of 30 MB."""


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at some files found."""

    sound: int
    missing: tuple[Digest, ...]
    damaged: tuple[Digest, ...]


class Vault:
    """The evidence of one workspace. Safe to use from any thread."""

    def __init__(self, home: Path, keys: Keys) -> None:
        self._home = home
        self._keys = keys
        self._names = keys.names
        self._staging = home / STAGING
        self._whole: dict[Digest, bool] = {}
        """What was seen of files; one whose bytes changed unnoticed still counts as whole."""
        self._damaged: dict[Digest, _Mark] = {}
        """Files whose bytes are not those of their digest, with what tells whether they changed."""
        self.turns = 0
        """Rises whenever `lacks` may have another answer than before."""

    def store(self, data: bytes) -> StoredFile:
        """Keep `data`; when this returns, it survives a power cut.

        Raises `DiskFull`, `WorkspaceReadOnly` or `StorageFailed`; then nothing was kept.
        """
        digest = Digest(hashlib.sha256(data).hexdigest())
        target = self._original(digest)
        if target.exists() and self._is_sound(digest):
            # An earlier attempt may have failed between the rename and this.
            with explained(target):
                sync_folder(target.parent)
        else:
            write_durably(target, self._encrypted(data), staging=self._staging)
        self._note_whole(digest)
        return StoredFile(digest=digest, size=len(data))

    def load(self, digest: Digest) -> bytes:
        """The original bytes; raises `EvidenceMissing`, or `EvidenceDamaged` where they changed."""
        path = self._original(digest)
        try:
            data = self._verified(path, digest)
        except EvidenceMissing:
            self._note(digest, is_whole=False)
            raise
        except EvidenceDamaged:
            self._damaged[digest] = _mark(path)
            self._note(digest, is_whole=False)
            raise
        self._note_whole(digest)
        return data

    def holds(self, digest: Digest) -> bool:
        """Whether the file is there and not known to be damaged (not whether it is sound).

        So a bundle brings a file again whose damage was noticed.
        """
        found = _mark(self._original(digest))
        return found is not None and self._damaged.get(digest) != found

    def lacks(self, named: Mapping[Digest, int]) -> frozenset[Digest]:
        """Which originals are not here whole, as far as one look at each tells.

        `named` gives the bytes of each; only what is shorter is read. The disk is asked once for
        each file: what is stored or read later counts at once, what others do to the folder
        after `look_again`.
        """
        return frozenset(
            digest for digest, size in named.items() if not self._is_whole(digest, size)
        )

    def require(self, digest: Digest, size: int, name: str) -> None:
        """Raise `EvidenceMissing` or `EvidenceDamaged` where that is seen without reading."""
        self.look_again([digest])
        if self.lacks({digest: size}):
            is_there = self._original(digest).exists()
            raise EvidenceDamaged(name=name) if is_there else EvidenceMissing(name=name)

    def look_again(self, digests: Iterable[Digest]) -> None:
        """Let `lacks` ask the disk once more for these."""
        for digest in digests:
            self._whole.pop(digest, None)
        self.turns += 1

    def store_derived(self, digest: Digest, kind: str, data: bytes) -> None:
        """Keep a picture made from `digest`, such as its thumbnail."""
        target = self._derived(digest, kind)
        write_durably(target, self._encrypted(data), staging=self._staging)

    def load_derived(self, digest: Digest, kind: str) -> bytes | None:
        """A derived picture; None where it must be made again."""
        try:
            return self._decrypt(self._derived(digest, kind), digest)
        except _UNREADABLE:
            return None

    def audit(self, digests: list[Digest]) -> Audit:
        """Read and verify the named originals."""
        missing, damaged, sound = [], [], 0
        for digest in digests:
            try:
                self.load(digest)
                sound += 1
            except EvidenceMissing:
                missing.append(digest)
            except _UNREADABLE:
                damaged.append(digest)
        return Audit(sound=sound, missing=tuple(missing), damaged=tuple(damaged))

    def sweep(self) -> None:
        """Throw away what an interrupted write left in the staging folder."""
        with explained(self._staging):
            make_folder(self._staging)
            for leftover in self._staging.glob("*.part"):
                leftover.unlink(missing_ok=True)

    def _verified(self, path: Path, digest: Digest) -> bytes:
        data = self._decrypt(path, digest)
        if hashlib.sha256(data).hexdigest() != digest:
            raise EvidenceDamaged(name=digest[:12], reason="digest")
        return data

    def _is_whole(self, digest: Digest, size: int) -> bool:
        known = self._whole.get(digest)
        if known is None:
            # A worker may have stored the file between the look and the note of it.
            known = self._whole.setdefault(digest, self._seems_whole(digest, size))
        return known

    def _seems_whole(self, digest: Digest, size: int) -> bool:
        found = _mark(self._original(digest))
        if found is not None and found[0] <= size:
            # A whole file is longer than its original by what age adds. But `size` is what an
            # entry claims, and only reading tells a cut file from a wrong number.
            return self._is_sound(digest)
        return self.holds(digest)

    def _note_whole(self, digest: Digest) -> None:
        self._damaged.pop(digest, None)
        self._note(digest, is_whole=True)

    def _note(self, digest: Digest, *, is_whole: bool) -> None:
        if self._whole.get(digest) is not is_whole:
            # First what is known, so that whoever sees the new number sees that as well.
            self._whole[digest] = is_whole
            self.turns += 1

    def _is_sound(self, digest: Digest) -> bool:
        try:
            self.load(digest)
        except _UNREADABLE:
            return False
        return True

    def _decrypt(self, path: Path, digest: Digest) -> bytes:
        import pyrage  # noqa: PLC0415 - not needed for the first window

        try:
            with explained(path):
                sealed = path.read_bytes()
        except StorageFailed as error:
            if not path.exists():
                raise EvidenceMissing(name=digest[:12]) from error
            raise
        identities = [self._keys.identity()]
        try:
            if len(sealed) <= _AT_ONCE:
                return pyrage.decrypt(sealed, identities)
            plain = _Pieces()
            pyrage.decrypt_io(_Reader(sealed), plain, identities)
            return bytes(plain.joined)
        except (pyrage.DecryptError, OSError) as error:  # the latter where it comes in pieces
            raise EvidenceDamaged(name=digest[:12], reason="decrypt") from error

    def _encrypted(self, data: bytes) -> bytes | bytearray:
        import pyrage  # noqa: PLC0415 - not needed for the first window

        recipients = [self._keys.recipient()]
        if len(data) <= _AT_ONCE:
            return pyrage.encrypt(data, recipients)
        sealed = _Pieces()
        pyrage.encrypt_io(_Reader(data), sealed, recipients)
        return sealed.joined

    def _original(self, digest: Digest) -> Path:
        name = self._name(digest)
        return self._home / ORIGINALS / name[:2] / f"{name}.age"

    def _derived(self, digest: Digest, kind: str) -> Path:
        name = self._name(Digest(f"{digest}/{kind}"))
        return self._home / DERIVED / name[:2] / f"{name}.age"

    def _name(self, digest: Digest) -> str:
        return hmac.new(self._names, digest.encode("ascii"), hashlib.sha256).hexdigest()


_Mark = tuple[int, int, int, int] | None
"""Length, both times and number of a file, which change when another is put in its place."""


def _mark(path: Path) -> _Mark:
    try:
        found = path.stat()
    except OSError:  # whatever keeps it from being seen keeps it from being read
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


class _Reader(io.BufferedIOBase):
    """Hands bytes out piece by piece, so that other threads get their turn in between."""

    def __init__(self, data: bytes) -> None:
        self._rest = memoryview(data)

    def read(self, size: int | None = -1, /) -> bytes:
        """The next `size` bytes, fewer at the end."""
        cut = len(self._rest) if size is None or size < 0 else size
        piece, self._rest = bytes(self._rest[:cut]), self._rest[cut:]
        return piece


class _Pieces(io.BufferedIOBase):
    """Takes bytes in piece by piece."""

    def __init__(self) -> None:
        self.joined = bytearray()

    def write(self, piece: "ReadableBuffer", /) -> int:
        """Add a piece."""
        self.joined += piece
        return memoryview(piece).nbytes
