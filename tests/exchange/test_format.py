"""What we write is a bag that others check without us, and that we read back."""

import io
import shutil
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import pyrage
import pytest

from kepatuhan_desktop.exchange import bag, description, writing
from kepatuhan_desktop.exchange.delivery import deliver
from kepatuhan_desktop.exchange.limits import MIB
from kepatuhan_desktop.exchange.reading import Reader
from kepatuhan_desktop.progress import Cancelled, Unwatched
from tests.builders import bundles
from tests.builders.bundles import PHOTO, SENDER
from tests.builders.entries import body_of


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The bag, taken out of its archive by somebody else's program."""
    with zipfile.ZipFile(io.BytesIO(bundles.packed())) as archive:
        archive.extractall(tmp_path / "out")
    (folder,) = (tmp_path / "out").iterdir()
    return folder


def test_a_bundle_reads_back_as_it_was_written(tmp_path: Path) -> None:
    entries = bundles.some_entries()
    found = bundles.inspected(bundles.packed(entries), tmp_path)
    assert found.lines == tuple(body_of(entry) for entry in entries)
    assert found.blobs == {bundles.digest(PHOTO): len(PHOTO)}
    assert found.description == bundles.described()
    assert found.signer.device == SENDER
    assert not found.is_encrypted


def test_the_same_content_gives_the_same_bytes() -> None:
    assert bundles.packed() == bundles.packed()


def test_the_archive_holds_one_folder_that_says_nothing_about_anybody(unpacked: Path) -> None:
    assert unpacked.name == bag.base(bundles.BUNDLE)
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*.*")}
    assert names == {*bag.REQUIRED}


def test_bagit_calls_the_bag_valid(unpacked: Path) -> None:
    command = [sys.executable, "-m", "bagit", "--validate", str(unpacked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("manifest", [bag.MANIFEST, bag.TAG_MANIFEST])
def test_sha256sum_finds_every_file_unchanged(unpacked: Path, manifest: str) -> None:
    if shutil.which("sha256sum") is None:  # pragma: no cover - not on Windows
        pytest.skip("no sha256sum here")
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", manifest], cwd=unpacked, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_age_opens_an_encrypted_bundle(tmp_path: Path) -> None:
    if shutil.which("age") is None:  # pragma: no cover - a package of the system
        pytest.skip("no age here")
    keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
    target = tmp_path / "x.paket"
    plain = bundles.packed()
    deliver(target, [plain], expected=len(plain), recipients=[str(key.to_public()) for key in keys])
    for key in keys:
        secret = tmp_path / "key.txt"
        secret.write_text(str(key))
        done = subprocess.run(
            ["age", "-d", "-i", str(secret), str(target)], capture_output=True, check=False
        )
        assert done.stdout == plain
    found = Reader(bundles.verify, lambda: [keys[1]]).inspect(target)
    assert found.is_encrypted
    assert found.lines


def test_a_file_that_cannot_be_read_is_left_out_and_the_rest_is_whole(tmp_path: Path) -> None:
    made = bundles.content(blobs=(PHOTO, b"lost"))
    have = {bundles.digest(PHOTO): PHOTO}
    data = b"".join(writing.pack(made, have.get, partial(bundles.sign, SENDER)))
    assert list(bundles.inspected(data, tmp_path).blobs) == [bundles.digest(PHOTO)]


def test_the_size_is_never_underestimated() -> None:
    made = bundles.content(blobs=[bytes([number]) * 10 for number in range(200)])
    data = bundles.packed(blobs=[bytes([number]) * 10 for number in range(200)])
    assert len(data) <= writing.size_of(made.bodies, [10] * 200)


def test_files_of_a_later_minor_version_are_passed_over(tmp_path: Path) -> None:
    said = description.write(bundles.described(minor=7)).replace(
        b'"app":', b'"answer_to_everything":42,"app":'
    )
    files = bundles.members(said=said, tags=[("x-hints.json", b"{}")])
    assert bundles.inspected(bundles.zipped(files), tmp_path).description.minor == 7


def test_a_bundle_without_entries_is_a_bundle(tmp_path: Path) -> None:
    assert bundles.inspected(bundles.packed([], ()), tmp_path).lines == ()


def test_harvesting_hands_on_what_is_wanted_bit_exact(tmp_path: Path) -> None:
    found = bundles.inspected(bundles.packed(blobs=(PHOTO, b"other")), tmp_path)
    kept: list[bytes] = []
    path = tmp_path / "x.paket"
    bundles.reader().harvest(path, found, {bundles.digest(PHOTO)}, kept.append)
    assert kept == [PHOTO]
    bundles.reader().harvest(path, found, (), kept.append)
    assert kept == [PHOTO]


def test_reading_is_told_and_can_be_stopped(tmp_path: Path) -> None:
    class Watched(Unwatched):
        def __init__(self) -> None:
            self.steps: list[tuple[int, int]] = []

        def step(self, done: int, total: int, text: str = "") -> None:
            self.steps.append((done, total))
            if done == 3:
                raise Cancelled(text)

    path = tmp_path / "x.paket"
    path.write_bytes(bundles.packed(blobs=[bytes(5 * MIB)]))
    watched = Watched()
    with pytest.raises(Cancelled):
        bundles.reader().inspect(path, watched)
    assert watched.steps == [(1, 5), (2, 5), (3, 5)]
