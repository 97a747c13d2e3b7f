"""Fork a process that strace watches: it tells system calls, and makes one of them fail.

strace is attached after the program was imported; it would make every import slow.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence

import pytest

WRITING = "pwrite64,write,fsync,fdatasync,rename,renameat,unlink,ftruncate,mkdir"
"""What changes the disk."""

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")

_SET_TRACER, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1)
"""Linux, prctl(2): PR_SET_PTRACER and PR_SET_PTRACER_ANY."""


def fork(deed: Callable[[], None]) -> int:
    """A child that does the deed and ends; returns its number."""
    child = os.fork()
    if child == 0:
        _do(deed)
    return child


def run(deed: Callable[[], None], options: Sequence[str]) -> int:
    """Do the deed in a child under `strace OPTIONS`; returns its exit status."""
    ready, gate = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(gate[1])
        # Some systems let only an ancestor attach; strace will be a sibling.
        ctypes.CDLL(None).prctl(_SET_TRACER, _ANYBODY, 0, 0, 0)
        os.write(ready[1], b"!")
        _do(deed if os.read(gate[0], 1) else _nothing)
    os.close(gate[0])
    os.read(ready[0], 1)
    with subprocess.Popen(
        ["strace", "-f", "-p", str(child), *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as strace:
        assert strace.stderr is not None
        said = strace.stderr.readline()
        if "attached" in said:
            os.write(gate[1], b"!")
        for end in (gate[1], *ready):
            os.close(end)
        _, status = os.waitpid(child, 0)
        strace.communicate()
    if "attached" not in said:
        raise RuntimeError(said)
    return os.waitstatus_to_exitcode(status)


def _do(deed: Callable[[], None]) -> None:
    status = 1
    try:
        deed()
        status = 0
    finally:
        # Nothing of the parent's is flushed or tidied up by a child.
        os._exit(status)


def _nothing() -> None:
    pass
