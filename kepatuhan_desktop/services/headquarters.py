"""Say whether this device may speak for headquarters."""

from kepatuhan_desktop.errors import NotHeadquarters
from kepatuhan_desktop.services import senders
from kepatuhan_desktop.services.identities import Identities


def is_here(identities: Identities) -> bool:
    """Whether an authority enrolled this device as headquarters, by the rule of the field."""
    trusts = identities.trust()
    return bool(trusts) and identities.status().device in senders.headquarters(trusts)


def require(identities: Identities) -> None:
    """Raise `NotHeadquarters` anywhere else."""
    if not is_here(identities):
        raise NotHeadquarters()
