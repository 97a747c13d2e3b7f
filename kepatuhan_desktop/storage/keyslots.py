"""Keep the workspace's random key sealed in slots, and derive from it what each use needs.

`keys.json` is public but for what is sealed inside; the format is docs/formats/keys.md.
A slot seals the same key in its own way; today there is one kind, a file of mode 0600.
"""

import base64
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.errors import KeysMissing
from kepatuhan_desktop.storage.files import explained, make_folder, write_durably

if TYPE_CHECKING:
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.ec import (
        EllipticCurvePrivateKey,
        EllipticCurvePublicKey,
    )

KEYS = "keys.json"
FILE_SLOT = "workspace.key"
FINGERPRINT = 32
"""Hexadecimal characters of a device's fingerprint: 128 bits."""


class Sealed(msgspec.Struct, frozen=True):
    """AES-256-GCM over something, base64."""

    nonce: str
    data: str


class FileSlot(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="file"):
    """The key that opens this slot lies in a file beside."""

    id: str
    file: str
    master: Sealed


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """What `keys.json` holds."""

    format: Literal[1]
    workspace: str
    slots: tuple[msgspec.Raw, ...]
    """Each a `FileSlot`, or of a kind that a later program knows."""
    recipient: str
    """age recipient that evidence is encrypted to."""
    identity: Sealed
    """The age identity."""
    device: DeviceId
    """Fingerprint of `device_public`."""
    device_public: str
    """SubjectPublicKeyInfo of the device's P-256 key, DER, base64."""
    device_private: Sealed
    """PKCS#8, DER."""


class Keys(msgspec.Struct, frozen=True):
    """An opened workspace's keys."""

    master: bytes
    file: KeyFile

    @property
    def database(self) -> bytes:
        """The 32 bytes that SQLCipher takes as a raw key."""
        return _derive(self.master, "database")

    @property
    def names(self) -> bytes:
        """The key that evidence file names are made with, so that a name betrays no photo."""
        return _derive(self.master, "names")

    @property
    def device(self) -> DeviceId:
        """Who this device is in the journal."""
        return self.file.device

    def identity(self) -> "pyrage.x25519.Identity":
        """The age identity that opens evidence; raises `KeysMissing` where it was changed."""
        import pyrage  # noqa: PLC0415 - not needed for the first window

        try:
            return pyrage.x25519.Identity.from_str(
                _open(self.master, "identity", self.file.identity).decode("ascii")
            )
        except (InvalidTag, ValueError) as error:
            raise KeysMissing(path=KEYS, reason="identity") from error

    def recipient(self) -> "pyrage.x25519.Recipient":
        """The age recipient that evidence is encrypted to."""
        # Not the one that stands in keys.json: anybody could have written another there.
        return self.identity().to_public()

    def device_key(self) -> "EllipticCurvePrivateKey":
        """The device's private key; raises `KeysMissing` where it was changed or exchanged."""
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - only to sign
        from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

        try:
            private = serialization.load_der_private_key(
                _open(self.master, "device", self.file.device_private), password=None
            )
        except (InvalidTag, ValueError) as error:
            raise KeysMissing(path=KEYS, reason="device") from error
        public = private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        # Whoever may write keys.json must not be able to let us sign in another device's name.
        if not isinstance(private, ec.EllipticCurvePrivateKey) or (
            fingerprint(public) != self.file.device
        ):
            raise KeysMissing(path=KEYS, reason="device")
        return private

    def device_public(self) -> "EllipticCurvePublicKey":
        """The device's public key; raises `KeysMissing` where it was changed."""
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - only to sign
        from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

        try:
            der = base64.b64decode(self.file.device_public)
            public = serialization.load_der_public_key(der)
        except ValueError as error:
            raise KeysMissing(path=KEYS, reason="device") from error
        if not isinstance(public, ec.EllipticCurvePublicKey) or (
            fingerprint(der) != self.file.device
        ):
            raise KeysMissing(path=KEYS, reason="device")
        return public


