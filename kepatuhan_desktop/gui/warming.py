"""Load and make, while nobody touches the window, what will be wanted next.

Imports hold the interpreter for up to 40 ms at a time, and a page takes as long to make: one
such piece after the other, none while somebody types or clicks.
"""

import importlib
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_REST = 0.35
"""Seconds without input after which the next piece is begun."""
_PAUSE_MS = 20
"""Between two pieces, so that whatever came meanwhile is dealt with."""
_LATER_MS = 120
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)

Piece = str | Callable[[], object]
"""The name of a module, or something to be done on the thread of the window."""


class Warming(QObject):
    """Ends by itself, or with `stop`."""

    finished = Signal()

    _loaded = Signal()

    def __init__(self, window: QWidget, pieces: Iterable[Piece]) -> None:
        """Deal with `pieces` in their order; modules are imported on a thread."""
        super().__init__(window)
        self._window = window
        self._pieces = deque(pieces)
        self._touched = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self._loaded.connect(self._go_on)
        self._handle = window.window().windowHandle()

    def start(self) -> None:
        """Begin with the first piece."""
        if self._handle is not None:
            self._handle.installEventFilter(self)
        self._go_on()

    def stop(self) -> None:
        """Begin no further piece."""
        self._pieces.clear()

    def is_over(self) -> bool:
        """Nothing is left to be done."""
        return not self._pieces

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._touched = time.monotonic()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        self._timer.start(_PAUSE_MS)

    def _next(self) -> None:
        if not self._pieces:
            if self._handle is not None:
                self._handle.removeEventFilter(self)
            self.finished.emit()
            self.deleteLater()
        elif not self._window.isVisible() or time.monotonic() - self._touched < _REST:
            self._timer.start(_LATER_MS)
        elif isinstance(piece := self._pieces.popleft(), str):
            _start(self._load, piece)
        else:
            piece()
            self._go_on()

    def _load(self, name: str) -> None:
        """Runs on a thread of its own."""
        importlib.import_module(name)
        self._loaded.emit()


class _Loading(QObject):
    """Imports modules on a thread; the window goes on meanwhile."""

    loaded = Signal()

    def load(self, names: Sequence[str]) -> None:
        """Runs on a thread of its own."""
        for name in names:
            importlib.import_module(name)
        self.loaded.emit()


def is_under_way(window: QWidget) -> bool:
    """Whether something is still to be made ahead for `window`."""
    found = window.findChild(Warming)
    return found is not None and not found.is_over()


def after_loading(parent: QObject, names: Sequence[str], then: Callable[[], object]) -> None:
    """Do `then` as soon as the modules are there: at once, where they are."""
    if are_loaded(names):
        then()
        return
    loading = _Loading(parent)
    loading.loaded.connect(then)
    loading.loaded.connect(loading.deleteLater)
    _start(loading.load, names)


def are_loaded(names: Sequence[str]) -> bool:
    """Whether importing these takes no time."""
    return all(map(_is_loaded, names))


def _is_loaded(name: str) -> bool:
    found = sys.modules.get(name)
    # A module stands there too while another thread is still busy with it.
    return found is not None and not getattr(found.__spec__, "_initializing", False)


def _start(work: Callable[..., None], *arguments: object) -> None:
    threading.Thread(target=work, args=arguments, name="warm-up", daemon=True).start()
