"""Bundles: writing photos against copying them, taking in forty bundles, and one once more."""

import tempfile
import time
from pathlib import Path

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.assessment import PROFILE, InstrumentPin, record_of
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.exchange import writing
from kepatuhan_desktop.services import bundled_instruments
from kepatuhan_desktop.signing import certificates, cms
from tests.benchmarks import bundle_export
from tests.benchmarks.figures import Figure, median, quiet
from tests.builders import bundles
from tests.builders.entries import Device, a_profile

BUNDLES, ANSWERS = 40, 1_000
ROUNDS = 3


def measure() -> list[Figure]:
    """Out, in, and in again."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        return [*bundle_export.measure(Path(folder)), *_in(Path(folder))]


def _in(folder: Path) -> list[Figure]:
    made = [_bundle_of(folder, number) for number in range(BUNDLES)]
    _bundle_of(folder, 99)
    alone: list[float] = []
    together: list[float] = []
    again: list[float] = []
    for number in range(ROUNDS):
        for times, deed in ((alone, _one_by_one), (together, _together)):
            services = open_services(folder / f"home{number}{deed.__name__}")
            services.importing.take_in(folder / "in99.paket", consent=True)
            quiet()
            began = time.perf_counter()
            deed(services, made)
            times.append((time.perf_counter() - began) * 1000)
            for path in made[:5]:
                began = time.perf_counter()
                services.importing.take_in(path, consent=True)
                again.append((time.perf_counter() - began) * 1000)
            services.close()
    name = f"{BUNDLES} bundles of {ANSWERS} answers taken in, every signature checked"
    return [
        Figure(name=f"{name}, together", ours=median(together), limit=0, aim=2000, absolute=True),
        Figure(name=f"{name}, one by one", ours=median(alone), limit=0, aim=2000, absolute=True),
        Figure(
            name="a known bundle taken in again",
            ours=median(again),
            limit=0,
            aim=200,
            absolute=True,
        ),
    ]


def _one_by_one(services: Services, paths: list[Path]) -> None:
    for path in paths:
        services.importing.take_in(path, consent=True)


def _together(services: Services, paths: list[Path]) -> None:
    for one in services.importing.take_in_all(paths, consent=lambda _: True):
        assert one.error is None


def _bundle_of(folder: Path, number: int) -> Path:
    """An auditor's bundle: assessments with the bundled instrument, answered."""
    source = bundle_export.device()
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
    pieces = writing.pack(
        content, lambda _: None, lambda data: cms.sign_detached(data, source, bundle_export.AT)
    )
    path.write_bytes(b"".join(pieces))
    return path
