"""Photos into a bundle, against copying them, against Anki's package and against the bare disk."""

import hashlib
import mmap
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.exchange import writing
from kepatuhan_desktop.exchange.delivery import deliver
from kepatuhan_desktop.signing import certificates, cms, issuing, sources
from kepatuhan_desktop.signing.sources import Source
from tests.benchmarks.figures import Figure, median, quiet
from tests.builders import bundles

PHOTOS, PHOTO = 300, 3_000_000
ROUNDS = 5
AT = datetime(2024, 8, 12, 9, 0, tzinfo=UTC)
_SUM = ("-exec", "sha256sum", "{}", "+")
_PIECE = 4 * 1024 * 1024

Deed = Callable[[], object]


def measure(folder: Path) -> list[Figure]:
    """Every deed once per round; first all of them once, uncounted."""
    files = _photos(folder / "photos")
    out = folder / "out"
    with _anki(folder / "photos", out / "anki.apkg") as package:
        chains: list[dict[str, Deed]] = [
            {"open": lambda: _export(files, out / "x.paket", [])},
            {"sealed": lambda: _export(files, out / "x.paket", _recipients())},
            {
                "cp": lambda: _run("cp", "-r", folder / "photos", out / "copied"),
                "sync": lambda: _run("sync", "-f", out / "copied"),
                "sum": lambda: _run("find", out / "copied", "-type", "f", *_SUM),
            },
            {"write": lambda: _write(files, out / "raw"), "read": lambda: _hash(out / "raw")},
        ]
        if package is not None:
            chains.append({"anki": package, "again": lambda: _hash(out / "anki.apkg")})
        times = _turn_by_turn(chains, out)
    shutil.rmtree(out)
    shutil.rmtree(folder / "photos")
    return _figures({name: median(found) for name, found in times.items()})


def _figures(found: dict[str, float]) -> list[Figure]:
    name = f"{PHOTOS} photos of {PHOTO // 1_000_000} MB into a bundle, not encrypted"
    bare = found["write"] + found["read"]
    copied = found["cp"] + found["sum"]
    figures = [
        _figure(name, found["open"], copied + found["sync"], "cp + sync + sha256sum", aim=1 / 0.7),
        _figure("the same", found["open"], copied, "cp + sha256sum, nothing of it on the medium"),
        _figure("the same", found["open"], bare, "write + fsync, read past the cache + SHA-256"),
        _figure("the same, encrypted for two", found["sealed"], bare, "as above, not encrypted"),
    ]
    if "anki" in found:
        checked = found["anki"] + found["again"]
        figures += [
            _figure("the same, not encrypted", found["open"], found["anki"], "Anki", aim=1),
            _figure("the same", found["open"], checked, "Anki, its package read back and hashed"),
        ]
    return figures


def _figure(name: str, ours: float, limit: float, against: str, aim: float = 0) -> Figure:
    return Figure(name=name, ours=ours, limit=limit, against=against, aim=aim, informative=not aim)


def _turn_by_turn(chains: list[dict[str, Deed]], out: Path) -> dict[str, list[float]]:
    """Milliseconds of each deed; what lies in `out` is taken away ahead of each chain."""
    times: dict[str, list[float]] = {name: [] for chain in chains for name in chain}
    for turn in range(-1, ROUNDS):
        for chain in chains if turn % 2 else reversed(chains):
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            os.sync()
            quiet()
            for name, deed in chain.items():
                began = time.perf_counter()
                deed()
                if turn >= 0:
                    times[name].append((time.perf_counter() - began) * 1000)
    return times


def _photos(folder: Path) -> dict[Digest, Path]:
    folder.mkdir()
    files: dict[Digest, Path] = {}
    for _ in range(PHOTOS):
        data = os.urandom(PHOTO)
        files[bundles.digest(data)] = folder / bundles.digest(data)
        files[bundles.digest(data)].write_bytes(data)
    return files


def device() -> Source:
    """A key with its certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    return sources.of_device(key, issuing.self_issue(key, Person(name="Siti"), AT))


def _recipients() -> list[str]:
    return [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]


def _export(files: dict[Digest, Path], target: Path, recipients: list[str]) -> None:
    source = device()
    sender = certificates.fingerprint_of(certificates.load(source.certificate))
    content = msgspec.structs.replace(
        bundles.content(bundles.some_entries(sender, 100), (), bundles.described(device=sender)),
        blobs=tuple(sorted(files)),
    )
    pieces = writing.pack(
        content,
        lambda digest: files[digest].read_bytes(),
        lambda data: cms.sign_detached(data, source, AT),
    )
    expected = writing.size_of(content.bodies, [PHOTO] * PHOTOS)
    deliver(target, pieces, expected=expected, recipients=recipients)


def _run(*command: str | Path) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def _write(files: dict[Digest, Path], target: Path) -> None:
    """As many bytes, the same photo each time, made to stay."""
    data = next(iter(files.values())).read_bytes()
    with target.open("wb", buffering=0) as file:
        for _ in files:
            file.write(data)
        os.fsync(file.fileno())


def _hash(path: Path) -> None:
    """Read from the medium, where the system can, and hash."""
    seen, here = hashlib.sha256(), mmap.mmap(-1, _PIECE)
    flags = os.O_RDONLY | getattr(os, "O_DIRECT", 0)
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        left = path.stat().st_size
        while left:
            count = file.readinto(here)
            seen.update(memoryview(here)[:count])
            left -= count


@contextmanager
def _anki(photos: Path, package: Path) -> Iterator[Deed | None]:
    """Anki's own export, where KEPATUHAN_ANKI names a Python that has it."""
    python = os.environ.get("KEPATUHAN_ANKI")
    if python is None:
        yield None
        return
    script = Path(__file__).with_name("anki_peer.py")
    with subprocess.Popen(
        [python, script, photos], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as peer:
        assert peer.stdin is not None
        assert peer.stdout is not None
        asked, answered = peer.stdin, peer.stdout
        assert answered.readline() == "ready\n"

        def export() -> None:
            asked.write(f"{package}\n")
            asked.flush()
            assert answered.readline() == "written\n"

        yield export
        asked.close()
