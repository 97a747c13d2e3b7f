"""The window's frame: on the screen before the program behind it is loaded.

Half of a start goes into loading what the pages need. The frame needs none of that, so it
is painted first, in the place and the colours of the last time; the pages move in behind.
"""

import sys

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

TITLE = "Kepatuhan"
FUSION = "kepatuhan_fusion"
"""The application property that says that Fusion is on; asking Qt for its style costs 9 ms."""
SMALLEST = (1280, 700)
FIRST = (1366, 768)
_GEOMETRY = "window/geometry"
_GROUND = "window/ground"
_BAR = 64
"""Height of a page's top bar, in pixels."""


def make_application(name: str, organisation: str) -> QApplication:
    """The one application object, with the names under which its geometry is kept."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for Windows only

        # Without it the task bar shows the icon of the interpreter.
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(organisation)
    QApplication.setApplicationName(name)
    QApplication.setOrganizationName(organisation)
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setProperty(FUSION, True)
    return application


class Frame(QMainWindow):
    """A bare ground with a bar, until `hold` gives it its content."""

    painted = Signal()
    """Once, when the bare frame can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._content: QWidget | None = None
        self.setWindowTitle(TITLE)
        place(self)
        ground = _Ground(*_colours())
        ground.painted.connect(self.painted, Qt.ConnectionType.QueuedConnection)
        self.setCentralWidget(ground)

    def hold(self, content: QWidget) -> None:
        """Show `content` from now on; closing the frame asks the content first."""
        self._content = content
        self.setCentralWidget(content)
        content.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None and not self._content.close():
            event.ignore()
            return
        super().closeEvent(event)


class _Ground(QWidget):
    """What a page looks like from afar."""

    painted = Signal()

    def __init__(self, page: QColor, bar: QColor, line: QColor) -> None:
        super().__init__()
        self._colours = (page, bar, line)
        self._was_painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        page, bar, line = self._colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), page)
        painter.fillRect(0, 0, self.width(), _BAR, bar)
        painter.fillRect(0, _BAR, self.width(), 1, line)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


def place(window: QWidget) -> None:
    """Put a window where it was the last time."""
    window.setMinimumSize(*SMALLEST)
    geometry = QSettings().value(_GEOMETRY)
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(*FIRST)


def remember_place(window: QWidget) -> None:
    """Keep where a window is for the next time."""
    QSettings().setValue(_GEOMETRY, window.saveGeometry())


def remember_colours(page: str, bar: str, line: str) -> None:
    """Keep the colours that the frame should be painted in the next time."""
    wanted = [page, bar, line]
    known = QSettings()
    if known.value(_GROUND) != wanted:
        known.setValue(_GROUND, wanted)


def _colours() -> tuple[QColor, QColor, QColor]:
    known = QSettings().value(_GROUND)
    if isinstance(known, list) and len(known) == 3 and all(isinstance(one, str) for one in known):  # noqa: PLR2004 - the three that are kept
        page, bar, line = (QColor(one) for one in known)
        if page.isValid() and bar.isValid() and line.isValid():
            return page, bar, line
    colours = QApplication.palette()
    ground = colours.window().color()
    return ground, colours.base().color(), colours.mid().color()
