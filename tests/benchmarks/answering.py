"""An answer until it is scored and saved, against a bare durable commit of one row."""

import itertools
import tempfile
from pathlib import Path

from kepatuhan_desktop.bootstrap import open_services
from tests.benchmarks.figures import Figure, interleaved, median, p95, quiet
from tests.benchmarks.workspaces import BareDatabase, answer_all, begin, options_of, synthetic

ROUNDS = 600
SIZES = (60, 300, 1000)


def measure() -> list[Figure]:
    """One figure per size: the p95 that the aim is about, and the median."""
    figures = []
    for size in SIZES:
        ours, limit = _times(size)
        aim, absolute = (2.0, False) if size == SIZES[0] else (10.0, True)
        for what, of in (("p95", p95), ("median", median)):
            figures.append(
                Figure(
                    name=f"answer → score → saved, {size} indicators",
                    ours=of(ours),
                    limit=of(limit),
                    aim=aim,
                    absolute=absolute,
                    what=what,
                    against="bare commit",
                    informative=what == "median" or size not in (SIZES[0], SIZES[-1]),
                )
            )
    return figures


def _times(size: int) -> list[list[float]]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        services = open_services(Path(folder) / "home")
        instrument = synthetic(size)
        services.instruments.install(instrument)
        one = begin(services, instrument.id)
        answer_all(services, one)
        bare = BareDatabase(Path(folder))
        # Never the option that is chosen already: that would be saved without writing.
        questions = itertools.cycle(
            [
                (indicator, options[(number + turn) % len(options)])
                for turn in (1, 2)
                for number, indicator in enumerate(instrument.indicators)
                for options in [options_of(instrument, indicator)]
            ]
        )

        def answer() -> None:
            services.answering.choose(one, *next(questions))
            services.assessments.overview(one)

        quiet()
        times = interleaved(ROUNDS, answer, bare.commit_one_row, warm_up=20)
        bare.close()
        services.close()
    return times
