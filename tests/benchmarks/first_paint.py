"""Show a window, and end the process when it has been painted.

`python -m tests.benchmarks.first_paint bare` shows a bare `QWidget`, `frame HOME` the
program until its window is painted, `list HOME` until the assessments of HOME are.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def main(arguments: list[str]) -> None:
    """Show one of the three; ends with status 0 only where it was painted."""
    what, *rest = arguments
    if what == "bare":
        _bare()
    else:
        from kepatuhan_desktop.gui import app  # noqa: PLC0415 - as the program itself starts

        (_frame if what == "frame" else _list)()
        app.main(["--home", rest[0]])
    sys.exit(1)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415 - the measured way

    application = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    _end_when_painted(window)
    window.show()
    application.exec()


def _frame() -> None:
    from kepatuhan_desktop.gui import frame  # noqa: PLC0415 - what is measured

    place = frame.place

    def placed(window: "QWidget") -> None:
        place(window)
        if isinstance(window, frame.Frame):
            window.painted.connect(lambda: os._exit(0))

    frame.place = placed


def _list() -> None:
    from kepatuhan_desktop.gui.frame import Frame  # noqa: PLC0415 - what is measured

    hold = Frame.hold

    def held(self: Frame, content: "QWidget") -> None:
        from kepatuhan_desktop.gui.main_window import MainWindow  # noqa: PLC0415 - it is there by now

        hold(self, content)
        assert isinstance(content, MainWindow)
        _end_when_painted(content.list_page.assessments_table.viewport())

    Frame.hold = held  # type: ignore[method-assign]  # where the program meets its list


def _end_when_painted(widget: "QWidget") -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - for the watcher only

    class Watcher(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                # The event loop comes to this when the whole window has been painted.
                QTimer.singleShot(0, lambda: os._exit(0))
            return False

    widget.installEventFilter(Watcher(widget))


if __name__ == "__main__":
    main(sys.argv[1:])
