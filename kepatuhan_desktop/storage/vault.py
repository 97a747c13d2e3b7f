"""Keep evidence files: content-addressed, encrypted with age, durable before anyone is told.

A file's name is an HMAC of its digest, so that the folder betrays no known photo. Original
bytes are kept exactly; derived pictures are a cache that can be made again.
"""

import hashlib
import hmac
from pathlib import Path

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

ORIGINALS = "evidence"
DERIVED = "derived"
STAGING = "tmp"
_UNREADABLE = (EvidenceMissing, EvidenceDamaged, StorageFailed, WorkspaceReadOnly)


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

    def store(self, data: bytes) -> StoredFile:
        """Keep `data`; when this returns, it survives a power cut.

        Raises `DiskFull`, `WorkspaceReadOnly` or `StorageFailed`; then nothing was kept.
        """
        import pyrage  # noqa: PLC0415 - not needed for the first window

        digest = Digest(hashlib.sha256(data).hexdigest())
        target = self._original(digest)
        if target.exists() and self._is_sound(digest):
            # An earlier attempt may have failed between the rename and this.
            with explained(target):
                sync_folder(target.parent)
        else:
            write_durably(
                target, pyrage.encrypt(data, [self._keys.recipient()]), staging=self._staging
            )
        return StoredFile(digest=digest, size=len(data))

    def load(self, digest: Digest) -> bytes:
        """The original bytes; raises `EvidenceMissing`, or `EvidenceDamaged` where they changed."""
        data = self._decrypt(self._original(digest), digest)
        if hashlib.sha256(data).hexdigest() != digest:
            raise EvidenceDamaged(name=digest[:12], reason="digest")
        return data

    def holds(self, digest: Digest) -> bool:
        """Whether the file is there (not whether it is sound)."""
        return self._original(digest).exists()

    def store_derived(self, digest: Digest, kind: str, data: bytes) -> None:
        """Keep a picture made from `digest`, such as its thumbnail."""
        import pyrage  # noqa: PLC0415 - not needed for the first window

        target = self._derived(digest, kind)
        write_durably(target, pyrage.encrypt(data, [self._keys.recipient()]), staging=self._staging)

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
        try:
            return pyrage.decrypt(sealed, [self._keys.identity()])
        except pyrage.DecryptError as error:
            raise EvidenceDamaged(name=digest[:12], reason="decrypt") from error

    def _original(self, digest: Digest) -> Path:
        name = self._name(digest)
        return self._home / ORIGINALS / name[:2] / f"{name}.age"

    def _derived(self, digest: Digest, kind: str) -> Path:
        name = self._name(Digest(f"{digest}/{kind}"))
        return self._home / DERIVED / name[:2] / f"{name}.age"

    def _name(self, digest: Digest) -> str:
        return hmac.new(self._names, digest.encode("ascii"), hashlib.sha256).hexdigest()
