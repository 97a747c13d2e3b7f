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
    """From the start of the process until the window is painted."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        home = Path(folder) / "home"
        _fill(home)
        ours, limit = interleaved(ROUNDS, lambda: _show(str(home)), _show, warm_up=2)
    return [
        Figure(
            name=f"start to first painted window, {ASSESSMENTS} assessments",
            ours=of(ours),
            limit=of(limit),
            aim=1.6,
            what=what,
            against="bare QWidget",
            informative=what != "median",
        )
        for what, of in (("median", median), ("p95", p95))
    ]


def _show(*home: str) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # An installed program has its modules compiled; the first turns do that here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", *home],
        env=environment,
        check=True,
        capture_output=True,
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
