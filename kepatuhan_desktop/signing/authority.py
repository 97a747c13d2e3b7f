"""Keep the books of an authority: its roots, whom it enrolled, what it took back.

Pure steps from one state to the next; services.authorities keeps them in a folder. Every
step either leaves the state alone, because it is already so, or says why it will not.
"""

import hashlib
from datetime import UTC, datetime

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Role, Trust
from kepatuhan_desktop.errors import AuthorityRefused, InputInvalid
from kepatuhan_desktop.signing import (
    authority_state,
    certificates,
    issuing,
    recipients,
    trust_file,
)
from kepatuhan_desktop.signing.authority_state import Issued, Opened, Revocation, Root, State
from kepatuhan_desktop.signing.request_file import Request

SHORTEST_PASSPHRASE = 12
_LATEST = datetime(2080, 1, 1, tzinfo=UTC)
"""What is issued until then ends within the century."""


def found(name: str, passphrase: str, at: datetime) -> Opened:
    """A new authority; raises `InputInvalid` for its name or a short passphrase."""
    if not certificates.is_line(name) or certificates.fitting(name) != name:
        raise InputInvalid(field="name")
    _require_passphrase(passphrase)
    _require_sane(at)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = certificates.encode(issuing.make_root(key, name, at))
    state = State(
        format=1,
        name=name,
        version=0,
        list_number=0,
        roots=(Root(certificate=certificate, key=authority_state.lock(key, passphrase)),),
        handovers=(),
        issued=(),
        recipients=(),
        published_at="",
        published="",
        published_root="",
        is_published=False,
    )
    return Opened(state, (key,))


def enrol(opened: Opened, request: Request, roles: tuple[Role, ...], at: datetime) -> Opened:
    """Give a certificate to the holder of a checked request.

    Raises `AuthorityRefused` where the device's key was stolen or stands under another
    person's name; `InputInvalid` without a role.
    """
    if not roles:
        raise InputInvalid(field="roles")
    _require_valid(opened, at)
    mark = " ".join(request.fingerprint)
    mine = [one for one in opened.state.issued if one.enrolled.device == request.device]
    if is_key_stolen(opened.state, request.device):
        raise AuthorityRefused(reason="key_stolen", name=mark)
    living = [one for one in mine if one.revoked is None]
    for one in living:
        if (one.enrolled.name, one.enrolled.nip) != (request.name, request.nip):
            raise AuthorityRefused(reason="device_taken", name=one.enrolled.name)
    wanted = Enrolled(
        device=request.device,
        name=request.name,
        nip=request.nip,
        roles=tuple(sorted(set(roles))),
        certificate="",
        position=request.position,
        recipient=request.recipient,
    )
    if living and _is_current(opened, living[-1], wanted, at):
        return opened
    return _give(opened, wanted, request.public(), at)


def renew(opened: Opened, device: DeviceId, at: datetime) -> Opened:
    """Give a device's holder another certificate for the same key, at most one a day.

    Raises `AuthorityRefused` where the device is unknown or revoked.
    """
    _require_valid(opened, at)
    last = _last(opened.state, device)
    if last.revoked is not None:
        raise AuthorityRefused(reason="revoked", name=last.enrolled.name)
    if _is_of_present_root(opened, last) and last.issued_at[:10] == _stamp(at)[:10]:
        return opened
    return _give(opened, last.enrolled, _public(last.enrolled), at)


def revoke(
    opened: Opened,
    device: DeviceId,
    reason: RevocationReason,
    at: datetime,
    since: datetime | None = None,
) -> Opened:
    """Take back every certificate of a device, from `since` on.

    What was revoked already stays as it was, unless its key turns out to be stolen. Raises
    `AuthorityRefused` where the device is unknown, `InputInvalid` for a day to come.
    """
    _require_sane(at)
    _last(opened.state, device)
    from_when = since or at
    if not certificates.EARLIEST <= from_when <= at:
        raise InputInvalid(field="revoked_since")
    moment = _stamp(from_when)
    issued = tuple(
        _taken_back(one, reason, moment) if one.enrolled.device == device else one
        for one in opened.state.issued
    )
    if issued == opened.state.issued:
        return opened
    gone = {one.enrolled.recipient for one in issued if one.enrolled.device == device}
    kept = {
        one.enrolled.recipient
        for one in issued
        if one.revoked is None and Role.HEADQUARTERS in one.enrolled.roles
    }
    left = tuple(one for one in opened.state.recipients if one not in gone or one in kept)
    return _changed(opened, issued=issued, recipients=left)


