"""Find the sticks and cards that are plugged in, and the room on a medium; all for the worker."""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo

from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.storage.files import explained

_MOUNTS = ("/media/", "/run/media/", "/Volumes/", "/mnt/")


class Medium(NamedTuple):
    """A place that a bundle can be written to."""

    path: Path
    name: str
    free: int
    """Bytes."""
    total: int
    is_removable: bool = False


def plugged_in(progress: Progress) -> tuple[Medium, ...]:
    """The removable media that can be written to, by name."""
    progress.step(0, 1)
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        is_open = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        if is_open and _is_removable(root):
            name = volume.displayName() or root
            found.append(
                Medium(
                    Path(root),
                    name if name != root else Path(root).name or root,
                    volume.bytesAvailable(),
                    volume.bytesTotal(),
                    is_removable=True,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.name.lower(), one.path)))


def look(path: Path, progress: Progress) -> Medium:
    """Any folder as a medium; raises `StorageFailed` where it is not there."""
    progress.step(0, 1)
    with explained(path):
        usage = shutil.disk_usage(path)
    return Medium(path, path.name or str(path), usage.free, usage.total)


def _is_removable(root: str) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only where it is needed

        removable = 2
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == removable)
    return f"{root}/".startswith(_MOUNTS)
