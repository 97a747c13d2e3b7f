"""What is signed is exactly what was looked at, and stays so whatever arrives later."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.assessment import answer_slot
from kepatuhan_desktop.domain.evidence import StoredFile
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EvidenceId, FindingId
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.domain.seal import Seal, Signature
from kepatuhan_desktop.errors import (
    AssessmentSealed,
    BugError,
    DiskFull,
    EvidenceMissing,
    InputInvalid,
    NotReadyToSeal,
)
from kepatuhan_desktop.services.findings import prefilled
from kepatuhan_desktop.services.sealing import Plan
from kepatuhan_desktop.storage import vault as vaults
from tests.builders import workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, A2, B1, HALF, NONE, of_weights, small
from tests.builders.workspaces import BUDI, PDF, SIGNATURES, SITI

AUDITOR, HEAD = SIGNATURES


def prepared(services: Services, one: AssessmentId) -> Plan:
    """What will be sealed."""
    return services.sealing.prepare(one, SIGNATURES, "Bandung")


def seal_of(services: Services, one: AssessmentId) -> Seal:
    """The seal that stands."""
    seal = services.assessments.get(one).seal
    assert seal is not None
    return seal


def refused(services: Services, one: AssessmentId, *signatures: Signature, place: str = "x") -> str:
    """The field that signing is refused for."""
    with pytest.raises(InputInvalid) as error:
        services.sealing.prepare(one, signatures, place)
    return error.value.parameters["field"]


def test_a_seal_covers_every_entry_that_was_current(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    covered = services.assessments.get(a_filled_assessment).covered()
    workspaces.sealed(services, a_filled_assessment)
    seal = seal_of(services, a_filled_assessment)
    assert seal.covers == covered
    assert seal.entries == chain.digest(covered)


def test_a_seal_names_the_pdf_that_was_signed(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    seal = seal_of(services, a_sealed_assessment)
    assert seal.scorecard == hashlib.sha256(PDF).hexdigest()
    assert seal.scorecard_size == len(PDF)


def test_a_seal_names_the_instrument(services: Services, a_sealed_assessment: AssessmentId) -> None:
    assert seal_of(services, a_sealed_assessment).instrument == small().digest


def test_a_seal_holds_score_category_and_zone(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    seal = seal_of(services, a_sealed_assessment)
    assert (seal.score, seal.category, seal.zone) == ("100.00", "A", "green")


def test_a_seal_keeps_the_strokes(services: Services, a_sealed_assessment: AssessmentId) -> None:
    assert seal_of(services, a_sealed_assessment).signatures == SIGNATURES


def test_the_pdf_comes_back_as_it_was_signed(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    assert services.sealing.pdf(a_sealed_assessment) == PDF


def test_there_is_no_signed_pdf_before_sealing(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    with pytest.raises(NotReadyToSeal):
        services.sealing.pdf(a_filled_assessment)


def test_a_lost_pdf_is_named(
    services: Services, a_sealed_assessment: AssessmentId, home: Path
) -> None:
    for path in (home / vaults.ORIGINALS).rglob("*.age"):
        path.unlink()
    with pytest.raises(EvidenceMissing):
        services.sealing.pdf(a_sealed_assessment)


def test_something_missing_keeps_from_signing(
    services: Services, an_assessment: AssessmentId
) -> None:
    with pytest.raises(NotReadyToSeal):
        prepared(services, an_assessment)


def test_without_a_score_there_is_nothing_to_sign(services: Services) -> None:
    asked = of_weights(["1"])
    one = workspaces.started(services, asked)
    services.answering.exclude(one, next(iter(asked.indicators)), "tidak ada")
    with pytest.raises(NotReadyToSeal):
        prepared(services, one)


def test_signing_needs_the_auditor(services: Services, a_filled_assessment: AssessmentId) -> None:
    unsigned = Signature(role=AUDITOR.role, person=SITI)
    nameless = msgspec.structs.replace(AUDITOR, person=msgspec.structs.replace(SITI, name=" "))
    touched = msgspec.structs.replace(AUDITOR, strokes=((),))
    unwilling = msgspec.structs.replace(AUDITOR, refused_because="Tidak.")
    for signatures in ((HEAD,), *((one, HEAD) for one in (unsigned, nameless, touched, unwilling))):
        assert refused(services, a_filled_assessment, *signatures) == "auditor_signature"


def test_signing_needs_the_head_or_a_reason(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    silent = Signature(role=HEAD.role, person=BUDI, refused_because=" ")
    both = msgspec.structs.replace(HEAD, refused_because="Tidak.")
    nameless = msgspec.structs.replace(HEAD, person=msgspec.structs.replace(BUDI, name=" "))
    for signatures in ((AUDITOR,), *((AUDITOR, one) for one in (silent, both, nameless))):
        assert refused(services, a_filled_assessment, *signatures) == "unit_signature"


def test_signing_needs_a_place(services: Services, a_filled_assessment: AssessmentId) -> None:
    assert refused(services, a_filled_assessment, *SIGNATURES, place=" ") == "place"


def test_a_head_may_refuse_with_a_reason(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    refusal = Signature(role=HEAD.role, person=BUDI, refused_because="Tidak setuju.")
    workspaces.sealed(services, a_filled_assessment, signatures=(AUDITOR, refusal))
    assert seal_of(services, a_filled_assessment).signatures == (AUDITOR, refusal)
    [told] = services.assessments.get(a_filled_assessment).refusals
    assert (told.role, told.person, told.reason) == (HEAD.role, BUDI, "Tidak setuju.")
    assert told.revision == 1


def test_a_change_since_the_review_keeps_from_sealing(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = prepared(services, a_filled_assessment)
    services.answering.note(a_filled_assessment, A1, "baru")
    with pytest.raises(NotReadyToSeal):
        services.sealing.seal(a_filled_assessment, plan, workspaces.kept(services))
    assert services.assessments.get(a_filled_assessment).seal is None


def test_a_plan_for_another_assessment_is_not_sealed(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = prepared(services, a_filled_assessment)
    other = workspaces.filled(services)
    with pytest.raises(NotReadyToSeal):
        services.sealing.seal(other, plan, workspaces.kept(services))


def test_a_seal_that_could_not_be_stored_did_not_happen(
    services: Services, a_filled_assessment: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: bytes, *, staging: Path) -> None:
        raise DiskFull(path=target)

    plan = prepared(services, a_filled_assessment)
    monkeypatch.setattr(vaults, "write_durably", full)
    with pytest.raises(DiskFull):
        services.sealing.sign(plan)
    assert services.assessments.get(a_filled_assessment).seal is None


def test_a_pdf_that_was_not_kept_cannot_be_signed(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = prepared(services, a_filled_assessment)
    nowhere = StoredFile(digest=Digest("0" * 64), size=1)
    signed = msgspec.structs.replace(workspaces.kept(services), stored=nowhere)
    with pytest.raises(EvidenceMissing):
        services.sealing.seal(a_filled_assessment, plan, signed)
    assert services.assessments.get(a_filled_assessment).seal is None


EVERYTHING: list[Callable[[Services, AssessmentId], object]] = [
    lambda it, one: it.answering.choose(one, A2, NONE),
    lambda it, one: it.answering.exclude(one, A2, "x"),
    lambda it, one: it.answering.clear(one, A2),
    lambda it, one: it.answering.note(one, A2, "x"),
    lambda it, one: it.answering.remark(one, "x"),
    lambda it, one: workspaces.attached(it, one, A2),
    lambda it, one: it.attaching.rotate(one, next(iter(it.assessments.get(one).evidence))),
    lambda it, one: it.attaching.caption(one, next(iter(it.assessments.get(one).evidence)), "x"),
    lambda it, one: it.attaching.remove(one, EvidenceId("x")),
    lambda it, one: it.findings.put(
        one, msgspec.structs.replace(prefilled(small(), A1), statement="x")
    ),
    lambda it, one: it.findings.remove(one, FindingId("x")),
    lambda it, one: it.editing.undo(one),
    lambda it, one: it.editing.redo(one),
    lambda it, one: it.sealing.prepare(one, SIGNATURES, "x"),
]


@pytest.mark.parametrize("number", range(len(EVERYTHING)))
def test_a_sealed_assessment_refuses_everything(
    services: Services, a_sealed_assessment: AssessmentId, number: int
) -> None:
    before = services._workspace.journal.bodies()
    with pytest.raises(AssessmentSealed):
        EVERYTHING[number](services, a_sealed_assessment)
    assert services._workspace.journal.bodies() == before


def test_the_sealed_scorecard_is_the_one_that_was_prepared(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = prepared(services, a_filled_assessment)
    services.sealing.seal(a_filled_assessment, plan, workspaces.kept(services))
    assert services.scorecards.sealed(a_filled_assessment) == plan.card


def test_a_plan_seals_once(services: Services, a_filled_assessment: AssessmentId) -> None:
    plan, signed = prepared(services, a_filled_assessment), workspaces.kept(services)
    services.sealing.seal(a_filled_assessment, plan, signed)
    with pytest.raises(AssessmentSealed):
        services.sealing.seal(a_filled_assessment, plan, signed)


def test_the_sealed_scorecard_is_the_same_after_the_office_was_renamed(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    before = services.scorecards.sealed(a_sealed_assessment)
    unit = services.assessments.get(a_sealed_assessment).profile.unit
    services.organisations.revise_unit(
        unit, msgspec.structs.replace(before.unit, name="Dinas Lain", head_name="Orang Lain")
    )
    assert services.scorecards.sealed(a_sealed_assessment) == before


def test_the_sealed_scorecard_does_not_gain_an_earlier_result(services: Services) -> None:
    unit = workspaces.an_office(services)
    one = workspaces.a_sealed_assessment(services, unit=unit, period="2024")
    before = services.scorecards.sealed(one)
    workspaces.a_sealed_assessment(services, unit=unit, period="2023", worst=True)
    assert services.scorecards.sealed(one) == before


def test_an_unsealed_assessment_has_no_sealed_scorecard(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    with pytest.raises(BugError):
        services.scorecards.sealed(a_filled_assessment)


def test_a_draft_is_not_sealed(services: Services, a_filled_assessment: AssessmentId) -> None:
    card = services.scorecards.draft(a_filled_assessment)
    assert (card.sealed_at, card.signatures) == (None, ())


def test_a_scorecard_has_every_indicator_in_its_order(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    services.answering.note(a_filled_assessment, A2, "lihat foto")
    card = services.scorecards.draft(a_filled_assessment)
    assert [line.indicator for line in card.lines] == list(small().indicators)
    assert [line.note for line in card.lines][1] == "lihat foto"
    assert len(card.lines[0].evidence) == 1


@pytest.fixture
def late(services: Services, a_filled_assessment: AssessmentId, tmp_path: Path) -> AssessmentId:
    """A sealed assessment, after a colleague's answer of before the seal arrived."""
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(services._workspace.journal.bodies())
        colleague.answering.choose(a_filled_assessment, A2, NONE)
        colleague.answering.note(a_filled_assessment, B1, "terlambat")
        workspaces.sealed(services, a_filled_assessment)
        services._workspace.journal.merge(colleague._workspace.journal.bodies())
    return a_filled_assessment


