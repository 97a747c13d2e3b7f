"""How much of anything is taken from others; docs/formats/bundle.md names each."""

import msgspec

MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes, unless it says otherwise. Checked before anything is kept."""

    archive: int = 1280 * MIB
    """The file as it lies on the medium, encryption included."""
    members: int = 20_000
    """Files in one archive."""
    blob: int = 256 * MIB
    entries: int = 256 * MIB
    """All entries of a bundle together."""
    lines: int = 500_000
    """Entries in one bundle."""
    control: int = 4 * MIB
    """Each of the bag's own files."""
    name: int = 200


LIMITS = Limits()
FILES = 3_000
"""Files in one written bundle at most: the sender's note of it must stay a small entry."""
VOLUME = 1024 * MIB
"""What one written bundle holds at most; more goes into the next one."""
