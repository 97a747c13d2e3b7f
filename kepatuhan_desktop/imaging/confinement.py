"""Give up what decoding does not need, in a process that decodes what others have made."""

import sys

SECONDS = 30
"""Of time, and of computing, for each answer."""
MEMORY = 2 << 30
"""Bytes of address space, the program and its libraries included."""
_IN_ALL = 3600
"""Seconds of computing that one process has for all its answers."""
_OPEN_FILES = 64
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux: a network of its own, in which there is nothing."""


def confine() -> None:
    """Do without files, memory, time and the network, where the system lets a process do so."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    _leave_the_network()
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, _IN_ALL),
    ):
        _, hard = resource.getrlimit(what)
        lower = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(what, (lower, lower))
        except (ValueError, OSError):  # a system that knows the limit and refuses it
            continue
    allow_another_answer()


def allow_another_answer() -> None:
    """Give the next answer as much computing as the first one had."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + SECONDS
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard) if hard >= 0 else soft, hard))
    except (ValueError, OSError):  # as above
        return


def _leave_the_network() -> None:
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - only in the decoding process

    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None and unshare(_NEW_USER | _NEW_NETWORK) != 0:
        unshare(_NEW_NETWORK)
