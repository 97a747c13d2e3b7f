"""A scanner's PDF is the picture of a sheet; a computer's PDF has to be signed itself."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import EvidenceDamaged
from kepatuhan_desktop.imaging import codes
from kepatuhan_desktop.services.verifying import look
from tests.builders import workspaces
from tests.builders.photographs import copied, printed


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def one(services: Services) -> AssessmentId:
    return workspaces.signed(services, workspaces.filled(services))


def scan(image: Image.Image) -> bytes:
    """What an office's scanner sends."""
    out = io.BytesIO()
    image.save(out, "PDF", resolution=150)
    return out.getvalue()


def test_a_scanned_copy_is_read_as_its_code(services: Services, one: AssessmentId) -> None:
    page = copied(printed(services.sealing.pdf(one), 150))
    verdict = look(scan(page), "scan.pdf", services.verifying.context())
    assert verdict.source == "paper"
    assert verdict.signers[0].unchanged.code == "unchanged.paper"
    assert verdict.printed is not None
    assert verdict.printed.assessment == one


def test_a_scan_without_a_code_is_no_signed_file(services: Services) -> None:
    verdict = look(scan(Image.new("L", (600, 800), 255)), "x.pdf", services.verifying.context())
    assert verdict.source == "pdf"
    assert not verdict.signers


def test_a_page_with_words_that_lost_its_signatures_is_not_saved_by_its_code(
    services: Services, one: AssessmentId
) -> None:
    seal = services.assessments.get(one).seal
    assert seal is not None
    drawn = services.sealing.pdf(one)[: seal.drawn_size]
    assert codes.texts(drawn) == (seal.paper,)
    verdict = look(drawn, "kartu.pdf", services.verifying.context())
    assert verdict.source == "pdf"
    assert not verdict.signers
    assert [note.code for note in verdict.notes] == ["note.unsigned", "note.code_on_page"]


def test_a_scan_that_cannot_be_drawn_is_no_signed_file(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> tuple[str, ...]:
        raise EvidenceDamaged(name="x")

    monkeypatch.setattr(codes, "texts", fail)
    verdict = look(scan(Image.new("L", (600, 800), 255)), "x.pdf", services.verifying.context())
    assert verdict.source == "pdf"