def add_recipient(opened: Opened, recipient: str) -> Opened:
    """Let bundles be encrypted to one more recipient; raises `InputInvalid`."""
    text = recipient.strip()
    if not recipients.is_one(text):
        raise InputInvalid(field="recipient")
    return _with_recipient(opened, text)


def remove_recipient(opened: Opened, recipient: str) -> Opened:
    """Encrypt no more bundles to that recipient; those that were sent stay readable to it."""
    left = tuple(one for one in opened.state.recipients if one != recipient.strip())
    return opened if left == opened.state.recipients else _changed(opened, recipients=left)


def replace_root(opened: Opened, passphrase: str, at: datetime) -> Opened:
    """A new root that the old one vouches for, and new certificates for all who have one.

    The replaced root's key stays, under the new passphrase, for its revocation list. Raises
    `InputInvalid` for a short passphrase; `AuthorityRefused` where the present root was not
    published yet, or has expired.
    """
    _require_passphrase(passphrase)
    _require_valid(opened, at)
    state = opened.state
    if state.published_root != certificates.fingerprint_of(opened.root):
        raise AuthorityRefused(reason="unpublished", name=state.name)
    if len(state.roots) >= trust_file.MOST_ROOTS:
        raise AuthorityRefused(reason="size", name=state.name)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = issuing.make_root(key, state.name, at)
    bridge = issuing.hand_over(opened.root, opened.keys[0], certificates.load(certificate), at)
    keys = (key, *opened.keys)
    shown = (certificates.encode(certificate), *(one.certificate for one in state.roots))
    following = Opened(
        msgspec.structs.replace(
            state,
            roots=tuple(
                Root(certificate=text, key=authority_state.lock(one, passphrase))
                for text, one in zip(shown, keys, strict=True)
            ),
            handovers=(certificates.encode(bridge), *state.handovers),
            is_published=False,
        ),
        keys,
    )
    for device in dict.fromkeys(one.enrolled.device for one in state.issued):
        last = _last(state, device)
        if last.revoked is None:
            following = _give(following, last.enrolled, _public(last.enrolled), at)
    return following


def publish(opened: Opened, at: datetime) -> tuple[Opened, bytes]:
    """The trust file that says all of this, under the next version."""
    _require_valid(opened, at)
    state, number = opened.state, opened.state.list_number + 1
    trust = Trust(
        authority=state.name,
        version=state.version + 1,
        issued_at=_stamp(at),
        roots=tuple(one.certificate for one in state.roots),
        handovers=state.handovers,
        revocations=tuple(
            certificates.encode(_list(opened, place, number, at))
            for place in range(len(state.roots))
        ),
        enrolled=tuple(one.enrolled for one in state.issued),
        recipients=state.recipients,
    )
    text = trust_file.write(trust, opened.keys[0])
    following = msgspec.structs.replace(
        state,
        version=trust.version,
        list_number=number,
        published_at=trust.issued_at,
        published=hashlib.sha256(text).hexdigest(),
        published_root=certificates.fingerprint_of(opened.root),
        is_published=True,
    )
    return Opened(following, opened.keys), text


def is_key_stolen(state: State, device: DeviceId) -> bool:
    """Whether the device's key was revoked as stolen; it never gets a certificate again."""
    return any(
        one.revoked is not None and one.revoked.reason is RevocationReason.KEY_STOLEN
        for one in state.issued
        if one.enrolled.device == device
    )


def person(one: Enrolled) -> Person:
    """Who was enrolled."""
    return Person(name=one.name, nip=one.nip, position=one.position)


