"""Start the process that decodes, ask it, and end it; whatever it does, it does it alone.

The process is ours again: from a checkout and a wheel our own module under the same interpreter,
from the frozen program its command line with a hidden command.
"""

import mmap
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import msgspec

from kepatuhan_desktop.errors import EvidenceDamaged
from kepatuhan_desktop.imaging.confinement import SECONDS
from kepatuhan_desktop.imaging.decoding_talk import LENGTHS, Answer, Refused, Task, error_of, send

COMMAND = "decode-evidence"
"""The hidden command of the frozen program."""
LARGEST_ANSWER = 320 << 20
"""Bytes; a page of A3 for a printer has 52 million."""
_LARGEST_HEAD = 4 << 20
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from kepatuhan_desktop.imaging.decoder import answer; answer()"
)


def own_command() -> list[str]:
    """How this program starts the decoding process."""
    if getattr(sys, "frozen", False):
        # The window has no standard streams on Windows; the command line beside it does.
        here = Path(sys.executable)
        return [str(here.with_name("kepatuhan" + here.suffix)), COMMAND]
    root = str(Path(__file__).parents[2])
    return [sys.executable, "-I", "-c", _BOOT, root]


_PIPE = 1 << 20
"""Bytes; a page comes in fewer turns than with the 65,536 that are usual."""


class Child:
    """One decoding process. Raises `EvidenceDamaged` for `name` where it dies or takes too long."""

    def __init__(
        self, name: str, *, seconds: float = SECONDS, command: list[str] | None = None
    ) -> None:
        self._name, self._seconds = name, seconds
        self._process = subprocess.Popen(
            command or own_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # there on Windows only
            cwd=os.sep,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout
        _widen(self._out.fileno())

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.end()

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """End the process, which may be in the middle of something that nobody wants any more."""
        self._process.kill()
        self._in.close()
        self._out.close()
        self._process.wait()

    def ask(self, task: Task, body: bytes = b"") -> None:
        """Hand over a task."""
        with self._watched():
            send(self._in, task, body)

    def hear(self) -> tuple[Answer, memoryview]:
        """The next answer and what follows it; raises the error that it tells."""
        with self._watched():
            head, body = LENGTHS.unpack(self._read(LENGTHS.size))
            if head > _LARGEST_HEAD or body > LARGEST_ANSWER:
                raise self._damage()
            said: Answer = msgspec.json.decode(self._read(head), type=Answer)
            found = self._read(body)
        if isinstance(said, Refused):
            raise error_of(said, self._name)
        return said, found

    def _read(self, size: int) -> memoryview:
        # Memory that the system fills with zeros when it is used: to clear 26 MB, as a bytearray
        # would, keeps the interpreter, and with it the window, for 20 ms.
        found = memoryview(mmap.mmap(-1, max(size, 1)))[:size]
        done = 0
        while done < size:
            # A pipe of ours, unbuffered: typing knows it as any stream.
            count = self._out.readinto(found[done:])  # type: ignore[attr-defined]  # as above
            if not count:
                raise self._damage()
            done += count
        return found

    def _damage(self) -> EvidenceDamaged:
        return EvidenceDamaged(name=self._name, reason="decoder")

    @contextmanager
    def _watched(self) -> Iterator[None]:
        alarm = threading.Timer(self._seconds, self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        except (OSError, ValueError) as error:  # a broken pipe; an answer that is none
            raise self._damage() from error
        finally:
            alarm.cancel()


def _widen(pipe: int) -> None:
    """Let more wait in a pipe, where the system has a way to ask for that."""
    if sys.platform != "linux":
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    with suppress(OSError):  # a user may have too many of them already
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
