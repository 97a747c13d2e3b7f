"""Sign a PDF: the auditor certifies the drawn scorecard, then the head of the unit countersigns.

Each signature is an incremental update, so the drawn bytes stay a prefix of the file. PAdES
(ETSI.CAdES.detached), SHA-256; certificates and revocation lists go into the same revision.
The moment comes as an argument, and no network is ever asked. Importing this imports pyHanko,
which takes more than a second.
"""

import base64
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.embed import EmbeddedFileObject, EmbeddedFileParams, FileSpec, embed_file
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder
from pyhanko.sign.signers.pdf_byterange import BuildProps
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.sign.validation.dss import DocumentSecurityStore

from kepatuhan_desktop.domain.seal import FIELDS, STAMP_FIELD, Frame, Stroke
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.appearance import Drawn
from kepatuhan_desktop.signing.sources import hush

AUDITOR, UNIT_HEAD = FIELDS["auditor"], FIELDS["unit_head"]
STAMP = STAMP_FIELD
"""Names of the signature fields; the last stays free for a later certified signature."""

PROGRAM = "Kepatuhan Desktop"
_DIGEST = "sha256"


class Source(Protocol):
    """Whose key signs; see `signing.sources`."""

    @property
    def signer(self) -> Signer:
        """What pyHanko signs with."""

    @property
    def certificate(self) -> bytes:
        """X.509, DER."""

    @property
    def chain(self) -> tuple[bytes, ...]:
        """Certificates of those who vouch for it, DER; empty where it is self-issued."""


def certify(
    drawn: bytes,
    *,
    source: Source,
    at: datetime,
    attachments: Mapping[str, bytes],
    frames: Mapping[str, Frame] | None = None,
    strokes: tuple[Stroke, ...] = (),
    trust: Trust | None = None,
    reason: str = "",
    location: str = "",
    name: str = "",
    awaits_head: bool = True,
) -> bytes:
    """`drawn` with attachments, fields and the auditor's certifying signature; one revision.

    Afterwards only the empty fields may be filled in: `UNIT_HEAD`, which there is only where
    the head is awaited, and `STAMP`. Fields without a frame are invisible. Raises `BugError`
    for bytes that are no unsigned PDF; what the source's signer raises passes through.
    """
    buffer = io.BytesIO(drawn)
    with _ours(AUDITOR):
        writer = _Writer(buffer)
        for file, data in sorted(attachments.items()):  # a name tree is sorted
            _attach(writer, file, data, at)
        free = [UNIT_HEAD, STAMP] if awaits_head else [STAMP]
        _field(writer, AUDITOR, frames, FieldMDPSpec(FieldMDPAction.EXCLUDE, free))
        if awaits_head:
            _field(writer, UNIT_HEAD, frames, FieldMDPSpec(FieldMDPAction.EXCLUDE, [STAMP]))
        _field(writer, STAMP, frames)
    meta = PdfSignatureMetadata(
        field_name=AUDITOR,
        md_algorithm=_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=reason or None,
        location=location or None,
        name=name or None,
        app_build_props=BuildProps(PROGRAM),
    )
    _vouch(writer, source, trust)
    return _sign(buffer, writer, meta, source, strokes, at)


def countersign(
    pdf: bytes,
    *,
    source: Source,
    at: datetime,
    field: str = UNIT_HEAD,
    strokes: tuple[Stroke, ...] = (),
    trust: Trust | None = None,
    reason: str = "",
    location: str = "",
    name: str = "",
) -> bytes:
    """`pdf` with a signature in an empty field of it, as one more revision.

    Raises `BugError` where there is no such field, or it is filled.
    """
    buffer = io.BytesIO(pdf)
    with _ours(field):
        writer = _Writer(buffer)
    meta = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        reason=reason or None,
        location=location or None,
        name=name or None,
        app_build_props=BuildProps(PROGRAM),
    )
    _vouch(writer, source, trust)
    return _sign(buffer, writer, meta, source, strokes, at)


def digests(pdf: bytes) -> tuple[str, ...]:
    """SHA-256 of each signature (CMS) in a PDF of ours, which is how a device knows them again."""
    signatures = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    return tuple(hashlib.sha256(one.pkcs7_content).hexdigest() for one in signatures)


