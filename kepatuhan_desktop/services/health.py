"""Look whether the workspace is sound, and make the tables again from the journal."""

import hashlib
from collections.abc import Callable

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.seal import Seal, Stamp
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.storage import database, keyslots
from kepatuhan_desktop.storage.workspace import Workspace


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str


class Health:
    """The condition of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def rebuild(self) -> int:
        """Make every table but the journal again; returns the number of entries."""
        return self._workspace.journal.rebuild()

    def fingerprint(self) -> dict[str, Digest]:
        """A digest per projection, to compare before and after."""
        return {
            table: Digest(hashlib.sha256(data).hexdigest())
            for table, data in self._workspace.journal.dump().items()
        }

    def examine(self, progress: Progress | None = None) -> list[Check]:
        """Pages, chain, projections, keys and every evidence file."""
        watched = progress or Unwatched()
        steps = (self._pages, self._chain, self._projections, self._keys, self._evidence)
        checks = []
        for number, step in enumerate(steps):
            watched.step(number, len(steps))
            checks.append(self._examined(step))
        watched.step(len(steps), len(steps))
        return checks

    def _examined(self, step: Callable[[], Check]) -> Check:
        """What a step found, or what kept it from looking."""
        try:
            return step()
        except (KnownError, msgspec.MsgspecError) as error:
            name = step.__name__.removeprefix("_")
            return Check(name=name, ok=False, detail=str(error))

    def _pages(self) -> Check:
        with database.explained(self._workspace.path):
            faults = database.intact(self._workspace.connection)
        return Check(name="pages", ok=not faults, detail="; ".join(faults[:3]))

    def _chain(self) -> Check:
        faults = self._workspace.journal.check()
        some = "; ".join(f"{one.device[:8]} {one.seq} {one.fault}" for one in faults[:3])
        return Check(
            name="chain", ok=not faults, detail=some or f"{len(self._workspace.journal.bodies())}"
        )

    def _projections(self) -> Check:
        # In a transaction of its own: either it ends as it was, or it is mended.
        before = self._workspace.journal.dump()
        self._workspace.journal.rebuild()
        differing = [
            name for name, data in self._workspace.journal.dump().items() if before[name] != data
        ]
        detail = f"{', '.join(differing)}: mended" if differing else ""
        return Check(name="projections", ok=not differing, detail=detail)

    def _keys(self) -> Check:
        home = self._workspace.home
        keys = keyslots.load(home)
        keys.identity()
        fault = ""
        if keys.master != self._workspace.keys.master or not keyslots.is_consistent(keys.file):
            fault = f"{keyslots.KEYS} changed"
        elif not keyslots.is_private(home):
            fault = f"{keyslots.FILE_SLOT} readable by others"
        return Check(name="keys", ok=not fault, detail=fault or keyslots.FILE_SLOT)

    def _evidence(self) -> Check:
        audit = self._workspace.vault.audit(self._named())
        lost = [f"{digest[:12]} missing" for digest in audit.missing]
        lost += [f"{digest[:12]} damaged" for digest in audit.damaged]
        return Check(name="evidence", ok=not lost, detail="; ".join(lost[:5]) or str(audit.sound))

    def _named(self) -> list[Digest]:
        """Every file that any entry names: undo and a seal reach removed evidence too."""
        found: dict[Digest, None] = {}
        for entry in self._workspace.journal.entries():
            if entry.value is None:
                continue
            if entry.kind == Kind.EVIDENCE:
                found[codec.typed(entry.value, Evidence).digest] = None
            elif entry.kind == Kind.SEAL:
                found[codec.typed(entry.value, Seal).scorecard] = None
            elif entry.kind == Kind.STAMP:
                found[codec.typed(entry.value, Stamp).digest] = None
        return list(found)
