"""The record that is attached to a signed scorecard: everything that the score stands on.

Canonical JSON (RFC 8785), docs/formats/record.md. Whoever has it can reckon the total anew on
a page of paper, and whoever has the journal can find the entries that it came from.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import TypeVar

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.reckoning import (
    Difference,
    Paths,
    Rescored,
    Tree,
    instrument_row,
    paths_of,
    question,
    rescore,
    total_row,
)
from kepatuhan_desktop.domain.record_rows import IndicatorRow, JournalRow, Record, SignerRow
from kepatuhan_desktop.domain.scorecard import Line, Scorecard
from kepatuhan_desktop.domain.scoring import NotScored
from kepatuhan_desktop.domain.seal import Signature
from kepatuhan_desktop.errors import BugError

__all__ = [
    "INSTRUMENT",
    "LARGEST",
    "RECORD",
    "Difference",
    "Record",
    "Rescored",
    "Unreadable",
    "compose",
    "read",
    "read_instrument",
    "rescore",
    "strokes_digest",
]

T = TypeVar("T")

RECORD, INSTRUMENT = "record.json", "instrument.json"
"""Names of the attachments."""
LARGEST = 8 * 1024 * 1024
"""Bytes of a record or a definition that is read at all."""
_DEEPEST = 64
"""Brackets within brackets; a record has 5, an instrument two more for each level of nodes."""
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
_ALL_BUT_BRACKETS = bytes(one for one in range(256) if one not in b"[]{}")


class Unreadable(Exception):  # noqa: N818 - what is the matter with the bytes
    """Bytes that are no record, or no definition, of this format."""


def compose(
    card: Scorecard,
    *,
    amends: EntryId | None,
    covers: tuple[EntryId, ...],
    device: DeviceId,
    certificates: Mapping[str, Digest],
) -> bytes:
    """The canonical bytes of the record of a sealed scorecard.

    `certificates` names by role the SHA-256 of what signs. Raises `BugError` for a draft, and
    where two ways of reckoning disagree.
    """
    total = card.result.total
    if isinstance(total, NotScored) or card.sealed_at is None:
        raise BugError(f"{card.assessment}: no record of a draft")
    answers = {line.indicator: line.answer for line in card.lines if line.answer is not None}
    paths = paths_of(card.instrument.nodes)
    record = Record(
        format=1,
        assessment=card.assessment,
        revision=card.revision,
        amends=amends,
        corrects=card.corrects,
        sealed_at=card.sealed_at,
        place=card.place,
        device=device,
        institution=card.institution,
        unit=card.unit,
        product=card.product,
        profile=card.profile,
        earlier=card.earlier,
        instrument=instrument_row(card.instrument),
        indicators=tuple(_indicator(card.instrument, paths, line) for line in card.lines),
        nodes=Tree(card.instrument, answers).rows,
        total=total_row(total),
        remark=card.remark,
        journal=JournalRow(covers=covers, digest=card.journal),
        signers=tuple(_signer(one, certificates.get(one.role)) for one in card.signatures),
    )
    differences = rescore(record, card.instrument).differences
    if differences:
        raise BugError(f"{card.assessment}: {differences[0]}")
    return codec.canonical(record)


def read(data: bytes) -> Record:
    """The record that `data` is; raises `Unreadable` for anything but its canonical bytes."""
    return _read(data, Record)


def read_instrument(data: bytes) -> Instrument:
    """The definition that `data` is, whose digest is the SHA-256 of `data`.

    Raises `Unreadable` for anything but canonical bytes. What it says must still be looked at
    (`instrument_check`) before `rescore`.
    """
    return _read(data, Instrument)


def strokes_digest(signature: Signature) -> Digest | None:
    """SHA-256 of a signature's strokes as canonical JSON; None where there are none."""
    if not signature.strokes:
        return None
    return Digest(hashlib.sha256(codec.canonical(signature.strokes)).hexdigest())


def _read(data: bytes, kind: type[T]) -> T:
    if len(data) > LARGEST:
        raise Unreadable("too large")
    depth = 0
    for bracket in _STRINGS.sub(b"", data).translate(None, _ALL_BUT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        if depth > _DEEPEST:
            raise Unreadable("too deep")
    try:
        value = codec.decode(data, kind)
        again = codec.canonical(value)
    except ValueError as error:  # msgspec's errors, and text that is no Unicode
        raise Unreadable(str(error)) from error
    if again != data:
        raise Unreadable("not canonical")
    return value


def _signer(one: Signature, certificate: Digest | None) -> SignerRow:
    return SignerRow(
        role=one.role,
        person=one.person,
        refused_because=one.refused_because,
        strokes=strokes_digest(one),
        certificate=certificate,
    )


def _indicator(instrument: Instrument, paths: Paths, line: Line) -> IndicatorRow:
    asked = question(instrument, paths, line.indicator, line.answer)
    return IndicatorRow(
        id=line.indicator,
        note=line.note,
        evidence=line.evidence,
        findings=line.findings,
        **asked._asdict(),
    )
