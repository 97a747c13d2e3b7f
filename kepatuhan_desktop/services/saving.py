"""Write a copy of something to a place that a person chose."""

from pathlib import Path

from kepatuhan_desktop.errors import StorageFailed
from kepatuhan_desktop.storage.files import write_durably


def save_copy(target: Path, data: bytes) -> None:
    """Write `data` to `target`, old or new but never half; the folder must exist.

    Raises `DiskFull`, `WorkspaceReadOnly`, `StorageFailed`.
    """
    target = target.expanduser().absolute()
    if not target.parent.is_dir():
        raise StorageFailed(path=target, reason="folder")
    write_durably(target, data, staging=target.parent)
