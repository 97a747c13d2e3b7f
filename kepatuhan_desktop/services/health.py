"""Look whether the workspace is sound, and make the tables again from the journal."""

import hashlib

import msgspec

from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain.ids import Digest
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
        steps = (self._pages, self._chain, self._projections, self._keys, self._files)
        checks = []
        for number, step in enumerate(steps):
            watched.step(number, len(steps))
            checks.append(step())
        watched.step(len(steps), len(steps))
        return checks

    def _pages(self) -> Check:
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
        return Check(name="projections", ok=not differing, detail=", ".join(differing))

    def _keys(self) -> Check:
        home = self._workspace.home
        return Check(name="keys", ok=keyslots.is_private(home), detail=keyslots.FILE_SLOT)

    def _files(self) -> Check:
        audit = self._workspace.vault.audit(self._named())
        lost = [f"{digest[:12]} missing" for digest in audit.missing]
        lost += [f"{digest[:12]} damaged" for digest in audit.damaged]
        return Check(name="evidence", ok=not lost, detail="; ".join(lost[:5]) or str(audit.sound))

    def _named(self) -> list[Digest]:
        found: dict[Digest, None] = {}
        for row in self._workspace.register.assessments():
            state = assessments.fold(
                row.id, self._workspace.journal.heads_of(assessments.record_of(row.id))
            )
            if state is None:
                continue
            found.update(dict.fromkeys(piece.digest for piece in state.evidence.values()))
            if state.seal is not None:
                found[state.seal.scorecard] = None
        return list(found)
