"""Entries for tests of the journal, and strategies for random histories."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import journal
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
from kepatuhan_desktop.domain.organisation import Unit
from kepatuhan_desktop.domain.people import Person
from tests.builders import instruments

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
_UNITS = tuple(codec.plain(Unit(institution=InstitutionId("i"), name=it)) for it in "xy")
_ELSEWHERE: tuple[tuple[RecordId, str, Kind, tuple[Json, ...]], ...] = (
    (RecordId("unit:u"), PROFILE, Kind.UNIT, _UNITS),
    (
        RecordId("instrument:small@1"),
        PROFILE,
        Kind.INSTRUMENT,
        (codec.plain(instruments.small()), codec.plain(instruments.small())),
    ),
)


@st.composite
def _histories(draw: st.DrawFn, *, elsewhere: bool) -> list[Entry]:
    devices = [Device(f"d{number}") for number in range(3)]
    places = _PLACES + (_ELSEWHERE if elsewhere else ())
    entries = [devices[0].profile()]
    for _ in range(draw(st.integers(0, 12))):
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
"""What three devices wrote about one assessment, in an order in which it can have been written."""

WORLDS = _histories(elsewhere=True)
"""The same with units, and an instrument that comes early, late or not at all."""
