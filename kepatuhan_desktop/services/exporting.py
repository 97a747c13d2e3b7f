"""Write bundles for headquarters and for the team: plan, write, record.

`plan` and `record` belong to the journal's thread, `write` to the worker. Only what `record`
has noted counts as sent; a file that was written before a power cut is merely one more.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from kepatuhan_desktop import __version__, codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Clock, Ids, stamp
from kepatuhan_desktop.domain import journal, relaying
from kepatuhan_desktop.domain.assessment import PROFILE, Profile, record_of
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, Digest, EntryId, RecordId
from kepatuhan_desktop.domain.instrument import instrument_record
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.named_files import files_of
from kepatuhan_desktop.domain.organisation import (
    institution_record,
    product_record,
    unit_record,
)
from kepatuhan_desktop.domain.travel import (
    SENT,
    Dispatch,
    Parts,
    bundle_record,
    parts_of,
)
from kepatuhan_desktop.domain.visit_plan import plan_record
from kepatuhan_desktop.errors import (
    AssessmentUnknown,
    BugError,
    EvidenceDamaged,
    EvidenceMissing,
    InputInvalid,
)
from kepatuhan_desktop.exchange import delivery, secrecy, volumes, writing
from kepatuhan_desktop.exchange.delivery import Delivered
from kepatuhan_desktop.exchange.description import App, Description, Purpose
from kepatuhan_desktop.exchange.limits import VOLUME
from kepatuhan_desktop.exchange.volumes import Blob, Volume
from kepatuhan_desktop.exchange.writing import Content
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services import extracts, outbox
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.outbox import NAMED, Outbox, Sent
from kepatuhan_desktop.services.outlook import Outlook
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.signing import cms, sources, trust_file
from kepatuhan_desktop.storage.workspace import Workspace

EXTENSION = ".paket"
_NAMES = {
    Purpose.RESULTS: "hasil",
    Purpose.CHOSEN: "hasil",
    Purpose.TEAM: "tim",
    Purpose.RECEIPT: "tanda-terima",
    Purpose.RETURN: "kembali",
    Purpose.PLAN: "rencana",
}


class ExportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What will be written; a person looks at it before `write`."""

    volumes: tuple[Volume, ...]
    descriptions: tuple[Description, ...]
    """What each volume says of itself; written twice, it is the same bundle."""
    recipients: tuple[str, ...]
    """age recipients; empty: not encrypted, which somebody chose."""
    missing: tuple[Digest, ...]
    """Files that entries name and this device does not hold; they cannot go along."""
    addressee: DeviceId | None
    """The one device that a letter is for."""
    certificate: bytes
    """Of this device, DER."""
    chain: tuple[bytes, ...]
    doubled: frozenset[EntryId] = frozenset()
    """Entries that stand with others at one place of a chain; `parts` cannot tell them apart."""

    @property
    def size(self) -> int:
        """About how many bytes will be written."""
        return sum(one.size for one in self.volumes)


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that lies safely on its medium: it may be pulled."""

    description: Description
    delivered: Delivered
    entries: int
    parts: Parts
    """Which entries lie in it."""
    doubled: tuple[EntryId, ...]
    files: tuple[Digest, ...]
    left_out: tuple[Digest, ...]
    """Files that could not be read; they stay in the outbox."""
    addressee: DeviceId | None


class Exporting:
    """The way out."""

    def __init__(
        self,
        workspace: Workspace,
        identities: Identities,
        pen: Pen,
        clock: Clock,
        ids: Ids,
        outlook: Outlook,
    ) -> None:
        self._journal = workspace.journal
        self._vault = workspace.vault
        self._register = workspace.register
        self._identities = identities
        self._pen = pen
        self._clock = clock
        self._ids = ids
        self._outlook = outlook

    def approach(self) -> Iterator[None]:
        """Reckon the outbox in steps, so that `outbox` and `sent` have it at once.

        Whoever must not be kept waiting takes one step a turn.
        """
        self._certificate()  # a plan makes it, and what waits would have to be reckoned anew
        yield
        yield from self._outlook.approach()

    def outbox(self) -> Outbox:
        """What headquarters has not acknowledged."""
        return self._outlook.view().outbox

    def sent(self) -> tuple[Sent, ...]:
        """The bundles that were written here, first to last."""
        return self._outlook.view().sent

    def recipients(self, devices: Iterable[DeviceId] = ()) -> tuple[str, ...]:
        """The age recipients of headquarters, and of these devices of the team.

        Raises `InputInvalid` for a device that no trust file gives a recipient for.
        """
        trusts = self._identities.trust()
        found = {one for trust in trusts for one in trust.recipients}
        for device in devices:
            theirs = {
                one.recipient
                for trust in trusts
                for one in trust.enrolled
                if one.device == device and one.recipient and device in trust_file.living(trust)
            }
            if not theirs:
                raise InputInvalid(field="recipients")
            found |= theirs
        return tuple(sorted(found))

    def plan(
        self,
        purpose: Purpose = Purpose.RESULTS,
        *,
        assessments: Sequence[AssessmentId] | None = None,
        recipients: Sequence[str] | None = None,
        limit: int = VOLUME,
    ) -> ExportPlan:
        """What will be written: all that waits, or what belongs to the chosen assessments.

        `recipients` None: those of headquarters. An empty list is the choice not to encrypt.
        Raises `AssessmentUnknown`; `RecipientsTooFew`; `InputInvalid` where one is malformed.
        """
        chosen = self.recipients() if recipients is None else tuple(recipients)
        if recipients is None or chosen:
            chosen = secrecy.checked(chosen)
        self._certificate()  # goes along
        if purpose is Purpose.RESULTS and assessments is not None:
            # It must not claim to hold all: headquarters would miss the rest.
            purpose = Purpose.CHOSEN
        return self.plan_of(purpose, self._selection(assessments), chosen, limit)

    def plan_of(
        self,
        purpose: Purpose,
        pairs: Sequence[tuple[Entry, bytes]],
        recipients: Sequence[str],
        limit: int = VOLUME,
        addressee: DeviceId | None = None,
    ) -> ExportPlan:
        """What will be written of exactly these entries; recipients as they come."""
        certificate = self._certificate()
        naming: dict[Digest, list[bytes]] = {}
        sizes: dict[Digest, int] = {}
        for entry, body in pairs:
            for one, size in _sizes(entry):
                sizes[one] = size
                naming.setdefault(one, []).append(body)
        missing = {one for one in sizes if not self._vault.holds(one)}
        blobs = [
            Blob(digest=one, size=size, bodies=tuple(naming[one]))
            for one, size in sorted(sizes.items())
            if one not in missing
        ]
        parts = volumes.split([body for _, body in pairs], blobs, limit)
        return ExportPlan(
            volumes=parts,
            descriptions=self._descriptions(purpose, recipients, len(parts)),
            recipients=tuple(recipients),
            missing=tuple(sorted(missing)),
            addressee=addressee,
            certificate=certificate,
            chain=self._chain(certificate),
            doubled=self._outlook.view().doubled,
        )

    def write(
        self,
        plan: ExportPlan,
        folder: Path,
        progress: Progress | None = None,
    ) -> tuple[Written, ...]:
        """Write every volume and read it back; then the medium may be pulled. For the worker.

        Raises `BundleNoSpace`, `BundleCopyDiffers`, `WorkspaceReadOnly`, `StorageFailed`,
        `Cancelled`; volumes that were finished before lie there whole.
        """
        with delivery.explained(folder):
            delivery.require_room(folder, plan.size)
        source = sources.of_device(self._identities.device_key(), plan.certificate, plan.chain)
        at = self._clock.now()
        written = []
        for said, volume in zip(plan.descriptions, plan.volumes, strict=True):
            left_out: list[Digest] = []

            def load(digest: Digest, lost: list[Digest] = left_out) -> bytes | None:
                try:
                    return self._vault.load(digest)
                except (EvidenceMissing, EvidenceDamaged):
                    lost.append(digest)
                    return None

            content = Content(description=said, bodies=volume.bodies, blobs=volume.blobs)
            places = [_place(body) for body in volume.bodies]
            delivered = delivery.deliver(
                folder / file_name(said),
                writing.pack(content, load, lambda data: cms.sign_detached(data, source, at)),
                expected=volume.size,
                recipients=plan.recipients,
                progress=progress or Unwatched(),
            )
            written.append(
                Written(
                    description=said,
                    delivered=delivered,
                    entries=len(volume.bodies),
                    parts=parts_of(place[:2] for place in places),
                    doubled=tuple(one for *_, one in places if one in plan.doubled),
                    files=tuple(one for one in volume.blobs if one not in left_out),
                    left_out=tuple(left_out),
                    addressee=plan.addressee,
                )
            )
        return tuple(written)

    def record(self, written: Iterable[Written]) -> Changes:
        """Note what was sent; it stays in the outbox until a receipt."""
        return self._pen.write(
            *(
                Draft(
                    kind=Kind.DISPATCH,
                    record=bundle_record(one.description.id),
                    slot=SENT,
                    value=codec.plain(
                        Dispatch(
                            sequence=one.description.sequence,
                            purpose=one.description.purpose,
                            digest=one.delivered.digest,
                            size=one.delivered.size,
                            entries=one.entries,
                            files=one.files,
                            recipients=one.description.recipients,
                            heads=one.description.heads,
                            parts=one.parts,
                            addressee=one.addressee,
                            doubled=one.doubled[: max(0, NAMED - len(one.files))],
                        )
                    ),
                )
                for one in written
            )
        )

    def export(
        self, plan: ExportPlan, folder: Path, progress: Progress | None = None
    ) -> tuple[Written, ...]:
        """All steps at once, for programs; raises what `write` raises."""
        written = self.write(plan, folder, progress)
        self.record(written)
        return written

    def _selection(
        self, assessments: Sequence[AssessmentId] | None
    ) -> Sequence[tuple[Entry, bytes]]:
        """The entries that go along."""
        if assessments is None:
            return outbox.travelling(self._journal, self.outbox())
        own = RecordId(f"device:{self._journal.device}")
        records = {own, *self._closure(assessments)}
        offices, device = self._outlook.offices(), self._journal.device
        pairs = journal.in_order(extracts.bodies_of(self._journal, self._register, records))
        return [pair for pair in pairs if not relaying.fault(pair[0], device, offices)]

    def _certificate(self) -> bytes:
        self._identities.ensure()
        certificate = self._identities.certificate()
        if certificate is None:
            raise BugError("a device without a certificate after `ensure`")
        return certificate

    def _descriptions(
        self, purpose: Purpose, recipients: Sequence[str], count: int
    ) -> tuple[Description, ...]:
        """One for each volume, numbered on from the last bundle that was sent."""
        sent = self.sent()
        sequence = max((one.dispatch.sequence for one in sent), default=0)
        previous = sent[-1].bundle if sent else None
        heads = self._outlook.view().heads
        versions = [trust.version for trust in self._identities.trust()]
        found: list[Description] = []
        for number in range(1, count + 1):
            found.append(
                Description(
                    id=self._ids.new(),
                    device=self._journal.device,
                    sequence=sequence + number,
                    previous=previous,
                    heads=heads,
                    trust_version=versions[-1] if versions else None,
                    recipients=tuple(map(secrecy.fingerprint, recipients)),
                    created_claimed=stamp(self._clock.now()),
                    purpose=purpose.value,
                    app=App(name="kepatuhan-desktop", version=__version__),
                )
            )
            previous = found[-1].id
        return tuple(found)

    def _chain(self, certificate: bytes) -> tuple[bytes, ...]:
        for trust in reversed(self._identities.trust()):
            chain = trust_file.chain(trust, certificate)
            if chain:
                return chain
        return ()

    def _closure(self, assessments: Sequence[AssessmentId]) -> set[RecordId]:
        """The records without which the chosen assessments cannot be shown elsewhere."""
        records: set[RecordId] = set()
        for one in assessments:
            history = self._journal.history(record_of(one))
            profiles = [
                codec.typed(entry.value, Profile)
                for entry in history
                if entry.slot == PROFILE and entry.kind == Kind.ASSESSMENT
            ]
            if not profiles:
                raise AssessmentUnknown(assessment=one)
            records.add(record_of(one))
            records |= {plan_record(plan) for plan in self._register.plans_carried_out_by(one)}
            for profile in profiles:
                records.add(institution_record(profile.institution))
                records.add(unit_record(profile.unit))
                records.add(instrument_record(profile.instrument.id, profile.instrument.version))
                if profile.product is not None:
                    records.add(product_record(profile.product))
        return records


def file_name(said: Description) -> str:
    """The name of a bundle's file: what it is for and which one, and nothing about anybody."""
    return f"{_NAMES[Purpose(said.purpose)]}-{said.id[-10:]}{EXTENSION}"


def _place(body: bytes) -> tuple[DeviceId, int, EntryId]:
    entry = journal.read(body)
    return entry.device, entry.seq, entry.id


def _sizes(entry: Entry) -> list[tuple[Digest, int]]:
    """The files that an entry names, with the sizes that it claims."""
    named = dict.fromkeys(files_of(entry))
    value = entry.value if named and isinstance(entry.value, dict) else {}
    claimed = value.get("size", value.get("scorecard_size", 0))
    return [(one, claimed if isinstance(claimed, int) else 0) for one in named]
