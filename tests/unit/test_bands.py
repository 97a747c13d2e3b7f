"""A number is rounded once, half up, and then named."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.domain.bands import bands_of
from kepatuhan_desktop.domain.instrument import Zone
from tests.builders.instruments import small

BANDS = bands_of(small())


@pytest.mark.parametrize(
    "exact,text",
    [
        (Fraction(0), "0.00"),
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0.00"),
        (Fraction(200, 3), "66.67"),
        (Fraction(87995, 1000), "88.00"),
        (Fraction(7797, 100), "77.97"),
        (Fraction(100), "100.00"),
    ],
)
def test_a_number_is_rounded_half_up(exact: Fraction, text: str) -> None:
    assert BANDS.text(BANDS.units(exact)) == text


@given(st.fractions(0, 100))
def test_rounding_moves_a_number_by_half_a_place_at_most(exact: Fraction) -> None:
    shift = Fraction(BANDS.units(exact), 100) - exact
    assert -Fraction(1, 200) < shift <= Fraction(1, 200)


@given(st.integers(0, 9999))
def test_a_higher_number_never_has_a_worse_category(units: int) -> None:
    names = "EDCBA"
    assert names.index(BANDS.category(units).id) <= names.index(BANDS.category(units + 1).id)


@pytest.mark.parametrize(
    "units,category,zone",
    [
        (8800, "A", Zone.GREEN),
        (8799, "B", Zone.GREEN),
        (7800, "B", Zone.GREEN),
        (7799, "C", Zone.YELLOW),
        (5399, "D", Zone.RED),
        (3199, "E", Zone.RED),
        (0, "E", Zone.RED),
    ],
)
def test_bounds_belong_to_the_better_category(units: int, category: str, zone: Zone) -> None:
    assert (BANDS.category(units).id, BANDS.zone(units)) == (category, zone)


@pytest.mark.parametrize("units,lowest", [(0, 3200), (3199, 3200), (7799, 7800), (8799, 8800)])
def test_the_next_better_category_is_the_one_above(units: int, lowest: int) -> None:
    found = BANDS.next_better(units)
    assert found is not None
    assert found[0] == lowest


def test_nothing_is_better_than_the_best() -> None:
    assert BANDS.next_better(8800) is None
