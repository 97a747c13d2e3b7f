"""Hold the workspace that is open and the window that shows it, from start to end."""

import gc
import linecache
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import faults, icons, languages, readiness, theme
from kepatuhan_desktop.gui.frame import Frame, remember_colours
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.warming import Warming
from kepatuhan_desktop.settings import Settings

# Long enough for the first paint and the first key to have been dealt with.
_WARM_UP_AFTER_MS = 400
_BUG = 1
_THRESHOLDS = (2000, 10, 1_000_000)
"""When Python looks for garbage by itself; all of it, practically never."""
_AWAY_MS = 2000
"""How long nobody looks at the window until it is tidied."""


class Session(QObject):
    """One workspace at a time; another one replaces it."""

    def __init__(self, application: QApplication, frame: Frame | None = None) -> None:
        """The first workspace is shown in `frame` where there is one that is shown already."""
        super().__init__(application)
        self.exit_status = 0
        self.window: MainWindow | None = None
        self.failure: QWidget | None = None
        self._application = application
        self._frame = frame
        self._services: Services | None = None
        self._log: logging.Handler | None = None
        self.faults = faults.Faults(self)
        self.faults.install()
        self.faults.happened.connect(self._say_fault)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_AWAY_MS)
        self._away.timeout.connect(gc.collect)
        application.applicationStateChanged.connect(self._on_state)

    def open(self, home: Path) -> None:
        """Show the workspace in `home`, or say why it does not open."""
        QTimer.singleShot(_WARM_UP_AFTER_MS, self._warm_up)
        try:
            self._services = bootstrap.open_services(home)
        except KnownError as error:
            self._say_why(error, home)
            return
        self.exit_status = 0
        self._log = faults.write_log(home)
        self._dress(self._services.settings.current)
        self.window = MainWindow(self._services)
        self.window.home_chosen.connect(self._open_other)
        if self._frame is None:
            self.window.show()
        else:
            self._frame.hold(self.window)

    def check(self, home: Path) -> None:
        """Show every page of the workspace in `home` once and end; the status tells of faults."""
        self.open(home)
        # The event loop does not run yet, and would not hear of an exit.
        QTimer.singleShot(0, self._visit_pages if self.window else self._end_check)

    def close(self) -> None:
        """Let go of everything."""
        if self.window is not None:
            self.window.jobs.shutdown()
            self.window.window().deleteLater()
            self.window = self._frame = None
        if self._services is not None:
            self._services.close()
            self._services = None
        faults.stop_log(self._log)
        icons.forget()

    def _dress(self, settings: Settings) -> None:
        worn = theme.apply(self._application, settings.theme)
        remember_colours(worn.window, worn.surface, worn.line)
        languages.apply(self._application, settings.language)

    def _say_why(self, error: KnownError, home: Path) -> None:
        from kepatuhan_desktop.gui.dialogs.start_failure import (  # noqa: PLC0415 - rarely wanted
            StartFailureDialog,
        )

        self.exit_status = error.exit_status
        self._dress(Settings())
        dialog = StartFailureDialog(error, home)
        dialog.home_chosen.connect(self._open_other)
        dialog.show()
        self.failure = dialog
        if self._frame is not None:
            self._frame.close()
            self._frame = None

    def _open_other(self, folder: str) -> None:
        # Between the two windows there is none, and the program goes on.
        self._application.setQuitOnLastWindowClosed(False)
        for window in (self.window, self.failure):
            if window is not None and not window.window().close():
                self._application.setQuitOnLastWindowClosed(True)
                return
        QTimer.singleShot(0, lambda: self._replace(Path(folder)))

    def _replace(self, home: Path) -> None:
        self.close()
        self.failure = None
        self.open(home)
        self._application.setQuitOnLastWindowClosed(True)

    def _say_fault(self, error: object) -> None:
        if self.window is not None:
            self.window.say_error(error)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()

    def _warm_up(self) -> None:
        linecache.clearcache()  # PySide6 left the source of every module there
        from kepatuhan_desktop.gui import touch  # noqa: PLC0415 - start-up time

        touch.begin(self._application)
        self._application.setWindowIcon(icons.icon("shield-check", theme.tokens_of().primary))
        if self.window is not None and self.window.isVisible():
            warming = Warming(self.window, readiness.pieces(self.window))
            warming.finished.connect(_collect_again)
            warming.start()
        else:
            _collect_again()

    def _visit_pages(self) -> None:
        window = self.window
        assert window is not None
        # A page that cannot be made ends here with its reason, and the status says so.
        self.faults.happened.connect(self._fail_check)
        QTimer.singleShot(0, self._end_check)
        asked = (window.settings(), window.walk(), window.review(), window.verify())
        for page in (*asked, window.side.exchange(), window.side.conflicts()):
            window.stack.setCurrentWidget(page)
            page.grab()
        window.show_list()
        window.grab()

    def _fail_check(self, _error: object) -> None:
        self.exit_status = _BUG

    def _end_check(self) -> None:
        if self.window is not None:
            self.window.window().close()
        self._application.exit(self.exit_status)


def _collect_again() -> None:
    """Look for garbage from now on, among what is young; `Session` does the rest in a pause.

    To look through everything takes 50 to 100 ms, as long as a key may wait.
    """
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
