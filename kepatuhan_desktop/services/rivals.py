"""What rivals in a slot, as people look at it: the versions, who said each, and since when."""

from collections.abc import Iterable, Mapping

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    EntryId,
    EvidenceId,
    RecordId,
    Slot,
)
from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.domain.journal import Entry
from kepatuhan_desktop.domain.scoring import Result


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values that rival in a slot, and what its author left beside it."""

    entry: EntryId
    """What `Disputes.settle` wants."""
    kind: str
    value: codec.Json
    """None: the slot was cleared."""
    author: str
    device: DeviceId
    at: str
    """By the author's own clock: shown, decides nothing."""
    others: tuple[str, ...] = ()
    """Authors who wrote the very same independently."""
    note: str = ""
    """What this author noted at the question, of an answer."""
    pieces: tuple[tuple[EvidenceId, Evidence], ...] = ()
    """Evidence that this device attached to the question, or the evidence itself."""
    result: Result | None = None
    """The score with this version; None where it does not bear on the score."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a unit, an institution or a product, as every version has it."""

    name: str
    values: tuple[str, ...]
    """As the journal holds them, in the order of the versions."""
    texts: tuple[str, ...]
    """The same for people: a name where the value is an id."""
    is_reference: bool = False
    """Whether the values are ids of other records."""
    suggested: int = 0
    """The version that somebody who puts them together would take it from: the only one that
    changed it, as far as that can be seen, or else the first that says anything."""

    @property
    def is_contested(self) -> bool:
        """Whether the versions differ in it."""
        return len(set(self.values)) > 1


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A slot in which entries disagree."""

    record: RecordId
    assessment: AssessmentId | None
    """None: it is about the register, a unit say."""
    slot: Slot
    indicator: Indicator | None
    """None where it belongs to no question, or to one that the instrument does not know."""
    versions: tuple[Version, ...]
    shared_note: str = ""
    """A note on which nobody disagrees."""
    fields: tuple[Field, ...] = ()
    """Of the register: every field, also those in which the versions agree."""

    @property
    def contested(self) -> tuple[Field, ...]:
        """The fields in which they differ."""
        return tuple(one for one in self.fields if one.is_contested)


def origins(some: Iterable[Entry], past: Mapping[EntryId, Entry]) -> list[tuple[Entry, Entry]]:
    """Each entry with the one that said the same before: undoing a decision only repeats it."""
    found = []
    for head in some:
        value = codec.canonical(head.value)
        origin, behind, seen = head, list(head.replaces), set[EntryId]()
        while behind:
            before = past.get(behind.pop())
            if before is None or before.id in seen or before.slot != head.slot:
                continue
            seen.add(before.id)
            behind += before.replaces
            if codec.canonical(before.value) == value and before.device != head.device:
                origin = before
        found.append((head, origin))
    return found
