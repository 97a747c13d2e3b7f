"""Each signature is a PAdES revision behind the drawn bytes, and leaves just its place open."""

import io
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, read_certification_data
from pyhanko_certvalidator import ValidationContext
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop.domain.seal import Frame
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.signing import certificates, pades
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.signing.witnessed import WITNESSED, witness
from tests.builders import scorecards
from tests.signing import builders
from tests.signing.builders import FRAMES, NOW

ATTACHED = {"record.json": b'{"b":1}', "instrument.json": b'{"a":1}'}
NO_TRUST = ValidationContext(trust_roots=[], allow_fetching=False)


def drawn(pages: int = 1) -> bytes:
    """Pages that nobody signed."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in range(pages):
        canvas.drawString(100, 700, f"Halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def auditor() -> Source:
    return builders.self_issued()


@pytest.fixture(scope="module")
def certified(auditor: Source) -> bytes:
    """What the auditor signed."""
    return pades.certify(
        drawn(),
        source=auditor,
        at=NOW,
        attachments=ATTACHED,
        frames=FRAMES,
        strokes=scorecards.stroke(3),
        reason="Mengesahkan",
        location="Bandung",
        name="Siti Aminah",
    )


@pytest.fixture(scope="module")
def whole(certified: bytes) -> bytes:
    """What both signed."""
    return pades.countersign(
        certified,
        source=witness(builders.HEAD, NOW),
        at=NOW + timedelta(minutes=1),
        strokes=scorecards.stroke(4),
        location="Bandung",
    )


def signatures(pdf: bytes) -> list[EmbeddedPdfSignature]:
    """In the order in which they were made."""
    return list(PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures)


def empty_fields(pdf: bytes) -> set[str]:
    """The fields that may still be signed."""
    reader = PdfFileReader(io.BytesIO(pdf))
    return {str(name) for name, _, _ in enumerate_sig_fields(reader, filled_status=False)}


def attachments(pdf: bytes) -> dict[str, bytes]:
    """What is attached, in the order of the name tree."""
    reader = PdfFileReader(io.BytesIO(pdf))
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    return {str(names[at]): names[at + 1]["/EF"]["/F"].data for at in range(0, len(names), 2)}


def test_what_was_drawn_stays_a_prefix_and_so_does_each_revision(
    certified: bytes, whole: bytes
) -> None:
    assert certified.startswith(drawn())
    assert whole.startswith(certified)


def test_both_signatures_hold_and_the_later_one_only_filled_a_field(whole: bytes) -> None:
    first, second = signatures(whole)
    assert [one.field_name for one in (first, second)] == ["Auditor", "KepalaUnit"]
    for one in (first, second):
        status = validate_pdf_signature(one, NO_TRUST)
        assert status.intact
        assert status.valid
        assert status.docmdp_ok
    level = validate_pdf_signature(first, NO_TRUST).modification_level
    assert level is ModificationLevel.FORM_FILLING


def test_they_are_pades_with_sha_256(whole: bytes) -> None:
    for one in signatures(whole):
        assert one.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
        assert one.md_algorithm == "sha256"


def test_the_auditor_allows_only_that_fields_are_filled(certified: bytes) -> None:
    found = read_certification_data(PdfFileReader(io.BytesIO(certified)))
    assert found is not None
    assert found.permission is MDPPerm.FILL_FORMS
    assert found.author_sig == signatures(certified)[0].sig_object


def test_two_fields_stay_open_then_one(certified: bytes, whole: bytes) -> None:
    assert empty_fields(certified) == {"KepalaUnit", "TTE"}
    assert empty_fields(whole) == {"TTE"}


def test_who_refuses_leaves_no_field_for_a_later_hand(auditor: Source) -> None:
    pdf = pades.certify(drawn(), source=auditor, at=NOW, attachments={}, awaits_head=False)
    assert empty_fields(pdf) == {"TTE"}
    with pytest.raises(BugError):
        pades.countersign(pdf, source=auditor, at=NOW)


def test_attachments_lie_in_the_first_signed_revision_in_their_order(
    certified: bytes, whole: bytes
) -> None:
    assert attachments(certified) == attachments(whole) == ATTACHED
    assert list(attachments(whole)) == sorted(ATTACHED)


def test_the_moment_is_the_given_one(whole: bytes) -> None:
    first, second = signatures(whole)
    assert first.self_reported_timestamp == NOW
    assert second.self_reported_timestamp == NOW + timedelta(minutes=1)


def test_the_offset_of_the_moment_is_kept(auditor: Source) -> None:
    wib = datetime(2026, 11, 23, 16, 0, tzinfo=timezone(timedelta(hours=7)))
    pdf = pades.certify(drawn(), source=auditor, at=wib, attachments={})
    (found,) = signatures(pdf)
    moment = found.self_reported_timestamp
    assert moment is not None
    assert (moment, moment.utcoffset()) == (wib, timedelta(hours=7))


def test_reason_place_and_name_are_said(certified: bytes) -> None:
    said = signatures(certified)[0].sig_object
    assert (said["/Reason"], said["/Location"], said["/Name"]) == (
        "Mengesahkan",
        "Bandung",
        "Siti Aminah",
    )


@pytest.fixture
def an_odd_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What some containers have, and what the library that knows time zones refuses."""
    if not hasattr(time, "tzset"):
        pytest.skip("the system has no TZ")
    monkeypatch.setenv("TZ", "WIB-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_machine_is_not_asked_for_its_time(auditor: Source, an_odd_time_zone: None) -> None:
    pdf = pades.certify(drawn(), source=auditor, at=NOW, attachments=ATTACHED)
    reader = PdfFileReader(io.BytesIO(pdf))
    params = reader.root["/Names"]["/EmbeddedFiles"]["/Names"][1]["/EF"]["/F"]["/Params"]
    assert generic.parse_pdf_date(params["/ModDate"]) == NOW
    before = PdfFileReader(io.BytesIO(drawn())).trailer["/Info"]
    assert dict(reader.trailer["/Info"]) == dict(before)


def test_a_later_stamp_fills_the_free_field(whole: bytes) -> None:
    stamped = pades.countersign(whole, source=builders.self_issued(), at=NOW, field=pades.STAMP)
    for one in signatures(stamped):
        status = validate_pdf_signature(one, NO_TRUST)
        assert status.bottom_line or (status.intact and status.valid and status.docmdp_ok)
    assert empty_fields(stamped) == set()


def test_a_stamp_may_also_come_where_the_head_refused(auditor: Source) -> None:
    pdf = pades.certify(drawn(), source=auditor, at=NOW, attachments={}, awaits_head=False)
    stamped = pades.countersign(pdf, source=auditor, at=NOW, field=pades.STAMP)
    assert validate_pdf_signature(signatures(stamped)[0], NO_TRUST).docmdp_ok


def test_fields_lie_in_their_frames_on_their_page(auditor: Source) -> None:
    frames = {
        **FRAMES,
        pades.UNIT_HEAD: Frame(page=1, x=100.2, y=200.4, width=126.9, height=50.7),
    }
    pdf = pades.certify(drawn(2), source=auditor, at=NOW, attachments={}, frames=frames)
    reader = PdfFileReader(io.BytesIO(pdf))
    fields = {str(name): ref.get_object() for name, _, ref in enumerate_sig_fields(reader)}
    assert [float(x) for x in fields["Auditor"]["/Rect"]] == [60, 90, 210, 150]
    assert [float(x) for x in fields["KepalaUnit"]["/Rect"]] == [100, 200, 227, 251]
    pages = reader.root["/Pages"]["/Kids"]
    assert fields["KepalaUnit"].raw_get("/P").reference == pages.raw_get(1).reference


def test_without_frames_fields_are_invisible(auditor: Source) -> None:
    pdf = pades.certify(drawn(), source=auditor, at=NOW, attachments={})
    reader = PdfFileReader(io.BytesIO(pdf))
    for _, _, ref in enumerate_sig_fields(reader):
        assert [float(x) for x in ref.get_object()["/Rect"]] == [0, 0, 0, 0]


def test_what_cannot_be_signed_is_a_fault_of_ours(auditor: Source, certified: bytes) -> None:
    for pdf in (b"", b"%PDF-1.7\n%%EOF\n", certified):
        with pytest.raises(BugError):
            pades.certify(pdf, source=auditor, at=NOW, attachments={})


def test_a_filled_field_is_not_signed_again(whole: bytes, auditor: Source) -> None:
    with pytest.raises(BugError):
        pades.countersign(whole, source=auditor, at=NOW)


def embedded(pdf: bytes) -> tuple[int, int]:
    """How many certificates and revocation lists are embedded for later."""
    found = DocumentSecurityStore.read_dss(PdfFileReader(io.BytesIO(pdf)))
    return len(list(found.load_certs())), len(found.crls)


def test_a_registered_signer_brings_chain_and_revocation_list() -> None:
    headquarters = builders.Headquarters()
    source = headquarters.enrol(builders.new_key())
    pdf = pades.certify(
        drawn(), source=source, at=NOW, attachments=ATTACHED, trust=headquarters.trust()
    )
    assert embedded(pdf) == (1, 1)
    assert pdf.count(b"%%EOF") == drawn().count(b"%%EOF") + 1
    root = certificates.dump(headquarters.root)
    context = DocumentSecurityStore.read_dss(PdfFileReader(io.BytesIO(pdf))).as_validation_context(
        {"trust_roots": [_asn1(root)], "moment": NOW, "allow_fetching": False}
    )
    assert validate_pdf_signature(signatures(pdf)[0], context).trusted


def _asn1(der: bytes) -> object:
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 - one test needs it

    return asn1_x509.Certificate.load(der)


def test_the_list_of_somebody_else_is_not_embedded() -> None:
    headquarters, other = builders.Headquarters(), builders.Headquarters()
    source = headquarters.enrol(builders.new_key())
    # Of the same name, and a key that vouches for nobody here.
    lists: tuple[Trust, ...] = (other.trust(), builders.Headquarters("Lain").trust())
    for trust in lists:
        pdf = pades.certify(drawn(), source=source, at=NOW, attachments={}, trust=trust)
        assert embedded(pdf) == (1, 0)


def test_who_is_not_registered_brings_nothing(certified: bytes) -> None:
    with pytest.raises(Exception, match="DSS"):
        embedded(certified)


def test_a_witnessed_key_says_so_and_serves_once() -> None:
    one, other = witness(builders.HEAD, NOW), witness(builders.HEAD, NOW)
    said = certificates.facts(certificates.load(one.certificate))
    assert (said.name, said.nip) == (builders.HEAD.name, builders.HEAD.nip)
    assert said.is_self_issued
    assert said.binds
    subject = certificates.load(one.certificate).subject.rfc4514_string()
    assert WITNESSED.replace(",", "\\,") in subject
    assert said.device != certificates.facts(certificates.load(other.certificate)).device


def test_a_name_longer_than_a_certificate_takes_is_cut() -> None:
    long = msgspec.structs.replace(builders.HEAD, name="Dr. " + "Panjang " * 40)
    said = certificates.facts(certificates.load(witness(long, NOW).certificate))
    assert said.name.startswith("Dr. Panjang Panjang")
    assert len(said.name) <= certificates.LONGEST_TEXT


def test_incremental_writers_find_a_sound_file(whole: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(whole))
    assert writer.prev.total_revisions == 3


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler is not installed")
def test_pdfsig_finds_both_signatures_valid(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kartu.pdf"
    path.write_bytes(whole)
    said = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True
    ).stdout
    assert said.count("Signature is Valid") == 2
    assert "Total document signed" in said
    assert "Signature Field Name: TTE" in said
