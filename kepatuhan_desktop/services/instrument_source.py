"""Read YAML or JSON text into plain values, keeping the line of every value. Runs nothing.

A stricter YAML than usual: no anchors, aliases, tags, merges, repeated keys or floats, and
only `true` and `false` are booleans, so that a definition reads the same in every tool.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepatuhan_desktop.domain.instrument_problems import Problem, words

if TYPE_CHECKING:
    import yaml

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]

MAX_DEPTH = 64
"""Levels of nesting; an instrument needs a dozen."""

_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
    re.ASCII,
)
_LITERALS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAX_INTEGER_DIGITS = 18


@dataclass
class Source:
    """What a text holds."""

    value: Plain = None
    """The text's value with every float as its text; None where nothing could be read."""
    lines: dict[str, int] = field(default_factory=dict)
    """Line, from 1, of each JSON pointer; empty for JSON."""
    problems: list[Problem] = field(default_factory=list)
    is_broken: bool = False
    """Whether reading stopped before the end."""

    def line(self, place: str) -> int | None:
        """Line of `place`, or of the nearest thing around it that has one."""
        while place not in self.lines and place:
            place = place.rpartition("/")[0]
        return self.lines.get(place)


class _StopError(Exception):
    def __init__(self, indonesian: str, english: str, place: str, line: int) -> None:
        super().__init__(english)
        self.problem = Problem(place=place, message=words(indonesian, english), line=line)


def pointer(place: str, key: str | int) -> str:
    """The JSON pointer of a member of `place`."""
    return f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}"


def from_yaml(text: str) -> Source:
    """The value of a YAML text; broken YAML gives one problem with line and column."""
    import yaml  # noqa: PLC0415 - costs start-up time that ordinary use does not need

    source = Source()
    events = _events(text)
    try:
        source.value = _Composer(events, source).document()
    except _StopError as stop:
        source.is_broken = True
        source.problems.append(stop.problem)
    except yaml.YAMLError as fault:
        source.is_broken = True
        source.problems.append(_broken_yaml(fault))
    return source


def from_json(text: str) -> Source:
    """The value of a JSON text; broken JSON gives one problem with line and column."""
    source = Source()
    try:
        value = json.loads(
            text, object_pairs_hook=_Members, parse_float=_Float, parse_constant=_Float
        )
        source.problems.extend(_json_problems(value, ""))
        source.value = value
    except json.JSONDecodeError as fault:
        source.is_broken = True
        source.problems.append(_broken(fault.lineno, fault.colno, fault.msg))
    except (RecursionError, ValueError):  # ValueError: an integer of thousands of digits
        source.is_broken = True
        source.problems.append(
            Problem(
                place="",
                message=words(
                    "JSON terlalu dalam atau memuat bilangan yang terlalu panjang.",
                    "The JSON is nested too deeply or holds too long a number.",
                ),
            )
        )
    return source


class _Float(str):
    """A JSON float, kept as its text until it is reported."""

    __slots__ = ()


class _Members(dict[str, Plain]):
    """A JSON object that remembers the names it was given twice."""

    def __init__(self, items: list[tuple[str, Plain]]) -> None:
        super().__init__(items)
        self.repeated = [
            key for key, times in Counter(key for key, _ in items).items() if times > 1
        ]


