"""Read answers from a JSON file and hold them against an instrument."""

from pathlib import Path

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import completeness
from kepatuhan_desktop.domain.ids import IndicatorId, OptionId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded
from kepatuhan_desktop.errors import AnswersDamaged

LARGEST = 5_000_000
"""Bytes; a thousand answers with long reasons are a tenth of it."""


class FileAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer as a file holds it: exactly one of the two."""

    option: OptionId | None = None
    not_applicable: str | None = None


def read(path: Path, instrument: Instrument) -> dict[IndicatorId, Answer]:
    """The answers of `path`; raises `AnswersDamaged` naming what does not fit."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise AnswersDamaged(name=path.name, reason=error.strerror) from error
    if len(data) > LARGEST:
        raise AnswersDamaged(name=path.name, reason=f"> {LARGEST} bytes")
    try:
        found = codec.decode(data, dict[IndicatorId, FileAnswer])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AnswersDamaged(name=path.name, reason=str(error)) from error
    return {one: _answer(path.name, instrument, one, answer) for one, answer in found.items()}


def _answer(name: str, instrument: Instrument, one: IndicatorId, found: FileAnswer) -> Answer:
    indicator = instrument.indicators.get(one)
    if indicator is None:
        raise AnswersDamaged(name=name, reason=f"indicator {one}")
    if found.option is not None and found.not_applicable is None:
        answer = Chosen(found.option)
        if completeness.chosen_option(indicator, answer) is None:
            raise AnswersDamaged(name=name, reason=f"{one}: option {found.option}")
        return answer
    if found.option is None and found.not_applicable:
        if not indicator.not_applicable.allowed:
            raise AnswersDamaged(name=name, reason=f"{one}: not_applicable")
        return Excluded(found.not_applicable)
    raise AnswersDamaged(name=name, reason=f"{one}: option | not_applicable")
