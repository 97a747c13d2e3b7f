"""Who vouches for whom: what a headquarters' trust file says, once its signature was checked."""

from enum import StrEnum

import msgspec

from kepatuhan_desktop.domain.ids import DeviceId


class Role(StrEnum):
    """What the holder of a certificate may do."""

    AUDITOR = "auditor"
    HEADQUARTERS = "headquarters"
    """Receives bundles, gives receipts, returns work."""


class RevocationReason(StrEnum):
    """Why a certificate no longer counts."""

    KEY_STOLEN = "key_stolen"
    """The device was lost, or somebody else may have used it; its key is never enrolled again."""
    MOVED = "moved"
    """The person does other work now."""
    REPLACED = "replaced"
    """A newer certificate of the same device stands in its place."""
    ENDED = "ended"
    """The device is no longer used."""


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """A person and device that the authority has given a certificate."""

    device: DeviceId
    """Fingerprint of the public key in the certificate."""
    name: str
    nip: str
    roles: tuple[Role, ...]
    certificate: str
    """X.509, DER, base64."""
    position: str = ""
    recipient: str = ""
    """age recipient of the device's workspace, for what headquarters sends back."""


class Trust(msgspec.Struct, frozen=True, kw_only=True):
    """One version of what an authority says."""

    authority: str
    """Name of the authority."""
    version: int
    """1, 2, 3 …; a device never goes back to a lower one of the same authority."""
    issued_at: str
    """Wall clock of the authority, ISO 8601 with offset."""
    roots: tuple[str, ...]
    """X.509 of the present root first, then roots that it replaced; DER, base64."""
    handovers: tuple[str, ...]
    """For each replaced root, oldest last: the next root's certificate as signed by it."""
    revocations: tuple[str, ...]
    """Certificate revocation lists, one a root at most, DER, base64."""
    enrolled: tuple[Enrolled, ...]
    recipients: tuple[str, ...]
    """age recipients of headquarters, to which bundles are encrypted."""

    def holder(self, device: DeviceId) -> Enrolled | None:
        """The newest certificate of a device; None where it was never enrolled."""
        return next((one for one in reversed(self.enrolled) if one.device == device), None)
