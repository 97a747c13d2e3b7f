"""Read the X.509 certificates and revocation lists of auditors and authorities."""

import base64
import binascii
import hashlib
import unicodedata
from datetime import UTC, datetime, timedelta

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import RevocationReason

LEAF_DAYS = 825
ROOT_DAYS = 3652
"""Ten years."""
LIST_DAYS = 180
"""How long a revocation list calls itself fresh."""
LONGEST_TEXT = 64
"""Characters of a name in a certificate, by X.520."""
LONGEST_LINE = 200
"""Characters of a name, a position or an authority's name outside a certificate."""
LARGEST = 16_384
"""Bytes of one certificate or request."""
LARGEST_LIST = 1_000_000
"""Bytes of one revocation list."""
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
SLACK = timedelta(days=1)
"""Certificates begin this much early, for clocks that are behind."""

PrivateKey = ec.EllipticCurvePrivateKey
PublicKey = ec.EllipticCurvePublicKey

REASON_FLAGS = {
    RevocationReason.KEY_STOLEN: x509.ReasonFlags.key_compromise,
    RevocationReason.MOVED: x509.ReasonFlags.affiliation_changed,
    RevocationReason.REPLACED: x509.ReasonFlags.superseded,
    RevocationReason.ENDED: x509.ReasonFlags.cessation_of_operation,
}
UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
"""What reading a certificate raises where it is not one."""


class CertificateFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a certificate says in its own words."""

    name: str
    nip: str
    position: str
    issuer: str
    """Common name of whoever issued it."""
    device: DeviceId
    """Fingerprint of the public key."""
    serial: int
    valid_from: datetime
    valid_until: datetime
    is_self_issued: bool
    binds: bool
    """Whether its usage allows signatures that the signer cannot deny."""

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether the moment lies between its dates."""
        return self.valid_from <= moment <= self.valid_until


def spki(key: PublicKey | rsa.RSAPublicKey) -> bytes:
    """SubjectPublicKeyInfo, DER."""
    return key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def identify(public: bytes) -> DeviceId:
    """The fingerprint of a SubjectPublicKeyInfo: 32 hexadecimal characters of its SHA-256."""
    return DeviceId(hashlib.sha256(public).hexdigest()[:32])


def public_key(certificate: x509.Certificate | x509.CertificateSigningRequest) -> PublicKey:
    """The P-256 key in a certificate or a request; raises `ValueError` for any other key."""
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    raise ValueError("not P-256")


def fingerprint_of(certificate: x509.Certificate) -> DeviceId:
    """The fingerprint of the key in a certificate."""
    public = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return identify(public)


def groups(fingerprint: str) -> tuple[str, ...]:
    """A fingerprint as eight groups of four, for two people to compare."""
    return tuple(fingerprint[place : place + 4] for place in range(0, 32, 4))


def ungroup(text: str) -> str:
    """A fingerprint as somebody typed it, without what stands between the groups."""
    return "".join(one for one in text.lower() if one.isalnum())


def encode(der: bytes) -> str:
    """DER as base64."""
    return base64.b64encode(der).decode("ascii")


def decode(text: str, limit: int = LARGEST) -> bytes:
    """Base64 as DER; raises `ValueError` where it is too long or not as `encode` writes it."""
    if len(text) > limit * 4 // 3 + 4:
        raise ValueError("too long")
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("base64") from error
    # Base64 has several spellings of the same bytes; one is enough.
    if encode(data) != text:
        raise ValueError("base64")
    return data


def load(der: bytes) -> x509.Certificate:
    """The certificate in `der`, whole and without anything behind it; raises `ValueError`."""
    if len(der) > LARGEST:
        raise ValueError("too long")
    try:
        found = x509.load_der_x509_certificate(der)
        # Most of it is read when it is asked for; whoever asks later need not be careful.
        _ = (found.subject, found.issuer, found.extensions, found.public_key())
        _ = (found.not_valid_before_utc, found.not_valid_after_utc)
    except UNREADABLE as error:
        raise ValueError("not a certificate") from error
    return found


