"""Authorities, requests and trust files, without a folder or a workspace."""

from datetime import UTC, datetime, timedelta
from functools import cache

import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import Role, Trust
from kepatuhan_desktop.signing import authority, issuing, request_file, trust_file
from kepatuhan_desktop.signing.authority_state import Opened
from kepatuhan_desktop.signing.request_file import Request

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kuda benar baterai staples"
SITI = Person(name="Siti Aminah", nip="198001012005012001", position="Auditor Muda")
BUDI = Person(name="Budi Santoso", nip="197502021999031002", position="Auditor Madya")
AUDITOR = (Role.AUDITOR,)
HEADQUARTERS = (Role.HEADQUARTERS,)


def key(name: str = "siti") -> ec.EllipticCurvePrivateKey:
    """A P-256 key; the same one for a name each time."""
    return _key(name)


def recipient(name: str = "siti") -> str:
    """An age recipient; the same one for a name each time."""
    return _recipient(name)


def request_bytes(
    person: Person = SITI, name: str = "siti", made_at: datetime = NOW, age: str | None = None
) -> bytes:
    """A request of `person` with the key called `name`."""
    text = made_at.isoformat(timespec="milliseconds")
    return request_file.write(key(name), person, recipient(name) if age is None else age, text)


def request(person: Person = SITI, name: str = "siti") -> Request:
    """The same, read."""
    return request_file.read(request_bytes(person, name))


def certificate(person: Person = SITI, name: str = "siti", at: datetime = NOW) -> bytes:
    """A self-issued certificate for the key called `name`."""
    return issuing.self_issue(key(name), person, at)


def an_authority(name: str = "Inspektorat Kota Uji") -> Opened:
    """A fresh authority; the same one for a name each time."""
    return _founded(name)


@cache
def with_two_people() -> Opened:
    """An authority that enrolled Siti and Budi."""
    opened = authority.enrol(an_authority(), request(), AUDITOR, NOW)
    return authority.enrol(opened, request(BUDI, "budi"), HEADQUARTERS, NOW)


@cache
def published() -> tuple[Opened, bytes]:
    """That authority after its first trust file, and the file."""
    return authority.publish(with_two_people(), NOW)


@cache
def replaced() -> tuple[Opened, bytes]:
    """That authority with another root, and the trust file that says so."""
    opened = authority.replace_root(published()[0], PASSPHRASE, later(days=400))
    return authority.publish(opened, later(days=400))


def later(**span: int) -> datetime:
    """A moment after `NOW`."""
    return NOW + timedelta(**span)


def altered(opened: Opened, **fields: object) -> bytes:
    """The trust file of an authority that signs something else than it should."""
    trust = trust_file.parse(authority.publish(opened, NOW)[1])
    return resigned(opened, msgspec.structs.replace(trust, **fields))


def resigned(opened: Opened, trust: Trust) -> bytes:
    """Any trust, signed by the present root."""
    return trust_file.write(trust, opened.keys[0])


@cache
def _key(name: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@cache
def _recipient(name: str) -> str:
    return str(pyrage.x25519.Identity.generate().to_public())


@cache
def _founded(name: str) -> Opened:
    return authority.found(name, PASSPHRASE, NOW)
