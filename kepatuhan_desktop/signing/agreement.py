"""Hold what a record says about its signers against the certificates that signed."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from cryptography import x509

from kepatuhan_desktop.domain import people
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.record import Record
from kepatuhan_desktop.domain.verdict import Statement, say
from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.authorities import Authorities
from kepatuhan_desktop.signing.certificates import CertificateFacts
from kepatuhan_desktop.signing.pades import AUDITOR, UNIT_HEAD
from kepatuhan_desktop.signing.seals import Signed

LONGEST = timedelta(days=1)
"""Between the moment in the record and the moment that the auditor's signature claims."""

_PEOPLE = (
    (AUDITOR, "auditor", "note.auditor_differs"),
    (UNIT_HEAD, "unit_head", "note.head_differs"),
)
"""Field, role in the record, and what is said where they differ."""
_WORD = re.compile(r"[^\W\d_]+\b(?!\.)")
"""A word of a name; what ends with a full stop is a title or an initial."""


def contradictions(
    record: Record, signed: Sequence[Signed], authorities: Authorities
) -> Iterator[Statement]:
    """What does not fit together, though each signature holds."""
    by_field = {
        one.field: (one, one.certificate)
        for one in reversed(signed)
        if one.certificate is not None and not one.is_time_stamp
    }
    for field, role, code in _PEOPLE:
        if field in by_field:
            yield from _person(record, role, code, by_field[field][1], authorities)
    if AUDITOR not in by_field:
        return
    auditor, certificate = by_field[AUDITOR]
    yield from _device(record, certificate, authorities)
    if UNIT_HEAD in by_field and _key(by_field[UNIT_HEAD][1]) == _key(certificate):
        yield say("note.one_key")
    if auditor.claimed is not None and not _is_near(record.sealed_at, auditor.claimed):
        claimed = auditor.claimed.isoformat(timespec="seconds")
        yield say("note.sealed_at_differs", sealed_at=record.sealed_at, claimed=claimed)


def _person(
    record: Record, role: str, code: str, certificate: x509.Certificate, authorities: Authorities
) -> Iterator[Statement]:
    asked = (one for one in record.signers if one.role == role and not one.refused_because)
    row = next(asked, None)
    person = row.person if row is not None else Person(name="")
    facts = certificates.facts(certificate)
    if not is_same(person, facts, has_nip=_is_local(certificate, authorities)):
        words = {"name": person.name, "nip": person.nip}
        yield say(code, **words, signer=facts.name, signer_nip=facts.nip)


def _device(
    record: Record, certificate: x509.Certificate, authorities: Authorities
) -> Iterator[Statement]:
    key = _key(certificate)
    if record.device == key:
        return
    device, signer = (" ".join(certificates.groups(one)) for one in (record.device, key))
    if _is_local(certificate, authorities):
        yield say("note.device_differs", device=device, signer=signer)
    else:
        issuer = certificates.facts(certificate).issuer
        yield say("note.own_certificate", device=device, issuer=issuer)


def is_same(person: Person, facts: CertificateFacts, *, has_nip: bool) -> bool:
    """Whether a certificate can be that of a person in a record.

    `has_nip`: the number in the certificate is a NIP; other issuers may write another number
    there, which is no reason against anybody. Two people may share a name and nobody a NIP, but
    a NIP beside a name that has nothing of the certificate's is no proof either.
    """
    named, signed = certificates.fitting(person.name), facts.name
    ours, theirs = _plain(certificates.fitting(person.nip)), _plain(facts.nip)
    words, others = _words(named), _words(signed)
    if ours and theirs and (has_nip or len(ours) == len(theirs)):
        return ours == theirs and (not words or not others or bool(words & others))
    return _plain(named) == _plain(signed) or bool(words and words == others)


def _is_local(certificate: x509.Certificate, authorities: Authorities) -> bool:
    """Whether it is a device's, as this program and its authorities make them."""
    return certificate.issuer == certificate.subject or authorities.issuer(certificate) is not None


def _is_near(sealed_at: str, claimed: datetime) -> bool:
    try:
        return abs(datetime.fromisoformat(sealed_at) - claimed) <= LONGEST
    except (ValueError, TypeError):  # TypeError: without an offset
        return False


def _key(certificate: x509.Certificate) -> str:
    return certificates.fingerprint_of(certificate)


def _plain(text: str) -> str:
    return "".join(one for one in people.spoken(text) if one.isalnum())


def _words(name: str) -> frozenset[str]:
    """The words of a name without the titles around it."""
    return frozenset(_WORD.findall(people.spoken(name).partition(",")[0]))
