"""Watch from outside how long the window leaves its user waiting.

Another process writes the time into a pipe every few milliseconds, as a mouse that never
rests would do. How old the oldest time is when the event loop of the window comes to read
it is how long a key or a click would have waited then, whatever kept the loop: work of its
own, a worker that held the interpreter, the disk, or other programs on the same cores. The
system's count of how long the thread of the window stood ready without getting a core is
kept beside it, so that the figure can be judged on a busy machine too.
"""

import os
import signal
import struct
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier

SECONDS = 0.003
"""Between two beats, and so how exact a wait is known."""

_LOOK = 0.005
"""Seconds between two looks at what the thread of the window is doing."""
_OURS = "kepatuhan_desktop"
_BEATING = (
    "import os,struct,sys,time\n"
    "while True:\n"
    "    os.write(int(sys.argv[1]), struct.pack('<q', time.monotonic_ns()))\n"
    f"    time.sleep({SECONDS})\n"
)


class Wait(msgspec.Struct, frozen=True):
    """One stretch in which the event loop was busy; milliseconds."""

    wall: float
    """How long the user would have waited."""
    without_core: float
    """Of that, how long the thread stood ready and another program had its core."""
    window: float
    """Processor time of the thread of the window."""
    process: float
    """Processor time of the whole process, the worker included."""
    doing: dict[str, float]
    """The functions that the thread of the window was in, and for how long."""

    @property
    def own(self) -> float:
        """The wait as it would be on a machine with nothing else to do."""
        return max(0.0, self.wall - self.without_core)


class Heartbeat(QObject):
    """Hears the beats on the thread of the window; `take` says what the longest wait was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, writing = os.pipe()
        os.set_blocking(self._reading, False)
        self._beating = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _BEATING, str(writing)],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        self._thread = threading.get_native_id()
        self._before = self._counters()
        self._longest: Wait | None = None
        self._looked = time.monotonic()
        self._doing: Counter[str] = Counter()
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)

    def take(self) -> Wait:
        """The longest wait since the last call."""
        taken, self._longest = self._longest, None
        return taken or Wait(0.0, 0.0, 0.0, 0.0, {})

    def stop(self) -> None:
        """End the other process."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._notifier.setEnabled(False)
        self._beating.terminate()
        self._beating.wait()
        os.close(self._reading)

    def _hear(self) -> None:
        data = os.read(self._reading, 1 << 16)
        if not data:
            return
        (oldest,) = struct.unpack_from("<q", data)
        wall = (time.monotonic_ns() - oldest) / 1e6
        now = self._counters()
        waited, window, process = (b - a for a, b in zip(self._before, now, strict=True))
        self._before = now
        if self._longest is None or wall - waited > self._longest.own:
            self._longest = Wait(wall, min(waited, wall), window, process, dict(self._doing))
        self._doing.clear()
        self._looked = time.monotonic()

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        """Runs on the thread of the window as soon as what Qt is doing comes to an end."""
        now = time.monotonic()
        for name in _ours(frame):
            self._doing[name] += round((now - self._looked) * 1000)
        self._looked = now

    def _counters(self) -> tuple[float, float, float]:
        """Milliseconds ready without a core, and processor time of the thread and the process."""
        try:
            text = Path(f"/proc/self/task/{self._thread}/schedstat").read_text(encoding="ascii")
            waited = int(text.split()[1]) / 1e6
        except (OSError, IndexError):
            waited = 0.0  # other systems do not tell
        return waited, time.thread_time() * 1000, time.process_time() * 1000


def _ours(frame: FrameType | None) -> set[str]:
    """The functions of the program that are under way."""
    names: set[str] = set()
    while frame is not None:
        if _OURS in frame.f_code.co_filename:
            names.add(frame.f_code.co_qualname)
        frame = frame.f_back
    return names or {"Qt"}


def tally(doing: dict[str, float], most: int = 6) -> str:
    """The functions that took most of the time, with what they call."""
    places = Counter(doing).most_common(most)
    return ", ".join(f"{place} {spent:.0f}" for place, spent in places)
