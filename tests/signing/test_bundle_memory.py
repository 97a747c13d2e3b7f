"""Looking at a bundle takes no more memory for more photos in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import resource, sys
from pathlib import Path
from kepatuhan_desktop.exchange import delivery, writing
from kepatuhan_desktop.services import verifying
from kepatuhan_desktop.signing import cms
from tests.builders import bundles
from tests.signing import builders
from tests.signing import bundle_forging as forging

count, path = int(sys.argv[1]), Path(sys.argv[2])
source = builders.auditor()
pen = forging.pen(source)
photos = {}
for number in range(count):
    photos[bundles.digest(number.to_bytes(4, "big") * 500_000)] = number
one = forging.card()
files = {bundles.digest(one.pdf): one.pdf}
content = bundles.content([one.entry(pen)], (), forging.described(source))
content = type(content)(
    description=content.description, bodies=content.bodies, blobs=tuple(sorted([*files, *photos]))
)
pieces = writing.pack(
    content,
    lambda digest: files.get(digest) or photos[digest].to_bytes(4, "big") * 500_000,
    lambda data: cms.sign_detached(data, source, builders.NOW),
)
delivery.deliver(path, pieces, expected=1)
found = verifying.look(path, path.name, builders.knowing(builders.headquarters().trust()))
assert found.grade == "good" and len(found.enclosed) == 1
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def most(count: int, path: Path) -> int:
    """The largest size, in MiB, of a process that looks at so many photos of 2 MB."""
    command = [sys.executable, "-c", _PROGRAM, str(count), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the size of a process is asked for in another way")
def test_ten_times_the_photos_take_no_more_memory(tmp_path: Path) -> None:
    few, many = most(10, tmp_path / "few.paket"), most(100, tmp_path / "many.paket")
    # The same program takes 95 to 115 MiB from one time to the next; 180 MiB more went through.
    assert many < few + 32
