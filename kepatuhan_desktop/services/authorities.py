"""Run an authority out of a folder, without a workspace: enrol, renew, take back, publish.

The folder holds everything, the root's key under a passphrase; it belongs on a stick in a
safe. Nothing of it is changed before the change is on the disk.
"""

import hashlib
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType

import msgspec
from cryptography.hazmat.primitives import serialization

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Role
from kepatuhan_desktop.errors import (
    AuthorityDamaged,
    AuthorityExists,
    AuthorityInUse,
    AuthorityMissing,
    TrustDamaged,
    WorkspaceInUse,
)
from kepatuhan_desktop.exchange import secrecy
from kepatuhan_desktop.signing import (
    authority,
    authority_state,
    certificates,
    request_file,
    trust_file,
)
from kepatuhan_desktop.signing.authority_state import Issued, Opened
from kepatuhan_desktop.signing.request_file import Request
from kepatuhan_desktop.storage.files import explained, make_folder, write_durably
from kepatuhan_desktop.storage.lock import WorkspaceLock

STATE = "authority.json"
LOCK = "authority.lock"
TRUST = "trust.kepercayaan"
"""The trust file that was published last."""
ROOT = "root.pem"
"""The present root's certificate, for whoever checks with other tools."""


class Standing(StrEnum):
    """What a certificate is worth today."""

    ACTIVE = "active"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A person and device that was enrolled, with the certificate that counts."""

    device: DeviceId
    fingerprint: tuple[str, ...]
    """Eight groups of four."""
    name: str
    nip: str
    position: str
    roles: tuple[Role, ...]
    standing: Standing
    issued_at: str
    """ISO 8601, as the dates below."""
    valid_from: str
    valid_until: str
    revoked_since: str | None
    reason: RevocationReason | None
    certificates: int
    """How many this device was given so far."""


class RequestPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What enrolling the sender of a request would mean."""

    name: str
    nip: str
    position: str
    device: DeviceId
    fingerprint: tuple[str, ...]
    """To be compared with what the sender's own window shows."""
    made_at: str
    """Wall clock of the sender, ISO 8601."""
    enrolled_as: str | None
    """Whose name the device stands under now; None where it has no certificate that counts."""
    other_devices: int
    """Further devices with a certificate that counts under the same NIP."""
    is_key_stolen: bool
    """Whether the key was revoked as stolen; `enrol` refuses it."""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """An authority at a glance."""

    name: str
    fingerprint: tuple[str, ...]
    """The present root's, for the first trust of every device."""
    valid_until: str
    roots: int
    """How many it has had."""
    version: int
    """Of the trust file that was published last; 0 before the first."""
    published_at: str
    """Empty before the first."""
    is_published: bool
    """Whether the last trust file says all that the authority knows."""
    recipients: tuple[str, ...]

    @property
    def lacks_recipients(self) -> bool:
        """Whether they are too few for the field to encrypt to headquarters alone."""
        return len(self.recipients) < secrecy.FEWEST


class Authority:
    """An open authority; nobody else has it until `close`. Writes are durable on return.

    Besides what they name, all of them raise `DiskFull`, `WorkspaceReadOnly` or
    `StorageFailed`; then nothing has changed.
    """

    def __init__(self, folder: Path, opened: Opened, lock: WorkspaceLock) -> None:
        self._folder = folder
        self._opened = opened
        self._lock = lock

    def overview(self) -> Overview:
        """Name, fingerprint, version."""
        state, root = self._opened.state, self._opened.root
        return Overview(
            name=state.name,
            fingerprint=certificates.groups(certificates.fingerprint_of(root)),
            valid_until=root.not_valid_after_utc.isoformat(),
            roots=len(state.roots),
            version=state.version,
            published_at=state.published_at,
            is_published=state.is_published,
            recipients=state.recipients,
        )

    def people(self, now: datetime) -> tuple[Holder, ...]:
        """One row a device, by name."""
        issued = self._opened.state.issued
        by_device: dict[DeviceId, list[Issued]] = {}
        for one in issued:
            by_device.setdefault(one.enrolled.device, []).append(one)
        rows = [_holder(all_of_one, now) for all_of_one in by_device.values()]
        return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.device)))

    def inspect_request(self, data: bytes) -> RequestPlan:
        """What a request asks for; raises `RequestDamaged`."""
        request = request_file.read(data)
        living = [one.enrolled for one in self._opened.state.issued if one.revoked is None]
        mine = [one for one in living if one.device == request.device]
        others = {
            one.device
            for one in living
            if request.nip and one.nip == request.nip and one.device != request.device
        }
        return RequestPlan(
            name=request.name,
            nip=request.nip,
            position=request.position,
            device=request.device,
            fingerprint=request.fingerprint,
            made_at=request.made_at,
            enrolled_as=mine[-1].name if mine else None,
            other_devices=len(others),
            is_key_stolen=authority.is_key_stolen(self._opened.state, request.device),
        )

    def enrol(self, data: bytes, roles: tuple[Role, ...], now: datetime) -> Holder:
        """Give the sender of a request a certificate; the same request again gives none.

        Raises `RequestDamaged`, `InputInvalid` without a role, `AuthorityRefused`.
        """
        request: Request = request_file.read(data)
        self._keep(authority.enrol(self._opened, request, roles, now))
        return self._holder_of(request.device, now)

    def renew(self, device: DeviceId, now: datetime) -> Holder:
        """Another certificate for the same key; raises `AuthorityRefused`."""
        self._keep(authority.renew(self._opened, device, now))
        return self._holder_of(device, now)

    def revoke(
        self,
        device: DeviceId,
        reason: RevocationReason,
        now: datetime,
        since: datetime | None = None,
    ) -> Holder:
        """Take back a device's certificates; raises `AuthorityRefused`, `InputInvalid`."""
        self._keep(authority.revoke(self._opened, device, reason, now, since))
        return self._holder_of(device, now)

    def add_recipient(self, recipient: str) -> None:
        """Have bundles encrypted to one more age recipient; raises `InputInvalid`."""
        self._keep(authority.add_recipient(self._opened, recipient))

    def remove_recipient(self, recipient: str) -> None:
        """Have bundles no longer encrypted to that age recipient."""
        self._keep(authority.remove_recipient(self._opened, recipient))

    def replace_root(self, passphrase: str, now: datetime) -> None:
        """A new root key under a new passphrase; raises `InputInvalid`, `AuthorityRefused`."""
        self._keep(authority.replace_root(self._opened, passphrase, now))
        _write_root(self._folder, self._opened)

    def publish(self, now: datetime) -> bytes:
        """The trust file for every device; on one day and without news it is the same again."""
        state = self._opened.state
        if state.is_published and state.published_at[:10] == _day(now):
            known = self._published()
            if known is not None:
                return known
        following, text = authority.publish(self._opened, now)
        # First the books: a version that was given away must never be given again.
        self._keep(following)
        write_durably(self._folder / TRUST, text, staging=self._folder)
        _write_root(self._folder, following)
        return text

    def close(self) -> None:
        """Let others in."""
        self._lock.release()

    def __enter__(self) -> "Authority":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _keep(self, following: Opened) -> None:
        if following is self._opened:
            return
        write_durably(self._folder / STATE, following.write(), staging=self._folder)
        self._opened = following

    def _published(self) -> bytes | None:
        """The last trust file, where the folder still has it to the byte."""
        data = _bytes_of(self._folder / TRUST, trust_file.LARGEST)
        known = data is not None and hashlib.sha256(data).hexdigest()
        return data if known == self._opened.state.published else None

    def _holder_of(self, device: DeviceId, now: datetime) -> Holder:
        mine = [one for one in self._opened.state.issued if one.enrolled.device == device]
        return _holder(mine, now)


