"""Say who a signer is, as far as this device's trust files go."""

from collections.abc import Iterable
from datetime import datetime

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.sender import Sender, Signer, Standing
from kepatuhan_desktop.domain.trust import Enrolled, Role, Trust
from kepatuhan_desktop.services import adoptions
from kepatuhan_desktop.signing import certificates


def sender_of(signer: Signer, trusts: Iterable[Trust], own: DeviceId, now: datetime) -> Sender:
    """The signer with what the trust files say of their key.

    Of several authorities the one that says the best of it; a revocation by one is no
    revocation by another.
    """
    told = [_told(signer, trust, now) for trust in trusts]
    best = min(told, key=lambda one: _ORDER.index(one.standing), default=_unknown(signer))
    if signer.device == own:
        return Sender(
            device=own,
            name=best.name,
            standing=Standing.OWN,
            authority=best.authority,
            roles=best.roles if best.standing is Standing.ENROLLED else (),
        )
    return best


def headquarters(trusts: Iterable[Trust]) -> frozenset[DeviceId]:
    """The devices whose receipts count."""
    return frozenset(
        one.device
        for trust in trusts
        for one in trust.enrolled
        if Role.HEADQUARTERS in one.roles and _counts(trust, one)
    )


def holder_name(trusts: Iterable[Trust], device: DeviceId) -> str:
    """Whose device it is, as an authority enrolled them; empty where none did."""
    holders = (trust.holder(device) for trust in trusts)
    return next((one.name for one in holders if one is not None), "")


_ORDER = (Standing.ENROLLED, Standing.EXPIRED, Standing.REVOKED, Standing.UNKNOWN)


def _unknown(signer: Signer) -> Sender:
    return Sender(device=signer.device, name=signer.name, standing=Standing.UNKNOWN)


def _told(signer: Signer, trust: Trust, now: datetime) -> Sender:
    found = adoptions.standing(trust, signer.device)
    if found is None:
        return _unknown(signer)
    enrolled, taken_back = found
    standing = Standing.ENROLLED
    if taken_back is not None:
        standing = Standing.REVOKED
    elif not _is_valid(enrolled, now):
        standing = Standing.EXPIRED
    return Sender(
        device=signer.device,
        name=enrolled.name,
        standing=standing,
        authority=trust.authority,
        roles=enrolled.roles,
    )


def _counts(trust: Trust, one: Enrolled) -> bool:
    found = adoptions.standing(trust, one.device)
    return found is not None and found[1] is None


def _is_valid(enrolled: Enrolled, now: datetime) -> bool:
    certificate = certificates.load(certificates.decode(enrolled.certificate))
    # A clock that is behind must not make a fresh certificate look wrong: no first day is asked.
    return now <= certificate.not_valid_after_utc
