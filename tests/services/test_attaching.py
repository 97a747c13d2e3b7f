"""Evidence is kept first and named second; nothing is evidence before it is safe."""

import os
from pathlib import Path

import pytest

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId, IndicatorId
from kepatuhan_desktop.errors import (
    DiskFull,
    EvidenceDamaged,
    EvidenceMissing,
    EvidenceNotAccepted,
    EvidenceTooLarge,
    EvidenceUnreadable,
    InputInvalid,
)
from kepatuhan_desktop.imaging import ingest
from kepatuhan_desktop.storage import vault as vaults
from tests.builders import workspaces
from tests.builders.instruments import A1, A2
from tests.builders.pdf import field
from tests.builders.workspaces import a_photo, attached


def piece(services: Services, one: AssessmentId, evidence: EvidenceId) -> Evidence:
    """A piece of evidence as it stands."""
    return services.assessments.get(one).evidence[evidence]


def test_an_attached_photo_is_evidence(services: Services, an_assessment: AssessmentId) -> None:
    evidence = attached(services, an_assessment, A1)
    found = piece(services, an_assessment, evidence)
    assert (found.indicator, found.name, found.media_type) == (A1, "papan.jpg", "image/jpeg")
    assert (found.width, found.height, found.size) == (320, 240, len(a_photo()))


def test_the_original_is_kept_to_the_byte(services: Services, an_assessment: AssessmentId) -> None:
    evidence = attached(services, an_assessment, A1)
    assert services.attaching.original(piece(services, an_assessment, evidence)) == a_photo()


def test_the_camera_says_when_it_was_taken(services: Services, an_assessment: AssessmentId) -> None:
    evidence = attached(services, an_assessment, A1)
    taken = piece(services, an_assessment, evidence).taken_at
    assert taken is not None
    assert taken.startswith("2024-08-12T09:30")


def test_a_kept_file_is_not_yet_evidence(services: Services, an_assessment: AssessmentId) -> None:
    services.attaching.keep(a_photo(), "x.jpg")
    assert services.assessments.get(an_assessment).evidence == {}


def test_a_photo_at_a_question_that_there_is_not_is_refused(
    services: Services, an_assessment: AssessmentId
) -> None:
    kept = services.attaching.keep(a_photo(), "papan.jpg")
    with pytest.raises(InputInvalid) as refused:
        services.attaching.attach(an_assessment, IndicatorId("z.9"), kept)
    assert refused.value.parameters["field"] == "indicator"
    assert services.assessments.get(an_assessment).evidence == {}


def test_the_same_file_twice_is_two_pieces_of_one_file(
    services: Services, an_assessment: AssessmentId, home: Path
) -> None:
    first, second = attached(services, an_assessment, A1), attached(services, an_assessment, A2)
    assert first != second
    assert len(list((home / vaults.ORIGINALS).rglob("*.age"))) == 1


def test_a_turn_adds_up_and_leaves_the_original(
    services: Services, an_assessment: AssessmentId
) -> None:
    evidence = attached(services, an_assessment, A1)
    services.attaching.rotate(an_assessment, evidence)
    services.attaching.rotate(an_assessment, evidence, 2)
    found = piece(services, an_assessment, evidence)
    assert found.rotation == 270
    assert services.attaching.original(found) == a_photo()


@pytest.mark.parametrize("turns,degrees", [(1, 90), (4, 0), (-1, 270), (5, 90)])
def test_a_turn_stays_within_the_circle(
    services: Services, an_assessment: AssessmentId, turns: int, degrees: int
) -> None:
    evidence = attached(services, an_assessment, A1)
    services.attaching.rotate(an_assessment, evidence, turns)
    assert piece(services, an_assessment, evidence).rotation == degrees


def test_a_caption_is_held_without_its_margins(
    services: Services, an_assessment: AssessmentId
) -> None:
    evidence = attached(services, an_assessment, A1)
    services.attaching.caption(an_assessment, evidence, " papan di lobi ")
    assert piece(services, an_assessment, evidence).caption == "papan di lobi"


def test_removed_evidence_is_gone_from_the_assessment(
    services: Services, an_assessment: AssessmentId
) -> None:
    services.attaching.remove(an_assessment, attached(services, an_assessment, A1))
    assert services.assessments.get(an_assessment).evidence == {}


def test_undo_brings_removed_evidence_back_with_its_file(
    services: Services, an_assessment: AssessmentId
) -> None:
    evidence = attached(services, an_assessment, A1)
    services.attaching.remove(an_assessment, evidence)
    services.editing.undo(an_assessment)
    assert services.attaching.original(piece(services, an_assessment, evidence)) == a_photo()


def test_evidence_stands_in_the_order_in_which_it_came(
    services: Services, an_assessment: AssessmentId
) -> None:
    came = [attached(services, an_assessment, A1) for _ in range(3)]
    services.attaching.remove(an_assessment, came.pop(1))
    came += [attached(services, an_assessment, A1) for _ in range(2)]
    state = services.assessments.get(an_assessment)
    assert [one for one, _ in state.evidence_of(A1)] == came
    assert len({found.order for found in state.evidence.values()}) == 4


