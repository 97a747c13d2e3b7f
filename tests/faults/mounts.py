"""Mount small and read-only file systems; where that is not allowed, the test is skipped."""

import os
import shutil
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
