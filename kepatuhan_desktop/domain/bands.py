"""Round a score once and give it its category; always in that order."""

from fractions import Fraction

import msgspec

from kepatuhan_desktop.domain.instrument import Category, Instrument, Zone


class Bands(msgspec.Struct, frozen=True, eq=False):
    """An instrument's categories as integers, in units of the last rounded place."""

    places: int
    unit: int
    """How many units make 1."""
    rows: tuple[tuple[int, Category], ...]
    """Lowest score in units and its category, best first."""

    def units(self, exact: Fraction) -> int:
        """`exact` rounded half up, counted in units of the last place."""
        # floor(x * unit + 1/2) in integers: no float, no half-even surprise.
        return (2 * exact.numerator * self.unit + exact.denominator) // (2 * exact.denominator)

    def text(self, units: int) -> str:
        """Units as a decimal string with all its places."""
        if not self.places:
            return str(units)
        return f"{units // self.unit}.{units % self.unit:0{self.places}d}"

    def category(self, units: int) -> Category:
        """The category of a rounded score."""
        for lowest, category in self.rows:
            if units >= lowest:
                return category
        return self.rows[-1][1]

    def zone(self, units: int) -> Zone | None:
        """The zone of a rounded score."""
        return self.category(units).zone

    def next_better(self, units: int) -> tuple[int, Category] | None:
        """The next better category and its lowest score in units; None at the top."""
        better = None
        for lowest, category in self.rows:
            if units >= lowest:
                return better
            better = (lowest, category)
        return better


def bands_of(instrument: Instrument) -> Bands:
    """The categories of `instrument`, ready for integer comparison."""
    places = instrument.rounding.places
    unit = 10**places
    rows = tuple(
        (int(Fraction(category.lowest) * unit), category) for category in instrument.categories
    )
    return Bands(places, unit, rows)
