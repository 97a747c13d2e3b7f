"""An assessment: the fold of its entries, and how a new entry changes it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.acts import AMENDMENT, SEAL, Acts, acts_of, is_act
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    Digest,
    EntryId,
    EvidenceId,
    FindingId,
    IndicatorId,
    InstitutionId,
    InstrumentId,
    ProductId,
    RecordId,
    Slot,
    UnitId,
)
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import Answer, answer_of
from kepatuhan_desktop.domain.seal import Amendment, Corrected, Refusal, Return, Seal, Withdrawal

__all__ = [
    "PROFILE",
    "REMARK",
    "SEAL",
    "Assessment",
    "InstrumentPin",
    "Profile",
    "Status",
    "answer_slot",
    "evidence_slot",
    "finding_slot",
    "fold",
    "id_of",
    "note_slot",
    "record_of",
]

PROFILE = Slot("profile")
REMARK = Slot("remark")

T = TypeVar("T")


class Status(StrEnum):
    """Where an assessment stands."""

    DRAFT = "draft"
    READY = "ready"
    """Everything is answered and evidenced; it can be signed."""
    SEALED = "sealed"
    AMENDING = "amending"
    """Sealed, and opened again for a correction that is not sealed yet."""


class InstrumentPin(msgspec.Struct, frozen=True, kw_only=True):
    """Which instrument, to the byte."""

    id: InstrumentId
    version: str
    digest: Digest


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What an assessment is about."""

    institution: InstitutionId
    unit: UnitId
    product: ProductId | None
    """None: the unit as a whole."""
    period: str
    """A year, such as 2024, or a year with a part, such as 2024-1; compared as text."""
    instrument: InstrumentPin
    auditor: Person
    team: tuple[Person, ...] = ()
    visited_on: str = ""
    """Calendar day of the visit, ISO 8601."""


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """The current state, frozen. A slot with several heads is a conflict and holds no value."""

    id: AssessmentId
    profile: Profile
    answers: Mapping[IndicatorId, Answer]
    notes: Mapping[IndicatorId, str]
    evidence: Mapping[EvidenceId, Evidence]
    findings: Mapping[FindingId, Finding]
    remark: str
    """The office's own remarks."""
    acts: Acts
    heads: Mapping[Slot, tuple[Entry, ...]]
    updated_at: str
    """The latest wall-clock time among the current entries: shown, decides nothing."""

    @property
    def record(self) -> RecordId:
        """The record that holds this assessment."""
        return record_of(self.id)

    @property
    def seal(self) -> Seal | None:
        """The present seal; it stands until the next one, also while a correction is open."""
        return self.acts.seal

    @property
    def seal_id(self) -> EntryId | None:
        """The entry of the present seal."""
        return self.acts.seal_id

    @property
    def amendment(self) -> Amendment | None:
        """Why the present seal is being corrected; None where nothing is open.

        Of concurrent ones that with the smallest id, the same on every device.
        """
        return next(iter(self.acts.open_amendments), None)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Who was asked to sign and refused."""
        return self.acts.refusals

    @property
    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """Signatures that were withdrawn, under the present seal or an earlier one."""
        return self.acts.withdrawals

    @property
    def returns(self) -> tuple[Return, ...]:
        """What headquarters says against the present seal; the next seal answers it."""
        return self.acts.open_returns

    @property
    def is_amending(self) -> bool:
        """Whether the present seal is open for a correction."""
        return self.amendment is not None

    @property
    def is_sealed(self) -> bool:
        """Whether it is closed: sealed, and no amendment of exactly this seal is open."""
        return self.seal is not None and not self.is_amending

    @property
    def next_revision(self) -> int:
        """The revision that the next seal will have."""
        return 1 if self.seal is None else self.seal.revision + 1

    @property
    def revision(self) -> int:
        """The revision that is shown: the sealed one, or the one that is worked on."""
        return self.next_revision - 1 if self.is_sealed else self.next_revision

    @property
    def corrects(self) -> Corrected | None:
        """What the shown revision corrects, as its page says it."""
        if self.seal is None or not self.is_amending:
            return None if self.seal is None else self.seal.corrects
        # Two auditors may have opened it at a time: each of their reasons stands on the page.
        reasons = dict.fromkeys(one.reason for one in self.acts.open_amendments)
        return Corrected(
            revision=self.seal.revision, digest=self.seal.details, reason=" / ".join(reasons)
        )

    @property
    def conflicts(self) -> tuple[Slot, ...]:
        """Slots in which several entries disagree, sorted. Equal values are no conflict.

        Of the acts, two seals are one, and two open amendments with different reasons; the
        next seal settles both.
        """
        several = [slot for slot, some in self.heads.items() if len(some) > 1]
        found = [
            slot
            for slot in several
            if (slot == SEAL or not is_act(slot)) and _disagree(self.heads[slot])
        ]
        if len({one.reason for one in self.acts.open_amendments}) > 1:
            found.append(AMENDMENT)
        return tuple(sorted(found))

    def seen(self, slot: Slot) -> tuple[EntryId, ...]:
        """What a new entry in this slot replaces."""
        return tuple(entry.id for entry in self.heads.get(slot, ()))

    def evidence_of(self, indicator: IndicatorId) -> list[tuple[EvidenceId, Evidence]]:
        """The evidence of one indicator in the order in which it came."""
        mine = [
            (one, piece) for one, piece in self.evidence.items() if piece.indicator == indicator
        ]
        return sorted(mine, key=lambda pair: (pair[1].order, pair[0]))

    def findings_of(self, indicator: IndicatorId) -> list[tuple[FindingId, Finding]]:
        """The findings raised from one indicator."""
        return sorted(
            (one, finding)
            for one, finding in self.findings.items()
            if finding.indicator == indicator
        )

    def covered(self) -> tuple[EntryId, ...]:
        """The current entries that a seal covers: all heads but those of acts, sorted."""
        return tuple(sorted(entry.id for some in self.content.values() for entry in some))

    @property
    def content(self) -> dict[Slot, tuple[Entry, ...]]:
        """What a seal is about: the heads of all slots but those of acts."""
        return {slot: some for slot, some in self.heads.items() if not is_act(slot)}

    def with_entry(self, entry: Entry) -> "Assessment":
        """The state after one more entry of this record."""
        kept = tuple(one for one in self.heads.get(entry.slot, ()) if one.id not in entry.replaces)
        now = tuple(sorted((*kept, entry), key=lambda one: one.id))
        return _set(self, entry.slot, now)


def record_of(assessment: AssessmentId) -> RecordId:
    """The record that holds an assessment."""
    return RecordId(f"assessment:{assessment}")


def id_of(record: RecordId) -> AssessmentId:
    """The assessment that a record holds."""
    return AssessmentId(record.removeprefix("assessment:"))


def answer_slot(indicator: IndicatorId) -> Slot:
    """The slot of an indicator's answer."""
    return Slot(f"answer/{indicator}")


