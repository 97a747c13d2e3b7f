"""`kepatuhan assessment stamp` takes back what was stamped elsewhere."""

from pathlib import Path

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import StampForeign
from kepatuhan_desktop.signing import pades
from tests.builders import workspaces
from tests.builders.clock import START
from tests.cli.conftest import Run
from tests.signing import builders


def a_signed(home: Path) -> tuple[AssessmentId, bytes]:
    """A workspace with one signed assessment, and its PDF."""
    with workspaces.opened(home) as services:
        one = workspaces.signed(services, workspaces.filled(services))
        return one, services.sealing.pdf(one)


def test_a_stamped_file_is_taken(run: Run, home: Path, tmp_path: Path) -> None:
    one, pdf = a_signed(home)
    source = builders.stamping(START)
    back = tmp_path / "kembali.pdf"
    back.write_bytes(pades.countersign(pdf, source=source, at=START, field=pades.STAMP))
    done = run("assessment", "stamp", one, back, "--home", home, "--json")
    assert done.status == 0
    assert done.data["revision"] == 1
    assert done.data["stamp"]["name"] == builders.HEAD.name
    said = run("assessment", "history", one, "--home", home, "--json")
    assert said.data["acts"][-1]["deed"] == "stamped"


def test_another_file_ends_with_its_status(run: Run, home: Path, tmp_path: Path) -> None:
    one, _ = a_signed(home)
    other = tmp_path / "lain.pdf"
    other.write_bytes(builders.honest())
    done = run("assessment", "stamp", one, other, "--home", home, "--json")
    assert done.status == StampForeign.exit_status
    assert done.error["code"] == StampForeign.code