def create(folder: Path, name: str, passphrase: str, now: datetime) -> Authority:
    """Found an authority in a folder, which is made where there is none.

    Raises `AuthorityExists`, `AuthorityInUse`; `InputInvalid` for the name or a short
    passphrase; `AuthorityRefused` where the clock is absurd.
    """
    opened = authority.found(name.strip(), passphrase, now)
    with explained(folder):
        make_folder(folder)
    lock = _lock(folder)
    try:
        _refuse_second(folder)
        write_durably(folder / STATE, opened.write(), staging=folder)
        _write_root(folder, opened)
    except BaseException:  # whatever it was, the folder must not stay locked
        lock.release()
        raise
    return Authority(folder, opened, lock)


def open(folder: Path, passphrase: str) -> Authority:
    """Open an authority.

    Raises `AuthorityMissing`, `AuthorityInUse`, `AuthorityDamaged`, `AuthorityLocked`.
    """
    if not (folder / STATE).is_file():
        raise AuthorityMissing(path=folder)
    lock = _lock(folder)
    try:
        data = _bytes_of(folder / STATE, authority_state.LARGEST)
        opened = authority_state.read(data or b"", passphrase, path=str(folder))
        _refuse_older_copy(folder, opened)
    except BaseException:  # whatever it was, the folder must not stay locked
        lock.release()
        raise
    return Authority(folder, opened, lock)


def _refuse_second(folder: Path) -> None:
    if (folder / STATE).exists():
        raise AuthorityExists(path=folder)


def _write_root(folder: Path, opened: Opened) -> None:
    pem = opened.root.public_bytes(serialization.Encoding.PEM)
    write_durably(folder / ROOT, pem, staging=folder)


def _refuse_older_copy(folder: Path, opened: Opened) -> None:
    """Raise `AuthorityDamaged` where the folder's own trust file knows more than its books."""
    data = _bytes_of(folder / TRUST, trust_file.LARGEST)
    try:
        trust = trust_file.read(data) if data else None
    except TrustDamaged:  # it is made anew from the books
        return
    state = opened.state
    mine = state.roots[-1].certificate
    if trust is not None and trust.roots[-1] == mine and trust.version > state.version:
        raise AuthorityDamaged(path=folder, reason="older_copy")


def _lock(folder: Path) -> WorkspaceLock:
    try:
        return WorkspaceLock(folder, LOCK)
    except WorkspaceInUse as error:
        raise AuthorityInUse(path=folder) from error


def _bytes_of(path: Path, limit: int) -> bytes | None:
    if not path.is_file():
        return None
    with explained(path), path.open("rb") as file:
        return file.read(limit + 1)


def _holder(issued: list[Issued], now: datetime) -> Holder:
    living = [one for one in issued if one.revoked is None]
    last = (living or issued)[-1]
    one: Enrolled = last.enrolled
    facts = certificates.facts(authority_state.certificate(one.certificate))
    standing = Standing.ACTIVE if now <= facts.valid_until else Standing.EXPIRED
    return Holder(
        device=one.device,
        fingerprint=certificates.groups(one.device),
        name=one.name,
        nip=one.nip,
        position=one.position,
        roles=one.roles,
        standing=Standing.REVOKED if last.revoked else standing,
        issued_at=last.issued_at,
        valid_from=facts.valid_from.isoformat(),
        valid_until=facts.valid_until.isoformat(),
        revoked_since=last.revoked.since if last.revoked else None,
        reason=last.revoked.reason if last.revoked else None,
        certificates=len(issued),
    )


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()[:10]
