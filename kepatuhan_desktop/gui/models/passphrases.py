"""Estimate how long a passphrase would hold out, for a hint while it is typed."""

from enum import IntEnum
from itertools import pairwise
from math import log2

from kepatuhan_desktop.signing.authority import SHORTEST_PASSPHRASE

LEAST = SHORTEST_PASSPHRASE
"""Characters below which a passphrase is not taken."""

_FAIR_BITS = 50
_GOOD_BITS = 70
_POOLS = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))
_REST = 20


class Strength(IntEnum):
    """How a passphrase looks."""

    EMPTY = 0
    SHORT = 1
    WEAK = 2
    FAIR = 3
    GOOD = 4


def strength(text: str) -> Strength:
    """A guess from length and variety; it knows no dictionary, so it is a hint and no proof."""
    if not text:
        return Strength.EMPTY
    if len(text) < LEAST:
        return Strength.SHORT
    bits = _effective_length(text) * log2(_pool(text))
    if bits >= _GOOD_BITS:
        return Strength.GOOD
    return Strength.FAIR if bits >= _FAIR_BITS else Strength.WEAK


def _pool(text: str) -> int:
    found = sum(size for is_of, size in _POOLS if any(is_of(sign) for sign in text))
    return found + (_REST if any(not sign.isalnum() for sign in text) else 0) or _REST


def _effective_length(text: str) -> int:
    # A sign that follows from the one before, as in "aaaa" or "1234", adds nothing.
    steps = [ord(second) - ord(first) for first, second in pairwise(text)]
    dull = sum(step in {-1, 0, 1} and step == before for before, step in pairwise(steps))
    return min(len(text) - dull, len(set(text)) * 2)
