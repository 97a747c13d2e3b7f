"""Reckon the score of an attached record anew, and hold it against what the page shows."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from kepatuhan_desktop.domain import record as records
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.instrument_check import check
from kepatuhan_desktop.domain.record import INSTRUMENT, RECORD, Record, Unreadable
from kepatuhan_desktop.domain.verdict import Printed, Statement, say
from kepatuhan_desktop.signing import paper

_SCORE = re.compile(
    r"^(?:NILAI AKHIR|FINAL SCORE)\s+([0-9]+(?:[.,][0-9]+)?)\s+(?:dari|of)\s", re.MULTILINE
)
"""The large number of the first page, in both languages of a scorecard."""
_CATEGORY = re.compile(r"[0-9.,]+\s+(?:Kategori|Category)\s+([^\n]+)")
"""What stands below that number: the category, and the colour of its zone where it has one."""
_ZONES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "green": ("Zona hijau", "green zone"),
        "yellow": ("Zona kuning", "yellow zone"),
        "red": ("Zona merah", "red zone"),
    }
)
_CUT = "…"
"""What was too wide for its place ends so."""
_SHORT = re.compile(r"^([0-9a-f]{4}(?: [0-9a-f]{4}){3})\s*$", re.MULTILINE)
"""What stands below the code on the page: the beginning of the record's digest."""


class Reckoned(msgspec.Struct, frozen=True, kw_only=True):
    """What came of reckoning anew."""

    score: Statement
    record: Record | None
    """None where there is none that can be read."""
    notes: tuple[Statement, ...] = ()

    @property
    def printed(self) -> Printed | None:
        """What the file says it is about."""
        return None if self.record is None else _printed(self.record)


def reckon(
    attachments: Mapping[str, bytes],
    digest: str,
    page: str,
    instruments: Mapping[tuple[str, str], Digest],
) -> Reckoned:
    """Reckon anew. `digest` is the SHA-256 of the attached record, `page` the first page's
    text, `instruments` the digests of the definitions that this device knows, by id and version.
    """
    if RECORD not in attachments or INSTRUMENT not in attachments:
        return Reckoned(score=say("score.record_missing"), record=None)
    try:
        record = records.read(attachments[RECORD])
    except Unreadable:
        return Reckoned(score=say("score.record_damaged"), record=None)
    named = record.instrument
    known = instruments.get((named.id, named.version))
    words = {"instrument": f"{named.id} {named.version}"}
    notes = () if known is not None else (say("note.instrument_unknown", **words),)
    instrument = _instrument(attachments[INSTRUMENT])
    if instrument is None or named.digest != instrument.digest or known not in {None, named.digest}:
        return Reckoned(score=say("score.instrument_differs", **words), record=record, notes=notes)
    return Reckoned(score=_score(record, instrument, digest, page), record=record, notes=notes)


def _instrument(data: bytes) -> Instrument | None:
    try:
        found = records.read_instrument(data)
    except Unreadable:
        return None
    return None if any(one.refuses for one in check(found)) else found


def _score(record: Record, instrument: Instrument, digest: str, page: str) -> Statement:
    said = record.total.value
    anew = records.rescore(record, instrument)
    reckoned = "–" if anew.total is None else anew.total.value
    if anew.differences:
        return say("score.differs", printed=said, reckoned=reckoned)
    category = record.total.category
    found = list(_SCORE.finditer(page))
    shown = {one[1].replace(",", ".") for one in found}
    for number in sorted(shown - {said}):
        return say("score.differs", printed=number, reckoned=reckoned)
    below = [_CATEGORY.match(page, one.end()) for one in found]
    named = [" ".join(one[1].split()) for one in below if one is not None]
    for words in named:
        if not _is_category(words, record):
            return say("score.category_differs", shown=words[:80], score=said, category=category)
    if set(_SHORT.findall(page)) - {paper.short(digest)}:
        return say("score.record_differs")
    if not named or len(named) < len(found):
        return say("score.page_unreadable", score=said, category=category)
    return say("score.ok", score=said, category=category)


def _is_category(shown: str, record: Record) -> bool:
    """Whether a page shows the category of a record, in either language, in full or cut off."""
    total = record.total
    zones = _ZONES.get(total.zone or "", ())
    whole = [f"{total.category} · {zone}" for zone in zones] or [str(total.category)]
    if shown.endswith(_CUT):
        begun = shown.removesuffix(_CUT).rstrip()
        return bool(begun) and any(one.startswith(begun) for one in whole)
    return shown in whole


def _printed(record: Record) -> Printed:
    return Printed(
        assessment=record.assessment,
        revision=record.revision,
        institution=record.institution.name,
        unit=record.unit.name,
        product=record.product.name if record.product is not None else "",
        period=record.profile.period,
        instrument=f"{record.instrument.id} {record.instrument.version}",
        score=record.total.value,
        category=record.total.category,
        zone=record.total.zone,
        sealed_at=record.sealed_at,
        place=record.place,
    )
