"""`kepatuhan bundle` and `kepatuhan conflict`."""

from pathlib import Path

import pytest

from kepatuhan_desktop.domain.ids import AssessmentId
from tests.builders import bundles, team, workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, FULL, HALF, NONE
from tests.cli.conftest import Run


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A medium."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def field(tmp_path: Path) -> tuple[Path, AssessmentId]:
    """A workspace with one answered question."""
    home = tmp_path / "field"
    with workspaces.opened(home, CountingIds("a")) as services:
        one = workspaces.started(services)
        services.answering.choose(one, A1, FULL)
    return home, one


def begun(home: Path) -> Path:
    """An empty workspace."""
    with workspaces.opened(home):
        return home


def test_a_bundle_goes_from_one_workspace_to_another(
    run: Run, field: tuple[Path, AssessmentId], stick: Path, tmp_path: Path
) -> None:
    home, one = field
    done = run("bundle", "export", stick, "--plain", "--home", home, "--json")
    assert done.status == 0
    (made,) = done.data["bundles"]
    assert not made["encrypted"]
    other = begun(tmp_path / "other")
    seen = run("bundle", "inspect", made["file"], "--home", other, "--json")
    assert (seen.status, seen.data["needs_consent"]) == (0, True)
    checked = run("bundle", "verify", made["file"], "--home", other, "--json")
    assert checked.data["sender"]["standing"] == "unknown"
    device = seen.data["sender"]["device"]
    grouped = "-".join(device[at : at + 4] for at in range(0, 32, 4)).upper()
    taken = run("bundle", "import", made["file"], "--from", grouped, "--home", other)
    assert (taken.status, f"assessment:{one}" in taken.out) == (0, True)
    again = run("bundle", "import", made["file"], "--from", device, "--home", other, "--json")
    assert (again.data["fresh"], again.data["known_bundle"]) == (0, True)
    shown = run("assessment", "list", "--home", other, "--json")
    assert [row["id"] for row in shown.data] == [one]


def test_a_stranger_is_not_taken_in_by_chance(
    run: Run, field: tuple[Path, AssessmentId], stick: Path, tmp_path: Path
) -> None:
    made = run("bundle", "export", stick, "--plain", "--home", field[0], "--json").data["bundles"][
        0
    ]
    for extra in ([], ["--from", "0" * 32]):
        done = run("bundle", "import", made["file"], *extra, "--home", tmp_path / "other", "--json")
        assert (done.status, done.error["code"]) == (36, "bundle.sender")


