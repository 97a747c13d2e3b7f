"""Cut long work on the thread of the window into turns of its event loop.

Each deed waits until what is shown has been painted and keys and clicks have had their chance.
All of them stand in one queue: timers of their own would come due together behind a long deed,
and would be done in one go, as one wait.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from kepatuhan_desktop.errors import KnownError

_APART_MS = 1
"""Between two deeds; a timer of 0 ms would come before the input."""

Deed = Callable[[], object]


class Turn:
    """A deed of `owner` that is asked for again and again, and done once for all the asking."""

    def __init__(self, owner: QObject, deed: Deed) -> None:
        self._owner = owner
        self._deed = deed
        self._is_queued = False
        self._is_wanted = False

    def ask(self) -> None:
        """Do the deed in a turn of its own."""
        self._is_wanted = True
        if not self._is_queued:
            self._is_queued = True
            next_turn(self._owner, self._take)

    def forget(self) -> None:
        """Do it no more, unless it is asked for again."""
        self._is_wanted = False

    def _take(self) -> None:
        self._is_queued = False
        if self._is_wanted:
            self._is_wanted = False
            self._deed()


class Steps:
    """Work of `owner` in steps, each in a turn of its own, and a deed when they are done.

    Asked for again it begins anew. What the steps raise goes to `failed`, and the deed is left.
    """

    def __init__(
        self,
        owner: QObject,
        begin: Callable[[], Iterator[object]],
        then: Deed,
        failed: Callable[[KnownError], object],
    ) -> None:
        self._begin = begin
        self._then = then
        self._failed = failed
        self._left: Iterator[object] | None = None
        self._turn = Turn(owner, self._step)

    def ask(self) -> None:
        """Take the first step in a turn of its own."""
        self._left = None
        self._turn.ask()

    def _step(self) -> None:
        if self._left is None:
            self._left = self._begin()
        try:
            next(self._left)
        except StopIteration:
            self._left = None
            self._then()
        except KnownError as error:
            self._left = None
            self._failed(error)
        else:
            self._turn.ask()


class _Queue(QObject):
    """Belongs to the application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._waiting: deque[tuple[QObject, Deed]] = deque()
        self._has_let_pass = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_APART_MS)
        self._timer.timeout.connect(self._next)

    def add(self, owner: QObject, deed: Deed) -> None:
        self._waiting.append((owner, deed))
        if not self._timer.isActive():
            self._timer.start()

    def _next(self) -> None:
        # A timer that came due during the last deed may come before the input that did so too.
        self._has_let_pass = not self._has_let_pass
        if self._has_let_pass:
            self._timer.start()
            return
        while self._waiting:
            owner, deed = self._waiting.popleft()
            if isValid(owner):
                if self._waiting:
                    self._timer.start()  # before the deed, which may fail
                deed()
                return


def next_turn(owner: QObject, deed: Deed) -> None:
    """Do `deed` in a turn of its own; never, where `owner` has gone by then."""
    application = QCoreApplication.instance()
    assert application is not None
    queue = application.findChild(_Queue) or _Queue(application)
    queue.add(owner, deed)


def in_turns(owner: QObject, deeds: Iterable[Deed]) -> None:
    """Do one deed after the other, each in a turn of its own; one that fails is the last."""
    waiting = deque(deeds)

    def go_on() -> None:
        waiting.popleft()()
        if waiting:
            next_turn(owner, go_on)

    if waiting:
        next_turn(owner, go_on)
