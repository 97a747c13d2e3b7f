"""Write and check trust files: one version of what an authority says, signed by its root.

What `read` returns holds together and was signed by the root that it names first. Whether
that root deserves any trust is for `follow`, and at the first time for a person.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Literal

import msgspec
from cryptography import x509

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Trust
from kepatuhan_desktop.errors import TrustDamaged, TrustForeign, TrustOlder
from kepatuhan_desktop.signing import certificates, recipients, signed_text

LARGEST = 16_000_000
"""Bytes of a trust file."""
MOST_ROOTS = 16
MOST_ENROLLED = 20_000
MOST_RECIPIENTS = 64
_MOST_ROLES = 8
_LONGEST_ROOT = 30 * 366
"""Days that a root may call itself valid."""


class _File(msgspec.Struct, frozen=True, kw_only=True):
    format: Literal[1]
    trust: Trust


class Revoked(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate that its authority took back."""

    since: datetime
    reason: RevocationReason | None
    """None for reasons that this program has no word for."""


def write(trust: Trust, key: certificates.PrivateKey) -> bytes:
    """The file, signed by the key of the first root."""
    return signed_text.write(codec.canonical(_File(format=1, trust=trust)), key)


def parse(data: bytes) -> Trust:
    """What a trust file says, without any check but of its form; raises `TrustDamaged`."""
    try:
        payload, _ = signed_text.split(data, LARGEST)
        return signed_text.read(payload, _File).trust
    except ValueError as error:
        raise TrustDamaged(reason="size" if len(data) > LARGEST else "form") from error


def read(data: bytes) -> Trust:
    """What a trust file says, everything in it checked; raises `TrustDamaged`."""
    trust = parse(data)
    _require_form(trust)
    roots = _roots(trust)
    payload, signature = signed_text.split(data, LARGEST)
    if not signed_text.is_signed(payload, signature, roots[0].public_key()):
        raise TrustDamaged(reason="signature")
    _require_handovers(trust, roots)
    _require_enrolled(trust, roots)
    _require_lists(trust, roots)
    return trust


def follow(known: Trust, new: Trust) -> bool:
    """Whether a checked `new` says anything that `known` of the same authority did not.

    Raises `TrustOlder` for a lower version, and for another text under the same one;
    `TrustForeign` where the root that was known does not vouch for the new one.
    """
    if new == known:
        return False
    is_of_older_root = known.roots[-len(new.roots) :] == new.roots
    is_vouched_for = new.roots[-len(known.roots) :] == known.roots
    if not is_vouched_for and not (is_of_older_root and new.version <= known.version):
        raise TrustForeign(authority=new.authority, fingerprint=" ".join(fingerprint(new)))
    if new.version <= known.version:
        raise TrustOlder(authority=known.authority, found=new.version, known=known.version)
    return True


def newest(trusts: Iterable[Trust]) -> tuple[Trust, ...]:
    """Of each authority its highest version, in the order in which authorities come first.

    Raises `TrustOlder` for two texts under one version, and `TrustForeign` where the root of a
    lower version does not vouch for that of a higher one.
    """
    given = [(identify(one), one) for one in trusts]
    found: dict[DeviceId, Trust] = {}
    for authority, one in sorted(given, key=lambda pair: pair[1].version):
        known = found.get(authority)
        if known is None or follow(known, one):
            found[authority] = one
    return tuple(found[authority] for authority in dict.fromkeys(who for who, _ in given))


def identify(trust: Trust) -> DeviceId:
    """The id of an authority, which no replacement of its root changes: of its first root's key."""
    return certificates.fingerprint_of(_certificate(trust.roots[-1]))


def fingerprint(trust: Trust) -> tuple[str, ...]:
    """The present root's, in groups, as people compare it."""
    return certificates.groups(certificates.fingerprint_of(_certificate(trust.roots[0])))


def revoked(trust: Trust) -> dict[int, Revoked]:
    """What was revoked, by serial number."""
    return {
        one.serial_number: Revoked(
            since=one.revocation_date_utc, reason=certificates.reason_of(one)
        )
        for text in trust.revocations
        for one in _list(text)
    }


def serial(one: Enrolled) -> int:
    """The serial number of an enrolled certificate."""
    return _serial(one.certificate)


@lru_cache(maxsize=MOST_ENROLLED)
def _serial(certificate: str) -> int:
    # Asked for at each look at a trust file, while reading a certificate takes 0.2 ms.
    return _certificate(certificate).serial_number


def living(trust: Trust) -> frozenset[DeviceId]:
    """The devices that have a certificate which was not revoked."""
    gone = revoked(trust)
    return frozenset(one.device for one in trust.enrolled if serial(one) not in gone)


