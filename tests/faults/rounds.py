"""Run worker rounds: kill them at a moment, at a crash point, or let them end."""

import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO

import msgspec

from tests.faults.worker import Order

ROOT = Path(__file__).parents[2]


class Server:
    """One worker process that forks a fresh child per round."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def kill_after(self, order: Order, seconds: float) -> int:
        """Start a round and kill it; returns its exit status, -9 where the kill came in time."""
        self._tell(msgspec.json.encode(order).decode("utf-8"))
        time.sleep(seconds)
        return self._finish("kill")

    def wait(self, order: Order) -> int:
        """Start a round and wait for its end."""
        self._tell(msgspec.json.encode(order).decode("utf-8"))
        return self._finish("wait")

    def traced(self, order: Order, trace: Path, *options: str) -> str:
        """Do a round under strace, with these options; returns what it wrote to `trace`."""
        self.wait(msgspec.structs.replace(order, strace=["-o", str(trace), *options]))
        return trace.read_text("utf-8", "replace")

    def _finish(self, how: str) -> int:
        self._tell(how)
        answer = _pipe(self._process.stdout).readline()
        if not answer:
            raise RuntimeError("the worker is gone")
        return int(answer)

    def _tell(self, line: str) -> None:
        stream = _pipe(self._process.stdin)
        stream.write(f"{line}\n")
        stream.flush()


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("the worker has no pipes")
    return stream
