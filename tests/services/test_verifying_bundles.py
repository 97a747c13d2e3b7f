"""What a workspace adds to the verdict about a bundle, and that it takes nothing in."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.errors import BundleNeedsWorkspace, BundleNotForUs
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services import verifying
from tests.builders import offices, workspaces
from tests.builders.offices import Round


@pytest.fixture(autouse=True)
def an_old_release(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of these tests shows a day before the program's release."""
    monkeypatch.setattr(verifying, "RELEASED", datetime(2020, 1, 1, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Round]:
    """Headquarters and two auditors; one of them has a signed scorecard."""
    with offices.round_of(tmp_path) as found:
        yield found


@pytest.fixture
def signed(office: Round) -> AssessmentId:
    """The auditor's assessment, signed as in the field."""
    return workspaces.signed(office.field, workspaces.filled(office.field))


def looked_at(services: Services, path: Path) -> Verdict:
    """The verdict as a window would get it."""
    services.verifying.context()
    return services.verifying.conclude(services.verifying.verify(path, path.name))


def because(verdict: Verdict) -> list[str]:
    """Why scorecards in the bundle are not good."""
    return [one.parameters["because"] for one in verdict.notes if "because" in one.parameters]


def test_headquarters_know_who_sent_it_and_reckon_what_it_holds(
    office: Round, signed: AssessmentId
) -> None:
    verdict = looked_at(office.office, office.results())
    (sender,) = verdict.signers
    assert [one.code for one in sender.statements] == [
        "unchanged.bundle",
        "who.enrolled",
        "trusted.ok",
        "when.first_seen",
    ]
    assert (verdict.score.code, verdict.score.parameters) == ("score.scorecards", {"count": "1"})
    (card,) = verdict.enclosed
    assert card.printed is not None
    assert card.printed.assessment == signed
    # The small instrument is no instrument that ships.
    assert because(verdict) == ["note.instrument_unknown"]


def test_nothing_is_taken_in(office: Round, signed: AssessmentId) -> None:
    path, before = office.results(), office.office._workspace.journal.bodies()
    looked_at(office.office, path)
    assert office.office._workspace.journal.bodies() == before
    assert not list((office.office.home / "evidence").rglob("*.age"))


def test_a_look_is_remembered_for_the_bundle_and_for_each_scorecard(
    office: Round, signed: AssessmentId
) -> None:
    path = office.results()
    looked_at(office.office, path)
    again = looked_at(office.office, path)
    assert again.signers[0].when.code == "when.ok"
    assert {one.when.code for one in again.enclosed[0].signers} == {"when.ok"}


def test_what_is_sealed_here_is_compared_with_what_the_bundle_holds(
    office: Round, signed: AssessmentId
) -> None:
    path = office.results()
    office.field.amending.amend(signed, "Salah ketik")
    office.field.answering.remark(signed, "Diperbaiki")
    workspaces.signed(office.field, signed)
    verdict = looked_at(office.field, path)
    (card,) = verdict.enclosed
    assert {"note.known", "note.amended"} <= {one.code for one in card.notes}
    assert because(verdict) == ["note.amended"]
    assert verdict.grade is Grade.DOUBTFUL


def test_an_encrypted_bundle_opens_for_its_recipients_only(
    office: Round, signed: AssessmentId
) -> None:
    exporting = office.field.exporting
    keys = [one._workspace.keys.recipient() for one in (office.field, office.office)]
    plan = exporting.plan(Purpose.RESULTS, recipients=[str(one) for one in keys])
    path = exporting.export(plan, office.stick)[0].delivered.path
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    assert looked_at(office.office, path).score.code == "score.scorecards"
    with pytest.raises(BundleNotForUs):
        looked_at(office.colleague, path)
    with pytest.raises(BundleNeedsWorkspace):
        verifying.look(path, path.name, verifying.knowledge(office.at))


def test_a_bundle_without_scorecards_stays_as_it_is(office: Round) -> None:
    workspaces.filled(office.field)
    verdict = looked_at(office.office, office.results())
    assert (verdict.score.code, verdict.grade) == ("score.no_scorecards", Grade.GOOD)


def test_a_damaged_bundle_is_not_remembered(office: Round, signed: AssessmentId) -> None:
    path = office.results()
    path.write_bytes(path.read_bytes()[:-30])
    verdict = looked_at(office.office, path)
    assert (verdict.signers[0].unchanged.code, verdict.grade) == (
        "unchanged.bundle_damaged",
        Grade.BAD,
    )
    assert office.office._workspace.sightings.all() == {}