def load_list(der: bytes) -> x509.CertificateRevocationList:
    """The revocation list in `der`, whole and without anything behind it; raises `ValueError`."""
    if len(der) > LARGEST_LIST:
        raise ValueError("too long")
    try:
        found = x509.load_der_x509_crl(der)
        _ = (found.issuer, found.extensions, found.last_update_utc, found.next_update_utc)
        _ = [(one.serial_number, one.revocation_date_utc, one.extensions) for one in found]
    except UNREADABLE as error:
        raise ValueError("not a revocation list") from error
    return found


def dump(found: x509.Certificate | x509.CertificateRevocationList) -> bytes:
    """The DER bytes."""
    return found.public_bytes(serialization.Encoding.DER)


def facts(certificate: x509.Certificate) -> CertificateFacts:
    """What `certificate` says; raises `ValueError` where an extension cannot be read."""
    return CertificateFacts(
        name=_said(certificate.subject, NameOID.COMMON_NAME),
        nip=_said(certificate.subject, NameOID.SERIAL_NUMBER),
        position=_said(certificate.subject, NameOID.TITLE),
        issuer=_said(certificate.issuer, NameOID.COMMON_NAME),
        device=fingerprint_of(certificate),
        serial=certificate.serial_number,
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        is_self_issued=certificate.subject == certificate.issuer,
        binds=binds(certificate),
    )


def binds(certificate: x509.Certificate) -> bool:
    """Whether the key usage has both digitalSignature and nonRepudiation (contentCommitment)."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.digital_signature and usage.content_commitment


def is_root(certificate: x509.Certificate) -> bool:
    """Whether it may issue certificates and lists, and its key is P-256; raises `ValueError`."""
    try:
        extensions = certificate.extensions
        constraints = extensions.get_extension_for_class(x509.BasicConstraints)
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    key = certificate.public_key()
    return (
        constraints.critical
        and constraints.value.ca
        and usage.key_cert_sign
        and usage.crl_sign
        and isinstance(key, ec.EllipticCurvePublicKey)
        and isinstance(key.curve, ec.SECP256R1)
    )


def is_issued_by(certificate: x509.Certificate, root: x509.Certificate) -> bool:
    """Whether the key of `root` signed `certificate`, which names it as the issuer."""
    try:
        certificate.verify_directly_issued_by(root)
    except (*UNREADABLE, InvalidSignature):
        return False
    return True


def is_list_of(found: x509.CertificateRevocationList, root: x509.Certificate) -> bool:
    """Whether the key of `root` signed that revocation list, which names it as the issuer."""
    public = root.public_key()
    if found.issuer != root.subject or not isinstance(public, ec.EllipticCurvePublicKey):
        return False
    return found.is_signature_valid(public)


def reason_of(one: x509.RevokedCertificate) -> RevocationReason | None:
    """Why it was revoked; None for reasons that this program has no word for."""
    try:
        flag = one.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except x509.ExtensionNotFound:
        return None
    return next((reason for reason, known in REASON_FLAGS.items() if known is flag), None)


def is_sane(certificate: x509.Certificate, longest_days: int) -> bool:
    """Whether its dates are in order, in this century and not further apart than allowed."""
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    longest = timedelta(days=longest_days) + 2 * SLACK
    return EARLIEST <= first < last <= LATEST and last - first <= longest


def is_line(text: str) -> bool:
    """Whether `text` is one printable line that begins and ends with something to be seen."""
    return 0 < len(text) <= LONGEST_LINE and text.isprintable() and text == text.strip()


def is_moment(text: str) -> bool:
    """Whether `text` is ISO 8601 with an offset, in this century."""
    try:
        return EARLIEST <= datetime.fromisoformat(text) <= LATEST
    except (ValueError, TypeError):  # TypeError: without an offset
        return False


def fitting(text: str) -> str:
    """`text` in one line, without control characters, as long as a certificate takes."""
    plain = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in text)
    return " ".join(plain.split())[:LONGEST_TEXT].strip()


def _said(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    values = name.get_attributes_for_oid(oid)
    return str(values[0].value) if values else ""
