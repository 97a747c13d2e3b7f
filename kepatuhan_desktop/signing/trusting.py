"""Say whose key signed, and who vouches for it: by the trust files of this device alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.domain.trust import Role, Trust
from kepatuhan_desktop.domain.verdict import Statement, say
from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.authorities import Authorities, Revocation, Revocations, Root
from kepatuhan_desktop.signing.certificates import CertificateFacts
from kepatuhan_desktop.signing.moments import TOLERANCE, Moments

_PURPOSES = frozenset(
    {
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # document signing
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.4"),  # e-mail, which older signing keys have
        x509.ObjectIdentifier("2.5.29.37.0"),
    }
)
"""Extended uses that a key for documents may name."""


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate that signed, and what is known around it."""

    certificate: x509.Certificate
    facts: CertificateFacts
    claimed: datetime | None
    has_chain: bool
    """Whether pyHanko found a way to a root that we know."""
    is_device: bool
    """Whether a device signs here (the auditor's field, a code, a bundle), and not a witness."""
    needs: Role | None
    """The role that the authority must have given for this; None: any."""
    named: str | None
    """SHA-256 of the certificate that the record names for this role; None: it names none."""
    digest: str
    """SHA-256 of the certificate."""
    is_stamp: bool = False
    """Whether it stands where a certified signature belongs, which nobody gives themselves."""

    @property
    def fingerprint(self) -> str:
        """Of the key, for two people to compare."""
        return " ".join(certificates.groups(self.facts.device))


def judge(
    holder: Holder, authorities: Authorities, lists: Sequence[bytes], moments: Moments
) -> tuple[Statement, Statement]:
    """The statements `who` and `trusted`."""
    facts = holder.facts
    words = {"name": facts.name, "nip": facts.nip, "issuer": facts.issuer}
    if holder.named is not None and holder.named != holder.digest:
        return say("who.not_named", **words), say("trusted.not_checked")
    root = authorities.issuer(holder.certificate)
    if root is not None:
        return say("who.enrolled", **words), _vouched(holder, root, authorities, lists, moments)
    if not facts.is_self_issued:
        return say("who.certificate", **words), _stranger(holder, authorities)
    if facts.binds and holder.is_device:
        return _unvouched(holder, authorities, lists, moments, words)
    return _self_issued(holder, words)


def _self_issued(holder: Holder, words: dict[str, str]) -> tuple[Statement, Statement]:
    """A certificate that its holder made, and no device's."""
    if not holder.facts.binds:
        return say("who.self_issued", **words), say("trusted.key_usage")
    if holder.named is not None:
        return say("who.witnessed", **words), say("trusted.witnessed")
    trusted = "trusted.self_stamped" if holder.is_stamp else "trusted.nobody"
    return say("who.self_issued", **words), say(trusted, device=holder.fingerprint)


def _unvouched(
    holder: Holder,
    authorities: Authorities,
    lists: Sequence[bytes],
    moments: Moments,
    words: dict[str, str],
) -> tuple[Statement, Statement]:
    """A device that gave itself its certificate."""
    facts = holder.facts
    if (known := authorities.holder(facts.device)) is not None:
        trust, enrolled = known
        leaf = certificates.load(certificates.decode(enrolled.certificate))
        root = authorities.issuer(leaf)
        since = msgspec.structs.replace(holder, certificate=leaf, facts=certificates.facts(leaf))
        against = _role(since, trust) or (
            _revocation(since, root, authorities, lists, moments) if root is not None else None
        )
        return (
            say("who.registered_since", name=enrolled.name, nip=enrolled.nip),
            against or say("trusted.registered_since", authority=trust.authority),
        )
    is_taken = authorities.namesake(facts.name, facts.nip, facts.device) is not None
    return say("who.namesake" if is_taken else "who.self_issued", **words), say(
        "trusted.nobody", device=holder.fingerprint
    )


def _stranger(holder: Holder, authorities: Authorities) -> Statement:
    """A certificate of an issuer whose key is not known here."""
    facts = holder.facts
    if authorities.has_name(holder.certificate.issuer):
        return say("trusted.same_name", authority=facts.issuer)
    # Such an issuer writes into it what it likes: the name alone is enough to ask that person.
    known = authorities.namesake(facts.name, facts.nip, facts.device)
    known = known or authorities.namesake(facts.name, "", facts.device)
    if known is not None:
        return say("trusted.namesake", authority=facts.issuer, name=known.name)
    return say("trusted.unknown_issuer", authority=facts.issuer)


def _vouched(
    holder: Holder,
    root: Root,
    authorities: Authorities,
    lists: Sequence[bytes],
    moments: Moments,
) -> Statement:
    """A certificate that a root of ours issued: the first reason against it, or that it holds."""
    known = authorities.revocations(root, lists)
    return (
        _usage(holder, root)
        or _role(holder, root.trust)
        or _revocation(holder, root, authorities, lists, moments)
        or _dates(holder, moments, root.trust.authority)
        or _chain(holder, root, authorities)
        or _freshness(holder, root, known, moments)
    )


