"""Read and write the small files that people carry between devices; all of it for the worker."""

import re
from pathlib import Path

from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import saving
from kepatuhan_desktop.storage.files import explained

LARGEST = 16_000_000
"""Bytes that are read at most; one more tells the reader that a file is too large."""
_LONGEST = 60
"""Characters of a name that a file name keeps."""


def load(path: Path, progress: Progress) -> bytes:
    """The bytes of a file; raises `StorageFailed`."""
    progress.step(0, 1)
    with explained(path), path.open("rb") as file:
        return file.read(LARGEST + 1)


def save(path: Path, data: bytes, progress: Progress) -> Path:
    """Write durably; raises what `saving.save_copy` raises."""
    progress.step(0, 1)
    saving.save_copy(path, data)
    return path


def plain_name(text: str) -> str:
    """A part of a file name that every system takes: `siti-aminah`."""
    # Marks that turn the reading direction could disguise a name; \w takes none of them.
    return re.sub(r"[\W_]+", "-", text.lower())[:_LONGEST].strip("-")
