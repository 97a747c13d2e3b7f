"""Take JSON of others in its canonical form only: no doubles, no floats, no abyss."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json

DEPTH = 40
"""Lists and maps inside each other."""
LARGEST = 2**53 - 1


class Refused(ValueError):  # noqa: N818 - says what was done with the bytes
    """These bytes are not taken; `str()` is the reason, a stable word."""


def load(data: bytes) -> Json:
    """What `data` holds; raises `Refused`.

    `data` must be the one canonical form of its value (RFC 8785): a key that stands twice,
    other spacing, escapes or order give other bytes and are refused by that.
    """
    try:
        value = codec.loads(data)
        canonical = codec.canonical(value)
    except RecursionError as error:
        raise Refused("depth") from error
    except ValueError as error:  # what msgspec raises, and wrong UTF-8
        raise Refused("syntax") from error
    require_plain(value)
    if canonical != data:
        raise Refused("form")
    return value


def require_plain(value: Json, within: int = 0) -> None:
    """Raise `Refused` for floats, for integers that not every reader keeps, and for depth.

    `value` stands inside so many lists and maps already.
    """
    level: list[Json] = [value]
    for _ in range(DEPTH + 1 - within):
        below: list[Json] = []
        is_nested = False
        for one in level:
            kind = type(one)
            # Most values are text; one comparison each is all they cost.
            if kind is str:
                continue
            if kind is dict or kind is list:
                is_nested = True
                below += one.values() if kind is dict else one
            elif kind is float or (kind is int and abs(one) > LARGEST):
                raise Refused("number")
        if not is_nested:
            return
        level = below
    raise Refused("depth")
