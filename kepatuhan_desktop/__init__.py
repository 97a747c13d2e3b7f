"""Assess whether a public-service office keeps the service standard the law demands."""

import sys

__version__ = "0.1.0"

# msgspec takes typing_extensions where it finds it, though the standard library has all that
# it needs from Python 3.11 on: 40 of the milliseconds until the first window. While msgspec
# is imported, it does not find it.
if "typing_extensions" not in sys.modules:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # None means "not there"
    import msgspec as _msgspec  # noqa: F401 - imported for its effect

    del sys.modules["typing_extensions"]
