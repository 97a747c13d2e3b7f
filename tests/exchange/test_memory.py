"""Memory does not grow with the bundle, writing and reading, encrypted or not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import os, resource, sys
from functools import partial
from pathlib import Path
import pyrage
from kepatuhan_desktop.exchange import delivery, writing
from kepatuhan_desktop.exchange.reading import Reader
from tests.builders import bundles

count, folder, sealed = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "sealed"
key = pyrage.x25519.Identity.generate()
others = [str(key.to_public()), str(pyrage.x25519.Identity.generate().to_public())]
files = {}
for number in range(count):
    data = number.to_bytes(4, "big") * 500_000
    path = folder / bundles.digest(data)
    path.write_bytes(data)
    files[bundles.digest(data)] = path
made = bundles.content(blobs=())
made = type(made)(description=made.description, bodies=made.bodies, blobs=tuple(sorted(files)))
pieces = writing.pack(
    made, lambda one: files[one].read_bytes(), partial(bundles.sign, bundles.SENDER)
)
target = folder / "x.paket"
delivery.deliver(target, pieces, expected=1, recipients=others if sealed else [])
kept = []
reader = Reader(bundles.verify, lambda: [key])
found = reader.inspect(target)
reader.harvest(target, found, list(found.blobs), lambda data: kept.append(len(data)))
assert sum(kept) == count * 2_000_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def most(count: int, folder: Path, kind: str) -> int:
    """The largest size, in MiB, of a process that writes and reads so many files of 2 MB."""
    folder.mkdir()
    command = [sys.executable, "-c", _PROGRAM, str(count), str(folder), kind]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the size of a process is asked for in another way")
@pytest.mark.parametrize("kind", ["open", "sealed"])
def test_ten_times_the_photos_take_no_more_memory(kind: str, tmp_path: Path) -> None:
    few = most(10, tmp_path / "few", kind)
    many = most(100, tmp_path / "many", kind)
    assert many < few + 16
