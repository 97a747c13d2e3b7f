"""Read back what this device adopted, and judge its own certificate by that.

Each adoption is signed with the device's key. Without that, an entry from elsewhere that
claims to be of this device would make it trust whomever the sender likes.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.ids import DeviceId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Trust
from kepatuhan_desktop.errors import TrustDamaged
from kepatuhan_desktop.signing import certificates, issuing, signed_text, trust_file
from kepatuhan_desktop.signing.certificates import CertificateFacts
from kepatuhan_desktop.signing.trust_file import Revoked
from kepatuhan_desktop.storage.journal import Journal

CERTIFICATE = Slot("certificate")
TRUST = Slot("trust")
_AUTHORITY = "authority:"
_ADOPTED = b"kepatuhan/1/adopted "
"""Begins what the device signs when it adopts a trust file; the file's SHA-256 follows."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What the journal says about this device's certificate and its trust."""

    certificate: bytes | None
    """DER; None before the first one was made."""
    facts: CertificateFacts | None
    trusts: dict[DeviceId, Trust]
    """By the id of the authority, in the order of adoption."""
    voucher: Trust | None
    """The trust whose authority gave the certificate."""
    enrolled: Enrolled | None
    """How the authority enrolled this device, for that certificate."""
    revoked: Revoked | None
    """Where the certificate was revoked, or its key called stolen."""
    fresh: tuple[datetime, datetime] | None
    """From when until when the list of revoked certificates is fresh that matters here."""

    @property
    def latest(self) -> Trust | None:
        """The trust that vouches, or else the one that was adopted last."""
        return self.voucher or next(reversed(self.trusts.values()), None)


class _Adoption(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    """The trust file, to the byte."""
    adopted: str
    """Base64 of this device's signature."""


class _Certificate(msgspec.Struct, frozen=True, kw_only=True):
    certificate: str
    """DER, base64."""
    source: str
    """`self` or `authority`."""


def read(journal: Journal, public: ec.EllipticCurvePublicKey) -> Held:
    """What this device holds; `public` is its own key."""
    trusts: dict[DeviceId, Trust] = {}
    for entry in journal.written_here(_AUTHORITY):
        trust = _adopted(entry, public)
        if trust is None:
            continue
        authority = trust_file.identify(trust)
        known = trusts.get(authority)
        # The highest version, not the last entry: an old adoption can be sent once more.
        if known is None or trust.version > known.version:
            trusts.pop(authority, None)
            trusts[authority] = trust
    return judge(_own_certificate(journal), trusts, journal.device)


def judge(certificate: bytes | None, trusts: dict[DeviceId, Trust], device: DeviceId) -> Held:
    """What these trusts say about a device's certificate."""
    facts = certificates.facts(certificates.load(certificate)) if certificate else None
    voucher, enrolled, revoked = None, None, None
    text = certificates.encode(certificate) if certificate else ""
    for trust in trusts.values():
        taken_back = trust_file.revoked(trust)
        for one in trust.enrolled:
            if one.device != device:
                continue
            found = taken_back.get(trust_file.serial(one))
            if one.certificate == text:
                voucher, enrolled = trust, one
                revoked = found or revoked
            elif found is not None and found.reason is RevocationReason.KEY_STOLEN:
                revoked = found
    latest = voucher or next(reversed(trusts.values()), None)
    return Held(
        certificate=certificate,
        facts=facts,
        trusts=trusts,
        voucher=voucher,
        enrolled=enrolled,
        revoked=revoked,
        fresh=trust_file.freshness(latest) if latest else None,
    )


def adoption(journal: Journal, trust: Trust, text: str, key: certificates.PrivateKey) -> Draft:
    """The entry by which this device adopts a trust file."""
    record = RecordId(f"{_AUTHORITY}{trust_file.identify(trust)}")
    value = _Adoption(text=text, adopted=signed_text.sign(_statement(text), key))
    return Draft(
        kind=Kind.TRUST,
        record=record,
        slot=TRUST,
        value=codec.plain(value),
        replaces=tuple(one.id for one in journal.heads_of(record) if one.slot == TRUST),
    )


