"""A PDF that came back stamped is kept beside the sealed one, if it is ours and nothing more."""

from datetime import timedelta
from pathlib import Path

import pytest

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.acts import stamp_slot
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.seal import Stamp
from kepatuhan_desktop.errors import (
    AssessmentNotSealed,
    EvidenceMissing,
    StampForeign,
    StampRefused,
)
from kepatuhan_desktop.signing import pades
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.storage import vault as vaults
from tests.builders import workspaces
from tests.builders.clock import START, FixedClock
from tests.signing import builders

STAMPED_AT = START + timedelta(days=2)


@pytest.fixture
def a_signed_assessment(services: Services, a_filled_assessment: AssessmentId) -> AssessmentId:
    """A small assessment, drawn and signed as in the field."""
    return workspaces.signed(services, a_filled_assessment)


def stamped(pdf: bytes, source: Source | None = None) -> bytes:
    """What comes back from whoever stamps."""
    source = source or builders.stamping(START)
    return pades.countersign(pdf, source=source, at=STAMPED_AT, field=pades.STAMP)


def taken(services: Services, one: AssessmentId, data: bytes) -> Stamp:
    """Kept and written."""
    stamp = services.stamping.keep(services.stamping.request(one), data, "kembali.pdf")
    services.stamping.add(one, stamp)
    return stamp


def test_a_stamped_file_is_kept_beside_the_sealed_one(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    ours = services.sealing.pdf(a_signed_assessment)
    back = stamped(ours)
    stamp = taken(services, a_signed_assessment, back)
    assert (stamp.name, stamp.claimed_at) == (builders.HEAD.name, STAMPED_AT.isoformat())
    assert services.stamping.stamps(a_signed_assessment) == (stamp,)
    assert services.stamping.pdf_of(stamp) == back
    assert services.sealing.pdf(a_signed_assessment) == ours


def test_a_stamp_changes_neither_seal_nor_content(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    before = services.assessments.get(a_signed_assessment)
    taken(services, a_signed_assessment, stamped(services.sealing.pdf(a_signed_assessment)))
    after = services.assessments.get(a_signed_assessment)
    assert (after.seal, after.covered()) == (before.seal, before.covered())
    assert services.assessments.overview(a_signed_assessment).late == ()
    assert after.is_sealed


def test_a_later_stamp_of_the_same_seal_replaces_the_earlier(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    ours = services.sealing.pdf(a_signed_assessment)
    first = taken(services, a_signed_assessment, stamped(ours))
    second = taken(services, a_signed_assessment, stamped(ours))
    assert first != second
    assert services.stamping.stamps(a_signed_assessment) == (second,)


def test_the_stamp_of_an_earlier_revision_stays_with_it(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    seal = services.assessments.get(a_signed_assessment).seal_id
    stamp = taken(services, a_signed_assessment, stamped(services.sealing.pdf(a_signed_assessment)))
    services.amending.amend(a_signed_assessment, "Salah foto.")
    workspaces.signed(services, a_signed_assessment)
    assert services.stamping.stamps(a_signed_assessment) == ()
    assert services.stamping.stamps(a_signed_assessment, seal) == (stamp,)


def test_what_is_not_sealed_has_no_stamp(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    assert services.stamping.stamps(a_filled_assessment) == ()
    with pytest.raises(AssessmentNotSealed):
        services.stamping.request(a_filled_assessment)


def test_another_file_is_refused(services: Services, a_signed_assessment: AssessmentId) -> None:
    request = services.stamping.request(a_signed_assessment)
    for data in (b"", b"%PDF-1.7\n%%EOF\n", stamped(builders.honest())):
        with pytest.raises(StampForeign):
            services.stamping.keep(request, data, "lain.pdf")


def test_what_is_refused_says_why(services: Services, a_signed_assessment: AssessmentId) -> None:
    request = services.stamping.request(a_signed_assessment)
    ours = services.sealing.pdf(a_signed_assessment)
    for data, why in (
        (ours, "belum bertanda tangan"),
        (ours + b"rusak", "perubahan selain stempel"),
        (stamped(ours, builders.self_issued(at=START)), "sertifikat yang dibuat sendiri"),
    ):
        with pytest.raises(StampRefused) as refused:
            services.stamping.keep(request, data, "kembali.pdf")
        assert why in messages.sentence(refused.value)
    assert services.stamping.stamps(a_signed_assessment) == ()
    assert services.sealing.pdf(a_signed_assessment) == ours


def test_nothing_that_is_refused_is_kept(
    services: Services, a_signed_assessment: AssessmentId, home: Path
) -> None:
    before = sorted((home / vaults.ORIGINALS).rglob("*.age"))
    request = services.stamping.request(a_signed_assessment)
    with pytest.raises(StampForeign):
        services.stamping.keep(request, b"x", "lain.pdf")
    assert sorted((home / vaults.ORIGINALS).rglob("*.age")) == before


def test_a_stamp_whose_file_is_not_there_is_not_written(
    services: Services, a_signed_assessment: AssessmentId
) -> None:
    seal = services.assessments.get(a_signed_assessment).seal_id
    assert seal is not None
    stamp = Stamp(seal=seal, digest=Digest("0" * 64), size=1, name="", issuer="", claimed_at="")
    with pytest.raises(EvidenceMissing):
        services.stamping.add(a_signed_assessment, stamp)
    assert services.assessments.get(a_signed_assessment).seen(stamp_slot(seal)) == ()


def test_the_doctor_misses_a_lost_stamped_file(
    services: Services, clock: FixedClock, a_signed_assessment: AssessmentId, home: Path
) -> None:
    known = set((home / vaults.ORIGINALS).rglob("*.age"))
    taken(services, a_signed_assessment, stamped(services.sealing.pdf(a_signed_assessment)))
    (new,) = set((home / vaults.ORIGINALS).rglob("*.age")) - known
    new.unlink()
    evidence = next(one for one in services.health.examine() if one.name == "evidence")
    assert not evidence.ok
