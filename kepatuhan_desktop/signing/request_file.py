"""Write and check requests for a certificate: docs/formats/trust.md.

A request holds a PKCS#10 request made with the device's key, and is signed as a whole by it.
"""

from typing import Literal

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import RequestDamaged
from kepatuhan_desktop.signing import certificates, issuing, recipients, signed_text

LARGEST = 64_000
"""Bytes of a request file."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody asks of an authority."""

    name: str
    nip: str
    position: str
    device: DeviceId
    """Fingerprint of the key that the certificate is asked for."""
    csr: str
    """PKCS#10, DER, base64."""
    recipient: str
    """age recipient of the device's workspace."""
    made_at: str
    """Wall clock of the device, ISO 8601 with offset."""

    @property
    def person(self) -> Person:
        """Who asks."""
        return Person(name=self.name, nip=self.nip, position=self.position)

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """The device's, in groups, as people compare it."""
        return certificates.groups(self.device)

    def public(self) -> certificates.PublicKey:
        """The key; of a request that `read` has checked."""
        return certificates.public_key(x509.load_der_x509_csr(certificates.decode(self.csr)))


class _File(msgspec.Struct, frozen=True, kw_only=True):
    format: Literal[1]
    request: Request


def write(key: certificates.PrivateKey, person: Person, recipient: str, made_at: str) -> bytes:
    """The file."""
    csr = (
        x509.CertificateSigningRequestBuilder()
        .subject_name(issuing.subject_of(person))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )
    request = Request(
        name=person.name,
        nip=person.nip,
        position=person.position,
        device=certificates.identify(certificates.spki(key.public_key())),
        csr=certificates.encode(csr),
        recipient=recipient,
        made_at=made_at,
    )
    return signed_text.write(codec.canonical(_File(format=1, request=request)), key)


def read(data: bytes) -> Request:
    """What a request says, everything in it checked; raises `RequestDamaged`."""
    if len(data) > LARGEST:
        raise RequestDamaged(reason="size")
    try:
        payload, signature = signed_text.split(data, LARGEST)
        request = signed_text.read(payload, _File).request
    except ValueError as error:
        raise RequestDamaged(reason="form") from error
    public = _proven_key(request)
    if not signed_text.is_signed(payload, signature, public):
        raise RequestDamaged(reason="signature")
    if certificates.identify(certificates.spki(public)) != request.device:
        raise RequestDamaged(reason="certificate")
    _require_form(request)
    return request


def _proven_key(request: Request) -> certificates.PublicKey:
    """The key in the PKCS#10 request, whose holder made it."""
    try:
        csr = x509.load_der_x509_csr(certificates.decode(request.csr))
        subject, is_proven = csr.subject, csr.is_signature_valid
    except certificates.UNREADABLE as error:
        raise RequestDamaged(reason="certificate") from error
    try:
        key = certificates.public_key(csr)
    except certificates.UNREADABLE as error:
        raise RequestDamaged(reason="algorithm") from error
    if not is_proven or subject != issuing.subject_of(request.person):
        raise RequestDamaged(reason="certificate")
    return key


def _require_form(request: Request) -> None:
    optional = (request.nip, request.position)
    if not certificates.is_line(request.name) or not all(
        not word or certificates.is_line(word) for word in optional
    ):
        raise RequestDamaged(reason="form")
    if not recipients.is_one(request.recipient):
        raise RequestDamaged(reason="recipient")
    if not certificates.is_moment(request.made_at):
        raise RequestDamaged(reason="date")
