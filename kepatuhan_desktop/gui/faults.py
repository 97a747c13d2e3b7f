"""Catch what nobody caught: write it down, tell the person, and keep the window alive."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

LOG = Path("logs", "desktop.log")
_MOST_BYTES = 1_000_000

_log = logging.getLogger("kepatuhan_desktop")


class Faults(QObject):
    """Takes over `sys.excepthook`; a slot that raises ends there and not in a crash."""

    happened = Signal(object)
    """The exception, on the thread of the window; a `KnownError` comes as itself."""

    def install(self) -> None:
        """Watch every thread from now on."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("not expected", exc_info=(kind, error, trace))
        self.happened.emit(error)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_type, caught.exc_value, caught.exc_traceback)


def write_log(home: Path) -> logging.Handler | None:
    """Write warnings and worse to the log of the workspace; None where that is not possible.

    The file starts afresh beyond a megabyte, keeping the one before.
    """
    path = home / LOG
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return None  # a program that cannot write a log can still be worked with
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def stop_log(handler: logging.Handler | None) -> None:
    """Let go of the log file of a workspace that closes."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
