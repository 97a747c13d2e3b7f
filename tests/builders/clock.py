"""A clock that stands still until told, and ids that count."""

from datetime import datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7))
START = datetime(2024, 8, 12, 9, 0, tzinfo=WIB)


class FixedClock:
    """Says what it was told, a second later each time it is wound on."""

    def __init__(self, moment: datetime = START) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """The moment that was set."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Jump, forward or back, as laptop clocks do."""
        self._moment = moment

    def wind(self, seconds: float = 1) -> None:
        """Let time pass."""
        self._moment += timedelta(seconds=seconds)


class CountingIds:
    """Ids of 26 characters that count; the prefix keeps two devices apart."""

    def __init__(self, prefix: str = "a") -> None:
        self._prefix = prefix
        self._last = 0

    def new(self) -> str:
        """The next id."""
        self._last += 1
        return self._prefix + f"{self._last:0{26 - len(self._prefix)}d}"
