"""Keep what an authority knows in one signed text, its roots' keys locked by a passphrase."""

from typing import Literal

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason
from kepatuhan_desktop.errors import AuthorityDamaged, AuthorityLocked
from kepatuhan_desktop.signing import certificates, signed_text
from kepatuhan_desktop.signing.certificates import PrivateKey

LARGEST = 64_000_000
"""Bytes of an authority's state."""
_ROUNDS = 600_000
"""Of PBKDF2 with SHA-256 between the passphrase and a root's key."""


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """A root, present or replaced; replaced ones go on signing their revocation lists."""

    certificate: str
    """X.509, DER, base64."""
    key: str
    """PKCS#12 that holds the key alone, encrypted with the passphrase; base64."""


class Revocation(msgspec.Struct, frozen=True, kw_only=True):
    """That a certificate was taken back."""

    since: str
    """From when on it no longer counts, ISO 8601 in UTC."""
    reason: RevocationReason


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate that the authority gave."""

    enrolled: Enrolled
    issued_at: str
    revoked: Revocation | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that an authority knows."""

    format: Literal[1]
    name: str
    version: int
    """Of the trust file that was published last; 0 before the first."""
    list_number: int
    """Of the revocation lists that were made last."""
    roots: tuple[Root, ...]
    """The present one first."""
    handovers: tuple[str, ...]
    issued: tuple[Issued, ...]
    """In the order in which they were given."""
    recipients: tuple[str, ...]
    published_at: str
    """When that trust file was made, ISO 8601 in UTC; empty before the first."""
    published: str
    """Its SHA-256."""
    published_root: str
    """Fingerprint of the root that signed it."""
    is_published: bool
    """Whether that trust file says all that this state does."""


class Opened(msgspec.Struct, frozen=True):
    """A state with the keys of its roots, in the same order."""

    state: State
    keys: tuple[PrivateKey, ...]

    @property
    def root(self) -> x509.Certificate:
        """The present root."""
        return certificate(self.state.roots[0].certificate)

    def write(self) -> bytes:
        """The state as its folder keeps it, signed by the present root."""
        return signed_text.write(codec.canonical(self.state), self.keys[0])


def read(data: bytes, passphrase: str, *, path: str) -> Opened:
    """The state in `data`, checked and unlocked.

    Raises `AuthorityDamaged`, `AuthorityLocked`.
    """
    try:
        payload, signature = signed_text.split(data, LARGEST)
        state = signed_text.read(payload, State)
        root = certificate(state.roots[0].certificate)
    except (ValueError, IndexError) as error:
        raise AuthorityDamaged(path=path, reason="form") from error
    if not signed_text.is_signed(payload, signature, root.public_key()):
        raise AuthorityDamaged(path=path, reason="signature")
    return Opened(state, tuple(unlock(one, passphrase, state.name) for one in state.roots))


def lock(key: PrivateKey, passphrase: str) -> str:
    """The key under a passphrase, as `Root` keeps it."""
    # A PKCS#8 file by this library would be 300 times cheaper to guess at.
    encryption = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode("utf-8"))
    )
    sealed = pkcs12.serialize_key_and_certificates(None, key, None, None, encryption)
    return certificates.encode(sealed)


def unlock(root: Root, passphrase: str, name: str) -> PrivateKey:
    """The key of a root; raises `AuthorityLocked`, which names the authority."""
    try:
        sealed = certificates.decode(root.key)
        key, _, _ = pkcs12.load_key_and_certificates(sealed, passphrase.encode("utf-8"))
    except ValueError as error:
        raise AuthorityLocked(name=name) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise AuthorityLocked(name=name)
    return key


def certificate(text: str) -> x509.Certificate:
    """A certificate of the state."""
    return certificates.load(certificates.decode(text))
