"""A decoding process that stands by for the next file: to start one takes a tenth of a second.

Each serves one file and ends: what a crafted file does to it cannot touch the next one.
"""

import atexit
from contextlib import suppress
from threading import Lock, Timer

from kepatuhan_desktop.errors import EvidenceDamaged
from kepatuhan_desktop.imaging.child import Child
from kepatuhan_desktop.imaging.decoding_talk import StandBy

STAY = 30.0
"""Seconds after which a process that nobody needed ends."""


class Standby:
    """At most one process, started ahead. Safe in any thread."""

    def __init__(self, stay: float = STAY) -> None:
        self._stay = stay
        self._lock = Lock()
        self._child: Child | None = None
        self._end = Timer(0, self.dismiss)

    def get_ready(self) -> None:
        """Have a process that stands by, for some time; nothing is said where none starts."""
        with self._lock:
            if self._child is None or not self._child.is_alive():
                self._put_away()
                # Whoever needs one hears of it then.
                with suppress(OSError, EvidenceDamaged):
                    self._child = Child("")
                    self._child.ask(StandBy())
            self._end.cancel()
            self._end = Timer(self._stay, self.dismiss)
            self._end.daemon = True
            self._end.start()

    def take(self) -> Child:
        """The process that stands by, or a new one; whoever takes it ends it."""
        with self._lock:
            found, self._child = self._child, None
            self._end.cancel()
        if found is not None and found.is_alive():
            return found
        if found is not None:
            found.end()
        return Child("")

    def dismiss(self) -> None:
        """End the process that stands by."""
        with self._lock:
            self._end.cancel()
            self._put_away()

    def _put_away(self) -> None:
        found, self._child = self._child, None
        if found is not None:
            found.end()


STANDBY = Standby()
atexit.register(STANDBY.dismiss)
