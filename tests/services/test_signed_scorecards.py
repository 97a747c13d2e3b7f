"""A sealed PDF can be drawn again, names what it stands on, and is signed by both sides."""

import hashlib
import io
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain import record
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.record import Record
from kepatuhan_desktop.domain.seal import Seal, Signature
from kepatuhan_desktop.errors import SecretWrong
from kepatuhan_desktop.services.sealing import OwnKey
from kepatuhan_desktop.signing import certificates, issuing, paper, trust_file
from tests.builders import workspaces
from tests.builders.clock import FixedClock
from tests.builders.workspaces import BUDI, SIGNATURES, SITI
from tests.signing.builders import Headquarters

AUDITOR, HEAD = SIGNATURES
SECRET = "rahasia sekali"


@pytest.fixture
def a_signed_assessment(services: Services, a_filled_assessment: AssessmentId) -> AssessmentId:
    """A small assessment, drawn and signed as in the field."""
    return workspaces.signed(services, a_filled_assessment)


def seal_of(services: Services, one: AssessmentId) -> Seal:
    """The seal that stands."""
    seal = services.assessments.get(one).seal
    assert seal is not None
    return seal


def attached(pdf: bytes, name: str) -> bytes:
    """What is attached under that name."""
    reader = PdfFileReader(io.BytesIO(pdf))
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    found = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
    data: bytes = found[name]["/EF"]["/F"].data
    return data


def record_of(services: Services, one: AssessmentId) -> Record:
    """The attached record."""
    return record.read(attached(services.sealing.pdf(one), record.RECORD))


def signatures(pdf: bytes) -> dict[str, EmbeddedPdfSignature]:
    """By their fields."""
    found = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    return {str(one.field_name): one for one in found}


