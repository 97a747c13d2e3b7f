"""A device and its headquarters, from the request to the trust file."""

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.services.authorities import Authority
from tests.builders.clock import START


def enrolled(siti: Services, headquarters: Authority) -> bytes:
    """The trust file that enrols Siti's device."""
    siti.identities.ensure()
    headquarters.enrol(siti.identities.request(), (Role.AUDITOR,), START)
    return headquarters.publish(START)


def adopted(siti: Services, headquarters: Authority) -> Changes:
    """The same, adopted."""
    data = enrolled(siti, headquarters)
    return siti.identities.adopt(siti.identities.examine(data))


def revoked(
    siti: Services, headquarters: Authority, reason: RevocationReason = RevocationReason.MOVED
) -> bytes:
    """The trust file that takes Siti's certificate back."""
    headquarters.revoke(siti.device, reason, START)
    return headquarters.publish(START)
