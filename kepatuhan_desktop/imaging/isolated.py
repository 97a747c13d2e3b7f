"""Make the copies of evidence from others in a process of its own, with little to break.

A decoder that crashes, hangs or eats memory on a crafted file takes only that process with it.
The process is ours again: from a checkout and a wheel this module under the same interpreter,
from the frozen program its command line with a hidden command.
"""

import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import msgspec

from kepatuhan_desktop import errors
from kepatuhan_desktop.errors import EvidenceDamaged, KnownError
from kepatuhan_desktop.imaging import ingest
from kepatuhan_desktop.imaging.ingest import Derived
from kepatuhan_desktop.imaging.recognition import MediaType

COMMAND = "decode-evidence"
"""The hidden command of the frozen program."""
SECONDS = 30
"""Of time, and of computing."""
MEMORY = 2 << 30
"""Bytes of address space, the program and its libraries included."""
LARGEST_ANSWER = 64 << 20
_OPEN_FILES = 64
_LENGTH = struct.Struct(">Q")
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from kepatuhan_desktop.imaging.isolated import answer; answer()"
)


class _Task(msgspec.Struct):
    media_type: MediaType
    rotation: int
    name: str


class _Answer(msgspec.Struct):
    code: str = ""
    """Of the error that it ended with; empty: none."""
    parameters: dict[str, str] = {}
    thumbnail: int = 0
    """Bytes of the first picture that follows; 0 where there is none to be made."""
    width: int = 0
    height: int = 0


def derive(
    data: bytes,
    media_type: MediaType,
    *,
    rotation: int = 0,
    name: str = "",
    seconds: float = SECONDS,
    command: list[str] | None = None,
) -> Derived | None:
    """What `ingest.derive` gives, made elsewhere; raises as it does.

    `EvidenceDamaged` also where the process died or took longer than `seconds`.
    """
    task = _Task(media_type=media_type, rotation=rotation, name=name)
    found = _run(command or own_command(), _framed(msgspec.json.encode(task)) + data, seconds)
    try:
        head, rest = _split(found)
        said = msgspec.json.decode(head, type=_Answer)
    except (ValueError, struct.error) as error:
        raise EvidenceDamaged(name=name, reason="decoder") from error
    if said.code:
        raise _error(said, name)
    if not said.thumbnail:
        return None
    return Derived(
        thumbnail=rest[: said.thumbnail],
        print_copy=rest[said.thumbnail :],
        width=said.width,
        height=said.height,
    )


def own_command() -> list[str]:
    """How this program starts the decoding process."""
    if getattr(sys, "frozen", False):
        # The window has no standard streams on Windows; the command line beside it does.
        here = Path(sys.executable)
        return [str(here.with_name("kepatuhan" + here.suffix)), COMMAND]
    root = str(Path(__file__).parents[2])
    return [sys.executable, "-I", "-c", _BOOT, root]


def answer() -> None:
    """The other side: one task from the standard input, its answer to the standard output."""
    confine()
    head, data = _split(sys.stdin.buffer.read())
    task = msgspec.json.decode(head, type=_Task)
    sys.stdout.buffer.write(_answered(task, data))
    sys.stdout.buffer.flush()


def confine() -> None:
    """Give up what decoding does not need, where the system lets a process do so."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        lower = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(what, (lower, lower))
        except (ValueError, OSError):  # a system that knows the limit and refuses it
            continue


def _answered(task: _Task, data: bytes) -> bytes:
    try:
        made = ingest.derive(data, task.media_type, rotation=task.rotation, name=task.name)
    except KnownError as error:
        said = _Answer(code=error.code, parameters=error.parameters)
        return _framed(msgspec.json.encode(said))
    if made is None:
        return _framed(msgspec.json.encode(_Answer()))
    said = _Answer(thumbnail=len(made.thumbnail), width=made.width, height=made.height)
    return _framed(msgspec.json.encode(said)) + made.thumbnail + made.print_copy


def _framed(head: bytes) -> bytes:
    return _LENGTH.pack(len(head)) + head


def _split(data: bytes) -> tuple[bytes, bytes]:
    (length,) = _LENGTH.unpack_from(data)
    start = _LENGTH.size
    return data[start : start + length], data[start + length :]


def _error(said: _Answer, name: str) -> KnownError:
    for kind in (errors.EvidenceTooLarge, errors.EvidenceProtected):
        if kind.code == said.code:
            return kind(**said.parameters)
    return EvidenceDamaged(name=name, reason=said.parameters.get("reason", ""))


def _run(command: list[str], task: bytes, seconds: float) -> bytes:
    """What the process wrote; nothing where it died, wrote too much or took too long."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # there on Windows only
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
        cwd=os.sep,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        alarm = threading.Timer(seconds, process.kill)
        alarm.start()
        feeder = threading.Thread(target=_feed, args=(process.stdin, task))
        feeder.start()
        with process.stdout:
            found = process.stdout.read(LARGEST_ANSWER + 1)
        if len(found) > LARGEST_ANSWER:
            process.kill()
        process.wait()
        alarm.cancel()
        feeder.join()
    return found if process.returncode == 0 and len(found) <= LARGEST_ANSWER else b""


def _feed(stream: BinaryIO, task: bytes) -> None:
    try:
        with stream:
            stream.write(task)
    except OSError:  # it ended before it had read everything
        return
