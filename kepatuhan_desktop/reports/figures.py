"""Write numbers, days and times as people read them."""

from datetime import date, datetime
from fractions import Fraction

from kepatuhan_desktop.reports.phrases import Phrases


def number(decimal: str, words: Phrases) -> str:
    """A decimal string with the language's decimal mark: 88,26."""
    return decimal.replace(".", words.decimal)


def percent(share: Fraction, words: Phrases) -> str:
    """A share of 1 as a percentage with two places, rounded half up."""
    hundredths = (2 * share.numerator * 10_000 + share.denominator) // (2 * share.denominator)
    return number(f"{hundredths // 100}.{hundredths % 100:02d}", words) + " %"


def difference(now: str, before: str) -> Fraction:
    """How much a score rose."""
    return Fraction(now) - Fraction(before)


def points(amount: Fraction, words: Phrases) -> str:
    """An amount without its sign, with two places."""
    hundredths = round(abs(amount) * 100)
    return number(f"{hundredths // 100}.{hundredths % 100:02d}", words)


def day(iso: str, words: Phrases) -> str:
    """A calendar day in words: 23 November 2026. What is no day is given back as it is."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{found.day} {words.months[found.month - 1]} {found.year}"


def short_day(iso: str, words: Phrases) -> str:
    """A calendar day, short: 23 Nov 2026. What is no day is given back as it is."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{found.day} {words.months_short[found.month - 1]} {found.year}"


def moment(iso: str, words: Phrases) -> str:
    """A day and a time of day as the clock there showed it, short: 23 Nov 2026 10.31."""
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    clock = words.clock.format(f"{found.hour:02d}", f"{found.minute:02d}")
    return f"{found.day} {words.months_short[found.month - 1]} {found.year} {clock}"