def test_the_drawn_pages_are_the_beginning_of_the_file(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    pdf, seal = services.sealing.pdf(a_signed_assessment), seal_of(services, a_signed_assessment)
    assert hashlib.sha256(pdf[: seal.drawn_size]).hexdigest() == seal.drawn
    assert (hashlib.sha256(pdf).hexdigest(), len(pdf)) == (seal.scorecard, seal.scorecard_size)


def test_they_can_be_drawn_again_on_any_day(
    services: Services, clock: FixedClock, a_signed_assessment: AssessmentId
) -> None:
    clock.wind(400 * 24 * 3600)
    seal = seal_of(services, a_signed_assessment)
    card = services.scorecards.sealed(a_signed_assessment)
    again = services.scorecards.draw(card, seal.paper, seal.details)
    assert hashlib.sha256(again.pdf).hexdigest() == seal.drawn
    assert len(again.pdf) == seal.drawn_size


def test_the_attached_record_is_the_one_that_the_seal_names(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    pdf, seal = services.sealing.pdf(a_signed_assessment), seal_of(services, a_signed_assessment)
    assert hashlib.sha256(attached(pdf, record.RECORD)).hexdigest() == seal.details
    found = record_of(services, a_signed_assessment)
    assert found.journal.covers == seal.covers
    assert found.journal.digest == seal.entries
    assert (found.total.value, found.total.category) == (seal.score, seal.category)
    assert (found.assessment, found.device) == (a_signed_assessment, services.device)


def test_the_attached_definition_is_the_pinned_one(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    data = attached(services.sealing.pdf(a_signed_assessment), record.INSTRUMENT)
    assert hashlib.sha256(data).hexdigest() == seal_of(services, a_signed_assessment).instrument
    found = record_of(services, a_signed_assessment)
    assert record.rescore(found, record.read_instrument(data)).agrees


def test_both_sides_sign_and_the_record_names_with_what(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    found = signatures(services.sealing.pdf(a_signed_assessment))
    assert set(found) == {"Auditor", "KepalaUnit"}
    used = {name: hashlib.sha256(one.signer_cert.dump()).hexdigest() for name, one in found.items()}
    said = record_of(services, a_signed_assessment)
    assert [one.certificate for one in said.signers] == [used["Auditor"], used["KepalaUnit"]]
    assert said.countersigner == used["KepalaUnit"]
    assert services.identities.certificate() == found["Auditor"].signer_cert.dump()


def test_every_signature_says_that_it_is_not_certified(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    for one in signatures(services.sealing.pdf(a_signed_assessment)).values():
        assert "TTE tidak tersertifikasi" in one.sig_object["/Reason"]
        assert one.sig_object["/Location"] == "Bandung"


def test_the_code_on_paper_is_signed_by_the_device(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    seal = seal_of(services, a_signed_assessment)
    code = paper.read(seal.paper)
    assert paper.check(code, services.identities.device_key().public_key())
    assert code.facts == paper.facts(
        assessment=a_signed_assessment,
        revision=1,
        record=seal.details,
        score=seal.score,
        category=seal.category,
        sealed_at=seal.sealed_at,
        device=services.device,
    )


def test_who_refuses_does_not_sign(services: Services, a_filled_assessment: AssessmentId) -> None:
    refusal = Signature(role=HEAD.role, person=BUDI, refused_because="Tidak setuju.")
    workspaces.signed(services, a_filled_assessment, signatures=(AUDITOR, refusal))
    assert set(signatures(services.sealing.pdf(a_filled_assessment))) == {"Auditor"}
    said = record_of(services, a_filled_assessment)
    assert said.signers[1].refused_because == "Tidak setuju."
    assert said.countersigner is None


def test_a_correction_names_what_it_corrects(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    first, before = (
        seal_of(services, a_signed_assessment),
        services.sealing.pdf(a_signed_assessment),
    )
    amended = services.assessments.get(a_signed_assessment).seal_id
    services.amending.amend(a_signed_assessment, "Salah foto.")
    workspaces.signed(services, a_signed_assessment)
    second, said = seal_of(services, a_signed_assessment), record_of(services, a_signed_assessment)
    assert (second.revision, second.amends) == (2, amended)
    assert (said.revision, said.amends) == (2, amended)
    assert said.corrects is not None
    assert (said.corrects.revision, said.corrects.digest) == (1, first.details)
    assert said.corrects.reason == "Salah foto."
    assert services.sealing.pdf_of(first) == before
    again = services.scorecards.draw(
        services.scorecards.sealed(a_signed_assessment), second.paper, second.details
    )
    assert hashlib.sha256(again.pdf).hexdigest() == second.drawn


def test_the_first_revision_can_still_be_drawn_after_the_second(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    first = seal_of(services, a_signed_assessment)
    services.amending.amend(a_signed_assessment, "Salah foto.")
    workspaces.signed(services, a_signed_assessment)
    card = services.scorecards.sealed(a_signed_assessment, 1)
    again = services.scorecards.draw(card, first.paper, first.details)
    assert hashlib.sha256(again.pdf).hexdigest() == first.drawn


def test_a_plan_of_before_a_correction_is_not_sealed(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = services.sealing.prepare(a_filled_assessment, SIGNATURES, "Bandung")
    workspaces.sealed(services, a_filled_assessment)
    services.amending.amend(a_filled_assessment, "Salah foto.")
    with pytest.raises(Exception, match="not_ready"):
        services.sealing.seal(a_filled_assessment, plan, workspaces.kept(services))


def test_the_auditor_gets_a_certificate_before_the_first_seal(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    services.settings.change(auditor_name=SITI.name, auditor_nip=SITI.nip)
    assert services.identities.certificate() is None
    plan = services.sealing.prepare(a_filled_assessment, SIGNATURES, "Bandung")
    der = services.identities.certificate()
    assert der is not None
    assert certificates.facts(certificates.load(der)).name == SITI.name
    assert plan.issued.records == {f"device:{services.device}"}
    changes = services.sealing.seal(a_filled_assessment, plan, workspaces.kept(services))
    assert plan.issued.records < changes.records


def test_a_registered_auditor_brings_chain_and_revocation_list(
    services: Services, clock: FixedClock, a_filled_assessment: AssessmentId
) -> None:
    headquarters = Headquarters(at=clock.now())
    headquarters.enrol(services.identities.device_key(), SITI)
    trust = headquarters.trust(clock.now())
    plan = services.identities.examine(trust_file.write(trust, headquarters.key))
    services.identities.adopt(plan)
    pdf = services.sealing.pdf(workspaces.signed(services, a_filled_assessment))
    found = DocumentSecurityStore.read_dss(PdfFileReader(io.BytesIO(pdf)))
    roots = {one.dump() for one in found.load_certs()}
    assert certificates.dump(headquarters.root) in roots
    assert len(found.crls) == 1


def a_pkcs12(clock: FixedClock) -> tuple[bytes, bytes]:
    """A file with a key of somebody, and the certificate in it."""
    key = ec.generate_private_key(ec.SECP256R1())
    der = issuing.self_issue(key, BUDI, clock.now())
    data = pkcs12.serialize_key_and_certificates(
        b"kunci",
        key,
        certificates.load(der),
        None,
        serialization.BestAvailableEncryption(SECRET.encode()),
    )
    return data, der


def test_the_auditors_own_file_may_sign_while_the_device_vouches_on_paper(
    services: Services, clock: FixedClock, a_filled_assessment: AssessmentId, tmp_path: Path
) -> None:
    data, der = a_pkcs12(clock)
    path = tmp_path / "siti.p12"
    path.write_bytes(data)
    services.identities.use_pkcs12(path)
    plan = services.sealing.prepare(a_filled_assessment, SIGNATURES, "Bandung")
    with pytest.raises(SecretWrong):
        services.sealing.sign(plan, "salah")
    assert services.assessments.get(a_filled_assessment).seal is None
    signed = services.sealing.sign(plan, SECRET)
    services.sealing.seal(a_filled_assessment, plan, signed)
    found = signatures(services.sealing.pdf(a_filled_assessment))
    assert found["Auditor"].signer_cert.dump() == der
    assert paper.check(paper.read(signed.paper), services.identities.device_key().public_key())


def test_the_head_may_bring_a_key_of_their_own(
    services: Services, clock: FixedClock, a_filled_assessment: AssessmentId
) -> None:
    data, der = a_pkcs12(clock)
    plan = services.sealing.prepare(a_filled_assessment, SIGNATURES, "Bandung")
    own = OwnKey(data=data, name="budi.p12", secret=SECRET)
    signed = services.sealing.sign(plan, head_key=own)
    services.sealing.seal(a_filled_assessment, plan, signed)
    found = signatures(services.sealing.pdf(a_filled_assessment))
    assert found["KepalaUnit"].signer_cert.dump() == der
    assert "disaksikan" not in found["KepalaUnit"].sig_object["/Reason"]
    assert record_of(services, a_filled_assessment).countersigner == hashlib.sha256(der).hexdigest()


def test_strokes_are_in_the_seal_and_only_their_digest_in_the_record(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    assert seal_of(services, a_signed_assessment).signatures == SIGNATURES
    said = record_of(services, a_signed_assessment).signers
    digest = hashlib.sha256(codec.canonical(AUDITOR.strokes)).hexdigest()
    assert said[0].strokes == digest


def test_what_signing_needs_is_loaded_beforehand(services: Services) -> None:
    services.sealing.warm_up()


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="poppler is not installed")
def test_tools_of_others_get_at_everything(
    services: Services, a_signed_assessment: AssessmentId, tmp_path: Path
) -> None:
    path = tmp_path / "kartu.pdf"
    path.write_bytes(services.sealing.pdf(a_signed_assessment))
    said = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True
    ).stdout
    assert said.count("Signature is Valid") == 2
    subprocess.run(
        ["pdfdetach", "-saveall", "-o", str(tmp_path), str(path)], check=True, capture_output=True
    )
    seal = seal_of(services, a_signed_assessment)
    details = (tmp_path / record.RECORD).read_bytes()
    assert hashlib.sha256(details).hexdigest() == seal.details
    asked = (tmp_path / record.INSTRUMENT).read_bytes()
    assert hashlib.sha256(asked).hexdigest() == seal.instrument


def test_two_signings_of_one_plan_draw_the_same_pages(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = services.sealing.prepare(a_filled_assessment, SIGNATURES, "Bandung")
    refused = (AUDITOR, msgspec.structs.replace(HEAD, strokes=(), refused_because="Tidak."))
    again = services.sealing.prepare(a_filled_assessment, refused, "Bandung")
    assert services.sealing.sign(again).drawn == services.sealing.sign(again).drawn
    # A fresh key of the head each time gives another record, and another code on the page.
    assert services.sealing.sign(plan).details != services.sealing.sign(plan).details
