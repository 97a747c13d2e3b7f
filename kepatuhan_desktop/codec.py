"""Turn values into canonical bytes and back; the only module that deals in untyped JSON."""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

Json = Any
"""A JSON value: strings, integers, booleans, null, lists, maps with string keys; no floats."""

# Sorted order equals RFC 8785 for what we store (ASCII keys, no floats); a property
# test compares the two, and this is 28 times faster on the answer path.
_encoder = msgspec.json.Encoder(order="sorted")


def canonical(value: object) -> bytes:
    """The RFC 8785 bytes of `value` (a struct or plain JSON without floats)."""
    return _encoder.encode(value)


def plain(value: object) -> Json:
    """`value` as plain JSON types."""
    return msgspec.to_builtins(value)


def typed(value: Json, kind: type[T]) -> T:
    """Plain JSON as an instance of `kind`; raises `msgspec.ValidationError` with the place."""
    return msgspec.convert(value, kind)


def decode(data: bytes, kind: type[T]) -> T:
    """JSON bytes as an instance of `kind`; raises `msgspec.DecodeError` or `ValidationError`."""
    return msgspec.json.decode(data, type=kind)


def loads(data: bytes) -> Json:
    """JSON bytes as plain types."""
    return msgspec.json.decode(data)