def test_a_damaged_photo_is_named_and_the_rest_is_taken(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    home, other = tmp_path / "field", begun(tmp_path / "other")
    with workspaces.opened(home, CountingIds("a")) as services:
        one = workspaces.filled(services)
        photos = {it.digest for it in services.assessments.get(one).evidence.values()}
        sender = services.device
    (made,) = run("bundle", "export", stick, "--plain", "--home", home, "--json").data["bundles"]
    path = bundles.damage(Path(made["file"]), min(photos))
    checked = run("bundle", "verify", path, "--home", other, "--json")
    assert (checked.status, checked.error["code"]) == (27, "bundle.damaged")
    taken = run("bundle", "import", path, "--from", sender, "--home", other)
    assert taken.status == 0
    assert f"berkas rusak, tidak diterima: {min(photos)}" in taken.out
    seen = run("bundle", "inspect", path, "--home", other, "--json")
    assert (seen.data["damaged"], seen.data["fresh"]) == ([min(photos)], 0)


def test_without_recipients_nothing_is_written(
    run: Run, field: tuple[Path, AssessmentId], stick: Path
) -> None:
    assert run("bundle", "export", stick, "--home", field[0]).status == 89
    assert run("bundle", "export", stick, "--to", "abcd", "--home", field[0]).status == 54
    both = run("bundle", "export", stick, "--plain", "--recipient", "age1x", "--home", field[0])
    assert both.status == 54
    assert list(stick.iterdir()) == []


def test_the_outbox_says_what_waits(
    run: Run, field: tuple[Path, AssessmentId], stick: Path
) -> None:
    home, one = field
    run("bundle", "export", stick, "--plain", "--assessment", one, "--home", home)
    done = run("bundle", "outbox", "--home", home, "--json")
    assert f"assessment:{one}" in done.data["records"]
    assert [row["acknowledged"] for row in done.data["sent"]] == [False]
    assert "belum diterima" in run("bundle", "outbox", "--home", home).out
    assert "not acknowledged" in run("bundle", "outbox", "--home", home, "--language", "en").out


def test_a_file_that_is_no_bundle_has_its_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.paket").write_bytes(b"hello")
    done = run(
        "bundle", "verify", tmp_path / "x.paket", "--home", begun(tmp_path / "home"), "--json"
    )
    assert (done.status, done.error["code"]) == (24, "bundle.unreadable")


def test_a_plan_is_readable(
    run: Run, field: tuple[Path, AssessmentId], stick: Path, tmp_path: Path
) -> None:
    made = run("bundle", "export", stick, "--plain", "--home", field[0], "--json").data["bundles"][
        0
    ]
    other = begun(tmp_path / "other")
    assert "sudah ada 0" in run("bundle", "inspect", made["file"], "--home", other).out
    english = run("bundle", "inspect", made["file"], "--home", other, "--language", "en")
    assert "refused 0" in english.out
    assert "unknown" in run("bundle", "verify", made["file"], "--home", other).out
    assert str(stick) in run("bundle", "export", stick, "--plain", "--home", field[0]).out


def test_conflicts_are_listed_and_settled(
    run: Run, field: tuple[Path, AssessmentId], stick: Path, tmp_path: Path
) -> None:
    home, one = field
    other = begun(tmp_path / "other")
    made = run("bundle", "export", stick, "--plain", "--home", home, "--json").data["bundles"][0]
    seen = run("bundle", "inspect", made["file"], "--home", other, "--json").data
    run("bundle", "import", made["file"], "--from", seen["sender"]["device"], "--home", other)
    with workspaces.opened(other, CountingIds("b")) as services:
        services.answering.choose(one, A1, NONE)
    with workspaces.opened(home, CountingIds("c")) as services:
        services.answering.choose(one, A1, HALF)
    back = run("bundle", "export", stick, "--plain", "--home", other, "--json").data["bundles"][0]
    from_device = run("bundle", "inspect", back["file"], "--home", home, "--json").data["sender"]
    run("bundle", "import", back["file"], "--from", from_device["device"], "--home", home)
    rows = run("conflict", "list", "--home", home, "--json").data
    assert {row["slot"] for row in rows} == {"answer/a.1"}
    assert run("conflict", "list", one, "--home", home).out.count("answer/a.1") == 2
    done = run("conflict", "settle", one, "answer/a.1", rows[0]["entry"][:12], "--home", home)
    assert done.status == 0
    assert run("conflict", "list", "--home", home, "--json").data == []
    refused = run("conflict", "settle", one, "answer/a.1", "nothing", "--home", home, "--json")
    assert refused.error["code"] == "input.invalid"


def test_conflicts_of_units_are_listed_and_settled(run: Run, tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim", 2) as some:
        one = team.visit(tmp_path, some)
        unit, institution = team.register_quarrel(some, one)
        team.take(some[0], team.bundle(some[1], tmp_path / "b", one))
        home = some[0].home
    rows = run("conflict", "list", "--home", home, "--json").data
    assert {(row["assessment"], row["record"]) for row in rows} == {
        (None, f"unit:{unit}"),
        (None, f"institution:{institution}"),
    }
    mine = [row for row in rows if row["record"] == f"unit:{unit}"]
    assert mine[0]["differs"] == ["address", "head_name", "head_nip"]
    assert run("conflict", "list", f"unit:{unit}", "--home", home).out.count("Dinas Uji") == 2
    entry = next(row["entry"] for row in mine if row["author"].startswith("Budi"))
    place = ("conflict", "settle", f"unit:{unit}", "profile")
    for wrong in ((entry[:12], "--set", "colour=x"), (entry[:12], "--set", "x"), ("nothing",)):
        assert run(*place, *wrong, "--home", home).status == 54
    head = "head_name=Rahmat Hidayat"
    assert run(*place, entry[:12], "--set", head, "--home", home).status == 0
    other = rows[0]["entry"]
    assert run(
        "conflict", "settle", f"institution:{institution}", "x", other, "--home", home
    ).status
    done = run(*place[:2], f"institution:{institution}", "profile", other, "--home", home)
    assert done.status == 0
    assert run("conflict", "list", "--home", home, "--json").data == []
    with workspaces.opened(home) as services:
        ((_, found),) = services.organisations.units(institution)
        assert (found.address, found.head_name) == ("Jalan Merdeka 1, Bandung", "Rahmat Hidayat")
    answer = run("conflict", "settle", one, "answer/a.1", "x", "--set", "a=b", "--home", home)
    assert answer.status == 54


def test_several_files_are_taken_and_a_bad_one_keeps_none_back(
    run: Run, field: tuple[Path, AssessmentId], stick: Path, tmp_path: Path
) -> None:
    home, one = field
    good = run("bundle", "export", stick, "--plain", "--home", home, "--json").data["bundles"][0]
    bad, other = tmp_path / "x.paket", begun(tmp_path / "other")
    bad.write_bytes(b"hello")
    device = run("bundle", "inspect", good["file"], "--home", other, "--json").data["sender"]
    files = (bad, good["file"], good["file"])
    both = ("--from", "0" * 32, "--from", device["device"], "--home", other)
    done = run("bundle", "import", *files, *both, "--json")
    assert (done.status, done.error["code"]) == (24, "bundle.unreadable")
    first, second, third = done.data["bundles"]
    assert (first["file"], first["error"]) == (str(bad), "bundle.unreadable")
    assert (second["file"], second["fresh"] > 0) == (good["file"], True)
    assert (third["fresh"], third["known_bundle"]) == (0, True)
    again = run("bundle", "import", good["file"], good["file"], *both)
    assert (again.status, again.out.count(good["file"])) == (0, 2)
    shown = run("assessment", "list", "--home", other, "--json")
    assert [row["id"] for row in shown.data] == [one]
