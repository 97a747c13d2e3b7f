"""Entries for tests of the journal, and strategies for random histories."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.acts import AMENDMENT, SEAL, is_act
from kepatuhan_desktop.domain.assessment import PROFILE, InstrumentPin, Profile, record_of
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    Digest,
    EntryId,
    IndicatorId,
    InstitutionId,
    InstrumentId,
    RecordId,
    Slot,
    UnitId,
)
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Amendment, Refusal, Return, Stamp, Withdrawal
from kepatuhan_desktop.domain.visit_plan import Visit, VisitPlan, visit_slot
from tests.builders import instruments, seals

ONE = AssessmentId("one")
RECORD = record_of(ONE)
AT = "2024-08-12T09:00:00.000+07:00"
CHOICES: tuple[Json, ...] = (
    {"type": "chosen", "option": "none"},
    {"type": "chosen", "option": "full"},
    {"type": "excluded", "reason": "tidak ada"},
    None,
)


def a_profile(period: str = "2024") -> Profile:
    """What an assessment is about."""
    return Profile(
        institution=InstitutionId("i"),
        unit=UnitId("u"),
        product=None,
        period=period,
        instrument=InstrumentPin(
            id=InstrumentId("small"), version="1", digest=instruments.small().digest
        ),
        auditor=Person(name="Siti"),
    )


def body_of(entry: Entry) -> bytes:
    """The canonical bytes of an entry."""
    rest = {name: value for name, value in codec.plain(entry).items() if name != "id"}
    return codec.canonical(rest)


class Device:
    """Writes entries into a chain of its own."""

    def __init__(self, name: str = "d1") -> None:
        self._name = DeviceId(name)
        self._seq = 0
        self._previous: EntryId | None = None

    def write(
        self,
        slot: str,
        value: Json,
        replaces: Sequence[Entry] = (),
        *,
        kind: Kind = Kind.ANSWER,
        at: str = AT,
        record: RecordId = RECORD,
    ) -> Entry:
        """The next entry."""
        self._seq += 1
        draft = Draft(
            kind=kind,
            record=record,
            slot=Slot(slot),
            value=value,
            replaces=tuple(one.id for one in replaces),
        )
        entry, _ = journal.write(
            draft, device=self._name, seq=self._seq, previous=self._previous, author="Siti", at=at
        )
        self._previous = entry.id
        return entry

    def profile(self, period: str = "2024", replaces: Sequence[Entry] = ()) -> Entry:
        """The entry that begins an assessment."""
        value = codec.plain(a_profile(period))
        return self.write(PROFILE, value, replaces, kind=Kind.ASSESSMENT)


_TIMES = st.sampled_from([f"2024-08-12T0{hour}:00:00.000+07:00" for hour in range(10)])
_PIECES: tuple[Json, ...] = (
    codec.plain(
        Evidence(
            indicator=IndicatorId("a.1"),
            digest=Digest("0" * 64),
            size=1,
            name="x.jpg",
            media_type="image/jpeg",
        )
    ),
    None,
)
_NOTES: tuple[Json, ...] = ("ada", "tidak ada", None)
_PLACES: tuple[tuple[RecordId, str, Kind, tuple[Json, ...]], ...] = (
    (RECORD, "answer/a.1", Kind.ANSWER, CHOICES),
    (RECORD, "answer/a.2", Kind.ANSWER, CHOICES),
    (RECORD, "note/a.1", Kind.NOTE, _NOTES),
    (RECORD, "remark", Kind.REMARK, _NOTES),
    (RECORD, "evidence/e", Kind.EVIDENCE, _PIECES),
    (RECORD, PROFILE, Kind.ASSESSMENT, tuple(codec.plain(a_profile(it)) for it in ("1", "2"))),
)
_ACTS: tuple[tuple[str, Kind], ...] = (
    (SEAL, Kind.SEAL),
    (SEAL, Kind.SEAL),
    (AMENDMENT, Kind.AMENDMENT),
    (AMENDMENT, Kind.AMENDMENT),
    ("withdrawal/auditor", Kind.WITHDRAWAL),
    ("refusal/unit_head", Kind.REFUSAL),
    ("stamp/x", Kind.STAMP),
    ("return/x", Kind.RETURN),
)
_PLANS: tuple[Json, ...] = (
    *(
        codec.plain(
            VisitPlan(
                institution=InstitutionId("i"),
                unit=UnitId("u"),
                product=None,
                period="2024",
                instrument=a_profile().instrument,
                day=day,
                device=DeviceId("d1"),
                auditor="Siti",
            )
        )
        for day in ("2024-08-12", "2024-08-13")
    ),
    None,
)
_UNITS = tuple(
    codec.plain(Unit(institution=InstitutionId("i"), name=name, address=address, head_name=head))
    for name, address, head in (("x", "", "a"), ("y", "", "a"), ("x", "jalan", ""))
)
_INSTITUTIONS = tuple(
    codec.plain(Institution(name=name, region=region)) for name, region in ("xa", "xb", "ya")
)
_PRODUCTS = tuple(codec.plain(Product(unit=UnitId("u"), name=it)) for it in "xy")
_ELSEWHERE: tuple[tuple[RecordId, str, Kind, tuple[Json, ...]], ...] = (
    (RecordId("unit:u"), PROFILE, Kind.UNIT, _UNITS),
    (RecordId("institution:i"), PROFILE, Kind.INSTITUTION, _INSTITUTIONS),
    (RecordId("product:p"), PROFILE, Kind.PRODUCT, _PRODUCTS),
    (RecordId("plan:p"), PROFILE, Kind.PLAN, _PLANS),
    (
        RecordId("plan:p"),
        visit_slot(ONE),
        Kind.VISIT,
        (codec.plain(Visit(assessment=ONE)), None),
    ),
    (
        RecordId("instrument:small@1"),
        PROFILE,
        Kind.INSTRUMENT,
        (codec.plain(instruments.small()), codec.plain(instruments.small())),
    ),
)


def _act(draw: st.DrawFn, kind: Kind, entries: list[Entry]) -> Json:
    """An act as somebody may write it who has seen any part of what was written."""
    before = [one for one in entries if one.slot == SEAL]
    about = draw(st.sampled_from(before)) if before else None
    number = about.value["revision"] if about is not None else 0
    content = [one.id for one in entries if one.record == RECORD and not is_act(one.slot)]
    if kind is Kind.SEAL:
        covers = draw(st.lists(st.sampled_from(content), unique=True))
        made = seals.a_seal(covers, revision=number + 1, amends=about.id if about else None)
        return codec.plain(made)
    if kind is Kind.REFUSAL:
        return codec.plain(
            Refusal(role="unit_head", person=Person(name="Budi"), reason="x", revision=number + 1)
        )
    if about is None or (kind is Kind.AMENDMENT and draw(st.integers(0, 3)) == 0):
        return None
    if kind is not Kind.AMENDMENT:
        return codec.plain(_about(draw, kind, about.id))
    reason = draw(st.sampled_from(["a", "b"]))
    late = draw(st.lists(st.sampled_from(content), unique=True, max_size=2))
    opened = Amendment(amends=about.id, revision=number + 1, reason=reason, late=tuple(late))
    return codec.plain(opened)


def _about(draw: st.DrawFn, kind: Kind, seal: EntryId) -> Stamp | Withdrawal | Return:
    """What somebody may say of a seal that stays."""
    if kind is Kind.STAMP:
        return Stamp(seal=seal, digest=seals.NOTHING, size=1, name="B", issuer="C", claimed_at="")
    if kind is Kind.WITHDRAWAL:
        return Withdrawal(seal=seal, role="auditor", person=Person(name="Siti"), reason="x")
    comments = {IndicatorId("a.1"): draw(st.sampled_from(["x", "y"]))}
    return Return(seal=seal, reason="x", comments=comments, person=Person(name="Pusat"))


@st.composite
def _histories(draw: st.DrawFn, *, elsewhere: bool) -> list[Entry]:
    devices = [Device(f"d{number}") for number in range(3)]
    places = _PLACES + (_ELSEWHERE if elsewhere else ())
    entries = [devices[0].profile()]
    for _ in range(draw(st.integers(0, 12))):
        if draw(st.integers(0, 2)) == 0:
            slot, kind = draw(st.sampled_from(_ACTS))
            record, values = RECORD, (_act(draw, kind, entries),)
        else:
            record, slot, kind, values = draw(st.sampled_from(places))
        there = [one for one in entries if (one.record, one.slot) == (record, slot)]
        # What its author had seen is any part of the slot; now and then it lies elsewhere.
        seen = draw(st.lists(st.sampled_from(there), unique_by=lambda one: one.id)) if there else []
        if draw(st.integers(0, 9)) == 0:
            seen.append(draw(st.sampled_from(entries)))
        device, at = draw(st.sampled_from(devices)), draw(_TIMES)
        value = draw(st.sampled_from(values))
        entries.append(device.write(slot, value, seen, kind=kind, at=at, record=record))
    return entries


HISTORIES = _histories(elsewhere=False)
"""What three devices wrote about one assessment, acts among it, in an order that can be."""

WORLDS = _histories(elsewhere=True)
"""The same with units, and an instrument that comes early, late or not at all."""
