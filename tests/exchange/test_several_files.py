"""Several files in one transaction: what comes of it is what one after another gives."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import PROFILE
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import DeviceId, IndicatorId, RecordId
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.sender import Sender
from kepatuhan_desktop.errors import BundleSenderUnknown, KnownError, StorageFailed
from kepatuhan_desktop.progress import Cancelled
from kepatuhan_desktop.services import importing
from kepatuhan_desktop.services.importing import Importing, Taken
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.projections import Projections
from tests.builders import bundles, instruments
from tests.builders.bundles import PHOTO
from tests.builders.entries import AT, CHOICES, ONE, RECORD, Device
from tests.builders.memory import Laptop

OWN = DeviceId("b" * 32)
DEVICES = (OWN, DeviceId("c" * 32), DeviceId("d" * 32))
"""Entries of the laptop itself come back too, as after a restored backup."""


def agreed(_: Sender) -> bool:
    """Whoever it is."""
    return True


def a_world(random: Random) -> list[Entry]:
    """What three devices wrote, often about the same."""
    pens = [Device(one) for one in DEVICES]
    entries: list[Entry] = []
    for _ in range(random.randrange(4, 24)):
        pen = random.choice(pens)
        slot, kind, value, record = random.choice(_places(random))
        seen = [it for it in entries if (it.record, it.slot) == (record, slot)]
        replaces = random.sample(seen, random.randrange(min(len(seen), 2) + 1))
        entries.append(pen.write(slot, value, replaces, kind=kind, record=record))
    return entries


def _places(random: Random) -> list[tuple[str, Kind, codec.Json, RecordId]]:
    digest = random.choice([bundles.digest(PHOTO), "0" * 64])
    piece = Evidence(
        indicator=IndicatorId("a.1"),
        digest=bundles.digest(PHOTO) if digest != "0" * 64 else bundles.digest(b""),
        size=len(PHOTO),
        name="x.jpg",
        media_type="image/jpeg",
    )
    profile = codec.plain(Device(OWN).profile(random.choice("12")).value)
    definition = RecordId("instrument:small@1")
    odd = {"type": "chosen", "option": "nowhere"}
    return [
        (PROFILE, Kind.ASSESSMENT, profile, RECORD),
        ("answer/a.1", Kind.ANSWER, random.choice([*CHOICES, odd]), RECORD),
        ("answer/a.2", Kind.ANSWER, random.choice(CHOICES), RECORD),
        ("evidence/e", Kind.EVIDENCE, codec.plain(piece), RECORD),
        (PROFILE, Kind.INSTRUMENT, codec.plain(instruments.small()), definition),
        (
            PROFILE,
            Kind.INSTITUTION,
            {"name": random.choice("xy"), "region": ""},
            RecordId("institution:i"),
        ),
    ]


def files_of(random: Random, folder: Path) -> list[Path]:
    """Files that overlap; some stand in the list twice, and some are none."""
    world, paths = a_world(random), []
    for number in range(random.randrange(2, 7)):
        path = folder / f"{number}.paket"
        some = random.sample(world, random.randrange(len(world) + 1))
        if random.random() < 0.5:
            some = world[: random.randrange(len(world) + 1)]
        said = bundles.described(
            id=f"{number:012d}{'0' * 14}", device=random.choice(DEVICES[1:]), sequence=number + 1
        )
        data = bundles.packed(some, random.choice([(), (PHOTO,)]), said)
        path.write_bytes(data[: random.choice([*([len(data)] * 5), len(data) // 2])])
        paths.append(path)
    paths.append(folder / "missing.paket")
    return random.choices(paths, k=random.randrange(1, 10))


def told(
    journal: Journal, plan: importing.ImportPlan | None, error: KnownError | None
) -> tuple[object, ...]:
    """What somebody is shown of one file."""
    assert journal.device == OWN
    return (plan and codec.plain(plan.merge), error and (error.code, error.parameters))


def one_by_one(laptop: Laptop, paths: list[Path]) -> list[tuple[object, ...]]:
    """Each file in a transaction of its own."""
    found = []
    for path in paths:
        plan, error = None, None
        try:
            plan, _ = laptop.importing.take_in(path, consent=True)
        except KnownError as fault:
            error = fault
        found.append(told(laptop.journal, plan, error))
    return found


def together(laptop: Laptop, paths: list[Path]) -> list[tuple[object, ...]]:
    """All that may share a transaction in one."""
    taken = laptop.importing.take_in_all(paths, consent=agreed)
    return [told(laptop.journal, one.plan, one.error) for one in taken]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), most=st.sampled_from([1, 2, 64]))
def test_many_at_once_are_the_same_as_one_after_another(
    seed: int, most: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("files")
    paths = files_of(Random(seed), folder)
    single, shared = Laptop(OWN), Laptop(OWN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing, "TOGETHER", most)
        assert together(shared, paths) == one_by_one(single, paths)
    assert shared.journal.bodies() == single.journal.bodies()
    assert shared.journal.dump() == single.journal.dump()
    assert shared.vault.files == single.vault.files
    dump = shared.journal.dump()
    shared.journal.rebuild()
    assert shared.journal.dump() == dump
    for laptop in (single, shared):
        laptop.close()


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    """Somebody who takes files in."""
    made = Laptop(OWN)
    yield made
    made.close()


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Three sound files of three senders."""
    return [a_file(tmp_path, number) for number in range(3)]


