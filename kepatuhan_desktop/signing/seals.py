"""Judge the signatures of a PDF: their own bytes, what they cover, what came after them."""

import hashlib
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

import msgspec
from asn1crypto import parser
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, read_certification_data
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from kepatuhan_desktop.signing import certificates, contents, envelope, sources
from kepatuhan_desktop.signing.additions import is_time_stamp, require_harmless
from kepatuhan_desktop.signing.contents import Contents, Unsound
from kepatuhan_desktop.signing.pades import AUDITOR, STAMP, UNIT_HEAD
from kepatuhan_desktop.signing.stranger import Stranger
from kepatuhan_desktop.signing.supplements import require_supplement

KNOWN = frozenset({AUDITOR, UNIT_HEAD, STAMP})
_OURS = frozenset({AUDITOR, UNIT_HEAD})
"""Fields that only this program fills in. Who stamps may write a signature as they please."""

_COVERED = (SignatureCoverageLevel.ENTIRE_REVISION, SignatureCoverageLevel.ENTIRE_FILE)
_DIGESTS = frozenset({"sha256", "sha384", "sha512"})
"""Of which nobody can make two files with the same one."""
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")

# What pyHanko has to say about a file is said by the verdict.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


class Signed(msgspec.Struct, kw_only=True):
    """What is known of one signature."""

    field: str
    digest: str
    """SHA-256 of the signature (CMS)."""
    revision: int = 0
    """The revision that it signs."""
    is_last: bool = False
    """Whether nothing at all was added after it."""
    certificate: x509.Certificate | None = None
    """None: the signature does not hold, so it proves nobody's key."""
    claimed: datetime | None = None
    problem: str = ""
    """Code of what is wrong with the bytes; empty: nothing."""
    detail: str = ""
    has_chain: bool = False
    """Whether pyHanko finds a way from the certificate to one of the roots, at the claimed time."""
    is_time_stamp: bool = False

    def fail(self, code: str, detail: str = "") -> None:
        """Keep the first reason against it."""
        if not self.problem:
            self.problem, self.detail = code, detail


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of all signatures of a file."""

    signed: tuple[Signed, ...]
    """In the order in which they were made."""
    first: Contents | None
    """What the auditor's certified revision holds; None where there is no sound one."""
    last: Contents | None
    """What a reader sees now; None where that is not sound."""


def judge(file: Stranger, roots: Sequence[x509.Certificate], now: datetime) -> Judged:
    """Judge every signature of `file`; raises pyHanko's errors where its form cannot be read."""
    found: list[tuple[Signed, EmbeddedPdfSignature | None]] = sorted(
        (_begun(file, name, raw) for name, raw in _filled(file)),
        key=lambda pair: pair[0].revision,
    )
    for one, embedded in found:
        if embedded is not None:
            _integrity(file, one, embedded, roots, now)
    _distinct(found)
    first, last = _sound(file, found)
    return Judged(signed=tuple(one for one, _ in found), first=first, last=last)


def _filled(file: Stranger) -> Iterator[tuple[str, object]]:
    for name, _, field in enumerate_sig_fields(file.reader, filled_status=True):
        yield str(name), field


def _begun(file: Stranger, name: str, field: object) -> tuple[Signed, EmbeddedPdfSignature | None]:
    try:
        embedded = EmbeddedPdfSignature(file.reader, field, name)  # type: ignore[arg-type]  # it takes references
        one = Signed(
            field=name,
            digest=hashlib.sha256(embedded.pkcs7_content).hexdigest(),
            revision=embedded.signed_revision,
            is_last=embedded.signed_revision == file.last,
            is_time_stamp=is_time_stamp(embedded),
        )
    except Exception as error:  # asn1crypto and pyHanko raise whatever malformed bytes lead to
        return Signed(field=name, digest="", problem="unchanged.signature", detail=str(error)), None
    return one, embedded


def _integrity(
    file: Stranger,
    one: Signed,
    embedded: EmbeddedPdfSignature,
    roots: Sequence[x509.Certificate],
    now: datetime,
) -> None:
    try:
        _gap(file.data, one, embedded)
        claimed = embedded.self_reported_timestamp
        context = ValidationContext(
            trust_roots=[_asn1(root) for root in roots],
            allow_fetching=False,
            revocation_mode="soft-fail",
            moment=claimed or now,
        )
        check = validate_pdf_timestamp if one.is_time_stamp else validate_pdf_signature
        status = check(embedded, context, skip_diff=True)
        if (coverage := status.coverage) not in _COVERED:
            one.fail("unchanged.coverage", str(coverage))
        if not status.intact:
            one.fail("unchanged.digest")
        certificate = certificates.load(status.signing_cert.dump())
        if not status.valid or not _is_strong(embedded, certificate):
            one.fail("unchanged.signature")
            return
        if one.field in _OURS and not _is_strict(embedded.pkcs7_content):
            one.fail("unchanged.signature", "envelope")
            return
        certificates.facts(certificate)
        one.certificate = certificate
        one.claimed, one.has_chain = claimed, bool(status.trusted)
    except Exception as error:  # asn1crypto and pyHanko raise whatever malformed bytes lead to
        one.fail("unchanged.signature", f"{type(error).__name__}: {error}")


def _is_strong(embedded: EmbeddedPdfSignature, certificate: x509.Certificate) -> bool:
    """Whether nobody could have made the signature without the key."""
    key = certificate.public_key()
    is_strong = isinstance(key, ec.EllipticCurvePublicKey) or (
        isinstance(key, rsa.RSAPublicKey) and key.key_size >= sources.SMALLEST_RSA
    )
    return is_strong and embedded.md_algorithm in _DIGESTS