def _usage(holder: Holder, root: Root) -> Statement | None:
    if _may_sign(holder.certificate):
        return None
    return say("trusted.key_usage", authority=root.trust.authority)


def _role(holder: Holder, trust: Trust) -> Statement | None:
    enrolled = trust.holder(holder.facts.device)
    if holder.needs and enrolled is not None and holder.needs not in enrolled.roles:
        return say("trusted.role", authority=trust.authority)
    return None


def _chain(holder: Holder, root: Root, authorities: Authorities) -> Statement | None:
    facts, claimed = holder.facts, holder.claimed
    # pyHanko looked at the claimed moment; outside the certificate's dates it finds no chain.
    is_in_time = claimed is None or facts.valid_from <= claimed <= facts.valid_until
    if is_in_time and not holder.has_chain:
        return say("trusted.chain", authority=root.trust.authority)
    if not root.is_present and not authorities.is_listed(root.trust, holder.certificate):
        return say("trusted.unlisted", authority=root.trust.authority)
    return None


def _freshness(holder: Holder, root: Root, known: Revocations, moments: Moments) -> Statement:
    authority = root.trust.authority
    if known.issued is None or known.fresh_until is None:
        return say("trusted.no_revocation_data", authority=authority)
    as_of = known.issued.isoformat(timespec="seconds")
    if known.fresh_until < moments.present:
        days = str((moments.present - known.issued) // timedelta(days=1))
        return say("trusted.old_revocation_data", authority=authority, as_of=as_of, days=days)
    if (found := known.revoked.get(holder.facts.serial)) is not None:
        since = found.since.isoformat(timespec="seconds")
        return say("trusted.renewed", authority=authority, as_of=as_of, since=since)
    code = "trusted.ok" if root.is_present else "trusted.replaced_root"
    return say(code, authority=authority, as_of=as_of)


def _may_sign(leaf: x509.Certificate) -> bool:
    try:
        if not certificates.binds(leaf):
            return False
        constraints = leaf.extensions.get_extension_for_class(x509.BasicConstraints).value
        if constraints.ca:
            return False
        uses = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return bool(_PURPOSES & set(uses))


def _revocation(
    holder: Holder,
    root: Root,
    authorities: Authorities,
    lists: Sequence[bytes],
    moments: Moments,
) -> Statement | None:
    """What a revocation says about this signature; None where there is nothing against the key."""
    found = authorities.revocations(root, lists).revoked.get(holder.facts.serial)
    if found is None or _is_renewed(holder, root, found, authorities, lists):
        return None
    words = {
        "authority": root.trust.authority,
        "since": found.since.isoformat(timespec="seconds"),
        "reason": found.reason.value if found.reason is not None else "",
    }
    if moments.received is not None and moments.received < found.since:
        received = moments.received.isoformat(timespec="seconds")
        return say("trusted.revoked_later", **words, received=received)
    return say("trusted.revoked", **words)


def _is_renewed(
    holder: Holder,
    root: Root,
    found: Revocation,
    authorities: Authorities,
    lists: Sequence[bytes],
) -> bool:
    """Whether another certificate of the very same key took the place of the revoked one."""
    newer = root.trust.holder(holder.facts.device)
    if found.reason != x509.ReasonFlags.superseded or newer is None:
        return False
    leaf = certificates.load(certificates.decode(newer.certificate))
    # Another root of the authority may have issued it, and takes it back in a list of its own.
    issuer = authorities.issuer(leaf) or root
    return leaf.serial_number not in authorities.revocations(issuer, lists).revoked


def _dates(holder: Holder, moments: Moments, authority: str) -> Statement | None:
    """What the certificate's dates say against it; a clock that runs wrong says nothing."""
    facts, claimed = holder.facts, holder.claimed
    since = facts.valid_from.isoformat(timespec="seconds")
    until = facts.valid_until.isoformat(timespec="seconds")
    if claimed is None:
        claimed = moments.bound
    if claimed < facts.valid_from - TOLERANCE:
        is_later = facts.valid_from > moments.present + TOLERANCE
        code = "trusted.not_yet" if is_later else "trusted.before_certificate"
        return say(code, authority=authority, since=since)
    if claimed > facts.valid_until:
        # A clock that is ahead claims too much; what bounds it from outside is the better witness.
        if claimed > moments.bound + TOLERANCE and moments.bound <= facts.valid_until:
            return None
        return say("trusted.expired", authority=authority, until=until)
    if moments.bound > facts.valid_until:
        return say("trusted.expired_since", authority=authority, until=until)
    return None


def public_key(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey | None:
    """The P-256 key in a certificate, which codes on paper are checked with."""
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    return None
