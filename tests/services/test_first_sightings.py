"""Taking a bundle in is when this device saw the signatures in it first."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.errors import BundleSenderUnknown, StorageFailed
from kepatuhan_desktop.services import importing, verifying
from kepatuhan_desktop.signing import pades, paper
from tests.builders import team, workspaces
from tests.builders.clock import START, CountingIds, FixedClock

ARRIVED = START + timedelta(days=3)
LATER = START + timedelta(days=30)


@pytest.fixture(autouse=True)
def an_old_release(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of these tests shows a day before the program's release."""
    monkeypatch.setattr(verifying, "RELEASED", datetime(2020, 1, 1, tzinfo=UTC))


class Desk:
    """Somebody else's device, with a clock of its own."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "other"
        self.clock = FixedClock(ARRIVED)
        self.services = self._open()

    def again(self) -> Services:
        """The program was ended and started again."""
        self.services.close()
        self.services = self._open()
        return self.services

    def looked_at(self, data: bytes, name: str = "kartu.pdf") -> Verdict:
        """The verdict, long after."""
        self.clock.set(LATER)
        verify = self.services.verifying
        verify.context()
        return verify.conclude(verify.verify(data, name))

    def seen(self) -> dict[str, datetime]:
        """Everything that was seen here, with its moment."""
        return self.services._workspace.sightings.all()

    def _open(self) -> Services:
        return bootstrap.open_services(self.home, clock=self.clock, ids=CountingIds("o"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.services.close()


@pytest.fixture
def signed(services: Services) -> AssessmentId:
    """Drawn and signed as in the field."""
    return workspaces.signed(services, workspaces.filled(services))


@pytest.fixture
def path(services: Services, signed: AssessmentId, tmp_path: Path) -> Path:
    """The bundle that holds it."""
    return team.bundle(services, tmp_path / "stick", signed)


def moments(verdict: Verdict) -> set[tuple[str, str]]:
    """What each signature says of when."""
    return {(it.when.code, it.when.parameters.get("received", "")) for it in verdict.signers}


def test_a_scorecard_was_received_when_its_bundle_was_taken_in(
    services: Services, signed: AssessmentId, path: Path, desk: Desk
) -> None:
    desk.services.importing.take_in(path, consent=True)
    verdict = desk.looked_at(services.sealing.pdf(signed))
    assert moments(verdict) == {("when.ok", ARRIVED.isoformat())}


def test_so_was_the_code_on_its_page(
    services: Services, signed: AssessmentId, path: Path, desk: Desk
) -> None:
    desk.services.importing.take_in(path, consent=True)
    seal = services.assessments.get(signed).seal
    assert seal is not None
    assert desk.seen()[paper.digest(seal.paper)] == ARRIVED
    assert set(desk.seen()) == {
        *pades.digests(services.sealing.pdf(signed)),
        paper.digest(seal.paper),
    }


def test_looking_at_a_plan_is_no_receipt(path: Path, desk: Desk) -> None:
    service = desk.services.importing
    plan = service.plan(service.inspect(path))
    assert desk.seen() == {}
    service.fetch(plan)
    assert desk.seen() == {}
    with pytest.raises(BundleSenderUnknown):
        service.apply(plan)
    assert desk.seen() == {}


def test_the_first_moment_stays(path: Path, desk: Desk) -> None:
    desk.services.importing.take_in(path, consent=True)
    before = desk.seen()
    desk.clock.set(LATER)
    desk.services.importing.take_in(path, consent=True)
    assert desk.seen() == before
    assert set(before.values()) == {ARRIVED}


def test_an_import_that_was_broken_off_is_noted_when_it_succeeds(
    services: Services, signed: AssessmentId, path: Path, desk: Desk
) -> None:
    service = desk.services.importing
    service.fetch(service.plan(service.inspect(path)))
    service = desk.again().importing
    desk.clock.set(ARRIVED + timedelta(hours=1))
    plan = service.plan(service.inspect(path))
    assert plan.merge.wanted == ()
    service.fetch(plan)
    service.apply(plan, consent=True)
    assert set(pades.digests(services.sealing.pdf(signed))) <= desk.seen().keys()
    assert set(desk.seen().values()) == {ARRIVED + timedelta(hours=1)}


def test_a_file_that_is_damaged_here_stands_in_nobodys_way(path: Path, desk: Desk) -> None:
    service = desk.services.importing
    service.fetch(service.plan(service.inspect(path)))
    for file in (desk.home / "evidence").rglob("*.age"):
        file.write_bytes(b"x")
    service = desk.again().importing
    plan = service.plan(service.inspect(path))
    service._first_seen.look_again(plan.merge.fresh, plan.inspected.parcel.blobs)
    assert service._first_seen._found == {}


def test_a_pdf_that_comes_after_its_entries_is_noted_then(
    services: Services, signed: AssessmentId, path: Path, desk: Desk
) -> None:
    seal = services.assessments.get(signed).seal
    assert seal is not None
    service = desk.services.importing
    found = service.inspect(path)
    blobs = {one: size for one, size in found.parcel.blobs.items() if one != seal.scorecard}
    part = msgspec.structs.replace(found, parcel=msgspec.structs.replace(found.parcel, blobs=blobs))
    service.apply(_fetched(service, part, path, found), consent=True)
    assert set(desk.seen()) == {paper.digest(seal.paper)}
    desk.clock.set(LATER)
    service.take_in(path, consent=True)
    moments_of = {desk.seen()[one] for one in pades.digests(services.sealing.pdf(signed))}
    assert moments_of == {LATER}


def _fetched(
    service: importing.Importing,
    part: importing.Inspected,
    path: Path,
    whole: importing.Inspected,
) -> importing.ImportPlan:
    """The plan of a part of a bundle, with its files stored from the whole one."""
    plan = service.plan(part)
    service.fetch(
        msgspec.structs.replace(plan, inspected=msgspec.structs.replace(whole, path=path))
    )
    return plan


@pytest.fixture
def several(services: Services, signed: AssessmentId, path: Path, tmp_path: Path) -> list[Path]:
    """Two bundles with a signed scorecard each."""
    unit = services.assessments.get(signed).profile.unit
    other = workspaces.signed(services, workspaces.filled(services, unit=unit, period="2025"))
    return [path, team.bundle(services, tmp_path / "stick", other)]


def test_files_that_share_a_transaction_are_noted_each(several: list[Path], desk: Desk) -> None:
    done = list(desk.services.importing.take_in_all(several, consent=lambda _sender: True))
    assert [one.error for one in done] == [None, None]
    # Two signatures and a code on paper for each scorecard.
    assert len(desk.seen()) == 6
    assert set(desk.seen().values()) == {ARRIVED}


def test_they_are_noted_as_well_when_that_transaction_failed(
    several: list[Path], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = desk.services._workspace.journal
    together = journal.together

    @contextmanager
    def failing() -> Iterator[None]:
        with together():
            yield
            raise StorageFailed(path="x", reason="planted")

    monkeypatch.setattr(journal, "together", failing)
    done = list(desk.services.importing.take_in_all(several, consent=lambda _sender: True))
    assert [one.error for one in done] == [None, None]
    assert len(desk.seen()) == 6


def test_a_seal_with_a_strange_code_is_no_hindrance(
    services: Services, desk: Desk, tmp_path: Path
) -> None:
    one = workspaces.filled(services)
    plan = services.sealing.prepare(one, workspaces.SIGNATURES, "Bandung")
    kept = msgspec.structs.replace(workspaces.kept(services), paper="KPD1:ü")
    services.sealing._sightings.note((), START)
    services.sealing.seal(one, plan, kept)
    desk.services.importing.take_in(team.bundle(services, tmp_path / "x", one), consent=True)
    assert desk.seen() == {}


def test_photos_are_not_looked_into(services: Services, desk: Desk, tmp_path: Path) -> None:
    one = workspaces.filled(services)
    desk.services.importing.take_in(team.bundle(services, tmp_path / "x", one), consent=True)
    assert desk.seen() == {}
    assert desk.services.importing._first_seen._found == {}
