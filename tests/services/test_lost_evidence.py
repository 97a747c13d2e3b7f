"""Nothing is sealed while a file that it names as evidence is not here whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import EvidenceDamaged, EvidenceLost, EvidenceMissing, KnownError
from kepatuhan_desktop.progress import Cancelled
from kepatuhan_desktop.services.sealing import Plan
from kepatuhan_desktop.storage.vault import ORIGINALS
from tests.builders import pdf, workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, B2
from tests.builders.workspaces import SIGNATURES

Harm = Callable[[Path], None]


def cut(path: Path) -> None:
    """Half of the file is gone."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    """One bit in the middle is another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def original(services: Services) -> Path:
    """The file of the only photo."""
    (path,) = (services.home / ORIGINALS).rglob("*.age")
    return path


def prepared(services: Services, one: AssessmentId) -> Plan:
    """What will be sealed."""
    return services.sealing.prepare(one, SIGNATURES, "Bandung")


def names(services: Services, one: AssessmentId) -> list[tuple[str, str]]:
    """What is said to be lost, once somebody opens the assessment."""
    lost = services.assessments.opened(one).missing.lost
    return [(piece.indicator, piece.name) for piece in lost]


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_a_lost_or_cut_file_keeps_from_sealing(
    services: Services, a_filled_assessment: AssessmentId, harm: Harm
) -> None:
    harm(original(services))
    with pytest.raises(EvidenceLost):
        prepared(services, a_filled_assessment)


def test_a_file_whose_bytes_changed_is_found_before_anything_is_signed(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = prepared(services, a_filled_assessment)
    flip(original(services))
    before = list(services.home.rglob("*.age"))
    with pytest.raises(EvidenceLost):
        services.sealing.sign(plan)
    assert list(services.home.rglob("*.age")) == before


def test_what_signing_found_is_a_gap_from_then_on(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    plan = prepared(services, a_filled_assessment)
    flip(original(services))
    with pytest.raises(EvidenceLost):
        services.sealing.sign(plan)
    assert names(services, a_filled_assessment) == [(A1, "papan.jpg")]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_refusal_names_indicator_and_file(
    services: Services, a_filled_assessment: AssessmentId, language: str
) -> None:
    original(services).unlink()
    with pytest.raises(EvidenceLost) as refused:
        prepared(services, a_filled_assessment)
    assert "a.1 papan.jpg" in messages.sentence(refused.value, language)


def test_a_refusal_of_many_files_stays_short(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    for number in range(9):
        workspaces.attached(services, a_filled_assessment, B2, f"{number}.jpg")
    original(services).unlink()
    with pytest.raises(EvidenceLost) as refused:
        prepared(services, a_filled_assessment)
    assert refused.value.parameters["files"].endswith(", b.2 2.jpg (+6)")


def test_reading_the_files_can_be_stopped(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    class Stop:
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled(done, total, text)

    with pytest.raises(Cancelled) as stopped:
        services.sealing.sign(prepared(services, a_filled_assessment), progress=Stop())
    assert stopped.value.args[:2] == (0, 1)


def test_lost_evidence_is_a_gap_when_an_assessment_is_opened(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    original(services).unlink()
    assert names(services, a_filled_assessment) == [(A1, "papan.jpg")]


def test_an_answer_asks_the_disk_for_nothing(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    services.assessments.opened(a_filled_assessment)
    original(services).unlink()
    assert services.assessments.overview(a_filled_assessment).missing.is_nothing


def test_the_list_is_what_the_journal_says(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    original(services).unlink()
    services.assessments.opened(a_filled_assessment)
    services.answering.remark(a_filled_assessment, "Baik.")
    before = services.health.fingerprint()
    services.health.rebuild()
    assert services.health.fingerprint() == before
    assert services.assessments.row(a_filled_assessment).status is Status.READY


def test_a_file_that_was_brought_back_lets_the_seal_through(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    path = original(services)
    away = path.rename(path.with_suffix(".away"))
    assert names(services, a_filled_assessment)
    away.rename(path)
    workspaces.signed(services, a_filled_assessment)
    assert services.assessments.get(a_filled_assessment).is_sealed


def test_attaching_the_photo_anew_brings_it_back(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    original(services).unlink()
    assert names(services, a_filled_assessment)
    services.attaching.keep(workspaces.a_photo(), "papan.jpg")
    assert services.assessments.overview(a_filled_assessment).missing.is_nothing


def test_removing_lost_evidence_leaves_what_the_answer_asks_for(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    original(services).unlink()
    (piece,) = services.assessments.get(a_filled_assessment).evidence
    services.attaching.remove(a_filled_assessment, piece)
    found = services.assessments.opened(a_filled_assessment).missing
    assert (len(found.evidence), found.lost) == (1, ())


def test_evidence_that_is_still_on_its_way_is_a_gap_until_it_arrives(
    services: Services, a_filled_assessment: AssessmentId, tmp_path: Path
) -> None:
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(services._workspace.journal.bodies())
        assert names(colleague, a_filled_assessment) == [(A1, "papan.jpg")]
        colleague._workspace.vault.store(workspaces.a_photo())
        assert colleague.assessments.overview(a_filled_assessment).missing.is_nothing


def test_a_sealed_assessment_is_not_looked_at(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    before = services.scorecards.sealed(a_sealed_assessment)
    for path in (services.home / ORIGINALS).rglob("*.age"):
        path.unlink()
    overview = services.assessments.opened(a_sealed_assessment)
    assert (overview.lost, overview.missing.lost) == (frozenset(), ())
    assert services.scorecards.sealed(a_sealed_assessment) == before


def test_a_draft_says_that_evidence_is_lost_although_its_copy_is_left(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    services.scorecards.render(services.scorecards.draft(a_filled_assessment))
    original(services).unlink()
    services.assessments.opened(a_filled_assessment)
    drawn = services.scorecards.render(services.scorecards.draft(a_filled_assessment))
    assert "Berkas bukti tidak ditemukan" in pdf.whole(drawn)


def test_a_draft_says_that_evidence_is_damaged_where_no_copy_is_left(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    flip(original(services))
    drawn = services.scorecards.render(services.scorecards.draft(a_filled_assessment))
    assert "Berkas bukti tidak ditemukan" in pdf.whole(drawn)


@pytest.mark.parametrize("harm, expected", [(Path.unlink, EvidenceMissing), (cut, EvidenceDamaged)])
def test_a_tile_learns_of_a_loss_although_its_thumbnail_is_left(
    services: Services,
    a_filled_assessment: AssessmentId,
    harm: Harm,
    expected: type[KnownError],
) -> None:
    (piece,) = services.assessments.get(a_filled_assessment).evidence.values()
    services.attaching.copies(piece)
    harm(original(services))
    with pytest.raises(expected):
        services.attaching.require(piece)
