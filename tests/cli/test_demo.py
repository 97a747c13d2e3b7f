"""`kepatuhan demo` makes what it says, and the other commands agree about it."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop import codec
from tests.cli.conftest import Run

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


class Shown(msgspec.Struct, frozen=True):
    """A demonstration on the disk."""

    home: Path
    out: Path
    data: codec.Json


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Made once, by a process of its own."""
    folder = tmp_path_factory.mktemp("demo")
    home, out = folder / "home", folder / "out"
    command = [sys.executable, "-c", "from kepatuhan_desktop.cli.app import main; main()", "demo"]
    done = subprocess.run(
        [*command, "--home", str(home), "--out", str(out), "--json"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return Shown(home, out, json.loads(done.stdout))


def test_three_units_two_sealed_one_half_done(demo: Shown) -> None:
    latest = [row for row in demo.data["assessments"] if row["period"] == "2024"]
    assert sorted(row["status"] for row in latest) == ["draft", "sealed", "sealed"]
    assert len({row["unit"] for row in latest}) == 3
    (half,) = (row for row in latest if row["status"] == "draft")
    assert 0 < half["answered"] < half["indicators"]


def test_last_year_is_sealed_and_the_change_shows_from_yellow_to_green(demo: Shown) -> None:
    earlier = [row for row in demo.data["assessments"] if row["period"] == "2023"]
    assert [row["status"] for row in earlier] == ["sealed"] * 3
    zones = {
        unit: {
            row["period"]: row["zone"] for row in demo.data["assessments"] if row["unit"] == unit
        }
        for unit in {row["unit"] for row in demo.data["assessments"]}
    }
    assert {"2023": "yellow", "2024": "green"} in zones.values()


def test_the_written_pdf_is_the_sealed_one(demo: Shown, run: Run, tmp_path: Path) -> None:
    files = [Path(name) for name in demo.data["files"]]
    assert len(files) == 2
    written = {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    again = set()
    for row in demo.data["assessments"]:
        if (row["period"], row["status"]) == ("2024", "sealed"):
            target = tmp_path / f"{row['id']}.pdf"
            done = run(
                "assessment", "scorecard", row["id"], "--out", target, "--home", demo.home, "--json"
            )
            assert (done.status, done.data["sealed"]) == (0, True)
            again.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert again == written


def test_the_journal_is_the_truth(demo: Shown, run: Run) -> None:
    done = run("rebuild", "--home", demo.home, "--json")
    assert done.status == 0
    assert done.data["differed"] == []
    assert done.data["entries"] > 500


def test_the_doctor_finds_nothing(demo: Shown, run: Run) -> None:
    done = run("doctor", "--home", demo.home, "--json")
    assert [check for check in done.data["checks"] if not check["ok"]] == []


def test_show_explains_the_open_one(demo: Shown, run: Run) -> None:
    (half,) = (row for row in demo.data["assessments"] if row["status"] == "draft")
    done = run("assessment", "show", half["id"], "--home", demo.home, "--json")
    assert done.data["missing"]["unanswered"]
    assert done.data["earlier"]["period"] == "2023"
    assert done.data["unofficial_weights"]


def test_a_second_demonstration_in_the_same_place_is_refused(demo: Shown, run: Run) -> None:
    done = run("demo", "--home", demo.home, "--out", demo.out, "--json")
    assert (done.status, done.error["code"]) == (79, "workspace.not_empty")
