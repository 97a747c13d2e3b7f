"""Check the scale of one indicator. Changes nothing."""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kepatuhan_desktop.domain.instrument import (
    ChecklistScale,
    CountScale,
    Indicator,
    OptionScale,
)
from kepatuhan_desktop.domain.instrument_problems import (
    Problem,
    duplicates,
    error,
    evidence_problems,
    id_problems,
    is_decimal,
    not_decimal,
    text_problems,
    unsupported,
    warning,
)

MAX_OPTIONS = 9
"""Answers are chosen with the keys 1 to 9."""


def scale_problems(place: str, it: Indicator) -> Iterator[Problem]:
    scale = it.scale
    if isinstance(scale, OptionScale):
        yield from _options(place, scale)
        return
    yield from evidence_problems(place, scale.evidence)
    if isinstance(scale, ChecklistScale):
        yield unsupported(place, "Skala daftar periksa", "Checklist scales")
        yield from _checklist(place, scale)
    elif isinstance(scale, CountScale):
        yield unsupported(place, "Skala jumlah", "Count scales")
        yield from _thresholds(place, scale)
    else:
        yield unsupported(place, "Skala rasio", "Ratio scales")
        yield from text_problems(f"{place}/part", scale.part)
        yield from text_problems(f"{place}/whole", scale.whole)


def _options(place: str, scale: OptionScale) -> Iterator[Problem]:
    yield from duplicates(
        ((f"{place}/options/{at}/id", it.id) for at, it in enumerate(scale.options)),
        "pilihan",
        "option",
    )
    if len(scale.options) < 2:  # noqa: PLR2004 - a question with one answer is none
        yield error(
            f"{place}/options",
            "Sedikitnya dua pilihan harus ada.",
            "There must be at least two options.",
        )
    if len(scale.options) > MAX_OPTIONS:
        yield error(
            f"{place}/options",
            f"Paling banyak {MAX_OPTIONS} pilihan, karena dipilih dengan tombol 1–{MAX_OPTIONS}.",
            f"At most {MAX_OPTIONS} options, for they are chosen with keys 1–{MAX_OPTIONS}.",
        )
    for at, option in enumerate(scale.options):
        here = f"{place}/options/{at}"
        yield from id_problems(f"{here}/id", option.id)
        yield from text_problems(f"{here}/label", option.label)
        yield from text_problems(f"{here}/descriptor", option.descriptor)
        yield from evidence_problems(here, option.evidence)
    named = (
        (f"{place}/options/{at}/value", option.value) for at, option in enumerate(scale.options)
    )
    yield from _values(f"{place}/options", list(named))


def _checklist(place: str, scale: ChecklistScale) -> Iterator[Problem]:
    for at, item in enumerate(scale.items):
        yield from text_problems(f"{place}/items/{at}", item)
    for at, position in enumerate(scale.mandatory):
        if not 0 <= position < len(scale.items):
            yield error(
                f"{place}/mandatory/{at}",
                f"Tidak ada butir ke-{position}.",
                f"There is no item {position}.",
            )
    if len(scale.levels) != len(scale.items) + 1:
        yield error(
            f"{place}/levels",
            f"Harus ada {len(scale.items) + 1} nilai: untuk 0 sampai {len(scale.items)} butir.",
            f"There must be {len(scale.items) + 1} values: for 0 to {len(scale.items)} items.",
        )
    yield from _values(
        f"{place}/levels", [(f"{place}/levels/{at}", it) for at, it in enumerate(scale.levels)]
    )


def _thresholds(place: str, scale: CountScale) -> Iterator[Problem]:
    counts = [
        (f"{place}/thresholds/{at}/0", count) for at, (count, _) in enumerate(scale.thresholds)
    ]
    bad = [(where, count) for where, count in counts if not is_decimal(count)]
    yield from (not_decimal(where, count) for where, count in bad)
    numbers = [] if bad else [Decimal(count) for _, count in counts]
    if any(high <= low for low, high in itertools.pairwise(numbers)):
        yield error(f"{place}/thresholds", "Ambang harus naik.", "Thresholds must rise.")
    values = [
        (f"{place}/thresholds/{at}/1", value) for at, (_, value) in enumerate(scale.thresholds)
    ]
    yield from _values(f"{place}/thresholds", values)


def _values(place: str, named: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Earned shares: decimals from 0 to 1, the best of them 1, from worst to best."""
    sound: list[Decimal] = []
    for where, value in named:
        if not is_decimal(value):
            yield not_decimal(where, value)
        elif Decimal(value) > 1:
            yield error(
                where, f"Nilai {value} di luar 0 sampai 1.", f"The value {value} is outside 0 to 1."
            )
        else:
            sound.append(Decimal(value))
    if len(sound) != len(named) or not sound:
        return
    if max(sound) < 1:
        yield error(
            place,
            "Pilihan terbaik harus bernilai 1; kalau tidak, nilai penuh tidak terjangkau.",
            "The best option must earn 1, or full marks are out of reach.",
        )
    if sound != sorted(sound):
        yield warning(
            place,
            "Urutkan pilihan dari terburuk ke terbaik.",
            "Order the options from worst to best.",
        )