def _json_problems(value: Plain, place: str) -> Iterator[Problem]:
    if isinstance(value, _Float):
        yield _unquoted(place, value, None)
    elif isinstance(value, _Members):
        yield from (_repeated(pointer(place, key), key, None) for key in value.repeated)
        for key, member in value.items():
            yield from _json_problems(member, pointer(place, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _json_problems(item, pointer(place, at))


def _events(text: str) -> Iterator["yaml.Event"]:
    import yaml  # noqa: PLC0415 - as above

    # The C parser is ten times faster and may be absent.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
    return events


class _Composer:
    """Builds values from events, because PyYAML's own loses lines and lets repeated keys pass."""

    def __init__(self, events: Iterator["yaml.Event"], source: Source) -> None:
        import yaml  # noqa: PLC0415 - as above

        self._yaml = yaml
        self._events = events
        self._source = source

    def document(self) -> Plain:
        value: Plain = None
        seen = 0
        for event in self._events:
            if isinstance(event, self._yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    raise _StopError(
                        "Berkas memuat lebih dari satu dokumen YAML.",
                        "The file holds more than one YAML document.",
                        "",
                        _line(event),
                    )
                value = self._value(next(self._events), "", 0)
        return value

    def _value(self, event: "yaml.Event", place: str, depth: int) -> Plain:
        line = _line(event)
        self._source.lines.setdefault(place, line)
        self._refuse_tricks(event, place, line)
        if depth > MAX_DEPTH:
            raise _StopError(
                f"Lebih dari {MAX_DEPTH} tingkat bersarang.",
                f"More than {MAX_DEPTH} levels of nesting.",
                place,
                line,
            )
        if isinstance(event, self._yaml.SequenceStartEvent):
            return self._list(place, depth)
        if isinstance(event, self._yaml.MappingStartEvent):
            return self._map(place, depth)
        if isinstance(event, self._yaml.ScalarEvent):
            return self._scalar(event, place, line)
        raise _StopError("YAML tidak lengkap.", "The YAML is incomplete.", place, line)

    def _refuse_tricks(self, event: "yaml.Event", place: str, line: int) -> None:
        if isinstance(event, self._yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _StopError(
                "Jangkar dan alias YAML (& dan *) tidak diterima; tulis isinya lengkap.",
                "YAML anchors and aliases (& and *) are refused; write the content out.",
                place,
                line,
            )
        if getattr(event, "tag", None) is not None:
            raise _StopError(
                "Tanda jenis YAML (!) tidak diterima.", "YAML tags (!) are refused.", place, line
            )

    def _list(self, place: str, depth: int) -> Plain:
        items: list[Plain] = []
        for event in self._events:
            if isinstance(event, self._yaml.SequenceEndEvent):
                break
            items.append(self._value(event, pointer(place, len(items)), depth + 1))
        return items

    def _map(self, place: str, depth: int) -> Plain:
        members: dict[str, Plain] = {}
        for event in self._events:
            if isinstance(event, self._yaml.MappingEndEvent):
                break
            line = _line(event)
            self._refuse_tricks(event, place, line)
            if not isinstance(event, self._yaml.ScalarEvent):
                raise _StopError(
                    "Nama bidang harus teks.", "A field's name must be text.", place, line
                )
            key = event.value
            here = pointer(place, key)
            if key in members:
                self._source.problems.append(_repeated(here, key, line))
            # A one-line value starts on its key's line; a block starts below it.
            self._source.lines.setdefault(here, line)
            members[key] = self._value(next(self._events), here, depth + 1)
        return members

    def _scalar(self, event: "yaml.ScalarEvent", place: str, line: int) -> Plain:
        text = str(event.value)
        if not event.implicit[0]:  # quoted, or a block of text
            return text
        if text in _LITERALS:
            return _LITERALS[text]
        if _INTEGER.fullmatch(text) and len(text) <= _MAX_INTEGER_DIGITS:
            return int(text)
        if _FLOAT.fullmatch(text):
            self._source.problems.append(_unquoted(place, text, line))
        return text


def _line(event: "yaml.Event") -> int:
    return int(event.start_mark.line) + 1 if event.start_mark is not None else 1


def _repeated(place: str, key: str, line: int | None) -> Problem:
    return Problem(
        place=place,
        message=words(f"Bidang “{key}” ditulis dua kali.", f"The field “{key}” is written twice."),
        line=line,
    )


def _unquoted(place: str, literal: str, line: int | None) -> Problem:
    return Problem(
        place=place,
        message=words(
            f'Tulis {literal} sebagai teks, dengan tanda kutip: "{literal}".',
            f'Write {literal} as text, in quotes: "{literal}".',
        ),
        line=line,
    )


def _broken(line: int, column: int, detail: str) -> Problem:
    return Problem(
        place="",
        message=words(
            f"Susunan berkas rusak di baris {line} kolom {column} ({detail}); "
            "periksa lekukan, titik dua, dan tanda kutip.",
            f"The file is broken at line {line} column {column} ({detail}); "
            "check indentation, colons and quotes.",
        ),
        line=line,
    )


def _broken_yaml(fault: "yaml.YAMLError") -> Problem:
    import yaml  # noqa: PLC0415 - as above

    if isinstance(fault, yaml.MarkedYAMLError) and fault.problem_mark is not None:
        mark = fault.problem_mark
        return _broken(int(mark.line) + 1, int(mark.column) + 1, str(fault.problem))
    return Problem(
        place="",
        message=words(
            "Berkas memuat karakter yang tidak diterima YAML.",
            "The file holds a character that YAML does not accept.",
        ),
    )
