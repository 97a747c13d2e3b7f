"""Which files an entry names: what must travel with it, and what must not be missing."""

import re

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.journal import Entry, Kind

FILES = "files"
"""Where an entry of a kind that we do not know lists the files that belong to it."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_KEYS = {
    Kind.EVIDENCE.value: ("digest",),
    Kind.SEAL.value: ("scorecard",),
    Kind.STAMP.value: ("digest",),
}
_BOOKKEEPING = frozenset({Kind.DISPATCH, Kind.ARRIVAL, Kind.RECEIPT})
_WITHOUT = frozenset(one.value for one in Kind) - _KEYS.keys()
"""Kinds that we know and that name no file, as nearly every entry is."""

TELLTALES = (*(f'"kind":"{kind}"'.encode() for kind in sorted(_KEYS)), f'"{FILES}":['.encode())
"""One of them stands in the canonical bytes of every entry that names a file."""


def files_of(entry: Entry) -> tuple[Digest, ...]:
    """The digests of the files without which `entry` is not whole."""
    kind, value = entry.kind, entry.value
    if kind in _WITHOUT or not isinstance(value, dict):
        return ()
    if kind in _KEYS:
        named = [value.get(key) for key in _KEYS[kind]]
    else:
        listed = value.get(FILES)
        named = listed if isinstance(listed, list) else []
    return tuple(Digest(one) for one in named if isinstance(one, str) and _DIGEST.fullmatch(one))


def is_bookkeeping(entry: Entry) -> bool:
    """Whether it is about bundles only; nothing waits in the outbox for its sake."""
    return entry.kind in _BOOKKEEPING
