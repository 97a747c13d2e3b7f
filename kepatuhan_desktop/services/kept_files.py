"""Find every file of the vault that the journal names, and say where one belongs."""

from collections.abc import Iterable

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import assessment as assessments
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.seal import Seal, Stamp
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register


class Belonging(msgspec.Struct, frozen=True, kw_only=True):
    """Where a file belongs, as far as the workspace knows."""

    title: str
    """Its name, then indicator, unit, institution and period in brackets."""
    assessment: AssessmentId
    unit: str
    indicator: str
    """Code of the question; empty for a scorecard."""


def named_by(entries: Iterable[Entry]) -> dict[Digest, Entry]:
    """Every file that any entry names: undo and a seal reach removed evidence too."""
    found: dict[Digest, Entry] = {}
    for entry in entries:
        if entry.value is None:
            continue
        if entry.kind == Kind.EVIDENCE:
            found.setdefault(codec.typed(entry.value, Evidence).digest, entry)
        elif entry.kind == Kind.SEAL:
            found.setdefault(codec.typed(entry.value, Seal).scorecard, entry)
        elif entry.kind == Kind.STAMP:
            found.setdefault(codec.typed(entry.value, Stamp).digest, entry)
    return found


def belonging(entry: Entry, journal: Journal, register: Register) -> Belonging:
    """Where the file belongs that `entry`, one of those in `named_by`, names."""
    one = assessments.id_of(entry.record)
    name, indicator = "kartu-nilai-tte.pdf", ""
    if entry.kind == Kind.EVIDENCE:
        piece = codec.typed(entry.value, Evidence)
        name, indicator = piece.name, _code(piece, one, journal)
    elif entry.kind == Kind.SEAL:
        name = f"kartu-nilai-revisi-{codec.typed(entry.value, Seal).revision}.pdf"
    try:
        row = register.assessment(one)
    except KnownError:  # a table that cannot be read is told by another check
        row = None
    unit, place = (row.unit, [row.unit, row.institution, row.period]) if row else ("", [one])
    title = f"{name} ({' · '.join(word for word in (indicator, *place) if word)})"
    # Names came from elsewhere, and these are shown in a terminal.
    shown = "".join(mark if mark.isprintable() else " " for mark in title)
    return Belonging(title=shown, assessment=one, unit=unit, indicator=indicator)


def _code(piece: Evidence, one: AssessmentId, journal: Journal) -> str:
    try:
        state = journal.assessment(one)
        instrument = journal.instrument(state.profile.instrument.digest) if state else None
    except KnownError:
        instrument = None
    asked = instrument.indicators.get(piece.indicator) if instrument else None
    return asked.code if asked else piece.indicator