def freshness(trust: Trust) -> tuple[datetime, datetime] | None:
    """From when and until when the present root's revocation list is fresh."""
    root = _certificate(trust.roots[0])
    for text in trust.revocations:
        found = _list(text)
        if certificates.is_list_of(found, root) and found.next_update_utc is not None:
            return found.last_update_utc, found.next_update_utc
    return None


def chain(trust: Trust, certificate: bytes) -> tuple[bytes, ...]:
    """The root that issued a certificate, DER; empty where none of them did."""
    leaf = certificates.load(certificate)
    for text in trust.roots:
        if certificates.is_issued_by(leaf, _certificate(text)):
            return (certificates.decode(text),)
    return ()


def _require_form(trust: Trust) -> None:
    people = [word for one in trust.enrolled for word in (one.name, one.nip, one.position)]
    if not (
        1 <= trust.version < 2**53
        and 1 <= len(trust.roots) <= MOST_ROOTS
        and len(trust.handovers) == len(trust.roots) - 1
        and len(trust.revocations) <= len(trust.roots)
        and len(trust.enrolled) <= MOST_ENROLLED
        and len(trust.recipients) <= MOST_RECIPIENTS
        and all(1 <= len(one.roles) <= _MOST_ROLES for one in trust.enrolled)
        and certificates.is_line(trust.authority)
        and all(certificates.is_line(one.name) for one in trust.enrolled)
        and all(not word or certificates.is_line(word) for word in people)
    ):
        raise TrustDamaged(reason="form")
    if not certificates.is_moment(trust.issued_at):
        raise TrustDamaged(reason="date")
    for text in (*trust.recipients, *(one.recipient for one in trust.enrolled if one.recipient)):
        if not recipients.is_one(text):
            raise TrustDamaged(reason="recipient")
    if len(set(trust.recipients)) != len(trust.recipients):
        raise TrustDamaged(reason="duplicate")


def _roots(trust: Trust) -> list[x509.Certificate]:
    found = []
    for text in trust.roots:
        root = _checked(text)
        if not (certificates.is_root(root) and certificates.is_issued_by(root, root)):
            raise TrustDamaged(reason="certificate")
        if not certificates.is_sane(root, _LONGEST_ROOT):
            raise TrustDamaged(reason="date")
        found.append(root)
    if len({certificates.fingerprint_of(root) for root in found}) != len(found):
        raise TrustDamaged(reason="duplicate")
    return found


def _require_handovers(trust: Trust, roots: list[x509.Certificate]) -> None:
    for text, new, old in zip(trust.handovers, roots, roots[1:], strict=False):
        bridge = _checked(text)
        if not (
            certificates.is_root(bridge)
            and bridge.subject == new.subject
            and certificates.fingerprint_of(bridge) == certificates.fingerprint_of(new)
            and certificates.is_issued_by(bridge, old)
        ):
            raise TrustDamaged(reason="handover")


def _require_enrolled(trust: Trust, roots: list[x509.Certificate]) -> None:
    serials: set[int] = set()
    holders: dict[DeviceId, tuple[str, str]] = {}
    taken_back = set(revoked(trust))
    for one in trust.enrolled:
        leaf = _checked(one.certificate)
        said = certificates.facts(leaf)
        if not (
            said.binds
            and said.device == one.device
            and said.name == certificates.fitting(one.name)
            and said.nip == certificates.fitting(one.nip)
            and any(certificates.is_issued_by(leaf, root) for root in roots)
            and not certificates.is_root(leaf)
        ):
            raise TrustDamaged(reason="certificate")
        if not certificates.is_sane(leaf, certificates.LEAF_DAYS):
            raise TrustDamaged(reason="date")
        if said.serial in serials:
            raise TrustDamaged(reason="duplicate")
        serials.add(said.serial)
        if said.serial not in taken_back:
            holder = (said.name, said.nip)
            if holders.setdefault(one.device, holder) != holder:
                raise TrustDamaged(reason="duplicate")


def _require_lists(trust: Trust, roots: list[x509.Certificate]) -> None:
    waiting = list(roots)
    for text in trust.revocations:
        found = _list(text)
        root = next((one for one in waiting if certificates.is_list_of(found, one)), None)
        if root is None:
            raise TrustDamaged(reason="revocations")
        waiting.remove(root)
        first, last = found.last_update_utc, found.next_update_utc
        if last is None or not certificates.EARLIEST <= first < last <= certificates.LATEST:
            raise TrustDamaged(reason="date")


def _certificate(text: str) -> x509.Certificate:
    return certificates.load(certificates.decode(text))


def _checked(text: str) -> x509.Certificate:
    try:
        return _certificate(text)
    except ValueError as error:
        raise TrustDamaged(reason="certificate") from error


def _list(text: str) -> x509.CertificateRevocationList:
    try:
        return certificates.load_list(certificates.decode(text, certificates.LARGEST_LIST))
    except ValueError as error:
        raise TrustDamaged(reason="revocations") from error
