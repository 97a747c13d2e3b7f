"""A stick that goes away, breaks or fills while it is used: said, nothing lost, tried again."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.errors import (
    BundleCopyDiffers,
    BundleNoSpace,
    KnownError,
    StorageFailed,
    WorkspaceReadOnly,
)
from tests.faults import bundle_plants
from tests.faults.acknowledgements import Line
from tests.faults.moments import NUMBERS, Moments, frail, refusing
from tests.faults.mounts import Stick, needs_mounting, read_only, small_disk, stick
from tests.faults.parcels import Luggage, after_sending, after_taking_in, on_medium, packed
from tests.faults.program import sentence_of
from tests.faults.sync_order import Recorder, faults

pytestmark = pytest.mark.faults

PLACES = 6
"""Bytes at which reading fails, spread over the bundle."""


@pytest.fixture(scope="module")
def luggage(tmp_path_factory: pytest.TempPathFactory) -> Luggage:
    """Two laptops and a bundle, for copies."""
    return packed(tmp_path_factory.mktemp("luggage"))


@pytest.fixture
def home(luggage: Luggage, tmp_path: Path) -> Path:
    """The sender's laptop."""
    shutil.copytree(luggage.sender, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def there(luggage: Luggage, tmp_path: Path) -> Path:
    """The receiver's laptop."""
    shutil.copytree(luggage.receiver, tmp_path / "there")
    return tmp_path / "there"


def send(services: Services, medium: Path, moments: Moments | None = None) -> list[Line]:
    """Write a bundle; returns what is told of it. Raises as the program does."""
    plan = services.exporting.plan(recipients=[])
    return [
        Line(what="done", text=one.delivered.path.name, bundle=one.delivered.digest)
        for one in services.exporting.export(plan, medium, moments)
    ]


def moments_of(services: Services, medium: Path) -> int:
    """At how many moments something can happen while a bundle is written."""
    with pytest.MonkeyPatch.context() as patch:
        counted = Moments(patch.setattr, lambda: None, 0)
        send(services, medium, counted)
    assert counted.count > 10
    return counted.count


def interrupted(
    services: Services, medium: Path, deed: Callable[[], None], at: int
) -> KnownError | list[Line]:
    """Write a bundle with the deed at one moment; returns the refusal, or what was told."""
    with pytest.MonkeyPatch.context() as patch:
        try:
            return send(services, medium, Moments(patch.setattr, deed, at))
        except KnownError as refusal:
            return refusal


@pytest.mark.parametrize("number", NUMBERS, ids=os.strerror)
def test_an_error_at_any_moment_of_writing_is_said_and_loses_nothing(
    number: int, luggage: Luggage, home: Path, tmp_path: Path
) -> None:
    services = open_services(home)
    medium = tmp_path / "medium"
    medium.mkdir()
    refused = 0
    for at in range(1, moments_of(services, medium) + 1):
        before = set(medium.iterdir())
        outcome = interrupted(services, medium, refusing(number), at)
        if isinstance(outcome, KnownError):
            refused += 1
            sentence_of(outcome)
            # The folder may refuse to be synced when the whole bundle stands there already.
            assert set(medium.iterdir()) - before <= set(on_medium(medium)), at
    services.close()
    assert refused > 10
    assert after_sending(luggage, home, medium, []) == []


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away there")
def test_a_folder_that_is_gone_at_any_moment_of_writing_is_said(
    luggage: Luggage, home: Path, tmp_path: Path
) -> None:
    services = open_services(home)
    medium = tmp_path / "medium"
    medium.mkdir()
    count = moments_of(services, medium)
    for at in range(1, count + 1):
        outcome = interrupted(services, medium, lambda: shutil.rmtree(medium), at)
        # Whoever has read it back and given it its name cannot know of what happens afterwards.
        if isinstance(outcome, KnownError):
            assert isinstance(outcome, StorageFailed)
            assert str(medium) in sentence_of(outcome)
        else:
            assert at >= count - 2
        medium.mkdir()
    with pytest.raises(StorageFailed):
        send(services, tmp_path / "not" / "there")
    services.close()
    shutil.rmtree(medium)
    medium.mkdir()
    faults = after_sending(luggage, home, medium, [])
    # Those that were finished before somebody took the whole folder away are gone with it.
    assert [one for one in faults if "noted as sent and is not there" not in one] == []


@needs_mounting
def test_a_stick_that_is_pulled_at_any_moment_has_no_half_bundle_on_it(
    luggage: Luggage, home: Path, tmp_path: Path
) -> None:
    services = open_services(home)
    with stick(tmp_path) as medium:
        count = moments_of(services, medium.folder)
        for at in range(1, count + 1):
            outcome = interrupted(services, medium.folder, medium.pull, at)
            if isinstance(outcome, KnownError):
                sentence_of(outcome)
            medium.plug_in_again()
        services.close()
        assert after_sending(luggage, home, medium.folder, []) == []


def told_then_pulled(luggage: Luggage, home: Path, medium: Stick) -> list[str]:
    """Pull the stick the moment it is told that this is safe; returns what is wrong then."""
    services = open_services(home)
    said = send(services, medium.folder)
    services.close()
    medium.pull()
    medium.plug_in_again()
    return after_sending(luggage, home, medium.folder, said)


@needs_mounting
def test_a_stick_may_be_pulled_once_that_was_told(
    luggage: Luggage, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stick(tmp_path) as medium:
        assert told_then_pulled(luggage, home, medium) == []
        bundle_plants.bundle_not_synced(monkeypatch.setattr)
        assert told_then_pulled(luggage, home, medium) != []


@needs_mounting
def test_a_stick_that_fills_at_any_moment_is_said(
    luggage: Luggage, home: Path, tmp_path: Path
) -> None:
    services = open_services(home)
    with small_disk(tmp_path / "small", megabytes=8) as medium:
        ballast = medium / "ballast"

        def fill() -> None:
            with ballast.open("wb", 0) as file:
                try:
                    while True:
                        file.write(bytes(4096))
                except OSError:
                    return

        refused = 0
        for at in range(1, moments_of(services, medium) + 1):
            outcome = interrupted(services, medium, fill, at)
            if isinstance(outcome, KnownError):
                refused += 1
                assert isinstance(outcome, BundleNoSpace)
                assert str(medium) in sentence_of(outcome)
                assert list(medium.glob("*.part")) == []
            ballast.unlink()
            for path in on_medium(medium)[1:]:
                path.unlink()
        assert refused > 3
        services.close()
        shutil.rmtree(home)
        shutil.copytree(luggage.sender, home)
        assert after_sending(luggage, home, medium, []) == []


@needs_mounting
def test_a_stick_that_is_locked_is_said(luggage: Luggage, home: Path, tmp_path: Path) -> None:
    services = open_services(home)
    medium = tmp_path / "medium"
    medium.mkdir()
    with read_only(medium, tmp_path / "locked") as view:
        with pytest.raises(WorkspaceReadOnly) as refused:
            send(services, view)
        assert str(view) in sentence_of(refused.value)
    services.close()
    assert after_sending(luggage, home, medium, []) == []


def lying(patch: pytest.MonkeyPatch) -> None:
    """A medium on which one byte changes as soon as it is synced."""
    for name in ("fsync", "fdatasync"):
        if hasattr(os, name):
            _lie(patch, name)


def _lie(patch: pytest.MonkeyPatch, name: str) -> None:
    call = getattr(os, name)

    def changed(descriptor: int) -> None:
        call(descriptor)
        found = Path(f"/proc/self/fd/{descriptor}").resolve()
        if found.is_file():
            data = bytearray(found.read_bytes())
            data[len(data) // 2] ^= 1
            found.write_bytes(data)

    patch.setattr(os, name, changed)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_medium_that_changes_a_byte_is_caught(
    luggage: Luggage, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    services = open_services(home)
    plan = services.exporting.plan(recipients=[])
    with pytest.MonkeyPatch.context() as patch:
        lying(patch)
        with pytest.raises(BundleCopyDiffers) as refused:
            services.exporting.write(plan, medium)
        sentence_of(refused.value)
        assert list(medium.iterdir()) == []
        bundle_plants.bundle_not_read_back(monkeypatch.setattr)
        (written,) = services.exporting.write(plan, medium)
    monkeypatch.undo()
    services.close()
    said = Line(what="done", text=written.delivered.path.name, bundle=written.delivered.digest)
    assert after_sending(luggage, home, medium, [said]) != []


def order_of_steps(home: Path, medium: Path, plant: Callable[..., None] | None = None) -> list[str]:
    """What is wrong with the order in which a bundle is written and noted."""
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder(patch.setattr)
        if plant is not None:
            plant(patch.setattr)
        services = open_services(home)
        plan = services.exporting.plan(recipients=[])
        recorder.steps.clear()
        services.exporting.export(plan, medium)
        found = faults(recorder.steps, medium)
        services.close()
    return found


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced there")
def test_a_bundle_is_synced_then_named_then_noted(home: Path, tmp_path: Path) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    assert order_of_steps(home, medium) == []
    for plant in (
        bundle_plants.bundle_renamed_before_it_is_synced,
        bundle_plants.bundle_not_synced,
        bundle_plants.bundle_written_in_place,
    ):
        assert order_of_steps(home, medium, plant) != [], plant.__name__


@pytest.fixture(params=["plain", "encrypted"])
def bundle(request: pytest.FixtureRequest, luggage: Luggage, tmp_path: Path) -> Iterator[Path]:
    """A whole bundle on a stick."""
    medium = tmp_path / "stick-in"
    medium.mkdir()
    if request.param == "plain":
        yield Path(shutil.copy(luggage.bundle, medium))
        return
    shutil.copytree(luggage.sender, tmp_path / "again")
    services = open_services(tmp_path / "again")
    plan = services.exporting.plan(recipients=luggage.recipients)
    (written,) = services.exporting.export(plan, medium)
    services.close()
    yield written.delivered.path


@pytest.mark.parametrize(
    "number", [*NUMBERS[:3], errno.EACCES, None], ids=lambda one: os.strerror(one or 0)
)
def test_reading_that_fails_anywhere_is_said_and_takes_nothing_in(
    number: int | None, luggage: Luggage, bundle: Path, there: Path
) -> None:
    services = open_services(there)
    plan = services.importing.plan(services.importing.inspect(bundle))
    size = bundle.stat().st_size
    for upto in range(0, size, -(-size // PLACES)):
        for again in (services.importing.inspect, lambda _: services.importing.fetch(plan)):
            with pytest.MonkeyPatch.context() as patch:
                frail(patch.setattr, bundle, upto, number)
                with pytest.raises(KnownError) as refused:
                    again(bundle)
            sentence = sentence_of(refused.value)
            if number is not None:
                assert isinstance(refused.value, StorageFailed)
                assert str(bundle) in sentence
    assert frozenset(services._workspace.journal.bodies()) == luggage.before
    services.close()
    assert after_taking_in(luggage, there, [], again=bundle.name == luggage.bundle.name) == []


def test_a_stick_that_is_gone_between_looking_and_taking_in_is_said(
    luggage: Luggage, bundle: Path, there: Path
) -> None:
    services = open_services(there)
    plan = services.importing.plan(services.importing.inspect(bundle))
    kept = bundle.read_bytes()
    shutil.rmtree(bundle.parent)
    with pytest.raises(StorageFailed) as refused:
        services.importing.fetch(plan)
    assert str(bundle) in sentence_of(refused.value)
    with pytest.raises(StorageFailed):
        services.importing.inspect(bundle)
    assert frozenset(services._workspace.journal.bodies()) == luggage.before
    bundle.parent.mkdir()
    bundle.write_bytes(kept)
    services.importing.fetch(plan)
    services.importing.apply(plan, consent=True)
    assert luggage.brought <= set(services._workspace.journal.bodies())
    services.close()


@needs_mounting
def test_a_stick_that_is_pulled_before_it_is_read_again_is_said(
    luggage: Luggage, there: Path, tmp_path: Path
) -> None:
    services = open_services(there)
    with stick(tmp_path) as medium:
        bundle = Path(shutil.copy(luggage.bundle, medium.folder))
        os.sync()
        plan = services.importing.plan(services.importing.inspect(bundle))
        medium.pull()
        for again in (services.importing.inspect, lambda _: services.importing.fetch(plan)):
            with pytest.raises(StorageFailed) as refused:
                again(bundle)
            assert str(bundle) in sentence_of(refused.value)
        assert frozenset(services._workspace.journal.bodies()) == luggage.before
        medium.plug_in_again()
        services.importing.fetch(plan)
        services.importing.apply(plan, consent=True)
    services.close()
    assert after_taking_in(luggage, there, []) == []


def test_what_a_dead_program_left_on_a_stick_is_no_bundle_and_is_cleared(
    luggage: Luggage, home: Path, tmp_path: Path
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    data = luggage.bundle.read_bytes()
    fresh, old = (medium / f"{luggage.bundle.name}.{one}.part" for one in ("0a1b2c3d", "4e5f6a7b"))
    other = medium / "video.mp4.part"
    for left in (fresh, old, other):
        left.write_bytes(data[: len(data) // 2])
    for left in (old, other):
        os.utime(left, (0, 0))
    assert on_medium(medium) == []
    assert after_sending(luggage, home, medium, []) == []
    # Somebody may still be writing the one; nobody knows whose the other is.
    assert (fresh.exists(), old.exists(), other.exists()) == (True, False, True)