class _Writer(IncrementalPdfFileWriter):
    """Leaves the document's information alone; pyHanko would write the machine's time there."""

    def _update_meta(self) -> None:
        pass


class _Signer(PdfSigner):
    """Signs at a given moment, without asking the machine for its time and its time zone."""

    def __init__(
        self, meta: PdfSignatureMetadata, signer: Signer, style: Drawn, at: datetime
    ) -> None:
        super().__init__(meta, signer, stamp_style=style)
        self._moment = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        meta = self.signature_meta
        cms_writer = PdfCMSEmbedder().write_cms(
            field_name=meta.field_name, writer=pdf_out, existing_fields_only=existing_fields_only
        )
        field = next(cms_writer).get_object()
        assert isinstance(pdf_out, IncrementalPdfFileWriter)
        self._enforce_certification_constraints(pdf_out.prev)
        self.register_extensions(pdf_out, md_algorithm=_DIGEST)
        return PdfSigningSession(
            self,
            pdf_out,
            cms_writer,
            field,
            _DIGEST,
            timestamper=None,
            subfilter=SigSeedSubFilter.PADES,
            system_time=self._moment,
        )


def _sign(
    buffer: io.BytesIO,
    writer: _Writer,
    meta: PdfSignatureMetadata,
    source: Source,
    strokes: tuple[Stroke, ...],
    at: datetime,
) -> bytes:
    hush()
    style = Drawn(border_width=0, strokes=strokes)
    with _ours(meta.field_name or ""):
        _Signer(meta, source.signer, style, at).sign_pdf(
            writer, existing_fields_only=True, in_place=True
        )
    return buffer.getvalue()


@contextmanager
def _ours(field: str) -> Iterator[None]:
    """What pyHanko refuses about a file of our own making is a fault of ours."""
    try:
        yield
    except (PdfError, SigningError) as error:
        raise BugError(f"{field}: {error}") from error


def _attach(writer: _Writer, name: str, data: bytes, at: datetime) -> None:
    # Without pyHanko's checksum, which is an MD5: the signature vouches for the bytes.
    params = EmbeddedFileParams(embed_checksum=False, creation_date=at, modification_date=at)
    kept = EmbeddedFileObject.from_file_data(
        writer, data, params=params, mime_type="application/json"
    )
    embed_file(writer, FileSpec(file_spec_string=name, file_name=name, embedded_data=kept))


def _field(
    writer: _Writer,
    name: str,
    frames: Mapping[str, Frame] | None,
    lock: FieldMDPSpec | None = None,
) -> None:
    frame = (frames or {}).get(name)
    box = None
    if frame is not None:
        box = (
            round(frame.x),
            round(frame.y),
            round(frame.x + frame.width),
            round(frame.y + frame.height),
        )
    append_signature_field(
        writer,
        SigFieldSpec(
            sig_field_name=name,
            on_page=frame.page if frame is not None else 0,
            box=box,
            field_mdp_spec=lock,
        ),
    )


def _vouch(writer: _Writer, source: Source, trust: Trust | None) -> None:
    """Embed who vouches for the signer, and the lists of those who lost that trust."""
    lists = list(_revocations(source, trust))
    if source.chain or lists:
        DocumentSecurityStore.supply_dss_in_writer(
            writer,
            None,
            certs=[asn1_x509.Certificate.load(one) for one in source.chain],
            crls=[asn1_crl.CertificateList.load(one) for one in lists],
        )


def _revocations(source: Source, trust: Trust | None) -> Iterable[bytes]:
    """The lists that those who vouch for the signer have really signed."""
    chain = [certificates.load(one) for one in source.chain]
    for text in trust.revocations if trust is not None else ():
        found = certificates.load_list(base64.b64decode(text))
        if any(_made(found, one) for one in chain):
            yield certificates.dump(found)


def _made(found: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    return (
        found.issuer == issuer.subject
        and isinstance(key, ec.EllipticCurvePublicKey)
        and found.is_signature_valid(key)
    )
