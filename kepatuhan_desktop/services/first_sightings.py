"""Remember when the signatures of scorecards that bundles bring came to this device first.

The worker, which has each file in its hands anyway, says which signatures are in it; the
journal's thread notes them when the bundle is taken in. Nobody reads a file for this alone.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.named_files import files_of
from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceMissing
from kepatuhan_desktop.signing import gaps, paper
from kepatuhan_desktop.storage.sightings import Sightings
from kepatuhan_desktop.storage.vault import Vault

_SIGNED = frozenset({Kind.SEAL.value, Kind.STAMP.value})
"""Kinds of entries whose file is a signed PDF."""


class FirstSightings:
    """`keep` and `look_again` on the worker, then `note` on the journal's thread."""

    def __init__(self, vault: Vault, sightings: Sightings) -> None:
        self._vault = vault
        self._sightings = sightings
        self._found: dict[Digest, tuple[str, ...]] = {}

    def keep(self, entries: Iterable[Entry]) -> Callable[[bytes], object]:
        """`Vault.store` that looks for signatures in the files that seals and stamps name."""
        named = _named(entries)

        def store(data: bytes) -> None:
            digest = self._vault.store(data).digest
            if digest in named:
                self._found[digest] = gaps.digests(data)

        return store

    def look_again(self, fresh: Iterable[Entry], held: Iterable[Digest]) -> None:
        """Look into files that lie here although their entries are new: an import was broken off.

        `held` are those of the bundle that need not be stored.
        """
        for digest in (_named(fresh) & set(held)) - self._found.keys():
            try:
                self._found[digest] = gaps.digests(self._vault.load(digest))
            except (EvidenceDamaged, EvidenceMissing):
                continue  # whoever opens it is told

    def note(self, fresh: Iterable[Entry], files: Iterable[Digest], at: datetime) -> None:
        """These entries and files are taken in at this moment; what was seen before stays so."""
        seen = [one for digest in files for one in self._found.pop(digest, ())]
        # Before the entries are written: what was seen and is not taken in harms nobody.
        for entry in fresh:
            if entry.kind == Kind.SEAL and entry.value is not None:
                code = codec.typed(entry.value, Seal).paper
                if code.isascii() and paper.is_code(code):
                    seen.append(paper.digest(code))
        self._sightings.note(dict.fromkeys(seen), at)


def _named(entries: Iterable[Entry]) -> set[Digest]:
    return {digest for entry in entries if entry.kind in _SIGNED for digest in files_of(entry)}
