"""Read answers from a JSON file and hold them against an instrument."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kepatuhan_desktop.domain import completeness
from kepatuhan_desktop.domain.ids import IndicatorId, OptionId
from kepatuhan_desktop.domain.instrument import Indicator, Instrument, OptionScale, Text
from kepatuhan_desktop.domain.instrument_problems import words
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded
from kepatuhan_desktop.errors import AnswersDamaged
from kepatuhan_desktop.services.instrument_source import Plain

LARGEST = 5_000_000
"""Bytes; a thousand answers with long reasons are a tenth of it."""

_OPTION, _EXCLUDED = "option", "not_applicable"
_FIELDS = (_OPTION, _EXCLUDED)
_MOST_TOLD = 50
_LONGEST_QUOTE = 60


def read(path: Path, instrument: Instrument) -> dict[IndicatorId, Answer]:
    """The answers of `path`; raises `AnswersDamaged`, which tells every fault with its place."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise AnswersDamaged(name=path.name, reason=error.strerror) from error
    if len(data) > LARGEST:
        raise _damaged(path, words(f"> {LARGEST} byte", f"> {LARGEST} bytes"))
    found = _parsed(path, data)
    faults = list(_faults(found, instrument))
    if faults:
        raise _damaged(path, *faults)
    return {IndicatorId(one): _answer(entry) for one, entry in found.items()}


class _Members(dict[str, Plain]):
    """A JSON object that remembers the names it was given twice."""

    def __init__(self, items: list[tuple[str, Plain]]) -> None:
        super().__init__(items)
        counted = Counter(key for key, _ in items)
        self.repeated = [key for key, times in counted.items() if times > 1]


def _parsed(path: Path, data: bytes) -> _Members:
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_Members)
    except UnicodeDecodeError as error:
        fault = words("berkas itu bukan teks UTF-8", "the file is not UTF-8 text")
        raise _damaged(path, fault) from error
    except json.JSONDecodeError as error:
        raise _damaged(path, _broken(error)) from error
    except (RecursionError, ValueError) as error:  # ValueError: an integer of thousands of digits
        fault = words(
            "JSON-nya terlalu dalam atau memuat bilangan yang terlalu panjang",
            "the JSON is nested too deeply or holds too long a number",
        )
        raise _damaged(path, fault) from error
    if not isinstance(found, _Members):
        fault = words(
            f"isinya harus objek JSON, satu bidang tiap indikator, bukan {_shape(found)['id']}",
            f"it must hold a JSON object, a field for each indicator, not {_shape(found)['en']}",
        )
        raise _damaged(path, fault)
    return found


def _broken(error: json.JSONDecodeError) -> Text:
    if not error.doc[error.pos :].strip():
        return words(
            "berkas berakhir sebelum JSON-nya lengkap", "the file ends before its JSON is complete"
        )
    return words(
        f"susunan JSON rusak di baris {error.lineno}, kolom {error.colno}",
        f"the JSON is broken at line {error.lineno}, column {error.colno}",
    )


def _faults(found: _Members, instrument: Instrument) -> Iterator[Text]:
    for one, entry in found.items():
        if one in found.repeated:
            yield _at(one, "ditulis dua kali", "is written twice")
        indicator = instrument.indicators.get(IndicatorId(one))
        if indicator is None:
            yield _at(
                one, "instrumen tidak memuat indikator ini", "the instrument has no such indicator"
            )
        elif isinstance(entry, _Members):
            for fault in _entry_faults(indicator, entry):
                yield _at(one, fault["id"], fault["en"])
        else:
            yield _at(
                one,
                f"harus objek dengan “option” atau “not_applicable”, bukan {_shape(entry)['id']}",
                f"must be an object with “option” or “not_applicable”, not {_shape(entry)['en']}",
            )


def _entry_faults(indicator: Indicator, entry: _Members) -> Iterator[Text]:
    known = ", ".join(_FIELDS)
    for field in entry.repeated:
        yield words(
            f"bidang {_quoted(field)} ditulis dua kali",
            f"the field {_quoted(field)} is written twice",
        )
    strangers = [field for field in entry if field not in _FIELDS]
    for field in strangers:
        yield words(
            f"bidang {_quoted(field)} tidak dikenal; yang dikenal: {known}",
            f"the field {_quoted(field)} is unknown; known are: {known}",
        )
    wrong = [field for field in _FIELDS if not isinstance(entry.get(field), str | None)]
    for field in wrong:
        yield words(
            f"“{field}” harus teks (dengan tanda kutip), bukan {_shape(entry[field])['id']}",
            f"“{field}” must be text (in quotes), not {_shape(entry[field])['en']}",
        )
    given = [field for field in _FIELDS if entry.get(field) is not None]
    if len(given) != 1:
        if not strangers or given:
            yield words(
                "isi tepat satu: “option” atau “not_applicable”",
                "give exactly one of “option” and “not_applicable”",
            )
    elif not wrong:
        yield from _answer_faults(indicator, _answer(entry))


def _answer_faults(indicator: Indicator, answer: Answer) -> Iterator[Text]:
    if isinstance(answer, Chosen):
        if completeness.chosen_option(indicator, answer) is None:
            scale = indicator.scale
            offered = ", ".join(
                option.id for option in (scale.options if isinstance(scale, OptionScale) else ())
            )
            yield words(
                f"pilihan {_quoted(answer.option)} tidak ada; pilih salah satu: {offered}",
                f"there is no option {_quoted(answer.option)}; choose one of: {offered}",
            )
    elif not indicator.not_applicable.allowed:
        yield words(
            "indikator ini tidak boleh “not_applicable”",
            "this indicator cannot be “not_applicable”",
        )
    elif not answer.reason.strip():
        yield words(
            "“not_applicable” harus memuat alasannya", "“not_applicable” must hold the reason"
        )


def _answer(entry: Plain) -> Answer:
    fields = entry if isinstance(entry, dict) else {}
    option = fields.get(_OPTION)
    if option is not None:
        return Chosen(OptionId(str(option)))
    return Excluded(str(fields.get(_EXCLUDED)))


def _at(place: str, indonesian: str, english: str) -> Text:
    where = place if len(place) <= _LONGEST_QUOTE else f"{place[:_LONGEST_QUOTE]}…"
    return words(f"{where}: {indonesian}", f"{where}: {english}")


def _damaged(path: Path, *faults: Text) -> AnswersDamaged:
    rest = len(faults) - _MOST_TOLD
    told = [*faults[:_MOST_TOLD]]
    if rest > 0:
        told.append(words(f"dan {rest} kesalahan lagi", f"and {rest} more"))
    return AnswersDamaged(
        name=path.name,
        faults=len(faults),
        reason=_lines([fault["id"] for fault in told]),
        reason_en=_lines([fault["en"] for fault in told]),
    )


def _lines(told: list[str]) -> str:
    return told[0] if len(told) == 1 else "".join(f"\n  {one}" for one in told)


def _shape(value: Plain | float) -> Text:
    """A value as a sentence names it: short ones as they are, others by their kind."""
    if isinstance(value, dict):
        return words("objek", "an object")
    if isinstance(value, list):
        return words("daftar", "a list")
    said = _quoted(value) if isinstance(value, str) else json.dumps(value)
    return words(said, said)


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= _LONGEST_QUOTE else f'{text[:_LONGEST_QUOTE]}…'}”"
