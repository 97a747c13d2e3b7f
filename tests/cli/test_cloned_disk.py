"""A laptop and a copy of its disk both send: the import says so at the file that shows it."""

from pathlib import Path

from kepatuhan_desktop.domain.ids import IndicatorId
from tests.builders import clones, offices, workspaces
from tests.cli.conftest import Run


def test_of_several_files_the_one_that_shows_it_is_named(run: Run, tmp_path: Path) -> None:
    with offices.round_of(tmp_path) as some:
        one = workspaces.filled(some.field)
        some.arrive(some.results())
        with clones.of(some.field) as other:
            paths = []
            for number, services in enumerate((some.field, other)):
                services.answering.note(one, IndicatorId("a.1"), f"catatan {number}")
                services.answering.note(one, IndicatorId("a.1"), f"catatan lagi {number}")
                paths.append(some.results(services))
        device = some.field.device
    taking = ("bundle", "import", *paths, "--from", device, "--home", tmp_path / "h")
    done = run(*taking)
    assert done.status == 0, done.err
    first, second = done.out.split(str(paths[1]))
    assert "nomor ganda" not in first
    (line,) = [line for line in second.splitlines() if "nomor ganda" in line]
    assert "(twice)" in line
    assert "–" in line
    rows = run(*taking, "--json").data["bundles"]
    assert [row["known_bundle"] for row in rows] == [True, True]
