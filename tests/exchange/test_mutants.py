"""Whatever somebody does to a bundle: no crash, nothing half taken, nothing outside the file."""

import collections
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pyrage
import pytest

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.exchange.reading import Reader
from tests.builders import bundles
from tests.builders.memory import Laptop
from tests.exchange import mutants

MANY, FEW = 20_000, 400
FRESH_EVERY = 60
"""Taken bundles, after which a new laptop takes the next ones."""


def test_what_the_mutants_come_from_is_sound(tmp_path: Path) -> None:
    laptop = Laptop("b" * 32)
    path = tmp_path / "x.paket"
    path.write_bytes(bundles.zipped(mutants.good()))
    plan, _ = laptop.importing.take_in(path, consent=True)
    assert (len(plan.merge.fresh), plan.merge.refused, plan.merge.missing) == (
        len(mutants.WORLD),
        (),
        ("0" * 64,),
    )


@pytest.fixture
def fast() -> Iterator[Path]:
    """A folder in memory, where there is one."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


def take_in(laptop: Laptop, path: Path) -> str:
    """What becomes of the file: a code, `taken`, or `partly`: without a photo that is damaged."""
    before = laptop.count()
    code, fresh = "taken", 0
    try:
        plan, changes = laptop.importing.take_in(path, consent=True)
        code = "partly" if plan.inspected.parcel.damaged else "taken"
        fresh = len(plan.merge.fresh) + any(one.startswith("arrived/") for one in changes.slots)
    except KnownError as error:
        code = error.code if messages.sentence(error) else "without a sentence"
    assert laptop.count() == before + fresh
    return code


def met(count: int, seed: int, folder: Path) -> collections.Counter[str]:
    """What becomes of so many mutants."""
    random, codes = Random(seed), collections.Counter[str]()
    laptop = Laptop("b" * 32)
    path = folder / "x.paket"
    for number in range(count):
        path.write_bytes(mutants.mutant(random))
        codes[take_in(laptop, path)] += 1
        if (codes["taken"] + codes["partly"]) % FRESH_EVERY == FRESH_EVERY - 1:
            journal = laptop.journal
            dump = journal.dump()
            journal.rebuild()
            assert journal.dump() == dump, number
            laptop.close()
            laptop = Laptop("b" * 32)
    assert {one.name for one in folder.iterdir()} == {"x.paket"}
    return codes


def test_some_mutants(fast: Path) -> None:
    codes = met(FEW, 1, fast)
    assert {"taken", "partly", "bundle.unsafe", "bundle.damaged"} <= set(codes)


@pytest.mark.slow
def test_twenty_thousand_mutants(fast: Path) -> None:
    codes = met(MANY, 7, fast)
    assert {
        *("taken", "partly", "bundle.unreadable", "bundle.unsafe", "bundle.damaged"),
        *("bundle.signature", "bundle.newer"),
    } <= set(codes)
    assert sum(codes.values()) == MANY


@pytest.mark.slow
def test_mutants_behind_encryption(fast: Path) -> None:
    keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
    recipients = [key.to_public() for key in keys]
    reader, random = Reader(bundles.verify, lambda: keys), Random(3)
    path = fast / "x.paket"
    sealed = pyrage.encrypt(bundles.packed(), recipients)
    for number in range(2000):
        inside = number % 2 == 0
        path.write_bytes(
            pyrage.encrypt(mutants.mutant(random), recipients)
            if inside
            else mutants.damaged(random, sealed)
        )
        try:
            reader.inspect(path)
        except KnownError:
            continue
        assert inside or path.read_bytes() == sealed
