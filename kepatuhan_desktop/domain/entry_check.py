"""Say why an entry of others is not taken: its ids, its bounds, and the shape of its value.

What is taken can be projected: no value that passes here makes a screen or a table fail.
Entries of kinds that we do not know are kept as they are, within the same bounds.
"""

import re
from datetime import datetime

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import instrument_check
from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.scoring import answer_of
from kepatuhan_desktop.domain.seal import Amendment, Refusal, Return, Seal, Stamp, Withdrawal
from kepatuhan_desktop.domain.travel import Arrival, Dispatch, Receipt
from kepatuhan_desktop.domain.visit_plan import Visit, VisitPlan, is_day

LARGEST = 4 << 20
"""Bytes of an entry that holds an instrument, a seal or what we do not know."""
LARGE = 256 << 10
"""Bytes of any other entry."""
AUTHOR = 300
REPLACES = 1000
MOMENT = 40

_DEVICE = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_RECORD = re.compile(r"[a-z][a-z-]{0,30}:[!-~]{1,160}")
_SLOT = re.compile(r"[!-~]{1,160}")
_KIND = re.compile(r"[a-z][a-z_-]{0,30}")
_ROTATIONS = (0, 90, 180, 270)
_PIXELS = 10**6


class _Identity(msgspec.Struct):
    certificate: str


class _Trust(msgspec.Struct):
    text: str


_SHAPES: dict[str, type[object]] = {
    Kind.INSTITUTION: Institution,
    Kind.UNIT: Unit,
    Kind.PRODUCT: Product,
    Kind.INSTRUMENT: Instrument,
    Kind.ASSESSMENT: Profile,
    Kind.NOTE: str,
    Kind.EVIDENCE: Evidence,
    Kind.FINDING: Finding,
    Kind.REMARK: str,
    Kind.SEAL: Seal,
    Kind.REFUSAL: Refusal,
    Kind.AMENDMENT: Amendment,
    Kind.WITHDRAWAL: Withdrawal,
    Kind.STAMP: Stamp,
    Kind.IDENTITY: _Identity,
    Kind.TRUST: _Trust,
    Kind.DISPATCH: Dispatch,
    Kind.ARRIVAL: Arrival,
    Kind.RECEIPT: Receipt,
    Kind.RETURN: Return,
    Kind.PLAN: VisitPlan,
    Kind.VISIT: Visit,
}
_LASTING = frozenset(
    {
        *(Kind.INSTITUTION, Kind.UNIT, Kind.PRODUCT, Kind.INSTRUMENT, Kind.ASSESSMENT, Kind.SEAL),
        *(Kind.DISPATCH, Kind.ARRIVAL, Kind.RECEIPT),
    }
)
"""Kinds whose slots never fall empty."""
_ANSWER = Kind.ANSWER.value
_SMALL = frozenset({*_SHAPES, _ANSWER}) - {Kind.INSTRUMENT, Kind.SEAL, Kind.TRUST}


def fault(entry: Entry, size: int) -> str:
    """Why `entry`, of `size` bytes, is not taken, as a stable word; empty: it is."""
    if size > (LARGE if entry.kind in _SMALL else LARGEST):
        return "size"
    return _frame_fault(entry) or _value_fault(entry.kind, entry.value)


def _frame_fault(entry: Entry) -> str:
    if not _DEVICE.fullmatch(entry.device):
        return "device"
    if (entry.seq == 1) != (entry.previous is None):
        return "chain"
    if entry.previous is not None and not _DIGEST.fullmatch(entry.previous):
        return "ids"
    if len(entry.replaces) > REPLACES or not all(map(_DIGEST.fullmatch, entry.replaces)):
        return "ids"
    return _place_fault(entry)


def _place_fault(entry: Entry) -> str:
    if not (_RECORD.fullmatch(entry.record) and _SLOT.fullmatch(entry.slot)):
        return "place"
    if not _KIND.fullmatch(entry.kind):
        return "kind"
    if len(entry.author) > AUTHOR or not entry.author.isprintable():
        return "author"
    return "" if _is_moment(entry.at) else "moment"


def _is_moment(text: str) -> bool:
    try:
        return len(text) <= MOMENT and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _value_fault(kind: str, value: Json) -> str:
    if value is None:
        return "value" if kind in _LASTING else ""
    try:
        if kind == _ANSWER:
            answer_of(value)
            return ""
        shape = _SHAPES.get(kind)
        if shape is None:
            return ""
        found = codec.typed(value, shape)
    except msgspec.ValidationError:
        return "value"
    if isinstance(found, Instrument):
        return _instrument_fault(found)
    return "" if _digests_hold(found) else "value"


def _instrument_fault(instrument: Instrument) -> str:
    problems = instrument_check.check(instrument)
    return "instrument" if any(problem.refuses for problem in problems) else ""


def _digests_hold(found: object) -> bool:
    if isinstance(found, Evidence):
        return _is_piece(found)
    if isinstance(found, Seal):
        named = (found.scorecard, found.entries, found.instrument, found.details, found.drawn)
        return all(map(_DIGEST.fullmatch, (*named, *found.covers)))
    if isinstance(found, VisitPlan):
        return bool(_DIGEST.fullmatch(found.instrument.digest)) and is_day(found.day)
    if isinstance(found, Profile):
        return bool(_DIGEST.fullmatch(found.instrument.digest))
    return True


def _is_piece(piece: Evidence) -> bool:
    sizes = (piece.size, piece.width, piece.height, piece.order)
    return bool(
        _DIGEST.fullmatch(piece.digest)
        and (piece.derived_from is None or _DIGEST.fullmatch(piece.derived_from))
        and piece.rotation in _ROTATIONS
        and min(sizes) >= 0
        and max(piece.width, piece.height) <= _PIXELS
    )