def a_file(folder: Path, number: int) -> Path:
    """A sound file; each number is another sender."""
    device = DeviceId(f"{number + 1:032x}")
    path = folder / f"{number}.paket"
    said = bundles.described(id=f"{number:012d}{'0' * 14}", device=device)
    path.write_bytes(bundles.packed(bundles.some_entries(device), (), said))
    return path


def fresh(taken: list[Taken]) -> list[int]:
    """How many entries each brought; -1 where it failed."""
    return [-1 if one.error or not one.plan else len(one.plan.merge.fresh) for one in taken]


def commits(laptop: Laptop) -> list[str]:
    """Notes from now on how transactions end."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if statement in ("COMMIT", "ROLLBACK"):
            seen.append(statement)

    laptop.connection.set_trace_callback(note)
    return seen


def test_they_share_one_commit_and_are_handed_out_behind_it(
    laptop: Laptop, three: list[Path]
) -> None:
    seen = commits(laptop)
    handed_out = laptop.importing.take_in_all(three, consent=agreed)
    first = next(handed_out)
    assert (seen, laptop.connection.in_transaction) == (["COMMIT"], False)
    assert fresh([first, *handed_out]) == [5, 5, 5]
    assert seen == ["COMMIT"]
    assert len(laptop.importing.arrivals()) == len(three)


def test_large_files_have_transactions_of_their_own(
    laptop: Laptop, three: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "TOGETHER_SIZE", three[0].stat().st_size)
    seen = commits(laptop)
    assert fresh(list(laptop.importing.take_in_all(three, consent=agreed))) == [5, 5, 5]
    assert seen == ["COMMIT"] * 3


def test_what_is_wrong_with_one_file_is_no_loss_of_the_others(
    laptop: Laptop, three: list[Path]
) -> None:
    three[1].write_bytes(three[1].read_bytes()[:-10])
    taken = list(laptop.importing.take_in_all(three, consent=agreed))
    assert fresh(taken) == [5, -1, 5]
    assert (taken[1].plan, taken[1].changes.records) == (None, frozenset())
    assert taken[0].changes.records >= {RECORD}


def test_a_stranger_among_them_is_left_out(laptop: Laptop, three: list[Path]) -> None:
    stranger = DeviceId(f"{2:032x}")
    taken = list(laptop.importing.take_in_all(three, consent=lambda it: it.device != stranger))
    assert fresh(taken) == [5, -1, 5]
    assert isinstance(taken[1].error, BundleSenderUnknown)
    assert taken[1].plan is not None
    assert stranger not in laptop.journal.devices()


@pytest.mark.parametrize("at", [1, 2, 3])
def test_where_the_common_transaction_fails_each_tries_alone(
    laptop: Laptop, three: list[Path], monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    place_all, calls = Projections.place_all, iter(range(1, 100))

    def failing(self: Projections, entries: list[Entry]) -> None:
        place_all(self, entries)
        if next(calls) == at:
            raise StorageFailed(path="store.db", reason="x")

    monkeypatch.setattr(Projections, "place_all", failing)
    seen = commits(laptop)
    assert fresh(list(laptop.importing.take_in_all(three, consent=agreed))) == [5, 5, 5]
    assert seen == ["ROLLBACK", *["COMMIT"] * 3]
    other = Laptop(OWN)
    monkeypatch.undo()
    one_by_one(other, three)
    assert laptop.journal.dump() == other.journal.dump()
    assert laptop.journal.bodies() == other.journal.bodies()
    other.close()


def test_a_commit_that_fails_is_no_success(
    laptop: Laptop, three: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise StorageFailed(path="store.db", reason="x")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_note", failing)
        assert fresh(list(laptop.importing.take_in_all(three, consent=agreed))) == [-1] * 3
    assert laptop.count() == 0
    assert laptop.importing.arrivals() == {}
    assert fresh(list(laptop.importing.take_in_all(three, consent=agreed))) == [5, 5, 5]


def test_whoever_stops_has_nothing_of_what_was_not_handed_out(
    laptop: Laptop, three: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    apply, calls = Importing.apply, iter(range(1, 100))

    def stopping(self: Importing, plan: importing.ImportPlan, *, consent: bool = False) -> Changes:
        if next(calls) == 3:
            raise Cancelled
        return apply(self, plan, consent=consent)

    monkeypatch.setattr(Importing, "apply", stopping)
    with pytest.raises(Cancelled):
        list(laptop.importing.take_in_all(three, consent=agreed))
    assert (laptop.count(), laptop.connection.in_transaction) == (0, False)
    assert laptop.journal.assessment(ONE) is None


def test_an_error_inside_a_shared_transaction_cannot_be_passed_over(laptop: Laptop) -> None:
    def draft(name: str) -> Draft:
        value = {"name": name, "region": ""}
        record = RecordId(f"institution:{name}")
        return Draft(kind=Kind.INSTITUTION, record=record, slot=PROFILE, value=value)

    journal = laptop.journal
    with pytest.raises(UnicodeEncodeError), journal.together():  # noqa: PT012 - they belong together
        journal.append([draft("a")], author="Siti", at=AT)
        with pytest.raises(UnicodeEncodeError):
            journal.append([draft("b"), draft("c")], author="Siti", at="\udcff")
        with pytest.raises(UnicodeEncodeError):
            journal.append([draft("d")], author="Siti", at=AT)
    assert laptop.count() == 0
    journal.append([draft("e")], author="Siti", at=AT)
    assert laptop.count() == 1