def create(home: Path, staging: Path) -> Keys:
    """Fresh keys for a new workspace, durably in `home`; the slot's file first."""
    import pyrage  # noqa: PLC0415 - only when a workspace is created
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    master = secrets.token_bytes(32)
    opener = secrets.token_bytes(32)
    identity = pyrage.x25519.Identity.generate()
    private = ec.generate_private_key(ec.SECP256R1())
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    private_bytes = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    slot = FileSlot(id="file", file=FILE_SLOT, master=_seal(opener, "slot", master))
    file = KeyFile(
        format=1,
        workspace=secrets.token_hex(16),
        slots=(msgspec.Raw(codec.canonical(slot)),),
        recipient=str(identity.to_public()),
        identity=_seal(_derive(master, "identity"), "identity", str(identity).encode("ascii")),
        device=fingerprint(public),
        device_public=base64.b64encode(public).decode("ascii"),
        device_private=_seal(_derive(master, "device"), "device", private_bytes),
    )
    make_folder(home)
    write_durably(home / FILE_SLOT, base64.b64encode(opener) + b"\n", staging=staging)
    write_durably(
        home / KEYS, msgspec.json.format(codec.canonical(file), indent=1), staging=staging
    )
    return Keys(master, file)


def fingerprint(public: bytes) -> DeviceId:
    """The fingerprint of a public key (SubjectPublicKeyInfo, DER)."""
    import hashlib  # noqa: PLC0415 - only at creation, to sign and in the doctor

    return DeviceId(hashlib.sha256(public).hexdigest()[:FINGERPRINT])


def exist(home: Path) -> bool:
    """Whether `home` has keys."""
    return (home / KEYS).exists()


def load(home: Path) -> Keys:
    """Open the keys through the first slot that works; raises `KeysMissing`."""
    with explained(home / KEYS):
        data = (home / KEYS).read_bytes()
    try:
        file = codec.decode(data, KeyFile)
    except ValueError as error:  # both what msgspec raises and bytes that are not UTF-8
        raise KeysMissing(path=home / KEYS, reason="unreadable") from error
    for slot in file.slots:
        master = _through(home, slot)
        if master is not None:
            return Keys(master, file)
    raise KeysMissing(path=home / FILE_SLOT, reason="no slot opens")


def is_private(home: Path) -> bool:
    """Whether only the owner can read the slot's file (always true where modes mean nothing)."""
    return os.name == "nt" or (home / FILE_SLOT).stat().st_mode & 0o077 == 0


def is_consistent(file: KeyFile) -> bool:
    """Whether the device's name is the fingerprint of its public key."""
    try:
        public = base64.b64decode(file.device_public)
    except ValueError:
        return False
    return fingerprint(public) == file.device


def _through(home: Path, slot: msgspec.Raw) -> bytes | None:
    try:
        return _through_file(home, codec.decode(bytes(slot), FileSlot))
    except ValueError:  # a kind that this program does not know, or none at all
        return None


def _through_file(home: Path, slot: FileSlot) -> bytes | None:
    # A slot names a file beside keys.json; a path inside it would be somebody's trick.
    if Path(slot.file).name != slot.file:
        return None
    try:
        opener = base64.b64decode((home / slot.file).read_bytes())
        return _open(None, "slot", slot.master, key=opener)
    except (OSError, ValueError, InvalidTag):
        return None


def _derive(master: bytes, purpose: str) -> bytes:
    label = f"kepatuhan/1/{purpose}".encode("ascii")
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=label).derive(master)


def _seal(key: bytes, purpose: str, data: bytes) -> Sealed:
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(key).encrypt(nonce, data, purpose.encode("ascii"))
    return Sealed(base64.b64encode(nonce).decode("ascii"), base64.b64encode(sealed).decode("ascii"))


def _open(master: bytes | None, purpose: str, sealed: Sealed, key: bytes | None = None) -> bytes:
    if key is None:
        if master is None:
            raise KeysMissing(path="", reason="no key")
        key = _derive(master, purpose)
    nonce, data = base64.b64decode(sealed.nonce), base64.b64decode(sealed.data)
    return AESGCM(key).decrypt(nonce, data, purpose.encode("ascii"))