def note_slot(indicator: IndicatorId) -> Slot:
    """The slot of an indicator's note."""
    return Slot(f"note/{indicator}")


def evidence_slot(one: EvidenceId) -> Slot:
    """The slot of a piece of evidence."""
    return Slot(f"evidence/{one}")


def finding_slot(one: FindingId) -> Slot:
    """The slot of a finding."""
    return Slot(f"finding/{one}")


def fold(assessment: AssessmentId, entries: Iterable[Entry]) -> Assessment | None:
    """The state that `entries` of one record give, in any order; None without a profile."""
    by_slot = {slot: some for (_, slot), some in journal.heads(entries).items()}
    profile = _first(by_slot.get(PROFILE, ()), Kind.ASSESSMENT, Profile)
    if profile is None:
        return None
    parts = _Parts({}, {}, {}, {})
    for slot, some in by_slot.items():
        parts.put(slot, some)
    return Assessment(
        id=assessment,
        profile=profile,
        answers=MappingProxyType(parts.answers),
        notes=MappingProxyType(parts.notes),
        evidence=MappingProxyType(parts.evidence),
        findings=MappingProxyType(parts.findings),
        remark=_text(by_slot.get(REMARK, ()), Kind.REMARK),
        acts=acts_of(by_slot),
        heads=MappingProxyType(by_slot),
        updated_at=max((entry.at for some in by_slot.values() for entry in some), default=""),
    )


