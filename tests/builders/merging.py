"""What a merge knows, what a bundle claims, and the plan that follows."""

from collections.abc import Collection, Iterable

from kepatuhan_desktop.domain import journal, merge
from kepatuhan_desktop.domain.chains import Chain, Told
from kepatuhan_desktop.domain.ids import DeviceId, Digest
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.merge import Known, MergePlan, Refused
from kepatuhan_desktop.domain.travel import Claim, Head
from tests.builders.entries import Device

A, B, OWN = DeviceId("a" * 32), DeviceId("b" * 32), DeviceId("c" * 32)


def a_claim(*entries: Entry, sequence: int = 1, device: DeviceId = A) -> Claim:
    """A sender who holds these entries."""
    heads = {one.device: Head(seq=one.seq, id=one.id) for one in entries}
    return Claim(bundle="x" * 26, device=device, sequence=sequence, previous=None, heads=heads)


def a_chain(device: DeviceId, length: int) -> list[Entry]:
    """So many entries in a row."""
    pen = Device(device)
    return [pen.write(f"note/n.{number}", "x", kind=Kind.NOTE) for number in range(length)]


def told_by(claim: Claim) -> Told:
    """What stays known of a bundle that was taken in."""
    head = claim.heads[claim.device].seq
    return Told(bundle=claim.bundle, sequence=claim.sequence, head=head)


def known(
    *entries: Entry,
    found: Instrument | None = None,
    files: Collection[Digest] = (),
    told: Collection[Told] = (),
) -> Known:
    """A journal that holds these entries."""
    chains: dict[DeviceId, Chain] = {}
    for one in entries:
        chains.setdefault(one.device, Chain()).add(one.seq, one.id)
    return Known(
        own=OWN,
        chains=chains,
        heads=journal.heads(entries),
        replaced={(one.record, one.slot, old) for one in entries for old in one.replaces},
        instruments={found.digest: found} if found else {},
        files=files,
        told=told,
    )


def planned(
    came: Iterable[Entry],
    there: Known | None = None,
    *,
    carried: Collection[Digest] = (),
    damaged: Collection[Digest] = (),
    claim: Claim | None = None,
    refused: Iterable[Refused] = (),
) -> MergePlan:
    """The plan for these entries."""
    found, here, said = list(enumerate(came, 1)), there or known(), claim or a_claim()
    return merge.plan(found, here, said, carried=carried, damaged=damaged, refused=refused)
