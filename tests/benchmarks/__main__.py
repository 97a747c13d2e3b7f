"""`python -m tests.benchmarks [NAME …]`: measure, and print every figure beside its limit."""

import os
import platform
import sys
from datetime import UTC, datetime
from importlib import import_module

from tests.benchmarks.figures import Figure, table

NAMES = (
    "answering",
    "photographs",
    "startup",
    "scorecards",
    "sealing",
    "verifying",
    "reading",
    "bundles",
    "freezes",
)


def main(names: list[str]) -> None:
    """Measure the named ones, or all."""
    unknown = set(names) - set(NAMES)
    if unknown:
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    figures: list[Figure] = []
    for name in names or NAMES:
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += import_module(f"tests.benchmarks.{name}").measure()
    print(
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}\n"
    )
    print(table(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
