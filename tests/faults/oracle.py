"""Open a workspace after the worst and say everything that is not as promised."""

from pathlib import Path

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.assessment import PROFILE, Assessment
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.storage.vault import STAGING
from tests.faults.acknowledgements import Line


def verdict(home: Path, said: list[Line], *, unheard: int) -> list[str]:
    """Everything that is wrong; nothing, where the promises were kept.

    `said` are the lines of all rounds on this workspace. At most `unheard` entries may be there
    that nobody was told of: one per kill, and what the workspace was prepared with.
    """
    faults = [line.text for line in said if line.what in ("error", "refused")]
    try:
        services = open_services(home)
    except KnownError as error:
        return [*faults, f"does not open: {error}"]
    try:
        faults += condition(services)
        done = [line for line in said if line.what == "done"]
        rows = services.assessments.rows()
        if rows:
            faults += _journal(services, rows[0].id, done, unheard)
        elif done:
            faults.append("the assessment is gone")
    finally:
        services.close()
    return faults


def condition(services: Services) -> list[str]:
    """What is wrong with an open workspace, by itself."""
    before = services.health.fingerprint()
    services.health.rebuild()
    after = services.health.fingerprint()
    faults = [f"table {name} differs" for name in before if before[name] != after[name]]
    faults += [
        f"{check.name}: {check.detail}" for check in services.health.examine() if not check.ok
    ]
    leftovers = list((services.home / STAGING).iterdir())
    if leftovers:
        faults.append(f"{len(leftovers)} leftovers in the staging folder")
    return faults


def _journal(services: Services, one: AssessmentId, done: list[Line], unheard: int) -> list[str]:
    state = services.assessments.get(one)
    history = services._workspace.journal.history(state.record)
    faults = _acknowledged(state, history, done)
    faults += _as_folded(state, history)
    written = sum(entry.slot != PROFILE for entry in history)
    ghosts = written - len({line.entry for line in done})
    if ghosts > unheard:
        faults.append(f"{ghosts} entries that nobody was told of, at most {unheard} were expected")
    for line in done:
        if line.photo is not None:
            try:
                services._workspace.vault.load(line.photo)
            except KnownError as error:
                faults.append(f"acknowledged photo: {error}")
    return faults


def _acknowledged(state: Assessment, history: list[Entry], done: list[Line]) -> list[str]:
    known = {entry.id: entry for entry in history}
    standing: dict[Slot, set[EntryId]] = {}
    for slot, some in state.heads.items():
        standing[slot] = _ancestry(some, known)
    return [
        f"acknowledged entry {line.entry[:12]} of {line.slot} is lost"
        for line in done
        if line.entry not in standing.get(line.slot, set())
    ]


def _ancestry(heads: tuple[Entry, ...], known: dict[EntryId, Entry]) -> set[EntryId]:
    found: set[EntryId] = set()
    waiting = [entry.id for entry in heads]
    while waiting:
        one = waiting.pop()
        if one not in found and one in known:
            found.add(one)
            waiting.extend(known[one].replaces)
    return found


def _as_folded(state: Assessment, history: list[Entry]) -> list[str]:
    record: RecordId = state.record
    expected = {
        slot: tuple(entry.id for entry in some)
        for (of, slot), some in chain.heads(history).items()
        if of == record
    }
    shown = {slot: tuple(entry.id for entry in some) for slot, some in state.heads.items()}
    return [] if shown == expected else ["the state is not the fold of its entries"]
