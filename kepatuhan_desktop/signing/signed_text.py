"""Sign a line of text so that `openssl dgst -verify` can check it: docs/formats/trust.md.

Two lines: the payload, and the base64 of an ECDSA signature over the payload without its
line feed. Nothing else may stand in the file, and no byte of it can change unnoticed.
"""

from typing import TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop import codec
from kepatuhan_desktop.signing import certificates

T = TypeVar("T")

_ALGORITHM = ec.ECDSA(hashes.SHA256())
_LONGEST_SIGNATURE = 80
"""Bytes of a P-256 signature, DER, at most 72."""


def write(payload: bytes, key: certificates.PrivateKey) -> bytes:
    """The two lines; the payload holds no line feed."""
    return payload + b"\n" + sign(payload, key).encode("ascii") + b"\n"


def split(data: bytes, limit: int) -> tuple[bytes, str]:
    """The payload and the signature's base64; raises `ValueError` for anything but two lines."""
    if len(data) > limit:
        raise ValueError("too long")
    lines = data.split(b"\n")
    match lines:
        case [payload, signature, b""]:
            return payload, signature.decode("ascii")
        case _:
            raise ValueError("not two lines")


def read(payload: bytes, kind: type[T]) -> T:
    """The value that the payload spells; raises `ValueError` for any spelling but the canonical."""
    try:
        value = codec.decode(payload, kind)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if codec.canonical(value) != payload:
        raise ValueError("not canonical")
    return value


def sign(payload: bytes, key: certificates.PrivateKey) -> str:
    """The base64 of the signature."""
    return certificates.encode(key.sign(payload, _ALGORITHM))


def is_signed(payload: bytes, signature: str, public: object) -> bool:
    """Whether the holder of that P-256 key signed exactly these bytes."""
    if not isinstance(public, ec.EllipticCurvePublicKey):
        return False
    try:
        public.verify(certificates.decode(signature, _LONGEST_SIGNATURE), payload, _ALGORITHM)
    except (ValueError, InvalidSignature):
        return False
    return True
