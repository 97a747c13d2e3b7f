"""The program's first painted window, against a bare PySide6 window; whole processes."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from kepatuhan_desktop.bootstrap import open_services
from tests.benchmarks.figures import Figure, interleaved, median, p95
from tests.benchmarks.workspaces import BUNDLED, begin, options_of

ROUNDS = 20
ASSESSMENTS = 20


def measure() -> list[Figure]:
    """From the start of the process until something is painted."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        home = str(Path(folder) / "home")
        _fill(Path(home))
        frame, limit = interleaved(
            ROUNDS, lambda: _show("frame", home), lambda: _show("bare"), warm_up=2
        )
        listed, limit_then = interleaved(
            ROUNDS, lambda: _show("list", home), lambda: _show("bare"), warm_up=2
        )
    first = "start to first painted window"
    whole = f"start to the list of {ASSESSMENTS} assessments"
    return [
        Figure(
            name=name,
            ours=of(ours),
            limit=of(bare),
            aim=1.6,
            what=what,
            against="bare QWidget",
            informative=name != first or what != "median",
        )
        for name, ours, bare in ((first, frame, limit), (whole, listed, limit_then))
        for what, of in (("median", median), ("p95", p95))
    ]


def _show(*what: str) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # An installed program has its modules compiled; the first turns do that here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", *what],
        env=environment,
        check=True,
        capture_output=True,
        timeout=30,
    )


def _fill(home: Path) -> None:
    services = open_services(home)
    for number in range(ASSESSMENTS):
        one = begin(services, BUNDLED, f"{2005 + number}")
        instrument = services.assessments.overview(one).instrument
        for indicator in list(instrument.indicators)[: 10 + 2 * number]:
            options = options_of(instrument, indicator)
            services.answering.choose(one, indicator, options[number % len(options)])
    services.close()
