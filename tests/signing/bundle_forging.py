"""Bundles with signed scorecards in them, as they are or as a forger wants them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache

import msgspec
import pyrage

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.acts import SEAL
from kepatuhan_desktop.domain.assessment import record_of
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EntryId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.domain.seal import Seal, Stamp
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.exchange import bag, secrecy, writing
from kepatuhan_desktop.exchange.description import Description
from kepatuhan_desktop.services import verifying
from kepatuhan_desktop.signing import cms
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.signing.sources import Source
from tests.builders import bundles, entries, seals
from tests.signing import builders
from tests.signing.builders import NOW, Making


class Card(msgspec.Struct, frozen=True):
    """A sealed scorecard: how it was made, and what the journal says its PDF is."""

    made: Making
    pdf: bytes

    def seal(self, **changes: object) -> Seal:
        """What the journal says of it."""
        total = self.made.card.result.total
        assert isinstance(total, Score)
        plain = seals.a_seal(score=total.value)
        return msgspec.structs.replace(
            plain,
            **{
                "category": total.category,
                "revision": self.made.card.revision,
                "scorecard": bundles.digest(self.pdf),
                "drawn": bundles.digest(self.made.drawn),
                "details": bundles.digest(self.made.record),
                **changes,
            },
        )

    def entry(self, pen: entries.Device, **changes: object) -> Entry:
        """The entry of that seal."""
        record = record_of(AssessmentId(self.made.card.assessment))
        value = codec.plain(self.seal(**changes))
        return pen.write(SEAL, value, kind=Kind.SEAL, record=record)

    def stamped(self, pen: entries.Device, seal: EntryId, pdf: bytes) -> Entry:
        """An entry that says that it came back as `pdf`."""
        record = record_of(AssessmentId(self.made.card.assessment))
        stamp = Stamp(
            seal=seal,
            digest=bundles.digest(pdf),
            size=len(pdf),
            name="B",
            issuer="C",
            claimed_at="",
        )
        return pen.write(f"stamp/{seal}", codec.plain(stamp), kind=Kind.STAMP, record=record)


@cache
def card(number: int = 0) -> Card:
    """An honest scorecard of the auditor."""
    made = builders.making(builders.auditor(), number=number, trust=builders.headquarters().trust())
    return Card(made, made.signed())


@cache
def a_better_number() -> Card:
    """A scorecard whose page shows more than its answers earn, signed by the sender himself."""
    made = builders.making(
        builders.auditor(), number=9, trust=builders.headquarters().trust(), score="99,99"
    )
    return Card(made, made.signed())


def pen(source: Source) -> entries.Device:
    """Writes entries of that device."""
    return entries.Device(builders.fingerprint(source))


def described(source: Source, **changes: object) -> Description:
    """What a bundle of `source` says of itself."""
    plain = msgspec.structs.replace(bundles.described(), device=builders.fingerprint(source))
    return msgspec.structs.replace(plain, **changes)


def packed(
    source: Source,
    journal: Sequence[Entry] = (),
    files: Sequence[bytes] = (),
    *,
    at: datetime = NOW,
    said: Description | None = None,
) -> bytes:
    """The bytes of a bundle that `source` signs, as our writer makes it."""
    by_digest = {bundles.digest(data): data for data in files}
    content = bundles.content(journal, files, said or described(source))
    pieces = writing.pack(content, by_digest.get, lambda data: cms.sign_detached(data, source, at))
    return b"".join(pieces)


def sent(source: Source, *cards: Card, at: datetime = NOW) -> bytes:
    """An honest bundle with these scorecards."""
    writer = pen(source)
    journal = [writer.profile(), *(one.entry(writer) for one in cards)]
    return packed(source, journal, [*{one.pdf for one in cards}], at=at)


@cache
def honest() -> bytes:
    """A bundle of the auditor with two scorecards."""
    return sent(builders.auditor(), card(0), card(1))


def members(data: bytes) -> bundles.Members:
    """The files in a bundle, for a forger to change."""
    found: bundles.Members = []
    place = 0
    while data.startswith(b"PK\x03\x04", place):
        size = int.from_bytes(data[place + 18 : place + 22], "little")
        length = int.from_bytes(data[place + 26 : place + 28], "little")
        name = data[place + 30 : place + 30 + length].decode("ascii")
        place += 30 + length + size
        found.append((name, data[place - size : place]))
    return found


def rewritten(data: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    """The same with files changed, renamed or left out, and the archive made to fit."""
    kept = (change(name, content) for name, content in members(data))
    return bundles.zipped([one for one in kept if one is not None])


def redeclared(files: bundles.Members, sign: Callable[[bytes], bytes] | None = None) -> bytes:
    """All digests made to fit, and the signature as it was or by `sign`."""
    base = files[0][0].partition("/")[0]
    held = {name.partition("/")[2]: data for name, data in files}
    payload = {name: bag.sha256(it) for name, it in held.items() if name.startswith("data/")}
    held[bag.MANIFEST] = bag.manifest(payload)
    skipped = {*payload, bag.TAG_MANIFEST, bag.SIGNATURE}
    tags = {name: bag.sha256(it) for name, it in held.items() if name not in skipped}
    held[bag.TAG_MANIFEST] = bag.manifest(tags)
    if sign is not None:
        held[bag.SIGNATURE] = sign(held[bag.TAG_MANIFEST])
    return bundles.zipped([(f"{base}/{name}", it) for name, it in held.items()])


def encrypted(data: bytes, *keys: "pyrage.x25519.Identity") -> bytes:
    """The same for the holders of these keys."""
    out = bytearray()
    secrecy.encrypt(iter([data]), [str(one.to_public()) for one in keys], out.extend)
    return bytes(out)


def verdict(data: bytes, known: Knowledge | None = None) -> Verdict:
    """What a device says that follows `headquarters`."""
    known = known or builders.knowing(builders.headquarters().trust())
    return verifying.look(data, "hasil.paket", known)


def holding(*keys: "pyrage.x25519.Identity") -> Knowledge:
    """What a device knows that follows `headquarters` and can open what is for these keys."""
    known = builders.knowing(builders.headquarters().trust())
    return msgspec.structs.replace(known, identities=lambda: list(keys))


def swapped(data: bytes, old: bytes, new: bytes) -> bundles.Members:
    """The files with one PDF exchanged, under the name that its digest gives."""
    before, after = Digest(bag.sha256(old)), Digest(bag.sha256(new))
    return [
        (name.replace(before, after), new if content == old else content)
        for name, content in members(data)
    ]
