"""Give the time and fresh ids; the only place where chance and the clock come in."""

import secrets
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Wall clock: shown to people, never used to decide an order."""

    def now(self) -> datetime:
        """The present moment, with its UTC offset."""


class Ids(Protocol):
    """A source of ids that never repeat."""

    def new(self) -> str:
        """A fresh id: 26 lower-case characters, safe in file names."""


class SystemClock:
    """The machine's clock in its local zone."""

    def now(self) -> datetime:
        """The present moment to the millisecond."""
        return datetime.now(UTC).astimezone()


_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


class RandomIds:
    """130 random bits as 26 characters of Crockford's base 32."""

    def new(self) -> str:
        """A fresh random id."""
        number = secrets.randbits(130)
        return "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in range(25, -1, -1))


def stamp(moment: datetime) -> str:
    """`moment` as the journal writes it: ISO 8601, milliseconds, offset."""
    return moment.isoformat(timespec="milliseconds")
