"""Run an authority from the window: one thing at a time, all of it on the worker."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kepatuhan_desktop.clock import Clock
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import files
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.services.authorities import Authority, Holder, Overview, RequestPlan


class Snapshot(NamedTuple):
    """What an authority knew when the worker last looked."""

    overview: Overview
    people: tuple[Holder, ...]


class Applicant(NamedTuple):
    """A request file that somebody chose: what it asks for, or why it is none."""

    file: str
    data: bytes
    plan: RequestPlan | None
    fault: KnownError | None
    roles: tuple[Role, ...]
    """What the device is enrolled as already."""


class Enrolment(NamedTuple):
    """A request that was compared, and the roles that are to be given."""

    device: DeviceId
    data: bytes
    roles: tuple[Role, ...]


class Enrolled(NamedTuple):
    """How a round of enrolments went."""

    snapshot: Snapshot
    successes: int
    faults: Mapping[DeviceId, KnownError]


class AuthorityDesk(QObject):
    """Holds the authority while it is open."""

    changed = Signal()
    """There is another `snapshot`, or none any more."""
    inspected = Signal(object)
    """A tuple of `Applicant`."""
    enrolled = Signal(object)
    """An `Enrolled`."""
    published = Signal(object)
    """The `Path` of the trust file."""
    done = Signal()
    """What was asked for last has been done."""
    failed = Signal(object)
    """What was asked for last has not been done, and why."""
    busy = Signal(bool)

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._authority: Authority | None = None
        self._job: Job | None = None
        self._then: Callable[[object], None] = self._look
        self._must_lock = False
        self.snapshot: Snapshot | None = None

    def is_busy(self) -> bool:
        """Something is being done."""
        return self._job is not None

    def create(self, folder: Path, name: str, passphrase: str) -> None:
        """Found an authority and open it."""
        self._start(partial(_create, folder, name, passphrase, self._clock), self._opened)

    def open(self, folder: Path, passphrase: str) -> None:
        """Open an authority."""
        self._start(partial(_open, folder, passphrase, self._clock), self._opened)

    def inspect(self, paths: Sequence[Path]) -> None:
        """Read request files."""
        if self._authority is not None and self.snapshot is not None:
            known = {one.device: one.roles for one in self.snapshot.people}
            work = partial(_inspect, self._authority, tuple(paths), known)
            self._start(work, self._have_inspected)

    def enrol(self, chosen: Sequence[Enrolment]) -> None:
        """Give certificates; one that is refused does not keep the others from theirs."""
        if self._authority is not None:
            work = partial(_enrol, self._authority, tuple(chosen), self._clock)
            self._start(work, self._have_enrolled)

    def renew(self, device: DeviceId) -> None:
        """Give the holder of a device another certificate."""
        self._change(lambda authority, clock: authority.renew(device, clock.now()))

    def revoke(self, device: DeviceId, reason: RevocationReason) -> None:
        """Take back the certificates of a device."""
        self._change(lambda authority, clock: authority.revoke(device, reason, clock.now()))

    def replace_root(self, passphrase: str) -> None:
        """Make a new root key under a new passphrase."""
        self._change(lambda authority, clock: authority.replace_root(passphrase, clock.now()))

    def add_recipient(self, recipient: str) -> None:
        """Have bundles encrypted to one more key."""
        self._change(lambda authority, _clock: authority.add_recipient(recipient))

    def remove_recipient(self, recipient: str) -> None:
        """Have bundles no longer encrypted to a key."""
        self._change(lambda authority, _clock: authority.remove_recipient(recipient))

    def publish(self, path: Path) -> None:
        """Publish the trust file, and write a copy for carrying to `path`."""
        if self._authority is not None:
            work = partial(_publish, self._authority, path, self._clock)
            self._start(work, self._have_published)

    def lock(self) -> None:
        """Forget the keys and let others open the folder, as soon as nothing is being done."""
        self._must_lock = self._job is not None
        if self._authority is not None and self._job is None:
            self._authority.close()
            self._authority, self.snapshot = None, None
            self.changed.emit()

    def _change(self, deed: Callable[[Authority, Clock], object]) -> None:
        if self._authority is not None:
            self._start(partial(_change, self._authority, deed, self._clock), self._look)

    def _start(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        if self._job is not None:
            return
        self._then = then
        self._job = Job(work)
        self._job.succeeded.connect(self._succeeded)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._idle)
        self.busy.emit(True)
        self._jobs.start(self._job)

    def _succeeded(self, result: object) -> None:
        self._job = None
        self._then(result)
        self.done.emit()
        self._idle()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
        self._idle()

    def _idle(self) -> None:
        self._job = None
        self.busy.emit(False)
        if self._must_lock:
            self.lock()

    def _opened(self, result: object) -> None:
        assert isinstance(result, tuple)
        self._authority, self.snapshot = result
        self.changed.emit()

    def _look(self, result: object) -> None:
        assert isinstance(result, Snapshot)
        self.snapshot = result
        self.changed.emit()

    def _have_inspected(self, result: object) -> None:
        self.inspected.emit(result)

    def _have_enrolled(self, result: object) -> None:
        assert isinstance(result, Enrolled)
        self._look(result.snapshot)
        self.enrolled.emit(result)

    def _have_published(self, result: object) -> None:
        assert isinstance(result, tuple)
        snapshot, path = result
        self._look(snapshot)
        self.published.emit(path)


# What follows runs on the worker.


def _snapshot(authority: Authority, clock: Clock) -> Snapshot:
    return Snapshot(authority.overview(), authority.people(clock.now()))


def _create(
    folder: Path, name: str, passphrase: str, clock: Clock, progress: Progress
) -> tuple[Authority, Snapshot]:
    progress.step(0, 1)
    made = authorities.create(folder, name, passphrase, clock.now())
    return made, _snapshot(made, clock)


def _open(
    folder: Path, passphrase: str, clock: Clock, progress: Progress
) -> tuple[Authority, Snapshot]:
    progress.step(0, 1)
    found = authorities.open(folder, passphrase)
    return found, _snapshot(found, clock)


def _inspect(
    authority: Authority,
    paths: Sequence[Path],
    known: Mapping[DeviceId, tuple[Role, ...]],
    progress: Progress,
) -> tuple[Applicant, ...]:
    found = []
    for place, path in enumerate(paths):
        progress.step(place, len(paths))
        data, plan, fault = b"", None, None
        try:
            data = files.load(path, progress)
            plan = authority.inspect_request(data)
        except KnownError as error:
            fault = error
        roles = known.get(plan.device, ()) if plan else ()
        found.append(Applicant(path.name, data, plan, fault, roles))
    return tuple(found)


def _enrol(
    authority: Authority, chosen: Sequence[Enrolment], clock: Clock, progress: Progress
) -> Enrolled:
    faults: dict[DeviceId, KnownError] = {}
    for place, one in enumerate(chosen):
        progress.step(place, len(chosen))
        try:
            authority.enrol(one.data, one.roles, clock.now())
        except KnownError as error:
            faults[one.device] = error
    return Enrolled(_snapshot(authority, clock), len(chosen) - len(faults), faults)


def _change(
    authority: Authority,
    deed: Callable[[Authority, Clock], object],
    clock: Clock,
    progress: Progress,
) -> Snapshot:
    progress.step(0, 1)
    deed(authority, clock)
    return _snapshot(authority, clock)


def _publish(
    authority: Authority, path: Path, clock: Clock, progress: Progress
) -> tuple[Snapshot, Path]:
    text = authority.publish(clock.now())
    files.save(path, text, progress)
    return _snapshot(authority, clock), path
