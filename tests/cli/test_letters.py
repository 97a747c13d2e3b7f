"""Letters for several devices: what fails for one keeps no other back, and nothing is lost."""

import json
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.trust import RevocationReason
from tests.builders import offices, workspaces
from tests.builders.clock import CountingIds
from tests.cli.conftest import Run


class Scene(msgspec.Struct, frozen=True):
    """Headquarters holds bundles of a stranger, of somebody revoked since, and of an auditor."""

    office: Path
    field: Path
    stick: Path
    stranger: str
    revoked: str
    auditor: str
    one: str
    """The auditor's assessment."""


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """All workspaces closed again."""
    # The command line lives by the clock of this machine.
    now = SystemClock().now()
    with (
        offices.round_of(tmp_path, now) as all_,
        workspaces.opened(tmp_path / "u", CountingIds("u")) as stranger,
    ):
        stranger.settings.change(auditor_name="Tamu")
        workspaces.a_sealed_assessment(stranger)
        path = offices.written(stranger, all_.stick)
        all_.office.importing.take_in(path, consent=True)
        workspaces.a_sealed_assessment(all_.colleague)
        one = workspaces.a_sealed_assessment(all_.field)
        all_.arrive(all_.results(all_.colleague))
        all_.arrive(all_.results())
        all_.authority.revoke(all_.colleague.device, RevocationReason.MOVED, now)
        all_.publish(all_.office)
        for path in all_.stick.iterdir():
            path.unlink()
        return Scene(
            office=tmp_path / "h",
            field=tmp_path / "f",
            stick=all_.stick,
            stranger=stranger.device,
            revoked=all_.colleague.device,
            auditor=all_.field.device,
            one=one,
        )


def due(run: Run, scene: Scene) -> list[str]:
    """Who waits for a receipt."""
    rows = run("receipt", "list", "--home", scene.office, "--json").data
    return [row["device"] for row in rows]


def test_a_device_that_cannot_be_written_to_keeps_no_other_back(run: Run, scene: Scene) -> None:
    done = run("receipt", "write", scene.stick, "--home", scene.office, "--json")
    assert done.status == 54
    assert [one["device"] for one in done.data["letters"]] == [scene.auditor]
    assert done.data["failed"] == [
        {"device": scene.stranger, "name": "", "error": "input.invalid"},
        {"device": scene.revoked, "name": "Rina Wati", "error": "input.invalid"},
    ]
    said = [json.loads(line)["error"]["code"] for line in done.err.splitlines()]
    assert said == ["input.invalid", "input.invalid"]
    assert due(run, scene) == [scene.stranger, scene.revoked]
    (letter,) = done.data["letters"]
    assert run("bundle", "import", letter["file"], "--home", scene.field).status == 0
    box = run("bundle", "outbox", "--home", scene.field, "--json").data
    # The trust file that came along is adopted there, and waits.
    assert [one for one in box["records"] if one.startswith("assessment:")] == []
    assert box["files"] == []


def test_people_read_which_device_it_was(run: Run, scene: Scene) -> None:
    done = run("receipt", "write", scene.stick, "--home", scene.office)
    lines = done.err.splitlines()
    assert lines[0] == scene.stranger
    assert lines[2] == f"{scene.revoked}  Rina Wati"
    assert lines[1] == lines[3]
    assert "tidak terdaftar atau sudah dicabut" in lines[1]
    assert len(done.out.splitlines()) == 1


def test_a_stranger_gets_a_letter_that_is_not_encrypted(run: Run, scene: Scene) -> None:
    write = ("receipt", "write", scene.stick, "--to", scene.stranger[:8], "--home", scene.office)
    assert run(*write).status == 54
    done = run(*write, "--plain", "--json")
    assert (done.status, "failed" in done.data) == (0, False)
    assert scene.stranger not in due(run, scene)


def test_what_did_not_reach_the_stick_is_written_another_time(
    run: Run, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    write = ("receipt", "write", scene.stick, "--plain", "--home", scene.office, "--json")
    before = due(run, scene)
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: Full)
        done = run(*write)
    assert (done.status, done.data["letters"]) == (38, [])
    assert [one["device"] for one in done.data["failed"]] == before
    assert due(run, scene) == before
    assert len(run(*write).data["letters"]) == 3
    assert due(run, scene) == []


def test_the_exit_status_is_that_of_the_worst(
    run: Run, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    monkeypatch.setattr("shutil.disk_usage", lambda _: Full)
    done = run("receipt", "write", scene.stick, "--home", scene.office, "--json")
    codes = [one["error"] for one in done.data["failed"]]
    assert codes == ["input.invalid", "input.invalid", "bundle.no_space"]
    assert done.status == 54


def test_plans_and_returned_work_tell_whom_they_did_not_reach(
    run: Run, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    home = ("--home", scene.office, "--json")
    done = run("plan", "send", scene.stick, "--to", scene.revoked, *home)
    assert (done.status, done.data["letters"]) == (54, [])
    assert [one["name"] for one in done.data["failed"]] == ["Rina Wati"]
    monkeypatch.setattr("shutil.disk_usage", lambda _: Full)
    done = run("assessment", "return", scene.one, "--reason", "x", "--out", scene.stick, *home)
    assert (done.status, done.data["returned"]["reason"]) == (38, "x")
    assert [one["device"] for one in done.data["failed"]] == [scene.auditor]


def test_a_letter_is_never_written_as_an_export(run: Run, scene: Scene) -> None:
    for purpose in ("receipt", "return", "plan", "chosen"):
        export = ("bundle", "export", scene.stick, "--purpose", purpose, "--plain")
        assert run(*export, "--home", scene.field).status == 2
    assert list(scene.stick.iterdir()) == []
