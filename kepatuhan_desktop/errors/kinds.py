"""The two kinds of errors: the world's fault, and ours."""

from typing import ClassVar


class KnownError(Exception):
    """A fault outside the program, with parameters for its sentence."""

    code: ClassVar[str]
    """Stable; never reused for another meaning (docs/formats/exit-codes.md)."""
    exit_status: ClassVar[int]
    """Process exit status of the command line."""

    def __init__(self, **parameters: object) -> None:
        self.parameters: dict[str, str] = {name: str(value) for name, value in parameters.items()}
        detail = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        super().__init__(f"{self.code}: {detail}" if detail else self.code)


class BugError(Exception):
    """The program contradicts itself; report it, nothing the user does can mend it."""
