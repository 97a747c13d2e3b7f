"""Look whether the workspace is sound, and make the tables again from the journal."""

import hashlib
from collections.abc import Callable, Iterable

import msgspec

from kepatuhan_desktop.domain import chain_notes, chains
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.journal import ChainFault
from kepatuhan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMended,
    EvidenceDamaged,
    EvidenceMissing,
    KeysMissing,
    KeysReadable,
    KnownError,
)
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services import kept_files, outbox
from kepatuhan_desktop.services.kept_files import Belonging
from kepatuhan_desktop.storage import database, keyslots
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register
from kepatuhan_desktop.storage.workspace import Workspace

_SHOWN = 5
"""Faults that a detail spells out."""
_LIGHT = (DatabaseMended, KeysReadable, EvidenceDamaged, EvidenceMissing)
"""What keeps nobody from working, the lightest first."""
_GRAVE = (KeysMissing, DatabaseDamaged)
"""What keeps a workspace from opening, the gravest last."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong."""

    what: str
    word: str
    """What it is: `damaged`, `missing`, `gap`, `broken`, `twice`, `mended`, `changed`, `readable`,
    `unreadable`."""
    error: KnownError


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    """For programs and experts, in English."""
    faults: tuple[Fault, ...] = ()
    is_skipped: bool = False
    """Not looked at, because of what another check found; then there are no faults."""


class Health:
    """The condition of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def rebuild(self) -> int:
        """Make every table but the journal again; returns the number of entries.

        Raises `DatabaseDamaged` where a page is damaged; then nothing was written.
        """
        faults = self._page_faults()
        if faults:
            raise DatabaseDamaged(path=self._workspace.path, reason=faults[0])
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
        checks: list[Check] = []
        for number, step in enumerate(steps):
            watched.step(number, len(steps))
            if step == self._projections and not checks[0].ok:
                # Comparing writes, and nothing is written over damaged pages.
                checks.append(_skipped("projections", "not compared, because of the pages"))
                continue
            checks.append(self._examined(step))
        watched.step(len(steps), len(steps))
        return checks

    def _examined(self, step: Callable[[], Check]) -> Check:
        """What a step found, or what kept it from looking."""
        try:
            return step()
        except KnownError as error:
            found = error
        except msgspec.MsgspecError as error:
            found = DatabaseDamaged(path=self._workspace.path, reason=error)
        name = step.__name__.removeprefix("_")
        fault = Fault(what="", word="unreadable", error=found)
        return Check(name=name, ok=False, detail=str(found), faults=(fault,))

    def _pages(self) -> Check:
        lines = self._page_faults()
        error = DatabaseDamaged(path=self._workspace.path, reason=next(iter(lines), ""))
        faults = [Fault(what=_page(line), word="damaged", error=error) for line in lines]
        more = f" (+{len(lines) - 1})" if len(lines) > 1 else ""
        return _checked("pages", faults, "".join(lines[:1]) + more)

    def _page_faults(self) -> list[str]:
        path = self._workspace.path
        with self._workspace.connected_apart() as connection, database.explained(path):
            return database.intact(connection)

    def _chain(self) -> Check:
        with self._workspace.connected_apart() as connection:
            journal = self._journal(connection)
            found, entries = journal.check(), len(journal.bodies())
            told = chain_notes.gathered(one.faults for one in outbox.arrivals(journal).values())
        error = DatabaseDamaged(path=self._workspace.path, reason="chain")
        faults = [
            Fault(what=f"{one.device[:8]} {one.seq}", word=one.fault, error=error)
            for one in found
            if not (self._is_lacking(one) or _is_told(one, told))
        ]
        return _checked("chain", faults, _listed(faults) or f"{entries}")

    def _is_lacking(self, one: ChainFault) -> bool:
        """Whether something of another device has not come: letters and visits bring parts."""
        return one.fault == "gap" and one.device != self._workspace.journal.device

    def _projections(self) -> Check:
        # In a transaction of its own: either it ends as it was, or it is mended.
        before = self._workspace.journal.dump()
        self._workspace.journal.rebuild()
        differing = [
            name for name, data in self._workspace.journal.dump().items() if before[name] != data
        ]
        tables = ", ".join(differing)
        error = DatabaseMended(tables=tables)
        faults = [Fault(what=tables, word="mended", error=error)] if differing else []
        return _checked("projections", faults, f"{tables}: mended" if differing else "")

    def _keys(self) -> Check:
        home = self._workspace.home
        keys = keyslots.load(home)
        keys.identity()
        faults = []
        if keys.master != self._workspace.keys.master or not keyslots.is_consistent(keys.file):
            error: KnownError = KeysMissing(path=home / keyslots.KEYS, reason="changed")
            faults.append(Fault(what=keyslots.KEYS, word="changed", error=error))
        elif not keyslots.is_private(home):
            error = KeysReadable(path=home / keyslots.FILE_SLOT)
            faults.append(Fault(what=keyslots.FILE_SLOT, word="readable", error=error))
        detail = _listed(faults).replace("readable", "readable by others")
        return _checked("keys", faults, detail or keyslots.FILE_SLOT)

    def _evidence(self) -> Check:
        with self._workspace.connected_apart() as connection:
            journal, register = self._journal(connection), Register(connection)
            named = kept_files.named_by(journal.entries())
            audit = self._workspace.vault.audit(list(named))
            faults = [
                _lost(digest, kept_files.belonging(named[digest], journal, register), kind)
                for kind, lost in (
                    (EvidenceMissing, audit.missing),
                    (EvidenceDamaged, audit.damaged),
                )
                for digest in lost
            ]
        return _checked("evidence", faults, _listed(faults) or str(audit.sound))

    def _journal(self, connection: database.Connection) -> Journal:
        return Journal(connection, self._workspace.path, self._workspace.journal.device)


def worst(checks: Iterable[Check]) -> KnownError | None:
    """The gravest fault; None where there is none."""
    found = [fault.error for check in checks for fault in check.faults]
    return max(found, key=_gravity, default=None)


def _gravity(error: KnownError) -> int:
    kind = type(error)
    if kind in _LIGHT:
        return _LIGHT.index(kind) - len(_LIGHT)
    return 1 + _GRAVE.index(kind) if kind in _GRAVE else 0


def _lost(
    digest: Digest, place: Belonging, kind: type[EvidenceMissing] | type[EvidenceDamaged]
) -> Fault:
    error = kind(
        name=place.title,
        digest=digest,
        assessment=place.assessment,
        unit=place.unit,
        indicator=place.indicator,
    )
    return Fault(what=digest[:12], word=error.code.rpartition(".")[2], error=error)


def _checked(name: str, faults: Iterable[Fault], detail: str) -> Check:
    found = tuple(faults)
    return Check(name=name, ok=not found, detail=detail, faults=found)


def _skipped(name: str, detail: str) -> Check:
    return Check(name=name, ok=False, detail=detail, is_skipped=True)


def _is_told(one: ChainFault, told: Iterable[chains.Fault]) -> bool:
    """Whether it came so in a bundle, a cloned disk say: the history of bundles names it."""
    return any(
        (it.fault, it.device) == (one.fault, one.device) and it.first <= one.seq <= it.last
        for it in told
    )


def _listed(faults: list[Fault]) -> str:
    some = "; ".join(f"{one.what} {one.word}" for one in faults[:_SHOWN])
    more = len(faults) - _SHOWN
    return f"{some} (+{more})" if more > 0 else some


def _page(line: str) -> str:
    start, mark, number = line.rpartition("HMAC verification failed for page ")
    return f"#{number}" if mark and not start else line
