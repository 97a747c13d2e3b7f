"""What several laptops said differently, side by side, and what becomes of it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import PROFILE, REMARK, answer_slot, note_slot
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.scoring import Chosen, Score
from kepatuhan_desktop.errors import AssessmentUnknown, InputInvalid
from kepatuhan_desktop.services.disputes import Dispute, answer_of, finding_of
from tests.builders import team, workspaces
from tests.builders.instruments import A1, A2, A3, B1, FULL, HALF, NONE


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Services, ...]]:
    with team.laptops(tmp_path / "tim", 2) as some:
        yield some


@pytest.fixture
def one(laptops: tuple[Services, ...], tmp_path: Path) -> AssessmentId:
    """An assessment about which two auditors disagree, at the first one's laptop."""
    first, second = laptops
    found = team.visit(tmp_path, laptops)
    team.quarrel(laptops, found)
    team.take(first, team.bundle(second, tmp_path / "b", found))
    return found


def at(services: Services, one: AssessmentId, slot: str) -> Dispute:
    """The conflict in a slot."""
    return next(it for it in services.disputes.of(one) if it.slot == slot)


def test_conflicts_stand_in_the_order_of_the_questions(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    first = laptops[0]
    found = first.disputes.of(one)
    kinds = [it.versions[0].kind for it in found]
    assert kinds == ["answer", "note", "note", "finding", "evidence", "assessment", "remark"]
    assert [it.indicator.id for it in found if it.indicator] == [A1, A1, A2, A3, B1]
    assert first.disputes.assessments() == (one,)
    assert first.disputes.count() == 7
    assert laptops[1].disputes.assessments() == ()


def test_each_version_tells_who_said_it_and_what_it_would_do(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    first, second = laptops
    budi, siti = at(first, one, answer_slot(A1)).versions
    assert (siti.author, siti.device) == ("Siti Aminah (198001012005012001)", first.device)
    assert (budi.author, budi.device) == ("Budi Santoso (197502021999031002)", second.device)
    assert (answer_of(siti), answer_of(budi)) == (Chosen(FULL), Chosen(NONE))
    assert siti.at < budi.at
    assert siti.note.startswith("Terpasang")
    assert budi.note.startswith("Tidak terlihat")
    assert [piece.name for _, piece in siti.pieces] == [
        "papan-loket-2.jpg",
        "papan-pintu-masuk.jpg",
    ]
    assert [piece.name for _, piece in budi.pieces] == ["ruang-tunggu.jpg"]
    assert siti.result is not None
    assert budi.result is not None
    assert isinstance(siti.result.total, Score)
    assert isinstance(budi.result.total, Score)
    assert (siti.result.total.value, budi.result.total.value) == ("100.00", "0.00")


def test_versions_of_other_kinds_bear_on_no_score(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    for dispute in laptops[0].disputes.of(one):
        if dispute.versions[0].kind != Kind.ANSWER:
            assert all(version.result is None for version in dispute.versions)
    finding = next(it for it in laptops[0].disputes.of(one) if it.slot.startswith("finding/"))
    statements = {getattr(finding_of(it), "statement", "") for it in finding.versions}
    assert len(statements) == 2


@pytest.mark.parametrize("place", [0, 1])
def test_every_kind_is_settled_for_either_version(
    laptops: tuple[Services, ...], one: AssessmentId, place: int
) -> None:
    first = laptops[0]
    for dispute in first.disputes.of(one):
        version = dispute.versions[place]
        changes = first.disputes.settle(dispute, version.entry)
        assert changes.slots == {dispute.slot}
        (head,) = first.assessments.get(one).heads[dispute.slot]
        assert head.value == version.value
    assert first.disputes.of(one) == ()
    assert first.disputes.assessments() == ()
    assert first.disputes.count() == 0


def test_a_decision_travels_and_is_final_everywhere(
    laptops: tuple[Services, ...], one: AssessmentId, tmp_path: Path
) -> None:
    first, second = laptops
    for dispute in first.disputes.of(one):
        first.disputes.settle(dispute, dispute.versions[0].entry)
    team.take(second, team.bundle(first, tmp_path / "kembali", one))
    assert second.disputes.of(one) == ()
    assert second.assessments.get(one).answers == first.assessments.get(one).answers


def test_undoing_shows_the_same_people_again(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    first = laptops[0]
    before = at(first, one, note_slot(A2))
    first.disputes.settle(before, before.versions[0].entry)
    first.editing.undo(one)
    after = at(first, one, note_slot(A2))
    people = [(it.author, it.value) for it in before.versions]
    assert [(it.author, it.value) for it in after.versions] == people


def test_who_agrees_stands_beside_who_said_it(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim") as some:
        first, second, third = some
        one = team.visit(tmp_path, some)
        for services, option in zip(some, (FULL, HALF, HALF), strict=True):
            services.answering.choose(one, A1, option)
        for number, services in enumerate((second, third)):
            team.take(first, team.bundle(services, tmp_path / str(number), one))
        dispute = at(first, one, answer_slot(A1))
        agreed = next(it for it in dispute.versions if answer_of(it) == Chosen(HALF))
        assert len(dispute.versions) == 2
        assert {agreed.author.split(" (")[0], *(it.split(" (")[0] for it in agreed.others)} == {
            "Budi Santoso",
            "Citra Dewi Lestari",
        }


def test_an_answer_that_was_taken_back_is_a_version_too(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim", 2) as some:
        first, second = some
        one = workspaces.started(first)
        first.answering.choose(one, A1, HALF)
        team.take(second, team.bundle(first, tmp_path / "a", one))
        first.answering.choose(one, A1, FULL)
        second.answering.clear(one, A1)
        first.answering.note(one, A1, "bersama")
        team.take(first, team.bundle(second, tmp_path / "b", one))
        dispute = at(first, one, answer_slot(A1))
        cleared = next(it for it in dispute.versions if it.value is None)
        assert answer_of(cleared) is None
        assert dispute.shared_note == "bersama"


def test_a_piece_that_was_removed_is_a_version_without_a_picture(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim", 2) as some:
        first, second = some
        one = team.visit(tmp_path, some)
        (name,) = first.assessments.get(one).evidence
        (key,) = first.assessments.get(one).findings
        first.attaching.caption(one, name, "loket")
        first.findings.remove(one, key)
        second.attaching.remove(one, name)
        ((_, finding),) = second.assessments.get(one).findings.items()
        second.findings.put(one, msgspec.structs.replace(finding, statement="lain"), key)
        team.take(first, team.bundle(second, tmp_path / "b", one))
        evidence = at(first, one, f"evidence/{name}")
        assert sorted(len(it.pieces) for it in evidence.versions) == [0, 1]
        gone = next(it for it in at(first, one, f"finding/{key}").versions if it.value is None)
        assert finding_of(gone) is None


def test_only_an_entry_of_the_conflict_can_be_chosen(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    dispute = at(laptops[0], one, REMARK)
    with pytest.raises(InputInvalid):
        laptops[0].disputes.settle(dispute, EntryId("0" * 64))


def test_a_sealed_assessment_has_nothing_to_settle(services: Services) -> None:
    one = workspaces.a_sealed_assessment(services)
    assert services.disputes.of(one) == ()
    assert services.disputes.assessments() == ()


def test_an_unknown_assessment_is_said_to_be(services: Services) -> None:
    with pytest.raises(AssessmentUnknown):
        services.disputes.of(AssessmentId("x"))


def test_a_question_that_the_instrument_lacks_stands_at_the_end(
    laptops: tuple[Services, ...], one: AssessmentId
) -> None:
    slots = [it.slot for it in laptops[0].disputes.of(one) if it.indicator is None]
    assert slots == [PROFILE, REMARK]
