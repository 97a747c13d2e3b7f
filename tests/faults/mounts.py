"""Mount small and read-only file systems; where that is not allowed, the test is skipped."""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

needs_mounting = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None,
    reason="mounts a file system: needs root on Linux",
)


@contextmanager
def small_disk(folder: Path, *, megabytes: int) -> Iterator[Path]:
    """A file system of that size in `folder`, gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    with _mounted(["-t", "tmpfs", "-o", f"size={megabytes}m", "none"], folder):
        yield folder


@contextmanager
def read_only(folder: Path, view: Path) -> Iterator[Path]:
    """`folder` seen through `view`, where nothing can be written."""
    view.mkdir(parents=True, exist_ok=True)
    with _mounted(["--bind", str(folder)], view):
        _run("mount", "-o", "remount,bind,ro", str(view))
        yield view


class Stick:
    """A medium with a file system of its own that can be pulled while it is written to.

    What was not synced is lost with the pull, directories included, as with a real stick.
    """

    def __init__(self, image: Path, folder: Path) -> None:
        self._image = image
        self.folder = folder

    def pull(self) -> None:
        """From now on the system says that it cannot read or write there."""
        import fcntl  # noqa: PLC0415 - not on Windows

        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUT_DOWN, struct.pack("I", _WITHOUT_FLUSHING))
        finally:
            os.close(descriptor)

    def plug_in_again(self) -> None:
        """Look at what is left on it."""
        self.unplug()
        _run("mount", "-o", "loop", str(self._image), str(self.folder))

    def unplug(self) -> None:
        """The folder is empty, as it is where no stick is."""
        _run("umount", str(self.folder))


_SHUT_DOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN of Linux."""
_WITHOUT_FLUSHING = 2


@contextmanager
def stick(folder: Path, *, megabytes: int = 16) -> Iterator[Stick]:
    """An empty stick, plugged in."""
    image, view = folder / "stick.img", folder / "stick"
    view.mkdir()
    with image.open("wb") as file:
        file.truncate(megabytes << 20)
    if shutil.which("mkfs.ext4") is None:
        pytest.skip("needs mkfs.ext4")
    _run("mkfs.ext4", "-q", str(image))
    with _mounted(["-o", "loop", str(image)], view):
        yield Stick(image, view)


@contextmanager
def _mounted(what: list[str], folder: Path) -> Iterator[None]:
    try:
        _run("mount", *what, str(folder))
    except subprocess.CalledProcessError as error:
        pytest.skip(f"mounting is not allowed here: {error.stderr.strip()}")
    try:
        yield
    finally:
        # Lazily: a test that fails may leave a file open, and no mount shall outlive it.
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
