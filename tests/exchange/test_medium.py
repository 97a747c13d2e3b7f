"""A bundle is read back past the system's copy, and a slow medium does not fill the memory."""

import errno
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.exchange.delivery import deliver
from kepatuhan_desktop.exchange.limits import MIB

DATA = bytes(range(256)) * 64


@pytest.mark.skipif(not hasattr(os, "O_DIRECT"), reason="no way past the system's copy")
def test_it_is_read_past_the_systems_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, ways = os.open, []

    def noted(path: Path, flags: int, mode: int = 0o777) -> int:
        if path.suffix == ".part":
            ways.append(bool(flags & os.O_DIRECT))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", noted)
    deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))
    assert ways[:2] == [False, True]


@pytest.mark.skipif(not hasattr(os, "O_DIRECT"), reason="no way past the system's copy")
@pytest.mark.parametrize("late", [False, True])
def test_a_file_system_without_a_way_past_its_copy_is_asked_to_forget_it(
    late: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, fdopen = os.open, os.fdopen
    refused: list[int] = []

    class Refusing(io.BytesIO):
        def fileno(self) -> int:
            return refused[0]

        def readinto(self, _: object) -> int:
            raise OSError(errno.EINVAL, "invalid argument")

        def close(self) -> None:
            if not self.closed:
                os.close(refused[0])
            super().close()

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if not flags & os.O_DIRECT:
            return real(path, flags, mode)
        if not late:
            refused.append(0)
            raise OSError(errno.EINVAL, "invalid argument")
        refused.append(real(path, flags & ~os.O_DIRECT, mode))
        return refused[0]

    def fdopened(descriptor: int, mode: str, buffering: int) -> object:
        if descriptor not in refused:
            return fdopen(descriptor, mode, buffering)
        monkeypatch.setattr(os, "fdopen", fdopen)
        return Refusing()

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "fdopen", fdopened)
    assert deliver(tmp_path / "x.paket", [DATA], expected=len(DATA)).size == len(DATA)
    assert len(refused) == 1


@pytest.mark.skipif(not hasattr(os, "O_DIRECT"), reason="no way past the system's copy")
def test_a_medium_that_fails_while_it_is_read_back_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_DIRECT:
            raise OSError(errno.EIO, "input/output error")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(errors.StorageFailed, match="input/output"):
        deliver(tmp_path / "x.paket", [DATA], expected=len(DATA))
    assert list(tmp_path.iterdir()) == []


def test_a_slow_medium_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, ahead, fdopen = [0], [0], os.fdopen

    class Slow(io.BytesIO):
        def __init__(self, descriptor: int) -> None:
            super().__init__()
            self.file = fdopen(descriptor, "wb", 0)
            self.size = 0

        def write(self, data: memoryview) -> int:  # type: ignore[override]  # a view it is
            time.sleep(0.005)
            ahead[0] = max(ahead[0], made[0] - self.size)
            self.size += len(data)
            return self.file.write(data)

        def fileno(self) -> int:
            return self.file.fileno()

        def close(self) -> None:
            self.file.close()

    def opened(descriptor: int, mode: str, buffering: int) -> object:
        return Slow(descriptor) if mode == "wb" else fdopen(descriptor, mode, buffering)

    def pieces() -> Iterator[bytes]:
        for _ in range(60):
            made[0] += MIB
            yield bytes(MIB)

    monkeypatch.setattr(os, "fdopen", opened)
    deliver(tmp_path / "x.paket", pieces(), expected=60 * MIB)
    assert 4 * MIB < ahead[0] <= 18 * MIB
