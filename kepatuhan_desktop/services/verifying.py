"""Look at something signed, with or without a workspace; the answer is a verdict.

`Verifying.context` on the journal's thread, `look` (or `Verifying.verify`) on the worker, then
`Verifying.conclude` on the journal's thread, which adds what this workspace knows about the
assessment and remembers when it saw each signature first.
"""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.clock import Clock
from kepatuhan_desktop.domain.acts import SEAL, acts_of
from kepatuhan_desktop.domain.assessment import record_of
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.domain.verdict import Grade, Statement, Verdict, say
from kepatuhan_desktop.errors import (
    EvidenceDamaged,
    EvidenceNotAccepted,
    EvidenceProtected,
    EvidenceTooLarge,
    NothingToVerify,
    PaperForeign,
    PaperMissing,
    StorageFailed,
)
from kepatuhan_desktop.exchange import reading
from kepatuhan_desktop.imaging import codes, isolated
from kepatuhan_desktop.imaging.standby import STANDBY
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services import bundle_verdicts, bundled_instruments
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.signing import paper, paper_verdict, trust_file
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.sightings import Sightings

if TYPE_CHECKING:
    import pyrage

    Identity = Callable[[], Sequence[pyrage.x25519.Identity]]

RELEASED = datetime(2026, 11, 23, tzinfo=UTC)
"""No honest clock shows less: the day from which this program is."""
LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is looked at."""
_PDF = b"%PDF-"
_HEADER = 1024
"""Bytes in which readers look for the beginning of a PDF."""
_LONGEST_TEXT = 4096
_UNWATCHED = Unwatched()


def look(
    given: bytes | Path, name: str, knowledge: Knowledge, progress: Progress = _UNWATCHED
) -> Verdict:
    """The verdict about a file, or about bytes or typed text called `name`. For the worker.

    A PDF or a bundle is one by its bytes, whatever it is called; an unsigned PDF that holds
    nothing but the picture of a sheet is read as a photo of it. Of several codes in one picture
    the first is judged, and a note counts the others. Raises `NothingToVerify`,
    `EvidenceTooLarge`, `PaperMissing`, `PaperDamaged`, `PaperForeign`, `PaperNewer`, what
    `bundle_verdicts.examine` raises, `StorageFailed`, and what `progress` raises.
    """
    progress.step(0, 1)
    try:
        # A pipe that nobody writes into would be waited for, without an end.
        if isinstance(given, Path) and given.exists() and not given.is_file():
            raise NothingToVerify(name=name)
        with given.open("rb") if isinstance(given, Path) else io.BytesIO(given) as file:
            return _looked(file, name, knowledge, progress)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StorageFailed(
            path=given if isinstance(given, Path) else name, reason=reason
        ) from error


def get_ready() -> None:
    """Start what the next PDF will need, a tenth of a second ahead. For the worker."""
    STANDBY.get_ready()


def _looked(file: BinaryIO, name: str, knowledge: Knowledge, progress: Progress) -> Verdict:
    head = file.read(_HEADER)
    # What a reader would open as a PDF is judged as one, whatever else it is.
    if _PDF not in head and reading.is_bundle(head):
        return bundle_verdicts.examine(file, name, knowledge, progress)
    size = file.seek(0, os.SEEK_END)
    if size > LARGEST:
        limit = f"{LARGEST // 1024**2} MiB"
        raise EvidenceTooLarge(name=name, found=f"{size // 1024**2} MiB", limit=limit)
    file.seek(0)
    data = file.read(LARGEST)
    if _PDF in head:
        get_ready()
        from kepatuhan_desktop.signing import verification  # noqa: PLC0415 - imports pyHanko

        verdict = verification.examine(data, knowledge)
        if not _is_unsigned(verdict):
            return verdict
        return _of_unsigned(verdict, data, name, knowledge, progress)
    text = _typed(data)
    if text is not None:
        return paper_verdict.examine(text, knowledge)
    return _of_codes(_pictured(data, name, progress), knowledge)


def knowledge(
    now: datetime,
    trusts: Iterable[Trust] = (),
    *,
    seen: dict[str, datetime] | None = None,
    own: tuple[bytes, ...] = (),
    instruments: dict[tuple[str, str], Digest] | None = None,
    identities: "Identity | None" = None,
) -> Knowledge:
    """What a device knows; without a workspace, no more than the time and given trust files.

    Of each authority the newest file counts, whatever else was given. Raises what
    `trust_file.newest` raises.
    """
    # An older file says nothing of later revocations, and must not be asked first.
    followed = trust_file.newest(trusts)
    issued = (datetime.fromisoformat(trust.issued_at) for trust in followed)
    return Knowledge(
        now=now,
        # Nothing of our own making counts here: a clock that ran ahead for a day would
        # otherwise make every later day look wrong.
        floor=max([RELEASED, *issued]),
        trusts=followed,
        seen=seen or {},
        instruments=_bundled() if instruments is None else instruments,
        own=own,
        identities=identities,
        page=isolated.words,
    )


class Verifying:
    """Verification with what a workspace knows."""

    def __init__(
        self,
        journal: Journal,
        sightings: Sightings,
        identities: Identities,
        instruments: Instruments,
        clock: Clock,
        key: "Callable[[], pyrage.x25519.Identity]",
    ) -> None:
        """`key` opens bundles that are encrypted to this device."""
        self._journal = journal
        self._sightings = sightings
        self._identities = identities
        self._instruments = instruments
        self._clock = clock
        self._key = key
        self._context: Knowledge | None = None

    def context(self, trusts: Iterable[Trust] = ()) -> Knowledge:
        """What this workspace knows now, and other trust files; kept for the next `verify`."""
        certificate = self._identities.certificate()
        known = _bundled()
        for row in self._instruments.installed():
            known[row.id, row.version] = row.digest
        self._context = knowledge(
            self._clock.now(),
            (*self._identities.trust(), *trusts),
            seen=self._sightings.all(),
            own=(certificate,) if certificate is not None else (),
            instruments=known,
            identities=lambda: [self._key()],
        )
        return self._context

    def verify(self, given: bytes | Path, name: str, progress: Progress = _UNWATCHED) -> Verdict:
        """The verdict by the latest `context`. For the worker; raises what `look` raises."""
        return look(given, name, self._context or knowledge(self._clock.now()), progress)

    def conclude(self, verdict: Verdict) -> Verdict:
        """Remember that these signatures were seen, and add what the journal says about them."""
        proved = [
            signer.digest
            for one in (verdict, *verdict.enclosed)
            for signer in one.signers
            if _is_proved(signer.unchanged)
        ]
        self._sightings.note(proved, self._clock.now())
        if verdict.source == "bundle":
            enclosed = tuple(map(self._noted, verdict.enclosed))
            return bundle_verdicts.with_enclosed(verdict, enclosed) if enclosed else verdict
        return self._noted(verdict)

    def _noted(self, verdict: Verdict) -> Verdict:
        return msgspec.structs.replace(verdict, notes=(*verdict.notes, *self._notes(verdict)))

    def _notes(self, verdict: Verdict) -> list[Statement]:
        if verdict.printed is None:
            return []
        record = record_of(AssessmentId(verdict.printed.assessment))
        entries = self._journal.history(record)
        seals = {
            entry.id: codec.typed(entry.value, Seal)
            for entry in entries
            if entry.kind == Kind.SEAL and entry.slot == SEAL and entry.value is not None
        }
        same = {
            one: seal for one, seal in seals.items() if seal.revision == verdict.printed.revision
        }
        if not seals:
            return []
        fitting = {one: seal for one, seal in same.items() if _fits(seal, verdict)}
        notes = [say("note.known")] if fitting else []
        if same and not fitting:
            is_drawn = any(seal.details == verdict.record for seal in same.values())
            notes.append(say("note.drawn_differs" if is_drawn else "note.seal_differs"))
        latest = max(seal.revision for seal in seals.values())
        if latest > verdict.printed.revision:
            notes.append(say("note.amended", revision=str(latest)))
        return notes + self._withdrawn(record, frozenset(fitting))

    def _withdrawn(self, record: RecordId, seals: frozenset[EntryId]) -> list[Statement]:
        heads: dict[Slot, tuple[Entry, ...]] = {}
        for entry in self._journal.heads_of(record):
            heads[entry.slot] = (*heads.get(entry.slot, ()), entry)
        return [
            say("note.withdrawn", name=one.person.name, reason=one.reason)
            for one in acts_of(heads).withdrawals
            if one.seal in seals
        ]


def _is_proved(unchanged: Statement) -> bool:
    """Whether a signature is really there; a file with a broken one is worth no memory."""
    return unchanged.grade is Grade.GOOD


def _fits(seal: Seal, verdict: Verdict) -> bool:
    """Whether something says what was sealed: by its record and, of a PDF, its pages."""
    if verdict.source == "paper":
        return bool(verdict.record) and seal.details.startswith(verdict.record)
    return seal.details == verdict.record and seal.drawn == verdict.drawn


def _bundled() -> dict[tuple[str, str], Digest]:
    return {
        (one, version): bundled_instruments.load_bundled(one, version).digest
        for one, version, _ in bundled_instruments.bundled()
    }


def _typed(data: bytes) -> str | None:
    """The code that somebody typed or pasted; None where the bytes are no such text."""
    if len(data) > _LONGEST_TEXT:
        return None
    try:
        text = data.decode("ascii").strip()
    except UnicodeDecodeError:
        return None
    return text if paper.is_code(text) else None


def _is_unsigned(verdict: Verdict) -> bool:
    # Scanners write PDFs that are not quite to the letter of the standard.
    return {note.code for note in verdict.notes} <= {"note.unsigned", "note.damaged"} and (
        not verdict.signers
    )


def _of_unsigned(
    verdict: Verdict, data: bytes, name: str, knowledge: Knowledge, progress: Progress
) -> Verdict:
    """The verdict about an unsigned PDF: about the sheet that a scanner made it of, if it is one.

    A PDF with words in it came from a computer, or from a scanner that reads. The code on it
    vouches for none of these words: what is said about the file stays, with a way out beside it.
    """
    has_words = bool(isolated.words(data).strip())
    # A code that only better pictures show is none that such a file was made for.
    attempts = _first_way if has_words else isolated.attempts
    try:
        found = _ours(_codes(data, name, progress, attempts))
    except (EvidenceDamaged, EvidenceProtected):
        return verdict
    if not found:
        return verdict
    if has_words:
        return _with_note(verdict, say("note.code_on_page"))
    return _of_codes(found, knowledge)


def _of_codes(texts: Sequence[str], knowledge: Knowledge) -> Verdict:
    """The verdict about the first of the codes in a picture, and how many others there are."""
    verdict = paper_verdict.examine(texts[0], knowledge)
    if len(texts) == 1:
        return verdict
    return _with_note(verdict, say("note.more_codes", count=str(len(texts) - 1)))


def _with_note(verdict: Verdict, note: Statement) -> Verdict:
    return msgspec.structs.replace(verdict, notes=(*verdict.notes, note))


def _pictured(data: bytes, name: str, progress: Progress) -> tuple[str, ...]:
    """The codes of ours in a picture."""
    try:
        found = _codes(data, name, progress)
    except (EvidenceDamaged, EvidenceNotAccepted, EvidenceProtected) as error:
        raise NothingToVerify(name=name) from error
    ours = _ours(found)
    if not ours:
        raise PaperMissing(name=name) if not found else PaperForeign()
    return ours


def _ours(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(paper.is_code, texts))


def _codes(
    data: bytes, name: str, progress: Progress, attempts: codes.Attempts = isolated.attempts
) -> tuple[str, ...]:
    # Whoever hands it over may have made it: no decoder sees it where the keys are.
    return codes.texts(data, name, wanted=paper.is_code, progress=progress, attempts=attempts)


def _first_way(data: bytes, name: str) -> Iterator[codes.Attempt]:
    """The quickest look at each page."""
    return takewhile(lambda one: one.done < one.total // codes.WAYS, isolated.attempts(data, name))
