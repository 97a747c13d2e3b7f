"""A disk that is really full: nothing is lost, and work goes on as soon as there is room."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.errors import DiskFull
from tests.faults import scene
from tests.faults.mounts import needs_mounting, small_disk
from tests.faults.program import assert_refused, sentence_of

pytestmark = [pytest.mark.faults, needs_mounting]

BALLAST = 3_000_000


def attach(services: Services, one: AssessmentId, indicator: IndicatorId) -> bytes:
    """One photograph that has not been there before."""
    picture = scene.unlike_any_other(scene.photographs()[2])
    kept = services.attaching.keep(picture, "foto.jpg", "camera")
    services.attaching.attach(one, indicator, kept)
    return picture


def condition(services: Services) -> list[str]:
    """What the doctor finds wrong."""
    return [f"{it.name}: {it.detail}" for it in services.health.examine() if not it.ok]


def until_full(deed: Callable[[int], None]) -> DiskFull:
    """Repeat `deed` until there is no room; returns what it raised."""
    for number in range(10_000):
        try:
            deed(number)
        except DiskFull as full:
            return full
    raise AssertionError("the disk never was full")


def test_a_full_disk_loses_nothing_and_work_goes_on_afterwards(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=8) as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(BALLAST))
        services = open_services(disk / "home")
        one = scene.begin(services)
        indicators = list(scene.instrument_of(services, one).indicators)
        pictures: list[bytes] = []
        full = until_full(lambda _: pictures.append(attach(services, one, indicators[0])))
        assert str(disk) in sentence_of(full)
        assert pictures

        # A photo no longer fits; answers are smaller and go on until not even they fit.
        notes: dict[IndicatorId, str] = {}

        def note(number: int) -> None:
            indicator = indicators[number % len(indicators)]
            services.answering.note(one, indicator, f"Catatan {number}")
            notes[indicator] = f"Catatan {number}"

        full = until_full(note)
        assert str(disk) in sentence_of(full)
        assert notes
        before = services.assessments.get(one)
        assert dict(before.notes) == notes
        assert len(before.evidence) == len(pictures)

        # Closed and opened again while still full: all of it is there.
        services.close()
        services = open_services(disk / "home")
        assert services.assessments.get(one) == before

        ballast.unlink()
        assert condition(services) == []
        services.answering.note(one, indicators[0], "Masih ada tempat.")
        pictures.append(attach(services, one, indicators[0]))
        assert condition(services) == []
        found = services.assessments.get(one)
        assert found.notes == {**notes, indicators[0]: "Masih ada tempat."}
        originals = {services.attaching.original(piece) for piece in found.evidence.values()}
        assert originals == set(pictures)
        assert list((disk / "home" / "tmp").iterdir()) == []
        services.close()


def test_a_disk_too_small_for_a_workspace_is_said_by_the_command_line(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=1) as disk:
        (disk / "ballast").write_bytes(bytes(900_000))
        assert_refused(DiskFull, "identity", "show", home=disk / "home")
        (disk / "ballast").unlink()
        services = open_services(disk / "home")
        assert condition(services) == []
        services.close()
