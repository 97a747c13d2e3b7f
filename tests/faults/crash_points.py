"""Count the steps that touch the disk, and die before the one that was asked for.

Every statement has a point before and one after it, so "committed but not yet told" is a
point of its own. What SQLite does inside a statement is left to the system-call tests.
"""

import os
import signal
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import sqlcipher3
from sqlcipher3 import dbapi2

P = ParamSpec("P")
T = TypeVar("T")


class Countdown:
    """Ends the process at step `at`; 0 only counts."""

    def __init__(self, at: int) -> None:
        self._at = at
        self.count = 0

    def tick(self) -> None:
        """One step more."""
        self.count += 1
        if self.count == self._at:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, call: Callable[P, T]) -> Callable[P, T]:
        """`call` with a step in front of it."""

        def counted(*positional: P.args, **named: P.kwargs) -> T:
            self.tick()
            return call(*positional, **named)

        return counted

    def step(self, _done: int, _total: int, _text: str = "") -> None:
        """A `Progress`: whatever is told piece by piece is a step each time."""
        self.tick()


def install(at: int) -> Countdown:
    """Put the steps in; for a process that is thrown away."""
    countdown = Countdown(at)

    class Counted(dbapi2.Connection):
        def execute(self, *asked: object) -> sqlcipher3.dbapi2.Cursor:
            countdown.tick()
            cursor = super().execute(*asked)  # type: ignore[arg-type]  # handed on as it came
            countdown.tick()
            return cursor

        def executemany(self, *asked: object) -> sqlcipher3.dbapi2.Cursor:
            countdown.tick()
            cursor = super().executemany(*asked)  # type: ignore[arg-type]  # as above
            countdown.tick()
            return cursor

    connect = dbapi2.connect

    def connect_counted(database: str, **named: object) -> dbapi2.Connection:
        return connect(database, factory=Counted, **named)  # type: ignore[call-overload, no-any-return]  # as above

    dbapi2.connect = connect_counted  # type: ignore[assignment]  # overloads do not matter here
    for name in ("open", "fsync", "replace", "unlink", "mkdir", "posix_fadvise"):
        if hasattr(os, name):
            setattr(os, name, countdown.before(getattr(os, name)))
    return countdown
