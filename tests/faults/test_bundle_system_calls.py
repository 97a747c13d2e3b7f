"""Die at, or be refused by, every system call while a bundle is written or taken in."""

import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.acknowledgements import Line
from tests.faults.parcels import Luggage
from tests.faults.rounds import Server
from tests.faults.test_bundle_kills import STARTS, Round
from tests.faults.tracing import WRITING, needs_strace

pytestmark = [
    pytest.mark.faults,
    pytest.mark.slow,
    needs_strace,
]

READING = "read,pread64,lseek,fstat,newfstatat,openat"
"""Of these, only those that touch the bundle that is taken in."""
EVERY = int(os.environ.get("KEPATUHAN_SYSCALL_STRIDE", "24"))
"""1 tries every call; the ordinary run takes every 24th, another residue per kind."""


def watched(
    server: Server, found: Round, folder: Path, calls: list[str], inject: str
) -> tuple[list[str], bool]:
    """One round under strace; returns the system calls that were seen, and whether one failed."""
    injecting = ["-e", f"inject={inject}"] if inject else []
    seen = server.traced(found.order, folder / "trace", *calls, *injecting)
    is_hit = "(INJECTED)" in seen or "killed by SIGKILL" in seen
    return re.findall(r"^\d+ +(\w+)\(", seen, re.MULTILINE), is_hit


def every_point(
    server: Server,
    how: str,
    luggage: Luggage,
    folder: Path,
    calls: list[str],
    inject: str,
    offset: int,
) -> tuple[int, int, list[tuple[str, list[str]]]]:
    """How many points were hit of how many, and what went wrong at which.

    Threads share the work of writing differently each time, so that some points are not reached.
    """
    onwards, inject = ("+", inject[:-1]) if inject.endswith("+") else ("", inject)
    place = folder / "counting"
    place.mkdir()
    seen, _ = watched(server, STARTS[how](luggage, place), place, calls, "")
    # strace counts each kind of call for itself.
    points = [
        f"{call}:{inject}:when={number}{onwards}"
        for call, times in sorted(Counter(seen).items())
        for number in range(1, times + 1)
    ]
    chosen = list(enumerate(points))[offset % EVERY :: EVERY]
    wrong, hits = [], 0
    for number, point in chosen:
        place = folder / str(number)
        place.mkdir()
        found = STARTS[how](luggage, place)
        _, is_hit = watched(server, found, place, calls, point)
        hits += is_hit
        faults = found.judge([line for line in found.said() if _counts(line)])
        if faults:
            wrong.append((point, faults))
        shutil.rmtree(place)
    assert hits > len(chosen) / 2
    return hits, len(points), wrong


def _counts(line: Line) -> bool:
    """Being refused is right; and what a worker meets before it works is not looked at here."""
    return line.what not in ("refused", "error")


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("how", ["sent", "taken in"])
@pytest.mark.parametrize(
    "inject, offset",
    [
        ("signal=SIGKILL", 1),
        ("error=EIO", 6),
        ("error=ENOSPC", 11),
        ("error=EIO+", 16),
        ("error=ENOSPC+", 21),
    ],
    ids=["killed", "one error", "no space once", "errors from then on", "no space from then on"],
)
def test_no_system_call_can_fail_in_a_way_that_leaves_half_a_bundle(
    how: str, inject: str, offset: int, server: Server, luggage: Luggage, tmp_path: Path
) -> None:
    calls = ["-e", f"trace={WRITING}"]
    tried, points, wrong = every_point(server, how, luggage, tmp_path, calls, inject, offset)
    print(f"\n{how}: {tried} of {points} points")  # noqa: T201 - for docs/fault-report.md
    assert points > 40
    assert wrong == []


@pytest.mark.timeout(600)
@pytest.mark.parametrize("inject", ["error=EIO", "error=ENODEV+"])
def test_no_system_call_on_the_bundle_can_fail_in_a_way_that_takes_half_of_it_in(
    inject: str, server: Server, luggage: Luggage, tmp_path: Path
) -> None:
    calls = ["-e", f"trace={READING}", "-P", str(luggage.bundle)]
    tried, points, wrong = every_point(server, "taken in", luggage, tmp_path, calls, inject, 0)
    print(f"\nread: {tried} of {points} points")  # noqa: T201 - for docs/fault-report.md
    assert points > 4
    assert wrong == []
