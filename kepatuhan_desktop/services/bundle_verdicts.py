"""Look at a bundle without taking it in: its sender, and every sealed scorecard that lies in it.

The file is read three times from front to back, one scorecard in memory at a time: for its
digest, to prove what it holds, and to hand on the scorecards that its journal names.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.assessment import record_of
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EntryId, RecordId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.seal import Seal, Stamp
from kepatuhan_desktop.domain.sender import Signer
from kepatuhan_desktop.domain.verdict import Grade, SignerVerdict, Statement, Verdict, say, worst
from kepatuhan_desktop.errors import (
    BundleDamaged,
    BundleNeedsWorkspace,
    BundleSignatureWrong,
    BundleUnsafe,
)
from kepatuhan_desktop.exchange import entries
from kepatuhan_desktop.exchange.limits import MIB
from kepatuhan_desktop.exchange.reading import Parcel, Reader
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.signing import bundle_verdict, cms
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.statements import BECAUSE

if TYPE_CHECKING:
    import pyrage

MOST_NAMED = 100
"""Scorecards that the notes name; the rest is counted."""
_LONGEST_TITLE = 150
_SWEEPS = 3
_PARTS = 1000
_LINES = 1000
_NAMED = {
    Grade.BAD: "note.scorecard_bad",
    Grade.UNKNOWN: "note.scorecard_unknown",
    Grade.DOUBTFUL: "note.scorecard_doubtful",
}
_MORE = "note.scorecards_more"
_SCORES = {
    Grade.BAD: "score.scorecards_differ",
    Grade.UNKNOWN: "score.scorecards_unknown",
    Grade.DOUBTFUL: "score.scorecards_doubtful",
}


def examine(file: BinaryIO, name: str, knowledge: Knowledge, progress: Progress) -> Verdict:
    """The verdict about an open bundle called `name`. For the worker.

    Raises `BundleNeedsWorkspace`, `BundleNotForUs`, `BundleNewer`, `BundleTooLarge`,
    `BundleUnreadable`, `BundleChanged`, `KeysMissing`, `OSError`, and what `progress` raises.
    """
    digest = _digest(file, _Sweep(progress, 0))
    look = _Look(name, knowledge)
    try:
        parcel = look.reader.inspect_open(file, name, _Sweep(progress, 1))
    except (BundleDamaged, BundleSignatureWrong, BundleUnsafe) as error:
        fault = error.parameters.get("reason", "")
        return _verdict(bundle_verdict.refused(error.code, fault), digest)
    if parcel.damaged:  # taking it in passes over such a file; whole it is not
        fault = f"file {min(parcel.damaged)[:12]}"
        return _verdict(bundle_verdict.refused(BundleDamaged.code, fault), digest)
    last = _Sweep(progress, 2)
    named, refused = _scorecards(parcel.lines, last)
    enclosed = look.enclosed(file, parcel, named, last)
    sender = bundle_verdict.examine(*look.signature, parcel.signer.certificate, knowledge)
    notes = []
    if refused:
        notes.append(say("note.entries_refused", count=str(refused)))
    if missing := len(named.keys() - parcel.blobs.keys()):
        notes.append(say("note.scorecards_missing", count=str(missing)))
    return with_enclosed(_verdict(sender, digest, tuple(notes)), enclosed)


def with_enclosed(verdict: Verdict, enclosed: tuple[Verdict, ...]) -> Verdict:
    """The verdict about a bundle that holds these scorecards, summed up anew."""
    naming = {*_NAMED.values(), _MORE}
    others = (one for one in verdict.notes if one.code not in naming)
    return msgspec.structs.replace(
        verdict,
        score=_score(enclosed),
        notes=(*others, *_naming(enclosed)),
        enclosed=enclosed,
    )


class _Look:
    """One bundle, opened with what a device knows."""

    def __init__(self, name: str, knowledge: Knowledge) -> None:
        self.reader = Reader(self._verify, self._identities)
        self.signature = (b"", b"")
        """What was signed, and the CMS."""
        self._name = name
        self._knowledge = knowledge

    def enclosed(
        self,
        file: BinaryIO,
        parcel: Parcel,
        named: "dict[Digest, list[_Sealed]]",
        progress: Progress,
    ) -> tuple[Verdict, ...]:
        """The verdict about each scorecard that lies in the bundle, by digest."""
        from kepatuhan_desktop.signing import verification  # noqa: PLC0415 - imports pyHanko

        found: dict[Digest, Verdict] = {}
        wanted = named.keys() & parcel.blobs.keys()

        def look(data: bytes) -> None:
            verdict = verification.examine(data, self._knowledge)
            digest = Digest(verdict.digest)
            if not all(_fits(one, verdict) for one in named[digest]):
                notes = (*verdict.notes, say("note.bundle_differs"))
                verdict = msgspec.structs.replace(verdict, notes=notes)
            found[digest] = verdict
            progress.step(len(found), len(wanted))

        self.reader.harvest_open(
            file, parcel, wanted, look, _Counting(progress, found, len(wanted))
        )
        return tuple(found[digest] for digest in sorted(found))

    def _verify(self, signed: bytes, signature: bytes) -> Signer:
        self.signature = (signed, signature)
        return cms.verify_detached(signed, signature)

    def _identities(self) -> "Sequence[pyrage.x25519.Identity]":
        if self._knowledge.identities is None:
            raise BundleNeedsWorkspace(name=self._name)
        return self._knowledge.identities()


class _Sealed(msgspec.Struct, frozen=True):
    """What an entry of the bundle says that a PDF is."""

    record: RecordId
    seal: Seal | None
    """None: the bundle holds a stamped PDF without its seal."""


def _scorecards(
    lines: Sequence[bytes], progress: Progress
) -> tuple[dict[Digest, list[_Sealed]], int]:
    """The PDFs that the journal in the bundle speaks of, and how many of its lines are none."""
    seals: dict[EntryId, tuple[RecordId, Seal]] = {}
    stamps: list[tuple[RecordId, Stamp]] = []
    refused = 0
    for number, line in enumerate(lines):
        if not number % _LINES:
            progress.step(0, len(lines))
        # One at a time, because only few of them are kept.
        examined = entries.examine((line,))
        refused += len(examined.refused)
        for _, entry in examined.found:
            if _says(entry, Kind.SEAL):
                seals[entry.id] = (entry.record, codec.typed(entry.value, Seal))
            elif _says(entry, Kind.STAMP):
                stamps.append((entry.record, codec.typed(entry.value, Stamp)))
    named: dict[Digest, list[_Sealed]] = {}
    for record, seal in seals.values():
        named.setdefault(seal.scorecard, []).append(_Sealed(record, seal))
    for record, stamp in stamps:
        known = seals.get(stamp.seal)
        named.setdefault(stamp.digest, []).append(_Sealed(record, known[1] if known else None))
    return named, refused


def _says(entry: Entry, kind: Kind) -> bool:
    return entry.kind == kind and entry.value is not None


def _fits(one: _Sealed, verdict: Verdict) -> bool:
    """Whether a PDF is the one that was sealed, and shows what the seal says."""
    printed = verdict.printed
    if printed is None or one.record != record_of(AssessmentId(printed.assessment)):
        return False
    seal = one.seal
    return seal is None or (
        (seal.details, seal.drawn) == (verdict.record, verdict.drawn)
        and (seal.revision, seal.score, seal.category)
        == (printed.revision, printed.score, printed.category)
    )


def _score(enclosed: Sequence[Verdict]) -> Statement:
    if not enclosed:
        return say("score.no_scorecards")
    total, grade = str(len(enclosed)), worst(one.score for one in enclosed)
    if grade is Grade.GOOD:
        return say("score.scorecards", count=total)
    count = sum(one.score.grade is grade for one in enclosed)
    return say(_SCORES[grade], count=str(count), total=total)


def _naming(enclosed: Iterable[Verdict]) -> Iterator[Statement]:
    """A note on each scorecard that is not good, the worst first."""
    grades = list(_NAMED)
    serious = [one for one in enclosed if one.grade is not Grade.GOOD]
    serious.sort(key=lambda one: grades.index(one.grade))
    for one in serious[:MOST_NAMED]:
        words = {**one.gravest.parameters, BECAUSE: one.gravest.code, "scorecard": _title(one)}
        yield say(_NAMED[one.grade], **words)
    if len(serious) > MOST_NAMED:
        yield say(_MORE, count=str(len(serious) - MOST_NAMED))


def _title(verdict: Verdict) -> str:
    """Which scorecard it claims to be."""
    printed = verdict.printed
    parts = (printed.unit, printed.product, printed.period) if printed is not None else ()
    return " · ".join(filter(None, parts))[:_LONGEST_TITLE] or verdict.digest[:12]


def _verdict(sender: SignerVerdict, digest: str, notes: tuple[Statement, ...] = ()) -> Verdict:
    return Verdict(
        source="bundle",
        signers=(sender,),
        score=say("score.not_reckoned"),
        printed=None,
        notes=notes,
        digest=digest,
    )


def _digest(file: BinaryIO, progress: Progress) -> str:
    size, found, done = file.seek(0, 2), hashlib.sha256(), 0
    file.seek(0)
    while piece := file.read(MIB):
        found.update(piece)
        done += len(piece)
        progress.step(done, size)
    return found.hexdigest()


class _Sweep:
    """One reading of the file out of all."""

    def __init__(self, progress: Progress, place: int) -> None:
        self._progress = progress
        self._place = place

    def step(self, done: int, total: int, text: str = "") -> None:
        """Tell the share of the whole."""
        share = (self._place + min(1.0, done / max(1, total))) / _SWEEPS
        self._progress.step(int(_PARTS * share), _PARTS, text)


class _Counting:
    """Counts scorecards, not bytes: they are what takes the time."""

    def __init__(self, progress: Progress, found: dict[Digest, Verdict], total: int) -> None:
        self._progress = progress
        self._found = found
        self._total = total

    def step(self, done: int, total: int, text: str = "") -> None:  # noqa: ARG002 - see above
        """Tell how many are done."""
        self._progress.step(len(self._found), self._total, text)
