"""Make the certificates and revocation lists of auditors and authorities.

Signatures are ECDSA with SHA-256 by P-256 keys. Moments come as arguments.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.signing import certificates


def subject_of(person: Person, organisation: str = "") -> x509.Name:
    """The subject of a person's certificate; what is longer than X.520 allows is cut."""
    found = [x509.NameAttribute(NameOID.COUNTRY_NAME, "ID")]
    for oid, value in (
        (NameOID.ORGANIZATION_NAME, organisation),
        (NameOID.TITLE, person.position),
        (NameOID.SERIAL_NUMBER, person.nip),
        (NameOID.COMMON_NAME, person.name),
    ):
        text = certificates.fitting(value)
        if text:
            found.append(x509.NameAttribute(oid, text))
    return x509.Name(found)


def self_issue(
    key: certificates.PrivateKey, person: Person, at: datetime, organisation: str = ""
) -> bytes:
    """A certificate that nobody vouches for, DER."""
    name = subject_of(person, organisation)
    until = at + timedelta(days=certificates.LEAF_DAYS)
    return _signed(name, key.public_key(), name, key, at, until)


def issue(
    root: x509.Certificate,
    root_key: certificates.PrivateKey,
    person: Person,
    public: certificates.PublicKey,
    at: datetime,
) -> bytes:
    """A person's certificate, DER; it never outlives the root."""
    name = subject_of(person, certificates.facts(root).name)
    until = min(at + timedelta(days=certificates.LEAF_DAYS), root.not_valid_after_utc)
    return _signed(name, public, root.subject, root_key, at, until)


def make_root(key: certificates.PrivateKey, name: str, at: datetime) -> bytes:
    """The self-issued certificate of an authority, DER."""
    common = x509.NameAttribute(NameOID.COMMON_NAME, certificates.fitting(name))
    subject = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"), common])
    until = at + timedelta(days=certificates.ROOT_DAYS)
    return _signed(subject, key.public_key(), subject, key, at, until, is_authority=True)


def hand_over(
    old: x509.Certificate, old_key: certificates.PrivateKey, new: x509.Certificate, at: datetime
) -> bytes:
    """The new root's certificate as the old root signs it, DER."""
    public = certificates.public_key(new)
    until = min(old.not_valid_after_utc, new.not_valid_after_utc)
    return _signed(new.subject, public, old.subject, old_key, at, until, is_authority=True)


def revocation_list(
    root: x509.Certificate,
    key: certificates.PrivateKey,
    revoked: Iterable[tuple[int, datetime, RevocationReason]],
    number: int,
    at: datetime,
) -> bytes:
    """The list of revoked serial numbers with date and reason, DER."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root.subject)
        .last_update(_whole(at))
        .next_update(_whole(at + timedelta(days=certificates.LIST_DAYS)))
        .add_extension(x509.CRLNumber(number), critical=False)
        .add_extension(_authority_key(key), critical=False)
    )
    for serial, since, reason in revoked:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(serial)
            .revocation_date(_whole(since))
            .add_extension(x509.CRLReason(certificates.REASON_FLAGS[reason]), critical=False)
            .build()
        )
    return certificates.dump(builder.sign(key, hashes.SHA256()))


def _signed(
    subject: x509.Name,
    public: certificates.PublicKey,
    issuer: x509.Name,
    key: certificates.PrivateKey,
    at: datetime,
    until: datetime,
    *,
    is_authority: bool = False,
) -> bytes:
    # No path length: a handover stands between a later root's certificates and this root.
    return certificates.dump(
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_whole(at - certificates.SLACK))
        .not_valid_after(_whole(until))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_usage(is_authority=is_authority), critical=True)
        .add_extension(_authority_key(key), critical=False)
        .sign(key, hashes.SHA256())
    )


def _authority_key(key: certificates.PrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _whole(moment: datetime) -> datetime:
    """X.509 knows seconds in UTC."""
    return moment.astimezone(UTC).replace(microsecond=0)