def better_certificate(
    journal: Journal,
    held: Held,
    person: Person,
    key: Callable[[], certificates.PrivateKey],
    at: datetime,
) -> Draft | None:
    """The entry that gives the device a certificate fitting `person` now; None where it has one.

    A person whose certificate was revoked does not get another by asking this device.
    """
    given = _given(held, journal.device, person, at)
    if given is not None:
        return None if given == held.certificate else _draft(journal, given, "authority")
    fits = held.facts is not None and _fits(held.facts, person)
    if held.facts and fits and (held.revoked is not None or held.facts.is_valid_at(at)):
        return None
    named = person if person.name.strip() else Person(name=f"Perangkat {journal.device[:8]}")
    return _draft(journal, issuing.self_issue(key(), named, at), "self")


def standing(trust: Trust, device: DeviceId) -> tuple[Enrolled, Revoked | None] | None:
    """A device's newest certificate that counts, or else its newest and why it does not."""
    taken_back = trust_file.revoked(trust)
    mine = [one for one in reversed(trust.enrolled) if one.device == device]
    found = [(one, taken_back.get(trust_file.serial(one))) for one in mine]
    return next((pair for pair in found if pair[1] is None), found[0] if found else None)


def _given(held: Held, device: DeviceId, person: Person, at: datetime) -> bytes | None:
    """The newest certificate that an authority gave and that fits."""
    for trust in reversed(held.trusts.values()):
        found = standing(trust, device)
        if found is None or found[1] is not None:
            continue
        certificate = certificates.decode(found[0].certificate)
        facts = certificates.facts(certificates.load(certificate))
        if _fits(facts, person) and facts.is_valid_at(at):
            return certificate
    return None


def _fits(facts: CertificateFacts, person: Person) -> bool:
    name, nip = certificates.fitting(person.name), certificates.fitting(person.nip)
    return (not name or name.casefold() == facts.name.casefold()) and (
        not nip or not facts.nip or nip == facts.nip
    )


def _draft(journal: Journal, certificate: bytes, source: str) -> Draft:
    record = RecordId(f"device:{journal.device}")
    value = _Certificate(certificate=certificates.encode(certificate), source=source)
    return Draft(
        kind=Kind.IDENTITY,
        record=record,
        slot=CERTIFICATE,
        value=codec.plain(value),
        replaces=tuple(one.id for one in journal.heads_of(record) if one.slot == CERTIFICATE),
    )


def _own_certificate(journal: Journal) -> bytes | None:
    """The last certificate that the journal has for the key of this device."""
    for entry in reversed(journal.written_here(f"device:{journal.device}")):
        found = _certificate_in(entry.value) if entry.kind == Kind.IDENTITY else None
        if found and certificates.fingerprint_of(certificates.load(found)) == journal.device:
            return found
    return None


def _certificate_in(value: Json) -> bytes | None:
    try:
        found = certificates.decode(codec.typed(value, _Certificate).certificate)
        certificates.load(found)
    except ValueError:
        return None
    return found


def _adopted(entry: Entry, public: ec.EllipticCurvePublicKey) -> Trust | None:
    """The trust that an entry adopts; None where this device never said so."""
    if entry.kind != Kind.TRUST:
        return None
    try:
        value = codec.typed(entry.value, _Adoption)
        if not signed_text.is_signed(_statement(value.text), value.adopted, public):
            return None
        # Checked in full before it was adopted; that need not be repeated at every start.
        return trust_file.parse(value.text.encode("ascii"))
    except (ValueError, TrustDamaged):
        return None


def _statement(text: str) -> bytes:
    return _ADOPTED + hashlib.sha256(text.encode("utf-8")).hexdigest().encode("ascii")
