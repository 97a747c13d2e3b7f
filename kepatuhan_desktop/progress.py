"""Tell a long operation's caller how far it is, and let the caller stop it."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - a decision of the user, not an error
    """The user stopped the operation; nothing half-done remains."""


class Progress(Protocol):
    """Reports steps and carries the wish to stop."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report that `done` of `total` parts are finished; raise `Cancelled` if asked to stop."""


class Unwatched:
    """A progress that nobody looks at and nobody cancels."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Do nothing."""
