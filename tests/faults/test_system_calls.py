"""Die at, or be refused by, every system call that changes the disk (strace injects both)."""

import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import open_services
from tests.faults import acknowledgements, scene
from tests.faults.oracle import verdict
from tests.faults.rounds import Server
from tests.faults.tracing import WRITING, needs_strace
from tests.faults.worker import Order

pytestmark = [
    pytest.mark.faults,
    pytest.mark.slow,
    needs_strace,
]

EVERY = int(os.environ.get("KEPATUHAN_SYSCALL_STRIDE", "12"))
"""1 tries every call; the ordinary run takes every twelfth, another residue per kind."""


def run(
    server: Server, folder: Path, prepared: Path, name: str, inject: str = ""
) -> tuple[Path, Path, list[str]]:
    """One round under strace; returns home, lines and the system calls that were seen."""
    home, lines, trace = folder / f"home-{name}", folder / f"lines-{name}", folder / "trace"
    shutil.copytree(prepared, home)
    order = Order(home=str(home), lines=str(lines), operations=8, seed=5)
    injecting = ["-e", f"inject={inject}"] if inject else []
    seen = server.traced(order, trace, "-e", f"trace={WRITING}", *injecting)
    assert not inject or "(INJECTED)" in seen or "killed by SIGKILL" in seen, inject
    return home, lines, re.findall(r"^\d+ +(\w+)\(", seen, re.MULTILINE)


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "inject, onwards, offset",
    [
        ("signal=SIGKILL", "", 1),
        ("error=EIO", "", 4),
        ("error=ENOSPC", "", 7),
        ("error=EIO", "+", 10),
        ("error=ENOSPC", "+", 0),
    ],
    ids=["killed", "one error", "no space once", "errors from then on", "no space from then on"],
)
def test_no_system_call_can_fail_in_a_way_that_loses_something(
    server: Server, tmp_path: Path, inject: str, onwards: str, offset: int
) -> None:
    prepared = tmp_path / "prepared"
    services = open_services(prepared)
    scene.fill(services, scene.begin(services), answers=3, photos=1)
    services.close()
    _, _, calls = run(server, tmp_path, prepared, "counting")
    # strace counts each kind of call for itself.
    points = [
        f"{call}:{inject}:when={number}{onwards}"
        for call, times in sorted(Counter(calls).items())
        for number in range(1, times + 1)
    ]
    assert len(points) > 50
    chosen = list(enumerate(points))[offset % EVERY :: EVERY]
    for number, point in chosen:
        home, lines, _ = run(server, tmp_path, prepared, str(number), point)
        said = [
            line for line in acknowledgements.read(lines) if line.what not in ("refused", "error")
        ]
        assert verdict(home, said, unheard=6) == [], point
        shutil.rmtree(home)
    print(f"\n{len(chosen)} of {len(points)} points")  # noqa: T201 - for docs/fault-report.md
