"""Who made a bundle, and what this device knows of them."""

from enum import StrEnum

import msgspec

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Role


class Signer(msgspec.Struct, frozen=True, kw_only=True):
    """Whose key made a signature that holds; not yet whether anybody vouches for them."""

    device: DeviceId
    """Fingerprint of the key."""
    name: str
    """As the certificate says it, which anybody may write."""
    certificate: bytes
    """X.509, DER."""


class Standing(StrEnum):
    """What a trust file says of a signer."""

    OWN = "own"
    """This very device."""
    ENROLLED = "enrolled"
    """The authority gave exactly this key a certificate."""
    UNKNOWN = "unknown"
    """Nobody whom this device trusts has said anything of it."""
    REVOKED = "revoked"
    """The authority took its certificate back."""
    EXPIRED = "expired"
    """The certificate has run out; its holder must ask for a new one."""


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """A signer as this device sees them."""

    device: DeviceId
    name: str
    """As the authority enrolled them, or as the certificate claims where it did not."""
    standing: Standing
    authority: str = ""
    roles: tuple[Role, ...] = ()

    @property
    def is_headquarters(self) -> bool:
        """Whether receipts and returned work of theirs count."""
        enrolled = self.standing in (Standing.ENROLLED, Standing.OWN)
        return enrolled and Role.HEADQUARTERS in self.roles
