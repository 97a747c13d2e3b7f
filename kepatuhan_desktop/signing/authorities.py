"""Prepare what trust files say for judging certificates: roots, revocations, who is enrolled."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec
from cryptography import x509

from kepatuhan_desktop.domain import people
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Enrolled, Trust
from kepatuhan_desktop.signing import certificates


class Root(msgspec.Struct, frozen=True, eq=False):
    """A root of an authority that this device follows."""

    trust: Trust
    certificate: x509.Certificate
    is_present: bool
    """Whether no later root replaced it."""


class Revocation(msgspec.Struct, frozen=True):
    """When and why a certificate was taken back."""

    since: datetime
    reason: x509.ReasonFlags | None


class Revocations(msgspec.Struct, frozen=True):
    """What is known about the certificates that one root took back."""

    revoked: dict[int, Revocation]
    """By serial number."""
    issued: datetime | None
    """Of the newest list; None: there is none."""
    fresh_until: datetime | None


class Authorities:
    """Everything that the trust files of a device say."""

    def __init__(self, trusts: Iterable[Trust]) -> None:
        self.trusts = tuple(trusts)
        self.roots = tuple(
            Root(trust, certificates.load(certificates.decode(text)), is_present=place == 0)
            for trust in self.trusts
            for place, text in enumerate(trust.roots)
        )

    @property
    def anchors(self) -> tuple[x509.Certificate, ...]:
        """The certificates of all roots."""
        return tuple(root.certificate for root in self.roots)

    def issuer(self, certificate: x509.Certificate) -> Root | None:
        """The root whose key signed a certificate."""
        return next(
            (one for one in self.roots if certificates.is_issued_by(certificate, one.certificate)),
            None,
        )

    def has_name(self, name: x509.Name) -> bool:
        """Whether a root is called so, by its whole name or by the part that people read."""
        said = _common(name)
        return any(
            name == root.certificate.subject or (said and said == _common(root.certificate.subject))
            for root in self.roots
        )

    def holder(self, device: DeviceId) -> tuple[Trust, Enrolled] | None:
        """Who is enrolled with a key."""
        for trust in self.trusts:
            if found := trust.holder(device):
                return trust, found
        return None

    def namesake(self, name: str, nip: str, device: DeviceId) -> Enrolled | None:
        """Somebody enrolled with another key under this NIP or, without one, this name."""
        for trust in self.trusts:
            for one in trust.enrolled:
                is_same = (
                    _plain(one.nip) == _plain(nip)
                    if nip
                    else people.spoken(one.name) == people.spoken(name)
                )
                if is_same and one.device != device:
                    return one
        return None

    def is_listed(self, trust: Trust, certificate: x509.Certificate) -> bool:
        """Whether a trust file names exactly this certificate."""
        text = certificates.encode(certificates.dump(certificate))
        return any(one.certificate == text for one in trust.enrolled)

    def revocations(self, root: Root, embedded: Sequence[bytes]) -> Revocations:
        """What `root` took back, by its trust file and the lists that a document carries."""
        lists = [
            *_lists(certificates.decode(text, certificates.LARGEST_LIST)
                    for text in root.trust.revocations),
            *_lists(embedded),
        ]  # fmt: skip
        ours = [one for one in lists if _is_of(one, root.certificate)]
        revoked: dict[int, Revocation] = {}
        for one in ours:
            for entry in one:
                found = Revocation(entry.revocation_date_utc, _reason(entry))
                known = revoked.get(entry.serial_number)
                if known is None or found.since < known.since:
                    revoked[entry.serial_number] = found
        newest = max(ours, key=lambda one: one.last_update_utc, default=None)
        if newest is None:
            return Revocations(revoked, None, None)
        return Revocations(revoked, newest.last_update_utc, newest.next_update_utc)

    def forged(self, embedded: Sequence[bytes]) -> bool:
        """Whether a document carries a list in the name of a root that no such root signed."""
        return any(
            one.issuer == root.certificate.subject
            and not any(_is_of(one, other.certificate) for other in self.roots)
            for one in _lists(embedded)
            for root in self.roots
        )


def _lists(found: Iterable[bytes]) -> Iterator[x509.CertificateRevocationList]:
    for der in found:
        try:
            yield certificates.load_list(der)
        except ValueError:
            continue


def _is_of(found: x509.CertificateRevocationList, root: x509.Certificate) -> bool:
    """Whether `root` signed a list, and the list is about all of its certificates."""
    key = root.public_key()
    return (
        not any(one.critical for one in found.extensions)
        and found.issuer == root.subject
        and isinstance(key, certificates.PublicKey)
        and found.is_signature_valid(key)
    )


def _reason(entry: x509.RevokedCertificate) -> x509.ReasonFlags | None:
    try:
        return entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except (x509.ExtensionNotFound, ValueError):
        return None


def _common(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return people.spoken(str(found[0].value)) if found else ""


def _plain(text: str) -> str:
    return "".join(text.split())
