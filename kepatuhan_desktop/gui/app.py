"""Start the window: options, workspace, and a clear sentence where a workspace does not open."""

import argparse
import gc
import os
import sys
from pathlib import Path

from kepatuhan_desktop import __version__, paths

NAME = "Kepatuhan"
ORGANISATION = "kepatuhan-desktop"
_OFF_SCREEN = "offscreen"


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
    # PySide6 reads the source of every module imported after it, looking for its own name:
    # what has nothing to do with Qt comes first, and saves 20 ms.
    import concurrent.futures.thread  # noqa: F401, PLC0415 - as above
    import dataclasses  # noqa: F401, PLC0415 - as above
    import logging  # noqa: F401, PLC0415 - as above

    import kepatuhan_desktop.bootstrap  # noqa: PLC0415 - as above
    import kepatuhan_desktop.messages  # noqa: F401, PLC0415 - as above
    from kepatuhan_desktop.gui.session import Session, make_application  # noqa: PLC0415 - as above

    application = make_application(NAME, ORGANISATION)
    session = Session(application)
    session.open(home)
    status = application.exec()
    session.close()
    return session.exit_status or status


def _self_check(home: Path | None) -> int:
    """Show every page once, in a workspace of its own unless one was named."""
    import tempfile  # noqa: PLC0415 - for this option only

    os.environ["QT_QPA_PLATFORM"] = _OFF_SCREEN
    from kepatuhan_desktop.gui.session import Session, make_application  # noqa: PLC0415 - after that

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = make_application(NAME, ORGANISATION)
        session = Session(application)
        session.check(home or Path(folder, "workspace"))
        status = application.exec()
        session.close()
    return session.exit_status or status


if __name__ == "__main__":
    sys.exit(main())
