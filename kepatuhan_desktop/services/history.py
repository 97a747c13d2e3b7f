"""What happened to an assessment: the acts, and every single entry, in the order of cause."""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import history
from kepatuhan_desktop.domain.acts import is_act
from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.history import Act
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId, IndicatorId
from kepatuhan_desktop.domain.instrument import Instrument, OptionScale, Text
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.scoring import Answer, Chosen
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.storage.journal import Journal


class Shape(StrEnum):
    """What kind of thing an entry says."""

    NOTHING = "nothing"
    """The slot was cleared."""
    OPTION = "option"
    EXCLUDED = "excluded"
    TEXT = "text"
    FILE = "file"
    FINDING = "finding"
    PROFILE = "profile"
    ACT = "act"
    UNKNOWN = "unknown"
    """Of a later vocabulary, or of a shape that this program does not know."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry says, in words of people where there are any."""

    shape: Shape
    words: Text = msgspec.field(default_factory=dict)
    """By language; one that is written by a person stands under `id` alone."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the journal: who, when, where, and what it changed."""

    entry: Entry
    indicator: IndicatorId | None
    """The question that it belongs to; None where it belongs to none."""
    code: str
    question: Text
    before: tuple[Said, ...]
    """What it replaced; several where it settled a conflict, none where it was the first."""
    after: Said
    is_act: bool
    """Whether it is about the sealing."""
    is_current: bool
    """Whether nothing has replaced it."""


class History:
    """Reads of the journal; changes nothing."""

    def __init__(
        self, journal: Journal, assessments: Assessments, instruments: Instruments
    ) -> None:
        self._journal = journal
        self._assessments = assessments
        self._instruments = instruments

    def acts(self, one: AssessmentId) -> tuple[Act, ...]:
        """What was done with the assessment as a whole, first things first.

        Raises `AssessmentUnknown`.
        """
        state = self._assessments.get(one)
        return history.acts(state, self._journal.history(state.record))

    def all_entries(self, one: AssessmentId) -> tuple[Line, ...]:
        """Every entry, causes before what follows from them; raises `AssessmentUnknown`."""
        state = self._assessments.get(one)
        instrument = self._instruments.get(state.profile.instrument.digest)
        ordered = history.in_order(self._journal.history(state.record))
        current = {entry.id for some in state.heads.values() for entry in some}
        known = {entry.id: entry for entry in ordered}
        return tuple(_line(entry, known, instrument, entry.id in current) for entry in ordered)

    def lines_of(self, one: AssessmentId, some: tuple[EntryId, ...]) -> tuple[Line, ...]:
        """Those of `all_entries` that are asked for, such as what came late."""
        wanted = set(some)
        return tuple(line for line in self.all_entries(one) if line.entry.id in wanted)


def _line(
    entry: Entry, known: dict[EntryId, Entry], instrument: Instrument, is_current: bool
) -> Line:
    replaced = [known[one] for one in entry.replaces if one in known]
    before = [_said(one, instrument) for one in replaced]
    indicator = next(
        (found for found in map(_indicator, (entry, *replaced)) if found is not None), None
    )
    asked = instrument.indicators.get(indicator) if indicator is not None else None
    return Line(
        entry=entry,
        indicator=indicator,
        code=asked.code if asked else indicator or "",
        question=asked.question if asked else {},
        before=tuple(one for number, one in enumerate(before) if one not in before[:number]),
        after=_said(entry, instrument),
        is_act=is_act(entry.slot),
        is_current=is_current,
    )


def _indicator(entry: Entry) -> IndicatorId | None:
    kind, _, name = entry.slot.partition("/")
    if kind in (Kind.ANSWER.value, Kind.NOTE.value):
        return IndicatorId(name)
    if kind in (Kind.EVIDENCE.value, Kind.FINDING.value):
        return _read(entry.value, _About).indicator
    return None


class _About(msgspec.Struct):
    indicator: IndicatorId | None = None


class _Answered(msgspec.Struct):
    answer: Answer


def _read(value: Json, shape: type[_About]) -> _About:
    try:
        return codec.typed(value, shape)
    except msgspec.ValidationError:
        return shape()


def _said(entry: Entry, instrument: Instrument) -> Said:
    if entry.value is None:
        return Said(shape=Shape.NOTHING)
    if is_act(entry.slot):
        return Said(shape=Shape.ACT)
    try:
        return _content(entry, instrument)
    except msgspec.ValidationError:
        return Said(shape=Shape.UNKNOWN)


def _content(entry: Entry, instrument: Instrument) -> Said:
    """Raises `msgspec.ValidationError` where the value has another shape than its kind."""
    if entry.kind == Kind.ANSWER:
        answer = codec.typed({"answer": entry.value}, _Answered).answer
        if isinstance(answer, Chosen):
            return Said(shape=Shape.OPTION, words=_option(entry, answer, instrument))
        return Said(shape=Shape.EXCLUDED, words={"id": answer.reason})
    if entry.kind not in _WRITTEN:
        return Said(shape=Shape.UNKNOWN)
    shape, say = _WRITTEN[Kind(entry.kind)]
    return Said(shape=shape, words={"id": say(entry.value)})


def _file(value: Json) -> str:
    piece = codec.typed(value, Evidence)
    return piece.caption or piece.name


def _profile(value: Json) -> str:
    profile = codec.typed(value, Profile)
    return f"{profile.period} · {profile.auditor.name}"


_WRITTEN: dict[Kind, tuple[Shape, Callable[[Json], str]]] = {
    Kind.NOTE: (Shape.TEXT, lambda value: codec.typed(value, str)),
    Kind.REMARK: (Shape.TEXT, lambda value: codec.typed(value, str)),
    Kind.EVIDENCE: (Shape.FILE, _file),
    Kind.FINDING: (Shape.FINDING, lambda value: codec.typed(value, Finding).statement),
    Kind.ASSESSMENT: (Shape.PROFILE, _profile),
}


def _option(entry: Entry, answer: Chosen, instrument: Instrument) -> Text:
    asked = instrument.indicators.get(IndicatorId(entry.slot.partition("/")[2]))
    if asked is not None and isinstance(asked.scale, OptionScale):
        for option in asked.scale.options:
            if option.id == answer.option:
                return option.label
    return {"id": answer.option}
