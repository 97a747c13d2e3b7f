"""What the worker says it has done: one JSON line each, visible as soon as it is written."""

import os
from pathlib import Path
from typing import Literal

import msgspec

from kepatuhan_desktop.domain.ids import Digest, EntryId, Slot


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line."""

    what: Literal["opened", "done", "end", "refused", "error"]
    slot: Slot = Slot("")
    entry: EntryId = EntryId("")
    """The entry that stood in the slot when the operation had returned."""
    photo: Digest | None = None
    bundle: Digest | None = None
    """The file that was told to lie safely on its medium; `text` is its name."""
    text: str = ""
    steps: int = 0
    """Crash points that were passed until then."""


class Writer:
    """Appends lines; a killed process leaves those that it wrote."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        # The crash points replace `os.open` and its kin later on; never this one.
        self._write = os.write

    def say(self, line: Line) -> None:
        """Write one line in one call."""
        self._write(self._descriptor, msgspec.json.encode(line) + b"\n")


def read(path: Path) -> list[Line]:
    """The lines that were written whole."""
    if not path.exists():
        return []
    return [
        msgspec.json.decode(line, type=Line)
        for line in path.read_bytes().splitlines(keepends=True)
        if line.endswith(b"\n")
    ]
