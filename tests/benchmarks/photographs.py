"""A photograph until it is safely stored, against the same bytes merely sealed and synced."""

import hashlib
import io
import os
import secrets
import tempfile
from pathlib import Path

import pyrage
from PIL import Image

from kepatuhan_desktop.bootstrap import open_services
from tests.benchmarks.figures import Figure, interleaved, median, p95, quiet
from tests.benchmarks.workspaces import BUNDLED, begin

ROUNDS = 40
PIXELS = (4000, 3000)
BYTES = 4_000_000


def measure() -> list[Figure]:
    """From the file that the camera wrote until the journal names it."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        home, source = Path(folder) / "home", Path(folder) / "photo.jpg"
        services = open_services(home)
        one = begin(services, BUNDLED)
        indicator = next(iter(services.assessments.overview(one).instrument.indicators))
        plain = photograph()
        recipient = pyrage.x25519.Identity.generate().to_public()
        bare_folder = Path(folder) / "bare"
        bare_folder.mkdir()

        def attach() -> None:
            kept = services.attaching.keep_file(source, "camera")
            services.attaching.attach(one, indicator, kept)

        def seal() -> None:
            data = source.read_bytes()
            name = hashlib.sha256(data).hexdigest()
            sealed = pyrage.encrypt(data, [recipient])
            with (bare_folder / name).open("xb", buffering=0) as file:
                file.write(sealed)
                os.fsync(file.fileno())

        def take_another() -> None:
            # One that is there already would not be written again.
            source.write_bytes(another(plain))

        quiet()
        ours, limit = interleaved(ROUNDS, attach, seal, before=take_another)
        services.close()
    name = f"photo safely stored, {PIXELS[0] * PIXELS[1] // 1_000_000} MP, {BYTES // 1_000_000} MB"
    return [
        Figure(
            name=name,
            ours=of(ours),
            limit=of(limit),
            aim=1.3,
            what=what,
            against="read + SHA-256 + age + write + fsync",
            informative=what != "median",
        )
        for what, of in (("median", median), ("p95", p95))
    ]


def another(plain: bytes) -> bytes:
    """The same JPEG with a comment of its own, which makes it another file."""
    return plain[:2] + b"\xff\xfe\x00\x12" + secrets.token_bytes(16) + plain[2:]


def photograph() -> bytes:
    """A JPEG of that size; noise stands for the grain of a real one."""
    noise = Image.effect_noise(PIXELS, 40).convert("RGB")
    best = b""
    for quality in range(20, 96, 5):
        out = io.BytesIO()
        noise.save(out, "JPEG", quality=quality)
        if best and abs(len(out.getvalue()) - BYTES) > abs(len(best) - BYTES):
            break
        best = out.getvalue()
    return best
