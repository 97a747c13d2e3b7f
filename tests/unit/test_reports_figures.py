"""Numbers, days and times stand on paper as people read them."""

from fractions import Fraction

import msgspec
import pytest

from kepatuhan_desktop.reports import figures
from kepatuhan_desktop.reports.phrases import Phrases, phrases

ID, EN = phrases("id"), phrases("en")


def test_indonesian_numbers_have_a_decimal_comma() -> None:
    assert figures.number("88.26", ID) == "88,26"
    assert figures.number("88.26", EN) == "88.26"


@pytest.mark.parametrize(
    "share, printed",
    [
        (Fraction(1, 14), "7,14 %"),
        (Fraction(3, 7), "42,86 %"),
        (Fraction(1), "100,00 %"),
        (Fraction(1, 80_000), "0,00 %"),
        (Fraction(1, 20_000), "0,01 %"),
    ],
)
def test_percentages_are_rounded_half_up(share: Fraction, printed: str) -> None:
    assert figures.percent(share, ID) == printed


def test_a_difference_is_exact_and_printed_without_its_sign() -> None:
    assert figures.points(figures.difference("88.26", "63.67"), ID) == "24,59"
    assert figures.points(figures.difference("63.67", "88.26"), ID) == "24,59"


def test_days_have_long_months() -> None:
    assert figures.day("2026-11-23", ID) == "23 November 2026"
    assert figures.day("2024-08-01T09:00:00+07:00", ID) == "1 Agustus 2024"
    assert figures.day("2024-08-01", EN) == "1 August 2024"


def test_a_moment_is_what_the_clock_there_showed() -> None:
    assert figures.moment("2024-05-18T23:31:12.120+09:00", ID) == "18 Mei 2024 23.31"
    assert figures.moment("2024-05-18T23:31:12", EN) == "18 May 2024 23:31"


def test_what_is_no_date_is_printed_as_it_stands() -> None:
    assert figures.day("besok", ID) == "besok"
    assert figures.moment("tadi pagi", ID) == "tadi pagi"


def test_both_languages_have_words_for_everything() -> None:
    def empty(words: Phrases) -> list[str]:
        return [name for name, text in msgspec.structs.asdict(words).items() if not text]

    assert empty(ID) == []
    assert empty(EN) == []
    assert len(ID.months) == len(EN.months) == len(ID.months_short) == len(EN.months_short) == 12


def test_both_languages_fill_the_same_places() -> None:
    other = msgspec.structs.asdict(EN)
    for name, text in msgspec.structs.asdict(ID).items():
        if isinstance(text, str):
            assert sorted(_places(text)) == sorted(_places(str(other[name]))), name


def _places(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
