"""Show a window, and end the process when it has been painted once.

`python -m tests.benchmarks.first_paint HOME` shows the program's window on a workspace,
without HOME a bare `QWidget` of the same size.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1366, 768)


class FirstPaint(QObject):
    """Ends the process behind the first paint event of any widget."""

    def __init__(self) -> None:
        super().__init__()
        self._was_seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See every event of the application; passes all of them on."""
        if (
            event.type() == QEvent.Type.Paint
            and not self._was_seen
            and isinstance(watched, QWidget)
        ):
            self._was_seen = True
            # The event loop comes to this when the whole window has been painted.
            QTimer.singleShot(0, lambda: os._exit(0))
        return False


def main(arguments: list[str]) -> None:
    """Show one of the two; ends with status 0 only where something was painted."""
    watcher = FirstPaint()
    if arguments:
        _program(arguments[0], watcher)
    else:
        application = QApplication([])
        application.installEventFilter(watcher)
        window = QWidget()
        window.resize(*SIZE)
        window.show()
        application.exec()
    sys.exit(1)


def _program(home: str, watcher: FirstPaint) -> None:
    from kepatuhan_desktop.gui import app, session  # noqa: PLC0415 - the bare window has none

    make = session.make_application

    def make_watched(name: str, organisation: str) -> QApplication:
        application = make(name, organisation)
        application.installEventFilter(watcher)
        return application

    session.make_application = make_watched
    app.main(["--home", home])


if __name__ == "__main__":
    main(sys.argv[1:])
