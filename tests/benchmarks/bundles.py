"""Bundles: writing photos against copying them, taking in forty bundles, and one once more."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import open_services
from kepatuhan_desktop.domain.assessment import PROFILE, InstrumentPin, record_of
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.exchange import writing
from kepatuhan_desktop.exchange.delivery import deliver
from kepatuhan_desktop.services import bundled_instruments
from kepatuhan_desktop.signing import certificates, cms, issuing, sources
from kepatuhan_desktop.signing.sources import Source
from tests.benchmarks.figures import Figure, median, quiet
from tests.builders import bundles
from tests.builders.entries import Device, a_profile

PHOTOS, PHOTO = 300, 3_000_000
BUNDLES, ANSWERS = 40, 1_000
ROUNDS = 3
AT = datetime(2024, 8, 12, 9, 0, tzinfo=UTC)


def measure() -> list[Figure]:
    """Out, in, and in again."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        return [*_out(Path(folder)), *_in(Path(folder))]


def _source() -> Source:
    key = ec.generate_private_key(ec.SECP256R1())
    return sources.of_device(key, issuing.self_issue(key, Person(name="Siti"), AT))


def _out(folder: Path) -> list[Figure]:
    photos = folder / "photos"
    photos.mkdir()
    files: dict[Digest, Path] = {}
    for _ in range(PHOTOS):
        data = os.urandom(PHOTO)
        path = photos / bundles.digest(data)
        path.write_bytes(data)
        files[bundles.digest(data)] = path
    os.sync()
    source = _source()
    device = certificates.fingerprint_of(certificates.load(source.certificate))
    entries = bundles.some_entries(device, 100)
    content = msgspec.structs.replace(
        bundles.content(entries, (), bundles.described(device=device)),
        blobs=tuple(sorted(files)),
    )
    expected = writing.size_of(content.bodies, [PHOTO] * PHOTOS)

    def export() -> None:
        pieces = writing.pack(
            content,
            lambda digest: files[digest].read_bytes(),
            lambda data: cms.sign_detached(data, source, AT),
        )
        deliver(folder / "out.paket", pieces, expected=expected)

    def copy() -> None:
        target = folder / "copied"
        shutil.rmtree(target, ignore_errors=True)
        subprocess.run(["cp", "-r", photos, target], check=True)
        subprocess.run(["sync", "-f", target], check=True)
        sums = subprocess.Popen(
            ["find", target, "-type", "f", "-exec", "sha256sum", "{}", "+"],
            stdout=subprocess.DEVNULL,
        )
        assert sums.wait() == 0

    export()
    ours, limit = _interleaved(export, copy)
    anki = _anki(photos)
    for path in (folder / "copied", photos):
        shutil.rmtree(path)
    (folder / "out.paket").unlink()
    return [
        Figure(
            name=f"{PHOTOS} photos of {PHOTO // 1_000_000} MB into a bundle, not encrypted",
            ours=median(ours),
            limit=median(limit),
            aim=1 / 0.7,
            against="cp + sync + sha256sum",
        ),
        *(
            Figure(
                name=f"the same {PHOTOS} photos, ours read back and on the disk",
                ours=median(ours),
                limit=median(times),
                aim=1,
                against="Anki's package",
            )
            for times in anki
        ),
    ]


def _anki(photos: Path) -> list[list[float]]:
    """Milliseconds of Anki's own exports, where KEPATUHAN_ANKI names a Python that has it."""
    python = os.environ.get("KEPATUHAN_ANKI")
    if python is None:
        return []
    script = Path(__file__).with_name("anki_peer.py")
    done = subprocess.run(
        [python, str(script), str(photos), str(ROUNDS)], capture_output=True, text=True, check=True
    )
    return [[float(line) for line in done.stdout.splitlines()]]


def _in(folder: Path) -> list[Figure]:
    made = [_bundle_of(folder, number) for number in range(BUNDLES)]
    first, again = [], []
    for number in range(ROUNDS):
        services = open_services(folder / f"home{number}")
        services.importing.take_in(_bundle_of(folder, 99), consent=True)
        quiet()
        began = time.perf_counter()
        for path in made:
            services.importing.take_in(path, consent=True)
        first.append((time.perf_counter() - began) * 1000)
        for path in made[:5]:
            began = time.perf_counter()
            services.importing.take_in(path, consent=True)
            again.append((time.perf_counter() - began) * 1000)
        services.close()
    name = f"{BUNDLES} bundles of {ANSWERS} answers taken in, every signature checked"
    return [
        Figure(name=name, ours=median(first), limit=0, aim=2000, absolute=True),
        Figure(
            name="a known bundle taken in again",
            ours=median(again),
            limit=0,
            aim=200,
            absolute=True,
        ),
    ]


def _bundle_of(folder: Path, number: int) -> Path:
    """An auditor's bundle: assessments with the bundled instrument, answered."""
    source = _source()
    device = certificates.fingerprint_of(certificates.load(source.certificate))
    pen, entries = Device(device), list[Entry]()
    one, version, _ = bundled_instruments.bundled()[0]
    instrument = bundled_instruments.load_bundled(one, version)
    pin = InstrumentPin(id=instrument.id, version=version, digest=instrument.digest)
    indicators = list(instrument.indicators.values())
    count = 0
    while count < ANSWERS:
        record = record_of(AssessmentId(f"n{number}-{count}"))
        profile = codec.plain(msgspec.structs.replace(a_profile(), instrument=pin))
        entries.append(pen.write(PROFILE, profile, kind=Kind.ASSESSMENT, record=record))
        for indicator in indicators[: ANSWERS - count]:
            option = indicator.scale.options[0].id  # type: ignore[union-attr]  # only this scale
            value = {"type": "chosen", "option": option}
            entries.append(pen.write(f"answer/{indicator.id}", value, record=record))
            count += 1
    said = bundles.described(device=device, id=f"bench{number:021d}")
    content = bundles.content(entries, (), said)
    path = folder / f"in{number}.paket"
    pieces = writing.pack(content, lambda _: None, lambda data: cms.sign_detached(data, source, AT))
    path.write_bytes(b"".join(pieces))
    return path


def _interleaved(*deeds: Callable[[], None]) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in deeds]
    for turn in range(ROUNDS):
        order = list(enumerate(deeds))
        for at, deed in order if turn % 2 else reversed(order):
            began = time.perf_counter()
            deed()
            times[at].append((time.perf_counter() - began) * 1000)
    return times
