"""A piece of evidence: which file, for which indicator, how it came to be."""

import msgspec

from kepatuhan_desktop.domain.ids import Digest, IndicatorId


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that lies in the vault, durably."""

    digest: Digest
    """SHA-256 of the original bytes, which are kept exactly."""
    size: int
    """Bytes."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A file attached to an indicator."""

    indicator: IndicatorId
    digest: Digest
    size: int
    name: str
    """File name as it came; shown, never used as a path."""
    media_type: str
    caption: str = ""
    rotation: int = 0
    """Clockwise degrees on top of the camera's own orientation: 0, 90, 180 or 270."""
    taken_at: str | None = None
    """What the camera's clock said, ISO 8601; None where the file does not say."""
    added_at: str = ""
    source: str = "file"
    """`camera`, `file`, `paste` or `drop`."""
    width: int = 0
    height: int = 0
    derived_from: Digest | None = None
    order: int = 0
    """Position in the strip: how many pieces the assessment had when this one came, removed
    ones too."""
