"""Attach evidence: first the file, durably, then the entry that names it.

`keep` and `copies` are for the worker; everything else writes the journal and belongs to
the thread that owns it.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain.assessment import evidence_slot
from kepatuhan_desktop.domain.evidence import Evidence, StoredFile
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EvidenceId, IndicatorId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.errors import (
    DiskFull,
    EvidenceTooLarge,
    EvidenceUnreadable,
    InputInvalid,
    StorageFailed,
    WorkspaceReadOnly,
)
from kepatuhan_desktop.imaging import ingest, isolated
from kepatuhan_desktop.imaging.ingest import Inspected
from kepatuhan_desktop.imaging.recognition import MediaType
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.editing import Change, Editing
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.vault import Vault

_NAME = 120
"""Characters of a file name that are kept."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A file that lies safely in the vault and is not yet in the journal."""

    file: StoredFile
    inspected: Inspected
    name: str
    source: str


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """Pictures made from a piece of evidence; None for office files."""

    thumbnail: bytes | None
    """JPEG, 320 pixels."""
    print_copy: bytes | None
    """JPEG, 1600 pixels."""


class Attaching:
    """The evidence of assessments."""

    def __init__(
        self, vault: Vault, assessments: Assessments, editing: Editing, pen: Pen, ids: Ids
    ) -> None:
        self._vault = vault
        self._assessments = assessments
        self._editing = editing
        self._pen = pen
        self._ids = ids
        self._attached: set[Digest] = set()
        """Files that somebody at this device gave in this session."""

    def keep(
        self, data: bytes, name: str, source: str = "file", progress: Progress | None = None
    ) -> Kept:
        """Check a file's structure and store it durably. For the worker.

        Raises `EvidenceNotAccepted`, `EvidenceDamaged`, `EvidenceTooLarge`, `DiskFull` …; then
        nothing was kept. A picture whose structure is whole can still fail in `copies`.
        """
        (progress or Unwatched()).step(0, 1, name)
        inspected = ingest.glance(data, name)
        stored = self._vault.store(data)
        self._attached.add(stored.digest)
        return Kept(file=stored, inspected=inspected, name=_shown(name), source=source)

    def keep_file(self, path: Path, source: str = "file", progress: Progress | None = None) -> Kept:
        """Read, check and store a file. For the worker.

        Raises `EvidenceUnreadable`, and what `keep` raises.
        """
        return self.keep(_read(path), path.name, source, progress)

    def attach(
        self, one: AssessmentId, indicator: IndicatorId, kept: Kept, caption: str = ""
    ) -> tuple[EvidenceId, Changes]:
        """Name a kept file in the journal; only now is it evidence.

        Raises `InputInvalid` for a question that its instrument does not have.
        """
        self._assessments.indicator(one, indicator)
        state = self._assessments.get(one)
        piece = Evidence(
            indicator=indicator,
            digest=kept.file.digest,
            size=kept.file.size,
            name=kept.name,
            media_type=kept.inspected.media_type.value,
            caption=caption,
            taken_at=kept.inspected.taken_at,
            added_at=self._pen.now(),
            source=kept.source,
            width=kept.inspected.width,
            height=kept.inspected.height,
            order=sum(slot.startswith(f"{Kind.EVIDENCE.value}/") for slot in state.heads),
        )
        name = EvidenceId(self._ids.new())
        return name, self._put(one, name, piece)

    def caption(self, one: AssessmentId, evidence: EvidenceId, text: str) -> Changes:
        """Say what the picture shows."""
        return self._put(
            one, evidence, msgspec.structs.replace(self._piece(one, evidence), caption=text.strip())
        )

    def rotate(self, one: AssessmentId, evidence: EvidenceId, quarter_turns: int = 1) -> Changes:
        """Turn clockwise for display and print; the original stays as it is."""
        piece = self._piece(one, evidence)
        turned = (piece.rotation + 90 * quarter_turns) % 360
        return self._put(one, evidence, msgspec.structs.replace(piece, rotation=turned))

    def remove(self, one: AssessmentId, evidence: EvidenceId) -> Changes:
        """Remove from the assessment; the file stays in the vault, and undo brings it back."""
        return self._put(one, evidence, None)

    def copies(self, piece: Evidence) -> Copies:
        """Thumbnail and print copy, from the cache or made now. For the worker.

        Raises `EvidenceMissing`, `EvidenceDamaged`.
        """
        try:
            media_type = MediaType(piece.media_type)
        except ValueError:  # a kind of file that a later version accepts
            return Copies(thumbnail=None, print_copy=None)
        if not (media_type.is_picture or media_type is MediaType.PDF):
            return Copies(thumbnail=None, print_copy=None)
        thumbnail = self._vault.load_derived(piece.digest, _derived("thumbnail", piece))
        print_copy = self._vault.load_derived(piece.digest, _derived("print", piece))
        if thumbnail is None or print_copy is None:
            # What nobody attached in this session may come from others: a crafted picture must
            # not reach a decoder in the process that holds the keys. A PDF never does.
            is_own = media_type.is_picture and piece.digest in self._attached
            derive = ingest.derive if is_own else isolated.derive
            made = derive(
                self._vault.load(piece.digest), media_type, rotation=piece.rotation, name=piece.name
            )
            if made is None:
                return Copies(thumbnail=None, print_copy=None)
            thumbnail, print_copy = made.thumbnail, made.print_copy
            # They are a cache: on a full disk a picture can still be looked at.
            with suppress(DiskFull, WorkspaceReadOnly, StorageFailed):
                self._vault.store_derived(piece.digest, _derived("thumbnail", piece), thumbnail)
                self._vault.store_derived(piece.digest, _derived("print", piece), print_copy)
        return Copies(thumbnail=thumbnail, print_copy=print_copy)

    def thumbnail(self, piece: Evidence) -> bytes | None:
        """The cached thumbnail; None where `copies` must make it."""
        return self._vault.load_derived(piece.digest, _derived("thumbnail", piece))

    def is_there(self, piece: Evidence) -> bool:
        """Whether the original lies in the vault; not whether it is sound."""
        return self._vault.holds(piece.digest)

    def require(self, piece: Evidence) -> None:
        """Raise `EvidenceMissing` or `EvidenceDamaged` where that is seen without reading."""
        self._vault.require(piece.digest, piece.size, piece.name)

    def is_whole(self, piece: Evidence) -> bool:
        """Whether the original can be read and is what was attached. For the worker."""
        audit = self._vault.audit([piece.digest])
        return not (audit.missing or audit.damaged)

    def original(self, piece: Evidence) -> bytes:
        """The original bytes, verified; raises `EvidenceMissing`, `EvidenceDamaged`."""
        return self._vault.load(piece.digest)

    def _piece(self, one: AssessmentId, evidence: EvidenceId) -> Evidence:
        piece = self._assessments.get(one).evidence.get(evidence)
        if piece is None:
            raise InputInvalid(field="evidence")
        return piece

    def _put(self, one: AssessmentId, evidence: EvidenceId, piece: Evidence | None) -> Changes:
        value = None if piece is None else codec.plain(piece)
        return self._editing.put(
            one, Change(kind=Kind.EVIDENCE, slot=evidence_slot(evidence), value=value)
        )


def _read(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # to open a pipe would wait for whoever writes to it
            reason = os.strerror(errno.EISDIR) if stat.S_ISDIR(found.st_mode) else "no file"
            raise EvidenceUnreadable(name=path.name or path, reason=reason)
        if found.st_size > ingest.DOCUMENT_BYTES:
            raise EvidenceTooLarge(
                name=path.name,
                found=f"{found.st_size // 1_000_000} MB",
                limit=f"{ingest.DOCUMENT_BYTES // 1_000_000} MB",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EvidenceUnreadable(name=path.name, reason=reason) from error


def _derived(what: str, piece: Evidence) -> str:
    # Earlier copies of PDFs, under the name without "forms", lack what form fields show.
    forms = "-forms" if piece.media_type == MediaType.PDF.value else ""
    return f"{what}-{piece.rotation}{forms}"


def _shown(name: str) -> str:
    """A file name as text; on Linux it may hold bytes that are none."""
    return Path(name).name.encode("utf-8", "replace").decode("utf-8")[:_NAME]