def _give(opened: Opened, wanted: Enrolled, public: certificates.PublicKey, at: datetime) -> Opened:
    certificate = issuing.issue(opened.root, opened.keys[0], person(wanted), public, at)
    enrolled = msgspec.structs.replace(wanted, certificate=certificates.encode(certificate))
    given = Issued(enrolled=enrolled, issued_at=_stamp(at))
    if len(opened.state.issued) >= trust_file.MOST_ENROLLED:
        raise AuthorityRefused(reason="size", name=opened.state.name)
    following = _changed(opened, issued=(*opened.state.issued, given))
    if Role.HEADQUARTERS in enrolled.roles and enrolled.recipient:
        return _with_recipient(following, enrolled.recipient)
    return following


def _with_recipient(opened: Opened, recipient: str) -> Opened:
    known = opened.state.recipients
    if recipient in known:
        return opened
    if len(known) >= trust_file.MOST_RECIPIENTS:
        raise AuthorityRefused(reason="size", name=opened.state.name)
    return _changed(opened, recipients=(*known, recipient))


def _changed(
    opened: Opened,
    issued: tuple[Issued, ...] | None = None,
    recipients: tuple[str, ...] | None = None,
) -> Opened:
    state = opened.state
    following = msgspec.structs.replace(
        state,
        issued=state.issued if issued is None else issued,
        recipients=state.recipients if recipients is None else recipients,
        is_published=False,
    )
    return Opened(following, opened.keys)


def _taken_back(one: Issued, reason: RevocationReason, since: str) -> Issued:
    before = one.revoked
    if before is None:
        return msgspec.structs.replace(one, revoked=Revocation(since=since, reason=reason))
    if reason is not RevocationReason.KEY_STOLEN or before.reason is reason:
        return one
    # A stolen key was worthless from the earlier of both days on.
    first = min(since, before.since)
    return msgspec.structs.replace(one, revoked=Revocation(since=first, reason=reason))


def _is_current(opened: Opened, last: Issued, wanted: Enrolled, at: datetime) -> bool:
    leaf = authority_state.certificate(last.enrolled.certificate)
    return (
        msgspec.structs.replace(last.enrolled, certificate="") == wanted
        and _is_of_present_root(opened, last)
        and certificates.facts(leaf).is_valid_at(at)
    )


def _is_of_present_root(opened: Opened, one: Issued) -> bool:
    return certificates.is_issued_by(
        authority_state.certificate(one.enrolled.certificate), opened.root
    )


def _list(opened: Opened, place: int, number: int, at: datetime) -> bytes:
    root = authority_state.certificate(opened.state.roots[place].certificate)
    revoked = []
    for one in opened.state.issued:
        leaf = authority_state.certificate(one.enrolled.certificate)
        if one.revoked is not None and certificates.is_issued_by(leaf, root):
            since = datetime.fromisoformat(one.revoked.since)
            revoked.append((leaf.serial_number, since, one.revoked.reason))
    return issuing.revocation_list(root, opened.keys[place], revoked, number, at)


def _last(state: State, device: DeviceId) -> Issued:
    mine = [one for one in state.issued if one.enrolled.device == device]
    if not mine:
        raise AuthorityRefused(reason="unknown_device", name=" ".join(certificates.groups(device)))
    living = [one for one in mine if one.revoked is None]
    return (living or mine)[-1]


def _public(one: Enrolled) -> certificates.PublicKey:
    return certificates.public_key(authority_state.certificate(one.certificate))


def _require_passphrase(passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InputInvalid(field="passphrase")


def _require_valid(opened: Opened, at: datetime) -> None:
    _require_sane(at)
    facts = certificates.facts(opened.root)
    if not facts.is_valid_at(at):
        reason = "expired" if at > facts.valid_until else "not_yet"
        raise AuthorityRefused(reason=reason, name=opened.state.name)


def _require_sane(at: datetime) -> None:
    if not certificates.EARLIEST <= at <= _LATEST:
        raise AuthorityRefused(reason="date", name=at.isoformat())


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
