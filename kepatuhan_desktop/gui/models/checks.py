"""Hold what is being verified: one after the other on the worker, a broken one stops nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QImageWriter

from kepatuhan_desktop import messages
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import verdict_words, words
from kepatuhan_desktop.gui.jobs import Job, Jobs, Step
from kepatuhan_desktop.progress import Progress

CHECK = Qt.ItemDataRole.UserRole + 1

Verify = Callable[[bytes | Path, str, Progress], Verdict]
"""Does the work; for the worker."""
Load = Callable[[], bytes | Path]
"""Brings the bytes, or says where they lie; for the worker."""

_Index = QModelIndex | QPersistentModelIndex


class State(Enum):
    """How far one thing is."""

    WAITING = 1
    RUNNING = 2
    DONE = 3
    FAILED = 4


@dataclass(slots=True)
class Check:
    """One file, picture or code, and what became of it."""

    name: str
    load: Load
    state: State = State.WAITING
    step: Step = field(default_factory=lambda: Step(0, 0, ""))
    verdict: Verdict | None = None
    error: Exception | None = None


class Checks(QAbstractListModel):
    """Everything that was given to be verified since the page was cleared, newest last."""

    updated = Signal(int)
    """Row of what changed."""
    failed = Signal(object)
    """A fault that is not the file's; what is wrong with a file stands in its row."""

    def __init__(
        self,
        jobs: Jobs,
        prepare: Callable[[], Verify],
        conclude: Callable[[Verdict], Verdict],
        parent: QObject | None = None,
    ) -> None:
        """`prepare` gives the means before each check, `conclude` has the last word after it;
        both run on the thread of the window."""
        super().__init__(parent)
        self._jobs = jobs
        self._prepare = prepare
        self._conclude = conclude
        self._rows: list[Check] = []
        self._current: Check | None = None
        self._job: Job | None = None

    def add_files(self, paths: Sequence[Path]) -> int:
        """Queue files; gives the row of the first."""
        return self._add([Check(path.name, partial(Path, path)) for path in paths])

    def add_picture(self, image: QImage, name: str) -> int:
        """Queue a picture that is no file."""
        return self._add([Check(name, partial(_encoded, image.copy()))])

    def add_text(self, text: str, name: str) -> int:
        """Queue the text of a code."""
        data = text.encode("utf-8")
        return self._add([Check(name, lambda: data)])

    def check(self, row: int) -> Check | None:
        """What stands in a row; None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def is_busy(self) -> bool:
        """Whether anything is still to be done."""
        return self._current is not None

    def stop(self) -> None:
        """Verify nothing more; what waits is taken off the list."""
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].state is State.WAITING:
                self._take(row)
        if self._job is not None:
            self._job.cancel()

    def clear(self) -> None:
        """Forget everything."""
        self.stop()
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        check = self.check(index.row())
        if check is None:
            return None
        if role == CHECK:
            return check
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{check.name}, {outcome(check)}"
        return None

    def _add(self, some: list[Check]) -> int:
        first = len(self._rows)
        if some:
            self.beginInsertRows(QModelIndex(), first, first + len(some) - 1)
            self._rows += some
            self.endInsertRows()
            if self._current is None:
                self._next()
        return first

    def _take(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _next(self) -> None:
        waiting = (one for one in self._rows if one.state is State.WAITING)
        self._current = next(waiting, None)
        self._job = None
        if self._current is None:
            return
        self._current.state = State.RUNNING
        self._tell(self._current)
        try:
            verify = self._prepare()
        except KnownError as error:
            self._end(error=error)
            return
        self._job = Job(partial(_work, self._current, verify))
        self._job.succeeded.connect(self._on_verdict)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.progressed.connect(self._on_step)
        self._jobs.start(self._job)

    def _on_step(self, step: Step) -> None:
        if self._current is not None:
            self._current.step = step
            self._tell(self._current)

    def _on_verdict(self, verdict: Verdict) -> None:
        try:
            verdict = self._conclude(verdict)
        except KnownError as error:
            # What could not be remembered here changes nothing about the file.
            self.failed.emit(error)
        self._end(verdict=verdict)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.failed.emit(error)
        self._end(error=error)

    def _on_cancelled(self) -> None:
        current, self._current = self._current, None
        if current in self._rows:
            self._take(self._rows.index(current))
        self._next()

    def _end(self, verdict: Verdict | None = None, error: Exception | None = None) -> None:
        current, self._current = self._current, None
        if current is not None:
            current.verdict, current.error = verdict, error
            current.state = State.DONE if verdict is not None else State.FAILED
            self._tell(current)
        self._next()

    def _tell(self, check: Check) -> None:
        if check in self._rows:
            row = self._rows.index(check)
            self.dataChanged.emit(self.index(row), self.index(row))
            self.updated.emit(row)


def outcome(check: Check) -> str:
    """What became of it so far, in a few words."""
    translate = QCoreApplication.translate
    if check.verdict is not None:
        return verdict_words.summary(check.verdict)
    said = {
        State.WAITING: translate("verdict", "Menunggu"),
        State.RUNNING: translate("verdict", "Sedang diperiksa"),
        State.FAILED: translate("verdict", "Tidak dapat diperiksa"),
    }
    return said[check.state]


def why_not(check: Check) -> str:
    """Why it could not be verified."""
    if isinstance(check.error, KnownError):
        return messages.sentence(check.error, words.language())
    return ""


def _work(check: Check, verify: Verify, progress: Progress) -> Verdict:
    return verify(check.load(), check.name, progress)


def _encoded(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())