def _is_strict(content: bytes) -> bool:
    return envelope.is_strict(content[: parser.peek(content)])


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificates.dump(certificate))


def _gap(data: bytes, one: Signed, embedded: EmbeddedPdfSignature) -> None:
    """Between the two signed ranges lies the signature, and nothing else whatever."""
    places = [int(place) for place in embedded.byte_range]
    if len(places) != 4 or places[0] != 0 or min(places) < 0:  # noqa: PLR2004 - two ranges
        one.fail("unchanged.coverage", "ranges")
        return
    _, before, start, length = places
    if start + length > len(data) or start < before:
        one.fail("unchanged.coverage", "ranges")
        return
    held = _HEX.fullmatch(data, before, start)
    if held is None or bytes.fromhex(held[1].decode("ascii")) != embedded.pkcs7_content:
        one.fail("unchanged.coverage", "gap")
        return
    if not _fills_the_gap(embedded.pkcs7_content):
        one.fail("unchanged.padding")


def _fills_the_gap(whole: bytes) -> bool:
    """Whether there is one signature and then zeros.

    Its two parts must fill it: with a greater length it would swallow some of the zeros, and
    a lenient reader would not mind.
    """
    end = parser.peek(whole)
    try:
        parts = parser.parse(whole[:end])[4]
        kind = parser.peek(parts)
        content = parser.peek(parts[kind:])
    except ValueError:
        return False
    return kind + content == len(parts) and not any(whole[end:])


def _distinct(found: Sequence[tuple[Signed, EmbeddedPdfSignature | None]]) -> None:
    """One signature stands for one field."""
    seen: set[str] = set()
    for one, _ in found:
        if one.digest and one.digest in seen:
            one.fail("unchanged.recycled")
        seen.add(one.digest)


def _sound(
    file: Stranger, found: Sequence[tuple[Signed, EmbeddedPdfSignature | None]]
) -> tuple[Contents | None, Contents | None]:
    if not found:
        return None, None
    first, reason = _tried(partial(_certified, file, *found[0]))
    last = first
    if reason is None and found[0][0].revision != file.last:
        last, reason = _tried(partial(_contents, file, file.last))
    if reason is None and file.end_of(file.last) != len(file.data):
        reason = Unsound("unchanged.coverage", "trailing")
    stamps = frozenset(one.field for one, _ in found if one.is_time_stamp)
    unsigned = None
    if reason is None and last is not None:
        signed = max((one.revision for one, _ in found if not one.is_time_stamp), default=0)
        _, unsigned = _tried(partial(_supplement, file, signed, last, stamps))
    for one, embedded in found:
        against = reason
        if against is None and not one.problem and embedded is not None and last is not None:
            before = first if one is found[0][0] else None
            step = partial(_additions, file, one, embedded, before, last, stamps)
            _, against = _tried(step)
            against = against or unsigned
        if against is not None:
            one.fail(against.code, against.detail)
    return first, last


def _certified(file: Stranger, one: Signed, embedded: EmbeddedPdfSignature | None) -> Contents:
    """What the first signature certifies, if it is the auditor's and as strict as ours are."""
    if embedded is None or one.field != AUDITOR:
        raise Unsound("unchanged.certification", one.field)
    author = read_certification_data(file.reader)
    if author is None or author.author_sig.container_ref != embedded.sig_object.container_ref:
        raise Unsound("unchanged.certification", "catalog")
    if author.permission != MDPPerm.FILL_FORMS:
        raise Unsound("unchanged.permissions", str(author.permission))
    for revision in range(one.revision + 1):
        if file.reader.xrefs.get_xref_container_info(revision).stream_ref is not None:
            raise Unsound("unchanged.structure", "stream")
    kept = _contents(file, one.revision)
    contents.certified(kept, KNOWN)
    return kept


def _contents(file: Stranger, revision: int) -> Contents:
    return contents.read(file.reader.get_historical_resolver(revision))


def _additions(
    file: Stranger,
    one: Signed,
    embedded: EmbeddedPdfSignature,
    before: Contents | None,
    last: Contents,
    stamps: frozenset[str],
) -> None:
    """Raise `Unsound` for what came after a signature and may not."""
    if one.revision == file.last:
        return
    before = before or _contents(file, one.revision)
    require_harmless(file, one.revision, before, last, stamps)
    result = embedded.evaluate_modifications(DEFAULT_DIFF_POLICY)
    if (
        not isinstance(result, DiffResult)
        or result.modification_level > ModificationLevel.FORM_FILLING
    ):
        raise Unsound("unchanged.addition", str(result))


def _supplement(file: Stranger, since: int, last: Contents, stamps: frozenset[str]) -> None:
    """Raise `Unsound` for what nobody signed and may not stand there."""
    if since != file.last:
        require_supplement(file, since, _contents(file, since), last, stamps)


T = TypeVar("T")


def _tried(step: Callable[[], T]) -> tuple[T | None, Unsound | None]:
    """What `step` gives, or why it cannot: malformed objects are no fault of ours."""
    try:
        return step(), None
    except Unsound as reason:
        return None, reason
    except Exception as error:  # pyHanko and zlib raise whatever malformed bytes lead to
        return None, Unsound("unchanged.structure", f"{type(error).__name__}: {error}")
