"""Find the files that ship beside the code: forms, fonts, icons, instruments, translations."""

from pathlib import Path

from kepatuhan_desktop.errors import BugError

_PACKAGE = Path(__file__).resolve().parent
# The wheel and the frozen program carry `ui/` and `resources/` inside the package;
# a checkout has them next to it.
_ROOTS = (_PACKAGE / "_bundled", _PACKAGE.parent)


def path(*parts: str) -> Path:
    """The existing file or folder `ui/…` or `resources/…`; raises `BugError` without it."""
    for root in _ROOTS:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise BugError(f"asset does not ship: {'/'.join(parts)}")
