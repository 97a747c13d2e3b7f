"""Bundles that were given to the window: read one by one, looked at, taken in when wanted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.jobs import Job, Jobs, Step
from kepatuhan_desktop.gui.turns import Turn, next_turn
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.importing import Importing, ImportPlan, Inspected


class State(Enum):
    """How far a bundle is."""

    WAITING = 1
    READING = 2
    READY = 3
    """It was read; its plan can be looked at, and nothing has been taken in."""
    QUEUED = 4
    """It is one of several that a person wants, and waits for those before it."""
    TAKING = 5
    TAKEN = 6
    FAILED = 7


@dataclass(slots=True)
class Parcel:
    """One file, and what became of it."""

    key: str
    path: Path
    state: State = State.WAITING
    step: Step = field(default_factory=lambda: Step(0, 0, ""))
    plan: ImportPlan | None = None
    error: Exception | None = None
    is_stale: bool = False
    """The journal has changed since the plan was made."""


class Batch(NamedTuple):
    """How many of several bundles have been taken in; nothing is going on where `total` is 0."""

    done: int
    total: int


class Inbox(QObject):
    """Everything that was given since the list was cleared, in that order."""

    listed = Signal()
    """Bundles came or went."""
    updated = Signal(str)
    """The key of one that is in another state, or has another plan."""
    stepped = Signal(str)
    """The key of the one that is being read or taken in: it is a `Step` further."""
    taken = Signal(str, object)
    """Key and `Changes`: it is in the journal."""
    all_taken = Signal(int, int)
    """How many `take_all` has taken in, now that it has come to its end, and how many of them
    with signs of a cloned disk or a restored backup.
    """
    failed = Signal(object)
    """A fault that is not the file's; what is wrong with a file stands in its `Parcel`."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._parcels: dict[str, Parcel] = {}
        self._count = 0
        self._current: Parcel | None = None
        self._job: Job | None = None
        self._consent = False
        self._batch = Batch(0, 0)
        self._alarms = 0
        self._preferred = ""
        self._planning = Turn(self, self._plan_one)

    def parcels(self) -> tuple[Parcel, ...]:
        """All of them."""
        return tuple(self._parcels.values())

    def parcel(self, key: str) -> Parcel | None:
        """One of them."""
        return self._parcels.get(key)

    def add(self, paths: Sequence[Path]) -> str:
        """Queue files; gives the key of the first. One that still waits here is not queued twice.

        What was read before is read anew: the file may be another one by now.
        """
        first = ""
        for path in paths:
            for old in self.parcels():
                if old.path == path and old.state not in (State.READING, State.TAKING):
                    del self._parcels[old.key]
            self._count += 1
            key = str(self._count)
            self._parcels[key] = Parcel(key, path)
            first = first or key
        self.listed.emit()
        self._next()
        return first

    def take(self, key: str, *, consent: bool) -> None:
        """Take a bundle in whose plan was looked at; one at a time."""
        parcel = self._parcels.get(key)
        if parcel is not None and parcel.state is State.READY and self._current is None:
            self._consent = consent
            self._take(parcel)

    def welcome(self) -> tuple[Parcel, ...]:
        """Those that can be taken in without a question."""
        ready = (it for it in self.parcels() if it.state is State.READY)
        return tuple(it for it in ready if it.plan is not None and it.plan.is_welcome)

    def take_all(self) -> None:
        """Take in all that are welcome, one after the other; what fails stops no other."""
        some = self.welcome()
        if self._batch.total or not some:
            return
        self._batch = Batch(0, len(some))
        self._alarms = 0
        for parcel in some:
            parcel.state = State.QUEUED
        self.listed.emit()
        next_turn(self, self._next)  # it plans the first of them

    def batch(self) -> Batch:
        """How far `take_all` is."""
        return self._batch

    def drop(self, key: str) -> None:
        """Take one off the list; the file stays where it is."""
        parcel = self._parcels.get(key)
        if parcel is None:
            return
        if parcel is self._current and self._job is not None:
            self._job.cancel()
        del self._parcels[key]
        self.listed.emit()

    def clear(self) -> None:
        """Take everything off the list."""
        self._parcels = {}
        self.stop()
        self.listed.emit()

    def stop(self) -> None:
        """Stop what is going on, and those that wait for it; nothing of it is in the journal."""
        for parcel in self.parcels():
            if parcel.state is State.QUEUED:
                parcel.state = State.READY
        if self._job is not None:
            self._job.cancel()
        self.listed.emit()

    def is_busy(self) -> bool:
        """Whether something is being read or taken in."""
        are_read = any(it.state is State.READING for it in self.parcels())
        return self._current is not None or are_read or self._batch.total > 0

    def plan_again(self, first: str = "") -> None:
        """The journal has changed, and with it what the others would do; `first` matters most."""
        self._preferred = first
        for parcel in self.parcels():
            parcel.is_stale = parcel.plan is not None and parcel.state in (
                State.READY,
                State.QUEUED,
            )
        self._planning.ask()

    def _plan_one(self) -> None:
        # One in each turn: with forty of them the window would stand still for half a second.
        if self._batch.total:
            return  # each of these is planned right before it is taken, the others at the end
        stale = [it for it in self.parcels() if it.is_stale and it.state is State.READY]
        if stale:
            shown = (it for it in stale if it.key == self._preferred)
            self._renew(next(shown, stale[0]))
            self._planning.ask()

    def _renew(self, parcel: Parcel) -> bool:
        """Plan again where that is due; whether there is a plan."""
        if parcel.is_stale and parcel.plan is not None:
            self._plan(parcel, parcel.plan.inspected)
        return parcel.state is not State.FAILED

    def _next(self) -> None:
        if self._current is not None:
            return
        queued = next((it for it in self.parcels() if it.state is State.QUEUED), None)
        if queued is not None:
            self._consent = False
            self._take(queued)
            return
        if self._batch.total:
            done, self._batch = self._batch.done, Batch(0, 0)
            self._planning.ask()
            self.all_taken.emit(done, self._alarms)
        parcel = next((it for it in self.parcels() if it.state is State.WAITING), None)
        if parcel is None:
            return
        importing = self._services.importing
        self._begin(parcel, State.READING, Job(partial(_inspect, importing, parcel.path)))
        assert self._job is not None
        self._job.succeeded.connect(self._on_inspected)
        self._jobs.start(self._job)

    def _take(self, parcel: Parcel) -> None:
        if not self._renew(parcel):
            next_turn(self, self._next)
            return
        assert parcel.plan is not None
        importing, plan = self._services.importing, parcel.plan
        self._begin(parcel, State.TAKING, Job(partial(_fetch, importing, plan)))
        assert self._job is not None
        self._job.succeeded.connect(self._on_fetched)
        self._jobs.start(self._job)

    def _begin(self, parcel: Parcel, state: State, job: Job) -> None:
        parcel.state, parcel.step, parcel.error = state, Step(0, 0, ""), None
        self._current, self._job = parcel, job
        job.progressed.connect(self._on_step)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self.updated.emit(parcel.key)

    def _on_step(self, step: Step) -> None:
        if self._current is not None:
            self._current.step = step
            self.stepped.emit(self._current.key)

    def _on_inspected(self, inspected: Inspected) -> None:
        # The next one is read meanwhile.
        if self._current is not None:
            next_turn(self, partial(self._plan_first, self._current, inspected))

    def _plan_first(self, parcel: Parcel, inspected: Inspected) -> None:
        if self._parcels.get(parcel.key) is parcel:
            self._plan(parcel, inspected)

    def _plan(self, parcel: Parcel, inspected: Inspected) -> None:
        parcel.is_stale = False
        try:
            parcel.plan = self._services.importing.plan(inspected)
        except KnownError as error:
            self._fail(parcel, error)
            return
        parcel.state = State.READY
        self.updated.emit(parcel.key)

    def _on_fetched(self, _result: object) -> None:
        parcel = self._current
        assert parcel is not None
        assert parcel.plan is not None
        try:
            changes: Changes = self._services.importing.apply(parcel.plan, consent=self._consent)
        except KnownError as error:
            # Nothing was written; what was looked at can be tried again. The disk is at fault,
            # not the file: it would be the same with the next one.
            self.stop()
            parcel.state = State.READY
            self.updated.emit(parcel.key)
            self.failed.emit(error)
            return
        parcel.state = State.TAKEN
        if self._batch.total:
            self._batch = Batch(self._batch.done + 1, self._batch.total)
            self._alarms += bool(parcel.plan.alarms)
        self.updated.emit(parcel.key)
        next_turn(self, partial(self.taken.emit, parcel.key, changes))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.failed.emit(error)
        if self._current is not None:
            self._fail(self._current, error)

    def _fail(self, parcel: Parcel, error: Exception) -> None:
        parcel.state, parcel.error = State.FAILED, error
        self.updated.emit(parcel.key)

    def _on_cancelled(self) -> None:
        parcel = self._current
        if parcel is None:
            return
        if parcel.state is State.TAKING:
            parcel.state = State.READY
            self.updated.emit(parcel.key)
        elif parcel.key in self._parcels:
            del self._parcels[parcel.key]
            self.listed.emit()

    def _on_finished(self) -> None:
        self._current, self._job = None, None
        if self._batch.total:
            next_turn(self, self._next)  # it plans, and the present one was just written
        else:
            self._next()
        self.listed.emit()


def _inspect(importing: Importing, path: Path, progress: Progress) -> Inspected:
    return importing.inspect(path, progress)


def _fetch(importing: Importing, plan: ImportPlan, progress: Progress) -> None:
    importing.fetch(plan, progress)