class _Parts(msgspec.Struct):
    answers: dict[IndicatorId, Answer]
    notes: dict[IndicatorId, str]
    evidence: dict[EvidenceId, Evidence]
    findings: dict[FindingId, Finding]

    def put(self, slot: Slot, some: tuple[Entry, ...]) -> None:
        """Set or clear what the slot holds; slots of other kinds are passed over."""
        kind, _, name = slot.partition("/")
        if kind == Kind.ANSWER:
            _assign(self.answers, IndicatorId(name), _answer(some))
        elif kind == Kind.NOTE:
            _assign(self.notes, IndicatorId(name), _text(some, Kind.NOTE) or None)
        elif kind == Kind.EVIDENCE:
            _assign(self.evidence, EvidenceId(name), _value(some, Kind.EVIDENCE, Evidence))
        elif kind == Kind.FINDING:
            _assign(self.findings, FindingId(name), _value(some, Kind.FINDING, Finding))


def _set(state: Assessment, slot: Slot, some: tuple[Entry, ...]) -> Assessment:
    kind = slot.partition("/")[0]
    heads = _copy(state.heads)
    heads[slot] = some
    changes: dict[str, object] = {
        "heads": MappingProxyType(heads),
        "updated_at": _latest(state, slot, heads),
    }
    if slot == PROFILE:
        changes["profile"] = _first(some, Kind.ASSESSMENT, Profile) or state.profile
    elif slot == REMARK:
        changes["remark"] = _text(some, Kind.REMARK)
    elif is_act(slot):
        changes["acts"] = acts_of(heads)
    elif kind in _FIELDS:
        field = _FIELDS[kind]
        parts = _Parts({}, {}, {}, {})
        setattr(parts, field, _copy(getattr(state, field)))
        parts.put(slot, some)
        changes[field] = MappingProxyType(getattr(parts, field))
    return msgspec.structs.replace(state, **changes)


_FIELDS = {"answer": "answers", "note": "notes", "evidence": "evidence", "finding": "findings"}

K = TypeVar("K")


def _copy(held: Mapping[K, T]) -> dict[K, T]:
    # A proxy copies the dict behind it in one go; `dict(proxy)` would ask for key after key.
    return held.copy() if isinstance(held, MappingProxyType) else dict(held)


def _latest(state: Assessment, slot: Slot, heads: dict[Slot, tuple[Entry, ...]]) -> str:
    here = max(entry.at for entry in heads[slot])
    gone = max((entry.at for entry in state.heads.get(slot, ())), default="")
    if here >= state.updated_at or gone < state.updated_at:
        return max(here, state.updated_at)
    # The clock went back, and the entry with the latest time is no longer current.
    return max(entry.at for some in heads.values() for entry in some)


def _assign(into: dict[K, T], key: K, value: T | None) -> None:
    if value is None:
        into.pop(key, None)
    else:
        into[key] = value


def _answer(some: tuple[Entry, ...]) -> Answer | None:
    held = _held(some, Kind.ANSWER)
    return None if held is None else answer_of(held)


def _held(some: tuple[Entry, ...], kind: Kind) -> Json:
    """What a slot holds; None where it was cleared or where several entries disagree.

    An entry of another kind is one of a later vocabulary: it is kept, and not interpreted.
    """
    if len(some) == 1:
        return some[0].value if some[0].kind == kind else None
    if not some or any(entry.kind != kind for entry in some) or _disagree(some):
        return None
    return some[0].value


def _value(some: tuple[Entry, ...], kind: Kind, shape: type[T]) -> T | None:
    held = _held(some, kind)
    return None if held is None else codec.typed(held, shape)


def _first(some: tuple[Entry, ...], kind: Kind, shape: type[T]) -> T | None:
    """What stands in a slot that must not fall empty.

    Of concurrent entries every device must show the same one: that with the smallest id.
    """
    known = (entry.value for entry in some if entry.kind == kind and entry.value is not None)
    return next((codec.typed(value, shape) for value in known), None)


def _disagree(some: tuple[Entry, ...]) -> bool:
    return len(some) > 1 and len({codec.canonical(entry.value) for entry in some}) > 1


def _text(some: tuple[Entry, ...], kind: Kind) -> str:
    return _value(some, kind, str) or ""
