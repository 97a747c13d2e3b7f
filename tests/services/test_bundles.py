"""From one laptop to another by file: nothing twice, nothing lost, nobody impersonated."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kepatuhan_desktop import codec, errors
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId
from kepatuhan_desktop.domain.sender import Standing
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.services.authorities import Authority
from tests.builders import workspaces
from tests.builders.clock import START, CountingIds
from tests.builders.devices import enrol, exported, tell
from tests.builders.instruments import A1, A2, FULL, HALF, NONE

# --- there and back -------------------------------------------------------------------------


def test_what_one_laptop_sends_the_other_shows(
    field: Services, other: Services, stick: Path
) -> None:
    one = workspaces.a_sealed_assessment(field)
    path = exported(field, stick)
    plan, changes = other.importing.take_in(path, consent=True)
    assert f"assessment:{one}" in changes.records
    assert (plan.merge.refused, plan.merge.missing, plan.merge.faults) == ((), (), ())
    theirs, ours = other.assessments.get(one), field.assessments.get(one)
    assert (theirs.acts, theirs.answers, theirs.evidence) == (
        *(ours.acts, ours.answers, ours.evidence),
    )
    assert other.assessments.overview(one).result == field.assessments.overview(one).result
    assert other.sealing.pdf(one) == field.sealing.pdf(one)
    for piece in field.assessments.get(one).evidence.values():
        assert other.attaching.original(piece) == field.attaching.original(piece)
    assert all(check.ok for check in other.health.examine())


def test_a_second_time_nothing_changes(field: Services, other: Services, stick: Path) -> None:
    workspaces.filled(field)
    path = exported(field, stick)
    first = other.importing.plan(other.importing.inspect(path))
    other.importing.fetch(first)
    other.importing.apply(first, consent=True)
    before = other._workspace.journal.bodies()
    assert not other.importing.apply(first, consent=True).records
    plan, changes = other.importing.take_in(path, consent=True)
    assert plan.merge.changes_nothing
    assert plan.merge.is_known_bundle
    assert not changes.records
    assert other._workspace.journal.bodies() == before


def test_looking_changes_nothing(field: Services, other: Services, stick: Path) -> None:
    workspaces.filled(field)
    path = exported(field, stick)
    before = other._workspace.journal.bodies()
    plan = other.importing.plan(other.importing.inspect(path))
    assert plan.merge.fresh
    assert other._workspace.journal.bodies() == before
    assert not list((other.home / "evidence").rglob("*.age"))


def test_files_come_before_entries(field: Services, other: Services, stick: Path) -> None:
    workspaces.filled(field)
    plan = other.importing.plan(other.importing.inspect(exported(field, stick)))
    with pytest.raises(errors.EvidenceMissing):
        other.importing.apply(plan, consent=True)


def test_a_team_settles_what_it_sees_differently(
    field: Services, other: Services, stick: Path
) -> None:
    one = workspaces.started(field)
    other.importing.take_in(exported(field, stick, one), consent=True)
    field.answering.choose(one, A1, FULL)
    other.answering.choose(one, A1, NONE)
    field.answering.choose(one, A2, HALF)
    plan, _ = field.importing.take_in(exported(other, stick, one), consent=True)
    assert plan.merge.conflicts == 1
    assert field.assessments.get(one).conflicts == ("answer/a.1",)
    chosen = field.assessments.get(one).heads[f"answer/{A1}"][0]  # type: ignore[index]  # a Slot
    field.editing.settle(one, chosen.slot, chosen.id)
    plan, _ = other.importing.take_in(exported(field, stick, one), consent=True)
    assert other.assessments.get(one).conflicts == ()
    assert other.assessments.get(one).answers == field.assessments.get(one).answers


def test_entries_of_a_later_vocabulary_go_through_unchanged(
    field: Services,
    other: Services,
    office: Services,
    stick: Path,
) -> None:
    one = workspaces.started(field)
    journal = field._workspace.journal
    kept = field._workspace.vault.store(b"something of a later version")
    last = journal.entries()[-1]
    body = codec.canonical(
        {
            "at": "2030-01-01T00:00:00.000+07:00",
            "author": "Siti",
            "device": last.device,
            "kind": "hologram",
            "previous": last.id,
            "record": field.assessments.get(one).record,
            "replaces": [],
            "seq": last.seq + 1,
            "slot": "hologram/1",
            "value": {"files": [kept.digest], "depth": {"of": ["anything"]}},
            "x-dimension": 4,
        }
    )
    journal.merge([body])
    other.importing.take_in(exported(field, stick), consent=True)
    office.importing.take_in(exported(other, stick), consent=True)
    assert body in office._workspace.journal.bodies()
    assert office._workspace.vault.load(kept.digest) == b"something of a later version"


# --- who sent it ----------------------------------------------------------------------------


def test_a_stranger_is_taken_only_with_consent(
    field: Services, other: Services, stick: Path
) -> None:
    workspaces.started(field)
    plan = other.importing.plan(other.importing.inspect(exported(field, stick)))
    assert (plan.sender.standing, plan.needs_consent) == (Standing.UNKNOWN, True)
    assert plan.sender.name == "Siti Aminah"
    with pytest.raises(errors.BundleSenderUnknown):
        other.importing.apply(plan)
    with pytest.raises(errors.BundleSenderUnknown):
        other.importing.take_in(plan.inspected.path)
    other.importing.apply(plan, consent=True)


def test_whoever_is_enrolled_needs_no_consent(
    field: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    one = workspaces.started(field)
    plan, _ = office.importing.take_in(exported(field, stick))
    assert plan.sender.standing is Standing.ENROLLED
    assert (plan.sender.authority, plan.sender.is_headquarters) == ("Inspektorat", False)
    assert office.assessments.get(one).id == one


def test_whoever_was_revoked_is_refused_even_with_consent(
    field: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    workspaces.started(field)
    path = exported(field, stick)
    authority.revoke(DeviceId(field.device), RevocationReason.KEY_STOLEN, START)
    tell(authority, office)
    plan = office.importing.plan(office.importing.inspect(path))
    assert plan.sender.standing is Standing.REVOKED
    for step in (office.importing.fetch, office.importing.apply):
        with pytest.raises(errors.BundleSenderUnknown, match="revoked"):
            step(plan)
    with pytest.raises(errors.BundleSenderUnknown):
        office.importing.apply(plan, consent=True)


def test_a_certificate_that_ran_out_needs_consent(
    field: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    workspaces.started(field)
    path = exported(field, stick)
    office._clock.set(START + timedelta(days=1000))  # type: ignore[attr-defined]  # a FixedClock
    plan = office.importing.plan(office.importing.inspect(path))
    assert (plan.sender.standing, plan.needs_consent) == (Standing.EXPIRED, True)


def test_a_stranger_among_the_enrolled_is_still_a_stranger(
    field: Services, other: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    workspaces.started(other)
    plan = office.importing.plan(office.importing.inspect(exported(other, stick)))
    assert plan.sender.standing is Standing.UNKNOWN


def test_our_own_bundle_comes_back_as_our_own(field: Services, stick: Path) -> None:
    workspaces.started(field)
    plan, changes = field.importing.take_in(exported(field, stick))
    assert plan.sender.standing is Standing.OWN
    assert plan.merge.changes_nothing
    assert changes.records == {f"bundle:{plan.description.id}"}


# --- for whose eyes -------------------------------------------------------------------------


def test_results_are_encrypted_to_headquarters_only(
    field: Services, other: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS), (other, Role.AUDITOR))
    for services in (office, field):
        authority.add_recipient(str(services._workspace.keys.recipient()))
    tell(authority, field)
    one = workspaces.filled(field)
    (written,) = field.exporting.export(field.exporting.plan(), stick)
    assert b"Siti" not in written.delivered.path.read_bytes()
    assert "Siti" not in written.delivered.path.name
    assert len(written.description.recipients) == 2
    with pytest.raises(errors.BundleNotForUs):
        other.importing.inspect(written.delivered.path)
    plan, _ = office.importing.take_in(written.delivered.path)
    assert plan.inspected.parcel.is_encrypted
    assert office.assessments.get(one).evidence


def test_fewer_than_two_recipients_are_refused(field: Services) -> None:
    workspaces.started(field)
    with pytest.raises(errors.RecipientsTooFew):
        field.exporting.plan()
    mine = str(field._workspace.keys.recipient())
    with pytest.raises(errors.RecipientsTooFew):
        field.exporting.plan(recipients=[mine])


def test_a_team_mate_is_a_recipient_by_their_certificate(
    field: Services, other: Services, authority: Authority
) -> None:
    enrol(authority, (field, Role.AUDITOR), (other, Role.AUDITOR))
    found = field.exporting.recipients([DeviceId(other.device)])
    assert str(other._workspace.keys.recipient()) in found
    with pytest.raises(errors.InputInvalid):
        field.exporting.recipients([DeviceId("0" * 32)])


# --- gaps, clones, old bundles --------------------------------------------------------------


def test_a_part_is_taken_and_what_is_withheld_is_told(
    field: Services, office: Services, stick: Path
) -> None:
    workspaces.started(field, period="2023")
    one = workspaces.started(field, period="2024")
    field.answering.choose(one, A1, FULL)
    plan = field.exporting.plan(assessments=[one], recipients=[])
    (written,) = field.exporting.export(plan, stick)
    found, _ = office.importing.take_in(written.delivered.path, consent=True)
    assert office.assessments.get(one).answers
    # It does not claim to be all, so nothing was withheld; what lies between is not here yet.
    assert written.description.purpose == "chosen"
    assert {fault.fault for fault in found.merge.faults} == {"gap"}


def test_a_cloned_disk_is_noticed_and_both_halves_are_kept(
    field: Services, office: Services, tmp_path: Path, stick: Path
) -> None:
    one = workspaces.started(field)
    field.identities.ensure()
    shutil.copytree(field.home, tmp_path / "clone")
    (tmp_path / "clone" / "workspace.lock").unlink(missing_ok=True)
    field.answering.choose(one, A1, FULL)
    with workspaces.opened(tmp_path / "clone", CountingIds("z")) as clone:
        clone.answering.choose(one, A1, NONE)
        office.importing.take_in(exported(field, stick), consent=True)
        plan, _ = office.importing.take_in(exported(clone, stick), consent=True)
    assert "twice" in {fault.fault for fault in plan.merge.faults}
    assert office.assessments.get(one).conflicts == ("answer/a.1",)


def test_an_unknown_assessment_is_not_exported(field: Services) -> None:
    with pytest.raises(errors.AssessmentUnknown):
        field.exporting.plan(assessments=[AssessmentId("nowhere")], recipients=[])