def test_what_arrives_late_is_visible(services: Services, late: AssessmentId) -> None:
    state = services.assessments.get(late)
    authors = {entry.device for entry in state.heads[answer_slot(A2)]}
    assert authors != {services.device}
    assert services.assessments.overview(late).late == (answer_slot(A2), "note/b.1")


def test_what_arrives_late_does_not_move_the_sealed_scorecard(
    services: Services, late: AssessmentId
) -> None:
    card = services.scorecards.sealed(late)
    assert isinstance(card.result.total, Score)
    assert card.result.total.value == "100.00"
    assert card.journal == seal_of(services, late).entries
    assert {line.note for line in card.lines} == {""}


def test_what_arrives_late_does_not_move_the_overview(
    services: Services, late: AssessmentId
) -> None:
    overview = services.assessments.overview(late)
    assert isinstance(overview.result.total, Score)
    assert overview.result.total.value == "100.00"
    assert overview.explanation().way is None


def test_what_arrives_late_does_not_move_the_list(services: Services, late: AssessmentId) -> None:
    row = services.assessments.row(late)
    assert (row.status, row.score, row.category) == ("sealed", "100.00", "A")


def test_nothing_is_late_where_nothing_came_after_the_seal(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    assert services.assessments.overview(a_sealed_assessment).late == ()


def test_two_seals_of_two_laptops_are_a_conflict_that_all_show_alike(
    services: Services, a_filled_assessment: AssessmentId, tmp_path: Path
) -> None:
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        theirs, mine = colleague._workspace.journal, services._workspace.journal
        theirs.merge(mine.bodies())
        colleague.attaching.keep(workspaces.a_photo(), "papan.jpg")
        colleague.answering.choose(a_filled_assessment, A2, HALF)
        workspaces.sealed(colleague, a_filled_assessment)
        workspaces.sealed(services, a_filled_assessment)
        theirs.merge(mine.bodies())
        mine.merge(theirs.bodies())
        assert services.assessments.get(a_filled_assessment).conflicts[-1] == "seal"
        assert seal_of(services, a_filled_assessment) == seal_of(colleague, a_filled_assessment)
