"""Pick out the faults of chains that somebody must look into, in few words, to be kept for good."""

from collections.abc import Iterable, Iterator

from kepatuhan_desktop.domain.chains import Fault
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.travel import Parts

ALARMING = frozenset({"twice", "rollback", "broken"})
"""One identity at two places, or a chain that went back. What is merely lacking may still come."""
_OF_PLACES = frozenset({"twice", "broken"})
"""Those of which each place has one, so that neighbours can be told together."""


def alarming(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Those that no later bundle mends, neighbouring places in one."""
    return in_runs(one for one in faults if one.fault in ALARMING)


def in_runs(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults, each once, neighbouring places of a device in one; in the order of the first."""
    groups: dict[tuple[str, DeviceId], list[Fault]] = {}
    for one in faults:
        groups.setdefault((one.fault, one.device), []).append(one)
    return tuple(
        one
        for (fault, _), some in groups.items()
        for one in (_joined(some) if fault in _OF_PLACES else dict.fromkeys(some))
    )


def noted(faults: Iterable[Fault]) -> dict[str, Parts]:
    """The alarming ones as an arrival keeps them: by fault and device, the first and last seq."""
    found: dict[str, Parts] = {}
    for one in alarming(faults):
        parts = found.setdefault(one.fault, {})
        parts[one.device] = (*parts.get(one.device, ()), (one.first, one.last))
    return found


def gathered(notes: Iterable[dict[str, Parts]]) -> tuple[Fault, ...]:
    """What several arrivals kept, by device."""
    found = {
        Fault(fault=fault, device=device, first=first, last=last)
        for note in notes
        for fault, parts in note.items()
        for device, runs in parts.items()
        for first, last in runs
    }
    return in_runs(sorted(found, key=lambda one: (one.device, one.fault, one.first, one.last)))


def _joined(some: Iterable[Fault]) -> Iterator[Fault]:
    # The ends are compared, no places counted: a forged seq may be astronomical.
    first, *others = sorted(some, key=lambda one: (one.first, one.last))
    begin, end = first.first, first.last
    for one in others:
        if one.first > end + 1:
            yield Fault(fault=first.fault, device=first.device, first=begin, last=end)
            begin = one.first
        end = max(end, one.last)
    yield Fault(fault=first.fault, device=first.device, first=begin, last=end)
