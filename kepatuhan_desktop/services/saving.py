"""Write a copy of something to a place that a person chose."""

from collections.abc import Iterable
from pathlib import Path

from kepatuhan_desktop.errors import StorageFailed
from kepatuhan_desktop.storage.files import explained, write_durably


def save_copy(target: Path, data: bytes) -> None:
    """Write `data` to `target`, old or new but never half; the folder must exist.

    Raises `DiskFull`, `WorkspaceReadOnly`, `StorageFailed`.
    """
    target = target.expanduser().absolute()
    if not target.parent.is_dir():
        raise StorageFailed(path=target, reason="folder")
    write_durably(target, data, staging=target.parent)


def save_copies(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write several named files into a folder, which is made where there is none."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in files:
        save_copy(folder / name, data)
        written.append(folder / name)
    return written
