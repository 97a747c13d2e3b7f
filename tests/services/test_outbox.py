"""What was sent waits for its receipt, and lies on its medium whole or not at all."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.progress import Cancelled, Unwatched
from kepatuhan_desktop.services.authorities import Authority
from tests.builders import workspaces
from tests.builders.devices import enrol, exported
from tests.builders.instruments import A1, NONE

# --- the outbox -----------------------------------------------------------------------------


def receipt_for(office: Services, field: Services, stick: Path) -> None:
    """Headquarters acknowledges what arrived, and the field hears of it."""
    office.receiving.acknowledge()
    plan = office.posting.plan(field.device, Purpose.RECEIPT, is_plain=True)
    (written,) = office.exporting.export(plan, stick)
    field.importing.take_in(written.delivered.path)


def test_everything_waits_until_headquarters_has_it(
    field: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    one = workspaces.filled(field)
    path = exported(field, stick)
    assert f"assessment:{one}" in field.exporting.outbox().records
    assert [it.acknowledged for it in field.exporting.sent()] == [False]
    office.importing.take_in(path)
    receipt_for(office, field, stick)
    assert field.exporting.outbox().is_empty
    assert [it.acknowledged for it in field.exporting.sent()] == [True]
    field.answering.choose(one, A1, NONE)
    waiting = field.exporting.outbox()
    assert waiting.records == (f"assessment:{one}",)
    later = other_plan = field.exporting.plan(recipients=[])
    assert sum(len(it.bodies) for it in other_plan.volumes) < 10
    assert later.volumes[0].blobs == ()


def test_receipts_of_others_empty_nothing(
    field: Services, other: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (other, Role.AUDITOR))
    workspaces.filled(field)
    other.importing.take_in(exported(field, stick))
    with pytest.raises(errors.NotHeadquarters):
        other.receiving.acknowledge()
    with pytest.raises(errors.NotHeadquarters):
        other.posting.plan(field.device, Purpose.RECEIPT, is_plain=True)
    assert not field.exporting.outbox().is_empty


def test_a_photo_that_did_not_arrive_stays_in_the_outbox(
    field: Services, office: Services, authority: Authority, stick: Path
) -> None:
    enrol(authority, (field, Role.AUDITOR), (office, Role.HEADQUARTERS))
    workspaces.filled(field)
    photos = list((field.home / "evidence").rglob("*.age"))
    hidden = [path.rename(path.with_suffix(".hidden")) for path in photos]
    plan = field.exporting.plan(recipients=[])
    assert len(plan.missing) == len(photos) > 0
    (written,) = field.exporting.export(plan, stick)
    found, _ = office.importing.take_in(written.delivered.path)
    assert found.merge.missing == plan.missing
    receipt_for(office, field, stick)
    for path in hidden:
        path.rename(path.with_suffix(".age"))
    assert field.exporting.outbox().files == plan.missing
    found, _ = office.importing.take_in(exported(field, stick))
    assert found.merge.wanted == plan.missing


def test_a_photo_that_cannot_be_read_is_named_and_the_rest_goes(
    field: Services, other: Services, stick: Path
) -> None:
    workspaces.filled(field)
    (photo, *_) = (field.home / "evidence").rglob("*.age")
    photo.write_bytes(photo.read_bytes()[:-1] + b"x")
    (written,) = field.exporting.export(field.exporting.plan(recipients=[]), stick)
    assert len(written.left_out) == 1
    plan, _ = other.importing.take_in(written.delivered.path, consent=True)
    assert plan.merge.missing == written.left_out


def test_bundles_are_numbered_and_name_their_predecessor(field: Services, stick: Path) -> None:
    workspaces.started(field)
    for _ in range(3):
        exported(field, stick)
    sent = field.exporting.sent()
    assert [one.dispatch.sequence for one in sent] == [1, 2, 3]
    plan = field.exporting.plan(recipients=[])
    assert (plan.descriptions[0].sequence, plan.descriptions[0].previous) == (4, sent[-1].bundle)


# --- volumes and media ----------------------------------------------------------------------


def test_volumes_are_each_complete_in_themselves(
    field: Services, other: Services, stick: Path
) -> None:
    one = workspaces.started(field)
    for number in range(6):
        photo = workspaces.a_photo() + bytes([number]) * 40_000
        field.attaching.attach(one, A1, field.attaching.keep(photo, f"{number}.jpg"))
    limit = 300_000
    plan = field.exporting.plan(recipients=[], limit=limit)
    assert len(plan.volumes) > 2
    written = field.exporting.export(plan, stick)
    assert all(it.delivered.size <= limit for it in written)
    assert len({it.delivered.path.name for it in written}) == len(written)
    for it in reversed(written):
        plan_in, _ = other.importing.take_in(it.delivered.path, consent=True)
        assert plan_in.merge.missing == () or it is written[0]
    pieces = other.assessments.get(one).evidence
    assert len(pieces) == 6
    assert all(other.attaching.is_there(piece) for piece in pieces.values())


def test_a_full_stick_is_told_before_anything_is_written(
    field: Services, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspaces.started(field)

    class Usage:
        free = 1000

    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    with pytest.raises(errors.BundleNoSpace):
        field.exporting.export(field.exporting.plan(recipients=[]), stick)
    assert list(stick.iterdir()) == []
    assert field.exporting.sent() == ()


def test_cancelling_sends_nothing(field: Services, stick: Path) -> None:
    class Impatient(Unwatched):
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled(f"{done} {total} {text}")

    workspaces.started(field)
    with pytest.raises(Cancelled):
        field.exporting.export(field.exporting.plan(recipients=[]), stick, Impatient())
    assert list(stick.iterdir()) == []
    assert field.exporting.sent() == ()


def test_a_bundle_can_be_checked_without_us(field: Services, stick: Path, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:  # pragma: no cover - a package of the system
        pytest.skip("no openssl here")
    workspaces.filled(field)
    shutil.unpack_archive(exported(field, stick), tmp_path / "out", "zip")
    (bag,) = (tmp_path / "out").iterdir()
    (tmp_path / "root.pem").write_text("")
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-noverify"]
    files = ["-in", "signature.p7s", "-content", "tagmanifest-sha256.txt", "-out", "/dev/null"]
    done = subprocess.run([*command, *files], cwd=bag, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        summed = subprocess.run(
            ["sha256sum", "--strict", "-c", manifest], cwd=bag, capture_output=True, check=False
        )
        assert summed.returncode == 0
