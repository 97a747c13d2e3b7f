"""Measure something beside its limit, turn by turn, so that both see the same machine."""

import gc
import statistics
import time
from collections.abc import Callable

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table; times in milliseconds."""

    name: str
    ours: float
    limit: float
    aim: float
    """Largest ratio, or for `absolute` figures the largest time."""
    absolute: bool = False
    what: str = "median"
    against: str = ""
    """What the limit is."""
    informative: bool = False

    @property
    def ratio(self) -> float:
        """How many times the limit it takes; 0 where there is none."""
        return self.ours / self.limit if self.limit else 0.0

    @property
    def is_reached(self) -> bool:
        """Whether the aim is met."""
        return (self.ours if self.absolute else self.ratio) <= self.aim


Deed = Callable[[], object]


def interleaved(
    rounds: int, *deeds: Deed, warm_up: int = 3, before: Deed | None = None
) -> list[list[float]]:
    """Milliseconds of each deed, one turn of all after the other; the order alternates.

    `before` runs ahead of each deed and is not counted.
    """
    times: list[list[float]] = [[] for _ in deeds]
    for turn in range(-warm_up, rounds):
        order = list(enumerate(deeds))
        for at, deed in order if turn % 2 else reversed(order):
            if before is not None:
                before()
            began = time.perf_counter()
            deed()
            took = (time.perf_counter() - began) * 1000
            if turn >= 0:
                times[at].append(took)
    return times


def quiet() -> None:
    """Collect garbage now rather than in the middle of a turn."""
    gc.collect()


def median(times: list[float]) -> float:
    """The middle one."""
    return statistics.median(times)


def p95(times: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def table(figures: list[Figure]) -> str:
    """All figures as a Markdown table."""
    lines = [
        "| Figure | Ours | Limit in the same run | Ratio | Aim | Verdict |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for it in figures:
        limit = f"{_ms(it.limit)} ({it.against})" if it.limit else "–"
        ratio = f"{it.ratio:.2f}×" if it.limit else "–"
        aim = "–" if it.informative else f"≤ {it.aim:g} ms" if it.absolute else f"≤ {it.aim:g}×"
        verdict = "informative" if it.informative else "reached" if it.is_reached else "MISSED"
        lines.append(
            f"| {it.name}, {it.what} | {_ms(it.ours)} | {limit} | {ratio} | {aim} | {verdict} |"
        )
    return "\n".join(lines)


def _ms(time_in_ms: float) -> str:
    return f"{time_in_ms:.2f} ms" if time_in_ms < 100 else f"{time_in_ms:.0f} ms"
