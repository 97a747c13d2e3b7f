"""Say every statement of a verdict in Indonesian and English (docs/formats/verdicts.md)."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from kepatuhan_desktop.statements import contents, signatures
from kepatuhan_desktop.wording import REASONS


class Said(Protocol):
    """What `sentence` asks of a statement."""

    @property
    def code(self) -> str:
        """Such as `unchanged.ok`."""

    @property
    def parameters(self) -> Mapping[str, str]:
        """What the sentence shows."""


SENTENCES: dict[str, dict[str, str]] = {**contents.SENTENCES, **signatures.SENTENCES}
"""Sorted by code."""

BECAUSE = "because"
"""The parameter that holds the code of another statement, whose sentence is shown."""
_FAULT = "fault"
_NUMBERS = frozenset({"printed", "reckoned", "score"})
_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?)?")


class _Parameters(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(statement: Said, language: str = "id") -> str:
    """The sentence for a statement, moments as people write them; what it lacks reads "?"."""
    return _said(statement.code, statement.parameters, language)


def _said(code: str, parameters: Mapping[str, str], language: str) -> str:
    words = SENTENCES[code]
    told = language if language in words else "id"
    shown = _Parameters(
        {name: _shown(name, value, told) or "–" for name, value in parameters.items()}
    )
    if (because := parameters.get(BECAUSE)) in SENTENCES:
        # One sentence gives another one as its reason, and takes its parameters along.
        rest = {name: value for name, value in parameters.items() if name != BECAUSE}
        shown[BECAUSE] = _said(because, rest, told)
    return words[told].format_map(shown)


def _shown(name: str, value: str, language: str) -> str:
    # Names come from strangers: nothing in them may move a terminal's cursor.
    value = "".join(one if one.isprintable() else " " for one in value)
    if name == _FAULT and (reason := REASONS.get(value)) is not None:
        return reason[language]
    if name in _NUMBERS and language == "id":
        return value.replace(".", ",")
    if _MOMENT.fullmatch(value) is None:
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    month = _MONTHS[language].split()[moment.month - 1]
    day = f"{moment.day} {month} {moment.year}"
    if "T" not in value:
        return day
    point = "." if language == "id" else ":"
    zone = moment.strftime("%z")
    offset = {"": "", "+0000": " UTC"}.get(zone, f" UTC{zone[:3]}{point}{zone[3:]}")
    return f"{day} {moment:%H}{point}{moment:%M}{offset}"
