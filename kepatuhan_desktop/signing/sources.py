"""Open the key that signs: this device's own, a PKCS#12 file's, or a token's.

pyHanko is imported when a source is opened, which is for the worker.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kepatuhan_desktop.errors import KeyNotUsable, SecretWrong
from kepatuhan_desktop.signing import certificates

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

LARGEST_FILE = 1_000_000
"""Bytes of a PKCS#12 file."""
SMALLEST_RSA = 2048
_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)

# ruff: noqa: PLC0415 - pyHanko and what it needs take more than a second to import


class SourceKind(StrEnum):
    """Where the key lies."""

    DEVICE = "device"
    PKCS12 = "pkcs12"
    TOKEN = "token"


class Source:
    """An opened key with the certificate that says whose it is; `close` lets go of it."""

    def __init__(
        self,
        kind: SourceKind,
        signer: "Signer",
        certificate: bytes,
        chain: Iterable[bytes] = (),
        close: Callable[[], None] | None = None,
    ) -> None:
        self.kind = kind
        self.signer = signer
        """What pyHanko signs with."""
        self.certificate = certificate
        """DER."""
        self.chain = tuple(chain)
        """Certificates from the issuer's up to the root, as far as they are known; DER."""
        self._close = close

    def close(self) -> None:
        """Let go of the key; a token is logged out. Does nothing the second time."""
        close, self._close = self._close, None
        if close is not None:
            close()

    def __enter__(self) -> "Source":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def of_device(
    key: ec.EllipticCurvePrivateKey, certificate: bytes, chain: Iterable[bytes] = ()
) -> Source:
    """This device's own key."""
    chain = tuple(chain)
    return Source(SourceKind.DEVICE, _signer(key, certificate, chain), certificate, chain)


def open_pkcs12(data: bytes, secret: str, *, name: str, at: datetime) -> Source:
    """The key in a PKCS#12 file called `name`; it is read, never kept.

    Raises `SecretWrong`; `KeyNotUsable` where the file is damaged, holds no key with its
    certificate, or the certificate does not allow binding signatures at this moment.
    """
    from cryptography.hazmat.primitives.serialization import pkcs12

    examine_pkcs12(data, name=name)
    try:
        found = pkcs12.load_pkcs12(data, secret.encode("utf-8"))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SecretWrong(name=name) from error
    if found.key is None or found.cert is None:
        raise KeyNotUsable(name=name, reason="no_key")
    # That the two belong together was seen to by the reader.
    key, leaf = found.key, found.cert.certificate
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise KeyNotUsable(name=name, reason="algorithm")
    require_usable(leaf, name=name, at=at)
    certificate = certificates.dump(leaf)
    chain = upwards(leaf, [one.certificate for one in found.additional_certs])
    return Source(SourceKind.PKCS12, _signer(key, certificate, chain), certificate, chain)


def examine_pkcs12(data: bytes, *, name: str) -> None:
    """Raise `KeyNotUsable` where `data` is no PKCS#12 file, as far as can be said without
    its passphrase.
    """
    from asn1crypto import pkcs12

    if len(data) > LARGEST_FILE:
        raise KeyNotUsable(name=name, reason="size")
    try:
        version = pkcs12.Pfx.load(data, strict=True)["version"].native
    except (ValueError, TypeError, KeyError) as error:
        raise KeyNotUsable(name=name, reason="form") from error
    if version != "v3":
        raise KeyNotUsable(name=name, reason="form")


def require_usable(leaf: x509.Certificate, *, name: str, at: datetime) -> None:
    """Raise `KeyNotUsable` where a certificate cannot make binding signatures at this moment."""
    reason = reason_against(leaf, at)
    if reason:
        raise KeyNotUsable(name=name, reason=reason)


def hush() -> None:
    """Keep what pyHanko logs off the error stream; a verdict says what matters."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def reason_against(leaf: x509.Certificate, at: datetime) -> str:
    try:
        binds, key = certificates.binds(leaf), leaf.public_key()
    except certificates.UNREADABLE:
        return "certificate"
    fits = (isinstance(key, rsa.RSAPublicKey) and key.key_size >= SMALLEST_RSA) or (
        isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, _CURVES)
    )
    if not fits:
        return "algorithm"
    if not binds:
        return "usage"
    if at < leaf.not_valid_before_utc:
        return "not_yet"
    return "expired" if at > leaf.not_valid_after_utc else ""


def _signer(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
    certificate: bytes,
    chain: Iterable[bytes],
) -> "Signer":
    from asn1crypto import keys as asn1_keys
    from asn1crypto import x509 as asn1_x509
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    hush()
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko left it out
    store.register_multiple([asn1_x509.Certificate.load(one) for one in chain])
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=store,
    )


def upwards(leaf: x509.Certificate, others: list[x509.Certificate]) -> tuple[bytes, ...]:
    """From the issuer of `leaf` upwards, as far as `others` reach."""
    chain: list[x509.Certificate] = []
    current = leaf
    while current.subject != current.issuer:
        left = (one for one in others if one not in chain)
        above = next((one for one in left if certificates.is_issued_by(current, one)), None)
        if above is None:
            break
        chain.append(above)
        current = above
    return tuple(certificates.dump(one) for one in chain)
