"""Start the window: options, workspace, and a clear sentence where a workspace does not open."""

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kepatuhan_desktop import __version__, paths

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.session import Session

NAME = "Kepatuhan"
ORGANISATION = "kepatuhan-desktop"
_OFF_SCREEN = "offscreen"
_BUG = 1


def main(argv: list[str] | None = None) -> int:
    """Run the window until it is closed; returns the exit status."""
    options = _parser().parse_args(argv)
    if options.self_check:
        return _self_check(options.home)
    return _run(paths.home(options.home))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kepatuhan-desktop", description=__doc__)
    parser.add_argument("--home", type=Path, metavar="DIR", help="folder of the workspace")
    parser.add_argument(
        "--self-check", action="store_true", help="show every page off screen, then end"
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def _run(home: Path) -> int:
    # What start-up makes stays alive: looking for garbage in it costs 10 ms. `Session` resumes.
    gc.disable()
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - after that

    from kepatuhan_desktop.gui.frame import Frame, make_application  # noqa: PLC0415 - after that

    application = make_application(NAME, ORGANISATION)
    frame = Frame()
    sessions: list[Session] = []

    def load() -> None:
        """Load what the pages stand on, behind the frame that can be seen by now."""
        import kepatuhan_desktop.bootstrap  # noqa: F401, PLC0415 - after the frame

        # In two turns, so that the frame answers to a click in between.
        QTimer.singleShot(0, furnish)

    def furnish() -> None:
        from kepatuhan_desktop.gui.session import Session  # noqa: PLC0415 - after the frame

        if not frame.isVisible():
            return
        try:
            sessions.append(Session(application, frame))
            sessions[0].open(home)
        except Exception:  # a frame that nothing will ever fill must not stay
            _say_fault(home)
            application.exit(_BUG)
            raise

    frame.painted.connect(load)
    frame.show()
    status = application.exec()
    for session in sessions:
        session.close()
        status = session.exit_status or status
    return status


def _say_fault(home: Path) -> None:
    """Our own fault, before there is a window that could say so."""
    from PySide6.QtCore import QCoreApplication, Qt  # noqa: PLC0415 - rarely wanted
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - as above

    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(NAME)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(QCoreApplication.translate("Start", "Terjadi kesalahan saat program dimulai."))
    box.setInformativeText(
        QCoreApplication.translate(
            "Start",
            "Jawaban dan bukti yang sudah tersimpan tetap aman di {home}. Tutup program dan "
            "mulai lagi; bila terulang, kirimkan berkas logs/desktop.log dari folder itu.",
        ).format(home=home)
    )
    box.exec()


def _self_check(home: Path | None) -> int:
    """Show every page once, in a workspace of its own unless one was named."""
    import tempfile  # noqa: PLC0415 - for this option only

    os.environ["QT_QPA_PLATFORM"] = _OFF_SCREEN
    from kepatuhan_desktop.gui.frame import make_application  # noqa: PLC0415 - after that
    from kepatuhan_desktop.gui.session import Session  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = make_application(NAME, ORGANISATION)
        session = Session(application)
        session.check(home or Path(folder, "workspace"))
        status = application.exec()
        session.close()
    return session.exit_status or status


if __name__ == "__main__":
    sys.exit(main())
