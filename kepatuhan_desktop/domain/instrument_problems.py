"""Name what is wrong with a definition, and the rules that every part of it shares."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from kepatuhan_desktop.domain.instrument import EvidenceRule, Official, Text, Weight

Severity = Literal["error", "unsupported", "warning"]
"""`error`: wrong; `unsupported`: right, but this program cannot score it; `warning`: doubtful.

Errors and unsupported features refuse installation.
"""

MAX_PLACES = 6
"""Decimal places of a score."""
MAX_DIGITS = 20
"""Characters of a decimal; longer ones are a mistake or an attack."""

_DECIMAL = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
INSTRUMENT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
VERSION = re.compile(r"[0-9]+(\.[0-9]+)*", re.ASCII)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a definition."""

    place: str
    """JSON pointer (RFC 6901) into the definition; empty: the whole of it."""
    message: Text
    severity: Severity = "error"
    line: int | None = None
    """Line of the file, from 1; None where it did not come from a file with lines."""

    @property
    def refuses(self) -> bool:
        """Whether a definition with this problem is not installed."""
        return self.severity != "warning"

    def where(self, language: str = "id") -> str:
        """Line and place for a reader: `baris 42, /nodes/0/title`."""
        place = self.place or "/"
        if self.line is None:
            return place
        return f"{'line' if language == 'en' else 'baris'} {self.line}, {place}"


def words(indonesian: str, english: str) -> Text:
    """A sentence in both languages of the program."""
    return {"id": indonesian, "en": english}


def is_decimal(text: str) -> bool:
    """Whether `text` is a plain non-negative decimal such as `0`, `12` or `0.75`."""
    return len(text) <= MAX_DIGITS and _DECIMAL.fullmatch(text) is not None


def error(place: str, indonesian: str, english: str) -> Problem:
    return Problem(place=place, message=words(indonesian, english))


def warning(place: str, indonesian: str, english: str) -> Problem:
    return Problem(place=place, message=words(indonesian, english), severity="warning")


def unsupported(place: str, indonesian: str, english: str) -> Problem:
    return Problem(
        place=place,
        message=words(
            f"{indonesian}: dikenal formatnya, tetapi versi program ini belum dapat menilainya.",
            f"{english}: the format holds it, but this version of the program cannot score it.",
        ),
        severity="unsupported",
    )


def text_problems(place: str, text: Text) -> Iterator[Problem]:
    if not text.get("id", "").strip():
        yield error(
            place,
            "Teks bahasa Indonesia (id) kosong atau tidak ada.",
            "The Indonesian text (id) is missing.",
        )
    if not text.get("en", "").strip():
        yield warning(
            place, "Terjemahan Inggris (en) tidak ada.", "The English translation (en) is missing."
        )


def id_problems(place: str, value: str) -> Iterator[Problem]:
    if not _ID.fullmatch(value):
        yield error(
            place,
            f"Id “{value}” harus huruf, angka, titik, garis bawah, atau tanda hubung.",
            f"Id “{value}” must be letters, digits, dots, underscores or hyphens.",
        )


def weight_problems(place: str, weight: Weight) -> Iterator[Problem]:
    if not is_decimal(weight.value):
        yield not_decimal(f"{place}/value", weight.value)
    if weight.source.strip():
        return
    if weight.official is Official.YES:
        yield error(
            f"{place}/source",
            "Bobot resmi harus menyebut sumbernya.",
            "An official weight must name its source.",
        )
    else:
        yield warning(
            f"{place}/source",
            "Bobot tidak menyebut asalnya.",
            "The weight does not say where it comes from.",
        )


def evidence_problems(place: str, rules: tuple[EvidenceRule, ...]) -> Iterator[Problem]:
    for at, rule in enumerate(rules):
        yield from text_problems(f"{place}/evidence/{at}/label", rule.label)
        if rule.minimum < 1:
            yield error(
                f"{place}/evidence/{at}/minimum",
                "Jumlah bukti paling sedikit 1.",
                "At least 1 piece of evidence.",
            )


def all_zero(place: str, weights: Sequence[Weight]) -> Iterator[Problem]:
    if weights and all(is_decimal(one.value) and Decimal(one.value) == 0 for one in weights):
        yield error(
            place,
            "Semua bobot di sini 0; sedikitnya satu harus lebih.",
            "All weights here are 0; one must be above.",
        )


def not_decimal(place: str, value: str) -> Problem:
    return error(
        place,
        f"“{value}” bukan bilangan desimal tak negatif, misalnya 2 atau 0.5 (dengan titik).",
        f"“{value}” is not a non-negative decimal such as 2 or 0.5.",
    )


def unknown_reference(
    place: str, value: str, known: set[str], indonesian: str, english: str
) -> Iterator[Problem]:
    if value not in known:
        yield error(
            place, f"{indonesian} “{value}” tidak dikenal.", f"{english} “{value}” is unknown."
        )


def duplicates(
    named: Iterable[tuple[str, str]],
    indonesian: str,
    english: str,
    what: str = "Id",
    thing: str = "Id",
) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, value in named:
        if value in seen:
            yield error(
                place,
                f"{what} {indonesian} “{value}” sudah dipakai di {seen[value]}.",
                f"{thing} of {english} “{value}” is already used at {seen[value]}.",
            )
        seen.setdefault(value, place)
