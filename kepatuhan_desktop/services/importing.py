"""Take in bundles of others: inspect, look at the plan, apply.

`inspect` and `fetch` are for the worker; `plan` and `apply` belong to the journal's thread.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Clock, stamp
from kepatuhan_desktop.domain import chain_notes, merge, relaying
from kepatuhan_desktop.domain.chains import Fault
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.merge import MergePlan
from kepatuhan_desktop.domain.sender import Sender, Standing
from kepatuhan_desktop.domain.travel import Arrival, Claim, arrival_slot, bundle_record
from kepatuhan_desktop.errors import BundleSenderUnknown, EvidenceMissing, KnownError
from kepatuhan_desktop.exchange import entries
from kepatuhan_desktop.exchange.description import Description, Purpose
from kepatuhan_desktop.exchange.entries import Examined
from kepatuhan_desktop.exchange.limits import LIMITS, Limits
from kepatuhan_desktop.exchange.reading import Parcel, Reader
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import carried_trust, knowledge, outbox, senders
from kepatuhan_desktop.services.first_sightings import FirstSightings
from kepatuhan_desktop.services.identities import Identities, TrustPlan
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.signing import cms
from kepatuhan_desktop.storage.workspace import Workspace

TOGETHER = 64
"""Files in one transaction at most."""
TOGETHER_SIZE = 16 << 20
"""Bytes of them; a larger file has a transaction of its own."""


class Inspected(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that was read whole, its signature checked, and every line looked at."""

    path: Path
    parcel: Parcel
    examined: Examined


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What taking a bundle in would do; a person looks at it before `apply`."""

    inspected: Inspected
    sender: Sender
    merge: MergePlan
    trust: TrustPlan | None = None
    """A newer trust file of an authority that this device follows; adopted with the bundle."""

    @property
    def description(self) -> Description:
        """What the bundle says of itself."""
        return self.inspected.parcel.description

    @property
    def needs_consent(self) -> bool:
        """Whether a person must say that they know the sender: compare the fingerprint."""
        return self.sender.standing in (Standing.UNKNOWN, Standing.EXPIRED)

    @property
    def is_over(self) -> bool:
        """Whether the bundle was taken in before, and nothing of it is new."""
        return self.merge.is_known_bundle and self.merge.changes_nothing

    @property
    def is_welcome(self) -> bool:
        """Whether it can be taken in without a question: somebody vouches for the sender."""
        is_refused = self.needs_consent or self.sender.standing is Standing.REVOKED
        return not is_refused and not self.is_over

    @property
    def alarms(self) -> tuple[Fault, ...]:
        """Signs of a cloned disk or a restored backup; the arrival keeps them for good."""
        return chain_notes.alarming(self.merge.faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong with chains, in few words, as far as it is news."""
        # Of a visit only what was chosen travels: that the rest is lacking is no news.
        is_part = self.description.purpose != Purpose.RESULTS
        return chain_notes.in_runs(
            one for one in self.merge.faults if not (is_part and one.fault == "gap")
        )


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file of several."""

    path: Path
    plan: ImportPlan | None
    """None where the file could not be read."""
    changes: Changes
    error: KnownError | None
    """Why nothing of it was taken in; None: it was."""


class Importing:
    """The way in."""

    def __init__(
        self,
        workspace: Workspace,
        identities: Identities,
        pen: Pen,
        clock: Clock,
        limits: Limits = LIMITS,
    ) -> None:
        self._journal = workspace.journal
        self._vault = workspace.vault
        self._identities = identities
        self._pen = pen
        self._clock = clock
        self._arrived: tuple[int, dict[str, Arrival]] | None = None
        self._first_seen = FirstSightings(workspace.vault, workspace.sightings)
        keys = workspace.keys
        self._reader = Reader(cms.verify_detached, lambda: [keys.identity()], limits)

    def inspect(self, path: Path, progress: Progress | None = None) -> Inspected:
        """Read a bundle; nothing is kept. For the worker. Raises what `Reader.inspect` raises."""
        parcel = self._reader.inspect(path, progress)
        inspected = Inspected(path=path, parcel=parcel, examined=entries.examine(parcel.lines))
        carried_trust.check(self._identities, _letters(inspected))
        return inspected

    def plan(self, inspected: Inspected) -> ImportPlan:
        """What `apply` would do now; changes nothing."""
        parcel, examined = inspected.parcel, inspected.examined
        claim = _claim(parcel.description)
        found = [entry for _, entry in examined.found]
        newer = carried_trust.newer(self._identities, _letters(inspected))
        trusts = carried_trust.with_newer(self._identities.trust(), newer)
        known = knowledge.gather(self._journal, found, claim, self.arrivals(), self._vault.holds)
        return ImportPlan(
            inspected=inspected,
            sender=senders.sender_of(
                parcel.signer, trusts, self._journal.device, self._clock.now()
            ),
            merge=merge.plan(
                examined.found,
                msgspec.structs.replace(known, headquarters=senders.headquarters(trusts)),
                claim,
                carried=parcel.blobs,
                damaged=parcel.damaged,
                refused=examined.refused,
            ),
            trust=newer,
        )

    def fetch(self, plan: ImportPlan, progress: Progress | None = None) -> None:
        """Store the files of the plan durably. For the worker, before `apply`.

        Raises `BundleChanged` where the file is another one by now, and what `inspect` and
        `Vault.store` raise; what was stored by then is named by nothing and harms nobody.
        """
        self.require_sender(plan, consent=True)
        inspected = plan.inspected
        keep = self._first_seen.keep(entry for _, entry in inspected.examined.found)
        wanted, parcel = plan.merge.wanted, inspected.parcel
        self._reader.harvest(inspected.path, parcel, wanted, keep, progress)
        self._first_seen.look_again(plan.merge.fresh, parcel.blobs.keys() - set(wanted))

    def apply(self, plan: ImportPlan, *, consent: bool = False) -> Changes:
        """Take in what is new, in one transaction; a second time changes nothing.

        Raises `BundleSenderUnknown` where nobody vouches for the sender and no `consent` was
        given, or where they were revoked; `EvidenceMissing` before `fetch`.
        """
        self.require_sender(plan, consent=consent)
        for digest in plan.merge.wanted:
            if not self._vault.holds(digest):
                raise EvidenceMissing(name=digest[:12])
        self._first_seen.note(plan.merge.fresh, plan.inspected.parcel.blobs, self._clock.now())
        adopted = self._identities.adopt(plan.trust) if plan.trust else Changes()
        is_noted = plan.description.id in self.arrivals()
        if is_noted and not plan.merge.fresh:
            return adopted
        bodies = plan.inspected.examined.bodies
        notes = () if is_noted else (self._arrival(plan),)
        written = self._journal.take_in(
            [(entry, bodies[entry.id]) for entry in plan.merge.fresh],
            notes,
            author=self._pen.author(),
            at=stamp(self._clock.now()),
        )
        records = {entry.record for entry in written} | {note.record for note in notes}
        slots = {entry.slot for entry in written} | {note.slot for note in notes}
        return adopted.union(Changes(records=frozenset(records), slots=frozenset(slots)))

    def take_in(
        self, path: Path, *, consent: bool = False, progress: Progress | None = None
    ) -> tuple[ImportPlan, Changes]:
        """All steps at once, for programs; raises what they raise."""
        plan = self.plan(self.inspect(path, progress))
        self.require_sender(plan, consent=consent)
        self.fetch(plan, progress)
        return plan, self.apply(plan, consent=consent)

    def take_in_all(
        self,
        paths: Sequence[Path],
        *,
        consent: Callable[[Sender], bool],
        progress: Progress | None = None,
    ) -> Iterator[Taken]:
        """Take in several files, one after the other; what is handed out is on the disk.

        Many small ones share a transaction: the same comes of it as if each had its own. A file
        that fails loses nothing but itself. Raises `Cancelled` and what else is no `KnownError`;
        then nothing was taken in of what was not handed out.
        """
        for some in _shares(paths):
            found: list[Taken] | None = None
            if len(some) > 1:
                try:
                    with self._journal.together():
                        found = [self._taken(path, consent, progress) for path in some]
                except KnownError:  # the transaction itself failed, for all of them
                    found = None
            if found is None:
                for path in some:
                    yield self._taken(path, consent, progress)
            else:
                yield from found

    def _taken(
        self, path: Path, consent: Callable[[Sender], bool], progress: Progress | None
    ) -> Taken:
        plan = None
        try:
            plan = self.plan(self.inspect(path, progress))
            agreed = consent(plan.sender)
            self.require_sender(plan, consent=agreed)
            self.fetch(plan, progress)
            changes = self.apply(plan, consent=agreed)
        except KnownError as error:
            return Taken(path=path, plan=plan, changes=Changes(), error=error)
        return Taken(path=path, plan=plan, changes=changes, error=None)

    def arrivals(self) -> dict[str, Arrival]:
        """What this device has taken in, by bundle."""
        mark = self._journal.surroundings
        if self._arrived is None or self._arrived[0] != mark:
            self._arrived = (mark, outbox.arrivals(self._journal))
        return self._arrived[1]

    def require_sender(self, plan: ImportPlan, *, consent: bool) -> None:
        """Raise `BundleSenderUnknown` where nobody vouches for the sender and `consent` is not
        given, or where they were revoked.
        """
        sender = plan.sender
        if sender.standing is Standing.REVOKED or (plan.needs_consent and not consent):
            raise BundleSenderUnknown(
                name=plan.inspected.parcel.title,
                reason=sender.standing.value,
                device=sender.device,
            )

    def _arrival(self, plan: ImportPlan) -> Draft:
        said, found = plan.description, plan.merge
        own = said.heads.get(said.device)
        value = Arrival(
            device=said.device,
            sequence=said.sequence,
            previous=said.previous,
            purpose=said.purpose,
            seal=plan.inspected.parcel.seal,
            head=own.seq if own else 0,
            devices=tuple(sorted({one.device for _, one in plan.inspected.examined.found})),
            fresh=len(found.fresh),
            known=found.known,
            refused=len(found.refused),
            passed_over=sum(one.reason in relaying.PASSED_OVER for one in found.refused),
            faults=chain_notes.noted(found.faults),
            damaged=len(found.damaged),
        )
        return Draft(
            kind=Kind.ARRIVAL,
            record=bundle_record(said.id),
            slot=arrival_slot(self._journal.device),
            value=codec.plain(value),
        )


def _shares(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """The files in order, as many at a time as may share a transaction, and memory."""
    some: list[Path] = []
    held = 0
    for path in paths:
        size = path.stat().st_size if path.is_file() else 0
        if some and (len(some) == TOGETHER or held + size > TOGETHER_SIZE):
            yield some
            some, held = [], 0
        some.append(path)
        held += size
    if some:
        yield some


def _claim(said: Description) -> Claim:
    return Claim(
        bundle=said.id,
        device=said.device,
        sequence=said.sequence,
        previous=said.previous,
        heads=said.heads,
        is_whole=said.purpose == Purpose.RESULTS,
        is_extract=said.purpose in (Purpose.RECEIPT, Purpose.RETURN, Purpose.PLAN),
    )


def _letters(inspected: Inspected) -> list[Entry]:
    """The entries of a bundle that may carry a trust file; what comes from the field does not."""
    if inspected.parcel.description.purpose in (Purpose.RESULTS, Purpose.CHOSEN):
        return []
    return [entry for _, entry in inspected.examined.found]
