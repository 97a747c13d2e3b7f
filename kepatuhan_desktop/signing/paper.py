"""Write, read and check the signed code that survives printing; docs/formats/paper.md.

A code is "KPD1:" and base 32 of 135 bytes: 71 that say what was sealed, 64 of an ECDSA
signature by the device's key. QR codes hold such letters in their dense alphanumeric mode.
"""

import base64
import hashlib
import re
import struct
from datetime import date, timedelta

import msgspec
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kepatuhan_desktop.errors import BugError, PaperDamaged, PaperForeign, PaperNewer

PREFIX = "KPD1:"
LENGTH = 221
"""Characters of a code: the most that fit QR version 8 with error correction M."""

_SAID = struct.Struct(">26s H 16s B I 12s H 8s")
_HALF = 32
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group of P-256, which bounds both numbers of a signature."""
_ANY_VERSION = re.compile(r"KPD[0-9]{1,3}:")
_LETTERS = re.compile(r"[A-Z2-7]+")
_ASSESSMENT = re.compile(r"[0-9a-z]{1,26}")
_CATEGORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,11}")
_CATEGORY_LENGTH = 12
_MAX_PLACES = 9
_EPOCH = date(1970, 1, 1)


class PaperFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a code says; make it with `facts`, which shortens what has no room on paper."""

    assessment: str
    revision: int
    record: str
    """First 32 of the 64 hexadecimal characters of the attached record's SHA-256."""
    score: str
    """Decimal string with the places it was rounded to, such as `88.26`."""
    category: str
    """Id of the category, at most its first 12 characters."""
    day: str
    """Day of the seal at its place, ISO 8601."""
    device: str
    """First 16 of the 32 hexadecimal characters of the device's fingerprint."""

    @property
    def short(self) -> str:
        """What a person compares by eye: the record's first 16 characters in groups of four."""
        return short(self.record)


class PaperCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code that was read; only `check` tells whether the device really said it."""

    facts: PaperFacts
    said: bytes
    """The bytes that were signed."""
    signature: bytes
    """ECDSA as DER, which is what verifiers take."""


def facts(
    *,
    assessment: str,
    revision: int,
    record: str,
    score: str,
    category: str,
    sealed_at: str,
    device: str,
) -> PaperFacts:
    """The facts of a seal; `record`, `category`, `sealed_at` and `device` may be in full.

    Two seals that differ in what the paper holds give different facts, so comparing is enough.
    """
    return PaperFacts(
        assessment=assessment,
        revision=revision,
        record=record[:32],
        score=score,
        category=category[:_CATEGORY_LENGTH],
        day=sealed_at[:10],
        device=device[:16],
    )


def short(record: str) -> str:
    """The first 16 characters of a digest in groups of four, for the eye."""
    return " ".join(record[at : at + 4] for at in range(0, 16, 4))


def write(key: ec.EllipticCurvePrivateKey, said: PaperFacts) -> str:
    """The code of `said`, signed with the device's key; the same arguments give the same code.

    (Where OpenSSL is older than 3.2 the signature differs each time.) `BugError` for facts
    that have no place in the format or name another device than that of the key.
    """
    if said.device != _device(key.public_key()):
        raise BugError("paper: the facts name another device")
    packed = _pack(said)
    try:
        made = key.sign(_signed(packed), ec.ECDSA(SHA256(), deterministic_signing=True))
    except UnsupportedAlgorithm:
        made = key.sign(_signed(packed), ec.ECDSA(SHA256()))
    r, s = decode_dss_signature(made)
    # -s would do as well; the smaller is the only one that is read, so that a code is unique.
    s = min(s, _ORDER - s)
    whole = packed + r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")
    return PREFIX + base64.b32encode(whole).decode("ascii")


def digest(code: str) -> str:
    """SHA-256 of a code without white space: by it a device knows when it saw the code first."""
    return hashlib.sha256("".join(code.split()).encode("ascii")).hexdigest()


def is_code(text: str) -> bool:
    """Whether `text` claims to be a code of ours, of whatever version."""
    return _ANY_VERSION.match("".join(text.split())) is not None


def read(text: str) -> PaperCode:
    """What `text` says; white space, which e-mail and scanners put in, counts for nothing.

    Raises `PaperForeign` for something else than a code of ours, `PaperNewer` for one of a
    later version, `PaperDamaged` for one with anything wrong. Nothing is verified yet.
    """
    text = "".join(text.split())
    if not is_code(text):
        raise PaperForeign()
    if not text.startswith(PREFIX):
        raise PaperNewer(found=text.partition(":")[0], supported=PREFIX.rstrip(":"))
    if len(text) != LENGTH:
        raise PaperDamaged(reason="length")
    if _LETTERS.fullmatch(text, len(PREFIX)) is None:
        raise PaperDamaged(reason="letters")
    whole = base64.b32decode(text.removeprefix(PREFIX))
    packed, signature = whole[: _SAID.size], whole[_SAID.size :]
    r, s = (int.from_bytes(half, "big") for half in (signature[:_HALF], signature[_HALF:]))
    if not (0 < r < _ORDER and 0 < s <= _ORDER // 2):
        raise PaperDamaged(reason="signature")
    return PaperCode(
        facts=_unpack(packed), said=_signed(packed), signature=encode_dss_signature(r, s)
    )


def check(code: PaperCode, public: ec.EllipticCurvePublicKey) -> bool:
    """Whether the holder of `public` said exactly this, and the code names that very key."""
    if not isinstance(public.curve, ec.SECP256R1) or code.facts.device != _device(public):
        return False
    try:
        public.verify(code.signature, code.said, ec.ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def _signed(packed: bytes) -> bytes:
    # The prefix tells this use of the key from every other one.
    return PREFIX.encode("ascii") + packed


def _device(public: ec.EllipticCurvePublicKey) -> str:
    spki = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(spki).hexdigest()[:16]


def _pack(said: PaperFacts) -> bytes:
    whole, _, places = said.score.partition(".")
    try:
        packed = _SAID.pack(
            said.assessment.encode("ascii"),
            said.revision,
            bytes.fromhex(said.record),
            len(places),
            int(whole + places),
            said.category.encode("ascii"),
            (date.fromisoformat(said.day) - _EPOCH).days,
            bytes.fromhex(said.device),
        )
        is_same = _unpack(packed) == said
    except (struct.error, ValueError, PaperDamaged) as error:
        raise BugError(f"paper: {said}") from error
    if not is_same:
        raise BugError(f"paper: {said}")
    return packed


def _unpack(packed: bytes) -> PaperFacts:
    assessment, revision, record, places, units, category, days, device = _SAID.unpack(packed)
    if revision == 0 or places > _MAX_PLACES:
        raise PaperDamaged(reason="numbers")
    return PaperFacts(
        assessment=_name(assessment, _ASSESSMENT),
        revision=revision,
        record=record.hex(),
        score=_decimal(units, places),
        category=_name(category, _CATEGORY),
        day=(_EPOCH + timedelta(days=days)).isoformat(),
        device=device.hex(),
    )


def _name(padded: bytes, pattern: re.Pattern[str]) -> str:
    text = padded.rstrip(b"\0").decode("ascii", "replace")
    if pattern.fullmatch(text) is None:
        raise PaperDamaged(reason="names")
    return text


def _decimal(units: int, places: int) -> str:
    digits = f"{units:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
