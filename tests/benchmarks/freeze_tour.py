"""Do in the real window what an auditor does, one deed after the other, and time the waits.

`python -m tests.benchmarks.freeze_tour HOME PHOTOS OUT [at-once]` writes the longest wait of
every deed as JSON to OUT. The workspace is one that `freezes` has filled; it is changed.
"""

import gc
import os
import sys
import time
import traceback
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kepatuhan_desktop.gui.frame import Frame, make_application
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.session import Session
from tests.benchmarks import freeze_sides
from tests.benchmarks.freeze_steps import SIZE, Step, Until, impatient, tour
from tests.benchmarks.heartbeat import Heartbeat, Wait

_POLL_MS = 15
_QUIET = 0.09
"""Seconds in which nothing was under way before a deed counts as done."""
_MOST = 90.0
"""Seconds that one deed may take."""


class Line(msgspec.Struct, frozen=True):
    """The longest wait of one deed."""

    step: str
    wait: Wait


class Driver(QObject):
    """Does a step from inside the event loop, waits until it is over, and notes its wait."""

    def __init__(self, window: MainWindow, steps: Iterator[Step], heart: Heartbeat) -> None:
        super().__init__(window)
        self.lines: list[Line] = []
        self.fault = ""
        self._window = window
        self._steps = steps
        self._heart = heart
        self._name = ""
        self._until: Until | None = None
        self._began = self._quiet_since = 0.0

    def start(self) -> None:
        """Begin when the event loop runs."""
        QTimer.singleShot(0, self._next)

    def fail(self, error: object) -> None:
        """End the tour because of a fault of the program."""
        self.fault = f"{self._name}: {error!r}"
        self._end()

    def _next(self) -> None:
        if self._name:
            self.lines.append(Line(self._name, self._heart.take()))
        try:
            step = next(self._steps, None)
            if step is None:
                self._end()
                return
            self._name, deed, self._until = step
            self._began = self._quiet_since = time.monotonic()
            deed()
        except BaseException:  # whatever it was, the process that waits for this one tells it
            self.fault = f"{self._name}: {traceback.format_exc()}"
            self._end()
            return
        QTimer.singleShot(_POLL_MS, self._poll)

    def _poll(self) -> None:
        now = time.monotonic()
        is_over = self._window.jobs.count() == 0 and (self._until is None or self._until())
        if not is_over:
            self._quiet_since = now
        if now - self._began > _MOST:
            self.fault = f"{self._name} does not end"
            self._end()
        elif now - self._quiet_since >= _QUIET:
            self._next()
        else:
            QTimer.singleShot(_POLL_MS, self._poll)

    def _end(self) -> None:
        self._window.jobs.cancel_all()
        QApplication.exit(1 if self.fault else 0)


def main(home: Path, photos: Path, out: Path, *, at_once: bool) -> int:
    """Take the tour once; the status tells whether it came to its end."""
    gc.disable()  # as the program does
    application = make_application("Kepatuhan freezes", "kepatuhan-desktop")
    frame = Frame()  # as in the program
    session = Session(application, frame)
    frame.show()
    session.open(home)
    window = session.window
    assert window is not None, "the workspace does not open"
    frame.resize(*SIZE)
    frame.activateWindow()
    heart = Heartbeat(application)
    everything = chain(
        tour(window, sorted(photos.iterdir()), out.parent),
        freeze_sides.steps(window, photos.parent / "sides", out.parent),
    )
    steps = impatient(window) if at_once else everything
    driver = Driver(window, steps, heart)
    session.faults.happened.connect(driver.fail)
    driver.start()
    status = application.exec()
    lines, fault = driver.lines, driver.fault
    heart.stop()
    session.close()
    out.write_bytes(msgspec.json.encode(lines))
    sys.stderr.write(fault)
    return status


if __name__ == "__main__":
    try:
        sys.exit(main(*map(Path, sys.argv[1:4]), at_once=sys.argv[4:] == ["at-once"]))
    except Exception:  # the program's own hook would only write it into its log
        traceback.print_exc()
        sys.exit(1)
