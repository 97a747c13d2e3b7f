"""A bundle is on its medium whole and read back, or not there at all."""

import errno
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pyrage
import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.exchange import delivery, medium
from kepatuhan_desktop.exchange.delivery import deliver
from kepatuhan_desktop.exchange.limits import MIB
from kepatuhan_desktop.exchange.medium import Laid
from kepatuhan_desktop.progress import Cancelled, Unwatched
from tests.builders.bundles import digest

DATA = bytes(range(256)) * 64
PIECE = 4 * MIB
"""Read back at once, here."""
RECIPIENTS = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]


@pytest.fixture(autouse=True)
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is small is read back in several pieces too."""
    monkeypatch.setattr(medium, "_PIECE", PIECE)


def test_what_is_delivered_lies_there_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "x.paket"
    found = deliver(target, [DATA[:100], b"", DATA[100:]], expected=len(DATA))
    assert target.read_bytes() == DATA
    assert (found.path, found.size, found.digest) == (target, len(DATA), digest(DATA))
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_appears_only_after_everything_was_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    for name in ("fsync", "posix_fadvise"):
        if hasattr(os, name):
            real = getattr(os, name)

            def noted(*arguments: int, name: str = name, real: object = real) -> None:
                seen.append(name)
                assert callable(real)
                real(*arguments)

            monkeypatch.setattr(os, name, noted)
    replace = Path.replace

    def noted_replace(self: Path, target: Path) -> Path:
        seen.append("replace")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noted_replace)
    deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))
    folder = ["fsync"] if os.name != "nt" else []
    dropped = ["posix_fadvise"] if hasattr(os, "posix_fadvise") else []
    # Twice where the file system opens a file for reading past its copy and then does not read it.
    assert [name for name, _ in groupby(seen)] == ["fsync", *dropped, "replace", *folder]


def test_a_medium_without_room_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 3 * MIB

    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    with pytest.raises(errors.BundleNoSpace) as caught:
        deliver(tmp_path / "x.paket", [DATA], expected=2 * MIB)
    assert caught.value.parameters["needed"] == "4 MB"
    assert caught.value.parameters["found"] == "3 MB"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", DATA[:-1], bytes(len(DATA)), DATA + b"x"])
def test_a_medium_that_lies_is_caught(
    damage: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = medium.write

    def lying(part: Path, pieces: Iterator[bytes], recipients: list[str]) -> Laid:
        written = write(part, pieces, recipients)
        part.write_bytes(damage)
        return written

    monkeypatch.setattr(medium, "write", lying)
    with pytest.raises(errors.BundleCopyDiffers):
        deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "number, expected",
    [
        (errno.ENOSPC, errors.BundleNoSpace),
        (errno.EFBIG, errors.BundleNoSpace),
        (errno.EROFS, errors.WorkspaceReadOnly),
        (errno.EIO, errors.StorageFailed),
        (errno.ENOTCONN, errors.StorageFailed),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_failing_medium_leaves_nothing(
    number: int,
    expected: type[errors.KnownError],
    call: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(expected):
        deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_a_medium_that_was_pulled_does_not_hide_its_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(self: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.ENODEV, "no such device")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(Path, "unlink", gone)
    with pytest.raises(errors.StorageFailed, match="input/output"):
        deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))


def test_a_file_system_that_cannot_sync_folders_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, calls = os.fsync, []

    def only_files(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(errno.EINVAL, "invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    assert deliver(tmp_path / "x.paket", [DATA], expected=len(DATA)).size == len(DATA)


def test_a_folder_that_fails_to_sync_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, calls = os.fsync, []

    def only_files(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(errno.EIO, "input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    with pytest.raises(errors.StorageFailed):
        deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fdopen = os.fdopen

    class Slow:
        def __init__(self, descriptor: int) -> None:
            self.file = fdopen(descriptor, "wb", buffering=0)

        def __enter__(self) -> "Slow":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, data: memoryview) -> int:
            return self.file.write(data[:1000])

        def fileno(self) -> int:
            return self.file.fileno()

    def opened(descriptor: int, mode: str, buffering: int) -> object:
        return Slow(descriptor) if mode == "wb" else fdopen(descriptor, mode, buffering)

    monkeypatch.setattr(os, "fdopen", opened)
    deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))
    assert (tmp_path / "x.paket").read_bytes() == DATA


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("at", range(4))
def test_cancelling_leaves_nothing(at: int, sealed: bool, tmp_path: Path) -> None:
    class Impatient(Unwatched):
        calls = 0

        def step(self, done: int, total: int, text: str = "") -> None:
            assert 0 <= done <= total, text
            self.calls += 1
            if self.calls > at:
                raise Cancelled

    pieces = [bytes(3 * MIB), bytes(3 * MIB)]
    with pytest.raises(Cancelled):
        deliver(
            tmp_path / "x.paket",
            pieces,
            expected=6 * MIB,
            recipients=RECIPIENTS if sealed else [],
            progress=Impatient(),
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("way", ["past the copy", "plain"])
@pytest.mark.parametrize("at", [0, PIECE - 1, PIECE, 2 * PIECE + 5, 3 * PIECE - 1, -1])
def test_one_bit_that_changes_on_the_medium_is_caught_wherever_it_is(
    at: int, way: str, sealed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, damaged = os.fsync, []

    def damaging(descriptor: int) -> None:
        fsync(descriptor)
        (part,) = tmp_path.iterdir()
        with part.open("r+b") as file:
            place = at % part.stat().st_size
            file.seek(place)
            byte = file.read(1)[0]
            file.seek(place)
            file.write(bytes([byte ^ 1]))
            damaged.append(place)

    if way == "plain":
        monkeypatch.delattr(os, "O_DIRECT", raising=False)
    monkeypatch.setattr(os, "fsync", damaging)
    pieces = [bytes(MIB)] * 14
    with pytest.raises(errors.BundleCopyDiffers):
        deliver(
            tmp_path / "x.paket",
            pieces,
            expected=14 * MIB,
            recipients=RECIPIENTS if sealed else [],
        )
    assert len(damaged) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no limit for the size of a file")
@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("room", [0, MIB // 2, 5 * MIB, 20 * MIB])
def test_a_medium_that_becomes_full_leaves_nothing(room: int, sealed: bool, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not there on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(errors.BundleNoSpace):
            deliver(
                tmp_path / "x.paket",
                [bytes(MIB)] * 40,
                expected=40 * MIB,
                recipients=RECIPIENTS if sealed else [],
            )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


def test_systems_without_advice_and_ways_go_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise", raising=False)
    monkeypatch.delattr(os, "O_DIRECT", raising=False)
    monkeypatch.setattr(delivery, "_sync_folder", lambda _: None)
    pieces = [bytes(20 * MIB), DATA, bytes(20 * MIB)]
    found = deliver(tmp_path / "x.paket", pieces, expected=40 * MIB)
    assert (tmp_path / "x.paket").read_bytes() == b"".join(pieces)
    assert found.digest == digest(b"".join(pieces))


def test_windows_has_folders_that_need_no_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "name", "nt")
    delivery._sync_folder(tmp_path / "nowhere")
