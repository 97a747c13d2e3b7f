"""Run long work on one worker thread and bring its outcome back to the thread of the window."""

import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from kepatuhan_desktop.gui.turns import next_turn
from kepatuhan_desktop.progress import Cancelled, Progress

Work = Callable[[Progress], object]
"""Runs on the worker: must not touch widgets, models, pixmaps or the database."""

_SECONDS_BETWEEN_REPORTS = 1 / 30
_SECONDS_OF_A_TURN = 0.0001
"""How long the worker may keep the interpreter while the window asks for it.

Drawing one frame asks a hundred times: with Python's own 5 ms it took up to 50 ms, not 4.
"""
_SECONDS_TO_NOTICE = 0.00005
_SECONDS_OF_A_PAUSE = 0.004
_SECONDS_BETWEEN_PAUSES = 0.02


class Step(NamedTuple):
    """How far a job is."""

    done: int
    total: int
    text: str


class _Outcome(NamedTuple):
    result: object = None
    error: Exception | None = None
    was_cancelled: bool = False


class Job(QObject):
    """One piece of work; connect to its signals first, then `Jobs.start` it.

    Exactly one of `succeeded`, `failed` and `cancelled` comes, on the thread that made the
    job, and `finished` after it.
    """

    succeeded = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The exception that ended the work."""
    cancelled = Signal()
    progressed = Signal(object)
    """A `Step`, at most 30 times a second, and always the last one."""
    finished = Signal()

    _came_out = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._reported_at = 0.0
        self._gave_way_at = 0.0
        # Queued: the worker emits, the thread of the window delivers.
        self._came_out.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def is_cancelling(self) -> bool:
        """Someone asked the job to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int, text: str = "") -> None:
        """The `Progress` of the work; runs on the worker."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._gave_way_at >= _SECONDS_BETWEEN_PAUSES:
            self._gave_way_at = now
            give_way()
        if done >= total or now - self._reported_at >= _SECONDS_BETWEEN_REPORTS:
            self._reported_at = now
            self.progressed.emit(Step(done, total, text))

    def run(self) -> None:
        """Do the work; runs on the worker."""
        if self._stop.is_set():
            self._came_out.emit(_Outcome(was_cancelled=True))
            return
        try:
            outcome = _Outcome(result=self._work(self))
        except Cancelled:
            outcome = _Outcome(was_cancelled=True)
        except Exception as error:  # any fault of the work belongs to the listener
            outcome = _Outcome(error=error)
        self._came_out.emit(outcome)

    def deliver(self, outcome: object) -> None:
        """Tell the listeners; runs on the thread of the window."""
        assert isinstance(outcome, _Outcome)
        try:
            if outcome.was_cancelled:
                self.cancelled.emit()
            elif outcome.error is not None:
                self.failed.emit(outcome.error)
            else:
                self.succeeded.emit(outcome.result)
        finally:
            self.finished.emit()


def give_way() -> None:
    """Let the window go first where it has something to do. For the worker, between two pieces.

    Much of Qt keeps the interpreter while it works, and one frame wants it a hundred times.
    """
    before = time.perf_counter()
    time.sleep(0)
    # Who gets the interpreter back at once has not kept anybody waiting.
    if time.perf_counter() - before > _SECONDS_TO_NOTICE:
        time.sleep(_SECONDS_OF_A_PAUSE)


class Jobs(QObject):
    """Starts jobs one after the other and keeps them alive until they are finished."""

    busy = Signal(bool)
    """True when the first job starts, False when the last one has finished."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SECONDS_OF_A_TURN)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._running: dict[Job, Future[None]] = {}
        self._is_over = False

    def start(self, job: Job) -> Job:
        """Queue `job`; its signals must be connected already. After `shutdown` it is cancelled."""
        if self._is_over:
            # What was cancelled then may begin the next of its queue: in turns, not ever deeper.
            next_turn(job, partial(job.deliver, _Outcome(was_cancelled=True)))
            return job
        job.finished.connect(self._tidy)
        was_idle = not self._running
        self._running[job] = self._executor.submit(job.run)
        if was_idle:
            self.busy.emit(True)
        return job

    def run(self, work: Work) -> Job:
        """Make a job whose outcome nobody needs, and start it."""
        return self.start(Job(work))

    def count(self) -> int:
        """Jobs that have not finished."""
        return len(self._running)

    def cancel_all(self) -> None:
        """Ask every job to stop; each reports `cancelled` in its time."""
        for job in self._running:
            job.cancel()

    def shutdown(self) -> None:
        """Cancel everything and wait for the worker; nothing runs afterwards."""
        self._is_over = True
        self.cancel_all()
        waiting = [job for job, future in self._running.items() if future.cancel()]
        self._executor.shutdown(wait=True, cancel_futures=True)
        for job in waiting:
            job.deliver(_Outcome(was_cancelled=True))

    def _tidy(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and self._running.pop(job, None) is not None and not self._running:
            self.busy.emit(False)
