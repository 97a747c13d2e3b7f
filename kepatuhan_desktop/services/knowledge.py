"""Gather from a journal what a merge must know about entries that came."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.assessment import PROFILE, Profile
from kepatuhan_desktop.domain.chains import Told
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.merge import Known, Place
from kepatuhan_desktop.domain.named_files import files_of
from kepatuhan_desktop.domain.travel import Arrival, Claim
from kepatuhan_desktop.storage.journal import Journal

_place = attrgetter("record", "slot")


def gather(
    journal: Journal,
    found: Sequence[Entry],
    claim: Claim,
    arrivals: Mapping[str, Arrival],
    holds: Callable[[Digest], bool],
) -> Known:
    """What `journal`, the bundles that arrived before and the vault say about `found`."""
    heads: dict[Place, tuple[Entry, ...]] = {}
    records = {entry.record for entry in found}
    for place, some in groupby(journal.heads_in(records), key=_place):
        heads[place] = tuple(some)
    profiles = [one for (_, slot), some in heads.items() if slot == PROFILE for one in some]
    pinned = _pins([*profiles, *(one for one in found if one.slot == PROFILE)])
    instruments = {digest: journal.instrument(digest) for digest in pinned}
    return Known(
        own=journal.device,
        chains=journal.chains({journal.device, *claim.heads, *(it.device for it in found)}),
        heads=heads,
        replaced=journal.replaced_in(records),
        instruments={digest: one for digest, one in instruments.items() if one is not None},
        files={one for one in {it for entry in found for it in files_of(entry)} if holds(one)},
        told=[
            Told(bundle=bundle, sequence=one.sequence, head=one.head)
            for bundle, one in arrivals.items()
            if one.device == claim.device
        ],
        is_known_bundle=claim.bundle in arrivals,
    )


def _pins(profiles: Iterable[Entry]) -> set[Digest]:
    return {
        codec.typed(entry.value, Profile).instrument.digest
        for entry in profiles
        if entry.kind == Kind.ASSESSMENT and entry.value is not None
    }
