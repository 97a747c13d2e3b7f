"""Record what touches the disk during one attaching, and say where the order is not safe."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
from sqlcipher3 import dbapi2

from tests.faults.plants import Put


class Step(msgspec.Struct, frozen=True):
    """One step: `create`, `sync`, `rename` (to the path) or `commit`."""

    deed: str
    path: str = ""


class Recorder:
    """Steps in the order in which they happen."""

    def __init__(self, put: Put) -> None:
        self.steps: list[Step] = []
        self._paths: dict[int, str] = {}
        self._open, self._fsync, self._replace = os.open, os.fsync, os.replace
        put(os, "open", self._opened)
        put(os, "fsync", self._synced)
        put(os, "replace", self._renamed)
        connect: Callable[..., dbapi2.Connection] = dbapi2.connect
        steps = self.steps

        class Watched(dbapi2.Connection):
            def execute(self, *asked: object) -> dbapi2.Cursor:
                cursor = super().execute(*asked)  # type: ignore[arg-type]  # handed on as it came
                if asked[0] == "COMMIT":
                    steps.append(Step("commit"))
                return cursor

        put(dbapi2, "connect", lambda *asked, **named: connect(*asked, factory=Watched, **named))

    def _opened(self, path: str | Path, flags: int, mode: int = 0o777) -> int:
        descriptor = self._open(path, flags, mode)
        self._paths[descriptor] = os.fspath(path)
        if flags & os.O_CREAT:
            self.steps.append(Step("create", os.fspath(path)))
        return descriptor

    def _synced(self, descriptor: int) -> None:
        self._fsync(descriptor)
        self.steps.append(Step("sync", self._paths.get(descriptor, "?")))

    def _renamed(self, source: str | Path, target: str | Path) -> None:
        self._replace(source, target)
        self.steps.append(Step("rename", os.fspath(target)))
        for descriptor, path in self._paths.items():
            if path == os.fspath(source):
                self._paths[descriptor] = os.fspath(target)


def faults(steps: list[Step], evidence: Path) -> list[str]:
    """What is wrong with the order in which one new file under `evidence` was attached."""
    renames = [
        (at, Path(step.path))
        for at, step in enumerate(steps)
        if step.deed == "rename" and evidence in Path(step.path).parents
    ]
    if len(renames) != 1:
        return [f"{len(renames)} renames into the evidence folder"]
    renamed, target = renames[0]
    commits = [at for at, step in enumerate(steps) if step.deed == "commit"]
    found = []
    created = [at for at, it in enumerate(steps[:renamed]) if it.deed == "create"]
    if not created:
        found.append("the file was not written beside its place")
    elif not any(
        it == Step("sync", steps[created[-1]].path) for it in steps[created[-1] : renamed]
    ):
        found.append("the file was renamed before it was synced")
    if len(commits) != 1:
        found.append(f"{len(commits)} commits")
    elif commits[0] < renamed:
        found.append("the row was committed before the file had its name")
    elif Step("sync", str(target.parent)) not in steps[renamed : commits[0]]:
        found.append("the folder was not synced between the rename and the commit")
    return found