def test_a_piece_that_is_not_there_cannot_be_turned(
    services: Services, an_assessment: AssessmentId
) -> None:
    with pytest.raises(InputInvalid):
        services.attaching.rotate(an_assessment, EvidenceId("nowhere"))


@pytest.mark.parametrize(
    "data,name,kind",
    [
        (b"#!/bin/sh\n", "x.jpg", EvidenceNotAccepted),
        (b"", "x.jpg", EvidenceDamaged),
    ],
)
def test_a_refused_file_is_not_kept(
    services: Services, home: Path, data: bytes, name: str, kind: type[Exception]
) -> None:
    with pytest.raises((kind, EvidenceNotAccepted)):
        services.attaching.keep(data, name)
    assert not (home / vaults.ORIGINALS).exists()


def test_half_a_photo_is_refused(services: Services, home: Path) -> None:
    with pytest.raises(EvidenceDamaged):
        services.attaching.keep(a_photo()[: len(a_photo()) // 2], "x.jpg")
    assert not (home / vaults.ORIGINALS).exists()


def test_a_file_is_read_from_the_disk(services: Services, tmp_path: Path) -> None:
    (tmp_path / "papan nama.jpg").write_bytes(a_photo())
    kept = services.attaching.keep_file(tmp_path / "papan nama.jpg", "drop")
    assert (kept.name, kept.source) == ("papan nama.jpg", "drop")


def test_a_huge_file_is_refused_without_reading_it(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "DOCUMENT_BYTES", 10)
    (tmp_path / "x.jpg").write_bytes(a_photo())
    with pytest.raises(EvidenceTooLarge):
        services.attaching.keep_file(tmp_path / "x.jpg")


def test_a_file_that_is_not_there_has_a_sentence(services: Services, tmp_path: Path) -> None:
    with pytest.raises(EvidenceUnreadable) as refused:
        services.attaching.keep_file(tmp_path / "gone.jpg")
    assert refused.value.parameters["name"] == "gone.jpg"


def test_a_folder_is_no_evidence(services: Services, tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    with pytest.raises(EvidenceUnreadable) as refused:
        services.attaching.keep_file(tmp_path / "foto")
    assert "itu sebuah folder" in messages.sentence(refused.value)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_nobody_waits_at_a_pipe(services: Services, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.jpg")
    with pytest.raises(EvidenceUnreadable):
        services.attaching.keep_file(tmp_path / "pipa.jpg")


@pytest.mark.parametrize(
    "name,shown", [("../../etc/x.jpg", "x.jpg"), ("x" * 300, "x" * 120), ("", "")]
)
def test_a_name_is_shown_and_never_a_path(services: Services, name: str, shown: str) -> None:
    assert services.attaching.keep(a_photo(), name).name == shown


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_name_with_bytes_that_are_no_text_can_be_attached(
    services: Services, an_assessment: AssessmentId, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"foto-\xff.jpg")
    path.write_bytes(a_photo())
    kept = services.attaching.keep_file(path)
    evidence, _ = services.attaching.attach(an_assessment, A1, kept)
    assert piece(services, an_assessment, evidence).name == "foto-?.jpg"


def test_copies_are_made_and_then_found(services: Services, an_assessment: AssessmentId) -> None:
    found = piece(services, an_assessment, attached(services, an_assessment, A1))
    assert services.attaching.thumbnail(found) is None
    made = services.attaching.copies(found)
    assert made.thumbnail is not None
    assert services.attaching.thumbnail(found) == made.thumbnail


def test_copies_of_a_pdf_from_before_its_signatures_were_drawn_are_made_again(
    services: Services, an_assessment: AssessmentId
) -> None:
    kept = services.attaching.keep(field(), "surat.pdf")
    evidence, _ = services.attaching.attach(an_assessment, A1, kept)
    services._workspace.vault.store_derived(kept.file.digest, "thumbnail-0", b"old")
    assert services.attaching.thumbnail(piece(services, an_assessment, evidence)) is None


def test_a_lost_original_is_named(
    services: Services, an_assessment: AssessmentId, home: Path
) -> None:
    found = piece(services, an_assessment, attached(services, an_assessment, A1))
    for path in (home / vaults.ORIGINALS).rglob("*.age"):
        path.unlink()
    with pytest.raises(EvidenceMissing):
        services.attaching.copies(found)


def test_on_a_full_disk_a_picture_can_still_be_looked_at(
    services: Services, an_assessment: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = piece(services, an_assessment, attached(services, an_assessment, A1))

    def full(target: Path, data: bytes, *, staging: Path) -> None:
        raise DiskFull(path=target)

    monkeypatch.setattr(vaults, "write_durably", full)
    assert services.attaching.copies(found).thumbnail is not None


def test_on_a_full_disk_nothing_becomes_evidence(
    services: Services, an_assessment: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: bytes, *, staging: Path) -> None:
        raise DiskFull(path=target)

    monkeypatch.setattr(vaults, "write_durably", full)
    with pytest.raises(DiskFull):
        workspaces.attached(services, an_assessment, A1)
    assert services.assessments.get(an_assessment).evidence == {}
