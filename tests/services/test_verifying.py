"""What a workspace adds to a verdict: what it sealed, whom it follows, when it saw something."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
import segno

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.errors import (
    EvidenceTooLarge,
    NothingToVerify,
    PaperDamaged,
    PaperForeign,
    PaperMissing,
)
from kepatuhan_desktop.services import verifying
from tests.builders import workspaces
from tests.builders.clock import CountingIds, FixedClock
from tests.signing import builders


@pytest.fixture(autouse=True)
def an_old_release(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of these tests shows a day before the program's release."""
    monkeypatch.setattr(verifying, "RELEASED", datetime(2020, 1, 1, tzinfo=UTC))


@pytest.fixture
def a_sealed_assessment(services: Services) -> AssessmentId:
    """Drawn and signed as in the field."""
    return workspaces.signed(services, workspaces.filled(services))


def looked_at(services: Services, data: bytes, name: str = "kartu.pdf") -> Verdict:
    """The verdict as a window would get it."""
    services.verifying.context()
    return services.verifying.conclude(services.verifying.verify(data, name))


def note_codes(verdict: Verdict) -> set[str]:
    """The notes."""
    return {one.code for one in verdict.notes}


def test_what_was_sealed_here_is_known_here(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    verdict = looked_at(services, services.sealing.pdf(a_sealed_assessment))
    assert "note.known" in note_codes(verdict)
    assert verdict.score.code == "score.ok"
    assert {one.unchanged.grade for one in verdict.signers} == {Grade.GOOD}
    assert verdict.printed is not None
    assert verdict.printed.assessment == a_sealed_assessment


def test_the_code_on_its_paper_is_known_here(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    seal = services.assessments.get(a_sealed_assessment).seal
    assert seal is not None
    verdict = looked_at(services, seal.paper.encode(), "KPD1")
    assert verdict.source == "paper"
    assert verdict.signers[0].unchanged.code == "unchanged.paper"
    assert verdict.signers[0].who.code == "who.self_issued"
    assert "note.known" in note_codes(verdict)


def test_a_file_is_new_at_the_first_look_and_known_at_the_second(
    services: Services, clock: FixedClock
) -> None:
    clock.set(builders.LATER)
    data = builders.honest()
    first = looked_at(services, data)
    second = looked_at(services, data)
    assert {one.when.code for one in first.signers} == {"when.first_seen"}
    assert {one.when.code for one in second.signers} == {"when.ok"}


def test_a_look_is_no_work(services: Services, a_sealed_assessment: AssessmentId) -> None:
    data = services.sealing.pdf(a_sealed_assessment)
    before = len(services._workspace.journal.entries())
    looked_at(services, data)
    assert len(services._workspace.journal.entries()) == before


def test_a_rebuilt_workspace_remembers_what_it_saw(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    data = services.sealing.pdf(a_sealed_assessment)
    looked_at(services, data)
    services._workspace.journal.rebuild()
    assert looked_at(services, data).signers[0].when.code == "when.ok"


def test_what_was_sealed_here_was_seen_when_it_was_sealed(
    services: Services, clock: FixedClock, a_sealed_assessment: AssessmentId
) -> None:
    sealed_at = clock.now()
    seal = services.assessments.get(a_sealed_assessment).seal
    assert seal is not None
    seen = services._workspace.sightings.all()
    assert set(seen.values()) == {sealed_at}
    clock.wind(3600)
    verdict = looked_at(services, services.sealing.pdf(a_sealed_assessment))
    assert {one.when.code for one in verdict.signers} == {"when.ok"}
    assert {one.digest for one in verdict.signers} < set(seen)
    assert looked_at(services, seal.paper.encode(), "KPD1").signers[0].digest in seen
    assert services._workspace.sightings.all() == seen


def test_a_broken_signature_is_not_remembered(services: Services) -> None:
    data = bytearray(builders.honest())
    data[data.index(b"stream") + 40] ^= 1
    verdict = looked_at(services, bytes(data))
    assert verdict.grade is Grade.BAD
    assert services._workspace.sightings.all() == {}


def test_another_file_in_the_name_of_a_sealed_one_is_noticed(
    services: Services, home: Path, tmp_path: Path, a_sealed_assessment: AssessmentId
) -> None:
    elsewhere = tmp_path / "lain"
    with_same_ids = bootstrap.open_services(elsewhere, clock=FixedClock(), ids=CountingIds())
    other = workspaces.signed(with_same_ids, workspaces.filled(with_same_ids))
    data = with_same_ids.sealing.pdf(other)
    with_same_ids.close()
    assert other == a_sealed_assessment
    verdict = looked_at(services, data)
    assert "note.seal_differs" in note_codes(verdict)
    assert verdict.grade is Grade.BAD


def test_other_pages_around_the_sealed_record_are_noticed(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    services.verifying.context()
    verdict = services.verifying.verify(services.sealing.pdf(a_sealed_assessment), "kartu.pdf")
    other = msgspec.structs.replace(verdict, drawn="0" * 64)
    assert "note.drawn_differs" in note_codes(services.verifying.conclude(other))


def test_a_page_that_nobody_signed_gets_no_notes_of_ours(services: Services) -> None:
    verdict = looked_at(services, builders.making(builders.auditor()).drawn)
    assert note_codes(verdict) == {"note.unsigned"}


def test_an_assessment_of_somewhere_else_gets_no_notes(services: Services) -> None:
    verdict = looked_at(services, builders.honest())
    assert note_codes(verdict) == {"note.uncertified", "note.instrument_unknown"}


def test_a_corrected_sheet_says_that_it_was_corrected(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    data = services.sealing.pdf(a_sealed_assessment)
    services.amending.amend(a_sealed_assessment, "Salah ketik")
    services.answering.remark(a_sealed_assessment, "Diperbaiki")
    workspaces.signed(services, a_sealed_assessment)
    verdict = looked_at(services, data)
    amended = next(one for one in verdict.notes if one.code == "note.amended")
    assert amended.parameters == {"revision": "2"}
    assert "note.known" in note_codes(verdict)


def test_a_withdrawn_signature_is_told(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    data = services.sealing.pdf(a_sealed_assessment)
    services.amending.withdraw(a_sealed_assessment, "unit_head", workspaces.BUDI, "Keliru")
    withdrawn = next(one for one in looked_at(services, data).notes if one.code == "note.withdrawn")
    assert withdrawn.parameters["reason"] == "Keliru"


def test_without_a_context_only_the_time_is_known(services: Services) -> None:
    verdict = services.verifying.verify(builders.honest(), "kartu.pdf")
    assert verdict.signers[0].trusted.code == "trusted.unknown_issuer"


def a_code_of_somebody_else() -> bytes:
    """A picture of a QR code that leads somewhere."""
    out = io.BytesIO()
    segno.make("https://example.invalid/").save(out, kind="png", scale=8)
    return out.getvalue()


# --- without a workspace -------------------------------------------------------------------------


def test_a_trust_file_is_enough() -> None:
    known = verifying.knowledge(builders.LATER, [builders.headquarters().trust()])
    verdict = verifying.look(builders.honest(), "kartu.pdf", known)
    assert verdict.signers[0].trusted.code == "trusted.ok"


def test_what_an_authority_said_later_than_our_clock_proves_the_clock_wrong() -> None:
    trust = builders.headquarters().trust()
    known = verifying.knowledge(builders.NOW - timedelta(days=90), [trust])
    assert known.floor == datetime.fromisoformat(trust.issued_at)
    verdict = verifying.look(builders.honest(), "kartu.pdf", known)
    assert verdict.signers[0].when.code == "when.clock_here"


def test_a_pdf_is_one_whatever_it_is_called() -> None:
    known = verifying.knowledge(builders.LATER)
    assert verifying.look(builders.honest(), "foto.jpg", known).source == "pdf"


def test_the_instruments_that_ship_are_known() -> None:
    known = verifying.knowledge(builders.LATER)
    assert ("uu25-14", "2024.1") in known.instruments
    assert all(len(digest) == len(Digest("0" * 64)) for digest in known.instruments.values())


@pytest.mark.parametrize(
    "data, name, error",
    [
        (b"MZ\x00\x01", "lain.exe", NothingToVerify),
        (b"", "kosong", NothingToVerify),
        (b"KPD1:ABCD", "kode.txt", PaperDamaged),
        (b"KPX1:ABCD", "kode.txt", NothingToVerify),
        ("Nilai ÷ 99".encode(), "catatan.txt", NothingToVerify),
        (a_code_of_somebody_else(), "kode.png", PaperForeign),
        (
            workspaces.a_photo(),
            "foto.jpg",
            PaperMissing,
        ),
    ],
    ids=["program", "empty", "broken code", "text", "letters", "another code", "photo"],
)
def test_what_cannot_be_looked_at_says_why(data: bytes, name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        verifying.look(data, name, verifying.knowledge(builders.LATER))


def test_a_picture_of_a_code_says_what_the_code_says(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    seal = services.assessments.get(a_sealed_assessment).seal
    assert seal is not None
    out = io.BytesIO()
    segno.make(seal.paper, error="m", micro=False).save(out, kind="png", scale=6)
    pictured = looked_at(services, out.getvalue(), "foto.png")
    assert pictured.digest == looked_at(services, seal.paper.encode(), "KPD1").digest
    assert pictured.signers[0].unchanged.code == "unchanged.paper"


def test_a_file_that_is_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "LARGEST", 100)
    with pytest.raises(EvidenceTooLarge):
        verifying.look(b"%PDF-" + bytes(200), "besar.pdf", verifying.knowledge(builders.LATER))
